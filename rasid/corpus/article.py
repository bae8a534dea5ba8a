r"""The article: what one saved page becomes before anything is counted.

How body and source relate. The source is the decoded text of the file (line ends made `\n`, a byte
order mark and NUL characters dropped), of an HTML page its visible text, of a table row its text cell
without surrounding white space. `cuts` are spans of the source, in order and disjoint; the body is
what lies between them, joined with nothing. Body and cuts together are therefore the whole source, and
`Article.source` puts them back together.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Cut:
    """A span of the decoded source left out of the body: `source[start:end] == text`.

    reason is one of navigation, share, comments, related, embedded, caption, newsletter,
    copyright, metadata, other.
    """

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Publication:
    """When an article was published, as an interval with its evidence (all None/none: unknown)."""

    published_from: date | None = None
    published_to: date | None = None
    precision: str = "unknown"  # minute, day, month, interval, unknown
    method: str = "none"  # stated, metadata, url, inferred, sidecar, none
    evidence: str = ""  # verbatim
    collected_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose text it is (outlet), where it was taken from (host), and through whom that got it (via).

    `namesakes` are the Arabic names of other outlets that bear the outlet's name, where nothing tells them apart.
    """

    outlet_id: str
    outlet: str
    host_id: str
    host: str
    evidence: str = ""
    via_id: str = ""
    via: str = ""
    namesakes: tuple[str, ...] = ()


@dataclass(slots=True)
class Article:
    """One article: a row of `articles` and its rows of `cuts`."""

    article_id: str
    source_file: str
    source_kind: str
    text_kind: str  # full, digest, excerpt
    title: str
    body: str
    origin: Origin
    publication: Publication = field(default_factory=Publication)
    author: str = ""
    url: str = ""
    cuts: list[Cut] = field(default_factory=list)

    def source(self) -> str:
        """Return the whole decoded source: body and cuts put back in order."""
        pieces, taken, position = [], 0, 0
        for cut in self.cuts:
            kept = cut.start - position
            pieces += [self.body[taken : taken + kept], cut.text]
            taken, position = taken + kept, cut.end
        return "".join([*pieces, self.body[taken:]])
