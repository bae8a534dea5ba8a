"""Hosts told by their page layout: lines that only one site prints (`assets/outlets/templates.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from rasid import settings
from rasid.corpus.body.layout import Layout
from rasid.corpus.outlets.register import Register
from rasid.corpus.outlets.trace import Trace
from rasid.corpus.pattern_rows import pattern_rows

_FILE: Final = settings.asset("outlets/templates.tsv")
_LONGEST: Final = 400
_WEIGHT: Final = 6


class Template(NamedTuple):
    """A line that shows the host, and of which country the source beside it must be (empty: of any)."""

    outlet_id: str
    country: str
    pattern: re.Pattern[str]


@lru_cache(maxsize=1)
def templates() -> list[Template]:
    """Return the rows of `assets/outlets/templates.tsv`.

    Raises:
        RasidError: bad-asset, naming the line, for a row that is not outlet, country and pattern.
    """
    return [Template(*row) for row in pattern_rows(_FILE, "template", bool)]


def template_traces(layout: Layout, traces: list[Trace], register: Register) -> Iterator[Trace]:
    """Yield the hosts whose layout a page has; `traces` are the sources found on it so far."""
    sources = {trace.outlet.outlet_id for trace in traces if trace.role == "source"}
    if any(
        trace.outlet.kind == "aggregator"
        or (trace.outlet.provisional and trace.outlet.outlet_id not in sources)
        for trace in traces
    ):
        return  # a page that names its host needs no layout to tell it
    # A paper that signs the text prints it on its own page: what looks like another's layout there is chance.
    signed = any(
        trace.outlet.kind == "publisher" and trace.role == "own" and trace.weight >= _WEIGHT
        for trace in traces
    )
    countries = {trace.outlet.country for trace in traces if trace.role == "source"}
    seen: set[str] = set()
    for line in layout.lines:
        if line.number not in layout.reasons or len(line.text) > _LONGEST:
            continue
        for outlet_id, country, pattern in templates():
            if outlet_id in seen or (country and country not in countries):
                continue
            outlet = register.get(outlet_id)
            if outlet is None or (signed and outlet.kind == "publisher"):
                continue
            if pattern.fullmatch(line.folded):
                seen.add(outlet_id)
                yield Trace(outlet, "host", _WEIGHT, line.text)
