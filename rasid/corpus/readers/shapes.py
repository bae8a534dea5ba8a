"""The shapes JSON comes in become records with named fields: lists, envelopes, objects by address or by column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

_LISTS: Final = (
    "articles", "results", "items", "data", "stories", "news", "docs", "documents", "entries", "value", "hits",
    "response", "result_content", "records", "rows", "posts", "messages",
)  # fmt: skip
_WITHIN: Final = ("_source", "article", "document", "data", "item")
_INNER: Final = (
    "content", "rendered", "name", "title", "href", "text", "value", "uri", "id",
    "$date", "$numberLong", "$oid",
)  # fmt: skip
_ADDRESS: Final = ("http://", "https://")


def records_of(value: Any) -> list[Any]:
    """Return the records of a JSON value: a list, the list inside an object, else the object itself.

    Also read is what pandas writes of a table, column by column or split into names and rows, and an object
    that holds one record for each address or number.
    """
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        if (table := _table(value)) is not None:
            return table
        for name in _LISTS:
            inner = value.get(name)
            found = records_of(inner) if isinstance(inner, (list, dict)) else []
            listed = isinstance(inner, list) or found != [inner]
            if found and listed and all(isinstance(item, dict) for item in found):
                return found
    return [value]


def _table(value: dict[str, Any]) -> list[Any] | None:
    """Return the records of an object that is a table, None when it is none."""
    names, rows = value.get("columns"), value.get("data")
    if (
        isinstance(names, list)
        and isinstance(rows, list)
        and all(isinstance(r, list) for r in rows)
    ):
        return [dict(zip(map(str, names), row, strict=False)) for row in rows]
    inner = list(value.values())
    if len(inner) < 2 and not next(iter(value), "").startswith(_ADDRESS):
        return None
    if not all(isinstance(item, dict) and item for item in inner):
        return None
    keys = inner[0].keys()
    if all(item.keys() == keys for item in inner) and all(key.isdecimal() for key in keys):
        return [{name: column[key] for name, column in value.items()} for key in keys]
    return [
        {"url": key, **item} if key.startswith(_ADDRESS) and "url" not in item else item
        for key, item in value.items()
    ]


def flat(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record with nested objects (`source: {id, name}`, `_source: {...}`) made flat."""
    fields: dict[str, Any] = {}
    for name, value in record.items():
        if isinstance(value, dict) and name in _WITHIN:
            fields |= flat(value)
        else:
            fields[name] = _inner(value)
    return fields


def _inner(value: Any) -> Any:
    """Return what an object or a list of objects says in one word: its text, name or address.

    A text in pieces (a message with bold words) is the pieces one after the other.
    """
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        pieces = [_inner(entry) for entry in value]
        if any(isinstance(entry, str) for entry in value):
            return "".join(piece for piece in pieces if isinstance(piece, str))
        return next((piece for piece in pieces if piece), "")
    if not isinstance(value, dict):
        return value
    if isinstance(parts := value.get("date-parts"), list) and parts and isinstance(parts[0], list):
        return "-".join(str(part).zfill(2) for part in parts[0])
    found = (_inner(value.get(name)) for name in _INNER)
    return next((entry for entry in found if entry and isinstance(entry, str | int)), "")
