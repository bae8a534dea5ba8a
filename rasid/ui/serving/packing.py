"""What browsers fetch of Streamlit and of the fonts, packed once and kept between processes.

Streamlit serves its scripts as they are, 9.6 MB before the first chart. Brotli at its best leaves a fifth less
than gzip, but takes its time: it is done once, in the background of the first start, and kept in `.rasid/`.
Fonts become WOFF2; of 4,300 icons (375 kB) the ones that some script names are left (53 kB).
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import os
import re
import threading
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import fontpkg_ibm_plex_sans_arabic

from rasid.language.kept_file import alone, keep
from rasid.language.lexicon_cache import folder
from rasid.ui.serving.shipped import APP, STATIC, joined, prepared

_RULES: Final = ("bundling", "packing", "shipped", "trimming")
"""Modules whose text decides what is packed: after a change of one, the kept files are made anew."""

FONT_FOLDER: Final = Path(fontpkg_ibm_plex_sans_arabic.__file__).parent / "files"
FONTS: Final = ("IBMPlexSansArabic-Regular", "IBMPlexSansArabic-SemiBold")


class Packs:
    """Packed files by name: `js/…` and `css/…` in Brotli, `media/…` and `fonts/…` as WOFF2."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        """Return a packed file; None while it has not been packed."""
        return self._files.get(name)

    def key(self) -> str | None:
        """Return the name of what is packed, None while there are no bundles; it changes with their content."""
        return _path().stem.partition("-")[2] if f"js/{APP}" in self._files else None

    def read(self) -> bool:
        """Take over what an earlier process packed; return whether there was anything."""
        try:
            with zipfile.ZipFile(_path()) as kept:
                self._files = {name: kept.read(name) for name in kept.namelist()}
        except (OSError, zipfile.BadZipFile):
            return False
        return True

    def make(self) -> None:
        """Pack everything, with patience and at low priority, and keep it for the next process.

        Where `brotli` is not installed nothing is packed: gzip serves.
        """
        if importlib.util.find_spec("brotli") is None or self._files:
            return
        _step_back()
        with alone(_path()):
            if not self.read():
                self._make()

    def _make(self) -> None:
        made = dict(_fonts()) | dict(_scripts())
        self._files = made

        def write(file: Any) -> None:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as out:
                for name, body in made.items():
                    out.writestr(name, body)

        keep(_path(), write, instead_of="packed-*.zip")


def _step_back() -> None:
    """Let this thread wait for every other; only Linux knows priorities of threads."""
    if hasattr(os, "setpriority"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 15)


@cache
def _path() -> Path:
    rules = (Path(__file__).with_name(f"{name}.py").read_text("utf-8") for name in _RULES)
    parts = (
        *rules,
        version("streamlit"),
        version("fontpkg-ibm-plex-sans-arabic"),
        *sorted(_own_icons()),
    )
    return folder() / f"packed-{zlib.crc32(' '.join(parts).encode()):08x}.zip"


def _scripts() -> Iterator[tuple[str, bytes]]:
    """Give the bundles and the style sheets; nothing where Streamlit's scripts cannot be joined."""
    brotli: Any = importlib.import_module("brotli")  # ships no types

    try:
        texts = {f"js/{name}": text.encode("utf-8") for name, text in joined().items()}
    except ValueError:
        return
    for path in STATIC.glob("static/css/*.css"):
        texts[f"css/{path.name}"] = prepared(path.name, path.read_bytes())
    for name, body in texts.items():
        yield name, brotli.compress(body, mode=brotli.MODE_TEXT, quality=11, lgwin=24)


def unpacked(body: bytes) -> bytes:
    """Return a file that was packed in Brotli."""
    brotli: Any = importlib.import_module("brotli")
    plain: bytes = brotli.decompress(body)
    return plain


def _fonts() -> Iterator[tuple[str, bytes]]:
    from fontTools.ttLib import TTFont  # only packing needs it

    for name in FONTS:
        font = TTFont(FONT_FOLDER / f"{name}.ttf")
        yield f"fonts/{name}.woff2", _woff2(font)
    for path in STATIC.glob("static/media/MaterialSymbols*.woff2"):
        yield f"media/{path.name}", _icons(path)


def _woff2(font: Any) -> bytes:
    out = io.BytesIO()
    font.flavor = "woff2"
    font.save(out)
    return out.getvalue()


def _own_icons() -> set[str]:
    """Return the icons that Rasid names."""
    text = "".join(
        path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parents[1].rglob("*.py"))
    )
    return set(re.findall(r":material/([a-z0-9_]+):", text))


def _icons(path: Path) -> bytes:
    """Return the icon font with the icons that Rasid or any of Streamlit's scripts names."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(path)
    named = _own_icons()
    for script in STATIC.glob("static/js/*.js"):
        named |= set(
            re.findall(r"[\"'`/]([a-z0-9_]{2,40})[\"'`:]", script.read_text(encoding="utf-8"))
        )
    kept = {name: glyph for name, glyph in _ligatures(font).items() if name in named}
    options = subset.Options(layout_features=["*"], layout_closure=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(glyphs=list(kept.values()), text="".join(kept))
    cutter.subset(font)
    return _woff2(font)


def _ligatures(font: Any) -> dict[str, str]:
    """Return an icon font's glyphs by the word that is written to get them: "download", "close"."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found: dict[str, str] = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, ligatures in getattr(
                getattr(table, "ExtSubTable", table), "ligatures", {}
            ).items():
                for ligature in ligatures:
                    word = "".join(
                        letters.get(glyph, "?") for glyph in (first, *ligature.Component)
                    )
                    found[word] = ligature.LigGlyph
    return found


PACKS: Final = Packs()
