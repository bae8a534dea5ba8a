"""Corrections put into effect on an article that has been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby

from rasid.corpus.article import Article, Cut, Origin, Publication
from rasid.corpus.corrections import Correction
from rasid.corpus.outlets.register import Outlet, Register
from rasid.corpus.publication.dating import read_date


def corrected(
    article: Article, corrections: Mapping[str, Correction], register: Register
) -> tuple[Article, list[str]]:
    """Return the article with an analyst's corrections, and what of them could not be applied.

    A corrected date has the method `sidecar`; the evidence of a corrected date or outlet names who
    set it, when and why.
    """
    refused: list[str] = []
    for name, correction in corrections.items():
        if not _apply(article, name, correction, register):
            refused.append(f"{name}: {correction.value}")
    return article, refused


def _apply(article: Article, name: str, correction: Correction, register: Register) -> bool:
    value = correction.value
    if not value:
        return False
    if name == "title":
        article.title = value
    elif name in ("outlet", "host"):
        article.origin = _origin(article.origin, name, _outlet(value, register), note(correction))
    elif name == "published":
        stated = read_date(value)
        if stated is None:
            return False
        precision = "day" if stated.is_day else stated.precision
        collected = article.publication.collected_at
        article.publication = Publication(
            stated.first, stated.last, precision, "sidecar", note(correction), collected
        )
    else:
        return _bound(article, name, value)
    return True


def note(correction: Correction) -> str:
    """Return a correction in words: its value, and who set it, when and why."""
    signed = ", ".join(filter(None, (correction.who, correction.when, correction.why)))
    return f"{correction.value} ({signed})" if signed else correction.value


def _outlet(value: str, register: Register) -> Outlet:
    return register.by_name(value) or register.provisional(value)


def _origin(origin: Origin, name: str, outlet: Outlet, evidence: str) -> Origin:
    if name == "host":
        return replace(origin, host_id=outlet.outlet_id, host=outlet.name_ar)
    changed = replace(
        origin, outlet_id=outlet.outlet_id, outlet=outlet.name_ar, evidence=f"sidecar: {evidence}", namesakes=()
    )  # fmt: skip
    if origin.host_id == "unknown":
        return replace(changed, host_id=outlet.outlet_id, host=outlet.name_ar)
    return changed


def _bound(article: Article, name: str, words: str) -> bool:
    """Move where the body begins or ends to the first or last words given."""
    source = article.source()
    at = source.find(words) if name == "body_start" else source.rfind(words)
    if at < 0:
        return False
    reasons = [""] * len(source)
    for cut in article.cuts:
        reasons[cut.start : cut.end] = [cut.reason] * (cut.end - cut.start)
    kept = [offset for offset, reason in enumerate(reasons) if not reason] or [at]
    if name == "body_start":
        reasons[:at] = [reason or "other" for reason in reasons[:at]]
        reasons[at : kept[0]] = [""] * max(0, kept[0] - at)
    else:
        end = at + len(words)
        reasons[end:] = [reason or "other" for reason in reasons[end:]]
        reasons[kept[-1] : end] = [""] * max(0, end - kept[-1])
    article.cuts = _cuts_of(reasons, source)
    article.body = "".join(c for c, reason in zip(source, reasons, strict=True) if not reason)
    return True


def _cuts_of(reasons: list[str], source: str) -> list[Cut]:
    """Return the cuts that a reason a character amounts to."""
    cuts: list[Cut] = []
    start = 0
    for reason, run in groupby(reasons):
        end = start + sum(1 for _ in run)
        if reason:
            cuts.append(Cut(start, end, source[start:end], reason))
        start = end
    return cuts
