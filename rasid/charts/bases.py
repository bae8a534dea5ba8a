"""Bases: how often each is named, by whom, when, and in which role."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.bars import LEAST, horizontal
from rasid.charts.canvas import Canvas, scatter
from rasid.charts.cells import codes, joined, keys, records
from rasid.charts.frames import voices, whole
from rasid.charts.look import Look, fade
from rasid.charts.matrix import Cell, matrix
from rasid.charts.strings import name, say
from rasid.charts.text import display, number, paragraph, quantity
from rasid.charts.theme import LINE, even_height, finish, label_axis, label_width, nothing
from rasid.charts.times import period_text, time_axis

ROLES = ("departure", "handover", "arrival", "remains", "attacked", "")


def entity_names(table: pd.DataFrame, look: Look, suffix: str = "") -> list[str]:
    """Return the entities' names in the reader's language, the Arabic one where no other is known."""
    arabic = table[f"name_ar{suffix}"].fillna("")
    english = table[f"name_en{suffix}"].fillna("")
    first, second = (arabic, english) if look.rtl else (english, arabic)
    return first.where(first != "", second).astype(str).tolist()


def base_ranking(
    table: pd.DataFrame, look: Look, *, title: str = "", caption: str = ""
) -> go.Figure:
    """Return a bar a base, split by voice.

    Args:
        table: `measures.mentions`: names, count, own, quoted.
        look: The look.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "base_ranking", title, caption, "bases.empty")
    labels = entity_names(table, look)
    alt = say(
        look.language,
        "base_ranking.alt",
        n=len(table),
        first=labels[0],
        value=number(table["count"].iloc[0]),
    )
    return horizontal(labels, voices(table, labels, "mentions", look), look, name="base_ranking", alt=alt, title=title,
                      caption=caption, heading=say(look.language, "axis.mentions"),
                      totals=whole(table, labels, "mentions", look))  # fmt: skip


def base_by_outlet(
    table: pd.DataFrame,
    look: Look,
    *,
    value: str = "count",
    bases: int = 20,
    outlets: int = 16,
    title: str = "",
    caption: str = "",
) -> go.Figure:
    """Return the matrix of bases (rows) and outlets (columns), the most named first.

    Args:
        table: `measures.mentions_by_outlet`.
        look: The look.
        value: What a cell says: "count", "rate" (per 10,000 words of the outlet) or "articles".
        bases: Rows at most.
        outlets: Columns at most; one more sums up the others, except where rates cannot be added.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "base_by_outlet", title, caption, "bases.empty")
    columns = table.groupby("outlet_id", sort=False)["count"].sum().nlargest(outlets).index.tolist()
    outlet_names = dict(zip(table["outlet_id"], table["outlet"], strict=True))
    heads = [str(outlet_names[c]) for c in columns]
    table = table.assign(
        code=codes(table, "mentions_by_outlet", "articles" if value == "articles" else "count")
    )
    rows = table.groupby("entity_id", sort=False)["count"].sum().nlargest(bases).index
    others = table[~table["outlet_id"].isin(columns) & table["entity_id"].isin(rows)]
    if len(others) and value != "rate":
        shared = ["entity_id", "name_ar", "name_en"]
        summed = others.groupby(shared, sort=False, dropna=False, as_index=False)[
            ["count", "articles", "code"]
        ].agg({"count": "sum", "articles": "sum", "code": joined})
        table = pd.concat([table, summed.assign(outlet_id="")], ignore_index=True)
        columns, heads = [*columns, ""], [*heads, say(look.language, "others")]
    return _counts(table, look, "base_by_outlet", "outlet_id", columns, heads, bases, title, caption,
                   value)  # fmt: skip


def base_by_role(
    table: pd.DataFrame, look: Look, *, bases: int = 20, title: str = "", caption: str = ""
) -> go.Figure:
    """Return the matrix of bases and what is said of them: left, handed over, kept, attacked.

    Args:
        table: `measures.mentions_by_role`.
        look: The look.
        bases: Rows at most.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "base_by_role", title, caption, "bases.empty")
    table = table.assign(role=table["role"].fillna(""))
    columns = [role for role in ROLES if (table["role"] == role).any()]
    table = table.assign(code=codes(table, "mentions_by_role"))
    return _counts(table, look, "base_by_role", "role", columns,
                   [name(look.language, "role", role) for role in columns], bases, title, caption)  # fmt: skip


