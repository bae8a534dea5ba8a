"""Whose text it is and where it was taken from: the evidence of a page, added up by outlet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rasid.corpus.article import Origin
from rasid.corpus.body.layout import Layout
from rasid.corpus.outlets.addresses import by_address
from rasid.corpus.outlets.namesakes import settled
from rasid.corpus.outlets.register import UNKNOWN, Outlet, Register, name_key
from rasid.corpus.outlets.trace import Trace
from rasid.corpus.outlets.traces import traces
from rasid.corpus.page import Page
from rasid.language import fold

_STRONG = 8
"""The weight of a plain statement of source: a source line, a dateline, a name above the crawl stamp."""

_NAMED = 3
"""The weight from which a page's own lines name its site."""

_DATELINE = 7
"""The weight of a dateline or of a line that is the outlet's own."""


@dataclass(slots=True)
class _Sum:
    outlet: Outlet
    own: int = 0
    source: int = 0
    host: int = 0
    masthead: int = 0
    evidence: str = ""
    best: int = -1


def origin(page: Page, layout: Layout | None, body: str, register: Register) -> Origin:
    """Return the outlet whose text a page holds, its host, and the words that tell.

    A field of the file decides. Else traces are weighed: what names the source ("المصدر: …", a dateline in
    brackets), what an outlet says of itself (its own dateline, "في تصريح لـ…", "تابعته …"), and what only shows
    the host (title suffix, copyright line, address). An aggregator is never the outlet while another name
    is known; an agency is only when the text is signed by it.
    """
    named = _from_fields(page, register)
    if named is not None and (page.host or not page.raw):
        return named
    sums: dict[str, _Sum] = {}
    for trace in traces(page, layout, body, register):
        _add(sums, trace)
    if page.raw and page.host and not page.outlet:
        # Papers of several countries share a name: the address tells which of them it is.
        site = register.by_url(page.url) or register.by_name(page.host)
        site = site or register.provisional(page.host)
        _add(sums, Trace(site, "own" if site.kind == "publisher" else "host", 7, page.host))
    sums = _one_name(sums)
    outlet = _named_outlet(page, register) or _outlet(sums)
    host = _host(sums, page, register) or _carrier(sums, outlet) or outlet
    if outlet is not None and not page.url and host in register.namesakes(outlet):
        host = outlet  # the logo says "the Day", the masthead below it of which country
    others: list[Outlet] = []
    if outlet is not None and outlet.outlet_id in sums and not page.url:
        named_so, evidence = outlet, sums[outlet.outlet_id].evidence
        beside = [found.outlet for found in sums.values() if found.outlet is not outlet]
        outlet, others = settled(outlet, evidence, beside, layout, body, register)
        sums[outlet.outlet_id] = sums.pop(named_so.outlet_id)
        host = outlet if host is named_so else host
    outlet = outlet or host or by_address(page, layout, register)
    if outlet is None:
        return Origin(UNKNOWN.outlet_id, UNKNOWN.name_ar, UNKNOWN.outlet_id, UNKNOWN.name_ar)
    host = host or outlet
    evidence = (
        sums[outlet.outlet_id].evidence
        if outlet.outlet_id in sums
        else page.outlet or page.url or outlet.name_ar
    )
    via = _via(sums, outlet, host)
    return Origin(
        outlet.outlet_id,
        outlet.name_ar,
        host.outlet_id,
        host.name_ar,
        evidence,
        via.outlet_id if via else "",
        via.name_ar if via else "",
        tuple(other.name_ar for other in others),
    )


def _via(sums: dict[str, _Sum], outlet: Outlet, host: Outlet) -> Outlet | None:
    """Return through whom an aggregator got the text: the other publisher that its page names.

    Only aggregators print the name of the site they took a text from beside the original's; elsewhere a
    further name is a quoted paper or the word النشرة in "newsletter".
    """
    if host.kind != "aggregator" or outlet.outlet_id == host.outlet_id:
        return None
    others = [
        s
        for s in sums.values()
        if s.outlet.kind == "publisher"
        and s.outlet.outlet_id not in (outlet.outlet_id, host.outlet_id)
    ]
    return max(others, key=lambda s: s.own + s.source).outlet if others else None


def _from_fields(page: Page, register: Register) -> Origin | None:
    """Return what the file's own fields say; None when they name no outlet."""
    by_url = register.by_url(page.url) if page.url else None
    outlet = _named_outlet(page, register)
    unlisted = (
        outlet is None or outlet.provisional
    )  # "X - latest news" is X where the address is X's
    if unlisted and by_url is not None and not page.raw and by_url.kind != "aggregator":
        outlet = by_url
    if outlet is None and by_url is not None and not page.raw:
        outlet = by_url
    if outlet is None:
        return None
    host = (register.by_name(page.host) or register.provisional(page.host)) if page.host else by_url
    host = host or outlet
    return Origin(
        outlet.outlet_id, outlet.name_ar, host.outlet_id, host.name_ar, page.outlet or page.url
    )


def _named_outlet(page: Page, register: Register) -> Outlet | None:
    if not page.outlet:
        return None
    return register.by_name(page.outlet) or register.provisional(page.outlet)


