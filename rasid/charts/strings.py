"""The charts' own words (axis titles, legend names, notes), from `assets/i18n/*/charts.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache, lru_cache

from babel import Locale

from rasid.settings import ASSETS

Entry = str | dict[str, str]


@cache
def strings(language: str) -> Mapping[str, Entry]:
    """Return the chart strings of a language: flat keys, `{name}` placeholders, plurals by category."""
    path = ASSETS / "i18n" / language / "charts.json"
    loaded: dict[str, Entry] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def say(language: str, key: str, **values: object) -> str:
    """Return one string, placeholders filled. A key that is missing is a fault and raises KeyError.

    Where a sentence depends on a number it is stored by plural category of CLDR ("one", "few" …,
    "other" always) and chosen by `n`.
    """
    entry = strings(language)[key]
    if isinstance(entry, dict):
        category = plural(language, int(str(values["n"])))
        entry = entry.get(category) or entry["other"]
    return entry.format(**values)


@lru_cache(maxsize=4096)
def plural(language: str, n: int) -> str:
    """Return the CLDR plural category of a count."""
    return str(Locale.parse(language).plural_form(n))


def name(language: str, prefix: str, code: str) -> str:
    """Return the name of a code (`role.departure`), or the code itself when an analyst added it."""
    entry = strings(language).get(f"{prefix}.{code or 'none'}", code)
    return entry if isinstance(entry, str) else code
