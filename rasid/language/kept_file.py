"""Files that spare the next process some work: made anew whenever they are missing, so never worth an error."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO


def keep(path: Path, write: Callable[[IO[bytes]], object], *, instead_of: str) -> None:
    """Write a file aside, swap it in and drop the former ones; quietly not, where that is not allowed.

    write gets the open file; instead_of is the glob of this file's former versions in its folder.
    """
    aside = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".tmp", delete=False) as file:
            aside = Path(file.name)
            write(file)
        aside.replace(path)
        for old in path.parent.glob(instead_of):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        if aside is not None:
            aside.unlink(missing_ok=True)
