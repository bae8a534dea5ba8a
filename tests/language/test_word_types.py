"""Words found by the class of their characters are those of the pattern; a cut text is scanned like any other."""

from __future__ import annotations

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rasid.language import Document, fold
from rasid.language.dates.dashes import scan_of
from rasid.language.numbers_scan import scan
from rasid.language.word_types import Cut, WordTypes

texts = st.text(alphabet="ابوم 12_.,،٫\n\u00a0-aEé😀ک", max_size=40)


@given(texts)
def test_a_cut_is_what_the_pattern_gives(text: str) -> None:
    cut = Cut(text)
    parts = re.split(r"([\W_]+)", text)
    assert cut.words == parts[0::2]
    assert cut.gaps == parts[1::2]
    spans = zip(cut.starts, cut.ends, strict=True)
    assert [text[start:end] for start, end in spans] == cut.words
    assert [cut.types.words[number] for number in cut.numbers] == cut.words


@given(st.lists(st.text("ابوم 12_.ـ\u064b\n-aﷺé😀ک", max_size=20), max_size=6))
def test_documents_cut_together_are_cut_as_each_alone(some: list[str]) -> None:
    together = [Document(text) for text in some]
    Document.cut_together(together)
    for document, alone in zip(together, map(Document, some), strict=True):
        for name in ("text", "source", "index", "codes"):
            assert np.array_equal(getattr(document.folded, name), getattr(alone.folded, name))
        for name in ("words", "gaps", "starts", "ends", "odd"):
            assert getattr(document.cut, name) == getattr(alone.cut, name)
        assert np.array_equal(document.cut.numbers, alone.cut.numbers)


@given(texts)
def test_a_document_is_scanned_like_its_text(text: str) -> None:
    found, expected = scan_of(Document(text)), scan(fold(text).text)
    for name in ("words", "gaps", "starts", "count"):
        assert getattr(found, name) == getattr(expected, name)
    assert np.array_equal(found.numbers, expected.numbers)


def test_a_type_is_reckoned_once() -> None:
    types, asked = WordTypes(), []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    column = types.column("length", length)
    assert column.at(types.numbers(["بغداد", "في", "بغداد"])).tolist() == [5, 2, 5]
    assert types.column("length", length).at(types.numbers(["في", "اربيل"])).tolist() == [2, 5]
    assert asked == ["بغداد", "في", "اربيل"]


@given(st.lists(texts, min_size=1, max_size=8))
def test_a_word_has_one_number_wherever_it_stands(parts: list[str]) -> None:
    """By the prints of its letters, in a text, and by the dictionary alone."""
    cut = Cut(" ".join(parts))
    assert np.array_equal(cut.numbers, cut.types.numbers(cut.words))
