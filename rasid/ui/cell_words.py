"""What a number counts, in words: the heading of its evidence, "Harir · Al Jazeera · August 2025"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from rasid.charts.strings import name
from rasid.measures import Cell
from rasid.ui import formats

if TYPE_CHECKING:
    from rasid.ui.page import View

_CODED: Final = {
    "role": "role",
    "about": "about",
    "check": "quality",
    "relation": "copies",
    "lane": "lane",
}
"""Keys whose values are codes, and the prefix of their names in the charts' strings."""


def described(view: View, cells: Sequence[Cell]) -> str:
    """Return what cells have in common, in words; "" when they share nothing that has a name."""
    shared = dict(cells[0].keys)
    for cell in cells[1:]:
        shared = {
            key: value for key, value in shared.items() if dict(cell.keys).get(key, ...) == value
        }
    shared = {key: value for key, value in shared.items() if value is not None}
    words = [write(view, shared[key]) for key, write in _WRITERS.items() if key in shared]
    if shared.get("lane") == "dated":  # its period says so
        del shared["lane"]
    words += [name(view.lang, _CODED[key], str(shared[key])) for key in _CODED if key in shared]
    if "quoted" in shared:
        words.append(name(view.lang, "voice", "quoted" if shared["quoted"] else "own"))
    if shared.get("rest"):
        words.append(view.t("evidence.rest"))
    if "period" in shared:
        words.append(period(str(shared["period"]), str(shared.get("grain", "month")), view.lang))
    if "date_from" in shared:
        first, last = (date.fromisoformat(str(shared[end])) for end in ("date_from", "date_to"))
        words.append(formats.interval(first, last, "interval", view.lang))
    return " · ".join(dict.fromkeys(word for word in words if word))


def period(start: str, grain: str, lang: str) -> str:
    """Return a period in words: its month, its year, or its first and last day."""
    first = date.fromisoformat(start)
    if grain == "month":
        return formats.month(first, lang)
    if grain == "year":
        return str(first.year)
    if grain == "quarter":
        names = formats.short_month_names(lang)
        return f"{names[first.month - 1]} – {names[(first.month + 1) % 12]} {first.year}"
    last = first + timedelta(days=6 if grain == "week" else 0)
    return formats.interval(first, last, "interval", lang)


def _speaker(view: View, key: Any) -> str:
    text = str(key)
    if not text:
        return view.t("evidence.nobody")
    return text[1:] if text.startswith("=") else view.entity_name(text)


def _words(view: View, ids: Any) -> str:
    wanted = [int(i) for i in (ids if isinstance(ids, tuple) else (ids,))]
    asked = {"asked_for": pa.table({"lemma_id": pa.array(wanted, pa.int32())})}
    rows = view.store.rows(
        "SELECT lemma_id, display FROM base.lemmas JOIN asked_for USING (lemma_id)", asked
    )
    found = dict(rows)
    return " ".join(str(found.get(i, "")) for i in wanted)


def _form(view: View, form_id: Any) -> str:
    rows = view.store.rows(f"SELECT form FROM base.forms WHERE form_id = {int(form_id)}")
    return str(rows[0][0]) if rows else ""


def _frame(view: View, frame_id: Any) -> str:
    from rasid.ui.views.analysis import frame_names

    return frame_names(view).get(str(frame_id), str(frame_id))


def _as_it_is(_: View, value: Any) -> str:
    return str(value)


def _entity(view: View, entity_id: Any) -> str:
    return view.entity_name(str(entity_id))


def _outlet(view: View, outlet_id: Any) -> str:
    return view.outlet_name(str(outlet_id))


_WRITERS: Final[dict[str, Callable[[View, Any], str]]] = {
    "term": _as_it_is, "query": _as_it_is, "lemma_id": _words, "lemma_ids": _words, "form_id": _form,
    "entity_id": _entity, "entity_a": _entity, "entity_b": _entity, "surface": _as_it_is, "frame_id": _frame,
    "speaker_key": _speaker, "speaker_id": _entity, "outlet_id": _outlet, "from_id": _outlet, "to_id": _outlet,
}  # fmt: skip
"""Keys with a name of their own, in the order they are said."""
