"""Quantities named in a text: value or range, how sure, what is counted.

`find_quantities` is the finder; `units` knows the counted nouns (`assets/lexicon/units.tsv`), `context` the words
around a number. Numbers themselves are read by `rasid.language.numbers`.
"""

from rasid.findings.quantities.finder import find_quantities

__all__ = ["find_quantities"]
