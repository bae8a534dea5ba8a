"""What surrounds the marks: title, caption, margins, axes, hover, alt text; the same in every figure."""

from __future__ import annotations

from typing import Any, Final

import plotly.graph_objects as go

from rasid.charts.canvas import Canvas
from rasid.charts.look import FONT, Look, fade
from rasid.charts.strings import say
from rasid.charts.text import BREAK, display, phrases

SIZE: Final = 13
TITLE_WIDTH: Final = 42  # characters that fit on 390 pixels at 17 pixels a letter
CAPTION_WIDTH: Final = 58
LABEL_WIDTH: Final = 22  # an axis label: 22 characters are about 150 of the 390 pixels of a phone
LABEL_WIDTH_WIDE: Final = 30  # and about 205 of a laptop's 900
LEGEND_WIDTH: Final = 18
LEGEND_WIDTH_WIDE: Final = 30
FEW: Final = 5  # a count up to which every tick is a whole number
LINE: Final = 17  # pixels a line of labels takes


def finish(
    fig: Canvas,
    look: Look,
    *,
    name: str,
    alt: str,
    height: int,
    title: str = "",
    caption: str = "",
    legend: bool = False,
    top: int = 8,
    bottom: int = 8,
    sides: tuple[int, int] = (10, 10),
) -> go.Figure:
    """Return the figure with the shared layout on it.

    Args:
        fig: Traces and axes already set.
        look: Language, theme, colours.
        name: Stable name of the figure: tests, file names and downloads use it.
        alt: What a screen reader says, in the look's language, raw.
        height: Height in pixels without title and caption.
        title: Drawn above the marks when given, raw text.
        caption: Selection, number of articles, fingerprint and date, raw text; drawn under the title.
        legend: Whether the traces' names are shown, below the marks.
        top: Room between title and marks, in pixels.
        bottom: Room under the axis labels, in pixels.
        sides: Room at the left and at the right, in pixels; axis labels make more by themselves.

    Returns:
        The figure; `layout.meta` holds `name` and `alt`.
    """
    colours = look.palette
    block, extra = title_block(look, title, caption)
    fig.update_layout(
        **({"title": block} if block else {}),
        height=height + extra,
        margin={"l": sides[0], "r": sides[1], "t": top + extra, "b": bottom, "pad": 4, "autoexpand": True},
        font={"family": FONT, "size": 12 if look.narrow else SIZE, "color": colours.text},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        colorway=list(colours.series),
        showlegend=legend,
        legend=_legend(look),
        hoverlabel={
            "align": "right" if look.rtl else "left", "bgcolor": colours.ground, "namelength": 0,
            "bordercolor": colours.muted, "font": {"family": FONT, "color": colours.text, "size": 13},
        },
        dragmode=False,
        hovermode="closest",
        bargap=0.28,
        meta={"name": name, "alt": alt},
        modebar={"bgcolor": "rgba(0,0,0,0)", "color": colours.muted},
    )  # fmt: skip
    fig.default(_axis(look))
    return fig.figure()


def title_block(look: Look, title: str, caption: str) -> tuple[dict[str, Any] | None, int]:
    """Return `layout.title` and the pixels it takes at the top; (None, 0) when both are empty."""
    if not title and not caption:
        return None, 0
    colours = look.palette
    head = display(title, look.language, TITLE_WIDTH, 3) if title else ""
    foot = phrases(caption, look.language, CAPTION_WIDTH) if caption else ""
    lines, small = (head.count(BREAK) + 1 if head else 0), (foot.count(BREAK) + 1 if foot else 0)
    rise = 14 if lines > 1 else 0  # Plotly lifts a title of several lines by about one line
    edge, anchor = (1, "right") if look.rtl else (0, "left")
    block: dict[str, Any] = {
        "text": head, "x": edge, "xanchor": anchor, "xref": "container", "yref": "container",
        "y": 1, "yanchor": "top", "pad": {"t": 10 + rise, "l": 10, "r": 10},
        "font": {"family": FONT, "size": 17, "color": colours.text, "weight": 600},
        "subtitle": {"text": foot, "font": {"family": FONT, "size": 11, "color": colours.muted}},
    }  # fmt: skip
    return block, 16 + rise + 23 * lines + 15 * small


