"""Dates as they are written in Arabic text, as intervals.

`find_date_expressions(text, reference)` finds them; `month_number(folded_word)` knows the month names of all Arab
calendars. The rules are tables and small readers over the folded words of the text:

- `lexicon`: the words of dates; `match`, `told`, `dated`, `durations`: readers shared by the rules;
- `named`, `numeric`, `years`, `centuries`, `feasts`, `relative`, `prepositions`, `weekdays`, `today`: one family
  of expressions each, returning a `Match`;
- `values`, `values_relative`, `parts`: what a match means, as a value that is resolved against a reference date;
- `joining`: ranges and lists; `starts`: which words can begin a date; `finder`: which rule is tried at which word,
  and the resolution.
"""

from rasid.language.calendar import month_number
from rasid.language.dates.finder import DateExpression, find_date_expressions

__all__ = ["DateExpression", "find_date_expressions", "month_number"]
