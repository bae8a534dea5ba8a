"""The bases on an outline of Iraq and its neighbours: no tiles, no request to anybody."""

from __future__ import annotations

import json
import math
from functools import cache

import pandas as pd
import plotly.graph_objects as go
from babel import Locale

from rasid.charts.bases import entity_names
from rasid.charts.canvas import Canvas
from rasid.charts.cells import codes, keys, records
from rasid.charts.look import Look
from rasid.charts.strings import say
from rasid.charts.text import display, number, paragraph, shorten
from rasid.charts.theme import finish, nothing
from rasid.settings import ASSETS

WINDOW = (38.4, 49.0, 28.9, 37.6)  # Iraq with a margin: west, east, south, north
REGION = (34.6, 52.0, 24.4, 38.6)
"""How far the window opens for bases beside Iraq, from the Syrian coast to the Gulf; those beyond are named below
it: opened to Aden or Ramstein it would show Iraq as a spot."""

PARALLEL = math.cos(math.radians(33.2))  # a degree of longitude is this share of one of latitude
NEIGHBOURS = {
    "IQ": ((43.2, 32.1),), "IR": ((49.6, 33.4), (47.6, 34.6)), "TR": ((40.0, 38.1), (42.6, 37.4)),
    "SY": ((37.9, 35.2), (39.6, 35.3)), "JO": ((36.6, 31.0), (38.9, 32.0)), "SA": ((43.5, 27.2), (42.5, 30.1)),
    "KW": ((47.75, 29.25),),
}  # fmt: skip
"""Where each country's name may stand: in a window that is open wide, and in that of Iraq alone."""

HEIGHT, WIDTH = (400, 620), (350, 900)
"""Pixels of the map on a phone and on a laptop."""

Box = tuple[float, float, float, float]
"""West, east, south, north of what a label or a disc covers, in degrees."""


@cache
def outlines() -> dict[str, tuple[tuple[float | None, ...], tuple[float | None, ...]]]:
    """Return the outline of each country (ISO code): longitudes and latitudes, rings parted by None."""
    path = ASSETS / "geo" / "iraq_region.geojson"
    found = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        x: list[float | None] = []
        y: list[float | None] = []
        for polygon in feature["geometry"]["coordinates"]:
            x += [point[0] for point in polygon[0]] + [None]
            y += [point[1] for point in polygon[0]] + [None]
        found[str(feature["properties"]["iso"])] = (tuple(x), tuple(y))
    return found


def base_map(
    table: pd.DataFrame, look: Look, *, labels: int = 16, title: str = "", caption: str = ""
) -> go.Figure:
    """Return a disc a base, its area as large as the count; bases far away and without coordinates are named below.

    Args:
        table: `measures.mentions`: names, lat, lon, count.
        look: The look.
        labels: How many bases are named on the map; the others say their name on hover.
        title: See `theme.finish`.
        caption: See `theme.finish`.
    """
    if table.empty:
        return nothing(look, "base_map", title, caption, "bases.empty")
    table = table.assign(base=entity_names(table, look))
    known = table["lat"].notna() & table["lon"].notna()
    west, east, south, north = REGION
    near = known & table["lon"].between(west, east) & table["lat"].between(south, north)
    placed = table[near]
    window = _window(placed)
    fig = Canvas()
    _land(fig, look)
    taken = _discs(fig, placed, look, labels, window) if len(placed) else []
    _countries(fig, look, window, taken)
    west, east, south, north = window
    fig.update_xaxes(visible=False, range=[west, east], constrain="domain")
    fig.update_yaxes(
        visible=False,
        range=[south, north],
        scaleanchor="x",
        scaleratio=1 / PARALLEL,
        constrain="domain",
        constraintoward="top",
    )
    bottom = 0
    for rest, key in (
        (table[known & ~near], "base_map.beyond"),
        (table[~known], "base_map.unplaced"),
    ):
        bottom += _named_below(fig, rest, key, look, bottom)
    alt = say(look.language, "base_map.alt", n=len(placed), first=str(table["base"].iloc[0]))
    return finish(fig, look, name="base_map", alt=alt, height=HEIGHT[not look.narrow] + bottom, title=title,
                  caption=caption, bottom=8 + bottom)  # fmt: skip


def _window(placed: pd.DataFrame) -> Box:
    west, east, south, north = WINDOW
    if len(placed):
        west, east = min(west, placed["lon"].min() - 0.6), max(east, placed["lon"].max() + 0.6)
        south, north = min(south, placed["lat"].min() - 0.6), max(north, placed["lat"].max() + 0.6)
    return west, east, south, north


def _scale(window: Box, look: Look) -> float:
    """Return the pixels of a degree of longitude: the whole window is seen."""
    west, east, south, north = window
    high = (HEIGHT[not look.narrow] - 40) / (north - south) * PARALLEL
    return min(high, WIDTH[not look.narrow] / (east - west))


def _land(fig: Canvas, look: Look) -> None:
    colours = look.palette
    for iso, (x, y) in outlines().items():
        fig.add_scatter(
            x=list(x), y=list(y), mode="lines", fill="toself", hoverinfo="skip", showlegend=False,
            fillcolor=colours.ramp[0] if iso == "IQ" else "rgba(128,128,128,0.06)",
            line={"color": colours.muted if iso == "IQ" else colours.grid, "width": 1.6 if iso == "IQ" else 1},
        )  # fmt: skip