def _counts(
    table: pd.DataFrame, look: Look, figure: str, column: str, columns: list[str], heads: list[str],
    bases: int, title: str, caption: str, value: str = "count",
) -> go.Figure:  # fmt: skip
    """Return a matrix of a table with the `code` of each cell; its strength grows with the logarithm of its value."""
    table = table.assign(base=entity_names(table, look))
    rows = table.groupby("entity_id", sort=False)["count"].sum().nlargest(bases).index.tolist()
    kept = table[table["entity_id"].isin(rows) & table[column].isin(columns)]
    most = math.log1p(float(kept[value].max()))
    cells = [
        Cell(
            rows.index(row["entity_id"]), columns.index(row[column]), 0.08 + 0.92 * math.log1p(row[value]) / most,
            quantity(row[value]) if value == "rate" else number(row[value]), row["code"],
            paragraph([row["base"], heads[columns.index(row[column])],
                       say(look.language, "n.times", n=int(row["count"])),
                       say(look.language, "n.articles", n=int(row["articles"])),
                       say(look.language, "rate", rate=quantity(row["rate"])) if value == "rate" else ""],
                      look.language),
        )
        for row in records(kept)
    ]  # fmt: skip
    names = dict(zip(table["entity_id"], table["base"], strict=True))
    alt = say(
        look.language,
        "matrix.alt",
        rows=len(rows),
        columns=len(columns),
        total=number(kept["count"].sum()),
    )
    return matrix(
        [names[r] for r in rows],
        heads,
        cells,
        look,
        name=figure,
        alt=alt,
        title=title,
        caption=caption,
    )


