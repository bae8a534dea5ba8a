"""What a reader hands over: one page or table row, decoded, before anything is cut or judged."""

from __future__ import annotations

from dataclasses import dataclass, field, fields


@dataclass(slots=True)
class Page:
    """One saved page, feed item or table row.

    Attributes:
        text: The decoded source; the body is cut out of it.
        raw: True for a page saved with its furniture (navigation, share lines, related headlines),
            False for a text cell that a program has taken out of its page.
        whole: True when the text is the body as it stands (front matter files).
        part: What tells this page from others of its file: `#17` for a row, `!name` within an archive.
        date: The publication date as the file's own field states it; `method` says how it was got.
        refused: What the file's own fields state instead of a date, where none of them can be believed.
        outlet: The outlet as the file's own field states it: an id, a name or a domain.
        repaired: What had to be repaired while reading, for the `problems` table.
        cuts: Spans already known to be foreign, as (start, end, reason).
        foreign: Numbers of the source's lines that are known not to be the article's.
        leads: Numbers of the lines above the first paragraph that are known to be the author's.
        others: Numbers of the lines that date something else: another article, a reader's remark.
        collected: The time the file says it was fetched.
        day_first: Of a date in numbers, whether other rows of its column show that the day comes first.
    """

    text: str
    kind: str
    raw: bool = False
    whole: bool = False
    part: str = ""
    title: str = ""
    date: str = ""
    method: str = "metadata"
    refused: str = ""
    outlet: str = ""
    host: str = ""
    url: str = ""
    author: str = ""
    text_kind: str = "full"
    collected: str = ""
    day_first: bool | None = None
    repaired: str = ""
    cuts: list[tuple[int, int, str]] = field(default_factory=list)
    foreign: frozenset[int] = frozenset()
    leads: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()

    def without_halves(self) -> Page:
        """Return the page with U+FFFD for each lone half of a character: JSON can hold one, no table can."""
        for name in _TEXTS:
            text = getattr(self, name)
            try:
                text.encode()
            except UnicodeEncodeError:
                whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
                setattr(self, name, whole)
        return self


_TEXTS = tuple(entry.name for entry in fields(Page) if entry.type == "str")
