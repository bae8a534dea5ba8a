"""The zones of a page once it is cut: which lines are foreign and why, and the spans that follow."""

from __future__ import annotations

from dataclasses import dataclass, field

from rasid.corpus.body.lines import Line


@dataclass(slots=True)
class Layout:
    """What the zones of a page are: for the date and the outlet as much as for the body.

    Attributes:
        lines: All lines.
        stamp: A metadata date that a collection has put before the text.
        reasons: The reason for cutting each cut line, by its number.
        title: The article's title, without the site's name.
        suffix: What stood after the title, mostly the site's name.
        head: How many lines come before the first of the body.
        end: The number of the first line after the last of the body.
        inline: Cuts within kept lines, as (start, end, reason).
    """

    lines: list[Line]
    stamp: str = ""
    reasons: dict[int, str] = field(default_factory=dict)
    title: str = ""
    suffix: str = ""
    title_line: int = -1
    head: int = 0
    end: int = 0
    inline: list[tuple[int, int, str]] = field(default_factory=list)

    def cuts(self, source: str) -> list[tuple[int, int, str]]:
        """Return the cut spans in order, whole lines with their line ends, blank edges included."""
        spans: list[tuple[int, int, str]] = []
        kept = [line for line in self.lines if line.number not in self.reasons]
        for line in self.lines:
            if line.number in self.reasons:
                after = (
                    self.lines[line.number + 1].start
                    if line.number + 1 < len(self.lines)
                    else len(source)
                )
                spans.append((line.start, after, self.reasons[line.number]))
            else:
                spans += [cut for cut in self.inline if line.start <= cut[0] < line.end]
        if not kept:
            return [(0, len(source), "other")] if source else []
        spans = _edges(spans, source, kept)
        return _merged(spans)


def _edges(
    spans: list[tuple[int, int, str]], source: str, kept: list[Line]
) -> list[tuple[int, int, str]]:
    """Give the blanks before the first and after the last kept line to the neighbouring cut."""
    first, last = kept[0].start, kept[-1].end
    inner = [span for span in spans if first <= span[0] < last]
    before = [span for span in spans if span[0] < first]
    after = [span for span in spans if span[0] >= last]
    start = before[0][0] if before else first
    lead = (
        [(0, before[0][1], before[0][2]), *before[1:]]
        if before
        else ([(0, first, "other")] if first else [])
    )
    del start
    if after:
        tail = [(last, after[0][1], after[0][2]), *after[1:]]
    else:
        tail = [(last, len(source), "other")] if last < len(source) else []
    return [*lead, *inner, *tail]


def _merged(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    merged: list[tuple[int, int, str]] = []
    for start, end, reason in spans:
        if start >= end:
            continue
        if merged and merged[-1][1] == start and merged[-1][2] == reason:
            merged[-1] = (merged[-1][0], end, reason)
        else:
            merged.append((start, end, reason))
    return merged
