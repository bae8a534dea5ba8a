"""Bases: what is said of each base? Ranking, outlets, time, roles, map, pairs, a card a base."""

from rasid import charts
from rasid import measures as m
from rasid.ui import page
from rasid.ui.views import analysis
from rasid.ui.views import bases as views_bases

view = page.start("bases")
section = view.sections(["ranking", "outlets", "time", "roles", "map", "together", "card"])
mentions = analysis.counted(view, m.mentions, kind="base")


def ranking() -> None:
    columns = ["rank", "name", "count", "own", "quoted", "articles", "rate"]
    view.chart(
        lambda: charts.base_ranking(mentions.head(25), view.look),
        key="ranking",
        table=mentions,
        columns=columns,
    )
    view.table(mentions, key="mentions", measure="mentions", columns=columns)


def outlets() -> None:
    value = view.pick("value", ("count", "rate", "articles"), default="count")
    table = analysis.counted(view, m.mentions_by_outlet, kind="base")
    view.chart(lambda: charts.base_by_outlet(table, view.look, value=value), key="outlets", table=table,
               columns=["name", "outlet", "count", "articles", "rate"],
               title=analysis.titled(view, "outlets", value))  # fmt: skip


def time() -> None:
    grain = view.pick("grain", ("month", "quarter", "year"), default="month")
    table = analysis.counted(view, m.mentions_by_time, kind="base", grain=grain)
    view.chart(lambda: charts.base_over_time(table, view.look, grain=grain), key="time", table=table,
               columns=["name", "period", "count", "articles"])  # fmt: skip


def roles() -> None:
    table = analysis.counted(view, m.mentions_by_role, kind="base")
    view.chart(lambda: charts.base_by_role(table, view.look), key="roles", table=table,
               columns=["name", "role_name", "count", "articles"])  # fmt: skip


def bases_map() -> None:
    view.chart(lambda: charts.base_map(mentions, view.look), key="map", table=mentions,
               columns=["name", "count", "articles", "lat", "lon"])  # fmt: skip


def together() -> None:
    table = view.measure(m.comentions, kind="base", other="base", limit=200)
    table = table.assign(
        name_a=table["entity_a"].map(view.entity_name),
        name_b=table["entity_b"].map(view.entity_name),
    )
    view.chart(lambda: charts.comentions(table, view.look), key="together", table=table,
               columns=["name_a", "name_b", "count", "articles"])  # fmt: skip


{"ranking": ranking, "outlets": outlets, "time": time, "roles": roles, "map": bases_map, "together": together,
 "card": lambda: views_bases.card(view, mentions)}[section]()  # fmt: skip
