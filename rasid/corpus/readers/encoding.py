"""Bytes become text: the encodings Arabic pages are saved in, and which one was chosen."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE_BYTE: Final = ("windows-1256", "iso-8859-6")
_DECLARED: Final = re.compile(
    rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{3,40})""", re.I
)
_NEWLINES: Final = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")
_CONTROLS: Final = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
# The commonest letters of running Arabic; a wrong single-byte table turns them into rare letters,
# Latin or signs, which is how the right one is told (no statistics on outside text needed).
_COMMON: Final = frozenset("اليمنوترهبدسعفقكحجشةأخىصطذئءإضغثزظؤآ")
_FREQUENT: Final = frozenset("اليمنوترهبة")
_LOST: Final = (
    b"\x81"  # what Windows-1252 has no sign for; in UTF-8 nearly always the second half of ف
)
_ARABIC_LIKE: Final = 0.6
_A_FEW: Final = 4  # letters
_SOME: Final = 20  # letters
MIXED: Final = "utf-8 and windows-1256"
LINE_BY_LINE: Final = "rasid-line-by-line"
"""The name under which codecs know what to do with a line of another encoding in a UTF-8 file."""


class Decoded(NamedTuple):
    """Text, the encoding it was read with, and whether some bytes could not be read."""

    text: str
    encoding: str
    damaged: bool = False


def decode(data: bytes, *, declared: str = "") -> Decoded:
    r"""Return the bytes as text with `\n` line ends, without byte order mark and NUL characters.

    UTF-8, UTF-16 (with a mark or told by its zero bytes), Windows-1256 and ISO-8859-6 are told apart
    by the text they give; a declared encoding (a page's `charset`) decides only among those that fit.
    """
    for mark, name in _BOMS:
        if data.startswith(mark) and _keeps(data[len(mark) :], name):
            return _clean(data[len(mark) :].decode(name, "replace"), name)
        if data.startswith(mark):
            data = data[len(mark) :]
            break
    if wide := _utf16(data):
        return _clean(data.decode(wide, "replace"), wide)
    try:
        return _clean(*_unspoiled(data.decode("utf-8")))
    except UnicodeDecodeError:
        pass
    return _legacy(data, declared)


def _keeps(data: bytes, name: str) -> bool:
    """Tell whether bytes are what the mark before them says; some programs put one before anything."""
    if name != "utf-8":
        return not data.strip(b"\x00") or bool(_utf16(data)) or not _is_utf8(data)
    return _is_utf8(data) or _likeness(data.decode("utf-8", "replace")) > 0


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def is_binary(data: bytes) -> bool:
    """Say whether bytes are no text in any encoding: more than one in twenty of the first 4,096 is a control code.

    A single-byte table has a letter for nearly every byte: random ones would be read as an article. Text that
    was saved badly holds a stray control code, never one a line.
    """
    head = data[:4096]
    if not head or any(head.startswith(mark) for mark, _ in _BOMS) or _utf16(head):
        return False
    return len(_CONTROLS.findall(head)) > len(head) / 20


