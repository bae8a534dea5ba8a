"""The look: one style sheet for both directions, one more for right-to-left pages."""

from __future__ import annotations

from functools import cache
from typing import Final

import streamlit as st

from rasid.settings import ASSETS

FOLDER: Final = ASSETS / "styles"

COLOURS: Final = {
    "light": {"accent": "#0b6e6e", "ground": "#ffffff", "second": "#f3f6f6", "border": "#d5dede",
              "text": "#1f2328", "link": "#0a5f7a", "hit": "#ffe08a", "hit-text": "#1f2328"},
    "dark": {"accent": "#2bb3a9", "ground": "#14171a", "second": "#1e2428", "border": "#30363d",
             "text": "#e8eaed", "link": "#7fc9e6", "hit": "#7a5c00", "hit-text": "#fff7dd"},
}  # fmt: skip
"""The theme of .streamlit/config.toml again: Streamlit hands its variables to components only."""


@cache
def _sheet(name: str) -> str:
    return (FOLDER / f"{name}.css").read_text(encoding="utf-8")


def apply(lang: str) -> None:
    """Put the style sheets for a language on the page."""
    sheets = ["base"]
    if lang == "ar":
        sheets.append("rtl")
    look = "dark" if st.context.theme.type == "dark" else "light"
    colours = "".join(f"--rasid-{name}:{colour};" for name, colour in COLOURS[look].items())
    st.html(f"<style>.stApp{{{colours}}}" + "\n".join(map(_sheet, sheets)) + "</style>")
