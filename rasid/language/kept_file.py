"""Files that spare the next process some work: made anew whenever they are missing, so never worth an error."""

from __future__ import annotations

import fcntl
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let one process at a time make the file, so that the others find it made; not where that is not allowed.

    The kernel ends the turn of a process that dies.
    """
    with ExitStack() as held:
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = held.enter_context(path.with_name(path.name.split("-")[0] + ".lock").open("w"))
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def keep(
    path: Path, write: Callable[[IO[bytes]], object], *, instead_of: str, former: int = 0
) -> None:
    """Write a file aside, swap it in and drop the former ones; quietly not, where that is not allowed.

    write gets the open file; instead_of is the glob of this file's former versions in its folder, of which
    the last `former` are left: a list that is edited and undone finds its file again.
    """
    aside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as file:
            aside = Path(file.name)
            write(file)
        aside.replace(path)
        others = [old for old in path.parent.glob(instead_of) if old != path]
        for old in sorted(others, key=lambda old: -old.stat().st_mtime)[former:]:
            old.unlink(missing_ok=True)
    except OSError:
        if aside is not None:
            aside.unlink(missing_ok=True)
