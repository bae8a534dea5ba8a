"""Is this machine fit: what Rasid needs besides its Python packages."""

from __future__ import annotations

import ctypes.util
import importlib.util
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
_PACKAGES: Final = (
    "streamlit",
    "duckdb",
    "ibis",
    "plotly",
    "pyarabic",
    "simplemma",
    "wordcloud",
    "trafilatura",
)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at; `optional` ones are needed only for tests."""

    name: str
    fit: bool
    detail: str
    optional: bool = False


def checks() -> list[Check]:
    """Return what was looked at on this machine, in a fixed order."""
    missing = [name for name in _PACKAGES if importlib.util.find_spec(name) is None]
    fonts = _font_folder()
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    fribidi = ctypes.util.find_library("fribidi")
    version = ".".join(map(str, sys.version_info[:3]))
    return [
        Check("Python", sys.version_info >= (3, 11), f"{version} (3.11 or newer is needed)"),
        Check(
            "packages",
            not missing,
            f"missing: {', '.join(missing)}; make install" if missing else "all there",
        ),
        Check("processors", True, f"{os.cpu_count()} (workers of a build)"),
        Check(
            "fonts",
            fonts is not None,
            str(fonts or "IBM Plex Sans Arabic is missing: make install"),
        ),
        Check(
            "fribidi",
            fribidi is not None,
            fribidi or "apt-get install libfribidi0 (Arabic in the word cloud)",
        ),
        Check(
            "browser",
            browser is not None,
            browser or "apt-get install chromium (browser tests only)",
            True,
        ),
    ]


def _font_folder() -> Path | None:
    """Return where the interface's fonts lie; None when their package is not installed."""
    spec = importlib.util.find_spec("fontpkg_ibm_plex_sans_arabic")
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent
