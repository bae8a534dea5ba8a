"""The working copy of a store: one build at a time brings it up to date, and only then it takes the old one's place."""

from __future__ import annotations

import fcntl
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Final

import duckdb

from rasid.errors import RasidError
from rasid.store.schema import STORE_FILE, create_statements, is_current

_ASIDE: Final = "rasid.duckdb.building"
_FORMER: Final = "rasid.duckdb.former"
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
    for left in (aside, aside.with_name(aside.name + ".wal"), store / _FORMER):
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


def put_in_place(aside: Path) -> None:
    """Put the finished working copy in the place of the store; a reader sees the one or the other.

    A second name keeps the blocks of the former store, so that nobody waits for them to be given back: 0.8 s
    of 600 MB on a disk that is told of each (`discard`). They go while the caller has its new store already; what a
    killed process leaves of them, the next build removes.
    """
    good, former = aside.with_name(STORE_FILE), aside.with_name(_FORMER)
    with suppress(OSError):  # a first build, or a file system without second names
        os.link(good, former)
    aside.replace(good)
    threading.Thread(name="former-store", target=partial(former.unlink, missing_ok=True)).start()


def _copy(good: Path, aside: Path) -> None:
    """Copy the store file: as a clone, at once, where the file system can (Btrfs, XFS), else byte by byte."""
    with good.open("rb") as source, aside.open("wb") as target:
        try:
            fcntl.ioctl(target, _CLONE, source.fileno())
            return
        except OSError:
            aside.unlink()  # closing a file that was emptied for a second time waits for the disk: 0.6 s
    shutil.copyfile(good, aside)
