"""What outlets, bases and people are called in the language of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from rasid.store.engine import Store


def _names(table: pd.DataFrame, key: str, lang: str) -> dict[str, str]:
    own, other = ("name_ar", "name_en") if lang == "ar" else ("name_en", "name_ar")
    columns = (table[column].fillna("").to_numpy(object) for column in (key, own, other))
    return {str(i): str(name or second or i) for i, name, second in zip(*columns, strict=True)}


def outlet_names(store: Store, lang: str) -> dict[str, str]:
    """Return every outlet's name by id; the other language's name, then the id, where one is missing."""
    names: dict[str, str] = store.hold(
        ("ui.outlet_names", lang), lambda: _names(store.outlets, "outlet_id", lang)
    )
    return names


def entity_names(store: Store, lang: str) -> dict[str, str]:
    """Return every known entity's name by id."""
    names: dict[str, str] = store.hold(
        ("ui.entity_names", lang), lambda: _names(store.entities, "entity_id", lang)
    )
    return names
