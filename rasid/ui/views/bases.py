"""The bases page: the card of one base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from rasid import charts
from rasid import measures as m
from rasid.ui.views import analysis

if TYPE_CHECKING:
    from rasid.ui.page import View


def card(view: View, mentions: pd.DataFrame) -> None:
    """Draw one base: how often, in which spellings, which roles, by whom; every number with its sentences."""
    if mentions.empty:
        view.say("card.none")
        return
    found = mentions["entity_id"].tolist()
    base = view.pick("base", found, default=found[0], format=view.entity_name, control="select")
    row = mentions[mentions["entity_id"] == base].iloc[0]
    view.heading("card.heading", name=row["name"])
    view.metrics([(view.t("col.count"), int(row["count"]), view.t("card.articles", n=int(row["articles"]))),
                  (view.t("col.own"), int(row["own"]), ""),
                  (view.t("col.quoted"), int(row["quoted"]), "")])  # fmt: skip
    if row["lat"] == row["lat"]:
        view.say("card.place", lat=float(row["lat"]), lon=float(row["lon"]))
    over_time = analysis.counted(view, m.mentions_by_time, kind="base", grain="month")
    mine = over_time[over_time["entity_id"] == base].reset_index(drop=True)
    view.chart(lambda: charts.base_over_time(mine, view.look), key="card_time", table=mine,
               columns=["period", "count", "articles"])  # fmt: skip
    spelled = view.measure(m.surfaces, base)
    view.table(
        spelled, key="surfaces", measure="surfaces", columns=["surface", "count", "articles"]
    )
    for key, measure, columns in (
        ("card_roles", m.mentions_by_role, ["role_name", "count", "articles"]),
        ("card_outlets", m.mentions_by_outlet, ["outlet", "count", "articles", "rate"]),
    ):
        table = analysis.counted(view, measure, kind="base")
        table = (
            table[table["entity_id"] == base]
            .sort_values("count", ascending=False)
            .reset_index(drop=True)
        )
        view.table(table, key=key, measure=measure.__name__, columns=columns)
