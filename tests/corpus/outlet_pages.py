"""Read a made-up page and say whose it is."""

from __future__ import annotations

from pathlib import Path

from rasid.corpus import Article, Register, read_file
from rasid.corpus.article import Origin


def origin_of(folder: Path, register: Register, page: str) -> Origin:
    path = folder / "page.txt"
    path.write_text(page, encoding="utf-8")
    (article,) = [
        found for found in read_file(path, register=register) if isinstance(found, Article)
    ]
    return article.origin
