"""Colours: told apart by every eye, one an outlet whatever is selected, grey after the eighth."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from rasid import charts
from rasid.charts.look import (
    DARK,
    LIGHT,
    PATTERNS,
    SYMBOLS,
    Look,
    luminance,
    outlet_colour,
    readable_on,
)
from rasid.charts.matrix import shade
from tests.charts import figures, tables

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
EYES = {
    "normal": np.eye(3),
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
FLOORS = {"normal": 0.16, "deuteranopia": 0.10, "protanopia": 0.099, "tritanopia": 0.085}
TO_LMS = np.array([[0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
                   [0.0883024619, 0.2817188376, 0.6299787005]])  # fmt: skip
TO_LAB = np.array([[0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
                   [0.0259040371, 0.7827717662, -0.8086757660]])  # fmt: skip


def seen(colour: str, eye: str) -> np.ndarray:
    """Return the OKLab place (Ottosson 2020) of a colour as an eye sees it."""
    rgb = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return TO_LAB @ np.cbrt(TO_LMS @ np.clip(np.array(EYES[eye]) @ linear, 0, 1))


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_series_are_told_apart(theme: str, eye: str) -> None:
    series = charts.palette(Look("ar", theme)).series
    nearest = min(
        float(np.linalg.norm(seen(a, eye) - seen(b, eye))) for a, b in combinations(series, 2)
    )
    assert nearest >= FLOORS[eye]


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_text_stands_out(colours: charts.Palette) -> None:
    ground = luminance(colours.ground) + 0.05
    for ink in (colours.text, colours.muted):
        lighter, darker = sorted([luminance(ink) + 0.05, ground], reverse=True)
        assert lighter / darker >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_numbers_can_be_read_on_every_shade(theme: str) -> None:
    for step in range(101):
        fill = shade(Look("ar", theme), step / 100)
        ink, paper = luminance(readable_on(fill)) + 0.05, luminance(fill) + 0.05
        assert max(ink, paper) / min(ink, paper) >= 4.5


def test_at_most_eight_colours_each_with_a_shape() -> None:
    assert len(LIGHT.series) == len(DARK.series) == len(SYMBOLS) == len(PATTERNS) == 8
    assert len(set(SYMBOLS)) == 8


def test_outlet_keeps_its_colour_whatever_is_drawn() -> None:
    look = figures.look()
    found: dict[str, set[str]] = {}
    few = tables.coverage()
    for table in (
        few,
        few[few["outlet_id"].isin(["rt", "annahar"])],
        few[few["outlet_id"] == "rt"],
    ):
        for bar in charts.coverage(table, look).data:
            found.setdefault(bar.name, set()).add(bar.marker.color)
    assert len(found["\u2067RT Arabic\u2069"]) == 1
    assert found["\u2067RT Arabic\u2069"] == {outlet_colour(look, "rt")}


def test_ninth_outlet_and_unknown_ones_are_grey() -> None:
    look = figures.look()
    assert outlet_colour(look, figures.OUTLETS[8]) == outlet_colour(look, "nobody") == LIGHT.grey
    assert len(set(charts.outlet_colours(look).values())) == 9
