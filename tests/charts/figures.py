"""Every figure by name, drawn from a made-up table."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from rasid import charts
from rasid.charts import Look
from tests.charts import tables

Draw = Callable[..., go.Figure]

OUTLETS = tuple(outlet for outlet, _ in tables.outlets(46))


def _keyness_between(table: pd.DataFrame, look: Look, **more: str) -> go.Figure:
    return charts.keyness_between(table, look, name_a="<b>أ</b>", name_b="ب", **more)


def _dispersion(table: pd.DataFrame, look: Look, **more: str) -> go.Figure:
    return charts.dispersion(table, look, term="انسحاب", **more)


def _drift_by_outlet(table: pd.DataFrame, look: Look, **more: str) -> go.Figure:
    return charts.drift(table, look, by="outlet", events=tables.events(), **more)


def _frame_outlets(table: pd.DataFrame, look: Look, **more: str) -> go.Figure:
    return charts.frames_by_voice(table, look, rows="outlet", **more)


FIGURES: dict[str, tuple[Draw, Callable[[], pd.DataFrame]]] = {
    "coverage": (charts.coverage, tables.coverage),
    "quality": (charts.quality, tables.quality),
    "drift": (charts.drift, tables.drift),
    "drift_by_outlet": (_drift_by_outlet, tables.drift),
    "term_bars": (charts.term_bars, lambda: tables.frequency(20)),
    "word_cloud": (charts.word_cloud, lambda: tables.frequency(20)),
    "phrases": (charts.phrases, tables.phrases),
    "collocates": (charts.collocates, tables.collocates),
    "term_trend": (charts.term_trend, tables.trend),
    "keyness": (charts.keyness, tables.keyness),
    "keyness_between": (_keyness_between, tables.keyness),
    "similarity": (charts.similarity, tables.similarity),
    "frames": (charts.frames_by_voice, tables.frames),
    "frame_outlets": (_frame_outlets, tables.frames_by_voice),
    "base_ranking": (charts.base_ranking, tables.mentions),
    "base_by_outlet": (charts.base_by_outlet, tables.mentions_by_outlet),
    "base_over_time": (charts.base_over_time, tables.mentions_by_time),
    "base_by_role": (charts.base_by_role, tables.mentions_by_role),
    "base_map": (charts.base_map, tables.mentions),
    "comentions": (charts.comentions, tables.comentions),
    "speakers": (charts.speakers_by_outlet, tables.speakers),
    "quantities": (charts.quantities, tables.quantities),
    "copy_network": (charts.copy_network, tables.copy_network),
    "dispersion": (_dispersion, tables.concordance),
}


def look(language: str = "ar", theme: str = "light", *, narrow: bool = False) -> Look:
    return Look(language, theme, OUTLETS, narrow=narrow)


def draw(
    name: str, table: pd.DataFrame | None = None, *, at: Look | None = None, **more: str
) -> go.Figure:
    function, make = FIGURES[name]
    return function(make() if table is None else table, at or look(), **more)
