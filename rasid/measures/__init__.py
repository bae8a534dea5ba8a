"""Measures: a selection in, a documented table out; every number opens its evidence.

A measure is imported when it is first asked for: all of them together, with what compiles their expressions,
take half a second, and the first chart needs none of that.

Each function takes the store and a `Selection` first. Tables are pandas frames with a fresh index;
columns, order and units stand in each docstring. Rates are per 10,000 word tokens in view.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from rasid.measures.cells import Cell, cell, countable, measures_with_cells
    from rasid.measures.collocates import collocates
    from rasid.measures.concordance import SORTS, HitCount, concordance, count_hits
    from rasid.measures.copies import copies, copy_network
    from rasid.measures.coverage import (
        Summary,
        coverage,
        date_histogram,
        outlet_counts,
        quality,
        summary,
    )
    from rasid.measures.evidence import evidence, evidence_count
    from rasid.measures.frames import frames, frames_by_voice
    from rasid.measures.frequency import forms, frequency
    from rasid.measures.keyness import keyness, keyness_between
    from rasid.measures.mentions import (
        comentions,
        mentions,
        mentions_by_outlet,
        mentions_by_role,
        mentions_by_time,
        surfaces,
    )
    from rasid.measures.phrases import phrases
    from rasid.measures.promises import drift, drift_counts, drift_summary
    from rasid.measures.quantities import disagreements, quantities
    from rasid.measures.query import QueryError, matches, parse
    from rasid.measures.reading import article_cuts, highlights, read_article
    from rasid.measures.scope import GRAINS
    from rasid.measures.similarity import similarity
    from rasid.measures.terms import multiword_terms
    from rasid.measures.trend import dispersion, trend
    from rasid.measures.voices import speakers, statements

__all__ = [
    "GRAINS",
    "SORTS",
    "Cell",
    "HitCount",
    "QueryError",
    "Summary",
    "article_cuts",
    "cell",
    "collocates",
    "comentions",
    "concordance",
    "copies",
    "copy_network",
    "count_hits",
    "countable",
    "coverage",
    "date_histogram",
    "disagreements",
    "dispersion",
    "drift",
    "drift_counts",
    "drift_summary",
    "evidence",
    "evidence_count",
    "forms",
    "frames",
    "frames_by_voice",
    "frequency",
    "highlights",
    "keyness",
    "keyness_between",
    "matches",
    "measures_with_cells",
    "mentions",
    "mentions_by_outlet",
    "mentions_by_role",
    "mentions_by_time",
    "multiword_terms",
    "outlet_counts",
    "parse",
    "phrases",
    "quality",
    "quantities",
    "read_article",
    "similarity",
    "speakers",
    "statements",
    "summary",
    "surfaces",
    "trend",
]

_MEASURES: Final = {
    "cells": "Cell cell countable measures_with_cells",
    "collocates": "collocates",
    "concordance": "SORTS HitCount concordance count_hits",
    "copies": "copies copy_network",
    "coverage": "Summary coverage date_histogram outlet_counts quality summary",
    "evidence": "evidence evidence_count",
    "frames": "frames frames_by_voice",
    "frequency": "forms frequency",
    "keyness": "keyness keyness_between",
    "mentions": "comentions mentions mentions_by_outlet mentions_by_role mentions_by_time surfaces",
    "phrases": "phrases",
    "promises": "drift drift_counts drift_summary",
    "quantities": "disagreements quantities",
    "query": "QueryError matches parse",
    "reading": "article_cuts highlights read_article",
    "scope": "GRAINS",
    "similarity": "similarity",
    "terms": "multiword_terms",
    "trend": "dispersion trend",
    "voices": "speakers statements",
}
"""What each module of this package gives to the outside."""

_HOME: Final = {name: module for module, names in _MEASURES.items() for name in names.split()}


class _Package(ModuleType):
    """This package: `coverage` is the measure, though a module of that name lies in it."""

    def __getattr__(self, name: str) -> Any:
        """Import a measure: Python asks here only for what is missing."""
        if name not in _HOME:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{self.__name__}.{_HOME[name]}"), name)
        setattr(self, name, value)
        return value

    def __setattr__(self, name: str, value: Any) -> None:
        """Take the measure where Python, after an import, would put the module of the same name."""
        if isinstance(value, ModuleType) and _HOME.get(name) == name:
            value = getattr(value, name)
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
