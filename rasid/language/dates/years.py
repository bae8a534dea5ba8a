"""Years and seasons: عام 2003، في 2014، بين عامي 2003 و2011، صيف 2014."""

from __future__ import annotations

from datetime import date
from typing import Final

from rasid.language.dates.chronicle import heads_line
from rasid.language.dates.eras import years_of_a_life
from rasid.language.dates.lexicon import TIMES_OF_DAY
from rasid.language.dates.match import (
    Match,
    bare,
    entry,
    fixed,
    year_number,
)
from rasid.language.dates.named import month_expression
from rasid.language.dates.told import SCHOOL, moved_unit, year_value
from rasid.language.dates.values import Between, Fixed, Part, Value
from rasid.language.dates.values_relative import Season, Shift
from rasid.language.numbers import NUMBER_WORDS
from rasid.language.numbers_scan import Words, folded_words

# A bare number after one of these is a year when it looks like one.
_YEAR_CUES: Final = folded_words(
    "في منذ بحلول حتى خلال وفي ومنذ وحتى وخلال وبحلول ففي فمنذ مذ عام سنة العام موسم لموسم الموسم شتاء صيف ربيع خريف "
    "بدء"
)
# After these it may also be a distance or a count (بعد 2000 متر).
_WEAK_CUES: Final = folded_words("قبل بعد وقبل وبعد عقب قبيل حلول مابعد لما")
_OLDEST_MARKED: Final = 1600
# Names of events and texts that carry their year (انتخابات 2018، حرب 2003، كأس العالم 2018).
_DATED_NOUNS: Final = folded_words(
    "انتخابات حرب غزو ثورة اتفاق اتفاقية دستور قانون موازنة ميزانية أزمة كأس مونديال بطولة بطولتي بطولات دورتي كؤوس "
    "أمم كوبا يورو اتفاقيتي اعتداءات هجمات مسابقات نهائيات دورة نسخة سيناريو شبح أحداث أولمبياد خليجي احتلال اجتياح "
    "سقوط انقلاب انتفاضة زلزال رؤية ألعاب الألعاب مونديالي كأسي موسم قمة مؤتمر مهرجان احتجاجات استفتاء مفاوضات "
    "مواليد تعداد إحصاء تقرير موازنات ميزانيات قمم دورات نسخ اتفاقات مجازر تظاهرات حراك هزيمة نكسة صيف شتاء حدود "
    "محصول أسعار"
)
_COUNTED: Final = folded_words(
    "جندي جنديا عنصر عنصرا مقاتل مقاتلا شخص شخصا كيلومتر كم متر مترا دولار ريال دينار برميل طن عسكري عسكريا قتيل قتيلا "
    "شهيد جريح لاجئ نازح طالب طالبا وظيفة شركة مشروع وحدة سيارة منزل قطعة نقطة صاروخ موظف عامل ساعة يوم سنة جنيه يورو "
    "درجة مدرسة طفل مليون ألف مليار دونم هكتار كلم ميجاوات ميغاواط حالة قذيفة غارة قوة عائلة أسرة صفحة متطوع متطوعا"
)


def year_expression(w: Words, i: int) -> Match | None:
    """Read a year phrase from its noun: عام 2003، العام المقبل، عامي 2013 و2014، أعوام 2014."""
    found = entry(w, i)
    if found is None:
        return None
    year = year_value(w, i)
    if year:
        this = w.words[i - 1] in ("هذا", "هذه") and w.near(i) and not found.cut
        return _two_years(w, Match(i, year[1], year[0])).within(i - this)
    if found.kind == "units2" or bare(w, i) in ("اعوام", "الاعوام", "السنوات", "سنوات"):
        number = year_number(w, i + 1) if w.near(i + 1) else None
        value = fixed(number[0], None, None, number[1]) if number else None
        if number and value:
            match = _two_years(w, Match(i, number[2], value))
            return match if match.end > number[2] else _joined_years(w, match)
    return None


def _two_years(w: Words, match: Match) -> Match:
    """Extend a year over the second half of 1438/1439 or 2017-2018; a school year runs from September to June."""
    both = _both_years(w, match)
    value = both.value
    if isinstance(value, Between) and isinstance(value.a, Fixed) and isinstance(value.b, Fixed):
        first, last = value.a.first.year, value.b.last.year
        if last == first + 1 and w.words[both.first + 1] in SCHOOL and value.a.calendar != "hijri":
            school = Fixed(date(first, 9, 1), date(last, 6, 30), "year")
            return both._replace(value=school)
    return both


