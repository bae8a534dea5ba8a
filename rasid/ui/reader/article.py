"""An article as HTML: its body with the layers switched on, and the box that says where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from rasid.ui import formats, i18n
from rasid.ui.escape import esc

if TYPE_CHECKING:
    from rasid.ui.page import View

LAYERS = ("base", "person", "organisation", "place", "date", "quantity", "speech", "frame", "cut")
"""The layers one can switch on; `query`, what was searched for, is always on."""

_ADDRESS: Final = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
"""What may be opened: no other scheme runs or reads anything from a line of somebody's page."""


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of the body: offsets, its layer, and what the pointer reads there."""

    start: int
    end: int
    layer: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place of the body where text of the source was left out, and that text."""

    at: int
    text: str
    reason: str


def gaps_of(cuts: pd.DataFrame, reasons: Mapping[str, str]) -> list[Gap]:
    """Return where in the body each cut lies: its place in the source less all that was cut before it.

    Args:
        cuts: `measures.article_cuts`: disjoint, in the order of the source.
        reasons: Each reason in words.
    """
    gaps, before = [], 0
    for start, end, text, reason in zip(
        cuts["start"], cuts["end"], cuts["text"], cuts["reason"], strict=True
    ):
        if str(text).strip():
            gaps.append(Gap(int(start) - before, str(text), reasons.get(str(reason), str(reason))))
        before += int(end) - int(start)
    return gaps


def body_markup(body: str, spans: Iterable[Span], gaps: Sequence[Gap] = ()) -> str:
    """Return the body as paragraphs; overlapping spans are cut into pieces that carry all their layers.

    Every letter of the body is written exactly once, escaped, whatever the spans are; what was left out
    stands at its place, apart from the text.
    """
    marks = [span for span in spans if 0 <= span.start < span.end <= len(body)]
    left = sorted(gaps, key=lambda gap: gap.at)
    pieces = []
    start = 0
    for line in body.split("\n"):
        end = start + len(line)
        here = [gap for gap in left if gap.at <= end]
        left = left[len(here) :]
        if line.strip():
            pieces += [_gap_markup(gap) for gap in here if gap.at <= start]
            inside = [span for span in marks if span.start < end and span.end > start]
            middle = [gap for gap in here if start < gap.at < end]
            pieces.append(f"<p>{_line_markup(body, start, end, inside, middle)}</p>")
            pieces += [_gap_markup(gap) for gap in here if gap.at == end and gap.at > start]
        else:
            pieces += map(_gap_markup, here)
        start = end + 1
    pieces += map(_gap_markup, left)
    return f'<div class="rasid-article" dir="rtl" lang="ar">{"".join(pieces)}</div>'


def _gap_markup(gap: Gap) -> str:
    # A menu of sixty lines stands in one paragraph; each line is isolated, so that the Latin ones of a page
    # do not change places with their Arabic neighbours.
    lines = (" ".join(line.split()) for line in gap.text.splitlines())
    text = " · ".join(f"<bdi>{esc(line)}</bdi>" for line in lines if line)
    return (
        f'<span class="rasid-cut"><span class="rasid-tag">{esc(gap.reason)}</span> '
        f"<span>{text}</span></span>"
    )


def _line_markup(
    body: str, start: int, end: int, spans: Sequence[Span], gaps: Sequence[Gap] = ()
) -> str:
    edges = {start, end} | {gap.at for gap in gaps}
    for span in spans:
        edges |= {min(max(span.start, start), end), min(max(span.end, start), end)}
    places = sorted(edges)
    out = []
    for first, last in pairwise(places):
        out += [_gap_markup(gap) for gap in gaps if gap.at == first]
        text = esc(body[first:last])
        over = [span for span in spans if span.start <= first and span.end >= last]
        if not over:
            out.append(text)
            continue
        classes = " ".join(
            dict.fromkeys("hit" if s.layer == "query" else f"l-{s.layer}" for s in over)
        )
        title = " · ".join(dict.fromkeys(s.label for s in over if s.label))
        begins = next((s.start for s in over if s.layer == "query"), over[0].start)
        out.append(
            f'<mark class="{esc(classes)}" data-start="{begins}" title="{esc(title)}">{text}</mark>'
        )
    return "".join(out)