def sniff(head: bytes) -> str:
    """Return the encoding of a long file from its first bytes."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return "utf-8-sig" if name == "utf-8" else "utf-16"
    # The head may end inside a character: the last bytes do not count.
    text = decode(head[: len(head) - len(head) % 2] if _utf16(head) else _whole_utf8(head))
    return text.encoding if text.encoding in (*_SINGLE_BYTE, "utf-16-le", "utf-16-be") else "utf-8"


def _whole_utf8(head: bytes) -> bytes:
    end = len(head)
    while end and end > len(head) - 4 and head[end - 1] & 0xC0 == 0x80:
        end -= 1
    return head[: end - 1] if end and head[end - 1] >= 0xC0 else head


def _utf16(data: bytes) -> str:
    """Name the UTF-16 order of unmarked bytes: Arabic's high byte 06 or ASCII's 00 on one side."""
    head = data[:4000]
    if len(head) < 4:
        return ""
    for side, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = head[side::2]
        marks = high.count(0x06) + high.count(0x00)
        if marks > 0.6 * len(high) and marks + high.count(0x20) > 0.9 * len(high):
            return name
    return ""


def _legacy(data: bytes, declared: str) -> Decoded:
    try:
        declared = codecs.lookup(declared or _declared(data)).name
    except LookupError:
        declared = ""
    best: tuple[float, Decoded] | None = None
    for name in (*_SINGLE_BYTE, "utf-8"):
        text = data.decode(name, LINE_BY_LINE)
        score = _likeness(text) + (0.02 if codecs.lookup(name).name == declared else 0.0)
        if best is None or score > best[0] + 1e-9:
            best = (score, _clean(text, name))
    assert best is not None
    found = best[1]
    lost = data.decode("utf-8", "replace").count("\ufffd")
    if found.encoding == "utf-8" and found.text.count("\ufffd") < lost:
        whole = _clean(data.decode("windows-1256"), "windows-1256")
        return whole if whole.text == found.text else found._replace(encoding=MIXED)
    return found


def _line_by_line(error: UnicodeError) -> tuple[str, int]:
    """Read the rest of a line that is no UTF-8 as Windows-1256 when it is Arabic then: files are put together so."""
    assert isinstance(error, UnicodeDecodeError)
    if error.encoding == "utf-8":
        end = error.object.find(b"\n", error.start)
        end = len(error.object) if end < 0 else end
        text = error.object[error.start : end].decode("windows-1256")
        if sum(c > "\x7f" for c in text) >= _A_FEW and _likeness(text) >= _ARABIC_LIKE:
            return text, end
    return "\ufffd", error.end


codecs.register_error(LINE_BY_LINE, _line_by_line)


def _unspoiled(text: str) -> tuple[str, str]:
    """Return text that was once read with a wrong table and saved so as what it was, with its encodings.

    UTF-8 taken for Windows-1252 is full of Ø and Ù, taken for Windows-1256 of ط and ظ; Windows-1256 taken
    for Windows-1252 has hardly an Arabic letter and is Arabic when taken back.
    """
    head = text[:4000]
    high = sum(c > "\x7f" for c in head)
    table, real = "windows-1252", "utf-8"
    if 3 * (head.count("ط") + head.count("ظ")) > high:
        table = "windows-1256"
    elif 3 * (head.count("Ø") + head.count("Ù")) <= high:
        real = "windows-1256"
        western = sum("\xc0" <= c <= "\xff" for c in head)
        if 2 * western <= high or 2 * high <= sum(c.isalpha() for c in head):
            return text, "utf-8"
    if high < _SOME:
        return text, "utf-8"
    whole = "\n".join(_turned(line, table, real) for line in text.split("\n"))
    fits = _likeness(whole[:4000]) >= _ARABIC_LIKE
    return (whole, f"{table} over {real}") if fits else (text, "utf-8")


def _turned(line: str, table: str, real: str) -> str:
    """Return a line as its bytes in one table say in another; a line that has none of them stays."""
    if line.isascii():
        return line
    data = b"".join(
        _LOST
        if c == "\ufffd"
        else bytes([ord(c)])
        if "\x7f" < c < "\xa0"
        else c.encode(table, "replace")
        for c in line
    )
    return data.decode(real, "replace")


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:4096])
    return match.group(1).decode("ascii") if match else ""


def _likeness(text: str) -> float:
    """Score how much like running Arabic the non-ASCII part of a text is: about 0 to 1."""
    high = [c for c in text if c > "\x7f"]
    if not high:
        return 0.0
    bad = sum(c == "\ufffd" or "\x80" <= c < "\xa0" for c in high)
    common = sum(c in _COMMON for c in high) + sum(c in _FREQUENT for c in high)
    return (common - 4 * bad) / (2 * len(high))


def _clean(text: str, encoding: str) -> Decoded:
    damaged = "\ufffd" in text
    if "\ufeff" in text[:1]:
        text = text[1:]
    if "\x00" in text:
        text = text.replace("\x00", "")
    return Decoded(_NEWLINES.sub("\n", text), encoding, damaged)
