"""A document as words and the gaps between them, read once for all finders.

Positions of words are counted within the reading; `span` turns them into offsets of the text.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from functools import cached_property
from itertools import chain, pairwise
from operator import itemgetter
from threading import local
from typing import TYPE_CHECKING, Final

from rasid.findings.lexicon import PEOPLE, Cue, lexicon
from rasid.findings.quotes import Quote, find_quotes
from rasid.language import Document

if TYPE_CHECKING:
    from rasid.findings.mentions.finder import Found
    from rasid.findings.people.names import Name
    from rasid.findings.types import Statement


_LONGEST: Final = 500
"""Words after which a sentence that goes on is read as a new one: the longest of 26,000 real ones had 461. Rules look
through what is left of a sentence, so that a page without a full stop would cost the square of its length."""


class _Last(local):
    """The last document that a thread had read."""

    reading: Reading | None = None


_LAST: Final = _Last()
_NO_FLAGS: Final[dict[str, str]] = {}


class Reading:
    """The words of a document.

    Attributes:
        document: The document read.
        words: Its folded words; the last is "", the first is when it begins with a sign.
        gaps: `gaps[i]` is what stands between `words[i]` and `words[i + 1]` ("" after the last).
        cues: What the lexicon knows of each word that it knows, by the word's position, in order.
        asked: The positions and cues each rule asks for, by the numbers of `lexicon.ASKS`.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.folded = document.folded
        cut = document.cut
        self.words: list[str] = cut.words
        self.gaps: list[str] = [*cut.gaps, ""]
        self._starts, self._ends = cut.starts, cut.ends
        text = self.folded.text
        self.tagged: set[int] = set()  # the gaps that a hashtag's line closes
        if "_" in text:  # #محمد_بن_سلمان
            self.tagged = {i for i in cut.odd if self.gaps[i] == "_"}
            for i in cut.odd:
                self.gaps[i] = self.gaps[i].replace("_", " ")
        if "  " in text or "\xa0" in text:
            # The rules ask whether one blank parts two words; any number of them does.
            for i in cut.odd:
                gap = self.gaps[i]
                if gap.isspace() and "\n" not in gap:
                    self.gaps[i] = " "
        self.cues: dict[int, Cue]
        self.lexicon = lexicon()
        self.cues, self.asked = self.lexicon.hits(cut)
        if self.words[-1]:
            self._close()
        if " د. " in text:
            self._doctors()
        self.found: list[Found] | None = None  # kept by `mentions.mentions_of`
        self.people: list[Name] = []
        self._statements: list[Statement] | None = None
        self.told: list[
            Statement
        ] = []  # those of them whose content is the speaker's, kept there too

    def _close(self) -> None:
        """End a text without a final sign as one with it ends, so that a rule may look one word ahead anywhere."""
        self.words = [*self.words, ""]
        self.gaps.append("")
        self._starts = [*self._starts, self._ends[-1]]
        self._ends = [*self._ends, self._ends[-1]]

    def _doctors(self) -> None:
        """Read د. before a name as الدكتور."""
        title = lexicon().words.get("الدكتور")
        for i, word in enumerate(self.words):
            if word == "د" and self.gaps[i] == ". " and title is not None:
                self.gaps[i] = " "
                self.cues[i] = title
                insort(self.asked[PEOPLE], (i, title), key=itemgetter(0))
        self.cues = dict(sorted(self.cues.items(), key=itemgetter(0)))

    @classmethod
    def of(cls, text: str | Document | Reading) -> Reading:
        """Return `text` as a reading; a reading is returned as it is, and so is that of the document just before."""
        if isinstance(text, Reading):
            return text
        document, last = Document.of(text), _LAST.reading
        if last is None or last.document is not document or last.lexicon is not lexicon():
            last = _LAST.reading = cls(document)
        return last

    @property
    def statements(self) -> list[Statement] | None:
        """The statements, kept by `speech.find_speech`; every asker has a list of his own."""
        return None if self._statements is None else list(self._statements)

    @statements.setter
    def statements(self, found: list[Statement] | None) -> None:
        self._statements = found

    def start(self, i: int) -> int:
        """Return where word `i` begins in the folded text."""
        return self._starts[i]

    def end(self, i: int) -> int:
        """Return where word `i` ends in the folded text."""
        return self._ends[i]

    def span(self, first: int, last: int, skip: int = 0) -> tuple[int, int]:
        """Return the span in the text of words `[first, last)`, without `skip` leading letters."""
        start, end = self._starts[first] + skip, self._ends[last - 1]
        return (start, end) if self.folded.index is None else self.folded.span(start, end)

    def surface(self, first: int, last: int, skip: int = 0) -> str:
        """Return words `[first, last)` as written, without the marks on the last letter."""
        start, end, index = self._starts[first] + skip, self._ends[last - 1], self.folded.index
        if index is None or start >= end:
            return self.document.text[start:end]
        return self.document.text[index.item(start) : index.item(end - 1) + 1]

    def flags(self, i: int) -> dict[str, str]:
        """Return what kinds of word `i` is, with the prefix before each."""
        cue = self.cues.get(i)
        return cue.flags if cue is not None else _NO_FLAGS

    def word_at(self, offset: int) -> int:
        """Return the word that holds or precedes an offset of the folded text."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def sentence_starts(self) -> list[int]:
        """The first word of each sentence, then the number of words."""
        spans = self.document.sentences
        starts = [start for start, _ in spans]
        if self.folded.index is not None:
            starts = self.folded.index.searchsorted(starts).tolist()
        # A sentence that opens with a quotation mark begins with the word after it.
        found = []
        begins, ends = self._starts, self._ends
        for start in starts:
            word = bisect_right(begins, start) - 1
            found.append(word if ends[word] > start else word + 1)
        found.append(len(self.words))
        if any(last - first > _LONGEST for first, last in pairwise(found)):
            parts = (range(first, last, _LONGEST) for first, last in pairwise(found))
            found = [*chain.from_iterable(parts), len(self.words)]
        return found

    @cached_property
    def _sentence_of(self) -> list[tuple[int, int]]:
        """For each word the words `[first, last)` of its sentence."""
        starts = self.sentence_starts
        bounds = [0, *starts] if starts[0] else starts
        found: list[tuple[int, int]] = []
        for first, last in pairwise(bounds):
            found += [(first, last)] * (last - first)
        return found

    def sentence(self, i: int) -> tuple[int, int]:
        """Return the words `[first, last)` of the sentence that holds word `i`."""
        spans = self._sentence_of
        return spans[i] if i < len(spans) else (len(self.words), len(self.words))

    @cached_property
    def quotes(self) -> list[Quote]:
        """The quotations, in folded offsets, in order."""
        return find_quotes(self.folded.text)

    def quote_last(self, end: int) -> int:
        """Return the word after the quotation that word `end` goes on, `end` itself when none does."""
        for first, last in self.quote_words:
            if first >= end:
                break
            if end < last:
                return last
        return end

    @cached_property
    def quote_words(self) -> list[tuple[int, int]]:
        """The words `[first, last)` inside each quotation."""
        found = []
        starts, ends = self._starts, self._ends
        for begin, end in self.quotes:
            first = bisect_right(starts, begin) - 1
            if ends[first] <= begin:
                first += 1
            last = bisect_right(starts, max(begin, end - 1))
            found.append((first, max(first, last)))
        return found
