"""Dates named in a text, with what they are: promised, past or context, and of which stage of the withdrawal.

`find_dates` is the finder; the expressions themselves are read by `rasid.language.dates`. `relation` and `about` hold
the rules (of clauses in `topics` and `withdrawals`), `cues` the words they know (`assets/lexicon/promise_cues.tsv`).
"""

from rasid.findings.dates.finder import find_dates

__all__ = ["find_dates"]
