"""The look every figure shares: language, colours, one colour an outlet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

FONT: Final = "IBM Plex Sans Arabic, sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one theme, as `#rrggbb`."""

    text: str
    muted: str
    grid: str
    ground: str  # what lies under the figure: the page; the figure itself is transparent
    accent: str
    series: tuple[str, ...]  # at most 8; told apart also without red, without green, without blue
    grey: str  # everything after the eighth
    ramp: tuple[str, str, str]  # nothing to much


# The series were searched for: the smallest distance (OKLab) between any two of them and grey is
# 0.18 for full colour vision, 0.11 for deuteranopia and protanopia, 0.087 for tritanopia
# (Okabe and Ito's eight: 0.076 for deuteranopia). tests/charts/test_look.py holds them to it.
LIGHT: Final = Palette(
    text="#1F2328", muted="#59636E", grid="#E4E7EB", ground="#FFFFFF", accent="#0B6E6E",
    series=("#0B6E6E", "#FBA254", "#2939AA", "#B950B2", "#768B09", "#3893FE", "#AA1A0D", "#512D42"),
    grey="#9AA0A6", ramp=("#F3F6F6", "#7DB8B5", "#0B4F54"),
)  # fmt: skip
DARK: Final = Palette(
    text="#E8EAED", muted="#A3ABB3", grid="#30363D", ground="#14171A", accent="#2BB3A9",
    series=("#2BB3A9", "#F08A4B", "#4761D5", "#ECBFD7", "#98E767", "#9E98FA", "#C03325", "#70506C"),
    grey="#7C838A", ramp=("#1B2024", "#1F7F7C", "#9BE8DF"),
)  # fmt: skip

PATTERNS: Final = ("", "/", "", "\\", ".", "", "x", "")
"""A hatching for the colours that lie closest, so that no bar is told by colour alone."""

SYMBOLS: Final = (
    "circle",
    "diamond",
    "square",
    "triangle-up",
    "cross",
    "triangle-down",
    "x",
    "star",
)
"""A shape for each colour, for marks in a scatter plot."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a figure is to look; the same value for every figure of a page.

    language is "ar" (bars grow leftwards, labels stand right) or "en"; theme "light" or "dark"; outlets
    holds all outlet ids of the store, most articles first: it fixes each outlet's colour; narrow
    says that the screen is a phone's.
    """

    language: str = "ar"
    theme: str = "light"
    outlets: tuple[str, ...] = ()
    narrow: bool = False

    @property
    def rtl(self) -> bool:
        """True when a reader starts at the right."""
        return self.language == "ar"

    @property
    def palette(self) -> Palette:
        """The colours of the theme."""
        return palette(self)


def palette(look: Look) -> Palette:
    """Return the colours of the look's theme."""
    return DARK if look.theme == "dark" else LIGHT


@lru_cache(maxsize=64)
def slots(outlets: tuple[str, ...]) -> dict[str, int]:
    """Return the colour slot of the first eight outlets; the others have none."""
    return {outlet: slot for slot, outlet in enumerate(outlets[: len(LIGHT.series)])}


def outlet_slot(look: Look, outlet_id: str) -> int | None:
    """Return the outlet's colour slot (0–7), None for grey; it does not depend on the selection."""
    return slots(look.outlets).get(outlet_id)


def outlet_colour(look: Look, outlet_id: str) -> str:
    """Return the outlet's colour: the same in every chart of the store, grey after the eighth."""
    slot = outlet_slot(look, outlet_id)
    colours = look.palette
    return colours.grey if slot is None else colours.series[slot]


def outlet_colours(look: Look) -> dict[str, str]:
    """Return the colour of every outlet of the store."""
    return {outlet: outlet_colour(look, outlet) for outlet in look.outlets}


def pattern(slot: int | None, look: Look) -> dict[str, object]:
    """Return the hatching of a slot as a Plotly `marker.pattern`; grey is dotted."""
    shape = "." if slot is None else PATTERNS[slot % len(PATTERNS)]
    return {"shape": shape, "fillmode": "overlay", "size": 6, "solidity": 0.16,
            "fgcolor": look.palette.ground}  # fmt: skip


def symbol(slot: int | None) -> str:
    """Return the marker shape of a slot; grey is an open circle."""
    return "circle-open" if slot is None else SYMBOLS[slot % len(SYMBOLS)]


def fade(colour: str, opacity: float) -> str:
    """Return `#rrggbb` as `rgba(...)` with the given opacity."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"


def mix(low: str, high: str, share: float) -> str:
    """Return the colour that lies `share` (0–1) of the way from one `#rrggbb` to another."""
    pairs = [(int(low[i : i + 2], 16), int(high[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` (WCAG 2.2)."""
    linear = []
    for i in (1, 3, 5):
        part = int(colour[i : i + 2], 16) / 255
        linear.append(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def readable_on(colour: str) -> str:
    """Return black or white, whichever stands out more: at least 4.5 to 1 on any colour (WCAG 2.2)."""
    return "#FFFFFF" if luminance(colour) < 0.179 else "#000000"
