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
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np

from rasid.language.candidates import EachHost
from rasid.language.kept_arrays import Arrays, joined, keep_arrays, parted, read_arrays
from rasid.language.kept_file import alone
from rasid.language.kept_hosts import KeptHosts, hosts_of
from rasid.language.lexicon import LISTS, VERBS, Lexicon
from rasid.settings import ROOT, asset

_RULES: Final = (  # modules whose text decides what the lexicon holds
    "candidates",
    "characters",
    "closed_class",
    "conjugation",
    "folding",
    "inflection",
    "kept_hosts",
    "lexicon",
    "lexicon_sources",
    "repairs",
    "stems",
)

_TABLES: Final = ("own", "forms", "folded", "imperfects", "inferred")
_SETS: Final = ("verbs", "perfects", "names")
_SHARES: Final = ("frequency", "weight")


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


def inflate(lex: Lexicon) -> None:
    """Make dictionaries of the tables of a lexicon that `load` returned, and give it its hosts."""
    for name in (*_TABLES, *_SHARES):
        table = getattr(lex, name)
        if isinstance(table, Bisected):
            setattr(lex, name, table.whole())
    if not isinstance(lex.hosts, KeptHosts):
        lex.hosts = hosts_of(lex, folder() / f"hosts-{lex.key}.npz")


def ready(make: Callable[[], Lexicon]) -> Lexicon:
    """Return the lexicon of the present sources: the kept one, else what `make` returns, kept from now on.

    Of several processes that find none, one makes it and the others wait.
    """
    key = fingerprint()
    lex = load(key)
    if lex is None:
        with alone(_path(key)):
            lex = load(key)
            if lex is None:
                made = make()
                made.key = key
                save(key, made)
                lex = load(key) or made
    lex.hosts = lex.hosts or EachHost(lex)
    return lex


def load(key: str) -> Lexicon | None:
    """Return the lexicon kept under `key`; None when there is none that can be read.

    Its tables are searched by bisection and become dictionaries when they are asked often.
    """
    return read_arrays(_path(key), partial(_unpack, key))


def save(key: str, lex: Lexicon) -> None:
    """Keep the lexicon under `key`, with the last ones of other keys; quietly not, if not allowed."""
    keep_arrays(_path(key), _pack(lex))


def _path(key: str) -> Path:
    return folder() / f"lexicon-{key}.npz"


def _pack(lex: Lexicon) -> Arrays:
    tables = {name: sorted(getattr(lex, name).items()) for name in _TABLES}
    lemmas = {lemma for rows in tables.values() for _, lemma in rows} | lex.verbs | lex.names
    number = {lemma: n for n, lemma in enumerate(sorted(lemmas))}
    arrays = {"lemmas": joined(number), "no_words": joined(sorted(lex.no_words))}
    for name, rows in tables.items():
        arrays[name] = joined(form for form, _ in rows)
        arrays[name + "_value"] = np.array([number[lemma] for _, lemma in rows], dtype=np.int32)
    for name in _SETS:
        arrays[name] = np.array(sorted(number[v] for v in getattr(lex, name)), dtype=np.int32)
    for name in _SHARES:
        shares = sorted(getattr(lex, name).items())
        arrays[name] = joined(form for form, _ in shares)
        arrays[name + "_value"] = np.array([share for _, share in shares], dtype=np.float64)
    return arrays


def _unpack(key: str, arrays: Arrays) -> Lexicon:
    lemmas = parted(arrays["lemmas"])

    def table(name: str, of: Callable[[Any], Value]) -> Bisected[Value]:
        return Bisected(parted(arrays[name]), arrays[name + "_value"].data, of)

    tables: dict[str, Bisected[Any]] = {name: table(name, lemmas.__getitem__) for name in _TABLES}
    tables |= {name: table(name, float) for name in _SHARES}
    sets = {name: {lemmas[n] for n in arrays[name].tolist()} for name in _SETS}
    sets["no_words"] = set(parted(arrays["no_words"]))
    lex = Lexicon(key=key, **tables, **sets)  # type: ignore[arg-type]
    for one in tables.values():
        one.when_often = partial(inflate, lex)
    return lex