def _countries(fig: Canvas, look: Look, window: Box, taken: list[Box]) -> None:
    """Name the countries where no base and no name of one stands."""
    west, east, south, north = window
    across = _scale(window, look)
    territories = Locale.parse(look.language).territories
    for iso, places in NEIGHBOURS.items():
        half, tall = 3.1 * len(territories[iso]) / across, 15 * PARALLEL / across
        for lon, lat in places:
            box = (lon - half, lon + half, lat - tall / 2, lat + tall / 2)
            inside = west <= box[0] and box[1] <= east and south <= box[2] and box[3] <= north
            if inside and not any(_overlap(box, other) for other in taken):
                fig.add_annotation(x=lon, y=lat, text=display(territories[iso], look.language), showarrow=False,
                                   font={"size": 11, "color": look.palette.muted}, opacity=0.8)  # fmt: skip
                break


def _discs(fig: Canvas, placed: pd.DataFrame, look: Look, labels: int, window: Box) -> list[Box]:
    """Draw the discs and their names; return what they cover."""
    most = float(placed["count"].max()) or 1.0
    sizes = [9 + 27 * math.sqrt(n / most) for n in placed["count"]]
    hover = [
        paragraph([row["base"], say(look.language, "n.times", n=int(row["count"])),
                   say(look.language, "n.articles", n=int(row["articles"]))], look.language)
        for row in records(placed)
    ]  # fmt: skip
    fig.add_scatter(
        x=placed["lon"].tolist(), y=placed["lat"].tolist(), mode="markers", customdata=keys(codes(placed, "mentions")),
        hovertext=hover, hoverinfo="text", cliponaxis=False,
        marker={"size": sizes, "color": look.palette.accent, "opacity": 0.72,
                "line": {"color": look.palette.ground, "width": 1.5}},
    )  # fmt: skip
    return _labels(fig, placed, sizes, look, labels, window)


LONG = 24
"""Letters of a name on the map."""

AROUND = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))
"""Where a name is tried: above its disc first, then below it, beside it, and off its corners."""

FURTHER = (0, 26, 52)
"""Pixels a name may stand away from its disc, with a line between them."""


def _labels(
    fig: Canvas, placed: pd.DataFrame, sizes: list[float], look: Look, labels: int, window: Box
) -> list[Box]:
    """Name the most mentioned base, and the next ones where the name covers no disc and no other name.

    Returns what discs and names cover.
    """
    west, east, south, north = window
    across = _scale(window, look)
    up = across / PARALLEL  # pixels of a degree of latitude
    discs = [
        (x - r / across, x + r / across, y - r / up, y + r / up)
        for x, y, r in zip(placed["lon"], placed["lat"], (s / 2 for s in sizes), strict=True)
    ]
    taken: list[Box] = []
    for row, size in zip(records(placed), sizes, strict=True):
        if len(taken) >= labels:
            break
        text = f"{_short(row['base'])} {number(row['count'])}"
        half, tall = 3.1 * len(text) / across, 15 / up
        for away, (right, above) in ((away, side) for away in FURTHER for side in AROUND):
            x = float(row["lon"]) + right * (
                half + (size / 2 + 3 + away) / across * (1 if not above else 0.6)
            )
            y = float(row["lat"]) + above * (size / 2 + 9 + away) / up * (1 if not right else 0.8)
            if right == 0:
                x = min(max(x, west + half), east - half)
            box = (x - half, x + half, y - tall / 2, y + tall / 2)
            inside = west <= box[0] and box[1] <= east and south <= box[2] and box[3] <= north
            below = 0 if right else above * tall / 2
            end = (x - right * half, y - below)
            lead = _line((float(row["lon"]), float(row["lat"])), end) if away else []
            free = not any(_overlap(box, other) for other in [*taken, *discs]) and not any(
                _overlap(dot, other) for dot in lead for other in taken
            )
            if not taken or (inside and free):
                taken.append(box)
                if away:
                    fig.add_scatter(
                        x=[float(row["lon"]), end[0]], y=[float(row["lat"]), end[1]], mode="lines",
                        hoverinfo="skip", showlegend=False, line={"color": look.palette.muted, "width": 1},
                    )  # fmt: skip
                fig.add_annotation(x=x, y=y, text=display(text, look.language), showarrow=False,
                                   font={"size": 11.5, "color": look.palette.text})  # fmt: skip
                break
    return [*taken, *discs]


def _line(start: tuple[float, float], end: tuple[float, float]) -> list[Box]:
    """Return dots along the line between a disc and its name."""
    steps = [step / 12 for step in range(13)]
    return [(x, x, y, y) for x, y in (
        (start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step) for step in steps
    )]  # fmt: skip


def _short(base: str) -> str:
    """Return a base's name without what stands behind it in brackets or after a comma."""
    name = base.split(" (")[0].split(",")[0]
    return shorten(name if len(base) > LONG else base, LONG)


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]


def _named_below(fig: Canvas, rest: pd.DataFrame, key: str, look: Look, above: int) -> int:
    """Name the bases that are not on the map; returns the pixels their lines take below `above`."""
    if rest.empty:
        return 0
    names = ("، " if look.rtl else ", ").join(
        f"{b} ({number(n)})" for b, n in zip(rest["base"], rest["count"], strict=True)
    )
    width = 52 if look.narrow else 120
    text = display(say(look.language, key, names=names), look.language, width, 3)
    edge, anchor = (1, "right") if look.rtl else (0, "left")
    fig.add_annotation(text=text, x=edge, xanchor=anchor, xref="paper", y=0, yref="paper", yanchor="top",
                       yshift=-6 - above, showarrow=False, align=anchor,
                       font={"size": 11, "color": look.palette.muted})  # fmt: skip
    return 15 * (text.count("<br>") + 1) + 6
