"""The title of a raw page, and the site's name that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from rasid.corpus.body.bylines import given_names, is_person
from rasid.corpus.body.captions import is_caption
from rasid.corpus.body.furniture import NAVIGATION_WORDS, SHOWN_WORDS, Mark, is_navigation
from rasid.corpus.body.header import is_dateline_date, is_metadata
from rasid.corpus.body.lines import Line, overlap
from rasid.corpus.body.tails import title_cut
from rasid.corpus.outlets.naming import CITIES, is_site_name
from rasid.corpus.outlets.places import PLACES

_WIRED: Final = re.compile(
    r"[.…/-]\s?(?:وكالات|متابعات)\.?$"
)  # "X. agencies": who compiled the text


def _is_city_and_writer(line: Line) -> bool:
    """Tell a line that is only a place and who writes from there: "Cairo : so-and-so."."""
    place, _, name = line.folded.rstrip(" .").partition(":")
    words = name.split()
    return place.strip() in CITIES and 2 <= len(words) <= 4 and not given_names().isdisjoint(words)


_TITLE_LABEL: Final = re.compile(
    r"^(?:title|headline|subject|الموضوع|العنوان|عنوان(?: الخبر| المقال)?)\s*:\s*", re.I
)
_TICKER: Final = re.compile(
    r"عاجل ?[:|]"
)  # what the site cries at its head, mostly of another story
_NUMBERED: Final = re.compile(r"\d{1,2}[.)] ")  # a breadcrumb in a numbered list
_ANNOUNCED: Final = re.compile(
    r"(?:نعرض|نقدم|ننشر|نستعرض) لكم .{0,40}(?:خبر|موضوع|مقال)\s?:?\s(?P<title>.{12,200}?)\s"
    r"(?:في|فى) (?:ال)?(?:مقال|موضوع|سطور|خبر)"
)
_SHOWN: Final = re.compile(r"\w[-–] ?\w+(?: \w+){0,3}$")  # "… the convoy leaves- agency"
_ALIKE: Final = 8
_ENDING: Final = 20  # characters
_HEADLINE_WORDS: Final = 5
_PATH_WORDS: Final = 6  # of a title, lest a section's name count as one
_CRUMB: Final = re.compile(r"\s*[>»›]\s*")
_SUFFIX: Final = re.compile(r"\s+[-–—|»:]+\s+|\s?\|\s?")


def split_title(
    lines: list[Line],
    marks: dict[int, Mark],
    first: int,
    given: str,
    is_outlet: Callable[[str], bool] = lambda _: False,
) -> tuple[str, str, int]:
    """Return title, site suffix and the number of the title's line (-1 when the page has none).

    Among the lines before the first paragraph the title is the one that comes again or shares most
    words with the opening paragraphs; of equals, the earliest.
    """
    if given:
        title = Line(given, 0, len(given), 0, True)
        for line in lines[: first + 1]:
            if (
                line.folded.startswith(title.folded[:60])
                and len(line.words) <= 2 * len(title.words) + 8
                and not title_cut(line.text, given)
            ):
                return given, "", line.number
        return given, "", -1
    opening = [
        line for line in lines[first : first + 12] if line.is_prose and line.number not in marks
    ][:4]
    best: tuple[float, int, float, float] | None = None
    head = lines[: first + 1]
    beginnings = _beginnings(lines[: first + 3])
    endings = _endings(head)
    for line in lines[:first]:
        if line.number in marks or is_outlet(line.text) or _is_no_title(line, head):
            continue
        again = _comes_again(line, beginnings, lines[0]) or _ends_path(line, endings)
        if best is not None and not again and _is_second(line, lines, best[1]):
            continue
        told = overlap(line, opening)
        length = min(len(line.words), 8) / 16
        score = told + 0.5 * again + length
        score += 0.3 if line.number == 0 else 0.0
        score -= 0.4 if line.text.endswith((".", "..")) else 0.0
        short = len(line.words) < (3 if _is_dated(line, lines) else 4)
        asked = line.text.endswith(("؟", "?"))
        score -= 0.4 if short and (told < 0.5 or asked or _in_menu(line, lines)) else 0.0
        score -= 0.4 if _TICKER.match(line.folded) else 0.0
        score -= 0.9 if line.text[0] in "•·" else 0.0
        score -= 0.4 if line.text[0] in "*-" or _NUMBERED.match(line.text) else 0.0
        if is_site_name(line.folded) and told < 0.34:
            continue
        score -= 0.5 if is_site_name(line.folded) or is_caption(line, in_body=False) else 0.0
        listed = marks.get(line.number - 1)
        score -= 0.4 if listed is not None and listed.reach == "list" else 0.0
        decked = best is not None and _may_be_deck(line, lines, best[1], best[2])
        # A deck is longer than the title by nature: against it length does not count.
        if best is None or (
            score - length > best[0] - best[3] + 0.55 if decked else score > best[0] + 0.12
        ):
            best = (score, line.number, told, length)
    if best is None or (best[0] < 0 and len(lines[best[1]].words) < 3):
        return _announced(lines, first), "", -1
    name, suffix = _without_suffix(lines[best[1]], lines, is_outlet)
    name = _whole(name, lines[: first + 1])
    suffix = suffix or _suffix_elsewhere(name, lines[:first])
    return _TITLE_LABEL.sub("", name), suffix, best[1]


def _is_no_title(line: Line, head: list[Line]) -> bool:
    """Tell particulars, a person, a menu's words or path, and who compiled the text."""
    if not 2 <= len(line.words) <= 40 or line.arabic < 0.4:
        return True
    if is_metadata(line) or is_navigation(line) or is_person(line):
        return True
    if len(line.words) <= 3 and all(w in NAVIGATION_WORDS or w in PLACES for w in line.words):
        return True  # "news of Yemen"
    wired = len(line.words) <= 5 and _WIRED.search(line.folded)
    return bool(wired) or _is_city_and_writer(line) or _leads_to(line, head)


