"""Who is quoted by whom, and which numbers they give."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.bars import BESIDE, DIGIT, PLOT, Part, Totals, horizontal
from rasid.charts.canvas import Canvas, Trace, scatter
from rasid.charts.cells import codes, joined, keys, records
from rasid.charts.look import Look, outlet_colour, outlet_slot, pattern
from rasid.charts.strings import name, say
from rasid.charts.text import LRI, PDI, clean, display, escape, isolate, number, paragraph
from rasid.charts.theme import LINE, even_height, finish, label_axis, label_width, nothing
from rasid.charts.times import interval_text, short_interval
from rasid.charts.units import unit_name

CLAIMS = 40
"""Numbers drawn at most, the latest."""


def speakers_by_outlet(
    table: pd.DataFrame, look: Look, *, speakers: int = 20, title: str = "", caption: str = ""
) -> go.Figure:
    """Return a bar a speaker: statements, stacked by the outlet that reports them.

    Args:
        table: `measures.speakers` (with or without `by_outlet`).
        look: The look.
        speakers: Rows at most.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "speakers_by_outlet", title, caption, "speakers.empty")
    language = look.language
    order = (
        table.groupby("speaker_key", sort=False)["count"].sum().nlargest(speakers).index.tolist()
    )
    statements = int(table["count"].sum())
    table = table[table["speaker_key"].isin(order)]
    table = table.assign(code=codes(table, "speakers"))
    names = dict(zip(table["speaker_key"], table["speaker"], strict=True))
    labels = [str(names[key]) if key else say(language, "speaker.unknown") for key in order]
    totals = None
    if "outlet_id" not in table.columns:
        rows = table.set_index("speaker_key").loc[order]
        hover = [paragraph([label, say(language, "n.statements", n=int(n))], language)
                 for label, n in zip(labels, rows["count"], strict=True)]  # fmt: skip
        parts = [Part(rows["count"].tolist(), rows["code"].tolist(), hover, look.palette.accent,
                      numbers=[number(n) for n in rows["count"]])]  # fmt: skip
    else:
        parts = _by_outlet(table, order, labels, look)
        whole = (
            table.groupby("speaker_key")
            .agg(count=("count", "sum"), code=("code", joined))
            .loc[order]
        )
        hover = [paragraph([label, say(language, "n.statements", n=int(n))], language)
                 for label, n in zip(labels, whole["count"], strict=True)]  # fmt: skip
        totals = Totals(whole["count"].tolist(), whole["code"].tolist(), hover)
    alt = say(language, "speakers.alt", n=len(order), first=labels[0], value=number(statements))
    return horizontal(labels, parts, look, name="speakers_by_outlet", alt=alt, title=title, caption=caption,
                      heading=say(language, "axis.statements"), totals=totals)  # fmt: skip


def _by_outlet(table: pd.DataFrame, order: list[str], labels: list[str], look: Look) -> list[Part]:
    """Return a part for each outlet with a colour and one for all the others, outlet by outlet."""
    place = {outlet: i for i, outlet in enumerate(look.outlets)}
    slots = [8 if (own := outlet_slot(look, o)) is None else own for o in table["outlet_id"]]
    table = table.assign(slot=slots, place=[place.get(o, len(place)) for o in table["outlet_id"]])
    parts = []
    for slot, rows in table.sort_values("place", kind="stable").groupby("slot"):
        at = [order.index(key) for key in rows["speaker_key"]]
        hover = [
            paragraph([labels[i], str(outlet), say(look.language, "n.statements", n=int(n))], look.language)
            for i, outlet, n in zip(at, rows["outlet"], rows["count"], strict=True)
        ]  # fmt: skip
        grey = slot == 8
        parts.append(Part(
            rows["count"].tolist(), rows["code"].tolist(), hover, outlet_colour(look, rows["outlet_id"].iloc[0]),
            name=say(look.language, "others") if grey else str(rows["outlet"].iloc[0]),
            pattern=pattern(None if grey else int(str(slot)), look), rows=at,
        ))  # fmt: skip
    return parts


