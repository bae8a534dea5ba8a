"""Tables kept between processes as arrays of numbers and joined words, never as code."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt

from rasid.language.kept_file import keep

Arrays = Mapping[str, npt.NDArray[Any]]
Made = TypeVar("Made")
_FORMER: Final = 2  # versions


def keep_arrays(path: Path, arrays: Arrays) -> None:
    """Keep arrays at `path`, called NAME-KEY.npz, with the last versions of other keys."""
    former = path.name.split("-")[0] + "-*.npz"
    keep(path, lambda file: np.savez(file, **arrays), instead_of=former, former=_FORMER)  # type: ignore[arg-type]


def read_arrays(path: Path, make: Callable[[Arrays], Made]) -> Made | None:
    """Return what `make` makes of the arrays kept at `path`; None when none can be read."""
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return make(arrays)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None


def joined(words: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Return words without line breaks as one array of bytes."""
    return np.frombuffer("\n".join(words).encode("utf-16-le"), dtype=np.uint8)


def parted(array: npt.NDArray[Any]) -> list[str]:
    """Return the words that `joined` was given."""
    # UTF-16 is how Python holds Arabic, so this is decoded by copying.
    return array.tobytes().decode("utf-16-le").split("\n")
