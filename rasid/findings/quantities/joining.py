"""What becomes of counts once read: neighbours joined into ranges, units shared."""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.findings.quantities.context import CHANGES, FATES, OF_THEM
from rasid.findings.quantities.counted import OTHERS
from rasid.findings.quantities.nouns import known_unit
from rasid.language import fold_word
from rasid.language.numbers import NUMBER_WORDS, Number
from rasid.language.numbers_scan import Words, folded_words


class Count(NamedTuple):
    """A counted number before it becomes a `Quantity`: words `first` to `end`, an interval, its unit."""

    first: int
    end: int
    low: float
    high: float
    approximate: bool
    unit: str
    about: str
    stated: bool  # a unit, a hedge or a cue says that it counts
    number: Number


def joined(w: Words, a: Count, b: Count) -> list[Count] | None:
    """Join two counts into a range, or share the unit of the second with the first.

    من X إلى Y and بين X وY and X-Y are ranges when they rise; after a verb of change, or when they fall, they are two
    counts (خفض العدد من 2000 إلى 500). An X without unit takes the unit and the scale of Y.
    """
    if b.first - a.end > _APART:
        return None
    if _is_out_of(w, a, b):
        some = _borrowed(a, b)  # 25 من أصل 80 مليار يورو
        return [a._replace(low=some, high=some, unit=b.unit, about=b.about, stated=True), b]
    if a.number.vague and b.number.vague and not a.unit and _is_listed_vaguely(w, a, b):
        scale = b.low / NUMBER_WORDS[w.words[b.number.first]].value
        own = a.number.scaled or a.low * scale > b.high  # مئات أو بضعة آلاف
        low = a.low if own else a.low * scale
        return [b._replace(first=a.first, low=low, stated=True)]  # عشرات ومئات المليارات
    if b.first - a.end > 1 or (a.low < a.high and not a.number.vague and b.low < a.high):
        return None  # nor بين 8 و12، وفي حدود 4
    if a.unit and a.unit != b.unit:
        onward = not b.unit and w.words[a.end] == "الي" and w.near(b.first)
        if onward and a.unit != "%" and b.low > 2 and _is_left(w, a):  # من 2000 جندي إلى 1000
            return [a, b._replace(unit=a.unit, about=a.about, stated=True)]
        return None
    joint = w.words[a.end : b.first]
    opening = w.words[a.first - 1]
    if opening == "ما" and w.words[a.first - 2] == "بين":
        opening = "بين"
    dash = not joint and w.gaps[b.first].strip() in ("-", "–") and b.unit != ""
    added = joint == ["و"] or (not joint and _opens_with_and(w, b))
    between = added and opening in _BETWEEN
    if added and not between and _shares_its_unit(w, a, b):
        return [a._replace(unit=b.unit, about=b.about, stated=True), b]
    through = joint in (["الي"], ["او"], ["حتي"]) and w.near(b.first)
    if not (dash or between or through) or (
        through and joint != ["او"] and opening not in ("من", "ومن") and not b.unit
    ):
        return None
    if not w.near(b.first) and not dash:
        return None
    low = _borrowed(a, b)
    changed = _changes(w.words[max(0, a.first - _GOVERNED) : a.first])
    first = a._replace(low=low, high=low, unit=b.unit, about=b.about, stated=True)
    falls = low > b.low and opening in _BETWEEN and joint == ["الي"]  # ما بين 9% إلى 4%
    if (low >= b.low and not falls) or (changed and through and joint == ["الي"] and not falls):
        return None if dash else [first, b._replace(stated=True)]
    start = a.first
    return [
        b._replace(
            first=start,
            low=min(low, b.low),
            high=max(low, b.high),
            approximate=a.approximate or b.approximate,
            stated=True,
        )
    ]


_BETWEEN: Final = frozenset(("بين", "وبين", "مابين"))
_APART: Final = 2  # words between two counts that belong together, at most: من أصل


def _shares_its_unit(w: Words, a: Count, b: Count) -> bool:
    """Tell whether two small numbers have one unit, written after the second: ولدين بعمر 16 و18 عاما."""
    small = a.number.digits and b.number.digits and 0 < a.low < b.low <= a.low * 3
    bare = (
        not (a.unit or a.stated) and not a.number.scaled and not b.number.scaled and w.near(b.first)
    )
    return small and bare and bool(b.unit) and b.first == b.number.first - (w.words[b.first] == "و")


