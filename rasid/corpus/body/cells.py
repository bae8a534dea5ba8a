"""Text cells of tables: a program has taken the article out of its page, and mostly left little behind.

Reading every line of 70,000 cells as a raw page's lines would cost more than all else together, so a
cell is first searched for letters that furniture is bound to hold, and only such lines are judged.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from rasid.corpus.body.captions import is_credited
from rasid.corpus.body.cuts import lay_out
from rasid.corpus.body.furniture import furniture
from rasid.corpus.body.header import is_metadata
from rasid.corpus.body.layout import Layout
from rasid.corpus.body.lines import split_lines
from rasid.corpus.body.tails import inline_cuts, title_cut

_HINTS: Final = (
    "قرأ", "قرا", "ذات صل", "ذات الصل", "شارك", "اشترك", "انضم", "تابعو", "لمتابع", "للمزيد", "المزيد",
    "©", "حقوق", "المصدر", "نقلاً عن", "نقلا عن", "دلالية", "مفتاحية", "وسوم", "//", "تعليق",
    "طالع", "شاهد أيض", "مواضيع", "مصدر الصورة", "صدر الصورة", "لا يعبر", "لا تعبر", "رأي كتا", "#",
    "الموافق", "زوارنا", "واتساب", "تلغرام", "تعليقك", "قد يهمك", "قد يعجبك", "متابعات", "بقلم", "إشعارات",
    "صورة", "رابط ال", "خدمة «", "بالاتفاق مع «", "http", "SMS", "sms", "بالرمز", "@", "-----", "chars]",
    "مع التفاصيل", "وإليكم التفاصيل", "date 20",
    "appeared first", "first appeared", "أولاً على", "أولا على",
)  # fmt: skip
_PAGE_SIGNS: Final = (
    "تعليق",
    "©",
    "ذات صل",
    "شارك",
    "اشترك",
    "دقيقة",
    "إقرأ أيض",
    "اقرأ أيض",
    "مشابهة",
)
_TAIL_HINTS: Final = frozenset(
    (
        "قرأ",
        "قرا",
        "انضم",
        "اشترك",
        "للمزيد",
        "تابعو",
        "لمتابع",
        "المصدر",
        "ذات صل",
        "chars]",
    )
)
_LONGEST: Final = 200
_END: Final = 160  # characters at a long line's end that may hold what a page has glued to it
_KINDS: Final = 3  # of furniture in a page that was put into a cell as it was
_FOREIGN: Final = frozenset({"share", "comments", "copyright", "newsletter", "related"})


def cut_cell(text: str, title: str, is_outlet: Callable[[str], bool]) -> Layout | None:
    """Return the zones of a text cell, or None when it holds nothing foreign.

    A cell in which furniture of three kinds stands is a raw page that somebody has put into a table,
    and is cut as one. Looked at are short lines and the ends of long ones: a third of most texts.
    """
    pieces = text.split("\n")
    short = [piece for piece in pieces if len(piece) <= _LONGEST]
    if (
        len(short) >= _KINDS
        and sum(sign in text for sign in _PAGE_SIGNS) >= _KINDS
        and _is_raw(text)
    ):
        return lay_out(text, title=title, is_outlet=is_outlet)
    glued = bool(title) and text.startswith(title) and title_cut(text.partition("\n")[0], title) > 0
    lines = "\n".join(short)
    hits = [hint for hint in _HINTS if hint in lines]
    ends = "\n".join([piece[-_END:] for piece in pieces if len(piece) > _LONGEST])
    if (
        hits
        or glued
        or any(hint in ends for hint in _TAIL_HINTS)
        or (")" in lines and any(piece.rstrip().endswith(")") for piece in short))
    ):
        return _layout(text, title, hits)
    return None


def _is_raw(text: str) -> bool:
    kinds = {
        mark.reason
        for line in split_lines(text)
        if len(line.text) <= _LONGEST and (mark := furniture(line)) and mark.reason in _FOREIGN
    }
    return len(kinds) >= _KINDS


def _layout(text: str, title: str, hits: list[str]) -> Layout | None:
    lines = split_lines(text, at_once=False)
    layout = Layout(lines, title=title, end=len(lines))
    under_list = ""
    for line in lines:
        hinted = len(line.text) <= _LONGEST and any(hint in line.text for hint in hits)
        if not (hinted or under_list or line.number == 0 or line.text.endswith(")")):
            continue  # no rule asks for it
        if len(line.text) > _LONGEST or (line.is_prose and line.number + 1 < len(lines)):
            under_list = ""
            continue
        mark = furniture(line) if hinted else None
        if mark is not None and mark.reason in ("navigation", "other") and mark.reach == "line":
            mark = None if len(line.words) > 3 and "http" not in line.text else mark
        if mark is not None:
            layout.reasons[line.number] = mark.reason
            under_list = mark.reason if mark.reach == "list" else ""
        elif under_list and not line.is_prose and len(line.words) >= 3:
            layout.reasons[line.number] = under_list
        elif line.text.endswith(")") and len(line.words) <= 35 and is_credited(line):
            layout.reasons[line.number] = "caption"
        elif (hinted or line.number == 0) and is_metadata(line, inside=line.number > 0):
            layout.reasons[line.number] = "metadata"
    if any(hint in text for hint in _TAIL_HINTS) or text.startswith(title or "\n"):
        layout.inline = inline_cuts(lines, layout.reasons, title=title)
    if len(layout.reasons) == len(lines):
        layout.reasons.clear()  # a cell of one line that looks like furniture is its text
    return layout if layout.reasons or layout.inline else None
