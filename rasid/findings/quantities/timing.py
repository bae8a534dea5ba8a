"""As of when a quantity holds: the date that its own clause names.

A number has the day of a date only when nothing between the two opens another clause: in «تنشر 2500 جندي في إطار
التحالف الذي أنشأته عام 2014» the year is the coalition's. Nor is «منذ 2014» the day of a count, nor the day on which a
source told the number.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Final

from rasid.findings.types import DateMention, Quantity, Statement

_FAR: Final = 160  # characters between a quantity and its date, some 25 words
# A clause of its own begins here: a relative pronoun, و with a pronoun or قد, a conjunction of time or contrast.
_CLAUSE: Final = re.compile(
    r"\b(?:الذي|التي|الذين|اللذين|اللتين|اللذان|اللتان|الل[او]اتي|حيث|فيما|بينما|حين|عندما|وهي|وهو|وهم|وقد|لكن|"
    r"علما|معظمهم|معظمها|بعضهم|بعضها)\b"
)
_DESCRIBES: Final = re.compile(r"\b(?:الذي|التي|الذين)\b")
# What was told on the day, or another clause in the present (، وتساهم إسبانيا) or of another noun (والذي أودى).
_TELLS: Final = re.compile(
    r"\b(?:[وبلف]?[إأا]ن(?:ه|ها|هم)?)\b|[:\"«“”]|[،,] ?و(?!تم\b|تمت\b|تسلم|يوم)[يت]\w{2,}|"
    r"\bوال(?:ذي|تي|ذين)\b"
)
_SINCE: Final = re.compile(r"\b[وف]?منذ\b[^،,؛;:.\n]{0,48}$")  # منذ 2014، منذ بدء العملية في أيلول
# What a number is compared with is not when it holds: 5 ملايين مقارنة بالعام الماضي، بانخفاض 409 آلاف عن الربع المقابل.
_COMPARED: Final = re.compile(
    r"\b(?:بال)?مقارن(?:ة|ا|اً|ًا)\b|\bقياسا\b|\bعن (?:ال)?(?:ربع|شهر|عام|سنة)\b"
)
_ASIDE: Final = re.compile(r"(?<![ء-ي])و?ال(?:بالغ|مقدر)[ةه]? عدد\w+ (?:ب|\w+ )?$")
_COMMA: Final = re.compile("[،,;؛]")
_NEAR: Final = re.compile(
    r"\s*(?:و?(?:في|خلال|بحلول|حتى|قبل|بعد|منذ|مع|على|عام|يوم|شهر|مساء|صباح|فجر)\s+)*"
)
DURATIONS: Final = frozenset(("عام", "سنة", "شهر", "أسبوع", "يوم", "ساعة", "دقيقة", "ثانية"))
# A length or an age holds at no day.
TIMELESS: Final = DURATIONS | frozenset(
    ("كيلومتر", "متر", "سنتيمتر", "مليمتر", "ميل", "قدم", "كيلومتر مربع", "متر مربع", "متر مكعب", "هكتار", "فدان",
     "درجة")
)  # fmt: skip
_UNKNOWN: Final = {"minute": 31, "day": 31, "week": 62}
"""Days that a date of this grain spans at most: one that spans more hangs on an article of unknown day."""
_first: Final = itemgetter(0)


def as_of(
    text: str,
    sentences: list[tuple[int, int]],
    quantities: list[Quantity],
    dates: list[DateMention],
    statements: Sequence[Statement] = (),
) -> list[date | None]:
    """Return for each quantity the last day of the date that its clause names, or None.

    Args:
        text: The text they were found in.
        sentences: Its sentence spans.
        quantities: Quantities in order.
        dates: Dates in order.
        statements: Statements; the day on which one was made is not that of a number it tells.
    """
    if not dates:
        return [None] * len(quantities)
    starts = [found.start for found in dates]
    days: list[date | None] = []
    told = _days_of_telling(statements, dates, starts)
    for i, counted in enumerate(quantities):
        day = None
        if counted.unit not in TIMELESS and _is_near(counted, dates, starts):
            start, end = sentences[max(0, bisect_right(sentences, counted.start, key=_first) - 1)]
            if i + 1 < len(quantities) and _falls_to(text, counted, quantities[i + 1]):
                start, end = counted.end, quantities[i + 1].start  # the day is the second's
            near = dates[bisect_left(starts, start) : bisect_left(starts, end)]
            if len(near) > 1:
                near = sorted(near, key=lambda found: _gap(counted, found))
            near = [d for d in near if _is_known(d)]
            day = next(
                (
                    d.date_to
                    for d in near
                    if not (d.start in told and _is_inside(counted, told[d.start]))
                    and not _are_apart(text, start, counted, d)
                    and not _is_of_a_former(text, quantities[max(0, i - 3) : i], d, counted)
                ),
                None,
            )
        days.append(day)
    return days


def _days_of_telling(
    statements: Sequence[Statement], dates: list[DateMention], starts: list[int]
) -> dict[int, Statement]:
    """Return the statement of each date outside its content, by start: أعلنت الوزارة السبت مقتل 12 جنديا."""
    told: dict[int, Statement] = {}
    for statement in statements:
        for k in range(bisect_left(starts, statement.start), bisect_left(starts, statement.end)):
            if not statement.content_start <= dates[k].start < statement.content_end:
                told[dates[k].start] = statement
    return told


def _is_inside(counted: Quantity, statement: Statement) -> bool:
    """Tell whether a quantity is part of what a statement says."""
    return statement.content_start <= counted.start < statement.content_end


def _is_near(counted: Quantity, dates: list[DateMention], starts: list[int]) -> bool:
    """Tell whether the date before a quantity or the one after it is near enough to be its day."""
    k = bisect_left(starts, counted.start)
    if k < len(starts) and starts[k] - counted.end < _FAR:
        return True
    return k > 0 and counted.start - dates[k - 1].end < _FAR


def _is_of_a_former(
    text: str, former: list[Quantity], found: DateMention, counted: Quantity
) -> bool:
    """Tell whether a date belongs to a number that changed into this one: من 130 ألفا عام 2008 إلى 3 آلاف."""
    if found.start > counted.start or not any(0 <= found.start - q.end <= _LED for q in former):
        return False
    return _TO.match(text, found.end, counted.start) is not None


_LED: Final = 6  # characters of the preposition that leads to a date
_TO: Final = re.compile(r"\s?[،,]?\s?(?:ثم\s|وثم\s)?[إا]لى\s")


def _is_known(found: DateMention) -> bool:
    """Tell whether a date is known well enough to date anything: not «الأحد» in an article of any of twenty years."""
    span = (found.date_to - found.date_from).days
    return span <= _UNKNOWN.get(found.grain, 7_500) or any(map(str.isdigit, found.surface))


def _falls_to(text: str, counted: Quantity, other: Quantity) -> bool:
    """Tell whether a number changes into the next one: من 2500 جندي إلى أقل من 2000 بحلول أيلول."""
    between = text[counted.end : other.start]
    if len(between) > _CHANGED or not _INTO.search(between):
        return False
    return _OUT_OF.search(text[max(0, counted.start - 4) : counted.start]) is not None


_CHANGED: Final = 60  # characters between the two numbers of a change
_OUT_OF: Final = re.compile(r"\bو?من\s$")
_INTO: Final = re.compile(r"^[^.،؛]*\b[إا]لى\s(?:ال)?$")


def _gap(counted: Quantity, found: DateMention) -> int:
    """Return how many characters stand between a quantity and a date."""
    return max(found.start - counted.end, counted.start - found.end)


def _are_apart(text: str, sentence: int, counted: Quantity, found: DateMention) -> bool:
    """Tell whether a quantity and a date of its sentence are of different clauses."""
    after = found.start >= counted.end
    between = text[counted.end : found.start] if after else text[found.end : counted.start]
    if len(between) >= _FAR:
        return True
    opening = text[max(sentence, found.start - 56) : found.start]
    if found.surface.startswith("منذ") or ("منذ" in opening and _SINCE.search(opening)):
        return True
    compared = next(reversed(list(_COMPARED.finditer(opening))), None)
    if compared and (not after or found.start - len(opening) + compared.start() >= counted.end):
        return True
    if after:
        if _ASIDE.search(text, sentence, counted.start):
            return True  # سحب قواتها البالغ عددها 900 جندي خلال شهرين: when it is pulled out
        if " قد " in between and _DESCRIBES.search(text, sentence, counted.start):
            return True  # الشركة التي تغطي 90 بالمئة من السوق قد اتخذت الأربعاء; not كان ثلاثة جنود قد أصيبوا الأربعاء
        apart = ":" in between or "منذ " in between or _CLAUSE.search(between)
        return bool(apart) or _goes_on(between)
    if text[max(0, found.start - 1) : found.start] in ("", "\n") and between[:2].strip() == ":":
        between = between[2:]  # 2006: بلغ عدد القوات 145 ألف جندي
    before = text[max(sentence, found.start - 40) : found.start]
    clauses = list(_CLAUSE.finditer(before))
    # التحالف الذي تأسس عام 2014 ينشر 2500 جندي: the date is inside what describes another noun
    inside = bool(clauses) and not _COMMA.search(before, clauses[-1].end())
    return inside or bool(_TELLS.search(between))


def _goes_on(between: str) -> bool:
    """Tell whether words of another clause stand between a comma and the date: «500 جندي، وبدأ الانسحاب في آب»."""
    commas = list(_COMMA.finditer(between))
    if not commas:
        return False
    rest = between[commas[-1].end() :]
    told = _NEAR.match(rest)
    return bool(rest[told.end() if told else 0 :].strip())
