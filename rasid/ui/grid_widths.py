"""How wide the columns of a grid are: the browser measures the first rows only and cuts what is longer below."""

from __future__ import annotations

from heapq import nlargest

import pandas as pd

ROOM = 880
"""Pixels that the columns of a table have on a laptop, beside the boxes that select its rows."""

WIDEST = {"title": 400, "surface": 200, "published": 190}
"""Pixels a column of texts takes at most, where it is not `LONGEST`."""

LONGEST, LONGEST_ON_A_PHONE, LEAST = 200, 180, 300
"""Pixels a column of texts takes at most; and headlines at least, where the other columns leave them no room."""

BESIDE_HEADLINES = 150
"""And beside headlines, which need the room more than the longest name of an outlet."""

EDGES = 22
"""Pixels on both sides of a text."""

LINK = 85
"""Pixels of a column of links, whose addresses nobody sees."""

MEASURED = 10
"""Rows the browser measures: a longer text further down is cut."""

LOOKED_THROUGH = 2_000
"""Rows whose texts are looked through here."""

SET_OUT = 20
"""Texts of most letters of a column that are measured: all of 2,000 headlines took 40 ms."""


UNSEEN = dict.fromkeys([0x061C, 0x200E, *range(0x2066, 0x206A)])
"""Marks of direction, which take no room."""


def widths(shown: pd.DataFrame, sources: dict[str, str], narrow: bool) -> dict[str, int]:
    """Return the pixels of columns of texts that the browser would cut; the others it measures by itself."""
    texts = [
        name
        for name in shown.columns
        if shown[name].dtype.kind == "O" and sources[name] != "reader"
    ]
    title = next((name for name in texts if sources[name] == "title"), None)
    most = LONGEST if title is None else BESIDE_HEADLINES
    found: dict[str, int] = {}
    cut: dict[str, int] = {}
    for name in texts:
        cells = [c for c in shown[name].head(LOOKED_THROUGH).tolist() if isinstance(c, str)]
        limit = WIDEST.get(sources[name], most)
        if narrow:
            limit = min(limit, LONGEST_ON_A_PHONE)
        head, measured = _pixels(str(name)) + EDGES, [_pixels(cell) for cell in cells[:MEASURED]]
        longest = max([head, *map(_pixels, nlargest(SET_OUT, set(cells), key=len))])
        typical = max(head, sum(measured) / len(measured) if measured else 0)
        pixels = min(limit, round(longest) + EDGES)
        if longest > 1.2 * typical or pixels == limit or sources[name] == "title":
            found[name] = pixels
        if round(longest) + EDGES > pixels:
            cut[name] = round(longest) + EDGES
    found |= _of_numbers(shown)
    if narrow:
        return found
    taken = {
        name: LINK if sources[name] == "reader" else found.get(name) or _measured(shown[name], name)
        for name in shown.columns
    }
    spare = ROOM - sum(taken.values())
    if title is not None:
        found[title] = max(LEAST, min(WIDEST["title"], found[title] + min(spare, 0)))
    elif spare > 0:
        found |= {name: min(whole, found[name] + spare // len(cut)) for name, whole in cut.items()}
    return found


def _of_numbers(shown: pd.DataFrame) -> dict[str, int]:
    """Return the pixels of columns with a longer number below the rows the browser measures: cut, it is another."""
    found = {}
    for name in shown.columns:
        if shown[name].dtype.kind not in "iu":
            continue
        cells = shown[name].head(LOOKED_THROUGH)
        first, every = _longest(cells.head(MEASURED)), _longest(cells)
        if every > first:
            found[str(name)] = round(max(_pixels(str(name)), _pixels("0" * every))) + EDGES
    return found


def _longest(numbers: pd.Series) -> int:
    known = numbers.dropna()
    return max(len(f"{n:,}") for n in (known.min(), known.max())) if len(known) else 0


def _measured(column: pd.Series, name: str) -> int:
    cells = [_pixels(str(cell)) for cell in column.head(MEASURED).tolist()]
    return round(max([_pixels(name), *cells])) + EDGES


def _pixels(text: str) -> float:
    """Return about how wide a text is in the grid: Arabic letters are narrower, and join.

    They take two bytes each, which are counted ten times as fast as letters are looked at.
    """
    text = text.translate(UNSEEN)
    arabic = len(text.encode("utf-8", "ignore")) - len(text)
    return 6.2 * arabic + 7.4 * (len(text) - arabic)


def is_arabic(letter: str) -> bool:
    """Say whether a letter is Arabic."""
    return "\u0600" <= letter <= "\u06ff"
