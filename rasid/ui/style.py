"""The look: one style sheet for both directions, one more for right-to-left pages."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import streamlit as st

from rasid.settings import ASSETS
from rasid.ui.widgets import html

FOLDER: Final = ASSETS / "styles"

COLOURS: Final = {
    "light": {"accent": "#0b6e6e", "ground": "#ffffff", "second": "#f3f6f6", "border": "#d5dede",
              "text": "#1f2328", "link": "#0a5f7a", "hit": "#ffe08a", "hit-text": "#1f2328"},
    "dark": {"accent": "#2bb3a9", "ground": "#14171a", "second": "#1e2428", "border": "#30363d",
             "text": "#e8eaed", "link": "#7fc9e6", "hit": "#7a5c00", "hit-text": "#fff7dd"},
}  # fmt: skip
"""The theme of .streamlit/config.toml again: Streamlit hands its variables to components only."""


def apply(lang: str) -> None:
    """Put the style sheets for a language on the page."""
    html(sheets(lang, "dark" if st.context.theme.type == "dark" else "light"))


@cache
def sheets(lang: str, look: str) -> str:
    """Return the style sheets of a language and a look as one element, without comments and indents."""
    colours = "".join(f"--rasid-{name}:{colour};" for name, colour in COLOURS[look].items())
    names = ["base", "rtl"] if lang == "ar" else ["base"]
    text = "\n".join((FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in names)
    text = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    return f"<style>.stApp{{{colours}}}{text}</style>"
