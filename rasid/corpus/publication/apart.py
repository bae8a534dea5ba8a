"""A date line's parts set apart and put in the order of Arabic, where a site ran them together or turned them."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.publication.forms import CLOCK
from rasid.language import fold
from rasid.language.dates import month_number

_MONTH_FIRST: Final = re.compile(
    r"([^\W\d_]{2,10}(?: [^\W\d_]{3,7})?)[ .]+(\d{1,2})\s*[,،]\s*((?:19|20)\d\d)"
)
# "2025 الجمعة 19 سبتمبر": the year before weekday, day and month, as a few sites print it.
_YEAR_FIRST: Final = re.compile(
    r"(?<![\d/.\-])((?:19|20)\d\d)\s*[,،|\-]?\s+((?:يوم )?[^\W\d_]{3,9}\s*[,،]?\s+)?"
    r"(\d{1,2})\s+([^\W\d_]{3,8}(?: [^\W\d_]{3,6})?)"
    r"(?!\s*[,،]?\s*\d{4})"
)
_GLUED: Final = re.compile(r"((?:^|[\s/\-.])[^\W\d_]{2,10}\s*[,،]?\s+(?:19|20)\d\d)(\d{1,7})(?!\d)")
# "03 تشرين1/أكتوير 2024", "16 ت2 2025": content systems number the twin months, and one misspells October.
_NUMBERED: Final = re.compile(
    r"(?<!\w)(ت|تشرين|ك|كانون)[ .]?([12١٢])(?=\s?[/,،\-]?\s?(?:[^\W\d_]{4,8}\s)?\s?(?:19|20|١٩|٢٠))"
)
_TWIN_MONTHS: Final = {
    "ت1": "تشرين الأول",
    "ت2": "تشرين الثاني",
    "ك1": "كانون الأول",
    "ك2": "كانون الثاني",
}
# "15/9/202515 سبتمبر 2025": a short and a written form of the day run together.
_GLUED_TWIN: Final = re.compile(r"(\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d)(?=\d{1,2}[ /.])")
# "Hit Newsأغسطس 27, 2025": who posted it and the month run together.
_GLUED_MONTH: Final = re.compile(
    r"(?<=[^\W\d_])(يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يوليو|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر)"
    r"(?=\s\d{1,2}[,،]\s(?:19|20)\d\d)"
)
# "اسلام جمالالسبت 20 ديسمبر 4:10 م1 دقائق": who wrote, the day and what follows its clock run together.
_GLUED_WEEKDAY: Final = re.compile(
    r"(?<=[^\W\d_])(?=ال(?:سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)[،,]? \d{1,2} [^\W\d_])"
)
_GLUED_HALF: Final = re.compile(rf"({CLOCK} ?(?:ص(?!باح)|م(?!ساء)))(?=[^\W_])")
# "12/03/20241,204": how often it was read, without a space.
_GLUED_COUNT: Final = re.compile(
    r"(?<![\d/.\-])(\d{1,2}([/.\-])\d{1,2}\2(?:19|20)\d\d)(?=\d{1,3}(?:,\d{3})*(?![\d:,/.\-]))"
)
# "08. 10 . 2024", "16 – 9 – 2021"
_SPACED: Final = re.compile(
    r"(?<!\d)(\d{1,2})(?: ?\. ?(\d{1,2}) ?\. ?| [-–] (\d{1,2}) [-–] )((?:19|20)\d\d)(?!\d)"
)
# "23 02 2026", a line of its own
_BLANKS_BETWEEN: Final = re.compile(r"^(\W*)(\d\d) (\d\d) ((?:19|20)\d\d)(?=\s*$)")
# "14 – August – 2020": the parts of a day held apart by dashes.
_DASHED_DAY: Final = re.compile(
    r"(?<!\d)(\d{1,2})\s[-–—]\s([^\W\d_]{3,9})\s[-–—]\s((?:19|20)\d\d)(?!\d)"
)
# "اثنين, 01/12/2026 - 10:22": a content system's weekday, whose article it leaves off; it settles day and month.
_BARE_WEEKDAY: Final = re.compile(
    r"(?:^\s*|(?<=\sفي\s))(سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)\s?[,،]\s?(?=\d{1,2}/\d{1,2}/(?:19|20)\d\d)"
)
# "12-Mar-24": a database's own form.
_SHORT_YEAR: Final = re.compile(r"(?<![\w-])(\d{1,2})-([A-Za-z]{3})-(\d\d)(?![\w-])")
_GLUED_ON: Final = re.compile(r"(?<=\bon)(?=[A-Z][a-z]{2,8} \d{1,2}, (?:19|20)\d\d)")
_CLOCK_GLUED: Final = re.compile(rf"(?<!\d)({CLOCK})(?=\d{{1,2}}[/.]\d{{1,2}}[/.](?:19|20)\d\d)")
_GLUED_CLOCK: Final = re.compile(rf"((?:19|20)\d\d)({CLOCK})")
_CLOCK_DASH: Final = re.compile(rf"({CLOCK})\s?[-–]\s?(?=\d)")


def apart(text: str) -> str:
    """Put a month-first date in the order of Arabic, and take a counter off the year it is glued to."""

    def turn(match: re.Match[str]) -> str:
        day, year = match.group(2), match.group(3)
        if month_number(fold(match.group(1)).text.lower()) is not None:
            return f"{day} {match.group(1)} {year}"
        before, _, month = match.group(1).rpartition(" ")
        if month_number(fold(month).text.lower()) is None:
            return match.group()
        return f"{before} {day} {month} {year}"

    def named(match: re.Match[str]) -> str:
        return _TWIN_MONTHS[f"{match.group(1)[0]}{int(match.group(2))}"]

    def unglue(match: re.Match[str]) -> str:
        name = fold(match.group(1).strip(" /-.").split()[0].strip("،,")).text.lower()
        return match.group(1) if month_number(name) is not None else match.group()

    def year_last(match: re.Match[str]) -> str:
        year, named, day, month = match.groups()
        words = fold(month).text.lower().split()
        if month_number(" ".join(words)) is not None:
            return f"{named or ''}{day} {month} {year}"
        if month_number(words[0]) is None:
            return match.group()
        first, *rest = month.split()
        return " ".join([f"{named or ''}{day} {first} {year}", *rest])

    text = _BARE_WEEKDAY.sub(r"ال\1 ", text)
    text = _SHORT_YEAR.sub(r"\1 \2 20\3", _GLUED_ON.sub(" ", text))
    text = _DASHED_DAY.sub(r"\1 \2 \3", _CLOCK_GLUED.sub(r"\1 ", text))
    text = _NUMBERED.sub(named, text.replace("أكتوير", "أكتوبر"))
    text = _GLUED_HALF.sub(r"\1 ", _GLUED_WEEKDAY.sub(" ", _GLUED_MONTH.sub(r" \1", text)))
    text = _GLUED_COUNT.sub(r"\1 ", text)
    text = _BLANKS_BETWEEN.sub(r"\1\2/\3/\4", _SPACED.sub(r"\1/\2\3/\4", text))
    text = _GLUED_TWIN.sub(r"\1 | ", text.replace("\u00a0", " "))
    text = _YEAR_FIRST.sub(year_last, text)
    text = _GLUED_CLOCK.sub(r"\1 \2", text)
    text = _CLOCK_DASH.sub(r"\1 | ", text)
    return _GLUED.sub(unglue, _MONTH_FIRST.sub(turn, text))
