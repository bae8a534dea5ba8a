"""Folding: what it writes, and that it always finds its way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.language import fold, fold_word
from rasid.language.characters import MARKS, RULES, TATWEEL

ARABIC = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0600, max_codepoint=0x06FF),
        st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFF),
        st.sampled_from("ابتجد وال كتاب\u200f\u200c\u202b\u00a0 .،\n😀"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@given(ARABIC)
def test_every_folded_span_is_the_folding_of_its_source(text):
    folded = fold(text)
    for start in range(0, len(folded.text), 3):
        for end in range(start + 1, len(folded.text) + 1, 2):
            left, right = folded.span(start, end)
            assert 0 <= left < right <= len(text)
            assert folded.text[start:end] in fold(text[left:right]).text


@given(ARABIC)
def test_folded_characters_lie_in_the_order_of_their_sources(text):
    folded = fold(text)
    spans = [folded.span(i, i + 1) for i in range(len(folded.text))]
    assert spans == sorted(spans)
    assert all(fold(text[a:b]).text for a, b in spans)


@given(ARABIC)
def test_what_no_span_covers_is_nothing_once_folded(text):
    folded = fold(text)
    covered = {at for i in range(len(folded.text)) for at in range(*folded.span(i, i + 1))}
    rest = "".join(c for at, c in enumerate(text) if at not in covered)
    assert fold(rest).text == ""


@given(ARABIC)
def test_folding_twice_changes_nothing(text):
    once = fold(text).text
    assert fold(once).text == once
    assert fold_word(text) == once


@settings(deadline=None)  # each new set of rules makes its tables
@given(ARABIC, st.sets(st.sampled_from(sorted(RULES))))
def test_any_set_of_rules_can_be_switched_off(text, without):
    folded = fold(text, without)
    assert folded.text == fold_word(text, without)
    assert fold(folded.text, without).text == folded.text


def test_a_whole_word_keeps_its_marks_on_the_way_back():
    text = "إنّ قوّاتٍ وصلتْ"
    folded = fold(text)
    start = folded.text.index("قوات")
    left, right = folded.span(start, start + 4)
    assert text[left:right] == "قوّاتٍ"


def test_a_span_ends_before_controls():
    text = "بغداد\u200f، أربيل"
    folded = fold(text)
    assert text[slice(*folded.span(0, 5))] == "بغداد"


@pytest.mark.parametrize(
    "without", [(), ("alef_seats",), ("final_ya",), ("final_ya", "alef_seats")]
)
def test_to_never_equals_except(without):
    assert fold("إلى", without).text != fold("إلا", without).text


@pytest.mark.parametrize(
    ("rule", "written", "folded"),
    [
        ("diacritics", "مُحَمَّدٌ", "محمد"),
        ("diacritics", "هٰذا", "هذا"),
        ("tatweel", "بـــغداد", "بغداد"),
        ("controls", "\u202bسلام\u202c\u200f", "سلام"),
        ("alef_seats", "أإآٱ", "اااا"),
        ("hamza_seats", "مسؤول شئ", "مسوول شي"),
        ("ta_marbuta", "دولة", "دوله"),
        ("final_ya", "مستشفى", "مستشفي"),
        ("persian_urdu", "کردستان فی", "كردستان في"),
        ("borrowed_letters", "باڤل چاي", "بافل جاي"),
        ("digits", "٢٠٢٦ ۱۲", "2026 12"),
        ("spaces", "عين\u00a0الأسد", "عين الاسد"),
        ("presentation_forms", "ﺑﻐﺪﺍﺩ", "بغداد"),
    ],
)
def test_each_rule_does_its_part_and_only_then(rule, written, folded):
    assert fold(written).text == folded
    assert fold(written, (rule,)).text != folded


def test_ligatures_expand_and_come_back_whole():
    folded = fold("ﷲ وﻻ")
    assert folded.text == "الله ولا"
    assert folded.span(0, 4) == (0, 1)
    assert folded.span(2, 3) == (0, 1)
    assert folded.span(6, 8) == (3, 4)


def test_drawn_marks_are_no_letters():
    assert fold("\ufe70\ufc5e\ufe71").text == ""


def test_an_unknown_rule_is_named():
    with pytest.raises(ValueError, match="harakat"):
        fold("نص", ("harakat",))


def test_text_without_arabic_is_left_alone():
    folded = fold("Plain text 42.")
    assert folded.text == "Plain text 42."
    assert folded.span(6, 10) == (6, 10)


def test_empty_spans_and_empty_text():
    assert fold("").text == ""
    folded = fold("مُدن")
    assert folded.span(1, 1) == (2, 2)
    assert folded.span(3, 3) == (4, 4)
    assert TATWEEL not in MARKS


def test_half_a_surrogate_pair_is_kept_as_it_is():
    """Two halves side by side are two code points of the text, never one character more."""
    text = "قال \ud83d\ude00 إنّ"
    folded = fold(text)
    assert folded.text == "قال \ud83d\ude00 ان"
    assert folded.span(7, 9) == (7, 10)
