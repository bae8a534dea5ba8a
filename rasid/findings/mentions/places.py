"""Context rules for names that are also ordinary words: حرير، بلد، التقدم، القائم، فيكتوريا."""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.findings.lexicon import NameForm
from rasid.findings.mentions.bodies import accepts_body
from rasid.findings.mentions.heads import after_head, stands_in
from rasid.findings.reading import Reading

_LOCATIVE: Final = frozenset(
    ["من", "في", "الي", "داخل", "نحو", "باتجاه", "صوب", "ومن", "وفي", "والي"]
)
_MOVES: Final = ("depart", "arrive", "remain", "attack", "hand")
_LIST_GAP: Final = 5
_BESIDE: Final = (["في"], ["قرب"], ["محيط"], ["داخل"], ["بمحيط"], ["جوار"])
_CROSSINGS: Final = ("معبري", "معابر", "منفذي", "منافذ")
_QUOTE_SIGNS: Final = ' "“”«»'
_NEAR: Final = 3  # words between a base and the airport beside which it lies
_SITUATED: Final = frozenset(["تقع", "يقع", "الواقعه", "الواقع", "واقعه", "وتقع", "ويقع"])
_CIVIL: Final = frozenset(
    ["المدني", "المدنيه", "الملاحه", "رحلات", "الرحلات", "المسافرين", "مسافرين", "الركاب", "الخطوط"]
)
"""Words beside an airport that speak of passengers; وطيران, حركة الملاحة."""
_BESIDE_IT: Final = 6
_LISTED: Final = frozenset({"هي", "وهي", "هما", "وهما", "منها", "ومنها", "بينها", "ابرزها", "مثل"})
_LIST_HEAD: Final = 4  # words between the bases and their list: ثلاث قواعد عسكرية هي


class Place(NamedTuple):
    """A possible name at words `[first, last)`; after: the word after the base named before it."""

    first: int
    last: int
    name: NameForm
    after: int


def accepts(reading: Reading, place: Place) -> bool | None:
    """Return whether the context makes a marked name a base; None: the article has to decide."""
    mark = place.name.mark
    if place.name.kind == "organisation":
        return accepts_body(reading, place.first, place.last, place.name)
    if mark == "+":
        headed = after_head(reading, place.first, place.last, place.name.prefix)
        return headed or _in_list(reading, place)
    if mark == "@":
        return _is_place(reading, place)
    if (
        _elsewhere(reading, place.first)
        or _locates(reading, place)
        or not _military(reading, place.first, place.last)
    ):
        return False
    airport = reading.words[place.first].endswith("مطار")
    if airport:  # its town is part of the name, so its country is known
        coalition = _about(reading, place.first, place.last, "coalition")
        listed = place.name.prefix == "و" and place.after == place.first  # قاعدة كذا ومطار كذا
        coalition = coalition or listed or _goes_on_in(reading, place)
        return coalition and not _civil(reading, place.first)
    return None


def is_other_thing(reading: Reading, first: int, name: NameForm) -> bool:
    """Tell whether the word before a base's name makes it another thing: مجزرة سبايكر، معبر التنف."""
    if first == 0:
        return False
    if name.prefix == "و" and first > 1 and reading.gaps[first - 1] == " ":
        return reading.words[first - 2].endswith(_CROSSINGS)  # معبري الوليد والتنف
    if name.prefix or reading.gaps[first - 1].strip(_QUOTE_SIGNS):
        return False
    return "otherwise" in reading.flags(first - 1) and not stands_in(
        reading, first, first + 1 + len(name.tail)
    )


def _elsewhere(reading: Reading, first: int) -> bool:
    """Tell whether the word before says town, prison, person ...: سجن التاجي، محمد الشدادي."""
    if first == 0 or reading.gaps[first - 1] != " ":
        return False
    cue = reading.cues.get(first - 1)
    if cue is None or "preposition" in cue.flags:
        return False  # على مطار كذا: على folds to the name علي
    called = reading.words[first - 1] == "باسم"  # يعرف باسم قاعدة كذا
    return "elsewhere" in cue.flags or (cue.given is not None and not called)


def _locates(reading: Reading, place: Place) -> bool:
    """Tell whether the name says where the base before it lies: قاعدة التقدم في الحبانية."""
    i = place.first
    if not _SITUATED.isdisjoint(reading.words[max(0, i - _NEAR) : i]):
        return True  # قاعدة كذا التي تقع في مطار كذا
    between = reading.words[place.after : i] if place.after >= 0 else None
    if between is None:
        return False
    close = between[-1:] in _BESIDE or between[-2:] == ["بالقرب", "من"]
    near = close and len(between) <= _NEAR
    return near or (not between and place.name.prefix == "ب")


def _civil(reading: Reading, first: int) -> bool:
    """Tell whether passengers or their flights stand beside an airport: الطيران المدني في مطار كذا."""
    begin, end = reading.sentence(first)
    near = reading.words[max(begin, first - _BESIDE_IT) : min(end, first + _BESIDE_IT)]
    return not _CIVIL.isdisjoint(near)


def _in_list(reading: Reading, place: Place) -> bool:
    """Tell whether the name goes on a list of bases: قاعدتي كذا (في الأنبار) وكذا; ثلاث قواعد هي كذا."""
    i = place.first - 1
    if i > 0 and reading.words[i] in _LISTED:
        return any("head" in reading.flags(k) for k in range(max(0, i - _LIST_HEAD), i))
    apart = i > 0 and reading.words[i] in {"و", "او"} and not place.name.prefix  # "كذا" و"كذا"
    between = range(place.after, place.first - apart)
    if not (apart or place.name.prefix.startswith("و")) or len(between) > _LIST_GAP:
        return False
    if not between or "head-adjective" in reading.flags(place.after):
        return True
    return reading.words[place.after] == "في" or "(" in reading.gaps[place.after - 1]


def _goes_on_in(reading: Reading, place: Place) -> bool:
    """Tell whether و and a preposition join the name to the base before it: في قاعدة كذا، وداخل مطار كذا."""
    near = 0 <= place.first - place.after <= _LIST_GAP
    return near and reading.words[place.first - 1] in {"وفي", "وداخل"}


def _military(reading: Reading, first: int, last: int) -> bool:
    """Tell whether the sentence speaks of forces outside words `[first, last)`."""
    return _about(reading, first, last, "military")


def _about(reading: Reading, first: int, last: int, kind: str) -> bool:
    """Tell whether the sentence has a word of a kind outside words `[first, last)`."""
    begin, end = reading.sentence(first)
    return any(kind in reading.flags(i) for i in range(begin, end) if not first <= i < last)


def _is_place(reading: Reading, place: Place) -> bool:
    """Tell whether a command named is the compound it sits in: people leave it, or stay there."""
    i = place.first - 1
    after = reading.words[place.last : place.last + 1]
    if after and "emptied" in reading.flags(place.last):
        return True
    located = place.name.prefix.lstrip("وف") == "ب" or (i >= 0 and reading.words[i] in _LOCATIVE)
    if not located and place.name.prefix == "و" and place.after == place.first:
        located = True  # من قاعدة كذا وقيادة العمليات: one list
    if not located:
        return False
    begin, _ = reading.sentence(place.first)
    if place.name.prefix.lstrip("وف") == "ب":  # … الذي استهدف قبل يومين، مناط بقيادة العمليات
        begin = max([begin, *(k + 1 for k in range(begin, i) if "،" in reading.gaps[k])])
    return any(m in reading.flags(k) for k in range(begin, place.first) for m in _MOVES)
