"""Furniture inside a kept line: what a page has glued before or behind a paragraph."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.body.fragments import REPORTS
from rasid.corpus.body.lines import Line, overlap
from rasid.language import fold

# After the end of a sentence these words never go on with it: the page speaks, not the author.
_TAIL: Final = re.compile(
    r"(?<=[.؟!…\"”»)\]])\s*(?P<cut>(?:>>\s*)?(?:"
    r"(?:اقرا|إقرأ|اقرأ|أقرأ|إقرا|طالع|شاهد|تابع) ?(?:أيضا|ايضا|أيضاً|ايضاً|أيضًا|ايضًا|المزيد)\s*[:.…|\-–؛]?.*"
    r"|(?:انضم|إنضم|اشترك|إشترك) (?:الى|إلى|في|معنا|الآن).{0,60}(?:واتس|تلغرام|تليجرام|تيليغرام|نشر|قناة).*"
    r"|(?:للمزيد|لمتابعة المزيد|لمزيد)(?: من)?(?: الأخبار| الاخبار)?.{0,30}(?:اضغط|انقر|تابع|هنا).*"
    r"|(?:تابعوا|تابعونا|تابعنا|لمتابعة).{0,40}(?:فيسبوك|تويتر|واتس|تلغرام|تليجرام|انستغرام|يوتيوب|نبض|غوغل|جوجل).*"
    r"|(?:الأكثر|الاكثر) (?:قراءة|مشاهدة).*"
    r"|(?:المصدر|المصدر الأصلي)\s*:\s*\S+(?: \S+){0,5}$"
    r"|(?:أخبار|مقالات|مواضيع) ذات (?:صلة|الصلة).*"
    r"|(?:الكلمات|كلمات) (?:المفتاحية|الدلالية|دلالية|مفتاحية)\s*:.*"
    r"|The post .{5,250} (?:first appeared|appeared first) on .*"
    r"|\[\+?\d+ chars\]$"
    r"))"
)
_TITLE_WORDS: Final = 5
_LEAD_WORDS: Final = 30
_LEAST_LEAD: Final = 8
_RETOLD: Final = 0.5  # of the title's words
_HINTS: Final = (
    "قرأ",
    "قرا",
    "نضم",
    "شترك",
    "للمزيد",
    "تابع",
    "لأكثر",
    "لاكثر",
    "المصدر",
    "ذات صل",
    "ذات الصل",
    "مفتاحية",
    "دلالية",
    "طالع",
    "شاهد",
    "chars]",
    "appeared",
    "لمزيد",
)
_STATING: Final = ("المصدر", "الكلمات", "كلمات", "[", "The post")
"""Tails that state source, key words or length; the others lead to other articles."""
# "Site name - " put before the first words by an aggregator; a place's name there is a dateline.
_HEADS: Final = re.compile(r"^(?:date \d{4}-\d\d-\d\d )\s*")
# "Last updated: 5 October 2024 - 2:59 pm Baghdad/ agency - …": the page's particulars before the first words.
_PARTICULARS: Final = re.compile(
    r"^(?:[اآ]خر تحديث|تاريخ النشر|نُ?شرت? (?:في|بتاريخ))\s*:?\s*(?:[^\s\d]{3,9}[،,]? )?\d{1,2}[ /.\-][^.:]{2,22}?"
    r"(?:19|20)\d\d(?:\s?[-–|،,]?\s?(?:الساعة )?\d{1,2}:\d\d(?::\d\d)?(?:\s?(?:[صم]|AM|PM|am|pm)(?!\w))?)?\s*[-–|]?\s*"
)
POSTED_HEAD: Final = re.compile(
    r"[^\n\d.،:]{2,40}?(?P<date>(?:ال)(?:سبت|[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)[،,]? \d{1,2} [^\W\d_]{3,8}"
    r"(?: [^\W\d_]{3,6})? \d{4}[،,]? \d{1,2}:\d\d ?(?:صباحا?ً?ا?|مساءً?ا?|[صم](?!\w)))[^\n\d.:،]{0,30}?\s?[-–]\s+"
)
"""An aggregator's head before the first words: city, day with its clock, who posted it ("… 05:57 مساءً كتب فلان - ")."""
_GLUED: Final = re.compile(
    r"^.{0,160}?(?:والان مع التفاصيل|والآن مع التفاصيل|واليكم التفاصيل|وإليكم التفاصيل|"
    r"وإلى التفاصيل|والان الى التفاصيل)\s*[:.\-]*\s*"
)

_BEGINNINGS: Final = (
    (_HEADS, "date "),
    (_GLUED, "التفاصيل"),
    (_PARTICULARS, ""),
    (POSTED_HEAD, ":"),
)
"""What may stand before a line's own words, each with letters that it holds: these are looked for first."""


def inline_cuts(
    lines: list[Line], reasons: dict[int, str], site: str = "", title: str = ""
) -> list[tuple[int, int, str]]:
    """Return the foreign ends and beginnings of kept lines, as (start, end, reason).

    `site` is the name that stands after the page's title: an aggregator puts it before the text too. The title is
    cut where it stands before the lead on one line.
    """
    cuts: list[tuple[int, int, str]] = []
    first = True
    for line in lines:
        if line.number in reasons:
            continue
        start = line.start
        if first and title and (length := title_cut(line.text, title)):
            cuts.append((start, start + length, "metadata"))
            start += length
        first = False
        if site and (length := prefix_cut(line.text, site)):
            cuts.append((start, start + length, "metadata"))
            start += length
        for rule, sign in _BEGINNINGS:
            head = rule.match(line.text[start - line.start :]) if sign in line.text else None
            if head and head.end():
                reason = "metadata" if rule in (_PARTICULARS, POSTED_HEAD) else "navigation"
                cuts.append((start, start + head.end(), reason))
                start += head.end()
        if tail := _tail(line.text):
            reason = "metadata" if tail[1].startswith(_STATING) else "related"
            cuts.append((line.start + tail[0], line.end, reason))
    return sorted(cuts)


def title_cut(text: str, title: str) -> int:
    """Return how many characters of `text` the title takes, where a lead runs on behind it on the line; else 0.

    The lead opens with the verb of a report, or tells the title again; a sentence that merely begins as the title
    does goes on with neither.
    """
    if len(title.split()) < _TITLE_WORDS or not text.startswith(title):
        return 0
    lead = text[len(title) :].lstrip(" .…:|-–،")
    glued = text[len(title) :][:1].isalpha() and title[-1] not in "ةى"
    words = lead.split(None, _LEAD_WORDS)[:_LEAD_WORDS]
    if glued or len(words) < _LEAST_LEAD:
        return 0
    told, begun = (Line(line, 0, len(line), 0, True) for line in (title, " ".join(words)))
    if REPORTS.fullmatch(begun.words[0]) or overlap(told, [begun]) >= _RETOLD:
        return len(text) - len(lead)
    return 0


def _tail(text: str) -> tuple[int, str] | None:
    if not any(hint in text for hint in _HINTS):
        return None
    match = _TAIL.search(text)
    return (match.start("cut"), match.group("cut")) if match else None


def prefix_cut(text: str, name: str) -> int:
    """Return how many characters of `text` a leading "site name - " takes; 0 when there is none."""
    head = re.match(r"\s*([^\n\-–—:|]{2,40}?)\s*[-–—:|]+\s+", text)
    if head and name and fold(head.group(1)).text.strip() == fold(name).text.strip():
        return head.end()
    return 0
