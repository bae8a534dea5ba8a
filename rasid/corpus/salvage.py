"""What can still be taken out of a .zip that was cut off in a download or has lost its directory.

A zip file's directory stands at its end; each file in it also has a header of its own before its bytes (PKWARE's
APPNOTE, 4.3.7), and these are read from the first on. The whole files are packed into a sound archive anew, so that
whoever reads archives, workbooks and Word documents needs to know nothing of it.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

_HEADER: Final = struct.Struct(
    "<4s2xHH4xIII2H"
)  # signature, flags, method, crc, packed, size, name, extra
_SIGNATURE: Final = b"PK\x03\x04"
_ENCRYPTED: Final = 0x1
_SIZES_FOLLOW: Final = 0x8  # the header's own sizes and checksum are empty
_UNICODE: Final = 0x800
_STORED, _DEFLATED = 0, 8
_STEP: Final = 1 << 16
MOST: Final = 256 * 1024 * 1024
"""Bytes of a damaged archive that is searched, and that its files may come to."""


class Salvage(NamedTuple):
    """A sound archive of the whole files, how many they are, and the names of those that are not whole."""

    stream: BinaryIO
    whole: int
    lost: list[str]


def salvaged(stream: BinaryIO) -> Salvage | None:
    """Return what is whole of a damaged archive; None when nothing is."""
    stream.seek(0)
    data = stream.read(MOST)
    target, lost, whole, room = io.BytesIO(), [], 0, MOST
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        names: set[str] = set()
        for name, content in _files(data, room):
            if content is None:
                lost.append(name)
            elif name not in names and not name.endswith("/"):
                names.add(name)
                package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
                whole += 1
    target.seek(0)
    return Salvage(target, whole, lost) if whole else None


def _files(data: bytes, room: int) -> Iterator[tuple[str, bytes | None]]:
    """Yield the name and bytes of each file of an archive by its own headers; None for one that is not whole."""
    at = data.find(_SIGNATURE)
    while 0 <= at <= len(data) - _HEADER.size:
        _, flags, method, checksum, packed, _, named, extra = _HEADER.unpack_from(data, at)
        begin = at + _HEADER.size + named + extra
        name = _name(data[at + _HEADER.size : at + _HEADER.size + named], flags)
        content, end = None, at + len(_SIGNATURE)
        if method == _DEFLATED and not flags & _ENCRYPTED:
            content, end = _inflated(data, begin, room)
        elif method == _STORED and not flags & (_ENCRYPTED | _SIZES_FOLLOW):
            content, end = data[begin : begin + packed], begin + packed
        checked = flags & _SIZES_FOLLOW or content is None or zlib.crc32(content) == checksum
        sound = content is not None and end <= len(data) and checked
        room -= len(content or b"")
        yield name, content if sound else None
        at = data.find(_SIGNATURE, max(end, at + len(_SIGNATURE)) if sound else begin)


def _name(raw: bytes, flags: int) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8" if flags & _UNICODE else "cp437", "replace")


def _inflated(data: bytes, begin: int, room: int) -> tuple[bytes | None, int]:
    """Return what is deflated from `begin` on, and where it ends; None when it breaks off or is too much."""
    unpacker, pieces, size, at = zlib.decompressobj(-zlib.MAX_WBITS), [], 0, begin
    while at < len(data) and not unpacker.eof:
        piece = data[at : at + _STEP]
        at += len(piece)
        try:
            pieces.append(unpacker.decompress(piece, room - size + 1))
        except zlib.error:
            return None, begin
        size += len(pieces[-1])
        if size > room:
            return None, begin
    if not unpacker.eof:
        return None, begin
    return b"".join(pieces), at - len(unpacker.unused_data)
