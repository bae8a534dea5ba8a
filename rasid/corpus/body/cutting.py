"""Which cutting a page needs: a raw page all of it, a program's text cell only what shows itself."""

from __future__ import annotations

from collections.abc import Callable

from rasid.corpus.body.cells import cut_cell
from rasid.corpus.body.cuts import lay_out
from rasid.corpus.body.layout import Layout
from rasid.corpus.page import Page

_TOLD_BY_PLACE = frozenset({"related", "caption", "navigation"})
"""Reasons the rules give a short line above the text for where it stands, which markup knows better."""


def cut_page(
    page: Page, is_outlet: Callable[[str], bool] = lambda _: False
) -> tuple[Layout | None, list[tuple[int, int, str]]]:
    """Return the zones of a page (None when its lines were not looked at) and its cuts in order."""
    if page.whole:
        return None, page.cuts
    layout: Layout | None
    if page.raw:
        zones = lay_out(page.text, title=page.title, is_outlet=is_outlet, foreign=page.foreign)
        for number in page.leads:
            if zones.reasons.get(number, "") in _TOLD_BY_PLACE:
                del zones.reasons[number]
        for number in page.others:
            if zones.reasons.get(number) in ("metadata", "navigation"):
                zones.reasons[number] = "related"
        layout = zones
    else:
        layout = cut_cell(page.text, page.title, is_outlet)
    return layout, layout.cuts(page.text) if layout else []
