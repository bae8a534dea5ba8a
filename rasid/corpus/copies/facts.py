"""What a report is about besides its wording: its figures, its places, its days, and its form.

Two reports in the same words about another place, another day or with other figures are two reports: press offices
fill the same sentences with other values. That can be seen in two texts alone, however small the corpus is.
Forecasts, and telegrams of congratulation or condolence, are all alike: they have a form of their own.

The facts of an article stand behind its 3-grams as odd values: the kind in the bits above the lowest, then a hash.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Collection, Iterator
from datetime import date
from enum import IntEnum
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from rasid import settings
from rasid.corpus.article import Article
from rasid.language import fold
from rasid.language.word_types import Cut

OPENING: Final = 60
"""Words in which a report says where it happened."""

DATELINE: Final = 8
"""Words among which a place with a sign behind it is the correspondent's, unless it is named again."""

FORECAST: Final = 0.2
TELEGRAM: Final = 0.3
"""Share of a text's words that are of the form's own vocabulary; other texts on weather or mourning stay below."""

_YEAR: Final = re.compile(r"199\d|20(?:0[1-9]|[1-3]\d)")
"""Years are of the background, which each paper adds in its own way; a round 2000 counts something."""

_KINDS: Final = 31
_ABOVE: Final = 5  # bits below the value of a fact
_NUMBER, _DAY, _COUNTRY, _REGION, _WEATHER, _GREETING = 1, 2, 4, 8, 16, 32
_WITHIN: Final = frozenset(",.٬،٫'")  # signs within a number
_DAYS: Final = ("السبت", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة")
_ALSO_WORDS: Final = ("مالي", "بنين")  # names of countries that are common words
_JOINED: Final = ("", "و", "ف", "ب", "ل", "وب", "ول")
_ARTICLES: Final = (*_JOINED, "ال", "وال", "بال", "فال", "كال", "لل", "ولل")


class Kind(IntEnum):
    """What a fact is; each is kept once for each of its values."""

    NUMBER = 0
    PLACE = 1  # wherever it is named
    COUNTRY = 2  # named in the opening
    REGION = 3  # a province or town named in the opening
    DAY = 4  # of the week
    FORM = 5  # forecast or telegram
    FIGURE = 6  # a run of two digits and more: a number, or a part of one
    HOUSE = 7  # who wrote and printed it; a host of others' articles may take one twice
    FIRST = 8  # the day it appeared at the earliest, counted as `date.toordinal` does
    LAST = 9  # … and at the latest


class Appearance(NamedTuple):
    """Where and when an article appeared, as far as that is known."""

    outlet_id: str = ""
    host_id: str = ""
    published_from: date | None = None
    published_to: date | None = None

    @classmethod
    def of(cls, article: Article) -> Appearance:
        """Return where and when an article appeared."""
        origin, at = article.origin, article.publication
        return cls(origin.outlet_id, origin.host_id, at.published_from, at.published_to)

    def facts(self) -> list[int]:
        """Return it as facts, in ascending order; what is unknown is left out."""
        found = []
        if self.outlet_id == self.host_id and self.outlet_id not in ("", "unknown"):
            found.append(_fact(Kind.HOUSE, self.outlet_id))
        if self.published_from and self.published_to:
            found.append(_day(Kind.FIRST, self.published_from))
            found.append(_day(Kind.LAST, self.published_to))
        return sorted(found)


def hash_of(word: str) -> int:
    """Return the hash of a word; the same in every process and on every machine."""
    digest = hashlib.blake2b(word.lower().encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def facts(cut: Cut) -> list[int]:
    """Return the facts of an article in ascending order, each an odd number."""
    kinds = cut.types.column("copy-facts", _kind_of, np.uint8).at(cut.numbers)
    marked = kinds.nonzero()[0].tolist()
    found = {_fact(kind, number) for kind, number in _numbers(cut, kinds, marked)}
    named: dict[str, list[int]] = {}
    forms = {_WEATHER: 0, _GREETING: 0}
    for at in marked:
        kind, word = int(kinds[at]), cut.words[at]
        if kind & _DAY:
            found.add(_fact(Kind.DAY, _words()[word][1]))
        if kind & (_COUNTRY | _REGION):
            named.setdefault(_words()[word][1], []).append(at)
        for form in forms:
            forms[form] += bool(kind & form)
    for place, where in named.items():
        found.add(_fact(Kind.PLACE, place))
        first = where[0]
        if first < OPENING and (len(where) > 1 or not _in_dateline(cut, first)):
            level = Kind.COUNTRY if kinds[first] & _COUNTRY else Kind.REGION
            found.add(_fact(level, place))
    for form, least in ((_WEATHER, FORECAST), (_GREETING, TELEGRAM)):
        if forms[form] >= least * len(cut.words):
            found.add(_fact(Kind.FORM, str(form)))
    return sorted(found)


def by_kind(values: NDArray[np.uint32]) -> dict[int, frozenset[int]]:
    """Return the facts of an article by their kind; kinds without one are left out."""
    found: dict[int, list[int]] = {}
    for value in values.tolist():
        found.setdefault((value & _KINDS) >> 1, []).append(value)
    return {kind: frozenset(of_one) for kind, of_one in found.items()}


def as_places(named: Collection[int], level: Kind) -> set[int]:
    """Return the countries or regions of an opening, written as `Kind.PLACE` writes them."""
    change = (Kind.PLACE ^ level) << 1
    return {value ^ change for value in named}


@lru_cache(maxsize=1 << 15)  # places and days, and most numbers, are the same ones again
def _fact(kind: Kind, value: str) -> int:
    return hash_of(value) & ~_KINDS | kind << 1 | 1


def _day(kind: Kind, day: date) -> int:
    return day.toordinal() << _ABOVE | kind << 1 | 1


def day_of(value: int) -> int:
    """Return the day of a fact of kind `FIRST` or `LAST`, counted as `date.toordinal` does."""
    return value >> _ABOVE


def _in_dateline(cut: Cut, at: int) -> bool:
    return at < DATELINE and at < len(cut.gaps) and cut.gaps[at] != " "


def _numbers(cut: Cut, kinds: NDArray[np.uint8], marked: list[int]) -> Iterator[tuple[Kind, str]]:
    """Yield the numbers of two digits and more, as they stand, and those that a sign parts (6.7; 12,600) as one."""
    whole: list[str] = []
    last = -2
    for at in marked:
        if not kinds[at] & _NUMBER:
            continue
        word = cut.words[at]
        if at == last + 1 and cut.gaps[last] in _WITHIN:
            whole[-1] += word
        else:
            whole.append(word)
        if len(word) > 1:
            yield Kind.FIGURE, word
        last = at
    for number in whole:
        if len(number) > 1 and not _YEAR.fullmatch(number):
            yield Kind.NUMBER, number


def _kind_of(word: str) -> int:
    return _NUMBER if word.isdigit() else _words().get(word, (0, ""))[0]


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[int, str]]:
    """Return what each known word is, in every spelling with what is written to it, and the name it goes by."""
    known: dict[str, tuple[int, str]] = {}

    def add(kind: int, spellings: list[str], before: tuple[str, ...]) -> None:
        names = [fold(spelling).text.strip() for spelling in spellings if spelling]
        for name in names:
            if " " in name:
                continue
            forms = [start + name for start in before]
            if name.startswith("ال"):
                forms += ["لل" + name[2:], "ولل" + name[2:]]
            for form in forms:
                old, called = known.get(form, (0, names[0]))
                known[form] = (old | kind, called)

    for day in _DAYS:
        add(_DAY, [day.replace("إ", "ا")], _JOINED)
    for spellings in _countries():
        add(_COUNTRY, spellings, _JOINED)
    for kind, spellings in _listed():
        add(kind, spellings, _JOINED if kind == _REGION else _ARTICLES)
    return known


def _countries() -> Iterator[list[str]]:
    path = settings.asset("gazetteer/countries.tsv")
    with path.open(encoding="utf-8", newline="") as handle:
        rows = (line for line in handle if not line.startswith("#"))
        for row in csv.DictReader(rows, delimiter="\t"):
            if row["name_ar"] not in _ALSO_WORDS:
                yield [row["name_ar"], *(row["aliases"] or "").split("|")]


def _listed() -> Iterator[tuple[int, list[str]]]:
    kinds = {"region": _REGION, "forecast": _WEATHER, "telegram": _GREETING}
    path = settings.asset("lexicon/copy_words.tsv")
    for line in path.read_text(encoding="utf-8").split("\n"):
        kind, _, words = line.partition("\t")
        if kind in kinds:
            for word in words.split():
                yield kinds[kind], word.split("|")
