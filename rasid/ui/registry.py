"""The pages, as data: the order of the navigation, the file of each, its icon."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rasid.settings import ROOT

FOLDER: Final = ROOT / "pages"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its name is its file in `pages/`, its strings' file and its address."""

    name: str
    icon: str
    default: bool = False

    @property
    def path(self) -> Path:
        """The page's script; absolute, because `pages/` does not lie beside the router."""
        return FOLDER / f"{self.name}.py"


PAGES: Final = (
    PageEntry("overview", ":material/dashboard:", default=True),
    PageEntry("sources", ":material/newspaper:"),
    PageEntry("terms", ":material/match_word:"),
    PageEntry("bases", ":material/location_on:"),
    PageEntry("timeline", ":material/timeline:"),
    PageEntry("voices", ":material/record_voice_over:"),
    PageEntry("reader", ":material/menu_book:"),
    PageEntry("corpus", ":material/inventory_2:"),
)

NAMES: Final = tuple(entry.name for entry in PAGES)