def _as_written(trace: Trace) -> Outlet:
    """Give a provisional outlet the name that its evidence writes: the rules read folded lines."""
    outlet = trace.outlet
    if not outlet.provisional:
        return outlet
    evidence = fold(trace.evidence)
    at = evidence.text.lower().find(outlet.name_ar.lower())
    if at < 0:
        return outlet
    start, end = evidence.span(at, at + len(outlet.name_ar))
    name = trace.evidence[start:end]
    return replace(outlet, name_ar=name, name_en=name)


def _add(sums: dict[str, _Sum], trace: Trace) -> None:
    if trace.outlet.outlet_id not in sums:
        sums[trace.outlet.outlet_id] = _Sum(_as_written(trace))
    found = sums[trace.outlet.outlet_id]
    if trace.role == "source":
        found.source += trace.weight
    elif trace.role in ("own", "masthead"):
        found.own += trace.weight
    found.masthead += trace.weight if trace.role == "masthead" else 0
    found.host += trace.weight if trace.role == "host" else 0
    if (trace.role != "host" and trace.weight > found.best) or not found.evidence:
        found.evidence, found.best = trace.evidence, trace.weight if trace.role != "host" else 0


def _one_name(sums: dict[str, _Sum]) -> dict[str, _Sum]:
    """Join an unlisted outlet's short name with the longer one its page bears: "X" and "agency X of news".

    The longer one may be a listed publisher's.
    """
    new = [found for found in sums.values() if found.outlet.provisional]
    joined = dict(sums)
    for short in new:
        key = f" {name_key(short.outlet.name_ar)} "
        longer = [
            other
            for other in sums.values()
            if other is not short
            and (other.outlet.provisional or other.outlet.kind == "publisher")
            and key in f" {name_key(other.outlet.name_ar)} "
        ]
        if longer:
            full = max(longer, key=lambda other: len(other.outlet.name_ar))
            for part in ("own", "source", "host", "masthead"):
                setattr(full, part, getattr(full, part) + getattr(short, part))
            joined.pop(short.outlet.outlet_id, None)
    return joined


def _outlet(sums: dict[str, _Sum]) -> Outlet | None:
    """Pick the outlet: the plainly named source, else who speaks as itself, else the host, else an agency."""
    publishers = [s for s in sums.values() if s.outlet.kind == "publisher"]
    agencies = [s for s in sums.values() if s.outlet.kind == "agency"]
    aggregators = [s for s in sums.values() if s.outlet.kind == "aggregator"]
    signed = [s for s in agencies if s.source >= _STRONG + 2]
    stated = [s for s in publishers if s.source >= _STRONG]
    hosted = [s for s in publishers if s.host >= 4 or s.own >= 4]
    for candidates in (stated, signed):
        if candidates:
            return max(candidates, key=lambda s: (s.source, s.own)).outlet
    datelines = [s for s in publishers if s.own - s.masthead >= _DATELINE]
    if datelines and any(s.masthead for s in publishers if s not in datelines):
        publishers = (
            datelines  # the site above the title took the text from whom its dateline names
        )
    own = [s for s in publishers if s.own + s.host > 0]
    if own:
        return max(own, key=lambda s: (s.own + s.host, s.own)).outlet
    named = [s for s in agencies if s.source or s.own or s.host]
    if named and not hosted and not any(s.source for s in publishers):
        return max(named, key=lambda s: s.source + s.own + s.host).outlet
    pool = aggregators or publishers
    return max(pool, key=lambda s: s.host + s.own + s.source).outlet if pool else None


def _host(sums: dict[str, _Sum], page: Page, register: Register) -> Outlet | None:
    if page.url and (found := register.by_url(page.url)):
        return found
    aggregators = [s for s in sums.values() if s.outlet.kind == "aggregator"]
    if aggregators:
        return max(aggregators, key=lambda s: s.host + s.own + s.source).outlet
    named = [s for s in sums.values() if s.source >= _STRONG and s.outlet.kind == "publisher"]
    speakers = [s for s in sums.values() if s.own >= 4 and s.outlet.kind == "publisher"]
    if named and (others := [s for s in speakers if s not in named and not s.source]):
        return max(others, key=lambda s: s.own + s.host).outlet
    sites = [s for s in sums.values() if s.masthead and s.outlet.kind == "publisher"]
    if sites and not any(s.host for s in sums.values()):
        return max(sites, key=lambda s: s.masthead).outlet
    hosts = [s for s in sums.values() if s.host]
    return max(hosts, key=lambda s: s.host + s.own).outlet if hosts else None


def _carrier(sums: dict[str, _Sum], outlet: Outlet | None) -> Outlet | None:
    """Return the site that prints an agency's text: the publisher that its page names besides."""
    if outlet is None or outlet.kind != "agency":
        return None
    sites = [s for s in sums.values() if s.outlet.kind == "publisher" and s.own + s.host >= _NAMED]
    return max(sites, key=lambda s: (s.own + s.host, s.masthead)).outlet if sites else None
