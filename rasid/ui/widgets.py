"""The three pieces the browser runs: the picture download, the copy button, the walk from hit to hit."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

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

_MARKUP: Final = {
    "export": '<div class="row"><button type="button" data-format="png"></button>'
              '<button type="button" data-format="svg"></button></div>',
    "copy": '<div class="row"><button type="button" aria-live="polite"></button></div>',
    "hits": '<div class="row"><button type="button"></button><output aria-live="polite"></output>'
            '<button type="button"></button></div>',
}  # fmt: skip


@cache
def _component(name: str) -> Any:
    script = (FOLDER / f"{name}.js").read_text(encoding="utf-8")
    style = (FOLDER / "export.css").read_text(encoding="utf-8")
    return st.components.v2.component(f"rasid_{name}", html=_MARKUP[name], css=style, js=script)


def picture_buttons(*, key: str, data: dict[str, Any]) -> None:
    """Draw the buttons that save a chart as PNG and SVG.

    Args:
        key: Of the component.
        data: `box` (key of the container that holds the chart), `title`, `lines`, `foot`, `dir`,
            `filename` (without extension), `labels` (png, svg).
    """
    _component("export")(key=key, data={**data, "fonts": list(FONTS), "scale": PNG_SCALE})


def copy_button(*, key: str, label: str, done: str, text: str = "") -> None:
    """Draw a button that copies `text`, by default the address of the page."""
    _component("copy")(key=key, data={"label": label, "done": done, "text": text})


def hit_walker(*, key: str, previous: str, following: str, start: int | None) -> None:
    """Draw "previous hit / next hit" for the open article; the hit at offset `start` comes first."""
    _component("hits")(key=key, data={"previous": previous, "next": following, "start": start})
