"""Quotation marks and what stands between them.

Arabic pages mix " ", “ ”, ” “ (reversed), « », „ “ and ‘ ’, open a quotation and forget to close it,
or open it once a paragraph. The shape of a mark therefore says less than its neighbours.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_MARKS: Final = '"“”„‟«»＂″'
_SINGLE: Final = re.compile("(?<!\\w)['‘’](?=\\w)|(?<=\\w)['‘’](?!\\w)")
_STOP: Final = re.compile(r"(?<=\w[\w)])\.(?=\s+\w)")
"""A full stop that ends a sentence: after a word of two letters at least, before another."""
_REPORTS: Final = re.compile(
    r"[.؟!]\s+(?:و(?:قال|اضاف|تابع|اوضح|اكد|اشار|ذكر|بين|لفت|شدد|اختتم|ختم|افاد|اعلن|حذر|اعتبر|كشف|صرح)ت? "
    r"|من (?:جهت|جانب)(?:ه|ها)\b)"
)
"""The end of a sentence before one that says who speaks."""
_ADDS: Final = re.compile(
    r"،\s+و?(?:مضيف|موكد|مشير|لافت|موضح|مبين|متابع|قايل)(?:ا|ه)(?= (?:الي )?(?:ان|:|$))"
)
"""A participle that goes on after a quotation whose closing mark was forgotten: "… ، مضيفاً أن "…"."""
_FAMILY: Final = {"«": "«", "»": "«", "'": "'", "‘": "'", "’": "'"}
_CLITICS: Final = frozenset("بلكوف")
_ENDING: Final = frozenset("،؛,؟!")


class Quote(NamedTuple):
    """A quotation: `[start, end)` is the text between its marks (folded offsets)."""

    start: int
    end: int


def find_quotes(text: str) -> list[Quote]:
    """Return the quotations of a folded text, outermost only, in order.

    A mark opens when none is open, else closes; one left open at the end of a paragraph is closed
    there unless the next mark is plainly a closing one.
    """
    found: list[Quote] = []
    opened: tuple[int, str] | None = None
    line_end = -1  # first line break since the open mark
    inner = 0  # marks still to come of a quotation inside the quotation
    marks = _marks(text)
    for k, (at, mark) in enumerate(marks):
        if inner and mark != "\n":
            inner -= 1
            continue
        if mark == "\n":
            if opened is not None and line_end < 0:
                line_end = at
            continue
        family = _FAMILY.get(mark, '"')
        if opened is None:
            if not (_is_stray(text, at, mark) or _is_last(text, marks, k)):
                opened, line_end = (at + 1, family), -1
            continue
        if family != opened[1]:
            if line_end >= 0:  # another quotation in another paragraph
                _add(found, text, opened[0], line_end)
                opened, line_end = (at + 1, family), -1
            continue  # a quotation inside the quotation
        if line_end < 0 and _nests(text, marks, k):
            inner = 1
            continue
        ended = _left_open(text, marks, k, opened, line_end)
        if ended >= 0:
            _add(found, text, opened[0], ended)
            closed = line_end >= 0 and _closes(text, at)  # two marks were forgotten
            opened, line_end = (None if closed else (at + 1, family)), -1
            continue
        _add(found, text, opened[0], at)
        opened = None
    if opened is not None and opened[1] != "'":
        _add(
            found,
            text,
            opened[0],
            _told_on(text, opened[0], line_end if line_end >= 0 else len(text)),
        )
    return found


def _is_stray(text: str, at: int, mark: str) -> bool:
    """Tell whether the mark at `at`, with none open, closes what nobody opened: … لم ينفذ”، مبينا أن “….

    Marks of one kind are set with careless spaces (قال” نعم”), but none opens right before a comma.
    """
    if mark == "»":
        return _closes(text, at) and text[at - 3 : at] not in {" ان", "وان"}  # قال إن» نعم»
    after, beyond = text[at + 1 : at + 2], text[at + 2 : at + 3]
    return after in _ENDING or (after == "." and (not beyond or beyond.isspace()))


