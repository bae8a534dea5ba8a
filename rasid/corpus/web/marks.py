"""Marks set on a page's tree where its markup does not tell what its text does."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import Final

from lxml import etree

from rasid.corpus.web.lines import is_sentence
from rasid.corpus.web.nodes import APART, LINKED, Block, above

_SENTENCES: Final = 3
_RUNNING: Final = 60
_NEAR: Final = 12  # paragraphs beside a heading that are looked at


def set_texts_apart(shown: list[Block]) -> None:
    """Mark each element that holds three sentences or more as unlike its neighbours.

    On pages whose markup bears no classes the article's element is like its neighbours, and a short article
    with a picture and a link would pass for one card in a row of them. Cards hold a sentence or two.
    """
    held: dict[etree._Element, int] = defaultdict(int)
    for block in shown:
        if is_sentence(block.text) and block.link_share < LINKED:
            for holder in [block.element, *above(block.element, 2)]:
                held[holder] += 1
    for number, (holder, count) in enumerate(held.items()):
        if count >= _SENTENCES:
            holder.set(APART, str(number))


def demote(root: etree._Element, title: str) -> None:
    """Make `h1` that stand between an article's paragraphs `h2`: some editors set every subheading as `h1`.

    Another article's heading stands in a part of its own; a subheading has paragraphs beside it, before and
    after.
    """
    for heading in list(root.iter("h1")):
        if " ".join("".join(heading.itertext()).split()) == title:
            continue
        around = (heading.itersiblings("p", preceding=True), heading.itersiblings("p"))
        if all(any(map(_runs, islice(texts, _NEAR))) for texts in around):
            heading.tag = "h2"


def _runs(element: etree._Element) -> bool:
    return len("".join(element.itertext())) > _RUNNING