def _both_years(w: Words, match: Match) -> Match:
    if not isinstance(match.value, Fixed) or w.gaps[match.end].strip() not in ("/", "-", "–", "ـ"):
        return match
    second = year_number(w, match.end)
    if second is None:
        return match
    last = fixed(second[0], None, None, second[1])
    if last is None:
        return match
    days = (last.first - match.value.first).days
    is_turned = -400 < days < 0 and "/" in w.gaps[match.end]
    if is_turned and last.calendar == match.value.calendar:  # 2017/2016, written as it is read
        return Match(match.first, second[2], Between(last, match.value))
    if 0 < days < 40_000:
        return Match(match.first, second[2], Between(match.value, last))
    return match


def _joined_years(w: Words, match: Match) -> Match:
    """Extend بين عامي 2003 و2011 to a range; without بين the second year is a date of its own."""
    if w.words[match.end] in ("و", "الي") and w.words[match.first - 1] in ("بين", "وبين", "مابين"):
        second = year_number(w, match.end + 1)
        last = fixed(second[0], None, None, second[1]) if second else None
        if second and last:
            return Match(match.first, second[2], Between(match.value, last))
    return match


def bare_year(w: Words, i: int, previous: Match | None) -> Match | None:
    """Read a year without a noun, only where something says it is one."""
    number = year_number(w, i)
    if number is None or len(w.words[i]) != 4:
        return None
    year, hijri, end = number
    if w.gaps[i].endswith("(") and not hijri and (life := years_of_a_life(w, i)):
        return life
    marked = end > i + 1
    old = 1700 <= year < 1900 and w.words[i - 1] not in ("في", "وفي") and _cued(w, i)
    if not (marked or hijri or 1900 <= year <= 2100 or old):
        return None  # في 1800 حبة
    if _is_counting(w, end):
        return None
    value = fixed(year, None, None, hijri)
    if value is None:
        return None
    if marked and not hijri and year < _OLDEST_MARKED and not _cued(w, i):
        return None  # 1500م is a distance
    match = _two_years(w, Match(i, end, value))
    if isinstance(match.value, Between):
        sure = 1900 <= year <= 2100 or marked or match.end > end + 1 or "/" in w.gaps[end]
        return match if sure or _cued(w, i) else None
    pair = _pair_of_years(w, match)
    if pair:
        return pair
    follows = previous is not None and previous.value.grain == "year" and _follows(w, i, previous)
    return match if marked or follows or _cued(w, i) or heads_line(w, i) else None


def _follows(w: Words, i: int, previous: Match) -> bool:
    """Tell whether the number continues a list of years (في 2025 و2026)."""
    if i == previous.end + 1:
        return w.words[previous.end] in ("و", "او", "الي", "وحتي", "حتي")
    return i == previous.end and w.gaps[i].strip() in ("،", ",")


_AFTER_2000: Final = folded_words("و في من إلى على عن بعد قبل حيث كان كانت حين عندما حتى ثم إذ")


def _counts_thousands(w: Words, i: int) -> bool:
    """Tell whether 2000 counts the bare noun after it (في 2000 صندوق)."""
    after = w.words[i + 1]
    if w.words[i] != "2000" or not w.near(i + 1) or not after:
        return False
    return after not in _AFTER_2000 and not after.startswith(("ال", "و"))


def _cued(w: Words, i: int) -> bool:
    if _counts_thousands(w, i):
        return False
    if not w.near(i):
        return (
            w.gaps[i].strip() == "(" and w.gaps[i + 1].startswith(")") and _stands_as_a_year(w, i)
        )
    before = w.words[i - 1]
    if before in _YEAR_CUES:
        return True
    if before in _WEAK_CUES:
        return (
            1950 <= int(w.words[i]) <= 2040
            and w.words[i] != "2000"
            and not w.words[i + 1].endswith("ا")
        )
    if before == "بحدود" or (before == "حدود" and w.words[i - 2] in ("في", "وفي")):
        return False  # في حدود 1920 دينارا, but على حدود 1967
    if before == "من":
        return w.words[i - 2] in _BEGINNING or _closes_its_clause(w, i)
    if w.gaps[i + 1][:1] in ("%", "٪") or w.words[i] == "2000":
        return False
    if _noun(before) in _DATED_NOUNS:
        return True
    if NUMBER_WORDS.get(before) or not (w.near(i - 1) or w.gaps[i - 1] == "_"):
        return False  # #كأس_العالم 2018
    noun = _noun(w.words[i - 2])
    if noun in _DATED_NOUNS or (
        before.startswith("ال") and noun.removeprefix("ال") in _DATED_NOUNS
    ):
        return True  # الأزمة المالية 2008
    return w.near(i - 2) and _noun(w.words[i - 3]) in _DATED_NOUNS