def _is_last(text: str, marks: list[tuple[int, str]], k: int) -> bool:
    """Tell whether the `k`th mark stands like a closing one and no other follows on its line: صحيفة"كذا" في المدينة."""
    at = marks[k][0]
    if not text[at - 1 : at].isalnum() or not _closes(text, at):
        return False
    return k + 1 >= len(marks) or marks[k + 1][1] == "\n"


def _marks(text: str) -> list[tuple[int, str]]:
    """Return the marks and line breaks with their offsets; looking for each is quicker than a class."""
    found = []
    for mark in _MARKS:
        at = text.find(mark)
        while at >= 0:
            found.append((at, mark))
            at = text.find(mark, at + 1)
    if "'" in text or "‘" in text or "’" in text:
        found += [(match.start(), match.group()) for match in _SINGLE.finditer(text)]
    if not found:
        return found  # line breaks alone quote nothing
    at = text.find("\n")
    while at >= 0:
        found.append((at, "\n"))
        at = text.find("\n", at + 1)
    found.sort()
    return found


def _nests(text: str, marks: list[tuple[int, str]], k: int) -> bool:
    """Tell whether a mark of the same kind opens a quotation inside the quotation: "قال لي "تعال" أمس".

    It must open, the next close, and the one after close again, all on one line.
    """
    at = marks[k][0]
    if k + 2 >= len(marks) or not (text[at - 1].isspace() and text[at + 1 : at + 2].isalnum()):
        return False
    (second, one), (third, two) = marks[k + 1], marks[k + 2]
    family = _FAMILY.get(marks[k][1], '"')
    if "\n" in {one, two} or {_FAMILY.get(one, '"'), _FAMILY.get(two, '"')} != {family}:
        return False
    return _closes(text, second) and _closes(text, third) and text[second - 1].isalnum()


def _add(found: list[Quote], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(Quote(start, end))


def _opens(text: str, at: int) -> bool:
    """Tell whether the mark at `at` stands like an opening one: a word follows, none precedes."""
    after = text[at + 1 : at + 2]
    before = text[at - 1 : at] if at else " "
    glued = before in _CLITICS and not text[at - 2 : at - 1].isalpha()
    return after.isalnum() and (not before.isalnum() or glued)


def _told_on(text: str, start: int, end: int) -> int:
    """Return where a quotation left open on `[start, end)` ends: before a sentence that reports (. وأضاف), or `end`."""
    match = _REPORTS.search(text, start, end)
    return match.start() + 1 if match else end


def _left_open(
    text: str, marks: list[tuple[int, str]], k: int, opened: tuple[int, str], line_end: int
) -> int:
    """Return where a quotation ends whose closing mark was forgotten: "… . وقال فلان "…"; -1 if it was not.

    The `k`th mark opens another in a later paragraph, or closes one after a report (… . وقال فلان …"); or it opens
    one in the same paragraph after the end of a sentence, and the marks from it on can be paired on the line.
    """
    opens = _opens(text, marks[k][0])
    if line_end >= 0:
        at = marks[k][0]
        if _closes(text, at) and _REPORTS.search(text, opened[0], at):
            return _told_on(text, opened[0], at)
        line_end = _told_on(text, opened[0], line_end)
        return line_end if opens or _stands_free(text, at) else -1
    if not opens:
        return -1
    count, family = 0, opened[1]
    for _, mark in marks[k:]:
        if mark == "\n":
            break
        count += _FAMILY.get(mark, '"') == family
    last = -1
    if count % 2 == 0:
        for match in _STOP.finditer(text, opened[0], marks[k][0]):
            last = match.end()
        added = _ADDS.search(text, opened[0], marks[k][0]) if last < 0 else None
        if added is not None:
            last = added.start()
    return last


def _stands_free(text: str, at: int) -> bool:
    """Tell whether spaces stand on both sides of the mark at `at`, so that its shape says nothing."""
    return text[at - 1 : at].isspace() and text[at + 1 : at + 2].isspace()


def _closes(text: str, at: int) -> bool:
    """Tell whether the mark at `at` stands like a closing one: a word precedes, none follows."""
    before = text[at - 1 : at] if at else " "
    return not before.isspace() and not text[at + 1 : at + 2].isalnum()
