"""Units of quantities in the reader's language: the tables hold Arabic nouns, `assets/i18n/units.tsv` English ones."""

from __future__ import annotations

from functools import cache
from typing import Final

from rasid.settings import ASSETS

_FILE: Final = ASSETS / "i18n" / "units.tsv"


@cache
def _english() -> dict[str, tuple[str, str]]:
    """Return one and more of each unit, by the Arabic noun."""
    names: dict[str, tuple[str, str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            unit, one, many = line.split("\t")
            names[unit] = (one, many or one + "s")
    return names


def unit_name(unit: str, language: str, count: float = 2) -> str:
    """Return what a unit is called beside a number; the Arabic noun where no other name is known.

    >>> unit_name("جندي", "en", 2500), unit_name("جندي", "en", 1), unit_name("جندي", "ar")
    ('soldiers', 'soldier', 'جندي')
    """
    if language == "ar":
        return unit
    one, many = _english().get(unit, (unit, unit))
    return one if count == 1 else many


def unit_in_full(unit: str, language: str) -> str:
    """Return what a unit is called, with the noun of the text beside it where that is another.

    >>> unit_in_full("جندي", "en"), unit_in_full("%", "en")
    ('soldiers (جندي)', '%')
    """
    name = unit_name(unit, language)
    return name if name == unit else f"{name} ({unit})"
