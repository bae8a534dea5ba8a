"""Seasons told from the day of writing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasid.language.dates.values import Interval, part_of


@dataclass(frozen=True, slots=True)
class Season:
    """The latest season that is over (n = -1), the running or nearest one (0), the next to begin (1)."""

    season: str
    n: int
    grain: str = "season"
    explicit: bool = False

    def resolve(self, reference: date | None, _previous: Interval | None, /) -> Interval | None:
        """Return the season against the reference."""
        if reference is None:
            return None
        years = range(reference.year - 2, reference.year + 3)
        found = [part_of((date(y, 1, 1), date(y, 12, 31)), "year", self.season) for y in years]
        if self.n < 0:
            return [s for s in found if s[1] < reference][-1]
        if self.n > 0:
            return next(s for s in found if s[0] > reference)
        return min(found, key=lambda s: max((s[0] - reference).days, (reference - s[1]).days, 0))