def _whole(name: str, head: list[Line]) -> str:
    """Return the title as another line of the head has it whole, where a name beside it has cut it short."""
    stem = name.rstrip(" .…")
    if stem == name or len(stem.split()) < 4:
        return name
    whole = (o.text for o in head if o.text.startswith(stem) and not o.text.startswith(name))
    return next((text for text in whole if len(text) > len(name)), name)


def _leads_to(line: Line, head: list[Line]) -> bool:
    """Tell a breadcrumb that ends in the title: "site > section > title", the title alone below it."""
    *path, last = _CRUMB.split(line.folded)
    return bool(path) and any(other.folded == last for other in head[line.number + 1 :])


def _beginnings(lines: list[Line]) -> dict[str, list[Line]]:
    """Return the lines by their first characters: those of a title stand above more than one line."""
    return _by_key(lines, lambda line: line.folded[:50])


def _endings(lines: list[Line]) -> dict[str, list[Line]]:
    """Return the lines by their last characters."""
    return _by_key(lines, lambda line: line.folded[-_ENDING:])


def _by_key(lines: list[Line], key: Callable[[Line], str]) -> dict[str, list[Line]]:
    """Return the first few lines of each key: on a page of one headline ten thousand times they tell as much."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        same = found.setdefault(key(line), [])
        if len(same) < _ALIKE:
            same.append(line)
    return found


def _comes_again(line: Line, beginnings: dict[str, list[Line]], top: Line) -> bool:
    """Tell a line that stands twice: a title does; a label straight below itself is a picture's two texts."""
    again = [o for o in beginnings[line.folded[:50]] if o is not line]
    pictured = is_caption(line, in_body=False) or _SHOWN.search(line.text) is not None
    if pictured or (len(line.words) <= 4 and top.folded != line.folded):
        again = [o for o in again if abs(o.number - line.number) > 1]
    return bool(again)


def _ends_path(line: Line, endings: dict[str, list[Line]]) -> bool:
    """Tell a line in which a menu's path above it ended."""
    return len(line.words) >= _PATH_WORDS and any(
        o.number < line.number and o.folded != line.folded and o.folded.endswith(line.folded)
        for o in endings[line.folded[-_ENDING:]]
    )


def _is_dated(line: Line, lines: list[Line]) -> bool:
    """Tell a line over the day, or over its writer and the day: a title, however few its words."""
    below = lines[line.number + 1 : line.number + 3]
    return line.gap and any(map(is_dateline_date, below))


def _in_menu(line: Line, lines: list[Line]) -> bool:
    """Tell an entry among others: the lines on either side are labels of one to three words too."""
    around = [
        *lines[max(0, line.number - 1) : line.number],
        *lines[line.number + 1 : line.number + 2],
    ]
    return len(around) == 2 and all(len(o.words) <= 3 and not is_dateline_date(o) for o in around)


