"""Where those counted are: the base, town or country that the number's own words name.

A place says where when a preposition leads to it (2500 جندي في العراق). The words after the number are asked first, as
far as its clause goes, then those before it (عدد القوات في سوريا بلغ 1720); a number that goes on the one before it is
where that one is (من 2000 إلى 1400 جندي). Of a base in a town the base is meant (قاعدة حرير في أربيل).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from rasid.findings.quantities.timing import TIMELESS
from rasid.findings.types import Mention, Quantity

KINDS: Final = frozenset(("base", "place", "country"))

_FAR: Final = 110  # characters between a number and its place
_WINDOW: Final = 40  # characters before a name that its preposition stands in
_IN: Final = frozenset(
    ("في", "داخل", "وسط", "ضمن", "إلى", "الى", "على", "لدى", "قرب", "باتجاه", "صوب", "نحو")
)
# What may stand between the preposition and the name: في شمال شرق مدينة كذا.
_COMPASS: Final = frozenset(("شمال", "جنوب", "شرق", "غرب", "شمالي", "جنوبي", "شرقي", "غربي"))
_SIDES: Final = _COMPASS | frozenset(
    ("قاعدة", "قاعدتي", "معسكر", "مطار", "مخيم", "مدينة", "محافظة", "محافظتي", "قضاء", "ناحية", "بلدة", "قرية", "منطقة",
     "إقليم", "اقليم", "عاصمة", "حي", "ضاحية", "ريف", "ريفي", "وسط", "مناطق", "عموم", "كامل", "كل", "أراضي", "أنحاء",
     "محيط", "حدود")
)  # fmt: skip
_QUOTES: Final = frozenset('"«“')
_OTHER_CLAUSE: Final = re.compile(r"[،,;؛:.\n\"«“]")
_NOT_BEFORE: Final = re.compile(
    r"[;؛:\n\"«“]|\.\s|[،,]\s*و(?!ال(?:بالغ|مقدر))|(?<![ء-ي])(?:[وبلف]?[إأا]ن(?:ه|ها|هم)?|فيما|بينما|[إا]ذ)(?![ء-ي])"
)
_OF_THE_SAME: Final = re.compile(
    r"^\W{0,3}(?:إلى|الى|و|بينهم|بينها|منهم|منها|من بينهم|من بينها)(?:\s+\S+){0,2}\s*$|^\W{0,3}و\S*\s*$"
)
_ADDED: Final = re.compile(r"^[^،,.;؛:\n]{0,30}\sو$")
# مئات المستشارين وآلاف المقاتلين; قتل 7 وجرح 54; قتل 37 في تفجيرين; تفجيران استهدفا محطتين; 10 جرحى بينهم 6 تلاميذ.
_GOES_ON: Final = re.compile(
    r"^[^.;؛:\n]{0,30}\s(?:و(?:أ?صيب|إصابة|جرح|قتل|مقتل|أسر|اعتقل|اعتقال|نزوح|تشريد)\w?|في|جراء|إثر|استهدف\w*|"
    r"(?:من )?بينهم|(?:من )?بينها|منهم)\s+(?:نحو\s|حوالي\s)?$"
)
_APPOSED: Final = re.compile(
    r"[،,]\s*(?:أغلبهم|معظمهم|غالبيتهم|أكثرهم|جميعهم|كلهم|بينهم|بينها|من بينهم)(?![ء-ي])[^،,.\n]{1,60}[،,]\s*"
    r"(?=(?:في|خلال|جراء|إثر|حاليا|داخل|قرب|وسط|على|شمال|جنوب|شرق|غرب)(?![ء-ي]))"
)
# Said before a number of what leaves, with who pulls it out between them: تسحب الولايات المتحدة 500 جندي من سوريا.
_PULLED: Final = re.compile(
    r"(?<![ء-ي])[وفلب]{0,2}(?:ال)?(?:[تيسن]{0,2}سحب|انسحاب|[إا]خراج|خروج|مغادرة|[إا]جلاء|[إا]عادة|ترحيل|غادر)ت?\s+"
    r"(?:[^\W\d]+\s+){0,3}$"
)
_NAMED_IN_QUOTES: Final = re.compile(
    r'["«“][^"»”\s]{2,15}["»”]'
)  # جنود مشاة البحرية "المارينز" من كذا
_MARKS: Final = re.compile("[\u064b-\u0652]")
_BESIDE: Final = 36  # characters between a base and the town that it lies in
_first: Final = itemgetter(0)


class Whereabouts:
    """The bases, towns and countries of a text, asked for what a number's own words name."""

    def __init__(
        self, text: str, sentences: list[tuple[int, int]], mentions: Sequence[Mention]
    ) -> None:
        self.text, self.sentences = text, sentences
        self.named = [m for m in mentions if m.kind in KINDS]
        self._starts = [m.start for m in self.named]
        self._led: dict[int, bool] = {}

    def of(self, quantities: Sequence[Quantity]) -> list[str | None]:
        """Return the entity where each of the quantities is, or None when no preposition leads to one."""
        if not self.named:
            return [None] * len(quantities)
        found: list[str | None] = []
        for i, counted in enumerate(quantities):
            if counted.unit in TIMELESS:
                found.append(None)  # years and kilometres lie nowhere
                continue
            start, end = self._sentence(counted.start)
            before = quantities[i - 1] if i and quantities[i - 1].start >= start else None
            after = quantities[i + 1].start if i + 1 < len(quantities) else end
            where = self._after(counted, min(end, after))
            if where is None and before is not None:
                between = self.text[before.end : counted.start]
                if _OF_THE_SAME.search(between):
                    where = found[-1]
            if where is None:
                where = self._before(counted, before.end if before else start)
            found.append(where)
        for i in range(len(found) - 2, -1, -1):
            if found[i] is None and found[i + 1] and quantities[i].unit not in TIMELESS:
                between = self.text[quantities[i].end : quantities[i + 1].start]
                if len(between) < _NEXT and _leads_on(between):
                    found[i] = found[i + 1]
        return found

    def _sentence(self, at: int) -> tuple[int, int]:
        return self.sentences[max(0, bisect_right(self.sentences, at, key=_first) - 1)]

    def _between(self, first: int, last: int) -> range:
        return range(bisect_left(self._starts, first), bisect_left(self._starts, last))

    def _after(self, counted: Quantity, stop: int) -> str | None:
        """Return the first place that a preposition leads to after a number, in its clause."""
        pulled = (
            _PULLED.search(self.text, max(0, counted.start - _WINDOW), counted.start) is not None
        )
        for k in self._between(counted.end, min(stop, counted.end + _FAR)):
            if self._is_led(k) or (pulled and self._is_left(k)):
                if self._is_in_another_clause(counted.end, self._opening(k)):
                    return None
                return self._base_beside(k, counted.end) or self.named[k].entity_id
        return None

    def _before(self, counted: Quantity, opening: int) -> str | None:
        """Return the last place that a preposition leads to before a number, in its clause."""
        for k in reversed(self._between(max(opening, counted.start - _FAR), counted.start)):
            if self._is_led(k):
                begin = counted.start - (self.text[counted.start - 1] in _QUOTES)
                if _NOT_BEFORE.search(self.text, self.named[k].end, begin):
                    return None
                return self._base_beside(k, opening) or self.named[k].entity_id
        return None

    def _is_in_another_clause(self, end: int, opening: int) -> bool:
        """Tell whether a clause ends between a number and a name; a comma right before the preposition ends none."""
        found = _OTHER_CLAUSE.search(self.text, end, opening)
        if found is None:
            return False
        apposed = _APPOSED.match(self.text, found.start(), opening) or _NAMED_IN_QUOTES.match(
            self.text, found.start(), opening
        )
        if apposed:  # أصيب 54، أغلبهم من المدنيين، في قصف على كذا
            return self._is_in_another_clause(apposed.end(), opening)
        led = self.text[found.end() : opening].split()
        return found[0] not in "،," or not led or not all(w in _IN or w in _SIDES for w in led)

    def _opening(self, k: int) -> int:
        """Return where the name begins, or the quotation mark right before it."""
        start = self.named[k].start
        return start - (self.text[start - 1] in _QUOTES)

    def _is_led(self, k: int) -> bool:
        """Tell whether a preposition of place leads to the name."""
        known = self._led.get(k)
        if known is None:
            named = self.named[k]
            window = self.text[max(0, named.start - _WINDOW) : named.start]
            self._led[k] = known = _leads(window, base=named.kind == "base")
        return known

    def _is_left(self, k: int) -> bool:
        """Tell whether the name is what something is pulled out of: سحب 400 جندي من سوريا."""
        words = self.text[max(0, self.named[k].start - _WINDOW) : self.named[k].start].split()
        while words and words[-1] in _SIDES:
            words.pop()
        return bool(words) and words[-1] in ("من", "ومن")

    def _base_beside(self, k: int, opening: int) -> str | None:
        """Return the base named right before a town or a country that it lies in."""
        if k == 0 or self.named[k].kind == "base":
            return None
        base = self.named[k - 1]
        if base.kind != "base" or base.start < opening:
            return None
        between = self.text[base.end : self.named[k].start]
        apart = len(between) > _BESIDE or _OTHER_CLAUSE.search(between)
        return None if apart or not _LIES_IN.search(between) else base.entity_id


