"""The pieces the browser runs: picture download, copy button, walk from hit to hit, document language."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from rasid.ui import formats, i18n
from rasid.ui.escape import esc

FOLDER: Final = Path(__file__).with_name("components")
PNG_SCALE: Final = 3
FONTS: Final = (
    {
        "family": "IBM Plex Sans Arabic",
        "weight": 400,
        "url": "/fonts/IBMPlexSansArabic-Regular.ttf",
    },
    {
        "family": "IBM Plex Sans Arabic",
        "weight": 600,
        "url": "/fonts/IBMPlexSansArabic-SemiBold.ttf",
    },
)

_SCRIPTS: Final = {"page": ("marks", "page")}
"""Components made of several files; the others have the one they are named after."""

_MARKUP: Final = {
    "export": '<div class="row"><button type="button" data-format="png">{png}</button>'
              '<button type="button" data-format="svg">{svg}</button></div>',
    "copy": '<div class="row"><button type="button">{label}</button></div>',
    "hits": '<div class="row"><button type="button">{previous}</button><output aria-live="polite"></output>'
            '<button type="button">{next}</button></div>',
    "page": "",
}  # fmt: skip

_THEIRS: Final = ("Help", "start", "end", "Sidebar", "Collapse sidebar", "Expand sidebar", "Open", "Close",
           "Show/hide columns", "Search", "Fullscreen", "Close fullscreen", "Clear all", "Clear value",
           "Autosize", "Pin column", "Unpin column", "Hide column", "Copy column name",
           "Dataframe column menu", "Select all", "Type to search", "Add row", "Add files",
           "Delete row(s)", "file upload", "Selected values", "Remove")  # fmt: skip
"""What Streamlit says to screen readers and in tips; our words for it are the strings `streamlit.<theirs>`."""


@cache
def _component(name: str, **labels: str) -> Any:
    """Return a component; one for each set of labels, so that a button never stands without its name."""
    files = (FOLDER / f"{part}.js" for part in _SCRIPTS.get(name, (name,)))
    script = "\n".join(path.read_text(encoding="utf-8") for path in files)
    style = (FOLDER / "export.css").read_text(encoding="utf-8")
    markup = _MARKUP[name].format(**{key: esc(label) for key, label in labels.items()})
    known = zlib.crc32(markup.encode())
    return st.components.v2.component(
        f"rasid_{name}_{known}", html=markup or None, css=style, js=script
    )


class _Markup:
    """Markup as Streamlit takes it from objects that draw themselves."""

    def __init__(self, markup: str) -> None:
        self._markup = markup

    def _repr_html_(self) -> str:
        return self._markup


def html(markup: str, **options: Any) -> None:
    """Draw markup; whatever came from an article must have gone through `esc`.

    A plain text Streamlit would take apart line by line, and look for a file of that name, at every run.
    """
    st.html(_Markup(markup), **options)


def headline_numbers(facts: Sequence[tuple[str, Any, str]], lang: str) -> str:
    """Return headline numbers (label, number or text, small print) as the markup of a list of terms."""

    def written(value: Any) -> str:
        return formats.number(value, lang) if isinstance(value, (int, float)) else str(value)

    cells = "".join(
        f"<div><dt>{esc(label)}</dt><dd>{esc(written(value))}"
        f"{f' <small>{esc(small)}</small>' if small else ''}</dd></div>"
        for label, value, small in facts
    )
    return f'<dl class="rasid-metrics">{cells}</dl>'


def picture_buttons(*, key: str, data: dict[str, Any]) -> None:
    """Draw the buttons that save a chart as PNG and SVG.

    Args:
        key: Of the component.
        data: `box` (key of the container that holds the chart), `title`, `lines`, `foot`, `dir`,
            `filename` (without extension), `labels` (png, svg).
    """
    button = _component("export", png=data["labels"]["png"], svg=data["labels"]["svg"])
    # A list of one: Streamlit tries every list and mapping inside a mapping for being a table, 1 ms each.
    button(key=key, data=[{**data, "fonts": FONTS, "scale": PNG_SCALE}])


def copy_button(*, key: str, label: str, done: str, text: str = "") -> None:
    """Draw a button that copies the address of the page, after `text` (a citation) where there is one."""
    _component("copy", label=label)(key=key, data={"label": label, "done": done, "text": text})


def hit_walker(*, key: str, previous: str, following: str, start: int | None) -> None:
    """Draw "previous hit / next hit" for the open article; the hit at offset `start` comes first."""
    _component("hits", previous=previous, next=following)(key=key, data={"start": start})


def document(
    lang: str,
    narrow: bool,
    *,
    on_sort: Callable[[Any], None] = lambda _: None,
    on_width: Callable[[bool], None] = lambda _: None,
) -> None:
    """Tell the document its language, and what Streamlit writes in English of its own what to say instead.

    Args:
        lang: "ar" or "en".
        narrow: Whether the page is laid out as for a phone.
        on_sort: Called with the table and the column that somebody sorts by with the keyboard.
        on_width: Called with whether the page is narrow, when it is not as `narrow` says.
    """
    data = {
        "lang": lang,
        "dir": "rtl" if lang == "ar" else "ltr",
        "narrow": narrow,
        "skip": i18n.text("skip", lang),
        "upload": i18n.text("choose-files", lang),
        "words": {} if lang == "en" else {
            theirs: i18n.text(f"streamlit.{theirs}", lang) for theirs in _THEIRS
        },
    }  # fmt: skip
    with st.container(key="rasid-document"):
        _component("page")(
            key="rasid.page",
            data=data,
            on_sort_change=lambda: on_sort(st.session_state["rasid.page"].sort),
            on_width_change=lambda: on_width(bool(st.session_state["rasid.page"].width["narrow"])),
        )
