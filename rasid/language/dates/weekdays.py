"""Days told by name: أمس، غداً، بعد غد، الخميس الماضي، الأحد 17 أغسطس 2025، اليوم الأربعاء (26 آذار)."""

from __future__ import annotations

from typing import Final

from rasid.language.dates.match import Match, bare, entry, shared_direction
from rasid.language.dates.named import day_month, month_first
from rasid.language.dates.numeric import day_slash_month, numeric_date
from rasid.language.dates.quarters import month_at
from rasid.language.dates.tense import is_announced
from rasid.language.dates.told import moved_unit
from rasid.language.dates.values import Between, DayIn, Named
from rasid.language.dates.values_relative import DayBeside, Shift, Weekday, WeekdayIn
from rasid.language.dates.years import is_time_of_day
from rasid.language.numbers import NUMBER_WORDS
from rasid.language.numbers_scan import Words, folded_words

_BEFORE_WEEKDAY: Final = folded_words("الموافق المصادف الموافقة موافق")
_ON_DAY: Final = folded_words("ل ليوم لليوم يوم اليوم")
_GENERIC_WEEKDAY: Final = folded_words(
    "كل أيام خطبة صلاة خطيب بين كلا لخطيب وصلاة لصلاة بصلاة بخطبة وخطبة إجازة وخطيب خطباء ويومي عدا عطلة"
)
_COLLECTIVE_TWO: Final = folded_words(
    "الدولتين البلدين الطرفين الرجلين الشقيقين الجانبين هذين الفريقين الشخصين"
)
_WHICH_TWO: Final = folded_words("اللذين اللذان اللتين اللتان")
_SUNDAY_TRAPS: Final = folded_words("عشر عشرة")
_FRIDAY_TRAPS: Final = folded_words("السوداء البيضاء العظيمة الحزينة الخضراء")


# What was held or said yesterday (مباراة الأمس); after other nouns الأمس is the past (أعداء الأمس).
_HELD: Final = frozenset(
    lead + word
    for word in folded_words(
        "مباراة لقاء جلسة اجتماع تدريبات تدريب مران حفل تصريحات خسارة فوز تعادل هجوم انفجار مواجهة حلقة عدد تعاملات "
        "إغلاق قصف مظاهرات تظاهرات تظاهرة مسيرة مؤتمر خطاب عملية أحداث حادثة جولة"
    )
    for lead in ("", "و", "ب", "ل", "ف")
)


def deictic(w: Words, i: int) -> Match | None:
    """Read أمس، أمس الأول، غداً، بعد غد, with the weekday or date that may follow."""
    found = entry(w, i)
    if found is None:
        return None
    n = int(found.value)
    first, end = i, i + 1
    name = w.words[i][found.cut :]
    if n == -1 and w.words[end] == "الحاجه":
        return None  # بأمس الحاجة
    time_before = is_time_of_day(w.words[i - 1]) or w.words[i - 1] in ("يوم", "اليوم")
    if name == "غد" and not _is_tomorrow(w, i, time_before):
        return None
    if name == "الغد" and not (
        time_before or w.words[i - 1] in ("حتي", "بعد") or w.words[i - 1] in _HELD
    ):
        return None
    if name == "الامس" and not (
        time_before or w.words[i][: found.cut].endswith("ب") or w.words[i - 1] in _HELD
    ):
        return None
    if n == -1 and w.words[end] in ("الاول", "الاولي") and w.near(end):
        n, end = -2, end + 1
    elif n == -1 and w.words[i - 1] in ("اول", "واول"):
        n, first = -2, i - 1
    elif n == -1 and w.words[i - 1] == "من" and w.words[i - 2] == "اول":
        n, first = -2, i - 2
    elif n == -1 and w.words[i - 1] in ("قبل", "وقبل") and w.near(i) and name == "امس":
        n, first = -2, i - 1
    elif n == 1 and w.words[i - 1] in ("بعد", "وبعد") and w.near(i):
        n, first = 2, i - 1
    first -= w.words[first - 1] == "يوم" and w.near(first)  # يوم أول من أمس
    return with_day(w, Match(first, end, Shift("day", n)))


def _is_tomorrow(w: Words, i: int, time_before: bool) -> bool:
    """Tell غد, the day, from a future (غد مشرق): بعد غد، يوم غد، من غد، غد الأحد."""
    if time_before or w.words[i - 1] in ("بعد", "وبعد", "من", "حتي", "الي"):
        return True
    following = entry(w, i + 1)
    return following is not None and following.kind == "weekday"


def with_day(w: Words, match: Match) -> Match:
    """Extend أمس or اليوم over the weekday and the date written after it."""
    weekday = entry(w, match.end)
    if weekday and weekday.kind == "weekday" and not weekday.cut and _beside(w, match.end):
        day = weekday_expression(w, match.end)
        if day:
            value = day.value
            if isinstance(value, Weekday) and isinstance(match.value, Shift):
                value = DayBeside(match.value.n, value.weekday)
            return _bracketed(w, day)._replace(first=match.first, value=value)
        return match._replace(end=match.end + 1, weekday=int(weekday.value))
    if _beside(w, match.end):
        date = numeric_date(w, match.end) or day_month(w, match.end)
        if date:
            return _bracketed(w, date)._replace(first=match.first)
    return match


_OPENING: Final = ('"', "“", "”", "«")