def _leads_on(between: str) -> bool:
    """Tell whether a number goes on to the next one, whose place is then its own."""
    if _ADDED.search(between):
        return True
    return _GOES_ON.search(_MARKS.sub("", between)) is not None and "بعد " not in between


_NEXT: Final = 44  # characters between a number and the next that tells more of the same
_LIES_IN: Final = re.compile(
    r"(?<![ء-ي])(?:في|ب\w*|غربي?|شرقي?|شمالي?|جنوبي?|قرب)(?![ء-ي])|ب(?:ال)?$"
)


def _leads(window: str, *, base: bool) -> bool:
    """Tell whether the text before a name ends with a preposition of place; out of is said of bases alone."""
    words = window.replace('"', " ").replace("«", " ").replace("“", " ").split()
    if words and window[-1] not in _BLANKS:
        glued = words.pop().lstrip("وف")
        if glued not in ("", "ال"):
            return glued in ("ب", "بال")  # بالعراق
    aside = False
    for k in range(len(words) - 1, -1, -1):
        word = words[k]
        if word in _IN or (word[0] in "وف" and word[1:] in _IN) or word in _STRUCK:
            return True
        if word in ("من", "ومن"):
            if words[k - 1] not in _EACH:
                return base or (k > 0 and words[k - 1] in _FLED)
        elif word in _SIDES:
            aside |= word in _COMPASS
        else:
            return (
                word[0] == "ب" and word[1:].removeprefix("ال") in _SIDES
            ) or aside  # بمحافظة كذا، شمالي سوريا
    return aside


# A blow at a place is there: قصف استهدف ريف درعا.
_STRUCK: Final = frozenset(("استهدف", "استهدفت", "هز", "هزت", "ضرب", "ضربت", "اجتاح", "اجتاحت"))
_FLED: Final = frozenset(
    ("فروا", "نزحوا", "نزح", "فر", "هربوا", "هجروا", "شردوا", "الفارين", "النازحين")
)
_EACH: Final = frozenset(("كل", "بكل"))  # في كل من العراق وسوريا
_BLANKS: Final = _QUOTES | {" ", "\n"}
