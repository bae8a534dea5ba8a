"""Articles somebody adds: where they are kept, under which names, within which limits.

They lie beside the user's corpus, in `added/`; those added to the bundled corpus lie with the analyst's edits,
because the program's own files are never written.
"""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from rasid import settings
from rasid.errors import RasidError

FILES_AT_ONCE: Final = 2_000
BYTES_A_FILE: Final = 200_000_000
BYTES_AT_ONCE: Final = 2_000_000_000
"""Limits of one addition: a folder named on the server may hold big tables; uploads are capped lower by
`server.maxUploadSize`."""

_NOT_IN_NAMES: Final = re.compile(r"[^\w.\- ]+")


def allowed() -> bool:
    """Say whether this server lets visitors add and edit: `RASID_ALLOW_ADD=1`."""
    return os.environ.get("RASID_ALLOW_ADD", "") == "1"


def added_folder() -> Path:
    """Return the folder that added articles are kept in."""
    source = settings.source_folder()
    if source == settings.CORPUS.resolve() or not source.is_dir():
        return settings.edits_folder() / "added"
    return source / "added"


def sources() -> list[Path]:
    """Return what a build reads: the corpus, and what was added outside it."""
    source, added = settings.source_folder(), added_folder()
    apart = added.is_dir() and not added.is_relative_to(source)
    return [source, added] if apart else [source]


def safe_name(name: str) -> str:
    """Return a file name that can do no harm: no folders, no leading dot, no control letters, not long.

    The extension is kept, because it says how the file is read.
    """
    base = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1])
    base = _NOT_IN_NAMES.sub("_", base).strip(" .")
    stem, dot, suffix = base.rpartition(".")
    if not dot:
        stem, suffix = base, "txt"
    return f"{(stem or 'article')[:100].strip(' .') or 'article'}.{suffix[:8].lower()}"


def _free(folder: Path, name: str, content: bytes) -> Path | None:
    """Return a path for a file, another name when that one is taken; None when it is there already."""
    path = folder / name
    number = 2
    while path.exists():
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return None
        path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
        number += 1
    return path


def add_uploads(uploads: Iterable[tuple[str, bytes]]) -> list[Path]:
    """Keep uploaded files; return the paths of those that were not there yet.

    Raises:
        RasidError: "too-much-added" when a limit is passed; nothing is kept then.
    """
    pairs = [(safe_name(name), content) for name, content in uploads]
    _within_limits([len(content) for _, content in pairs])
    folder = added_folder()
    folder.mkdir(parents=True, exist_ok=True)
    kept = []
    for name, content in pairs:
        path = _free(folder, name, content)
        if path is not None:
            path.write_bytes(content)
            kept.append(path)
    return kept


def add_folder(named: str) -> list[Path]:
    """Copy the article files of a folder on the server's machine; return the new copies.

    Raises:
        RasidError: "no-such-source" when it does not exist, "too-much-added" when a limit is passed.
    """
    from rasid.corpus import files as article_files  # half a second of imports that only this needs

    source = Path(named.strip()).expanduser()
    if not named.strip() or not source.exists():
        raise RasidError("no-such-source", file=named)
    found = [path for path in article_files([source]) if path.is_file()]
    _within_limits([path.stat().st_size for path in found])
    root = source if source.is_dir() else source.parent
    target = added_folder() / safe_name(f"{root.name or 'folder'}.d").removesuffix(".d")
    kept = []
    for path in found:
        parts = [
            safe_name(f"{part}.d").removesuffix(".d") for part in path.relative_to(root).parts[:-1]
        ]
        copy = target.joinpath(*parts, safe_name(path.name))
        if copy.exists() and copy.stat().st_size == path.stat().st_size:
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        kept.append(copy)
    return kept


def remove(paths: Iterable[Path]) -> None:
    """Take added files away again; whatever lies outside `added_folder` is left alone."""
    folder = added_folder().resolve()
    for path in paths:
        if path.resolve().is_relative_to(folder):
            path.unlink(missing_ok=True)


def _within_limits(sizes: list[int]) -> None:
    if len(sizes) > FILES_AT_ONCE:
        raise RasidError("too-much-added", detail=f"{len(sizes)} > {FILES_AT_ONCE}")
    if max(sizes, default=0) > BYTES_A_FILE or sum(sizes) > BYTES_AT_ONCE:
        raise RasidError("too-much-added", detail=f"{sum(sizes) / 1e6:.0f} MB")
