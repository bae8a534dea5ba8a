"""How a file is to be read: everything besides its bytes and the register that may change the result."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rasid.corpus.corrections import Corrections


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """The options of `read_file`; the same options, bytes and register give the same articles.

    Attributes:
        mapping: Columns of tables named by hand, target to the file's own name, such as
            `{"body": "content"}`; targets are title, body, date, outlet, url, author, host, id.
        corrections: What an analyst has set right (`Corrections.load`).
        base: The folder that `source_file` is written relative to; None writes the bare name.
        today: The day after which a publication date is refused; None is the day of the run, which
            makes two runs on different days able to differ.
        edits: The folder of an analyst's edits; articles added to the bundled corpus lie in it.
    """

    mapping: Mapping[str, str] = field(default_factory=dict)
    corrections: Corrections = field(default_factory=Corrections)
    base: Path | None = None
    today: date | None = None
    edits: Path | None = None

    def name_of(self, path: Path) -> str:
        """Return how `path` is written in `source_file`: relative to `base` or `edits`, with forward slashes.

        Bytes of a name that is no UTF-8 (an archive unpacked with another code page) are written in hexadecimal.
        """
        name = path.name
        for folder in (self.edits, self.base):
            if folder is not None and path.is_relative_to(folder):
                name = path.relative_to(folder).as_posix()
        return readable(name)


def readable(name: str) -> str:
    """Return a file's name so that it can be written down."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
