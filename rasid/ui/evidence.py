"""The evidence of one number: its sentences, each with outlet, date, text kind and its place in the reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from rasid import measures
from rasid.store.selection import Selection
from rasid.ui import cell_words, data, formats, i18n, widgets
from rasid.ui.escape import esc
from rasid.ui.exports import citation, downloads
from rasid.ui.names import outlet_names

if TYPE_CHECKING:
    from rasid.ui.page import View

AT_ONCE = 20
"""Sentences shown before "show more"; the downloads hold all of them."""

COLUMNS = ("outlet", "title", "published_from", "published_to", "text_kind", "text", "surface",
           "article_id", "start", "end")  # fmt: skip


def draw(
    view: View, found: Any, *, key: str, selection: Selection, close: Callable[[], None]
) -> None:
    """Draw the panel of a cell (paged) or of a ready table of evidence.

    Args:
        view: The page.
        found: A measures' cell, several of them, or a table with the columns of `measures.evidence`.
        key: Of the chart or table; the panel's controls are named after it.
        selection: What the number was counted in.
        close: Called when the panel is closed.
    """
    shown = int(st.session_state.get(f"ev.{key}.n", AT_ONCE))
    total, rows, whole = _read(view, found, selection, shown)
    with st.container(border=True, key=f"evidence-{key}"):
        head, out = st.columns([5, 1], vertical_alignment="center")
        cells = () if isinstance(found, pd.DataFrame) else _cells(found)
        about = cell_words.described(view, cells) if cells else ""
        apart = f"{esc(about)} · " if about else ""
        head.html(f'<h3 class="rasid-about">{apart}{esc(view.t("evidence.title", n=total))}</h3>')
        out.button(view.t("close"), key=f"ev.{key}.close", on_click=close, width="stretch")
        if total == 0:
            st.html(f'<p class="rasid-note">{esc(view.t("evidence.none"))}</p>')
            return
        st.html(markup(view, rows, total))
        if total > shown:
            st.button(
                view.t("evidence.more", n=min(AT_ONCE, total - shown), shown=shown, total=total),
                key=f"ev.{key}.more", on_click=_more, args=(key, shown),
            )  # fmt: skip
        _downloads(view, whole, rows, key)


def _read(
    view: View, found: Any, selection: Selection, limit: int
) -> tuple[int, pd.DataFrame, Callable[[], pd.DataFrame]]:
    """Return how many sentences there are, the first of them, and a way to all of them."""
    if isinstance(found, pd.DataFrame):
        return len(found), found.head(limit), lambda: found
    cells = _cells(found)

    def whole() -> pd.DataFrame:
        return pd.concat([measures.evidence(view.store, selection, cell) for cell in cells])

    parts, total = [], 0
    for cell in cells:
        left = limit - total
        total += int(data.measured(view.store, selection, measures.evidence_count, cell))
        if left > 0:
            parts.append(data.measured(view.store, selection, measures.evidence, cell, limit=left))
    return total, pd.concat(parts), whole


def _cells(found: Any) -> tuple[measures.Cell, ...]:
    return found if isinstance(found, tuple) else (found,)


def _more(key: str, shown: int) -> None:
    st.session_state[f"ev.{key}.n"] = shown + 5 * AT_ONCE


def markup(view: View, rows: pd.DataFrame, total: int) -> str:
    """Return the sentences as an HTML list; article text is escaped."""
    names = outlet_names(view.store, view.lang)
    items = []
    for row in rows.to_dict("records"):
        text, first, last = str(row["text"]), int(row["hit_start"]), int(row["hit_end"])
        hit = f'<mark class="hit">{esc(text[first:last])}</mark>' if last > first else ""
        sentence = f"{esc(text[:first])}{hit}{esc(text[last:])}"
        when = formats.interval(row["published_from"], row["published_to"],
                                str(row.get("published_precision", "interval")), view.lang)  # fmt: skip
        meta = [
            f"<b><bdi>{esc(names.get(str(row['outlet_id']), row['outlet']))}</bdi></b>",
            f"<bdi>{esc(when or view.t('date.unknown'))}</bdi>",
            f'<span class="rasid-tag">{esc(view.t("kind." + str(row["text_kind"])))}</span>',
            f'<a href="{esc(view.reader_link(str(row["article_id"]), row["start"], row["end"]))}" '
            f'target="_self">{esc(view.t("evidence.read"))}</a>',
        ]
        items.append(
            f'<li><p dir="rtl" lang="ar">{sentence}</p><p class="meta">{" · ".join(meta)}</p></li>'
        )
    return f'<ol class="rasid-evidence" data-total="{total}">{"".join(items)}</ol>'


def _downloads(view: View, whole: Callable[[], pd.DataFrame], rows: pd.DataFrame, key: str) -> None:
    def table() -> pd.DataFrame:
        return downloads.shown(whole(), COLUMNS, view.lang, view.page)

    name = view.file_name(view.t("evidence"))
    with st.container(horizontal=True, gap="small"):
        st.download_button(
            view.t("download.csv"), data=lambda: downloads.to_csv(table()), file_name=f"{name}.csv",
            mime="text/csv", on_click="ignore", key=f"ev.{key}.csv",
        )  # fmt: skip
        st.download_button(
            view.t("download.excel"),
            data=lambda: downloads.to_excel(table(), view.lang, about=view.about()),
            file_name=f"{name}.xlsx", mime=downloads.XLSX, on_click="ignore", key=f"ev.{key}.xlsx",
        )  # fmt: skip
    with st.expander(view.t("cite")):
        keys = rows.drop_duplicates("article_id").head(AT_ONCE)
        lines = [citation.of_article(row, view.lang) for row in keys.to_dict("records")]
        text = "\n".join([*lines, "", view.citation()])
        st.html(f'<p class="rasid-note" style="white-space:pre-line">{esc(text)}</p>')
        widgets.copy_button(key=f"ev.{key}.cite", label=i18n.text("copy", view.lang),
                            done=i18n.text("copied", view.lang), text=text)  # fmt: skip