def _beside(w: Words, i: int) -> bool:
    gap = w.gaps[i]
    opened = gap[:-1] if gap.endswith(_OPENING) and gap[0] == " " else gap  # اليوم "السبت"
    return opened.strip(" ،,(") == "" and "\n" not in gap and len(gap) < 4


def _bracketed(w: Words, match: Match) -> Match:
    """Take the closing bracket into a match whose opening bracket is in the gap before it."""
    if "(" in w.gaps[match.first] and w.gaps[match.end].startswith(")"):
        return match._replace(stop=w.end(match.end - 1) + 1)
    return match


def weekday_expression(w: Words, i: int) -> Match | None:
    """Read a weekday with its direction or its date: الخميس الماضي، الأحد 17 أغسطس 2025، الأربعاء (26 آذار)."""
    found = entry(w, i)
    if found is None or not _names_a_day(w, i):
        return None
    number = int(found.value)
    j = i + 1
    while is_time_of_day(w.words[j]) and w.near(j):
        j += 1
    if w.words[j] in _BEFORE_WEEKDAY:
        j += 1
        j += w.words[j] in _ON_DAY and (w.near(j + 1) or not w.gaps[j + 1])
    if _beside(w, j) or w.gaps[j].strip() in ("-", "/", "–", ":"):
        date = (
            numeric_date(w, j)
            or day_month(w, j, number)
            or day_slash_month(w, j)
            or month_first(w, j)
        )
        if date:
            return _bracketed(w, date)._replace(first=i, weekday=number)
    if w.words[j] == "في" and w.near(j) and w.near(j + 1):  # السبت في الثاني عشر من أيار
        date = day_month(w, j + 1, number)
        if date and isinstance(date.value, Named) and not date.value.direction:
            return date._replace(first=i, weekday=number)
    if w.words[i].isascii():
        return None
    return _moved_weekday(w, i, number)


def _moved_weekday(w: Words, i: int, number: int) -> Match:
    moved = entry(w, i + 1)
    if moved and moved.kind == "direction" and not moved.cut and w.near(i + 1):
        date = (
            (numeric_date(w, i + 2) or day_month(w, i + 2, number)) if _beside(w, i + 2) else None
        )
        if date:
            return _bracketed(w, date)._replace(first=i, weekday=number)
        listed = w.words[i + 1].endswith("ين")
        return Match(i, i + 2, Weekday(number, int(moved.value), after=listed), number)
    if w.words[i + 1] == "من" and bare(w, i + 2) == "الاسبوع":
        week = moved_unit(w, i + 3, "week")
        if week:
            return Match(i, week[1], DayIn(week[0], number + 1), number)
    if counted := _counted_weekday(w, i, number):
        return counted
    ahead = is_announced(w, i)
    second = moved
    if second and second.kind == "weekday":
        gap = w.gaps[i + 1].strip()
        at_night = w.words[i - 1] in ("ليل", "ليله") or is_time_of_day(w.words[i - 1])
        if (
            int(second.value) == (number + 1) % 7
            and not second.cut
            and (gap in ("-", "/", "–") or (at_night and not gap))
        ):
            night = Weekday(number, 0, ahead), Weekday(int(second.value), 0, ahead)
            return Match(i, i + 2, Between(*night))
    shared = shared_direction(w, i + 1, "weekday")
    if shared is not None:
        return Match(i, i + 1, Weekday(number, shared), number)
    return Match(i, i + 1, Weekday(number, 0, ahead), number)


# الأحد الأول من أيار is the first of May as well: only what no day of a month is called.
_NTH: Final = {"الثانيه": 2, "الثالثه": 3, "الرابعه": 4, "الاخيره": -1, "الاخير": -1}


def _counted_weekday(w: Words, i: int, number: int) -> Match | None:
    """Read a weekday counted within its month: الجمعة الثالثة من شهر آذار، الأحد الأخير من أيار 2025."""
    nth = _NTH.get(w.words[i + 1])
    if nth is None or w.words[i + 2] != "من" or not (w.near(i + 1) and w.near(i + 2)):
        return None
    month = month_at(w, i + 3) if w.near(i + 3) else None
    return Match(i, month[1], WeekdayIn(month[0], number, nth)) if month else None


def _recurs(w: Words, i: int) -> bool:
    """Tell whether the weekday comes back (الخميس والجمعة من كل أسبوع)."""
    near = w.words[i + 1 : i + 5]
    return "كل" in near[1:] and near[near.index("كل", 1) - 1] == "من"


def _names_a_day(w: Words, i: int) -> bool:
    """Tell a day of the calendar from خطبة الجمعة, كل أحد, بين الاثنين (the two), الأحد عشر (eleven)."""
    before, after = w.words[i - 1], w.words[i + 1]
    if after in _SUNDAY_TRAPS or after in _FRIDAY_TRAPS:
        return False
    if before == "يوم" and w.words[i - 2] in ("كل", "ايام"):
        return False
    if _recurs(w, i):
        return False
    if bare(w, i) == "الاثنين" and w.words[i + 1] in _WHICH_TWO:
        return False  # الجنديين الاثنين اللذين قتلا
    if bare(w, i) == "الاثنين" and (before in _COLLECTIVE_TWO or before.endswith("هما")):
        return False
    number = NUMBER_WORDS.get(after)
    if number and number.joined and number.kind == "tens":
        return False
    return not (before in _GENERIC_WEEKDAY and w.near(i))
