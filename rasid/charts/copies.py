"""Who takes whose text: outlets on two sides, a band for the articles that went from one to the other."""

from __future__ import annotations

import math

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.canvas import Canvas, Trace, scatter
from rasid.charts.cells import codes, keys, records
from rasid.charts.look import Look, fade, outlet_colour
from rasid.charts.strings import say
from rasid.charts.text import display, number, paragraph
from rasid.charts.theme import LABEL_WIDTH, finish, nothing

ROW = 34  # pixels between two outlets of one side

SHARES = (0.88, 0.8, 0.72, 0.64, 0.56, 0.48, 0.4, 0.32, 0.24, 0.16)
"""Where on a link its number may stand, the best first."""


def copy_network(
    table: pd.DataFrame, look: Look, *, links: int = 30, title: str = "", caption: str = ""
) -> go.Figure:
    """Return writers where reading starts, takers opposite, and the number of articles on each link.

    Args:
        table: `measures.copy_network`: from_id, from_name, to_id, to_name, relation, count.
        look: The look.
        links: Links drawn at most, the strongest.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "copy_network", title, caption, "copies.empty")
    table = table.assign(code=codes(table, "copy_network")).nlargest(links, "count", keep="first")
    writers = (
        table.groupby("from_id", sort=False)["count"]
        .sum()
        .sort_values(ascending=False)
        .index.tolist()
    )
    rank = {outlet: i for i, outlet in enumerate(writers)}
    middle = table["from_id"].map(rank).groupby(table["to_id"]).mean()
    takers = middle.sort_values(kind="stable").index.tolist()  # beside their writers: few crossings
    rows = max(len(writers), len(takers))
    at = {("from", o): _place(i, len(writers), rows) for i, o in enumerate(writers)}
    at |= {("to", o): _place(i, len(takers), rows) for i, o in enumerate(takers)}
    fig = Canvas()
    most = float(table["count"].max())
    for row in records(table):
        y0, y1 = at["from", row["from_id"]], at["to", row["to_id"]]
        fig.add_scatter(x=[0, 1], y=[y0, y1], mode="lines", hoverinfo="skip", showlegend=False,
                        line={"color": fade(outlet_colour(look, row["from_id"]), 0.55),
                              "width": 1.5 + 9 * row["count"] / most,
                              "dash": "dot" if row["relation"] == "host" else "solid"})  # fmt: skip
    fig.add_trace(_counts(table, at, look))
    _names(fig, table, at, look)
    fig.update_xaxes(visible=False, range=[1.06, -0.06] if look.rtl else [-0.06, 1.06])
    fig.update_yaxes(visible=False, range=[rows - 0.4, -1.0])
    alt = say(look.language, "copies.alt", n=len(table), articles=number(table["count"].sum()))
    return finish(
        fig,
        look,
        name="copy_network",
        alt=alt,
        height=ROW * (rows + 1) + 30,
        title=title,
        caption=caption,
        sides=(112, 112),
    )


def _place(index: int, size: int, rows: int) -> float:
    """Return the row of an outlet, each side centred on the longer one."""
    return index + (rows - size) / 2


def _along(share: float, start: float, end: float) -> tuple[float, float]:
    """Return the point that lies `share` of the way along a link."""
    return share, start + (end - start) * share


def _counts(table: pd.DataFrame, at: dict[tuple[str, str], float], look: Look) -> Trace:
    """Return the clickable number on each link, near its taker, where links have parted."""
    hover = [
        paragraph([
            f"{row['from_name']} ← {row['to_name']}" if look.rtl else f"{row['from_name']} → {row['to_name']}",
            say(look.language, f"copies.{row['relation']}"), say(look.language, "n.articles", n=int(row["count"])),
        ], look.language)
        for row in records(table)
    ]  # fmt: skip
    texts = [number(n) for n in table["count"]]
    lines = [(at["from", row["from_id"]], at["to", row["to_id"]]) for row in records(table)]
    places = _apart(lines, [_disc(text) for text in texts], look)
    return scatter(
        x=[p[0] for p in places], y=[p[1] for p in places], mode="markers+text",
        text=texts, textfont={"size": 11, "color": look.palette.text},
        marker={"size": [_disc(text) for text in texts], "color": look.palette.ground,
                "line": {"color": look.palette.muted, "width": 1}},
        customdata=keys(table["code"]), hovertext=hover, hoverinfo="text", showlegend=False,
        unselected={"marker": {"opacity": 1}},
    )  # fmt: skip


def _disc(text: str) -> int:
    """Return the pixels of a disc that holds a number."""
    return max(19, 7 * len(text) + 7)


def _apart(
    lines: list[tuple[float, float]], discs: list[int], look: Look
) -> list[tuple[float, float]]:
    """Return a place on each link for its number: near the taker, where links have parted, and on no other number.

    Where every place is taken, the one with the most room.
    """
    width = 160 if look.narrow else 640
    taken: list[tuple[float, float, int]] = []
    for (start, end), size in zip(lines, discs, strict=True):
        best, room = (0.0, 0.0), -math.inf
        for share in SHARES:
            x, y = _along(share, start, end)
            gap = min((math.hypot((x - a) * width, (y - b) * ROW) - (size + other) / 2 for a, b, other in taken),
                      default=math.inf)  # fmt: skip
            if gap > room:
                best, room = (x, y), gap
            if gap >= 1:
                break
        taken.append((*best, size))
    return [(x, y) for x, y, _ in taken]


def _names(fig: Canvas, table: pd.DataFrame, at: dict[tuple[str, str], float], look: Look) -> None:
    names = {("from", row["from_id"]): row["from_name"] for row in records(table)}
    names |= {("to", row["to_id"]): row["to_name"] for row in records(table)}
    for (side, outlet), y in at.items():
        start = side == "from"
        at_right = start == look.rtl
        text = display(names[side, outlet], look.language, 15, 2)
        fig.add_annotation(x=0 if start else 1, y=y, xanchor="left" if at_right else "right", showarrow=False,
                           xshift=10 if at_right else -10, text=text, align="left" if at_right else "right",
                           font={"size": 12})  # fmt: skip
    for x, key in ((0, "copies.writers"), (1, "copies.takers")):
        at_right = (x == 0) == look.rtl
        fig.add_annotation(x=x, y=-0.8, xanchor="left" if at_right else "right", showarrow=False, yref="y",
                           xshift=10 if at_right else -10, font={"size": 12, "color": look.palette.muted},
                           text=display(say(look.language, key), look.language, LABEL_WIDTH - 4))  # fmt: skip