def quantities(
    table: pd.DataFrame, look: Look, *, rows: int = CLAIMS, title: str = "", caption: str = ""
) -> go.Figure:
    """Return a row a claim: from its low to its high end, hollow where the text is vague.

    Args:
        table: `measures.quantities`: low, high, approximate, who says it, disputed.
        look: The look.
        rows: Claims drawn at most (the latest); the table beside the chart holds all.
        title: See `theme.finish`.
        caption: See `theme.finish`.

    Returns:
        A logarithmic axis when the largest claim is over 50 times the smallest.
    """
    if table.empty:
        return nothing(look, "quantities", title, caption, "quantities.empty")
    shown = table.tail(rows).reset_index(drop=True)
    language = look.language
    labels = [_claimant(row, look) for row in records(shown)]
    low, high = shown["low"].clip(lower=0), shown["high"].clip(lower=0)
    logarithmic = float(high.max()) > 50 * max(float(low.min()), 1.0)
    at_low = [max(float(v), 1.0) if logarithmic else float(v) for v in low]
    at_high = [max(float(v), 1.0) if logarithmic else float(v) for v in high]
    colours = [look.palette.series[1] if d else look.palette.accent for d in shown["disputed"]]
    fig = Canvas()
    for place, (a, b, colour) in enumerate(zip(at_low, at_high, colours, strict=True)):
        if b > a:
            fig.add_shape(type="line", x0=a, x1=b, y0=place, y1=place, layer="below",
                          line={"color": colour, "width": 3,
                                "dash": "dot" if shown["approximate"][place] else "solid"})  # fmt: skip
    fig.add_trace(_ends(shown, at_low, at_high, colours, look, logarithmic))
    heading = say(language, "axis.number.log" if logarithmic else "axis.number")
    fig.update_xaxes(
        **_number_axis(at_low, at_high, look, logarithmic),
        title={"text": display(heading, language)},
    )
    fig.update_yaxes(**label_axis(look, labels))
    alt = say(
        language, "quantities.alt", n=len(shown), low=number(low.min()), high=number(high.max())
    )
    return finish(fig, look, name="quantities", alt=alt, height=even_height(labels, 2 * LINE + 6) + 80, title=title,
                  caption=caption, top=12)  # fmt: skip


def _ends(
    shown: pd.DataFrame,
    low: list[float],
    high: list[float],
    colours: list[str],
    look: Look,
    logarithmic: bool,
) -> Trace:
    """Return the marks: both ends of a range, one mark for a single value.

    The text stands beyond the high end, or before the low one where there is no room for it.
    """
    bounds = (min(low), max(high)) if logarithmic else (0.0, max(high))
    x: list[float] = []
    y: list[int] = []
    fills, lines, symbols, texts, sides, hovers, code = [], [], [], [], [], [], []
    for place, (row, key) in enumerate(
        zip(records(shown), codes(shown, "quantities"), strict=True)
    ):
        hover, vague = _hover(row, look), bool(row["approximate"])
        for end in dict.fromkeys((low[place], high[place])):
            x.append(end)
            y.append(place)
            fills.append(look.palette.ground if vague else colours[place])
            lines.append(colours[place])
            symbols.append("diamond" if row["disputed"] else "circle")
            ends = (
                _share(low[place], bounds, logarithmic),
                _share(high[place], bounds, logarithmic),
            )
            text, near = _beside(row, ends, look)
            here = end == (high if near else low)[place]
            texts.append(f"  {isolate(text, look.language)}  " if here else "")
            sides.append(
                ("left" if look.rtl else "right") if near else ("right" if look.rtl else "left")
            )
            hovers.append(hover)
            code.append(key)
    return scatter(
        x=x, y=y, mode="markers+text", text=texts, textposition=[f"middle {side}" for side in sides],
        customdata=keys(code), hovertext=hovers, hoverinfo="text", cliponaxis=False, textfont={"size": 12},
        marker={"size": 11, "color": fills, "symbol": symbols, "line": {"color": lines, "width": 2}},
    )  # fmt: skip


