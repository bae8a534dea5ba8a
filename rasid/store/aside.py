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


@contextmanager
def last_good(store: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the last good store to read, or an empty one; what a killed build left aside is removed."""
    good, aside = store / STORE_FILE, store / _ASIDE
    for left in (aside, aside.with_name(aside.name + ".wal"), store / _FORMER):
        left.unlink(missing_ok=True)
    if not (good.exists() and is_current(good)):
        with duckdb.connect(str(aside)) as connection:
            for statement in create_statements():
                connection.execute(statement)
    with duckdb.connect(str(aside if aside.exists() else good), read_only=True) as connection:
        yield connection


class WorkingCopy:
    """The copy of the last good store that a build works on; it is made while the first articles are read."""

    def __init__(self, store: Path) -> None:
        self._good, self.path = store / STORE_FILE, store / _ASIDE
        self._error: OSError | None = None
        self._copying = threading.Thread(name="working-copy", target=self._make)
        self._copying.start()

    def _make(self) -> None:
        try:
            if not self.path.exists():  # or it is the empty store that `last_good` made
                _copy(self._good, self.path)
        except OSError as error:
            self._error = error

    def ready(self) -> Path:
        """Wait until the copy is whole; return it.

        Raises:
            OSError: It cannot be made; the disk is full.
        """
        self._copying.join()
        if self._error is not None:
            raise self._error
        threading.Thread(name="flush", target=_flush, args=(self.path,), daemon=True).start()
        return self.path


def _flush(path: Path) -> None:
    """Have a copy written to the disk, or the checkpoint would wait for all of it: half a second for 600 MB."""
    with suppress(OSError), path.open("rb") as handle:
        os.fsync(handle.fileno())


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