def _is_listed_vaguely(w: Words, a: Count, b: Count) -> bool:
    """Tell whether a smaller vague number stands right before a larger one: مئات وآلاف الجنود، عشرات أو مئات."""
    joint = w.words[a.end : b.first]
    listed = joint in (["و"], ["او"]) or (not joint and _opens_with_and(w, b))
    return listed and a.low < b.low and w.near(b.first)


def _is_out_of(w: Words, a: Count, b: Count) -> bool:
    """Tell whether the first counts some of the second: ست من ثماني غارات، 184 من أصل 220 برنامجا."""
    between = w.words[a.end : b.first]
    if between not in (["من"], ["من", "اصل"], ["من", "بين"]) or a.unit or a.number.vague:
        return False
    return bool(b.unit) and b.unit != "%" and a.high < b.low and w.near(a.end) and w.near(b.first)


_RANGING: Final = folded_words("يقترب تقترب يتراوح تتراوح تراوح تراوحت يبلغ تبلغ")


def _is_left(w: Words, a: Count) -> bool:
    """Tell whether a count is what a change begins with: من 2000، يقلص القوة من قوامها المقدر بـ2000."""
    before = w.words[max(0, a.first - _GOVERNED) : a.first]
    return before[-1:] in (["من"], ["ومن"]) or ("من" in before[-6:] and _changes(before))


_GOVERNED: Final = 14  # words between a verb of change and its number


def _changes(words: list[str]) -> bool:
    """Tell whether a verb of change governs what follows these words: ارتفاع يتراوح من 6 إلى 8 is a range."""
    for k in range(len(words) - 1, -1, -1):
        if words[k] in _RANGING or (words[k].endswith("ارتفاع") and words[k + 1 : k + 2] in _WAVES):
            return False
        if words[k] in CHANGES:
            return True
    return False


_WAVES: Final = (["الموج"], ["الامواج"])  # their height, which changes nothing


_STILL_COUNTED: Final = frozenset(
    (
        "في",
        "من",
        "علي",
        "قرب",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "خلال",
        "عام",
        "بين",
        "بالقرب",
        "داخل",
        "خارج",
        "شرقي",
        "غربي",
        "شمالي",
        "جنوبي",
    )
)
_SAME_SENTENCE: Final = 14
_FALLEN: Final = frozenset(("قتيل", "شهيد", "جريح", "مصاب", "جثة", "ضحية"))
_TIMES: Final = frozenset(("عام", "سنة", "شهر", "أسبوع", "يوم", "ساعة", "دقيقة"))


def with_unit_before(w: Words, a: Count, b: Count) -> Count:
    """Give a bare number the unit of the count it continues (2500 جندي في العراق و900 في سوريا)."""
    if not a.unit and _is_told_beside(w, a, b):
        return b._replace(stated=True)
    if a.unit == "%" and w.words[b.first - 1] == "مقابل" and not b.unit and _is_a_rate(w, a, b):
        return b._replace(unit="%", stated=True)
    linked = w.words[b.first - 1] in ("و", "مقابل")  # 452 نائبا مقابل 80
    sure = is_of_those(w, b.first) or _told_on(w, a, b) or w.words[b.end] in OF_THEM
    beside = b.first == a.end and w.gaps[b.first] == " ("  # 100 إسباني (116 في أيلول)
    joined_on = linked or _opens_with_and(w, b) or sure or beside
    of_them = not a.unit and w.words[a.end] in OF_THEM  # 16 منها في العراق و11 في سوريا
    if (
        not joined_on
        or b.unit
        or not (a.unit or of_them)
        or a.unit == "%"
        or a.low < 1
        or b.low < 2 + (not sure)
        or (sure and (a.unit in _TIMES or (a.low >= 1e6 and not b.number.scaled)))
    ):
        return b
    if sure and a.unit in _FALLEN and w.words[b.end] not in OF_THEM:
        return b  # سقوط خمسة قتلى وإصابة 25
    goes_on = w.words[b.end] in _STILL_COUNTED and w.near(b.end)
    goes_on = goes_on or w.words[b.first - 1] == "مقابل"  # 258 صوتا مقابل 159
    apart = w.words[b.end] in OTHERS - OF_THEM or w.words[b.end] == "من"
    if b.first - a.end > _SAME_SENTENCE or not (goes_on or (sure and not apart)):
        return b
    if any(stops(w.gaps[k]) for k in range(a.end, b.first + 1)):
        return b
    return b._replace(unit=a.unit, about=a.about, stated=True)


