"""The word cloud, drawn as text marks: every word can be clicked and is exported like any other mark.

Where the words lie is worked out by `wordcloud` with the font that the browser draws; the letters are
joined by the browser. The server only measures: with raqm (Pillow's shaping, which needs the system's
libfribidi) the true width, without it that of the unjoined letters, which is larger: the words then
stand further apart, and nothing is drawn wrong. So no reshaping of our own is needed.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from fontpkg_ibm_plex_sans_arabic import __file__ as font_module

from rasid.charts.canvas import Canvas, Trace, scatter
from rasid.charts.cells import codes, keys, records
from rasid.charts.look import Look, mix
from rasid.charts.strings import say
from rasid.charts.text import clean, display, paragraph
from rasid.charts.theme import finish, nothing

FONT_FILE = Path(font_module).parent / "files" / "IBMPlexSansArabic-Medium.ttf"
WIDE, NARROW = (700, 430), (310, 430)
"""Pixels of the drawing on a laptop and on a phone: letters keep their size when a figure is stretched, so
a drawing may be shown wider than it was laid out, never narrower."""

Placed = tuple[str, int, float, float]
"""A word, its size in pixels, and the place of its middle (x from the left, y from the top)."""


def word_cloud(
    table: pd.DataFrame, look: Look, *, words: int = 90, title: str = "", caption: str = ""
) -> go.Figure:
    """Return the most frequent terms, each as large as its count.

    Args:
        table: `measures.frequency`: display, count, articles.
        look: The look; `narrow` chooses the drawing for a phone.
        words: How many terms at most.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    top = table[table["count"] > 0].head(words) if not table.empty else table
    if top.empty:
        return nothing(look, "word_cloud", title, caption)
    shown = [clean(text)[:28] for text in top["display"]]
    size = NARROW if look.narrow else WIDE
    counts = dict(zip(shown, (int(n) for n in top["count"]), strict=True))
    placed = {word: (px, x, y) for word, px, x, y in place(tuple(counts.items()), size)}
    rows = [
        row
        for row in records(top.assign(shown=shown, code=codes(top, "frequency")))
        if row["shown"] in placed
    ]
    fig = Canvas([_words(rows, placed, look)])
    fig.update_xaxes(visible=False, range=[0, size[0]])
    fig.update_yaxes(visible=False, range=[size[1], 0])
    alt = say(
        look.language,
        "word_cloud.alt",
        n=len(rows),
        words="، ".join(shown[:10]) if look.rtl else ", ".join(shown[:10]),
    )
    return finish(
        fig, look, name="word_cloud", alt=alt, height=size[1] + 16, title=title, caption=caption
    )


def _words(
    rows: list[dict[str, Any]], placed: dict[str, tuple[int, float, float]], look: Look
) -> Trace:
    colours = look.palette
    most = max(int(row["count"]) for row in rows)
    hover = [
        paragraph([
            row["shown"], say(look.language, "n.times", n=int(row["count"])),
            say(look.language, "n.articles", n=int(row["articles"])),
        ], look.language)
        for row in rows
    ]  # fmt: skip
    return scatter(
        x=[placed[row["shown"]][1] for row in rows], y=[placed[row["shown"]][2] for row in rows],
        mode="markers+text", text=[display(row["shown"], look.language) for row in rows],
        textfont={
            "size": [placed[row["shown"]][0] for row in rows], "weight": 500,
            "color": [mix(colours.muted, colours.accent, (int(row["count"]) / most) ** 0.5) for row in rows],
        },
        marker={"size": [max(14, placed[row["shown"]][0]) for row in rows], "color": "rgba(0,0,0,0)",
                "line": {"width": 0}},
        textposition="middle center", customdata=keys(row["code"] for row in rows), hovertext=hover, hoverinfo="text",
        cliponaxis=False, unselected={"textfont": {"color": colours.muted}},
    )  # fmt: skip


@lru_cache(maxsize=32)
def place(counts: tuple[tuple[str, int], ...], size: tuple[int, int]) -> tuple[Placed, ...]:
    """Return where each word lies; the same words always lie the same (about 0.3 s for 90 words).

    Args:
        counts: Words and counts, most frequent first.
        size: Width and height in pixels.
    """
    # Here: Pillow and matplotlib take half a second to import, which other pages need not pay.
    from PIL import Image, ImageDraw, ImageFont
    from wordcloud import WordCloud

    cloud = WordCloud(
        font_path=str(FONT_FILE), width=size[0], height=size[1], prefer_horizontal=1.0, margin=4,
        max_words=len(counts), min_font_size=11, max_font_size=64 if size[0] > 500 else 44, relative_scaling=0.55,
        random_state=7,
    )  # fmt: skip
    cloud.generate_from_frequencies({word: float(n) for word, n in counts})
    pen = ImageDraw.Draw(Image.new("L", (1, 1)))
    placed = []
    for (word, _), px, (top, left), _, _ in cloud.layout_:
        font = ImageFont.truetype(str(FONT_FILE), px)
        above = -pen.textbbox((0, 0), word, font=font, anchor="ls")[1]
        # Plotly writes the baseline a quarter of the letter size below the point it is given.
        placed.append(
            (word, int(px), left + pen.textlength(word, font) / 2, top + above - 0.25 * px)
        )
    return tuple(placed)
