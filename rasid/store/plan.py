"""The plan of a build: which files are new, changed, unchanged or gone since the last good store."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was read: its name in the store, where it lies, its size, time and SHA-256."""

    name: str
    path: Path
    size: int
    mtime_ns: int
    digest: str


@dataclass(slots=True)
class Plan:
    """What a build has to do; names are sorted."""

    added: list[SourceFile] = field(default_factory=list)
    changed: list[SourceFile] = field(default_factory=list)
    touched: list[SourceFile] = field(default_factory=list)  # new time, same content
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)

    @property
    def to_read(self) -> list[SourceFile]:
        """The files to read, by name."""
        return sorted(self.added + self.changed, key=lambda file: file.name)

    @property
    def to_drop(self) -> list[str]:
        """The names whose old rows must go."""
        return sorted(self.removed + [file.name for file in self.changed])


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal; "" when it cannot be read."""
    sha = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(BLOCK):
                sha.update(block)
    except OSError:
        return ""
    return sha.hexdigest()


def owner(name: str, files: Container[str]) -> str:
    """Return which of `files` a name in the store belongs to; "" for none of them.

    That is the file of the name itself, or the one it leads into: a row (`file.csv#12`), a sheet
    (`file.xlsx!Sheet#3`) or a file in an archive (`files.zip!inner.txt`). A file's own name may hold these signs.
    """
    at = len(name)
    while at > 0:
        if name[:at] in files:
            return name[:at]
        at = max(name.rfind("#", 0, at), name.rfind("!", 0, at))
    return ""


def plan(
    files: Iterable[tuple[str, Path]],
    known: Mapping[str, tuple[int, int, str]],
    *,
    everything: bool = False,
    again: Collection[str] = (),
) -> Plan:
    """Compare files with what the last build read.

    Args:
        files: Name in the store and path of every file of the sources.
        known: By name, the size, time (ns) and digest of the last build.
        everything: Read every file again, whatever its content (the rules have changed).
        again: Names of single files to read again (an article in them was corrected).

    Returns:
        The plan. A file of the same size and time is taken as unchanged without opening it.
    """
    result = Plan()
    seen = set()
    for name, path in files:
        seen.add(name)
        try:
            stat = path.stat()
        except OSError:
            stat = None
        size, mtime = (stat.st_size, stat.st_mtime_ns) if stat else (-1, -1)
        before = known.get(name)
        redo = everything or name in again
        if before and before[:2] == (size, mtime) and not redo:
            result.unchanged += 1
            continue
        file = SourceFile(name, path, size, mtime, digest_of(path))
        if before is None:
            result.added.append(file)
        elif before[2] == file.digest and not redo:
            result.unchanged += 1
            result.touched.append(file)
        else:
            result.changed.append(file)
    result.removed = sorted(known.keys() - seen)
    return result
