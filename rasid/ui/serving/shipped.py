"""Streamlit's scripts and style sheets: which there are, which belong together, as what Rasid serves them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import streamlit as st

from rasid.ui.serving.bundling import Bundles
from rasid.ui.serving.trimming import trimmed

STATIC: Final = Path(st.__file__).parent / "static"

FIRST: Final = (
    "Html",
    "ButtonGroup",
    "PageLink",
    "Multiselect",
    "Slider",
    "Checkbox",
    "Button",
    "BidiComponent",
)
"""Components of every page that stand above its first chart."""

LATER: Final = (
    "ReadOnlyGrid",
    "DownloadButton",
    "Selectbox",
    "TextInput",
    "TextArea",
    "FileUploader",
    "Progress",
)
"""Components that come below the first chart, or on some pages only."""

APP: Final = "app.js"
"""Streamlit's shell with what stands above the first chart."""

REST: Final = "later.js"

_OWN_FACES: Final = re.compile(rb"@font-face\{font-family:Source Sans;[^}]*\}")
"""Streamlit fetches 170 kB of its own font before it knows the theme; Rasid writes in another."""


@cache
def manifest() -> dict[str, Any]:
    """Return Streamlit's list of its scripts and what each imports; empty when there is none."""
    try:
        listed: dict[str, Any] = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return listed


def shell() -> list[str]:
    """Return the scripts that every page begins with (`static/js/index.DormvYxC.js` first)."""
    listed = manifest()
    return [listed[part]["file"] for part in _closure(listed, "index.html")]


def scripts_of(*components: str) -> list[str]:
    """Return the files that components need (`static/js/Html.CzLZZ4bP.js`), without those of the shell."""
    listed = manifest()
    begun = set(_closure(listed, "index.html"))
    wanted: dict[str, None] = {}
    for component in components:
        for entry in (name for name in listed if name.endswith(f"/{component}.tsx")):
            wanted |= dict.fromkeys(part for part in _closure(listed, entry) if part not in begun)
    return [listed[part]["file"] for part in wanted]


def _closure(listed: dict[str, Any], entry: str) -> dict[str, None]:
    found: dict[str, None] = {}
    waiting = [entry]
    while waiting:
        part = waiting.pop()
        if part not in found and part in listed:
            found[part] = None
            waiting += listed[part].get("imports", [])
    return found


def chart() -> str | None:
    """Return the file name of the script that draws charts."""
    return next(
        (_name(path) for path in scripts_of("PlotlyChart") if "/PlotlyChart." in path), None
    )


def prepared(name: str, body: bytes) -> bytes:
    """Return a static file as Rasid serves it: without Streamlit's own font, without charts never drawn."""
    if name.endswith(".css"):
        return _OWN_FACES.sub(b"", body)
    if "/PlotlyChart." in name and name.endswith(".js"):
        return trimmed(body.decode("utf-8")).encode("utf-8")
    return body


def beside_bundles(name: str, body: bytes) -> bytes:
    """Return a static file as it is served to a page that loads the bundles."""
    body = prepared(name, body)
    if not name.endswith(".js"):
        return body
    return _arranged().bundles.outside(body.decode("utf-8")).encode("utf-8")


class _Arranged(NamedTuple):
    bundles: Bundles
    app: list[str]
    later: list[str]


@cache
def _arranged() -> _Arranged:
    drawing = chart()
    above = [*shell(), *scripts_of(*FIRST), *scripts_of("PlotlyChart")]
    app = [path for path in dict.fromkeys(above) if path.endswith(".js") and _name(path) != drawing]
    later = [path for path in scripts_of(*LATER) if path.endswith(".js") and path not in app]
    bundles = Bundles()
    bundles.add(APP, map(_name, app))
    bundles.add(REST, map(_name, later))
    return _Arranged(bundles, app, later)


def joined() -> dict[str, str]:
    """Return the two bundles by file name, and the script for charts that goes with them.

    Raises:
        ValueError: Streamlit's scripts are not as they were; they are to be served one by one.
    """
    bundles, app, later = _arranged()
    drawing = chart()
    if drawing is None or not app:
        raise ValueError("no script that draws charts, or no list of scripts")
    return {
        APP: bundles.joined(APP, _texts(app), first=_name(app[0]), soon=drawing),
        REST: bundles.joined(REST, _texts(later)),
        drawing: bundles.outside(
            trimmed((STATIC / "static/js" / drawing).read_text(encoding="utf-8"))
        ),
    }


def _texts(paths: list[str]) -> dict[str, str]:
    return {_name(path): (STATIC / path).read_text(encoding="utf-8") for path in paths}


def _name(path: str) -> str:
    return path.rpartition("/")[2]
