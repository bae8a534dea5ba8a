"""The terms page: sections that ask for words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from rasid import charts
from rasid import measures as m
from rasid.charts.cloud import word_cloud
from rasid.ui.views import analysis

if TYPE_CHECKING:
    from rasid.ui.page import View

ENOUGH: Final = 5
"""Articles a period of a trend should have, as everywhere below which no probability is given."""

ONE_CLOUD: Final = """<style>
@media (max-width: 1199px) {.st-key-cloud-wide {display: none}}
@media (min-width: 1200px) {.st-key-cloud-narrow {display: none}}
</style>"""
"""Words keep their size when a chart is squeezed: the cloud is laid out for both widths, one is shown."""


def words(table: pd.DataFrame) -> tuple[dict[str, str], dict[str, int]]:
    """Return the lemmas of a frequency table in its order: as they are shown, and their numbers in this store."""
    rows = table.drop_duplicates("lemma")
    lemmas = rows["lemma"].tolist()
    return (
        dict(zip(lemmas, rows["display"].tolist(), strict=True)),
        dict(zip(lemmas, rows["lemma_id"].tolist(), strict=True)),
    )


def cloud(view: View, table: pd.DataFrame) -> None:
    """Draw the word cloud, laid out for the width of the screen that the browser turns out to have."""
    view.html(ONE_CLOUD)
    columns = ["display", "count", "articles"]
    for key, narrow in (("cloud_narrow", True), ("cloud", False)):
        if narrow or not view.narrow:
            with st.container(key="cloud-narrow" if narrow else "cloud-wide"):
                look = replace(view.look, narrow=narrow)
                view.chart(partial(word_cloud, table, look), key=key, table=table, columns=columns,
                           title=view.t("cloud.title"), note=view.t("cloud.note"))  # fmt: skip
    if len(view.parts) > 1:
        view.parts.pop(0)  # the report needs one of them


def trend(view: View) -> None:
    """Draw the trend of up to eight terms, named in one line, the most frequent three at first."""
    top = view.measure(m.frequency, limit=3, dispersion=False, boilerplate=False)[
        "display"
    ].tolist()
    asked = view.text("words", default="، ".join(top), placeholder=view.t("words.placeholder"))
    terms = tuple(
        dict.fromkeys(t.strip() for t in asked.replace("،", ",").split(",") if t.strip())
    )[:8]
    left, right = st.columns(2)
    with left:
        grain = view.pick("grain", ("week", "month", "quarter", "year"), default=first_grain(view))
    with right:
        value = view.pick("trend_value", ("rate", "count", "share"), default="rate")
    table = analysis.asked(view, m.trend, terms, grain=grain) if terms else pd.DataFrame()
    columns = [
        "term",
        "period",
        "count",
        "articles",
        "articles_total",
        "rate",
        "rate_low",
        "rate_high",
    ]
    note = view.t("trend.note")
    unknown = (
        table.loc[table["period"].isna(), "articles_total"] if len(table) else pd.Series(dtype=int)
    )
    if len(unknown):
        note = f"{note} {view.t('trend.unknown', n=int(unknown.max()))}"
    view.chart(lambda: charts.term_trend(table, view.look, grain=grain, value=value), key="trend", table=table,
               columns=columns, note=note)  # fmt: skip
    if len(table):
        view.table(table, key="trend_table", measure="trend", columns=columns)


def first_grain(view: View) -> str:
    """Return the shortest period that has enough articles for a rate to mean something, a year at most.

    A rate from one article of eighty words is 0 or 125: month by month it draws a saw, not a trend.
    """
    summary = view.summary
    if summary.date_from is None or summary.date_to is None:
        return "month"
    days = (summary.date_to - summary.date_from).days + 1
    dated = summary.articles - summary.undated
    for grain, length in (("month", 30), ("quarter", 91)):
        if dated * length >= ENOUGH * days or days < 2 * length:
            return grain
    return "year"


def collocates(view: View) -> None:
    """Draw the company a word keeps, and where in the articles it stands."""
    top = view.measure(m.frequency, limit=1, dispersion=False, boilerplate=False)[
        "display"
    ].tolist()
    word = view.text("word", default="".join(top), placeholder=view.t("word.placeholder")).strip()
    window = view.pick("window", (3, 5, 10), default=5)
    table = analysis.asked(view, m.collocates, word, window=window) if word else pd.DataFrame()
    columns = ["display", "count", "count_before", "count_after", "log_dice", "mi"]
    view.chart(
        lambda: charts.collocates(table.head(25), view.look),
        key="collocates",
        table=table,
        columns=columns,
    )
    if len(table):
        view.table(table, key="collocate_table", measure="collocates", columns=columns)
        hits = analysis.counted(view, m.concordance, word, limit=1000)
        view.chart(lambda: charts.dispersion(hits, view.look, term=word), key="dispersion", table=hits,
                   columns=["outlet", "title", "published_from", "start", "before", "node", "after"],
                   evidence=lambda custom: analysis.one_hit(view, word, custom))  # fmt: skip