def _is_a_rate(w: Words, a: Count, b: Count) -> bool:
    """Tell whether a bare number after مقابل is a percentage as the one before: 0.3 في المئة مقابل 0.2 في أيار."""
    beside = b.first - a.end <= 2 and b.number.digits and not b.number.scaled and b.low < _HUNDRED
    return beside and w.near(b.first) and w.near(b.end) and w.words[b.end] in _STILL_COUNTED


_HUNDRED: Final = 100


def _is_told_beside(w: Words, a: Count, b: Count) -> bool:
    """Tell whether digits count what bare digits before them do (قتل 849 في مايو و670 في يونيو)."""
    if not (a.stated and a.number.digits and b.number.digits) or a.number.scaled or b.unit:
        return False
    if w.words[b.first - 1] != "و" or w.words[a.end] != "في" or w.words[b.end] != "في":
        return False
    near = b.first - a.end <= _TOLD_ON and w.near(a.end) and w.near(b.first) and w.near(b.end)
    return near and min(a.low, b.low) >= 3


def compatriots(w: Words, a: Count, b: Count) -> Count:
    """Read a nation counted beside soldiers of another as soldiers: ألفا جندي أميركي و300 بريطاني."""
    first, second = w.words[a.end].rstrip("ا"), w.words[b.number.end].rstrip("ا")
    nations = first.endswith("ي") and second.endswith("ي") and fold_word(b.unit) == second
    if a.about != "troops" or not nations or known_unit(w, b.number.end):
        return b
    beside = w.words[b.first].startswith("و") or w.words[b.first - 1] == "و"
    if not (beside and w.near(a.end) and b.first - a.end <= 3):
        return b
    return b._replace(end=b.number.end, unit=a.unit, about=a.about)


_AMONG: Final = folded_words("بينهم بينها بينهن منهم منها")


def is_of_those(w: Words, first: int) -> bool:
    """Tell whether the number at word `first` counts some of those just counted, or all of whom they are some.

    بينهم خمسة نالوا موافقة، من أصل 250.
    """
    before = w.words[first - 1]
    return w.near(first) and (before in _AMONG or (before == "اصل" and w.words[first - 2] == "من"))


def _told_on(w: Words, a: Count, b: Count) -> bool:
    """Tell whether the word before says more of what was counted: قتل 7 جنود وأصيب 15، غادر 400 جندي وبقي 350."""
    word = w.words[b.first - 1]
    if word in _STAYING:
        return a.about in ("troops", "bases") and w.near(b.first)
    near = w.near(b.first) and b.first - a.end <= _TOLD_ON
    return near and word.startswith("و") and w.words[b.first - 1][1:] in FATES


_TOLD_ON: Final = 8
_STAYING: Final = folded_words(
    "بقي يبقى سيبقى بقاء ظل يظل سيظل بقيت تبقى ستبقى إبقاء وبقي ويبقى وسيبقى وبقاء وظل وبقيت وتبقى وستبقى وإبقاء"
)


def _opens_with_and(w: Words, b: Count) -> bool:
    entry = NUMBER_WORDS.get(w.words[b.first])
    if entry is None and b.first < b.number.first:
        return w.words[b.first].startswith("و")  # ونحو 900
    return entry is not None and entry.joined


def _borrowed(a: Count, b: Count) -> float:
    """Return the first value in the scale of the second (من 3 إلى 5 آلاف)."""
    if a.number.scaled or not b.number.scaled or a.low >= 1000:
        return a.low
    for scale in (1e12, 1e9, 1e6, 1e3):
        if b.low >= scale:
            return a.low * scale if a.low * scale <= b.high else a.low
    return a.low


def stops(gap: str) -> bool:
    """Tell whether the text between two words ends a line or a sentence."""
    return "\n" in gap or "." in gap
