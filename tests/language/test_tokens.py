"""Tokens: what stays whole, what is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.language import tokenize
from rasid.language.tokens import words_of


def cut(text):
    return [(text[t.start : t.end], t.kind) for t in tokenize(text)]


def words(text):
    return [text[t.start : t.end] for t in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("وقوّات قِوى", ["وقوّات", "قِوى"]),
        ("غادر 2.500 جندي", ["غادر", "2.500", "جندي"]),
        ("عند 10:30 و1,500 و3.5%", ["عند", "10:30", "و", "1,500", "و", "3.5", "%"]),
        ("في 12/3/2025.", ["في", "12/3/2025", "."]),
        ("عام ٢٠٢٦م", ["عام", "٢٠٢٦", "م"]),
        ('وصفها بـ"المهمة"', ["وصفها", "بـ", '"', "المهمة", '"']),
        ("انتهى... ثم عاد", ["انتهى", "...", "ثم", "عاد"]),
        ("«سيرحلون».", ["«", "سيرحلون", "»", "."]),
        ("طائرة F16 وMQ9", ["طائرة", "F16", "و", "MQ9"]),
        ("don't stop", ["don't", "stop"]),
        ("الكاظمي،السوداني", ["الكاظمي", "،", "السوداني"]),
        ("بغداد\u200f\u200e أربيل", ["بغداد", "أربيل"]),
        ("نعم 😀😀", ["نعم", "😀", "😀"]),
        (".5 5.", [".", "5", "5", "."]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_cuts(text, tokens):
    assert words(text) == tokens


def test_kinds():
    assert cut("جندي 25 Base ؟") == [
        ("جندي", "word"),
        ("25", "number"),
        ("Base", "latin"),
        ("؟", "sign"),
    ]


def test_a_stroke_without_letters_is_a_sign():
    assert cut("ـــ") == [("ـــ", "sign")]
    assert cut("بـ") == [("بـ", "word")]


@given(st.text(max_size=80))
def test_tokens_cover_all_that_is_seen_and_never_overlap(text):
    end = 0
    for token in tokenize(text):
        assert end <= token.start < token.end
        assert not text[token.start : token.end].isspace()
        end = token.end
    assert end <= len(text)


@given(
    st.lists(st.sampled_from(["قوات", "التحالف", "2026", "،", ".", "Iraq", "«", "في"]), max_size=12)
)
def test_spaced_tokens_come_back_as_they_are(parts):
    text = " ".join(parts)
    assert words(text) == parts


@given(st.lists(st.text("قالتB52 2،.'\n\"أّـ،😀\u200dx", max_size=30), max_size=6))
def test_words_of_many_texts_are_the_words_of_each(texts):
    together = words_of(texts)
    each = [
        (number, token.start, token.end, text[token.start : token.end])
        for number, text in enumerate(texts)
        for token in tokenize(text)
        if token.kind in ("word", "latin")
    ]
    columns = (together.text.tolist(), together.start.tolist(), together.end.tolist())
    assert list(zip(*columns, together.word, strict=True)) == each


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("زوروا http://example.org/a-b?c=1، ثم", "زوروا http://example.org/a-b?c=1 ، ثم"),
        ("راسلنا: info@example.org.", "راسلنا : info@example.org ."),
        ("اسمه www.example.com (هنا)", "اسمه www.example.com ( هنا )"),
        ("عن U.S. News وعن bbc.com.", "عن U.S. News وعن bbc.com ."),
        ("قناة BBC. ثم A.B", "قناة BBC . ثم A.B"),
        ("قال ''نعم'' ومضى", "قال '' نعم '' ومضى"),
        ("@user و#وسم", "@ user و # وسم"),
    ],
)
def test_addresses_and_foreign_abbreviations_are_whole(text, tokens):
    assert [text[t.start : t.end] for t in tokenize(text)] == tokens.split()


def test_many_addresses_in_a_row_are_all_found():
    text = " ".join(f"a{n}@example.org و" for n in range(50))
    found = [text[t.start : t.end] for t in tokenize(text)]
    assert found == [w for n in range(50) for w in (f"a{n}@example.org", "و")]