_BEGINNING: Final = frozenset(
    ("بدءا", "اعتبارا", "ابتداء", "بدايه", "انطلاقا", "بدلا", "عوضا")
) | folded_words(
    "المقابل المقابلة المماثل المماثلة المناظر نفسه نفسها ذاته ذاتها"
)  # الربع المقابل من 2016
_COMPARED: Final = folded_words("أكثر أقل أكبر أدنى أعلى أزيد يقرب تقرب يقترب عدد العدد إلى")


def _closes_its_clause(w: Words, i: int) -> bool:
    """Tell whether a sign stands after the year at word `i`, and nothing compared before its من: حصار من 2013."""
    before = w.words[i - 2]
    ends = w.gaps[i + 1].strip()[:1] in ("،", ",", ".") and not w.words[i + 1][:1].isdigit()
    counted = before[:1].isdigit() or before in NUMBER_WORDS or before in _COMPARED
    return ends and not counted and 1950 <= int(w.words[i]) <= 2040 and w.words[i] != "2000"


def _stands_as_a_year(w: Words, i: int) -> bool:
    """Tell a year in brackets from one of a list of counts: تركيا (2100) وفرنسا (1700)."""
    beside = [k for k in range(i - 6, i + 7) if w.gaps[k].endswith("(") and w.words[k].isdigit()]
    return all(1900 <= int(w.words[k]) <= 2050 for k in beside if w.gaps[k + 1].startswith(")"))


def _noun(word: str) -> str:
    """Strip one proclitic from a word of the table of dated nouns."""
    return word[1:] if word[:1] in ("و", "ب", "ل") and word not in _DATED_NOUNS else word


def _pair_of_years(w: Words, match: Match) -> Match | None:
    """Read بين 2014 و2017 and من 2014 إلى 2017: rising years with nothing counted after them."""
    opening, joint = w.words[match.first - 1], w.words[match.end]
    between = opening in ("بين", "وبين", "مابين") and joint in ("و", "الي", "حتي")
    through = opening in ("من", "ومن") and joint in ("الي", "حتي")
    if not (between or through):
        return None
    j = match.end + 1
    if w.words[j] in ("عام", "العام"):
        j += 1
    second = year_number(w, j)
    if second is None or _is_counting(w, second[2]) or len(w.words[j]) != 4:
        return None
    last = fixed(second[0], None, None, second[1])
    first = match.value.resolve(None, None)
    if last is None or first is None or not first[0] < last.first or last.first.year > 2100:
        return None
    return Match(match.first, second[2], Between(match.value, last))


def _is_counting(w: Words, end: int) -> bool:
    """Tell whether something counted or a percent sign follows, so that the number is no year."""
    if "%" in w.gaps[end][:2] or "٪" in w.gaps[end][:2]:
        return True
    following = w.words[end]
    if not w.near(end):
        return False
    number = NUMBER_WORDS.get(following)
    return following in _COUNTED or (
        number is not None and number.kind in ("scale", "dual") and not number.cut
    )


def season_expression(w: Words, i: int) -> Match | None:
    """Read a season with its year: صيف 2014، صيف عام 2014، الصيف الماضي، هذا الصيف، شتاء العام المقبل."""
    found = entry(w, i)
    if found is None or found.kind != "season":
        return None
    month = month_expression(w, i)
    if month:
        return month
    season, j = str(found.value), i + 1
    name = w.words[i][found.cut :]
    if name.startswith("ال"):
        if w.words[i - 1] == "هذا":
            return Match(i - 1, j, Part(Shift("year", 0), season))
        moved = moved_unit(w, j, "year")
        if moved is None:
            return None
        return Match(i, moved[1], _moved_season(season, moved[0]))
    year = year_at(w, j)
    if year is None:
        return None
    whole = _two_years(w, Match(i, year[1], year[0]))  # شتاء 2024-2025
    return whole._replace(value=Part(whole.value, season))


def _moved_season(season: str, year: Value) -> Value:
    """Return the last or next season. الصيف الماضي is the latest summer that is over, so it may lie in this year."""
    return Season(season, year.n) if isinstance(year, Shift) else Part(year, season)


def year_at(w: Words, i: int) -> tuple[Value, int] | None:
    """Read a year in any form at word `i`: عام 2014, العام الجاري, or a bare 2014."""
    if not w.near(i):
        return None
    j = i + 1 if w.words[i] in ("من", "ل") else i
    year = year_value(w, j)
    if year:
        return year
    number = year_number(w, j)
    if number is None or len(w.words[j]) != 4 or not w.near(j):
        return None
    if not (number[1] or 1900 <= number[0] <= 2100) or _is_counting(w, number[2]):
        return None
    value = fixed(number[0], None, None, number[1])
    return (value, number[2]) if value else None


def is_time_of_day(word: str) -> bool:
    """Tell whether a word is a time of day (صباح، مساء …), with or without ب or و."""
    return word in TIMES_OF_DAY or word[1:] in TIMES_OF_DAY
