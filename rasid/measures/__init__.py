"""Measures: a selection in, a documented table out; every number opens its evidence.

Each function takes the store and a `Selection` first. Tables are pandas frames with a fresh index;
columns, order and units stand in each docstring. Rates are per 10,000 word tokens in view.
"""

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
