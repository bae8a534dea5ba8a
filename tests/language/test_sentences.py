"""Sentences: where they end and where they do not."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.language import sentences


def pieces(text):
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "قال د. سالم إن العدد بلغ 3.5 ملايين.",
        "حضر الاجتماع م. هادي وأ.د. كريم أمس.",
        "الكاتب.. محلل سياسي",
        "راجع (ص. 12) من التقرير.",
        "موقع example.com نشر الخبر.",
        'قال لهم: "ارحلوا!"',
    ],
)
def test_one_sentence(text):
    assert pieces(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بدأ الانسحاب. لم ينته بعد.", ["بدأ الانسحاب.", "لم ينته بعد."]),
        ("هل رحلوا؟ نعم! حقاً", ["هل رحلوا؟", "نعم!", "حقاً"]),
        ("قال «سنرحل.» ثم سكت.", ["قال «سنرحل.»", "ثم سكت."]),
        ("عنوان الخبر\nبدأ الانسحاب", ["عنوان الخبر", "بدأ الانسحاب"]),
        ("غادروا العراق.وأضاف المصدر", ["غادروا العراق.", "وأضاف المصدر"]),
        ("انتهت عام 2026.وأضاف المصدر", ["انتهت عام 2026.", "وأضاف المصدر"]),
        ('وفق وكالة "كذا".وتوصلت', ['وفق وكالة "كذا".', "وتوصلت"]),
        ("انتظروا... لم يأت أحد", ["انتظروا...", "لم يأت أحد"]),
        ("  نص  ", ["نص"]),
        ("", []),
        ("\n\n", []),
        ("1. البند الأول\n2. البند الثاني", ["1. البند الأول", "2. البند الثاني"]),
    ],
)
def test_several(text, expected):
    assert pieces(text) == expected


@given(st.text(alphabet='اب .!؟\n«»"13د', max_size=60))
def test_sentences_lose_nothing_but_white_space(text):
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))
    assert "".join("".join(pieces(text)).split()) == "".join(text.split())
