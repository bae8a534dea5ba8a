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


def store_folder() -> Path:
    """Return the store folder the dashboard opens: `RASID_STORE`, else `.rasid/store`."""
    return Path(os.environ.get("RASID_STORE") or ROOT / ".rasid" / "store")