def base_over_time(
    table: pd.DataFrame,
    look: Look,
    *,
    grain: str = "month",
    bases: int = 15,
    title: str = "",
    caption: str = "",
) -> go.Figure:
    """Return a row a base and a disc a period, its area as large as the count.

    Args:
        table: `measures.mentions_by_time`; mentions in articles without a period stand as numbers in a lane of
            their own at the right.
        look: The look.
        grain: The grain the table was made with.
        bases: Rows at most.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    dated = table[table["period"].notna()] if not table.empty else table
    if dated.empty:
        return nothing(
            look, "base_over_time", title, caption, "bases.undated" if len(table) else "bases.empty"
        )
    rows = table.groupby("entity_id", sort=False)["count"].sum().nlargest(bases).index.tolist()
    table = table[table["entity_id"].isin(rows)].assign(base=lambda t: entity_names(t, look))
    kept, unknown = table[table["period"].notna()], table[table["period"].isna()]
    most = float(kept["count"].max())
    largest = min(
        22.0, max(6.0, 300 / kept["period"].nunique())
    )  # neighbours hardly touch on a phone
    hover = [
        paragraph([row["base"], period_text(row["period"], grain, look.language),
                   say(look.language, "n.times", n=int(row["count"])),
                   say(look.language, "n.articles", n=int(row["articles"]))], look.language)
        for row in records(kept)
    ]  # fmt: skip
    fig = Canvas([scatter(
        x=kept["period"].dt.strftime("%Y-%m-%d").tolist(), y=[rows.index(e) for e in kept["entity_id"]],
        mode="markers", customdata=keys(codes(kept, "mentions_by_time")), hovertext=hover, hoverinfo="text",
        marker={"size": [5 + largest * math.sqrt(n / most) for n in kept["count"]], "color": look.palette.accent,
                "opacity": 0.75, "line": {"color": look.palette.ground, "width": 1}}, cliponaxis=False,
    )])  # fmt: skip
    names = dict(zip(table["entity_id"], table["base"], strict=True))
    labels = [display(names[r], look.language, label_width(look), 2) for r in rows]
    fig.update_xaxes(
        **time_axis(kept["period"].min(), kept["period"].max(), look.language, 4), showgrid=True
    )
    fig.update_yaxes(**{**label_axis(look, labels), "showgrid": True})
    if len(unknown):
        _lane(fig, unknown, rows, look)
    above = 2 * LINE + 10 if len(unknown) else 0
    alt = say(look.language, "base_over_time.alt", n=len(rows), total=number(table["count"].sum()))
    return finish(fig, look, name="base_over_time", alt=alt, height=max(even_height(labels, 30), LEAST) + 56 + above,
                  title=title, caption=caption, top=14 + above)  # fmt: skip


def _lane(fig: Canvas, unknown: pd.DataFrame, rows: list[str], look: Look) -> None:
    """Write beside the axis of time how often each base is named in articles that no period holds."""
    head = say(look.language, "lane.undated")
    hover = [
        paragraph([row["base"], head, say(look.language, "n.times", n=int(row["count"])),
                   say(look.language, "n.articles", n=int(row["articles"]))], look.language)
        for row in records(unknown)
    ]  # fmt: skip
    fig.add_scatter(
        x=[0] * len(unknown), y=[rows.index(e) for e in unknown["entity_id"]], xaxis="x2", mode="markers+text",
        text=[number(n) for n in unknown["count"]], textfont={"size": 12, "color": look.palette.text},
        customdata=keys(codes(unknown, "mentions_by_time")), hovertext=hover, hoverinfo="text", cliponaxis=False,
        marker={"symbol": "square", "size": 22, "color": fade(look.palette.grey, 0.25), "line": {"width": 0}},
    )  # fmt: skip
    end = 0.84 if look.narrow else 0.9
    fig.update_layout(
        xaxis={"domain": [0, end]},
        xaxis2={"domain": [end + 0.02, 1], "range": [-1, 1], "tickvals": [0], "tickangle": 0, "showgrid": False,
                "ticktext": [display(head, look.language, 6, 3)], "anchor": "y", "side": "top"},
        yaxis={"anchor": "x2" if look.rtl else "x"},  # the names stand outside, on either side
    )  # fmt: skip


def comentions(
    table: pd.DataFrame, look: Look, *, entities: int = 14, title: str = "", caption: str = ""
) -> go.Figure:
    """Return the matrix of what is named together in one sentence.

    Args:
        table: `measures.comentions`.
        look: The look.
        entities: Rows (and columns) at most.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "comentions", title, caption, "comentions.empty")
    table = table.assign(a=entity_names(table, look, "_a"), b=entity_names(table, look, "_b"))
    sides = pd.concat([table[["entity_a", "a", "count"]].set_axis(["id", "name", "count"], axis=1),
                       table[["entity_b", "b", "count"]].set_axis(["id", "name", "count"], axis=1)])  # fmt: skip
    top = sides.groupby("id")["count"].sum().nlargest(entities).index.tolist()
    names = dict(zip(sides["id"], sides["name"], strict=True))
    kept = table[table["entity_a"].isin(top) & table["entity_b"].isin(top)]
    most = math.log1p(float(kept["count"].max() or 1)) if len(kept) else 1.0
    cells: dict[tuple[int, int], Cell] = {}
    for row, code in zip(records(kept), codes(kept, "comentions"), strict=True):
        a, b = top.index(row["entity_a"]), top.index(row["entity_b"])
        hover = paragraph(
            [f"{row['a']} — {row['b']}", say(look.language, "n.sentences", n=int(row["count"]))],
            look.language,
        )
        strength = 0.08 + 0.92 * math.log1p(row["count"]) / most
        for x, y in ((a, b), (b, a)):
            cells.setdefault((x, y), Cell(x, y, strength, number(row["count"]), code, hover))
    labels = [names[t] for t in top]
    alt = say(look.language, "comentions.alt", n=len(kept))
    return matrix(
        labels,
        labels,
        list(cells.values()),
        look,
        name="comentions",
        alt=alt,
        title=title,
        caption=caption,
    )
