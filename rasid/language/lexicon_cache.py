"""The finished lexicon kept on disk, so that a program starts in a fraction of a second.

It is read in two steps. A few words (a search, the rebuild after one article) are looked up by
bisection in lists that are ready in a tenth of a second; who asks for more gets dictionaries, which
answer twenty times as fast but cost another third of a second.

The file is numbers and joined text, never code. It is only a convenience: without a place to write
it, or when it cannot be read, the lexicon is made from its sources each time.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt

from rasid.language.kept_file import keep
from rasid.language.lexicon import LISTS, VERBS, Host, Lexicon
from rasid.settings import ROOT, asset

_RULES: Final = (  # modules whose text decides what the lexicon holds
    "candidates",
    "characters",
    "closed_class",
    "conjugation",
    "folding",
    "inflection",
    "lexicon",
    "lexicon_sources",
    "repairs",
    "stems",
)

_TABLES: Final = ("own", "forms", "folded", "imperfects", "inferred")
_SETS: Final = ("verbs", "perfects")
_SHARES: Final = ("frequency", "weight")
_PRICES: Final = ("hosts_price", "hosts_doubt", "hosts_seen")  # of each candidate

Arrays = dict[str, npt.NDArray[np.generic]]


def folder() -> Path:
    """Return where the file is kept: `RASID_CACHE`, else `.rasid` of the checkout."""
    return Path(os.environ.get("RASID_CACHE") or ROOT / ".rasid")


def fingerprint() -> str:
    """Return a name for the present sources and rules; it changes when any of them does."""
    digest = hashlib.sha256()
    for package in ("simplemma", "wordfreq"):
        digest.update(f"{package} {version(package)}\n".encode())
    rules = [Path(__file__).with_name(f"{name}.py") for name in _RULES]
    for path in (*map(asset, (*LISTS, VERBS, "lexicon/stopwords.tsv")), *rules):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


_OFTEN: Final = 20_000  # questions to one table, about those of a thousand words
Value = TypeVar("Value")


class Bisected(Mapping[str, Value]):
    """A table whose sorted words are searched where they lie, until it is asked too often."""

    def __init__(self, words: list[str], values: Sequence[Any], of: Callable[[Any], Value]):
        """Keep words, the number that each stands with, and what makes a value of a number."""
        self._words, self._values, self._of = words, values, of
        self._asked = 0
        self.when_often: Callable[[], None] = lambda: None

    def _find(self, word: str) -> int:
        self._asked += 1
        if self._asked == _OFTEN:
            self.when_often()
        at = bisect_left(self._words, word)
        return at if at < len(self._words) and self._words[at] == word else -1

    def __getitem__(self, word: str) -> Value:
        at = self._find(word)
        if at < 0:
            raise KeyError(word)
        return self._of(self._values[at])

    def get(self, word: str, default: Any = None) -> Any:
        """Return the value of a word, else the default (quicker than by way of a KeyError)."""
        at = self._find(word)
        return default if at < 0 else self._of(self._values[at])

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self._find(word) >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def whole(self) -> dict[str, Value]:
        """Return the same table as a dictionary."""
        return dict(zip(self._words, map(self._of, self._values), strict=True))

    def indexed(self) -> Indexed[Value]:
        """Return the same table as a dictionary of numbers, whose values are made when asked for."""
        return Indexed(dict(zip(self._words, self._values, strict=True)), self._of)


class Indexed(Mapping[str, Value]):
    """A table found by dictionary, whose values would take long to be made all at once."""

    def __init__(self, numbers: dict[str, int], of: Callable[[int], Value]):
        """Keep the number of each word and what makes a value of a number."""
        self._numbers, self._of = numbers, of

    def __getitem__(self, word: str) -> Value:
        return self._of(self._numbers[word])

    def get(self, word: str, default: Any = None) -> Any:
        """Return the value of a word, else the default (quicker than by way of a KeyError)."""
        number = self._numbers.get(word)
        return default if number is None else self._of(number)

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def inflate(lex: Lexicon) -> None:
    """Make dictionaries of the tables of a lexicon that `load` returned."""
    for name in (*_TABLES, *_SHARES):
        table = getattr(lex, name)
        if isinstance(table, Bisected):
            setattr(lex, name, table.whole())
    if isinstance(lex.hosts, Bisected):
        lex.hosts = lex.hosts.indexed()


def load(key: str) -> Lexicon | None:
    """Return the lexicon kept under `key`; None when there is none that can be read.

    Its tables are searched by bisection and become dictionaries when they are asked often.
    """
    try:
        with np.load(_path(key), allow_pickle=False) as arrays:
            return _unpack(arrays)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None


def save(key: str, lex: Lexicon) -> None:
    """Keep the lexicon under `key` and drop the files of other keys; quietly if not allowed."""
    keep(_path(key), lambda file: np.savez(file, **_pack(lex)), instead_of="lexicon-*.npz")  # type: ignore[arg-type]


def _path(key: str) -> Path:
    return folder() / f"lexicon-{key}.npz"


def _pack(lex: Lexicon) -> Arrays:
    tables = {name: sorted(getattr(lex, name).items()) for name in _TABLES}
    hosts = [lex.hosts[word] for word in sorted(lex.frequency)]
    candidates = [candidate for _, found in hosts for candidate in found]
    lemmas = {lemma for rows in tables.values() for _, lemma in rows}
    lemmas |= lex.verbs | {candidate[0] for candidate in candidates}
    number = {lemma: n for n, lemma in enumerate(sorted(lemmas))}
    arrays: Arrays = {"lemmas": _joined(number)}
    for name, rows in tables.items():
        arrays[name] = _joined(form for form, _ in rows)
        arrays[name + "_value"] = np.array([number[lemma] for _, lemma in rows], dtype=np.int32)
    for name in _SETS:
        arrays[name] = np.array(sorted(number[v] for v in getattr(lex, name)), dtype=np.int32)
    for name in _SHARES:
        shares = sorted(getattr(lex, name).items())
        arrays[name] = _joined(form for form, _ in shares)
        arrays[name + "_value"] = np.array([share for _, share in shares], dtype=np.float64)
    arrays["hosts_alone"] = np.array([alone for alone, _ in hosts], dtype=np.float64)
    arrays["hosts_end"] = np.cumsum([0, *(len(found) for _, found in hosts)], dtype=np.int32)
    arrays["hosts_lemma"] = np.array([number[lemma] for lemma, *_ in candidates], dtype=np.int32)
    for at, name in enumerate(_PRICES, 1):
        arrays[name] = np.array([candidate[at] for candidate in candidates], dtype=np.float64)
    return arrays


def _unpack(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Lexicon:
    lemmas = _parted(arrays["lemmas"])

    def table(name: str, of: Callable[[Any], Value]) -> Bisected[Value]:
        numbers: npt.NDArray[Any] = arrays[name + "_value"]
        return Bisected(_parted(arrays[name]), numbers.data, of)

    tables: dict[str, Bisected[Any]] = {name: table(name, lemmas.__getitem__) for name in _TABLES}
    tables |= {name: table(name, float) for name in _SHARES}
    tables["hosts"] = _hosts(arrays, tables["frequency"], lemmas)
    sets = {name: {lemmas[n] for n in arrays[name].tolist()} for name in _SETS}
    lex = Lexicon(**tables, **sets)  # type: ignore[arg-type]
    for one in tables.values():
        one.when_often = partial(inflate, lex)
    return lex


def _hosts(
    arrays: Mapping[str, npt.NDArray[Any]], words: Bisected[float], lemmas: list[str]
) -> Bisected[Host]:
    ends, alone = arrays["hosts_end"].data, arrays["hosts_alone"].data
    lemma = arrays["hosts_lemma"].data
    price, doubt, seen = (arrays[name].data for name in _PRICES)

    def host(number: int) -> Host:
        found = range(ends[number], ends[number + 1])
        return alone[number], tuple(
            [(lemmas[lemma[at]], price[at], doubt[at], seen[at]) for at in found]
        )

    return Bisected(list(words), range(len(words)), host)


def _joined(words: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode("utf-16-le"), dtype=np.uint8)


def _parted(joined: npt.NDArray[np.generic]) -> list[str]:
    # UTF-16 is how Python holds Arabic, so this is decoded by copying.
    return joined.tobytes().decode("utf-16-le").split("\n")
