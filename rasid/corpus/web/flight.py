"""What a server of React components sends for a page to be drawn from: rows in pieces of scripts.

Each script pushes a piece of one long stream of rows: `5:{…}` is a value, `7:T4a0,…` a text of so many bytes that
other rows name as `$7`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from rasid.corpus.web.data import MOST_JSON

_PUSHED: Final = re.compile(
    r"__next_f\.push\(\s*\[\s*1\s*,\s*(\"(?:[^\"\\]|\\.)*\")\s*\]\s*\)", re.S
)
_ROW: Final = re.compile(r"([0-9a-f]+):(?:T([0-9a-f]+),)?")
_DEEPEST: Final = 60


def streamed(root: etree._Element) -> Iterator[Any]:
    """Yield the values of the stream's rows, with the texts they name in their places."""
    stream = "".join(_pieces(root))
    texts: dict[str, str] = {}
    values: list[Any] = []
    at = 0
    while at < len(stream) and (row := _ROW.match(stream, at)):
        at = row.end()
        if row[2]:
            size = int(row[2], 16)
            text = stream[at : at + size].encode()[:size].decode("utf-8", "ignore")
            texts[f"${row[1]}"] = text
            at += len(text)
            continue
        if stream[at : at + 1] in ("[", "{"):
            try:
                value, at = json.JSONDecoder(strict=False).raw_decode(stream, at)
                values.append(value)
            except (ValueError, RecursionError):
                pass
        at = stream.find("\n", at) + 1 or len(stream)
    yield from (_filled(value, texts, 0) for value in values)


def _pieces(root: etree._Element) -> Iterator[str]:
    size = 0
    for script in root.iter("script"):
        text = script.text or ""
        size += len(text)
        if "__next_f" not in text or size > MOST_JSON:
            continue
        for match in _PUSHED.finditer(text):
            try:
                yield str(json.loads(match[1], strict=False))
            except ValueError:
                continue


def _filled(value: Any, texts: dict[str, str], depth: int) -> Any:
    if isinstance(value, str):
        return texts.get(value, value)
    if depth > _DEEPEST:
        return None
    if isinstance(value, list):
        return [_filled(entry, texts, depth + 1) for entry in value]
    if isinstance(value, dict):
        return {name: _filled(entry, texts, depth + 1) for name, entry in value.items()}
    return value
