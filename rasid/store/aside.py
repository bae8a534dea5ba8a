"""The working copy of a store: one build at a time brings it up to date, and only then it takes the old one's place."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import duckdb

from rasid.errors import RasidError
from rasid.store.schema import STORE_FILE, create_statements, is_current

_ASIDE: Final = "rasid.duckdb.building"
_CLONE: Final = 0x40049409
"""FICLONE of Linux: the new file shares the blocks of the old one until either is written."""


@contextmanager
def locked(store: Path) -> Iterator[None]:
    """Hold the folder's build lock; the kernel drops it when the process dies, however it dies."""
    with (store / ".lock").open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise RasidError("store-busy", file=store) from None
        yield


def working_copy(store: Path) -> Path:
    """Return a fresh working copy of the last good store, or an empty store."""
    good, aside = store / STORE_FILE, store / _ASIDE
    for left in (aside, aside.with_name(aside.name + ".wal")):
        left.unlink(missing_ok=True)
    if good.exists():
        _copy(good, aside)
        if is_current(aside):
            return aside
        aside.unlink()
    connection = duckdb.connect(str(aside))
    for statement in create_statements():
        connection.execute(statement)
    connection.close()
    return aside


def _copy(good: Path, aside: Path) -> None:
    """Copy the store file: as a clone, at once, where the file system can (Btrfs, XFS), else byte by byte."""
    with good.open("rb") as source, aside.open("wb") as target:
        try:
            fcntl.ioctl(target, _CLONE, source.fileno())
        except OSError:
            shutil.copyfile(good, aside)
