"""A whole page as one HTML file: figures, tables, selection, methods and citation, nothing fetched."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from rasid.settings import ASSETS
from rasid.ui import formats, plotly_config, tables
from rasid.ui.escape import esc
from rasid.ui.exports import downloads

if TYPE_CHECKING:
    from rasid.ui.page import View

_LINK: Final = re.compile(r"</?a\b[^>]*>")
"""Links lead to pages of the server, which a file does not have."""

_INVITES: Final = re.compile(r"(?:انقر|اختر صفاً|Click|Select a row)(?=\s)[^.]*\.")
"""Sentences that invite to a click, which paper does not answer."""

ROWS = 200
"""Rows of a table that are printed; the file says so, and the whole table lies on the page."""


@dataclass(frozen=True, slots=True)
class Part:
    """A card as the report prints it."""

    title: str
    note: str = ""
    figure: go.Figure | None = None
    table: pd.DataFrame | None = None
    columns: Sequence[str] | None = None
    html: str = ""
    section: bool = False


RECORDING: Final[ContextVar[Any]] = ContextVar("rasid-recording", default=None)
"""The view a page is given while it is run for a report; None while a visitor looks at it."""


def draw(view: View) -> None:
    """Draw the button that saves the page; call it last, when all cards are known."""
    theme = view.theme

    def content() -> bytes:
        from rasid.ui.exports import recorder

        return build(view, recorder.every_section(view, theme), theme).encode("utf-8")

    st.download_button(
        view.t("report.download"), data=content,
        file_name=f"{view.file_name(view.t('report'))}.html", mime="text/html", on_click="ignore",
        key=f"report.{view.page}", icon=":material/article:",
    )  # fmt: skip


def build(view: View, parts: Sequence[Part], theme: str = "light") -> str:
    """Return the page as one HTML document; all text from articles is escaped."""
    body = [f"<h1>{esc(view.t('title'))}</h1>", f'<p class="rasid-lead">{esc(view.t("lead"))}</p>',
            f'<p class="rasid-view">{esc(view.line)}<br>{esc(view.filters)}</p>']  # fmt: skip
    figures = []
    below = "h3" if any(part.section for part in parts) else "h2"
    for i, part in enumerate(parts):
        if part.title:
            tag = "h2" if part.section else below
            body.append(f"<{tag}>{esc(part.title)}</{tag}>")
        if note := _INVITES.sub("", part.note).strip():
            body.append(f'<p class="rasid-note">{esc(note)}</p>')
        body.append(_LINK.sub("", part.html))
        if part.figure is not None:
            body.append(f'<div id="figure-{i}" dir="ltr"></div>')
            figures.append((f"figure-{i}", part.figure))
        if part.table is not None and not _repeated(part, parts[i + 1 : i + 2]):
            body.append(_table(view, part))
    body.append(
        f"<h2>{esc(view.t('report.methods'))}</h2><p>{esc(view.t('report.methods.text'))}</p>"
    )
    body.append(
        f"<h2>{esc(view.t('cite'))}</h2><p>{esc(view.citation())}</p><p>{esc(view.foot())}</p>"
    )
    dark = "#14171A;color:#E8EAED" if theme == "dark" else "#ffffff;color:#1F2328"
    return (
        # The direction is the text's, never the document's: there Plotly measures labels, and would cut them.
        f'<!doctype html><html lang="{view.lang}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{esc(view.t('title'))}</title><style>{_faces()}{_sheet()}body{{background:{dark}}}</style>"
        f'</head><body><main dir="{view.dir}">{"".join(body)}</main>'
        f"{_scripts(view, figures)}</body></html>"
    )


def _repeated(part: Part, following: Sequence[Part]) -> bool:
    """Say whether the rows of a chart are printed again as the table right after it."""
    if part.figure is None or not following or following[0].figure is not None:
        return False
    table, after = part.table, following[0].table
    if table is None or after is None or len(table) != len(after):
        return False
    return set(part.columns or table.columns) <= set(following[0].columns or after.columns)


def _table(view: View, part: Part) -> str:
    assert part.table is not None
    rows = downloads.with_published(part.table.head(ROWS), view.lang)
    if "p_adjusted" in rows:
        rows = rows.assign(p_adjusted=[formats.p_value(p) for p in rows["p_adjusted"]])
    columns = [c for c in tables.visible_columns(part.table, part.columns) if c != "reader"]
    shown = downloads.harmless(downloads.shown(rows, columns, view.lang, view.page))
    head = "".join(f"<th>{esc(name)}</th>" for name in shown.columns)
    lines = "".join(
        "<tr>" + "".join(f"<td>{esc(_cell(value))}</td>" for value in row) + "</tr>"
        for row in shown.itertuples(index=False)
    )
    more = view.t("report.rows", n=len(shown), total=len(part.table))
    return f"<table><caption>{esc(more)}</caption><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _cell(value: object) -> object:
    if isinstance(value, float):
        digits = 0 if abs(value) >= 100 else 2 if abs(value) >= 1 else 4
        return formats.number(round(value, digits), "en", decimals=4) if value == value else ""
    return "" if value is None else value


def _scripts(view: View, figures: Sequence[tuple[str, go.Figure]]) -> str:
    if not figures:
        return ""
    from plotly.offline import get_plotlyjs  # 4 MB of text: read only for a report

    config = json.dumps(plotly_config.config(view.lang), ensure_ascii=False)
    calls = "".join(
        f"Plotly.newPlot({json.dumps(name)},{_script_safe(figure.to_json())}.data,"
        f"{_script_safe(figure.to_json())}.layout,{_script_safe(config)});"
        for name, figure in figures
    )
    return f"<script>{get_plotlyjs()}</script><script>{calls}</script>"


def _script_safe(text: str | None) -> str:
    """Return JSON that cannot end the script element it stands in."""
    return (
        (text or "{}")
        .replace("<", "\\u003c")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


@cache
def _faces() -> str:
    from rasid.ui.serving.packing import FONT_FOLDER

    faces = []
    for weight, name in ((400, "Regular"), (600, "SemiBold")):
        packed = base64.b64encode(
            (FONT_FOLDER / f"IBMPlexSansArabic-{name}.ttf").read_bytes()
        ).decode()
        faces.append(f'@font-face{{font-family:"IBM Plex Sans Arabic";font-weight:{weight};'
                     f"src:url(data:font/ttf;base64,{packed})}}")  # fmt: skip
    return "".join(faces)


@cache
def _sheet() -> str:
    return (ASSETS / "styles" / "report.css").read_text(encoding="utf-8")
