"""Pieces the overview and the timeline share: headline numbers and the table of articles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from rasid.charts.strings import name
from rasid.measures.scope import scope_of
from rasid.ui import data, ordering
from rasid.ui.names import outlet_names
from rasid.ui.selecting import opened

if TYPE_CHECKING:
    from rasid.ui.page import View

MONTHS_ON_A_PHONE = 48
"""Months of which each still has a bar of four pixels there."""

SHOWN = 2_000
"""Articles the table on the page holds; its downloads hold all."""

SORTED: Final = {"outlet": ("outlet_id",), "title": ("title",), "published": ("published_from", "published_to"),
                 "text_kind": ("text_kind",), "n_tokens": ("n_tokens",)}  # fmt: skip
"""What a heading of the table of articles sorts by: columns of the articles."""

Places = np.ndarray[Any, Any]
"""Of rows in the table of articles."""


def headline(view: View) -> None:
    """Draw the headline numbers of what is in view."""
    s = view.summary
    copies = view.t("metric.copies.small", n=s.copies_left_out) if s.copies_left_out else ""
    view.metrics([
        (view.t("metric.articles"), s.articles, _of(view, s.articles, s.articles_total)),
        (view.t("metric.outlets"), s.outlets, _of(view, s.outlets, s.outlets_total)),
        (view.t("metric.tokens"), s.tokens, ""),
        (view.t("metric.span"), _span(view), ""),
        (view.t("metric.undated"), s.undated, ""),
        (view.t("metric.copies"), s.copies, copies),
    ])  # fmt: skip


def _of(view: View, n: int, total: int) -> str:
    return view.t("metric.of", total=total) if n != total else ""


def grain(view: View, options: Sequence[str]) -> str:
    """Draw the choice of the bars' period and return it: months, but quarters on a phone over many years.

    Two hundred pixels for a hundred months are bars of two pixels. What a phone chose stands in the address, so
    that its link shows the same bars on a desk.
    """
    first, last = view.summary.date_from, view.summary.date_to
    long = first is not None and last is not None and (last - first).days > MONTHS_ON_A_PHONE * 30
    default = "quarter" if view.narrow and long else "month"
    if default != "month" and not view.get("grain"):
        opened.keep(view, "grain", default)
    return str(view.pick("grain", options, default=default))


def _span(view: View) -> str:
    first, last = view.summary.date_from, view.summary.date_to
    if first is None or last is None:
        return "–"
    days = (last - first).days + 1
    if days < 92:
        return view.t("metric.span.days", n=days)
    return view.t("metric.span.months", n=round(days / 30.44)) if days < 730 else _years(view, days)


def _years(view: View, days: int) -> str:
    return view.t("metric.span.years", n=round(days / 365.25, 1))


def named_checks(view: View, checks: pd.DataFrame) -> pd.DataFrame:
    """Return the quality table with each check in words."""
    words = [name(view.lang, "quality", check) for check in checks["check"]]
    return checks.assign(check=words)


def articles(view: View, *, undated: bool = False, key: str = "articles") -> None:
    """Draw the articles in view, or only the undated of them, latest first, linked to the reader."""
    table = data.articles(view.store)

    def rows() -> Places:
        return ordered(view, ordering.code_of(view, key), undated=undated)

    def whole() -> pd.DataFrame:
        return worded(view, table.iloc[rows()])

    def first() -> pd.DataFrame:
        found: pd.DataFrame = view.kept(
            ("shown", undated, ordering.code_of(view, key)),
            lambda: worded(view, table.iloc[rows()[:SHOWN]]),
        )
        return found

    dates = [] if undated else ["published_from", "published_to", "published_precision"]
    view.table(
        first(), key=key, first=first, whole=whole, total=len(rows()), note="",
        columns=["outlet", "title", *dates, "text_kind", "n_tokens", "reader"],
    )  # fmt: skip


def ordered(view: View, code: str, *, undated: bool = False) -> Places:
    """Return the places of `latest` in the order that `rasid.ui.ordering` names; as they are without any."""
    rows: Places = view.kept(("latest", undated), lambda: latest(view, undated=undated))
    column, _ = ordering.column_of(code)
    if column not in SORTED:
        return rows

    def sort() -> Places:
        found = data.articles(view.store)[list(SORTED[column])].iloc[rows]
        if column == "outlet":
            found = found.assign(outlet=found["outlet_id"].map(view.outlet_name))
        if column == "text_kind":
            found = found.assign(text_kind=[view.t(f"kind.{kind}") for kind in found["text_kind"]])
        order = ordering.in_order(found.assign(place=rows), code)
        return np.asarray(order["place"])

    places: Places = view.kept(("ordered", undated, code), sort)
    return places


def latest(view: View, *, undated: bool = False) -> Places:
    """Return the places of the articles in view in the article table, latest first, undated last.

    Places, not rows: taking 70,000 rows of a frame costs a tenth of a second, two thousand nothing.
    """
    at: Places = scope_of(view.store, view.selection).at
    days = data.articles(view.store)["published_from"].to_numpy()[at]
    unknown = np.isnat(days)
    if undated:
        return np.asarray(at[unknown])
    order = days[~unknown].argsort(kind="stable")[::-1]
    found: Places = np.concatenate([at[~unknown][order], at[unknown]])
    return found


def worded(view: View, found: pd.DataFrame) -> pd.DataFrame:
    """Return articles with outlet and text kind in words and a link into the reader."""
    prefix, suffix = view.reader_link("ARTICLE").split("ARTICLE")
    names = outlet_names(view.store, view.lang)
    kinds = {kind: view.t(f"kind.{kind}") for kind in found["text_kind"].unique()}
    return found.assign(
        reader=[f"{prefix}{article}{suffix}" for article in found["article_id"].tolist()],
        outlet=[names.get(outlet, outlet) for outlet in found["outlet_id"].tolist()],
        text_kind=[kinds[kind] for kind in found["text_kind"].tolist()],
    )
