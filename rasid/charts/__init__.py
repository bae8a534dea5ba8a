"""Figures: a measure's table in, a Plotly figure out; no queries, no dashboard.

Every figure function takes `(table, look, *, title="", caption="", ...)`, carries alt text in
`layout.meta["alt"]` and, as the first item of each mark's `customdata`, the code of the cell it counts
(`measures.Cell.from_code`; marks that stand for several cells join the codes by a line feed).
"""

from rasid.charts.base_map import base_map
from rasid.charts.bases import (
    base_by_outlet,
    base_by_role,
    base_over_time,
    base_ranking,
    comentions,
)
from rasid.charts.cloud import word_cloud
from rasid.charts.copies import copy_network
from rasid.charts.coverage import coverage
from rasid.charts.dispersion import dispersion
from rasid.charts.drift import drift
from rasid.charts.frames import frames_by_voice
from rasid.charts.keyness import keyness, keyness_between
from rasid.charts.look import Look, Palette, outlet_colour, outlet_colours, palette
from rasid.charts.quality import quality
from rasid.charts.similarity import similarity
from rasid.charts.terms import collocates, phrases, term_bars
from rasid.charts.text import display
from rasid.charts.trend import term_trend
from rasid.charts.voices import quantities, speakers_by_outlet

__all__ = [
    "Look", "Palette", "base_by_outlet", "base_by_role", "base_map", "base_over_time", "base_ranking",
    "collocates", "comentions", "copy_network", "coverage", "dispersion", "display", "drift",
    "frames_by_voice", "keyness", "keyness_between", "outlet_colour", "outlet_colours",
    "palette", "phrases", "quality", "quantities", "similarity", "speakers_by_outlet", "term_bars",
    "term_trend", "word_cloud",
]  # fmt: skip
