"""The finished dictionary of cues kept on disk, so that one more article does not wait for all of it.

Making its 86,000 forms takes half a second. A rebuild after one article looks a few hundred words up: these
are found by bisection and read singly. Whoever asks for more gets the dictionary made from its sources.

The file is a convenience: it is named after the content of every list and rule it was made from, and without a
place to write it the dictionary is made each time. Of the classes a pickle may name, only those of the
dictionary are let in.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import zipfile
from bisect import bisect_left
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from rasid import settings
from rasid.findings.frames.patterns import Pattern
from rasid.findings.lexicon import Cue, Lexicon, Verb
from rasid.language import lexicon_cache
from rasid.language.kept_file import keep

_RULES: Final = ("lexicon", "forms", "frames/patterns", "mentions/gazetteer", "assets")
_FOLDING: Final = ("folding", "characters")
_CLASSES: Final = frozenset({"rasid.findings.lexicon", "rasid.findings.frames.patterns"})
_OFTEN: Final = 3_000  # words looked up, about ten articles: then all are wanted


class _Writer(pickle.Pickler):
    """Writes a cue; what many cues share (a verb, a frame's pattern) is written once, as its number."""

    def __init__(self, file: io.BytesIO, shared: dict[Any, int]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._shared = shared

    def persistent_id(self, thing: Any) -> int | None:
        """Return the number of a shared thing."""
        if isinstance(thing, (Pattern, Verb)):
            return self._shared.setdefault(thing, len(self._shared))
        return None


class _Reader(pickle.Unpickler):
    """Reads cues and nothing else."""

    def __init__(self, data: bytes, shared: Sequence[Any] = ()) -> None:
        super().__init__(io.BytesIO(data))
        self._shared = shared

    def persistent_load(self, number: int) -> Any:
        """Return the shared thing of a number."""
        return self._shared[number]

    def find_class(self, module: str, name: str) -> Any:
        if module in _CLASSES or (module, name) == ("builtins", "frozenset"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a cue")


class KeptWords(dict[str, Cue]):
    """The words looked up so far; others are searched in the file's lists."""

    def __init__(self, words: list[str], ends: list[int], cues: bytes, shared: bytes) -> None:
        super().__init__()
        self._words, self._ends, self._cues = words, ends, cues
        self._shared: list[Any] = _Reader(shared).load()
        self._asked = 0
        self.when_often: Callable[[], None] = lambda: None

    def get(self, word: str, default: Any = None) -> Any:
        """Return the cue of a word, else the default."""
        self._asked += 1
        if self._asked == _OFTEN:
            self.when_often()
        at = bisect_left(self._words, word)
        if at == len(self._words) or self._words[at] != word:
            return default
        if word not in self:
            self[word] = self._read(at)
        return self[word]

    def _read(self, at: int) -> Cue:
        begin = self._ends[at - 1] if at else 0
        cue = _Reader(self._cues[begin : self._ends[at]], self._shared).load()
        assert isinstance(cue, Cue)
        return cue


def fingerprint() -> str:
    """Return a name for the present lists and rules; it changes when any of them does."""
    digest = hashlib.sha256(str(pickle.HIGHEST_PROTOCOL).encode())
    findings = Path(__file__).parent
    language = Path(lexicon_cache.__file__).parent
    rules = [findings / f"{name}.py" for name in _RULES]
    rules += [language / f"{name}.py" for name in _FOLDING]
    lists = [
        settings.asset(path.relative_to(settings.ASSETS).as_posix())
        for folder in ("gazetteer", "lexicon")
        for path in sorted((settings.ASSETS / folder).rglob("*.tsv"))
    ]
    for path in (*rules, *lists):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def load(make: Callable[[], Lexicon]) -> Lexicon:
    """Return the dictionary: the kept one, asked word by word, else `make()`, which is then kept.

    The kept one is replaced by `make()`'s words once it is asked often.
    """
    path = lexicon_cache.folder() / f"cues-{fingerprint()}.npz"
    try:
        with np.load(path, allow_pickle=False) as arrays:
            words = KeptWords(
                arrays["words"].tobytes().decode("utf-16-le").split("\n"),
                arrays["ends"].tolist(),
                arrays["cues"].tobytes(),
                arrays["shared"].tobytes(),
            )
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, pickle.UnpicklingError):
        made = make()
        _save(path, made)
        return made
    kept = Lexicon.of(words)

    def all_of_them() -> None:
        kept.words = make().words

    words.when_often = all_of_them
    return kept


def whole(lexicon: Lexicon) -> None:
    """Have all words of a dictionary in memory, for who is about to read thousands of articles."""
    if isinstance(lexicon.words, KeptWords):
        lexicon.words.when_often()


def _save(path: Path, lexicon: Lexicon) -> None:
    """Keep the dictionary and drop those of other lists and rules; quietly if that is not allowed."""
    forms = sorted(lexicon.words)
    shared: dict[Any, int] = {}
    cues = []
    for form in forms:
        written = io.BytesIO()
        _Writer(written, shared).dump(lexicon.words[form])
        cues.append(written.getvalue())
    arrays = {
        "words": np.frombuffer("\n".join(forms).encode("utf-16-le"), dtype=np.uint8),
        "ends": np.cumsum([len(cue) for cue in cues], dtype=np.int64),
        "cues": np.frombuffer(b"".join(cues), dtype=np.uint8),
        "shared": np.frombuffer(
            pickle.dumps(list(shared), pickle.HIGHEST_PROTOCOL), dtype=np.uint8
        ),
    }
    keep(path, lambda file: np.savez(file, **arrays), instead_of="cues-*.npz")  # type: ignore[arg-type]