def _suffix_elsewhere(name: str, head: list[Line]) -> str:
    """Return the site's name where the head has the title a second time as "title - site" or "site - title"."""
    whole = Line(name, 0, len(name), 0, True)
    title, size = whole.folded, len(whole.words)
    for line in head:
        at = line.folded.find(title)
        if at < 0 and size >= 4 and line.words[-size:] == whole.words:
            at = (
                line.folded.find(f" {whole.words[0]}") + 1 if whole.words else -1
            )  # but for its signs
        rest = line.folded[at + len(title) :] if at >= 0 else ""
        before = re.fullmatch(r"([^|–—\d]{2,30}?)\s+[-–—|]\s+", line.folded[: max(at, 0)])
        if (
            before
            and size >= 4
            and not is_navigation(Line(before.group(1), 0, len(before.group(1)), 0, True))
        ):
            return " ".join(line.text.split()[: len(before.group(1).split())])
        match = re.fullmatch(r"\s+[-–—|»]\s+([^|–—]{2,30})", rest)
        if (
            match
            and len(words := match.group(1).split()) <= 4
            and not SHOWN_WORDS.issuperset(words)
        ):
            return line.text[-len(match.group(1)) :]
    return ""


def _announced(lines: list[Line], first: int) -> str:
    """Return the title that an aggregator's welcome names: "we present the details of the news X below"."""
    for line in lines[: first + 1]:
        if match := _ANNOUNCED.search(line.text):
            return match.group("title").strip(" :-–")
    return ""


def _is_second(line: Line, lines: list[Line], title: int) -> bool:
    """Tell the second of two headlines between a menu's label and a picture's caption: the first is the title."""
    headline, above = lines[title], lines[title - 1] if title else None
    return (
        line.number == title + 1
        and line.number + 1 < len(lines)
        and min(len(headline.words), len(line.words)) >= _HEADLINE_WORDS
        and not (headline.is_prose or _TICKER.match(headline.folded))
        and (above is None or len(above.words) < _HEADLINE_WORDS or is_navigation(above))
        and is_caption(lines[line.number + 1], in_body=False)
    )


def _may_be_deck(line: Line, lines: list[Line], title: int, told: float) -> bool:
    """Tell a line that may be the deck, byline or caption of the title at `title`: those come below it.

    They say more of the story than the title, so they must be far better to take its place. `told` is the
    share of the title's words that the opening repeats.
    """
    if line.folded in lines[title].folded:
        return False  # the title itself, after a breadcrumb that ends in it
    if line.number == title + 1:
        long = len(line.words) >= 15 or line.text.endswith((".", "؛"))
        return long or (told >= 0.34 and len(lines[title].words) >= 4)
    return told >= 0.34 and any(is_metadata(other) for other in lines[title + 1 : line.number])


def _without_suffix(
    line: Line, lines: list[Line], is_outlet: Callable[[str], bool]
) -> tuple[str, str]:
    """Split "title - site": the last piece is the site's name when short, or when it comes again."""
    pieces = list(_SUFFIX.finditer(line.text))
    if not pieces:
        return line.text, ""
    rest = Line(line.text[pieces[0].end() :], 0, len(line.text) - pieces[0].end(), 0, True)
    named = len(line.text[: pieces[0].start()].split()) <= len(rest.words)
    if (
        named
        and "|" in pieces[0].group()
        and any(other.folded == rest.folded for other in lines[:25] if other is not line)
    ):  # "site | title", the title alone further down
        return rest.text, line.text[: pieces[0].start()].strip()
    last = pieces[-1]
    head, tail = line.text[: last.start()].strip(), line.text[last.end() :].strip()
    if not head or not tail or len(tail.split()) > 5 or len(head.split()) < 3:
        return line.text, ""
    last_piece = Line(tail, 0, len(tail), 0, True)
    if all(word in SHOWN_WORDS for word in last_piece.words):
        return line.text, ""
    name = last_piece.folded
    elsewhere = sum(name in other.folded for other in lines if other is not line)
    alone = any(
        other.folded.startswith(Line(head, 0, len(head), 0, True).folded)
        and name not in other.folded
        for other in lines[:25]
        if other is not line
    )
    if "|" in last.group() or elsewhere or alone or is_outlet(tail) or is_site_name(name):
        return head, tail
    return line.text, ""


def repeats(line: Line, title: str) -> bool:
    """Tell a line that says the title again: whole or in part, beside the site's name or in other words."""
    if not title:
        return False
    head = Line(title, 0, len(title), 0, True)
    if line.folded.startswith(head.folded[:80]) and len(line.words) <= 2 * len(head.words) + 12:
        return True
    if len(line.words) >= 5 and head.folded.startswith(line.folded):
        return True  # the title again, cut off at a width
    if len(line.words) >= 4 and head.folded.endswith(f" {line.folded}"):
        return True  # the second half of a title that is broken in two
    if (
        len(head.words) >= 4
        and head.folded in line.folded
        and len(line.words) <= 2 * len(head.words)
    ):
        return True  # "site - title"
    stems = line.stems
    return (
        bool(stems)
        and bool(head.stems)
        and len(stems & head.stems) >= 0.8 * max(len(stems), len(head.stems))
    )
