"""How sound the data in view is: one bar a fact."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.bars import Part, horizontal
from rasid.charts.cells import codes
from rasid.charts.look import Look
from rasid.charts.strings import name, say
from rasid.charts.text import number, paragraph
from rasid.charts.theme import nothing

OTHER_UNITS = ("problems", "cuts")


def quality(
    table: pd.DataFrame, look: Look, *, total: int = 0, title: str = "", caption: str = ""
) -> go.Figure:
    """Return a bar for each fact that counts articles, in the measure's order.

    Problems (inputs) and cuts (spans) are other units: on one axis they would dwarf the articles, so
    the page gives them as numbers.

    Args:
        table: `measures.quality`: check, count.
        look: The look.
        total: Articles in view, to say each number as a share of them too; 0 leaves the shares out.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    table = table[~table["check"].isin(OTHER_UNITS)] if not table.empty else table
    if table.empty:
        return nothing(look, "quality", title, caption)
    labels = [name(look.language, "quality", check) for check in table["check"]]
    hover = [
        paragraph([name(look.language, "quality.help", check), number(count)], look.language)
        for check, count in zip(table["check"], table["count"], strict=True)
    ]
    part = Part(table["count"].tolist(), codes(table, "quality"), hover, look.palette.accent,
                numbers=[_shared(int(n), total) for n in table["count"]])  # fmt: skip
    alt = say(look.language, "quality.alt", facts="; ".join(
        f"{label}: {count:,}" for label, count in zip(labels, table["count"], strict=True)))  # fmt: skip
    return horizontal(labels, [part], look, name="quality", alt=alt, title=title, caption=caption)


def _shared(n: int, total: int) -> str:
    if not n or not total:
        return number(n)
    share = (
        "<1" if 200 * n < total else number(100 * n / total)
    )  # "0%" beside a number would be none
    return f"{number(n)} ({share}%)"
