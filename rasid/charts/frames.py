"""Framing expressions by voice: what an outlet says itself, and what it quotes."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.bars import Part, Totals, horizontal
from rasid.charts.cells import codes
from rasid.charts.look import Look
from rasid.charts.strings import say
from rasid.charts.text import number, paragraph, quantity
from rasid.charts.theme import nothing


def frames_by_voice(
    table: pd.DataFrame,
    look: Look,
    *,
    rows: str = "frame",
    value: str = "count",
    names: Mapping[str, str] | None = None,
    title: str = "",
    caption: str = "",
) -> go.Figure:
    """Return stacked bars: the outlet's own voice plain, quoted voice hatched.

    Args:
        table: `measures.frames` (rows="frame"), or the rows of one frame of
            `measures.frames_by_voice` (rows="outlet").
        look: The look.
        rows: What a row is: "frame" or "outlet".
        value: How long a bar is: "count", or "rate" per 10,000 words of the outlet (rows="outlet").
        names: Names of the frames by `frame_id`, from the vocabulary; the id where one is missing.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty or not table["count"].sum():
        return nothing(look, "frames_by_voice", title, caption)
    language = look.language
    table = table[table["count"] > 0].sort_values([value, "count"], ascending=False, kind="stable")
    if rows == "frame":
        labels, measure = [(names or {}).get(str(f), str(f)) for f in table["frame_id"]], "frames"
    else:
        labels, measure = table["outlet"].tolist(), "frames_by_voice"
    return horizontal(labels, voices(table, labels, measure, look, value), look, name="frames_by_voice", title=title,
                     caption=caption, heading=say(language, f"axis.{value}"),
                     totals=whole(table, labels, measure, look, value),
                     alt=say(language, "frames.alt", own=number(table["own"].sum()),
                             quoted=number(table["quoted"].sum())))  # fmt: skip


def whole(
    table: pd.DataFrame, labels: list[str], measure: str, look: Look, value: str = "count"
) -> Totals:
    """Return the totals of bars split by voice: counts, or rates with their counts on hover."""
    language = look.language
    rates = (
        [say(language, "rate", rate=quantity(r)) for r in table["rate"]]
        if "rate" in table
        else [""] * len(table)
    )
    hover = [
        paragraph([label, say(language, "n.times", n=int(n)), say(language, "n.articles", n=int(a)), rate], language)
        for label, n, a, rate in zip(labels, table["count"], table["articles"], rates, strict=True)
    ]  # fmt: skip
    numbers = [quantity(v) for v in table["rate"]] if value == "rate" else ()
    return Totals(table[value].tolist(), codes(table, measure), hover, numbers)


def voices(
    table: pd.DataFrame, labels: list[str], measure: str, look: Look, value: str = "count"
) -> list[Part]:
    """Return the two parts of bars split by voice; the table has columns `own` and `quoted`.

    As rates they share the whole rate by their counts: the rates of each voice have denominators of their own
    (`rate_own`, `rate_quoted`) and do not add up.
    """
    colours, language = look.palette, look.language
    hatch = {
        "shape": "/",
        "fillmode": "overlay",
        "size": 7,
        "solidity": 0.3,
        "fgcolor": colours.ground,
    }
    parts = []
    for voice, colour, shape in (
        ("own", colours.series[0], {}),
        ("quoted", colours.series[1], hatch),
    ):
        spoken = say(language, f"voice.{voice}")
        hover = [
            paragraph([label, f"{spoken}: {number(n)}"], language)
            for label, n in zip(labels, table[voice], strict=True)
        ]
        parts.append(
            Part(
                (table[voice] * table[value] / table["count"]).tolist(),
                codes(table, measure, voice),
                hover,
                colour,
                name=spoken,
                pattern=shape,
            )
        )
    return parts
