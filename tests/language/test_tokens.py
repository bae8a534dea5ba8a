"""Tokens: what stays whole, what is cut."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.language import tokenize
from rasid.language.tokens import UNSEEN
from rasid.language.written_words import MetWords, words_of


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


MIXED = "قالتو ة2٥ .,:/-_&'’،؛\"«)#@%+٫\n\u0640\u064e\u200b\u200d\u200f\u00ad\ufe0fé\u0301Az😀ﻻﷺ²"


@given(st.text(max_size=80) | st.text(MIXED, max_size=40))
def test_tokens_cover_all_that_is_seen_and_never_overlap(text):
    covered = []
    for token in tokenize(text):
        assert token.start < token.end
        piece = text[token.start : token.end]
        assert not any(drawn_as_space(c) for c in piece)
        assert ord(piece[0]) not in UNSEEN
        assert ord(piece[-1]) not in UNSEEN
        covered += range(token.start, token.end)
    assert covered == sorted(set(covered))
    dropped = set(range(len(text))) - set(covered)
    assert all(drawn_as_space(text[at]) or ord(text[at]) in UNSEEN for at in dropped)


def drawn_as_space(character):
    return (
        unicodedata.category(character) in ("Cc", "Zs", "Zl", "Zp") and ord(character) not in UNSEEN
    )


@given(st.text(MIXED, max_size=20), st.text(MIXED, max_size=20))
def test_a_space_parts_what_stands_on_its_sides(left, right):
    apart = [cut(left), cut(right)]
    assert cut(f"{left} {right}") == apart[0] + apart[1]


@given(st.lists(st.sampled_from("قالبو"), min_size=2, max_size=8), st.sampled_from(sorted(UNSEEN)))
def test_what_draws_nothing_neither_parts_a_word_nor_begins_one(letters, unseen):
    word = chr(unseen).join(letters)
    text = f"{chr(unseen)}{word}{chr(unseen)} {chr(unseen)}"
    assert cut(text) == [(word, "word")]


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
    written = [together.forms[form] for form in together.form.tolist()]
    assert list(zip(*columns, written, strict=True)) == each
    assert together.forms == list(dict.fromkeys(written))


def test_words_met_before_are_numbered_and_not_named_again():
    met = MetWords()
    first = words_of(["غادر الجنود", "عاد الجنود"], met)
    then = words_of(["غادر القاعدة رتل", "عاد رتل"], met)
    assert first.forms == ["غادر", "الجنود", "عاد"]
    assert then.forms == ["القاعدة", "رتل"]
    assert then.form.tolist() == [0, 3, 4, 2, 4]


@given(st.lists(st.lists(st.integers(1, 40), max_size=40), max_size=5), st.booleans())
def test_words_of_one_place_in_the_table_are_told_apart(batches, last_place):
    # Prints that agree in the bits which tell the place, the last place of the table among them.
    high = np.uint64((1 << 64) - (1 << 40) if last_place else 5 << 58)
    met, known = MetWords(), {}
    for batch in batches:
        prints = np.array(batch, dtype=np.uint64) + high
        numbers, first = met.numbers(prints)
        new = [print_ for print_ in dict.fromkeys(batch) if print_ not in known]
        known.update({print_: len(known) + at for at, print_ in enumerate(new)})
        assert numbers.tolist() == [known[print_] for print_ in batch]
        assert [batch[at] for at in first.tolist()] == new


def test_the_table_of_words_grows():
    prints = np.random.default_rng(3).integers(1, 1 << 63, 200_000, dtype=np.uint64) * np.uint64(2)
    met = MetWords()
    for part in np.split(prints, 8):
        met.numbers(part)
    numbers, new = met.numbers(prints)
    assert numbers.tolist() == list(range(len(prints)))
    assert not len(new)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("زوروا http://example.org/a-b?c=1، ثم", "زوروا http://example.org/a-b?c=1 ، ثم"),
        ("راسلنا: info@example.org.", "راسلنا : info@example.org ."),
        ("اسمه www.example.com (هنا)", "اسمه www.example.com ( هنا )"),
        ("عن U.S. News وعن bbc.com.", "عن U.S. News وعن bbc.com ."),
        ("قناة BBC. ثم A.B", "قناة BBC . ثم A.B"),
        ("قال ''نعم'' ومضى", "قال '' نعم '' ومضى"),
        ("@user_1 و#وسم_آخر", "@ user_1 و # وسم _ آخر"),
    ],
)
def test_addresses_and_foreign_abbreviations_are_whole(text, tokens):
    assert [text[t.start : t.end] for t in tokenize(text)] == tokens.split()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("طائرات F-16 وMQ-9.", "طائرات F-16 و MQ-9 ."),
        ("COVID-19 وWi-Fi وAK-47s", "COVID-19 و Wi-Fi و AK-47s"),
        ("شركة AT&T وS&P‑500", "شركة AT&T و S&P‑500"),
        ("U.S.-led F-16-B x--y F- -F", "U.S.-led F-16-B x -- y F - - F"),
        ("الأنجلو-أميركية بي-بي-سي", "الأنجلو - أميركية بي - بي - سي"),
        ("إف-16 و1-صفر", "إف - 16 و 1 - صفر"),
        ("فاز 2-1 في 2015-2016", "فاز 2 - 1 في 2015 - 2016"),
        ("يوم 2024-09-21 هاتف +964-770", "يوم 2024 - 09 - 21 هاتف + 964 - 770"),
        ("12/3 م2 5كم 13م G7 24th", "12/3 م 2 5 كم 13 م G7 24th"),
        ("1٬500٫25 و٣٫٥٪ $20 5% 7 %", "1٬500٫25 و ٣٫٥ ٪ $ 20 5 % 7 %"),
        ("العراق.وقال؛نعم،لا", "العراق . وقال ؛ نعم ، لا"),
        ("د. سعد أ.د. ص.ب 12", "د . سعد أ . د . ص . ب 12"),
        ("نعم!! حقا؟! ... .. …", "نعم !! حقا ؟ ! ... .. …"),
        ("كم² ½ ＡＢ１２ ﻻ", "كم ² ½ ＡＢ１２ ﻻ"),
        ("(الحشد)/[الجيش]", "( الحشد ) / [ الجيش ]"),
        ("و\"الحشد\" و«داعش» وبـ'نعم'", "و \" الحشد \" و « داعش » وبـ ' نعم '"),
    ],
)
def test_compounds_numbers_and_signs(text, tokens):
    assert words(text) == tokens.split()


def test_signs_of_emoji_are_no_words():
    assert cut("❤\ufe0f 1\ufe0f\u20e3 👩\u200d👧 \u0301") == [
        ("❤", "sign"), ("1", "number"), ("\u20e3", "sign"), ("👩", "sign"), ("👧", "sign"), ("\u0301", "sign"),
    ]  # fmt: skip


def test_many_addresses_in_a_row_are_all_found():
    text = " ".join(f"a{n}@example.org و" for n in range(50))
    found = [text[t.start : t.end] for t in tokenize(text)]
    assert found == [w for n in range(50) for w in (f"a{n}@example.org", "و")]