def _number_axis(
    low: list[float], high: list[float], look: Look, logarithmic: bool
) -> dict[str, Any]:
    bottom, top = min(low), max(high) or 1.0
    if logarithmic:
        ends = [math.floor(math.log10(max(bottom, 1.0))), math.log10(top) + 0.2]
        ticks = [10**p for p in range(int(ends[0]), math.ceil(ends[1]) + 1)]
        ticks = ticks[:: 2 if len(ticks) > 5 else 1]
        return {"type": "log", "range": ends[::-1] if look.rtl else ends, "tickvals": ticks,
                "ticktext": [number(t) for t in ticks]}  # fmt: skip
    span = [0.0, top * 1.08]
    return {"range": span[::-1] if look.rtl else span, "nticks": 5, "tickformat": ","}


def _share(value: float, bounds: tuple[float, float], logarithmic: bool) -> float:
    """Return how far along the axis a value lies, 0 to 1."""
    low, high = bounds
    if logarithmic:
        low, high, value = (
            math.floor(math.log10(max(low, 1.0))),
            math.log10(high),
            math.log10(value),
        )
    return (value - low) / ((high - low) or 1.0)


def _value(row: dict[str, Any]) -> str:
    low, high = float(row["low"]), float(row["high"])
    text = number(low, 1) if low == high else f"{number(low, 1)}–{number(high, 1)}"
    return f"≈ {text}" if row["approximate"] else text


def _beside(row: dict[str, Any], ends: tuple[float, float], look: Look) -> tuple[str, bool]:
    """Return a mark's text, without the unit where neither side holds it, and whether it stands beyond the high end.

    `ends` are the shares of the axis at which the claim begins and ends.
    """
    unit = _unit(row, look.language)
    needs = len(f"{_value(row)} {unit}") * DIGIT + BESIDE[True]
    before, after = ends[0] * PLOT[look.narrow], (1 - ends[1]) * PLOT[look.narrow]
    return _counted(row, unit if needs <= max(before, after) else ""), after >= min(needs, before)


def _counted(row: dict[str, Any], unit: str) -> str:
    """Return the number with its unit; a range keeps its order within a line of Arabic."""
    approximate, _, figure = _value(row).rpartition(" ")
    parts = (approximate, f"{LRI}{figure}{PDI}", escape(clean(unit)))
    return " ".join(part for part in parts if part)


def _unit(row: dict[str, Any], language: str) -> str:
    return unit_name(_text(row["unit"]), language, float(row["high"]))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def published(row: dict[str, Any], look: Look) -> str:
    """Return when the row's article was published, in words; "undated" when nothing is known."""
    when = interval_text(row["published_from"], row["published_to"], look.language)
    return when or say(look.language, "lane.undated")


def _claimant(row: dict[str, Any], look: Look) -> str:
    """Return the row label: who says it (or the outlet), and when it was published."""
    who = _text(row["speaker"]) or _text(row["outlet"])
    when = short_interval(row["published_from"], row["published_to"], look.language)
    when = when or say(look.language, "lane.undated")
    return (
        display(who, look.language, label_width(look))
        + "<br>"
        + display(when, look.language, label_width(look) + 6)
    )


def _hover(row: dict[str, Any], look: Look) -> str:
    language = look.language
    return paragraph([
        f"{_value(row)} {_unit(row, language)} («{row['surface']}»)", _text(row["entity"]), _text(row["side"]),
        _text(row["speaker"]) or say(language, "speaker.unknown"), _text(row["outlet"]),
        published(row, look),
        say(language, "quantities.disputed") if row["disputed"] else "",
        name(language, "about", _text(row["about"])),
    ], language)  # fmt: skip
