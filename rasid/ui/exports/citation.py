"""Ready citations: of a view (what was counted), of an article, of one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from rasid import __version__
from rasid.store.selection import Selection
from rasid.ui import formats, i18n

if TYPE_CHECKING:
    from rasid.store.engine import Store


def of_view(store: Store, selection: Selection, lang: str, title: str, view_line: str) -> str:
    """Return how to cite a page: title, selection, corpus fingerprint, program version, day of access."""
    return i18n.text(
        "cite.view", lang, title=title, view=view_line, corpus=store.fingerprint[:12],
        selection=selection.fingerprint(store), version=__version__, today=date.today(),
    )  # fmt: skip


def of_article(row: Mapping[Any, Any], lang: str) -> str:
    """Return how to cite an article: title, outlet, date as far as known, address."""
    when = formats.interval(row["published_from"], row["published_to"],
                            str(row.get("published_precision") or "interval"), lang)  # fmt: skip
    parts = [f"«{row['title']}»", str(row["outlet"]), when or i18n.text("date.unknown", lang)]
    if row.get("url"):
        parts.append(str(row["url"]))
    return ("، " if lang == "ar" else ", ").join(part for part in parts if part)
