"""What saving put around a web page: an archive's toolbar and addresses, a browser's note of where and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

from lxml import etree

from rasid.language import fold

_INLINE: Final = re.compile(
    r"data:[\w.+/-]{3,60}(?:;[\w=.+-]{1,40}){0,3};base64,[A-Za-z0-9+/=\s]{40,}"
)
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.I)
_SINGLE_FILE: Final = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n(]+)", re.I
)
_ARCHIVED: Final = re.compile(
    r"^https?://web\.archive\.org/web/(\d{8,14})(?:[a-z]{2}_)?/(https?:/.*)$"
)
_COPIED: Final = re.compile(
    r"^https?://archive\.(?:today|ph|is|li|vn|fo|md)/(\d{4})\.?(\d\d)\.?(\d\d)-?(\d{6})/(https?:/.*)$"
)
_CACHED: Final = re.compile(
    r"cache of <a href=\"(https?://[^\"]+)\".{0,400}?snapshot of the page as it appeared on ([^.<]{10,40})\.",
    re.S,
)
_TOOLBARS: Final = (
    "wm-ipp-base",
    "wm-ipp",
    "wm-ipp-print",
    "donato",
    "bN015htcoyT__google-cache-hdr",
)
_MESSAGES: Final = re.compile(
    r"^\W*(?:error |خطا )?(?:40[34]|50[0234])\W*$|page not found|not found$|^(?:\d+ )?forbidden|access denied"
    r"|just a moment|attention required|are you human|before you continue|^(?:log|sign) ?in$"
    r"|(?:^|\s)(?:404|صفحه|الصفحه|الرابط) (?:\S+ ){0,2}(?:غير (?:موجود|متوفر|متاح)|لم تعد|لا توجد|لا يوجد|محذوف)"
    r"|لم (?:يتم|نتمكن من) العثور علي (?:الصفحه|الرابط|المحتوي|ما تبحث)|^خطا(?: \d+)?$|^(?:عذرا\W*)?حدث خطا"
    r"|^(?:تسجيل الدخول|سجل دخولك)|^جاري? التحقق|التحقق من (?:انك|المتصفح|هويتك)|تاكيد انك لست"
    r"|^قبل المتابعه|ملفات تعريف الارتباط|هذا المحتوي للمشتركين|^اشترك (?:للمتابعه|لقراءه)"
)
_TITLE_WORDS: Final = 8
_SAVED_DATE: Final = "%a %b %d %Y %H:%M:%S"
_STAMP: Final = "%Y%m%d%H%M%S"


class NoArticleError(ValueError):
    """A saved page is a message of its site; the text is that message."""


@dataclass(frozen=True, slots=True)
class Wrapper:
    """The page's own address and the time it was saved, as ISO text; empty where nothing tells."""

    url: str = ""
    collected: str = ""


def without_inlined(markup: str) -> str:
    """Return markup without the pictures and fonts that a browser wrote into it: most of such a file."""
    return _INLINE.sub("data:,", markup) if ";base64," in markup else markup


def wrapper(markup: str) -> Wrapper:
    """Return what the notes of SingleFile, a browser or Google's cache at a page's beginning say."""
    head = markup[:6000]
    if match := _SINGLE_FILE.search(head):
        return Wrapper(match.group(1), _moment(match.group(2).split("GMT")[0], _SAVED_DATE))
    if match := _SAVED_FROM.search(head):
        return Wrapper(match.group(1) if match.group(1).startswith("http") else "")
    if match := _CACHED.search(head):
        return Wrapper(
            match.group(1), _moment(match.group(2).replace(" GMT", ""), "%d %b %Y %H:%M:%S")
        )
    return Wrapper()


def original(url: str) -> Wrapper:
    """Return an archived address as the page's own, with the time of the capture; any other as it is."""
    if match := _ARCHIVED.match(url):
        return Wrapper(match.group(2), _moment(match.group(1)[:14].ljust(14, "0"), _STAMP))
    if match := _COPIED.match(url):
        return Wrapper(match.group(5), _moment("".join(match.groups()[:4]), _STAMP))
    return Wrapper(url)


def capture(markup: str) -> Wrapper:
    """Return the address and time of the capture that an archive's toolbar names, else nothing."""
    if "wm-ipp" in markup:
        match = re.search(r"https?://web\.archive\.org/web/\d{8,14}/https?:/[^\"'\s<]+", markup)
    else:
        match = re.search(
            r"(?<=rel=[\"']canonical[\"'] href=[\"'])https?://archive\.[^\"']+", markup[:20_000]
        )
    found = original(match.group()) if match else Wrapper()
    return found if found.collected else Wrapper()


def posted(date: str) -> str:
    """Return the Date header of a saved archive file as ISO text."""
    try:
        return parsedate_to_datetime(date).replace(tzinfo=None).isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def unwrap(root: etree._Element, markup: str) -> None:
    """Take the archive's toolbar out of a page, and its address off every address in the head."""
    for name in filter(markup.__contains__, _TOOLBARS):
        for element in list(root.iterfind(f".//*[@id='{name}']")):
            element.drop_tree()
    copied = False
    for element in root.iterfind(".//head/*"):
        for key in ("href", "content"):
            value = (element.get(key) or "").strip()
            if "archive." in value[:20] and (found := original(value)).collected:
                copied = copied or bool(_COPIED.match(value))
                element.set(key, found.url)
    if (
        copied
    ):  # the copying site's own bar, and its name and the time of copying in place of the page's
        ours = [
            meta
            for meta in root.iterfind(".//head/meta")
            if (meta.get("property") or "").endswith(("site_name", "_time"))
        ]
        for element in [*root.iterfind(".//*[@id='HEADER']"), *ours]:
            element.drop_tree()


def _moment(text: str, form: str) -> str:
    try:
        return datetime.strptime(text.strip(), form).isoformat()
    except ValueError:
        return ""


def site_message(titles: list[str]) -> str:
    """Return the message that a page without much text bears as its title instead of a headline, or nothing."""
    for text in titles:
        if 0 < len(text.split()) <= _TITLE_WORDS and _MESSAGES.search(
            fold(text).text.lower().strip()
        ):
            return text[:120]
    return ""
