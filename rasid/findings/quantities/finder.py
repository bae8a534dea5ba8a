"""The finder of quantities: numbers with their hedges, units and ranges, and what they are about."""

from __future__ import annotations

from functools import cache
from typing import Final

from rasid.findings.quantities.counted import MONEY, PERCENT
from rasid.findings.quantities.counts import count_at
from rasid.findings.quantities.duals import DUAL_ADJECTIVES, dual, hedged_dual, marked_duals
from rasid.findings.quantities.hedges import hedge_cut
from rasid.findings.quantities.joining import Count, compatriots, joined, with_unit_before
from rasid.findings.quantities.settling import all_settled
from rasid.findings.quantities.shares import SHARES, SHARES_OF_THEM, share_at, share_of_them
from rasid.findings.quantities.units import unit_forms
from rasid.findings.types import Quantity
from rasid.language import Document
from rasid.language.dates.dashes import scan_of, with_dashes
from rasid.language.dates.finder import parse_text
from rasid.language.numbers import NUMBER_WORDS
from rasid.language.numbers_scan import Words


def find_quantities(text: str | Document) -> list[Quantity]:
    """Return the quantities of a text in order.

    A hedge (نحو) keeps the value and sets `approximate`; a bound (أكثر من، أقل من) gives the bound with `approximate`;
    vague words are intervals (بضعة 3–9, عشرات 10–99, مئات 100–999, آلاف 1000–9999) with `approximate`; a range has its
    two ends. `unit` is the dictionary form of the counted noun, "%" for percentages, "" when none is written; a share
    (نصف، ثلث) has a value below 1. Numbers that belong to a date are no quantities.
    """
    document = Document.of(text)
    folded = with_dashes(document)
    w = scan_of(document)
    found: list[Quantity] = []
    last = 0
    for count in _counts(w, document):
        before = last
        first, last = w.starts[count.first] + _cut(w, count.first), _stop(w, count)
        if w.gaps[count.first] != " ":
            opened = first - (_opens_inside(w, count, last) or _sign_before(w, count))
            first = (
                opened if opened >= before else first
            )  # a sign between two numbers is the first one's
        start, end = folded.span(first, last)
        surface = document.text[start:end]
        found.append(
            Quantity(
                start,
                end,
                surface,
                count.low,
                count.high,
                count.approximate,
                count.unit,
                count.about,
            )
        )
    return found


def _cut(w: Words, i: int) -> int:
    """Return the length of the proclitics of the first word of a quantity."""
    word = w.words[i]
    if word < ":":
        return 0
    entry = NUMBER_WORDS.get(word)
    if entry:
        cut = entry.cut or int(word == "واحد" and w.words[i + 1] == "عشر")  # و and أحد عشر
    elif unit := unit_forms().get(word):
        cut = unit.cut
    else:
        return hedge_cut(word) or int(word in SHARES_OF_THEM and word[0] == "و")
    return cut - 1 if cut and word[cut - 1 : cut + 1] == "لل" else cut


def _opens_inside(w: Words, count: Count, last: int) -> int:
    """Return the length of a bracket opened right before the quantity that closes inside it: (167) مليون."""
    first, gap = w.starts[count.first], w.gaps[count.first]
    bare = gap.rstrip(" ")
    return len(gap) - len(bare) + 1 if bare[-1:] == "(" and ")" in w.text[first:last] else 0


def _sign_before(w: Words, count: Count) -> int:
    """Return the length of the sign right before the quantity (%50، ٪ 50، $450)."""
    gap = w.gaps[count.first]
    if count.first == count.number.first and MONEY.get(gap[-1:]) == count.unit:
        return 1
    if (
        count.unit != "%"
        or count.first < count.number.first
        or gap.rstrip(" ")[-1:] not in ("%", "٪")
    ):
        return 0
    after = w.gaps[count.end].lstrip(" ")[:1]
    return 0 if after in ("%", "٪") else len(gap) - len(gap.rstrip(" ")) + 1


