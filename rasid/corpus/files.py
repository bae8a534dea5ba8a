"""Which files a build reads: folders walked, one order, nothing of the house's own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from rasid.settings import EDITS_NAME

_OWN: Final = (
    "readme.md",
    "readme.txt",
    "readme",
    "license",
    "license.txt",
    "outlets.csv",
    "corrections.csv",
    "corrections.tmp",
)
_SKIPPED_FOLDERS: Final = frozenset({"__pycache__", "__MACOSX", "node_modules", EDITS_NAME})


def files(sources: Sequence[Path]) -> list[Path]:
    """Return every file to read below `sources`, sorted and without doubles.

    A named file is returned whatever it is; in folders the corpus's own files (README, the outlet
    register, corrections), hidden files and links that leave the folder are passed over. A source that
    does not exist is returned too: reading it reports the problem.
    """
    found = {path for source in sources for path in _below(Path(source))}
    return sorted(found, key=lambda path: path.as_posix())


def _below(source: Path) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    root = source.resolve()
    for folder, names, filenames in os.walk(source, followlinks=False):
        names[:] = sorted(name for name in names if not _passed_over(name, _SKIPPED_FOLDERS))
        for name in filenames:
            path = Path(folder) / name
            if _passed_over(name.lower(), _OWN) or not path.is_file():
                continue
            if not path.is_symlink() or path.resolve().is_relative_to(root):
                yield path


def _passed_over(name: str, own: Iterable[str]) -> bool:
    return name.startswith((".", "~$")) or name in own
