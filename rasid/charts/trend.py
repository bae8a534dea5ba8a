"""How often terms occur over time, each with the interval that resampling its articles gives."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.canvas import Canvas
from rasid.charts.cells import codes, keys, records
from rasid.charts.look import Look, outlet_colour, outlet_slot, symbol
from rasid.charts.strings import name, say
from rasid.charts.text import display, number, paragraph, quantity
from rasid.charts.theme import finish, nothing, soft
from rasid.charts.times import period_text, time_axis

PLOT = 300  # pixels of the plot: what keeps the labels at the line ends apart
GAP = 17  # pixels between two of them


def term_trend(
    table: pd.DataFrame,
    look: Look,
    *,
    grain: str = "month",
    value: str = "rate",
    title: str = "",
    caption: str = "",
) -> go.Figure:
    """Return a line a term (or an outlet) with its interval as a band and its name at its end.

    A point is hollow where its period has too few articles for an interval.

    Args:
        table: `measures.trend`: term, period, rate, rate_low, rate_high, count, articles, articles_total, note.
        look: The look.
        grain: The grain the table was made with.
        value: How high a point is: "rate" (with its interval), "count", or "share", the articles that hold the
            term among all of the period, in per cent.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    table = table[table["period"].notna()] if not table.empty else table
    if table.empty:
        return nothing(look, "term_trend", title, caption)
    column = "outlet" if "outlet" in table.columns and len(set(table["term"])) == 1 else "term"
    table = table.assign(
        code=codes(table, "trend", "articles" if value == "share" else "count"),
        series=table[column].astype(str),
        share=100 * table["articles"] / table["articles_total"],
    )
    fig = Canvas()
    ends: list[tuple[float, str, str]] = []
    for place, (series, rows) in enumerate(table.groupby("series", sort=False)):
        slot = outlet_slot(look, rows["outlet_id"].iloc[0]) if column == "outlet" else place % 8
        colour = look.palette.grey if slot is None else look.palette.series[slot]
        if column == "outlet":
            colour = outlet_colour(look, rows["outlet_id"].iloc[0])
        if value == "rate":
            _band(fig, rows, colour)
        _line(fig, rows, str(series), slot, colour, look, grain, value)
        known = rows[value].dropna()
        ends.append((float(known.iloc[-1]) if len(known) else 0.0, str(series), colour))
    highs = [table["rate"], table["rate_high"]] if value == "rate" else [table[value]]
    top = float(pd.concat(highs).max() or 1) * 1.08 or 1.0
    width = _labels(fig, ends, top, look)
    fig.update_layout(xaxis={**time_axis(table["period"].min(), table["period"].max(), look.language),
                             "showgrid": False})  # fmt: skip
    fig.update_yaxes(
        range=[0, top],
        title={"text": display(say(look.language, f"axis.{value}"), look.language)},
        nticks=6,
    )
    alt = say(look.language, "term_trend.alt", n=len(ends), series="، ".join(e[1] for e in ends)
              if look.rtl else ", ".join(e[1] for e in ends))  # fmt: skip
    return finish(fig, look, name="term_trend", alt=alt, height=PLOT + 70, title=title, caption=caption,
                  sides=(10, width))  # fmt: skip


def _band(fig: Canvas, rows: pd.DataFrame, colour: str) -> None:
    known = rows.dropna(subset=["rate_low", "rate_high"])
    if len(known) < 2:
        return
    days = known["period"].dt.strftime("%Y-%m-%d").tolist()
    fig.add_scatter(
        x=days + days[::-1], y=known["rate_high"].tolist() + known["rate_low"].tolist()[::-1], fill="toself",
        fillcolor=soft(colour), line={"width": 0}, mode="lines", hoverinfo="skip", showlegend=False,
    )  # fmt: skip


def _line(
    fig: Canvas,
    rows: pd.DataFrame,
    series: str,
    slot: int | None,
    colour: str,
    look: Look,
    grain: str,
    value: str,
) -> None:
    few = [look.palette.ground if note else colour for note in rows["note"]]
    fig.add_scatter(
        x=rows["period"].dt.strftime("%Y-%m-%d").tolist(), y=rows[value].tolist(), mode="lines+markers",
        name=display(series, look.language, 24), customdata=keys(rows["code"]), line={"color": colour, "width": 2},
        marker={"size": 8, "symbol": symbol(slot), "color": few, "line": {"color": colour, "width": 2}},
        hoverinfo="text", cliponaxis=False,
        hovertext=[_hover(row, look, grain) for row in records(rows)],
    )  # fmt: skip


def _hover(row: dict[str, Any], look: Look, grain: str) -> str:
    language = look.language
    interval = ""
    if row["rate_low"] == row["rate_low"]:
        interval = say(
            language, "interval", low=quantity(row["rate_low"]), high=quantity(row["rate_high"])
        )
    return paragraph([
        row["series"], period_text(row["period"], grain, language), say(language, "rate", rate=quantity(row["rate"])),
        interval, say(language, "n.times", n=int(row["count"])), say(language, "n.articles", n=int(row["articles"])),
        say(language, "share", share=number(row["share"], 1), total=number(row["articles_total"])),
        name(language, "note", row["note"]) if row["note"] else "",
    ], language)  # fmt: skip


def _labels(fig: Canvas, ends: list[tuple[float, str, str]], top: float, look: Look) -> int:
    """Write the names at the line ends, moved apart; returns the pixels they need at the right."""
    gap, last, width = GAP / PLOT * top, -1e9, 0
    for height, series, colour in sorted(ends):
        last = max(height, last + gap)
        text = display(series, look.language, 16)
        width = max(width, len(text))
        fig.add_annotation(
            x=1, xref="paper", xanchor="left", xshift=8, y=last, yref="y", text=text, showarrow=False,
            font={"color": look.palette.text, "size": 12}, bgcolor=soft(colour), borderpad=1,
        )  # fmt: skip
    return 18 + 8 * min(width, 18)
