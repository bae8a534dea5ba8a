"""A page becomes an article: cut, dated, attributed, corrected and named."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from rasid.corpus.article import Article, Cut, Origin
from rasid.corpus.body.cutting import cut_page
from rasid.corpus.correcting import corrected
from rasid.corpus.options import ReadOptions
from rasid.corpus.outlets.origin import origin
from rasid.corpus.outlets.register import Register
from rasid.corpus.page import Page
from rasid.corpus.publication.evidence import publication
from rasid.errors import Problem

_NAMED: Final = re.compile(r"(.{12,}?)\s+[-–—|]\s+([^–—|]{2,40})")
_ARABIC: Final = re.compile("[\u0621-\u06d3]")


class Assembler:
    """Makes the articles of one file; it remembers their ids, so that doubles get ids of their own."""

    def __init__(self, register: Register, options: ReadOptions, today: date) -> None:
        self.register = register
        self.options = options
        self.today = today
        self._corrections = options.corrections.by_article()
        self._seen: dict[str, int] = {}

    def articles(self, name: str, page: Page) -> Iterator[Article | Problem]:
        """Yield the article of a page, after a problem for what was repaired or refused."""
        source_file = name + page.part
        if page.repaired:
            yield Problem(source_file, "encoding-detected", page.repaired)
        if not _ARABIC.search(page.text):
            yield Problem(source_file, "no-arabic-text", f"{len(page.text)}")
            return
        layout, spans = cut_page(page, self._is_outlet)
        cuts = [Cut(start, end, page.text[start:end], reason) for start, end, reason in spans]
        body = _without(page.text, cuts)
        if page.raw and not _ARABIC.search(body):
            yield Problem(source_file, "page-without-article", page.title[:80])
            return
        title = page.title or (layout.title if layout else "") or _opening(body)
        published, notes = publication(page, layout, body, self.today)
        for code, detail in notes:
            yield Problem(source_file, code, detail)
        found = origin(page, layout, body, self.register)
        if not (page.raw or page.whole):
            title = self._without_outlet(title, found)
        article = Article(
            article_id=self._identify(name, page),
            source_file=source_file,
            source_kind=page.kind,
            text_kind=page.text_kind,
            title=title,
            body=body,
            origin=found,
            publication=published,
            author=page.author,
            url=page.url,
            cuts=cuts,
        )
        if self._corrections:
            wanted = {
                **self._corrections.get(source_file, {}),
                **self._corrections.get(article.article_id, {}),
            }
            article, refused = corrected(article, wanted, self.register)
            for detail in refused:
                yield Problem(source_file, "correction-unused", detail)
        if article.origin.namesakes:
            yield Problem(source_file, "outlet-shared-name", "، ".join(article.origin.namesakes))
        yield article

    def _without_outlet(self, title: str, found: Origin) -> str:
        """Take off a title's end the name of the outlet it is of, as searches put it there."""
        named = _NAMED.fullmatch(title)
        outlet = self.register.by_name(named[2]) if named else None
        own = outlet is not None and outlet.outlet_id in (found.outlet_id, found.host_id)
        return named[1] if named and own else title

    def _is_outlet(self, name: str) -> bool:
        return self.register.by_name(name) is not None

    def _identify(self, name: str, page: Page) -> str:
        """Return an id from where the article lies and what it says, not from its row's number."""
        content = "\x1f".join((name.split("!")[0], page.url, page.title, page.text))
        digest = hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:16]
        count = self._seen[digest] = self._seen.get(digest, 0) + 1
        if count > 1:
            digest = hashlib.sha256(f"{digest}\x1f{count}".encode()).hexdigest()[:16]
        return digest


def _opening(body: str) -> str:
    """Return the first words of a body, for a page without a title; a line of its own above the text as it is."""
    line, _, rest = body.strip().partition("\n")
    if rest.strip() and 3 <= len(line.split()) <= 20 and line.rstrip()[-1] not in ".،:؛":
        return line.strip()
    words = body.split(maxsplit=14)[:14]
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _without(text: str, cuts: list[Cut]) -> str:
    pieces, position = [], 0
    for cut in cuts:
        pieces.append(text[position : cut.start])
        position = cut.end
    return "".join([*pieces, text[position:]])
