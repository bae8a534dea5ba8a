"""The site a page's address belongs to, and the Arabic name on the page that spells the address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.layout import Layout
from rasid.corpus.outlets.plain_names import may_be_name
from rasid.corpus.outlets.register import Outlet, Register, host_of
from rasid.corpus.page import Page
from rasid.language import fold

# "https://…" alone, "link: https://…", "read from the source: https://…".
_ADDRESS_ALONE: Final = re.compile(
    r"(?:(?:ال)?(?:رابط|مصدر|عنوان)(?: (?:ال)?(?:خبر|مقال|موضوع|صفحة|أصلي|اصلي|مصدر|تقرير))*|link|url|source)?"
    r"\s?[:|\-–]?\s?(?P<address>https?://\S+)",
    re.I,
)
# "www.x.com", "E-mail: info@x.com" on a line of its own.
_OWN_ADDRESS: Final = re.compile(
    r"(?:(?:البريد الالكتروني|البريد الإلكتروني|الموقع|الإيميل|ايميل|بريد|e-?mail|email|website|view on)\s?:?\s?)?"
    r"(?P<address>(?:www\.|[\w.\-]+@|(?<=^view on ))[\w\-]+(?:\.[\w\-]+)+)/?",
    re.I,
)
_SHARED: Final = re.compile(
    r"(?:^|\.)(?:facebook|fb|twitter|x|t|telegram|instagram|youtube|youtu|tiktok|whatsapp|wa|linkedin|bit|goo|"
    r"google|gmail|yahoo|hotmail|outlook|live|blogspot|wordpress|archive)\.(?:com|me|be|org|ly|gl|co)$"
)
"""Hosts of everybody's pages and short links: they name no outlet."""
_STORES: Final = re.compile(
    r"^(?:cdn|img|image|images|static|media|files?)\d*\.|top4top|imgur|postimg|cloudfront|akamai|amazonaws|gravatar"
)
"""Hosts of pictures and files."""
_PIECES: Final = re.compile(r"\s*[|»>©]\s*|\s+[-–—]\s+")
_LATIN_SOUNDS: Final = (
    ("kh", "K"), ("gh", "G"), ("sh", "S"), ("ch", "S"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ck", "k"),
    ("p", "b"), ("v", "f"), ("q", "k"), ("c", "k"), ("g", "j"), ("z", "s"), ("x", "ks"),
)  # fmt: skip
_ARABIC_SOUNDS: Final = str.maketrans(
    {
        "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "چ": "S", "ح": "h", "ه": "h", "خ": "K", "د": "d",
        "ض": "d", "ذ": "d", "ظ": "d", "ر": "r", "ز": "s", "س": "s", "ص": "s", "ش": "S", "غ": "G", "ف": "f", "ڤ": "f",
        "ق": "k", "ك": "k", "گ": "j", "ل": "l", "م": "m", "ن": "n",
    }
)  # fmt: skip
_SILENT: Final = re.compile(r"[^A-Za-z0-9]|[aeiouwy]")
_ARTICLE: Final = re.compile(r"(?:^|(?<= ))و?ال(?=\w{2})")
_LATIN_ARTICLE: Final = re.compile(r"^(?:al|el)-?(?=[a-z]{3})|-(?:al|el)-")
_FEWEST: Final = 3
"""Consonants from which two spellings that agree are one name."""


def _site_of(host: str, register: Register) -> Outlet | None:
    """Return the outlet of a host, a new one named by it if need be; None for hosts of everybody's pages."""
    if not host or _SHARED.search(host) or _STORES.search(host):
        return None
    return register.by_url(host) or register.provisional(host)


def by_address(page: Page, layout: Layout | None, register: Register) -> Outlet | None:
    """Name an outlet by the page's address, the last resort: a field, or a line that is nothing else.

    A line's site that no list has bears the Arabic name that spells its address, where the page prints it.
    """
    # One id for all rows of a table, whether their text bears the site's name or not.
    if site := _site_of(host_of(page.url), register):
        return site
    if layout is None or not page.raw:
        return None
    for line in layout.lines:
        text = line.text.strip()
        own = _ADDRESS_ALONE.fullmatch(text) or _OWN_ADDRESS.fullmatch(text)
        host = host_of(own["address"]) if own else ""
        if site := _site_of(host, register):
            name = spelled_name(host, layout) if site.provisional else ""
            return register.provisional(name) if name else site
    return None


def spelled_name(host: str, layout: Layout) -> str:
    """Return the Arabic name among a page's own lines whose consonants an address spells, or nothing."""
    label = host.removeprefix("www.").split(".")
    wanted = _latin_sounds(max(label[:-1], key=len, default=""))
    if len(wanted) < _FEWEST:
        return ""
    return next((n for n in _short_names(layout) if wanted in _arabic_sounds(n)), "")


def _short_names(layout: Layout) -> Iterator[str]:
    """Yield what may be a site's name among the pieces of the lines that are not the text."""
    for line in layout.lines:
        if line.number not in layout.reasons and line.number != layout.title_line:
            continue
        for piece in _PIECES.split(line.text):
            name = piece.strip(' :،."“”«»')
            if not name.isascii() and len(name.split()) <= 4 and may_be_name(name):
                yield name


def _latin_sounds(label: str) -> str:
    """Return the consonants of an address: "nabarafidain" is n-b-r-f-d-n; the article is left out."""
    label = _LATIN_ARTICLE.sub("-", label.lower())
    for letters, sound in _LATIN_SOUNDS:
        label = label.replace(letters, sound)
    return _doubled(_SILENT.sub("", label.rstrip("h")))


def _arabic_sounds(name: str) -> set[str]:
    """Return the consonants of an Arabic name, with and without the articles within it."""
    folded = re.sub(r"ه(?= |$)", "", fold(name).text)  # the feminine ending is not heard
    first = _ARTICLE.sub("", folded, count=1) if folded.startswith("ال") else folded
    forms = (first, _ARTICLE.sub("", folded))
    return {_doubled(_SILENT.sub("", form.translate(_ARABIC_SOUNDS))) for form in forms}


def _doubled(sounds: str) -> str:
    """Write a consonant once where it stands twice: a spelling may show that it is long."""
    return re.sub(r"(.)\1", r"\1", sounds)
