"""Text from articles is hostile: what goes into HTML, Markdown or a spreadsheet is made harmless here."""

from __future__ import annotations

import html
import re
from typing import Any, Final

DANGEROUS_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that starts with one of these as a formula (OWASP, CSV injection)."""

_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~:$&])")


def esc(text: object) -> str:
    """Return text safe inside HTML and inside quoted attributes."""
    return html.escape(str(text), quote=True)


def md(text: object) -> str:
    """Return text that Markdown shows as it is written, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(str(text).split()))


def safe_cell(value: Any) -> Any:
    """Return a cell no spreadsheet runs: an apostrophe leads what looks like a formula.

    Numbers stay numbers; only text is looked at.
    """
    if isinstance(value, str) and value.startswith(DANGEROUS_STARTS):
        return "'" + value
    return value
