"""Quantities named in a text: value or range, how sure, what is counted.

`find_quantities` is the finder; `units` knows the counted nouns (`assets/lexicon/units.tsv`), `context` the words
around a number, `timing` the day it holds as of. Numbers themselves are read by `rasid.language.numbers`.
"""

from rasid.findings.quantities.finder import find_quantities
from rasid.findings.quantities.timing import as_of

__all__ = ["as_of", "find_quantities"]
