"""Words and phrases as ranked bars: the terms of a selection, its phrases, the company a word keeps."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.bars import Part, horizontal
from rasid.charts.cells import codes, records
from rasid.charts.look import Look
from rasid.charts.strings import say
from rasid.charts.text import number, paragraph, quantity
from rasid.charts.theme import nothing


def term_bars(
    table: pd.DataFrame, look: Look, *, value: str = "count", title: str = "", caption: str = ""
) -> go.Figure:
    """Return a bar a term, in the order of the table.

    Args:
        table: `measures.frequency`: display, count, rate, articles, dispersion.
        look: The look.
        value: What the bar is as long as: "count", "rate" (per 10,000 words) or "articles".
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "term_bars", title, caption)
    language = look.language
    hover = [
        paragraph([
            str(row["display"]), say(language, "n.times", n=int(row["count"])),
            say(language, "n.articles", n=int(row["articles"])),
            say(language, "rate", rate=quantity(row["rate"])),
            say(language, "dispersion", value=number(row["dispersion"], 2)),
        ], language)
        for row in records(table)
    ]  # fmt: skip
    column = "articles" if value == "articles" else "count"
    numbers = [quantity(v) if value == "rate" else number(v) for v in table[value]]
    part = Part(
        table[value].tolist(),
        codes(table, "frequency", column),
        hover,
        look.palette.accent,
        numbers=numbers,
    )
    alt = say(
        language, "term_bars.alt", n=len(table), first=table["display"].iloc[0], value=numbers[0]
    )
    return horizontal(table["display"].tolist(), [part], look, name="term_bars", alt=alt, title=title,
                      caption=caption, heading=say(language, f"axis.{value}"))  # fmt: skip


def phrases(table: pd.DataFrame, look: Look, *, title: str = "", caption: str = "") -> go.Figure:
    """Return a bar a phrase.

    Args:
        table: `measures.phrases`: phrase, count, articles, log_dice.
        look: The look.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "phrases", title, caption)
    language = look.language
    hover = [
        paragraph([
            str(row["phrase"]), say(language, "n.times", n=int(row["count"])),
            say(language, "n.articles", n=int(row["articles"])), f"logDice {number(row['log_dice'], 2)}",
        ], language)
        for row in records(table)
    ]  # fmt: skip
    numbers = [number(n) for n in table["count"]]
    part = Part(
        table["count"].tolist(),
        codes(table, "phrases"),
        hover,
        look.palette.accent,
        numbers=numbers,
    )
    alt = say(
        language, "phrases.alt", n=len(table), first=table["phrase"].iloc[0], value=numbers[0]
    )
    return horizontal(table["phrase"].tolist(), [part], look, name="phrases", alt=alt, title=title,
                      caption=caption, heading=say(language, "axis.count"))  # fmt: skip


def collocates(table: pd.DataFrame, look: Look, *, title: str = "", caption: str = "") -> go.Figure:
    """Return a bar a collocate, as long as its logDice (Rychlý 2008); its count stands at the end.

    Args:
        table: `measures.collocates`: display, count, count_before, count_after, log_dice, mi.
        look: The look.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "collocates", title, caption, "collocates.empty")
    language = look.language
    hover = [
        paragraph([
            str(row["display"]), say(language, "n.times", n=int(row["count"])),
            say(language, "collocates.sides", before=int(row["count_before"]), after=int(row["count_after"])),
            f"logDice {number(row['log_dice'], 2)} · MI {number(row['mi'], 2)}",
        ], language)
        for row in records(table)
    ]  # fmt: skip
    values = table["log_dice"].clip(lower=0).tolist()
    numbers = [
        f"{score:.1f} · {say(language, 'n.times', n=int(count))}"
        for score, count in zip(table["log_dice"], table["count"], strict=True)
    ]
    part = Part(values, codes(table, "collocates"), hover, look.palette.accent, numbers=numbers)
    alt = say(
        language, "collocates.alt", n=len(table), first=table["display"].iloc[0], value=numbers[0]
    )
    return horizontal(table["display"].tolist(), [part], look, name="collocates", alt=alt, title=title,
                      caption=caption, heading=say(language, "collocates.axis"))  # fmt: skip
