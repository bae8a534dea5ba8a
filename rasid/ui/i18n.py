"""Every string of the dashboard, by language: `assets/i18n/<language>/<file>.json`, flat keys.

A value is a sentence with {placeholders}, or an object of CLDR plural categories ("one", "two", "few",
"many", "other") of which the number `n` chooses one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Final

from babel import Locale

from rasid.settings import ASSETS, LANGUAGES
from rasid.ui import formats

FOLDER: Final = ASSETS / "i18n"
DEFAULT: Final = "ar"

Entry = str | dict[str, str]


@lru_cache(maxsize=64)
def entries(file: str, lang: str) -> Mapping[str, Entry]:
    """Return the strings of one file in one language; empty when there is no such file."""
    path = FOLDER / lang / f"{file}.json"
    if not path.is_file():
        return {}
    loaded: dict[str, Entry] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def text(key: str, lang: str, *, page: str = "common", **values: Any) -> str:
    """Return the string `key` of a page's file, else of `common`; the key itself when missing.

    Args:
        key: Flat key, such as "in-view.articles".
        lang: "ar" or "en".
        page: The file looked into first.
        values: Placeholders. Numbers and dates are written as the language writes them; `n` also
            chooses the plural form.
    """
    entry = entries(page, lang).get(key)
    if entry is None:
        entry = entries("common", lang).get(key)
    if entry is None:
        return key
    if isinstance(entry, dict):
        entry = entry.get(plural_category(values.get("n", 0), lang)) or entry["other"]
    return entry.format(**{name: _written(value, lang) for name, value in values.items()})


def has(key: str, lang: str, *, page: str = "common") -> bool:
    """Say whether `key` is a string of the page or of `common`."""
    return key in entries(page, lang) or key in entries("common", lang)


@lru_cache(maxsize=4096)
def plural_category(n: float, lang: str) -> str:
    """Return the CLDR plural category of a number: zero, one, two, few, many or other."""
    return str(Locale.parse(lang).plural_form(n))


def choose(wanted: str, accepted: str) -> str:
    """Return the language to show: the one asked for, else the browser's, else Arabic.

    Args:
        wanted: The value of `?lang=`; anything but a known code is ignored.
        accepted: An Accept-Language header or one locale, such as "ar-IQ" or "en-US,en;q=0.9".
    """
    if wanted in LANGUAGES:
        return wanted
    for part in accepted.split(","):
        code = part.split(";")[0].strip().split("-")[0].lower()
        if code in LANGUAGES:
            return code
    return "en" if accepted.strip() else DEFAULT


def _written(value: Any, lang: str) -> str:
    if isinstance(value, bool) or value is None:
        return str(value)
    if isinstance(value, (int, float)):
        return formats.number(value, lang)
    if isinstance(value, date):
        return formats.day(value, lang)
    return str(value)
