"""Coverage: what is in view, how much of it when, and how sound it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from rasid.measures.scope import UNKNOWN, Index, Ints, Mask, Scope, index_of, scope_of
from rasid.store.engine import Store
from rasid.store.selection import Selection

LANES: Final = ("dated", "interval", "undated")
"""Where an article stands on an axis of time: in its period, beside it (not known to the grain), undated."""


@dataclass(frozen=True)
class Summary:
    """What a selection puts in view, for the one line above each page.

    Attributes:
        articles: Articles in view, of `articles_total` in the corpus.
        articles_total: See `articles`.
        outlets: Outlets in view, of `outlets_total`.
        outlets_total: See `outlets`.
        tokens: Word tokens of the selection's voice: the base of rates.
        date_from: First day of publication in view; None when no article in view is dated.
        date_to: Last day.
        undated: Articles in view without any date.
        undated_total: Articles without any date that the other filters keep.
        copies: Articles in view that copy another article of the corpus.
        copies_left_out: Copies that only `originals_only` leaves out.
        text_kinds: Articles in view of each text kind.
    """

    articles: int
    articles_total: int
    outlets: int
    outlets_total: int
    tokens: int
    date_from: date | None
    date_to: date | None
    undated: int
    undated_total: int
    copies: int
    copies_left_out: int
    text_kinds: dict[str, int]


def summary(store: Store, selection: Selection) -> Summary:
    """Return what a selection puts in view."""
    scope, index = scope_of(store, selection), index_of(store)
    undated = index.undated
    first, last = _span(scope)
    kinds = np.bincount(index.text_kind[scope.at], minlength=len(index.text_kinds)).tolist()
    with_undated = scope_of(store, selection.with_(undated=True))
    with_copies = scope_of(store, selection.with_(originals_only=False))
    return Summary(
        articles=scope.n_articles,
        articles_total=len(index.key),
        outlets=int(np.count_nonzero(np.bincount(scope.outlet))),
        outlets_total=len(index.outlet_ids),
        tokens=scope.n_tokens,
        date_from=first,
        date_to=last,
        undated=int(undated[scope.at].sum()),
        undated_total=int(undated[with_undated.at].sum()),
        copies=int((~index.original[scope.at]).sum()),
        copies_left_out=with_copies.n_articles - scope.n_articles,
        text_kinds={name: n for name, n in zip(index.text_kinds, kinds, strict=True) if n},
    )


def _span(scope: Scope) -> tuple[date | None, date | None]:
    """Return the first and the last day of publication in view."""
    first, last = scope.index.first[scope.at], scope.index.last[scope.at]
    first, last = first[first != UNKNOWN], last[last != UNKNOWN]
    return _day(first.min()) if len(first) else None, _day(last.max()) if len(last) else None


def _day(number: int) -> date:
    return date.fromordinal(date(1970, 1, 1).toordinal() + int(number))


def lanes(scope: Scope, period: Ints) -> Ints:
    """Return the lane of each article in view as its place in `LANES`."""
    undated = scope.index.undated[scope.at]
    return np.where(period >= 0, 0, np.where(undated, 2, 1))


def coverage(
    store: Store, selection: Selection, *, grain: str = "month", by_outlet: bool = True
) -> pd.DataFrame:
    """Return the number of articles in each period.

    An article whose date is not known to the grain is in no period: it stands in the lane
    "interval" or "undated", so that nothing is dropped and no day is guessed.

    Args:
        store: The store.
        selection: Which articles, and whose voice.
        grain: day, week (Sunday to Saturday), month, quarter or year.
        by_outlet: Whether outlets are counted apart.

    Returns:
        One row a period, lane (and outlet), in this order: `period` (its first day, NaT outside the
        lane "dated"), `lane`, `grain`, `outlet_id` and `outlet` (by_outlet), `count` (articles),
        `tokens`.
    """
    scope = scope_of(store, selection)
    period, days = scope.periods(grain)
    # Periods and then the two other lanes, numbered: counting numbers takes a tenth of a group-by over columns.
    slot = np.where(period >= 0, period, len(days) + lanes(scope, period) - 1)
    width = len(scope.index.outlet_ids) if by_outlet else 1
    number = slot * width + scope.outlet if by_outlet else slot
    count = np.bincount(number)
    rows = np.flatnonzero(count)
    slot, outlet = np.divmod(rows, width)
    dated = slot < len(days)
    frame = pd.DataFrame(
        {
            "period": period_days(np.where(dated, slot, -1), days),
            "lane": np.array(LANES, object)[np.where(dated, 0, slot - len(days) + 1)],
            "grain": grain,
            "outlet": outlet,
            "count": count[rows],
            "tokens": _sums(number, scope.tokens, len(count))[rows],
        }
    )
    return with_outlets(frame, scope) if by_outlet else frame.drop(columns="outlet")


def _sums(at: Ints, values: Ints | Mask, size: int) -> Ints:
    """Return the sum of the values at each number; exact below 2^53."""
    return np.bincount(at, values, minlength=size).astype(np.int64)


def period_days(number: Ints, days: np.ndarray[tuple[int], np.dtype[np.datetime64]]) -> pd.Series:
    """Return the first day of numbered periods; NaT for -1."""
    padded = np.append(days, np.datetime64("NaT", "s"))
    return pd.Series(padded[number], dtype="datetime64[s]")


def with_outlets(frame: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """Replace the outlet number in the column `outlet` by `outlet_id` and the Arabic name."""
    at = int(frame.columns.get_loc("outlet"))  # type: ignore[arg-type]
    number = frame.pop("outlet").to_numpy(int)
    frame.insert(at, "outlet", np.array(scope.index.outlet_names, object)[number])
    frame.insert(at, "outlet_id", np.array(scope.index.outlet_ids, object)[number])
    return frame


def outlet_counts(store: Store, selection: Selection) -> pd.DataFrame:
    """Return what each outlet has in view.

    Returns:
        One row an outlet, most articles first, then id: `outlet_id`, `outlet`, `count` (articles),
        `tokens`, `undated`, `copies`, `date_from`, `date_to` (NaT when none is dated).
    """
    scope = scope_of(store, selection)
    index, at, outlet = scope.index, scope.at, scope.outlet
    size = len(index.outlet_ids)
    count = np.bincount(outlet, minlength=size)
    frame = pd.DataFrame(
        {
            "outlet": np.arange(size),
            "count": count,
            "tokens": _sums(outlet, scope.tokens, size),
            "undated": _sums(outlet, index.undated[at], size),
            "copies": _sums(outlet, ~index.original[at], size),
            "date_from": _outermost(np.minimum, outlet, index.first[at], size),
            "date_to": _outermost(np.maximum, outlet, index.last[at], size),
        }
    )
    frame = with_outlets(frame[count > 0], scope)
    return frame.sort_values(["count", "outlet_id"], ascending=[False, True], ignore_index=True)


def _outermost(
    chosen: np.ufunc, outlet: Ints, days: Ints, size: int
) -> np.ndarray[Any, np.dtype[np.datetime64]]:
    """Return the first (`np.minimum`) or last (`np.maximum`) known day of each outlet; NaT where none is."""
    known = days != UNKNOWN
    found = np.full(size, UNKNOWN if chosen is np.maximum else np.iinfo(np.int32).max, np.int32)
    chosen.at(found, outlet[known], days[known])
    there = np.bincount(outlet[known], minlength=size) > 0
    return np.where(there, found.astype("datetime64[D]"), np.datetime64("NaT", "D")).astype(
        "datetime64[s]"
    )


def date_histogram(store: Store, selection: Selection, *, bins: int = 60) -> pd.DataFrame:
    """Return the articles over the whole span of dates, for the date slider.

    The selection's own dates are left out of account: the slider shows what it could select. An
    article stands in the bin of the middle day of its interval.

    Returns:
        One row a bin in order of time: `date_from`, `date_to` (inclusive days), `count`.
    """
    scope = scope_of(store, selection.with_(date_from=None, date_to=None, undated=False))
    first, last = scope.index.first[scope.at], scope.index.last[scope.at]
    first = np.where(first == UNKNOWN, last, first)
    last = np.where(last == UNKNOWN, first, last)
    if not len(first):
        return pd.DataFrame(
            {"date_from": pd.to_datetime([]), "date_to": pd.to_datetime([]), "count": []}
        )
    middle = (first.astype(np.int64) + last) // 2
    start, end = int(first.min()), int(last.max())
    width = max(1, -(-(end - start + 1) // bins))
    edges = np.arange(start, end + 1, width)
    count = np.bincount((middle - start) // width, minlength=len(edges))
    upper = np.minimum(edges + width - 1, end)
    as_time = [
        pd.Series(edge.astype("datetime64[D]").astype("datetime64[s]")) for edge in (edges, upper)
    ]
    return pd.DataFrame({"date_from": as_time[0], "date_to": as_time[1], "count": count})


def quality(store: Store, selection: Selection) -> pd.DataFrame:
    """Return facts on the soundness of what is in view.

    Returns:
        One row a check in a fixed order: `check`, `count`. undated, interval (known to more than a
        day), inferred (date not stated), copies, hosts (taken from another site than the outlet's),
        digest, excerpt, provisional (of an outlet that the register does not hold) count articles
        in view; cuts (spans left out of the bodies) and problems (inputs refused or repaired) count
        those of the whole corpus.
    """
    scope = scope_of(store, selection)
    counts = {check: int(mask.sum()) for check, mask in check_masks(scope).items()}
    for name in ("cuts", "problems"):
        counts[name] = int(store.rows(f"SELECT count(*) FROM base.{name}")[0][0])
    return pd.DataFrame({"check": list(counts), "count": list(counts.values())})


def check_masks(scope: Scope) -> dict[str, Mask]:
    """Tell for each check of `quality` which articles in view it concerns."""
    checks: dict[str, Mask] = scope.store.hold("checks", lambda: _checks(scope.store, scope.index))
    return {check: mask[scope.at] for check, mask in checks.items()}


def _checks(store: Store, index: Index) -> dict[str, Mask]:
    """Tell which articles of the store each check concerns: read once, picked from for every selection."""
    articles = store.articles
    provisional = store.outlets["provisional"].fillna(False).astype(bool)
    registered_not = store.outlets.loc[provisional, "outlet_id"]
    host, kind = articles["host_id"].fillna(""), articles["text_kind"]
    undated = index.undated
    return {
        "undated": undated,
        "interval": (index.first != index.last) & ~undated,
        "inferred": (articles["published_method"] == "inferred").to_numpy(bool),
        "copies": ~index.original,
        "hosts": ((host != "") & (host != articles["outlet_id"])).to_numpy(bool),
        "digest": (kind == "digest").to_numpy(bool),
        "excerpt": (kind == "excerpt").to_numpy(bool),
        "provisional": articles["outlet_id"].isin(registered_not).to_numpy(bool),
    }
