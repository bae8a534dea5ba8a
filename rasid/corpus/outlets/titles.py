"""The site's name behind a title: in the title's own line, and where the page prints its browser title again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.layout import Layout
from rasid.corpus.outlets.naming import is_newslike, named
from rasid.corpus.outlets.plain_names import may_be_name, no_name
from rasid.corpus.outlets.register import Register
from rasid.corpus.outlets.trace import Trace, is_writer
from rasid.language import fold

_ADJECTIVE: Final = re.compile(r"ال\w+ي[هن]?")  # "… the Turkish - Syrian border": no site's name
_BEHIND: Final = re.compile(r"\s*(?:\||\s[-–—:])\s*(?P<name>[^|\n]{3,40}?)\s*")
_NEWS_OF: Final = re.compile(r"^[اأ]خبار (?=\S+ \S)|(?<=\S) [اأ]خبار$")
"""«news X news», as some sites call themselves behind a title."""
_TITLE: Final = 4
"""Words from which a title that stands twice on a page is a title, no name."""


def beside_titles(layout: Layout, body: str, register: Register) -> Iterator[Trace]:
    """Read the site's name behind the title, as browsers show it: "title | X", "title - X"."""
    if suffix := layout.suffix:
        site = _NEWS_OF.sub("", suffix)
        suffix = site if site != suffix and (is_newslike(site) or named(site, register)) else suffix
        if outlet := named(suffix, register, new=_may_be_new(suffix, body)):
            yield Trace(outlet, "host", 6, layout.suffix)
    if len(layout.title.split()) < _TITLE:
        return
    title = layout.title.strip()
    for line in layout.lines:
        if line.number == layout.title_line or not line.text.startswith(title):
            continue
        behind = _BEHIND.fullmatch(line.text[len(title) :])
        name = behind["name"] if behind else ""
        # The whole title stands before it, so that a name of everyday words is the site's too.
        if name and (outlet := named(name, register, new=_may_be_new(name, body))):
            yield Trace(outlet, "host", 6, line.text[-60:])


def _may_be_new(suffix: str, body: str) -> bool:
    """Tell whether words behind a title may be a name that no list has: no slogan, no writer, no menu's words."""
    if len(suffix.split()) < 2 and _ADJECTIVE.fullmatch(fold(suffix).text):
        return False
    if suffix[-1:] in '!?؟"»”' or is_writer(suffix) or no_name(suffix):
        return False
    return _may_sign(suffix, body)


def _may_sign(suffix: str, body: str) -> bool:
    """Tell a site's name behind a title from a title's last part: a sentence, or a word that the text has too."""
    words = fold(suffix).text.split()
    if len(words) > 3 and not may_be_name(suffix):
        return False
    return len(words) > 1 or not re.search(rf"\b{re.escape(words[0])}\b", fold(body).text)
