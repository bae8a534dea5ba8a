"""Places and limits that every room shares; nothing here is computed from a corpus."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
"""The checkout: `assets/` and the bundled `corpus/` lie here."""

ASSETS: Final = ROOT / "assets"
CORPUS: Final = ROOT / "corpus"

LANGUAGES: Final = ("ar", "en")

EDITS_NAME: Final = "_rasid"
"""The folder beside a user's articles that keeps what an analyst changed; never read as articles."""


def store_folder() -> Path:
    """Return the store folder the dashboard opens: `RASID_STORE`, else `.rasid/store`."""
    return Path(os.environ.get("RASID_STORE") or ROOT / ".rasid" / "store")


def source_folder() -> Path:
    """Return the articles the dashboard was started with: `RASID_CORPUS`, else the bundled ones."""
    return Path(os.environ.get("RASID_CORPUS") or CORPUS).resolve()


def edits_folder(source: Path | None = None) -> Path:
    """Return where an analyst's edits of the corpus `source` are kept: beside the user's articles.

    `RASID_EDITS` names another place. Edits of the bundled corpus lie in `.rasid/edits`, because the
    program's own files are never written.
    """
    if named := os.environ.get("RASID_EDITS"):
        return Path(named)
    source = (source or source_folder()).resolve()
    if source == CORPUS.resolve():
        return ROOT / ".rasid" / "edits"
    return (source if source.is_dir() else source.parent) / EDITS_NAME


def asset(relative: str) -> Path:
    """Return an asset such as `lexicon/frames.csv`: the analyst's edited copy, else our own."""
    edited = edits_folder() / "assets" / relative
    return edited if edited.is_file() else ASSETS / relative
