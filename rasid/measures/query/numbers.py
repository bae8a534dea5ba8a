"""Numbers of a search: where a text writes them.

The tables hold words only, because rates count words: numbers are looked for in the bodies. Bodies that
hold the digits at all are picked by the engine (45 ms of the processor for 2026 in 72,337 articles), and
only what stands around them is cut into tokens, as the build does.
"""

from __future__ import annotations

import re
from typing import Any, Final, cast

import numpy as np
import pyarrow as pa

from rasid.language import fold
from rasid.language.tokens import KINDS, token_arrays
from rasid.measures.query.search import Hits
from rasid.measures.scope import Scope
from rasid.store.engine import Store

Spots = np.ndarray[Any, np.dtype[np.int64]]

_DIGITS: Final = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
"""Latin, Arabic-Indic U+0660-0669 and Persian U+06F0-06F9 digits."""

_GROUPING: Final = ",.٬"
"""What thousands are parted by: 2,500, 2.500 as the Arab press has it, U+066C."""

_GROUPED: Final = re.compile(rf"\d{{1,3}}(?:[{_GROUPING}]\d{{3}})+")

_AROUND: Final = 40
"""Characters cut into tokens on each side of the digits."""

_NATIVE: Final = "SELECT article_key FROM base.articles WHERE regexp_matches(body, '[\u0660-\u0669\u06f0-\u06f9]')"

_PLACED: Final = """
WITH words AS (
    SELECT article_key, position, start, sentence, quoted FROM base.tokens SEMI JOIN found USING (article_key)
), homes AS (
    SELECT article_key, sentence, start FROM base.sentences SEMI JOIN found USING (article_key)
)
SELECT f.article_key, h.sentence, coalesce(b.position, -1) AS before, f.start, f."end",
       CASE WHEN b.sentence = h.sentence THEN b.quoted
            WHEN a.sentence = h.sentence THEN a.quoted ELSE false END AS quoted
FROM found f
ASOF LEFT JOIN homes h ON h.article_key = f.article_key AND h.start <= f.start
ASOF LEFT JOIN words b ON b.article_key = f.article_key AND b.start <= f.start
ASOF LEFT JOIN words a ON a.article_key = f.article_key AND a.start >= f.start
ORDER BY f.article_key, f.start
"""
"""A number is as quoted as the word before it; where it opens its sentence, as the word after it."""


def numbers_in_view(scope: Scope, number: str, *, exact: bool) -> Hits:
    """Return where the articles in view write a number, in the selection's voice.

    Args:
        scope: The articles in view.
        number: Digits as typed, which may hold signs (2,500, 30/9/2026).
        exact: Whether it must be written as typed; else in any digits, thousands parted or not.
    """
    key = ("number", number, exact)
    hits = cast(Hits, scope.store.keep(key, lambda: _placed(scope.store, number, exact)))
    keep = np.isin(hits.article_key, scope.keys)
    if scope.selection.voice != "all":
        keep &= hits.quoted == (scope.selection.voice == "quoted")
    return hits.take(keep)


def _placed(store: Store, number: str, exact: bool) -> Hits:
    """Return all places of a number in the store, by article and offset."""
    places = _found(store, number, exact)
    columns = dict(zip(("article_key", "start", "end"), places.T, strict=True))
    found = pa.table({name: pa.array(values, pa.int32()) for name, values in columns.items()})
    rows = store.frame(_PLACED, {"found": found})
    before = rows["before"].to_numpy(np.int32)
    return Hits(
        article_key=rows["article_key"].to_numpy(np.int32),
        sentence=rows["sentence"].fillna(0).to_numpy(np.int16),
        first=before + 1,
        last=before,
        start=rows["start"].to_numpy(np.int32),
        end=rows["end"].to_numpy(np.int32),
        quoted=rows["quoted"].to_numpy(bool),
    )


def _found(store: Store, number: str, exact: bool) -> Spots:
    """Return article key, start and end of each place of a number, a row each."""
    spellings = [number] if exact else _spellings(number)
    latin = [spelling for spelling in spellings if spelling.isascii()]
    others = [spelling for spelling in spellings if not spelling.isascii()]
    bodies = _holding(store, latin, everywhere=True) | _holding(store, others, everywhere=False)
    pattern = re.compile("|".join(map(re.escape, sorted(spellings, key=len, reverse=True))))
    rows: list[tuple[int, int, int]] = []
    windows: list[str] = []
    for key, body in bodies.items():
        for match in pattern.finditer(body):
            rows.append((key, match.start(), match.end()))
            windows.append(_window(body, match.start(), match.end()))
    spots: Spots = np.array(rows, np.int64).reshape(-1, 3)
    whole = _whole(windows, np.minimum(spots[:, 1], _AROUND), spots[:, 2] - spots[:, 1])
    return cast(Spots, spots[whole])


def _holding(store: Store, spellings: list[str], *, everywhere: bool) -> dict[int, str]:
    """Return the bodies that hold any of some spellings, by article key.

    Digits beyond the Latin ones share their first byte with Arabic letters: looking for them takes six
    times as long, so it is done once for all of them, and then in those articles only.
    """
    if not spellings:
        return {}
    wanted = " OR ".join(f"contains(body, '{text}')" for text in spellings)  # digits and signs only
    rows = "SELECT article_key, body FROM base.articles"
    if everywhere:
        return dict(store.rows(f"{rows} WHERE {wanted}"))
    keys = store.hold("native_digits", lambda: store.rows(_NATIVE))
    native = pa.table({"article_key": pa.array([key for (key,) in keys], pa.int32())})
    found = store.rows(
        f"{rows} SEMI JOIN native USING (article_key) WHERE {wanted}", {"native": native}
    )
    return dict(found)


def _window(body: str, start: int, end: int) -> str:
    return body[max(0, start - _AROUND) : end + _AROUND].replace("\n", " ")


def _whole(windows: list[str], starts: Any, lengths: Any) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Tell of each window whether its digits are a number by themselves, or a part of a date."""
    text = "\n".join(windows)
    bases = np.cumsum([0, *(len(window) + 1 for window in windows)])[:-1]
    first, end = bases + starts, bases + starts + lengths
    opens, closes, kinds = token_arrays(text)
    at = np.searchsorted(opens, first, side="right") - 1
    keep = np.zeros(len(windows), bool)
    for k in np.flatnonzero(kinds[at] == KINDS.index("number")).tolist():
        token = text[opens[at[k]] : closes[at[k]]]
        signs = "/" if token.count(".") < 2 or _GROUPED.fullmatch(token) else "/."  # 30.9.2026
        left, right = text[opens[at[k]] : first[k]], text[end[k] : closes[at[k]]]
        keep[k] = (not left or left[-1] in signs) and (not right or right[0] in signs)
    return keep


def _spellings(number: str) -> list[str]:
    """Return how a text may write a number: thousands parted or not, in three kinds of digits."""
    plain = fold(number).text
    if _GROUPED.fullmatch(plain):
        plain = re.sub(rf"[{_GROUPING}]", "", plain)
    written = [plain]
    if plain.isdigit() and 4 <= len(plain) <= 15 and plain[0] != "0":
        written += [f"{int(plain):,}".replace(",", sign) for sign in _GROUPING]
    every = [
        text.translate(str.maketrans(_DIGITS[0], kind)) for text in written for kind in _DIGITS
    ]
    return list(dict.fromkeys(every))