def _legend(look: Look) -> dict[str, Any]:
    edge, anchor = (1, "right") if look.rtl else (0, "left")
    return {
        "orientation": "h", "x": edge, "xanchor": anchor, "xref": "container", "yref": "container",
        "y": 0, "yanchor": "bottom", "font": {"size": 12}, "itemsizing": "constant",
        "tracegroupgap": 0, "traceorder": "normal", "bgcolor": "rgba(0,0,0,0)", "itemclick": False,
        "itemdoubleclick": False,
    }  # fmt: skip


def _axis(look: Look) -> dict[str, Any]:
    colours = look.palette
    return {
        "automargin": True, "gridcolor": colours.grid, "linecolor": colours.grid, "zeroline": False,
        "tickfont": {"color": colours.text}, "fixedrange": True,
        "title": {"font": {"size": 12, "color": colours.muted}, "standoff": 8},
    }  # fmt: skip


def nothing(
    look: Look, name: str, title: str = "", caption: str = "", key: str = "empty"
) -> go.Figure:
    """Return the figure that says why there is nothing to draw; `key` names its sentence."""
    text = say(look.language, key)
    fig = Canvas()
    fig.add_annotation(
        text=display(text, look.language, 40, 4), x=0.5, y=0.5, xref="paper", yref="paper",
        showarrow=False, font={"size": 14, "color": look.palette.muted},
    )  # fmt: skip
    fig.update_xaxes(visible=False)
    fig.update_yaxes(visible=False)
    return finish(fig, look, name=name, alt=text, height=150, title=title, caption=caption)


def whole_ticks(top: float, ticks: int) -> dict[str, Any]:
    """Return about how many ticks an axis has; up to a small count `top` one a whole, for none is half."""
    return {"dtick": 1} if 0 <= top <= FEW and float(top).is_integer() else {"nticks": ticks}


def value_axis(look: Look, top: float, heading: str = "", room: float = 1.16) -> dict[str, Any]:
    """Return the axis along which bars grow: leftwards in Arabic; `room` leaves space for numbers."""
    end = (top or 1) * room
    return {
        "range": [end, 0] if look.rtl else [0, end], **whole_ticks(top, 5), "tickformat": ",~r" if top < 10 else ",",
        "title": {"text": display(heading, look.language) if heading else ""}, "showgrid": True,
    }  # fmt: skip


def label_axis(look: Look, labels: list[str], **more: Any) -> dict[str, Any]:
    """Return the axis that names rows, first row on top, on the side where reading starts."""
    return {
        "tickvals": list(range(len(labels))), "ticktext": labels, "showgrid": False,
        "range": [len(labels) - 0.5, -0.5], "side": "right" if look.rtl else "left",
        "ticklabelstandoff": 4, **more,
    }  # fmt: skip


def label_width(look: Look) -> int:
    """Return the letters a line of an axis label may have."""
    return LABEL_WIDTH if look.narrow else LABEL_WIDTH_WIDE


def legend_width(look: Look) -> int:
    """Return the letters a name in the legend may have."""
    return LEGEND_WIDTH if look.narrow else LEGEND_WIDTH_WIDE


def even_height(labels: list[str], row: int = 26) -> int:
    """Return the pixels for rows of one height, the tallest label's: what a linear axis needs."""
    tallest = max((label.count(BREAK) + 1 for label in labels), default=1)
    return len(labels) * max(row, LINE * tallest + 6)


def legend_room(entries: int) -> int:
    """Return the pixels a legend takes on a phone, where two names (`LEGEND_WIDTH`) stand side by side."""
    return 12 + 19 * ((entries + 1) // 2)


def soft(colour: str) -> str:
    """Return a colour thinned for areas and intervals behind a line."""
    return fade(colour, 0.18)