def _stop(w: Words, count: Count) -> int:
    """Return the offset after a quantity, with the percent or money sign or the bracket that closes it."""
    stop = w.end(count.end - 1)
    after = w.gaps[count.end]
    if after == " ":
        return stop
    if count.unit == "%" and after.lstrip()[:1] in ("%", "٪"):
        return stop + len(after) - len(after.lstrip()) + 1
    if MONEY.get(after.lstrip()[:1]) == count.unit:
        return stop + len(after) - len(after.lstrip()) + 1
    if after.startswith(")") and w.text.rfind("(", w.starts[count.first], stop) >= 0:
        return stop + 1
    return stop


@cache
def _triggers() -> frozenset[str]:
    """Return the words at which a quantity may begin: numbers in words, and duals of units.

    The one, the two (Monday) and the half count nothing; بالمئة ends a quantity.
    """
    duals = {
        form
        for form, unit in unit_forms().items()
        if unit.dual and (not unit.definite or unit.about == "bases")
    }
    words = {
        word
        for word, entry in NUMBER_WORDS.items()
        if not (entry.definite and (entry.kind == "fraction" or 0 < entry.value <= 2))
    }
    return frozenset(words - PERCENT | duals | DUAL_ADJECTIVES | SHARES_OF_THEM.keys())


_ONE_OF: Final = frozenset(("احد", "احدي", "لاحد", "لاحدي", "باحد", "باحدي", "واحدي", "كاحد"))


def _read_at(w: Words, document: Document, i: int, found: list[Count]) -> Count | None:
    """Read a share, a number or a dual at word `i`."""
    word = w.words[i]
    if word in _ONE_OF and not w.words[i + 1].startswith("عشر"):
        return None  # أحد الجنود; not أحد عشر جنديا
    if word in SHARES_OF_THEM:
        return share_of_them(w, i)
    if word in SHARES and (share := share_at(w, document, i)):
        return share
    if word < ":" or word in NUMBER_WORDS:
        return count_at(w, document, i)
    return hedged_dual(w, dual(w, i, found[-1] if found else None))


def _without_its_year(w: Words, count: Count, dated: set[int]) -> Count:
    """Return a count without the word that leads to a year, which is no unit: 130 ألفا عام 2008."""
    end = next(k for k in range(count.number.end, count.end) if k in dated)
    a_year = 1900 <= count.low <= 2100
    counts = count.unit in _YEARS and not a_year and w.near(count.number.first)
    stated = count.approximate or count.number.scaled or counts
    return count._replace(end=end, unit="", about="other", stated=stated)


_YEARS: Final = frozenset(("عام", "سنة"))


def _counts(w: Words, document: Document) -> list[Count]:
    """Return the counts of a text, ranges joined."""
    dated = set[int]()
    for match in parse_text(w):
        dated.update(range(match.first, match.end))
    found: list[Count] = []
    end = 0
    marked = marked_duals(w, document)
    places = w.places(_triggers())
    for i in sorted({*places, *marked}) if marked else places:
        if i < end or i in dated:
            continue
        count = marked.get(i) or _read_at(w, document, i, found)
        if count is None:
            continue
        if dated and not dated.isdisjoint(range(count.number.first, count.number.end)):
            continue
        if not dated.isdisjoint(range(count.number.end, count.end)):
            count = _without_its_year(w, count, dated)  # من 130 ألفا عام 2008
        if count.first < end:
            continue  # its noun or its hedge belongs to the count before
        if found and not (count.stated and count.unit):
            count = with_unit_before(w, found[-1], count)
        elif found and count.about == "other" and count.unit.endswith("ي"):
            count = compatriots(w, found[-1], count)
        pair = joined(w, found[-1], count) if found else None
        if pair:
            found[-1:] = pair
        else:
            found.append(count)
        end = count.end
    return all_settled(w, [count for count in found if count.stated])
