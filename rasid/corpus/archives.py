"""What packed files hold: the members of a .zip, the one file of a .gz, within limits of size, count and ratio.

Everything is unpacked in memory or an unnamed temporary file, so that no name in an archive leads anywhere. An
archive may lie in another once: what people send is a folder of packed exports, packed. The limits hold for all
that comes out of one file of the corpus, at whatever depth.
"""

from __future__ import annotations

import gzip
import io
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, cast

from rasid.corpus.files import is_companion, page_stems
from rasid.corpus.salvage import salvaged
from rasid.errors import Problem

MAX_UNPACKED: Final = 1024 * 1024 * 1024
"""Bytes that come out of one file of the corpus."""

MAX_MEMBERS: Final = 100_000
MAX_RATIO: Final = 200
"""How many times larger than its packed size a file may be; text packs 3 to 10 times."""

MAX_DEPTH: Final = 2
"""How deep archives may lie: one in another."""

CUT_OFF: Final = "cut off or damaged"
_SMALL: Final = 4096  # packed bytes below which a ratio tells nothing
_STEP: Final = 1 << 20
_IN_MEMORY: Final = 64 * 1024 * 1024


class TooMuchError(ValueError):
    """What is packed is larger than it may be."""


@dataclass(slots=True)
class Budget:
    """What may still come out of one file of the corpus."""

    unpacked: int = MAX_UNPACKED
    members: int = MAX_MEMBERS

    def takes(self, size: int, packed: int) -> bool:
        """Take the size of one packed file off the budget; tell whether it may be unpacked."""
        self.unpacked -= size
        return self.unpacked >= 0 and size <= MAX_RATIO * max(packed, _SMALL)


@dataclass(slots=True)
class Member:
    """A file that was packed: its label ("a.zip!b/c.txt"), its size and its bytes."""

    label: str
    size: int
    stream: BinaryIO


def members(name: str, stream: BinaryIO, budget: Budget) -> Iterator[Member | Problem]:
    """Yield the files in a .zip in the order of their names, a problem for each that is refused or damaged.

    Of one that was cut off, or whose directory is damaged, come the files that are whole.
    """
    try:
        package = zipfile.ZipFile(stream)
    except Exception as error:  # by its damage: struct.error, ValueError …
        saved = salvaged(stream)
        if saved is None:
            yield Problem(name, "unreadable", str(error)[:160])
            return
        yield Problem(name, "archive-damaged", f"{saved.whole}")
        yield from (Problem(_label(name, inner), "unreadable", CUT_OFF) for inner in saved.lost)
        package = zipfile.ZipFile(saved.stream)
    found = sorted((m for m in package.infolist() if not m.is_dir()), key=lambda m: m.filename)
    beside = _companions([member.filename.replace("\\", "/") for member in found])
    for member in found[: budget.members]:
        inner, label = member.filename.replace("\\", "/"), _label(name, member.filename)
        if "__MACOSX" in inner or inner.rsplit("/", 1)[-1].startswith(".") or beside(inner):
            continue
        if not budget.takes(member.file_size, member.compress_size):
            yield Problem(label, "archive-bomb", f"{member.file_size} bytes")
            continue
        try:
            data = package.read(member)
        except Exception as error:  # one damaged member, zlib.error among others: the rest is read
            yield Problem(label, "unreadable", f"{type(error).__name__}: {str(error)[:160]}")
            continue
        yield Member(label, len(data), io.BytesIO(data))
    if len(found) > budget.members:
        yield Problem(name, "too-large", f"{len(found)} files, at most {budget.members}")
    budget.members = max(budget.members - len(found), 0)


def _label(name: str, inner: str) -> str:
    parts = inner.replace("\\", "/").split("/")
    return f"{name}!{'/'.join(part for part in parts if part not in ('', '.', '..'))}"


def gunzipped(name: str, size: int, stream: BinaryIO, budget: Budget) -> Member | Problem:
    """Return the file in a .gz, `size` bytes packed, under the name it has packed; a problem when it is refused.

    A .gz does not say truly how large its file is: it is unpacked up to what it may be and no further.
    """
    limit = min(budget.unpacked, MAX_RATIO * max(size, _SMALL))
    target = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - its reader closes it
    try:
        with gzip.GzipFile(fileobj=stream) as packed:
            unpacked = 0
            while chunk := packed.read(_STEP):
                unpacked += len(chunk)
                if unpacked > limit:
                    raise TooMuchError
                target.write(chunk)
    except TooMuchError:
        target.close()
        return Problem(name, "archive-bomb", f"> {limit} bytes")
    except (OSError, EOFError, zlib.error) as error:
        target.close()
        return Problem(name, "unreadable", f"{type(error).__name__}: {str(error)[:160]}")
    budget.unpacked -= unpacked
    target.seek(0)
    return Member(name, unpacked, cast(BinaryIO, target))


def _companions(names: list[str]) -> Callable[[str], bool]:
    """Return the test for a member that a browser saved beside a page: it lies in the page's own folder."""
    pages = page_stems(names)

    def test(name: str) -> bool:
        folders = name.split("/")[:-1]
        return any(
            is_companion("/".join(folders[:depth]), pages) for depth in range(1, len(folders) + 1)
        )

    return test
