"""The finished lexicon kept on disk, so that a program starts in a fraction of a second.

The file is numbers and joined text, never code. It is only a convenience: without a place to write
it, or when it cannot be read, the lexicon is made from its sources each time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from rasid.language.lexicon import LISTS, Lexicon
from rasid.settings import ROOT, asset

_RULES: Final = (  # modules whose text decides what the lexicon holds
    "characters",
    "closed_class",
    "folding",
    "inflection",
    "lexicon",
    "lexicon_sources",
    "repairs",
)

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
    for path in (*map(asset, LISTS), asset("lexicon/stopwords.tsv"), *rules):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def load(key: str) -> Lexicon | None:
    """Return the lexicon kept under `key`; None when there is none that can be read."""
    try:
        with np.load(_path(key), allow_pickle=False) as arrays:
            return _unpack(arrays)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None


def save(key: str, lex: Lexicon) -> None:
    """Keep the lexicon under `key` and drop the files of other keys; quietly if not allowed."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder(), suffix=".tmp", delete=False) as file:
            np.savez(file, **_pack(lex))  # type: ignore[arg-type]
        Path(file.name).replace(_path(key))
        for old in folder().glob("lexicon-*.npz"):
            if old != _path(key):
                old.unlink(missing_ok=True)
    except OSError:
        return


def _path(key: str) -> Path:
    return folder() / f"lexicon-{key}.npz"


def _pack(lex: Lexicon) -> Arrays:
    lemmas = sorted({*lex.own.values(), *lex.forms.values(), *lex.folded.values(), *lex.verbs})
    number = {lemma: n for n, lemma in enumerate(lemmas)}
    arrays: Arrays = {"lemmas": _joined(lemmas)}
    for name in ("own", "forms", "folded"):
        table: Mapping[str, str] = getattr(lex, name)
        arrays[name] = _joined(table)
        arrays[name + "_lemma"] = np.array([number[m] for m in table.values()], dtype=np.int32)
    arrays["verbs"] = np.array(sorted(number[v] for v in lex.verbs), dtype=np.int32)
    for name in ("frequency", "weight"):
        shares: Mapping[str, float] = getattr(lex, name)
        arrays[name] = _joined(shares)
        arrays[name + "_share"] = np.array(list(shares.values()), dtype=np.float64)
    return arrays


def _unpack(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Lexicon:
    lemmas = _parted(arrays["lemmas"])

    def table(name: str) -> dict[str, str]:
        numbers = arrays[name + "_lemma"].tolist()
        return dict(zip(_parted(arrays[name]), map(lemmas.__getitem__, numbers), strict=True))

    def shares(name: str) -> dict[str, float]:
        return dict(zip(_parted(arrays[name]), arrays[name + "_share"].tolist(), strict=True))

    return Lexicon(
        own=table("own"),
        forms=table("forms"),
        folded=table("folded"),
        verbs={lemmas[n] for n in arrays["verbs"].tolist()},
        frequency=shares("frequency"),
        weight=shares("weight"),
    )


def _joined(words: Iterable[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\n".join(words).encode(), dtype=np.uint8)


def _parted(joined: npt.NDArray[np.generic]) -> list[str]:
    return joined.tobytes().decode().split("\n")