def spans_of(
    highlights: pd.DataFrame, kinds: Mapping[tuple[int, int], str], layers: Sequence[str],
    place: tuple[int, int] | None, lang: str,
) -> list[Span]:  # fmt: skip
    """Return the spans to mark: the layers switched on, all hits, and the place a link points at.

    Args:
        highlights: `measures.highlights` of the article.
        kinds: Kind of each mention by its offsets: base, person, organisation; others are places.
        layers: The layers switched on.
        place: Offsets a link points at.
        lang: Of the words the pointer reads.
    """
    spans = []
    for row in highlights.to_dict("records"):
        start, end, layer = int(row["start"]), int(row["end"]), str(row["layer"])
        if layer == "mention":
            kind = kinds.get((start, end), "place")
            layer = kind if kind in LAYERS else "place"
        if layer == "query" or layer in layers:
            spans.append(
                Span(start, end, layer, _tip(layer, str(row["label"]), str(row["detail"]), lang))
            )
    if place is not None and not any(s.layer == "query" and s.start == place[0] for s in spans):
        spans.append(Span(place[0], place[1], "query"))
    return spans


def _tip(layer: str, label: str, detail: str, lang: str) -> str:
    """Return what the pointer reads on a span, its codes in words."""
    if layer == "query":
        return ""
    words = [label] if layer not in {"quantity", "frame"} else []
    for code in (detail, label) if layer in {"quantity", "frame"} else (detail,):
        key = f"tip.{code}"
        if code:
            words.append(
                i18n.text(key, lang, page="reader") if i18n.has(key, lang, page="reader") else code
            )
    return f"{i18n.text(f'layer.{layer}', lang, page='reader')}: " + " · ".join(
        dict.fromkeys(w for w in words if w)
    )


def provenance(view: View, article: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return (question, answer) pairs: why this date, why this outlet, which file."""
    when = formats.interval(article["published_from"], article["published_to"],
                            str(article["published_precision"]), view.lang)  # fmt: skip
    method = view.t(f"method.{article['published_method'] or 'none'}")
    rows = [(view.t("why.date"), f"{when or view.t('date.unknown')} – {method}")]
    if article["published_evidence"]:
        rows.append((view.t("why.date.evidence"), f"«{article['published_evidence']}»"))
    if (
        article.get("collected_at") is not None
        and article["collected_at"] == article["collected_at"]
    ):
        rows.append((view.t("why.collected"), str(article["collected_at"])[:16]))
    rows.append((view.t("why.outlet"), view.outlet_name(str(article["outlet_id"]))))
    if article["origin_evidence"]:
        rows.append((view.t("why.outlet.evidence"), f"«{article['origin_evidence']}»"))
    if article["via_id"]:
        rows.append((view.t("why.via"), view.outlet_name(str(article["via_id"]))))
    if article["host_id"] and article["host_id"] != article["outlet_id"]:
        rows.append((view.t("why.host"), view.outlet_name(str(article["host_id"]))))
    if article["author"]:
        rows.append((view.t("why.author"), str(article["author"])))
    if article["url"]:
        rows.append((view.t("col.url"), str(article["url"])))
    rows.append((view.t("col.source_file"), str(article["source_file"])))
    rows.append((view.t("col.text_kind"), view.t(f"kind.{article['text_kind']}")))
    return rows


def provenance_markup(rows: Sequence[tuple[str, str]]) -> str:
    """Return the pairs as a definition list; values keep the direction of their own text, an address can be opened."""
    cells = "".join(f"<dt>{esc(name)}</dt><dd>{_opening(value)}</dd>" for name, value in rows)
    return f'<dl class="rasid-facts">{cells}</dl>'


def _opening(value: str) -> str:
    """Return a value as text, or as a link that tells the site nothing of the reader where it is a web address."""
    if not _ADDRESS.fullmatch(value):
        return esc(value)
    return f'<a href="{esc(value)}" target="_blank" rel="noopener noreferrer nofollow">{esc(value)}</a>'


def cuts_markup(view: View, cuts: pd.DataFrame) -> str:
    """Return what was left out of the body, in the order of the source, each with its reason."""
    items = "".join(
        f'<li><span class="rasid-tag">{esc(view.t("reason." + str(row["reason"])))}</span> '
        f'<span dir="auto">{esc(row["text"])}</span></li>'
        for row in cuts.to_dict("records")
    )
    return f'<ol class="rasid-cuts">{items}</ol>'
