"""Where in each article a word stands: one row an article, one tick a hit."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from rasid.charts.canvas import Canvas, scatter
from rasid.charts.cells import keys, records
from rasid.charts.look import Look, outlet_colour
from rasid.charts.strings import say
from rasid.charts.text import display, paragraph
from rasid.charts.theme import even_height, finish, label_axis, label_width, nothing
from rasid.charts.voices import published
from rasid.measures.cells import Cell


def dispersion(
    table: pd.DataFrame,
    look: Look,
    *,
    term: str,
    articles: int = 25,
    title: str = "",
    caption: str = "",
) -> go.Figure:
    """Return a tick a hit, at its distance in characters from the article's beginning.

    Args:
        table: `measures.concordance`: article_key, outlet, title, start, node.
        look: The look.
        term: The expression that the concordance was made of.
        articles: Rows at most, those with the most hits.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "dispersion", title, caption)
    order = table["article_key"].value_counts().index[:articles].tolist()
    shown = table[table["article_key"].isin(order)]
    titles = dict(zip(table["article_key"], table["title"], strict=True))
    outlets = dict(zip(table["article_key"], table["outlet"], strict=True))
    labels = [display(titles[k] or outlets[k], look.language, label_width(look), 2) for k in order]
    hover = [
        paragraph([str(row["title"] or ""), str(row["outlet"]),
                   published(row, look),
                   f"… {row['before']} «{row['node']}» {row['after']} …"], look.language)
        for row in records(shown)
    ]  # fmt: skip
    fig = Canvas([scatter(
        x=shown["start"].tolist(), y=[order.index(k) for k in shown["article_key"]], mode="markers",
        customdata=keys(_code(term, row) for row in records(shown)), hovertext=hover, hoverinfo="text",
        cliponaxis=False,
        marker={"symbol": "line-ns", "size": 16,
                "line": {"width": 2.5, "color": [outlet_colour(look, o) for o in shown["outlet_id"]]}},
    )])  # fmt: skip
    end = max(int(shown["end"].max()), 200) * 1.03
    fig.update_xaxes(range=[end, 0] if look.rtl else [0, end], nticks=5, tickformat=",",
                     title={"text": display(say(look.language, "dispersion.axis"), look.language)})  # fmt: skip
    fig.update_yaxes(**{**label_axis(look, labels), "showgrid": True})
    alt = say(look.language, "dispersion.alt", n=len(shown), articles=len(order))
    return finish(fig, look, name="dispersion", alt=alt, height=even_height(labels, 30) + 62, title=title,
                  caption=caption)  # fmt: skip


def _code(term: str, row: dict[str, Any]) -> str:
    """Return the code of one hit of a term.

    A `query` cell counts all hits of its term in view; article and place, which measures pass over,
    let the page keep the one row of this tick.
    """
    place = (("article_key", int(row["article_key"])), ("start", int(row["start"])), ("term", term))
    return Cell("query", place).to_code()
