"""Which files a build reads: folders walked, one order, nothing of the house's own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from rasid.corpus.options import readable
from rasid.errors import Problem
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
_COMPANIONS: Final = ("_files", ".files", "_ملفات")
_SKIPPED_FOLDERS: Final = frozenset({"__pycache__", "__MACOSX", "node_modules", EDITS_NAME})


def files(sources: Sequence[Path]) -> list[Path]:
    """Return every file to read below `sources`, sorted and without doubles.

    A named file is returned whatever it is; in folders the corpus's own files (README, the outlet
    register, corrections), hidden files and links that leave the folder are passed over. A source that
    does not exist is returned too: reading it reports the problem.
    """
    found = {path for source in sources for path in _below(Path(source))}
    return sorted(found, key=lambda path: path.as_posix())


def left_out(sources: Sequence[Path]) -> list[Problem]:
    """Return a problem for every link below `sources` that is not followed, in the order of their paths.

    Links to files outside the folder, links to folders and links to nothing are not: a corpus that was
    handed over must not make Rasid read the rest of the machine.
    """
    problems = []
    for source in map(Path, sources):
        root = source.resolve()
        for path in _entries(source) if source.is_dir() else ():
            if not path.is_symlink() or _is_inside(path, root):
                continue
            name = readable(path.relative_to(source).as_posix())
            problems.append(Problem(name, "link-outside", readable(os.readlink(path))))
    return sorted(problems, key=lambda problem: problem.source_file)


def _below(source: Path) -> Iterator[Path]:
    if not source.is_dir():
        yield source
        return
    root = source.resolve()
    for path in _entries(source):
        if path.is_file() and (not path.is_symlink() or _is_inside(path, root)):
            yield path


def _entries(source: Path) -> Iterator[Path]:
    """Yield what lies below a folder: files, and links whatever they lead to."""
    for folder, names, filenames in os.walk(source, followlinks=False):
        links = [name for name in names if (Path(folder) / name).is_symlink()]
        pages = page_stems(filenames)
        names[:] = sorted(
            name
            for name in names
            if not _passed_over(name, _SKIPPED_FOLDERS) and not is_companion(name, pages)
        )
        for name in (*filenames, *links):
            if not _passed_over(name.lower(), _OWN):
                yield Path(folder) / name


def page_stems(names: Iterable[str]) -> set[str]:
    """Return the names of the saved web pages among file names, without their endings."""
    return {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm"))}


def is_companion(folder: str, pages: set[str]) -> bool:
    """Tell the folder of pictures and scripts that a browser saves beside a page: `X_files` beside `X.html`."""
    return any(folder.endswith(end) and folder.removesuffix(end) in pages for end in _COMPANIONS)


def _is_inside(link: Path, root: Path) -> bool:
    """Tell whether a link leads to a file within the folder."""
    return link.is_file() and link.resolve().is_relative_to(root)


def _passed_over(name: str, own: Iterable[str]) -> bool:
    return name.startswith((".", "~$")) or name in own
