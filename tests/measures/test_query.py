"""Search: what an expression finds, and what it says when it cannot be read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rasid import measures as m
from rasid.errors import RasidError
from rasid.store.build import build
from rasid.store.engine import Store, open_store
from rasid.store.selection import Selection
from tests.measures.sample import WORDS, Sample


def forms_found(store: Store, query: str, *, fold: bool = True) -> set[str]:
    return set(m.concordance(store, Selection(), query, limit=5000, fold=fold)["node"])


@pytest.mark.parametrize("form", WORDS["انسحاب"])
def test_any_form_of_a_word_finds_all_forms_of_its_lemma(store: Store, form: str) -> None:
    found = forms_found(store, form)
    assert found == set(WORDS["انسحاب"])
    assert not found & set(WORDS["سحب"])


def test_quotation_marks_find_the_surface_only(store: Store) -> None:
    for query in ('"بالانسحاب"', "«بالانسحاب»", "“بالانسحاب”", "”بالانسحاب“"):
        assert forms_found(store, query) == {"بالانسحاب"}


def test_folding_can_be_switched_off(store: Store) -> None:
    assert forms_found(store, '"امريكية"') == {"أمريكية", "امريكية"}
    assert forms_found(store, '"امريكية"', fold=False) == {"امريكية"}
    assert forms_found(store, "أمريكية", fold=False) == {"أمريكية", "الأمريكية"}


def test_diacritics_and_tatweel_in_the_search_change_nothing(store: Store) -> None:
    plain = m.count_hits(store, Selection(), "انسحاب")
    assert m.count_hits(store, Selection(), "اِنْسِحَاب") == plain
    assert m.count_hits(store, Selection(), "انســحاب") == plain


def test_wildcards_and_expressions_match_word_types(store: Store) -> None:
    assert forms_found(store, "*انسحاب") == {"انسحاب", "الانسحاب", "والانسحاب", "بالانسحاب"}
    assert forms_found(store, "ال*ية") == {"الأمريكية", "الأجنبية"}
    assert forms_found(store, "/^ال.*د$/") == {"الجنود"}
    assert forms_found(store, "/غائب/") == set()


def test_two_words_in_order_and_within_a_distance(sample: Sample, store: Store) -> None:
    names = [row["lemma"] for row in sample.rows["lemmas"]]
    words: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for token in sample.rows["tokens"]:
        row = words.setdefault((token["article_key"], token["sentence"]), [])
        row.append((token["position"], names[token["lemma_id"]]))
    pairs = [
        (a, b)
        for row in words.values()
        for a, first in row if first == "قوه"
        for b, second in row if second == "عراق"
    ]  # fmt: skip
    assert m.count_hits(store, Selection(), "قوات العراق").count == sum(
        b - a == 1 for a, b in pairs
    )
    for distance in (1, 4):
        found = m.count_hits(store, Selection(), f"قوات ~{distance} العراق").count
        assert found == sum(abs(b - a) <= distance for a, b in pairs) > 0


def test_or_adds_up_and_brackets_bind(store: Store) -> None:
    one, two = (m.count_hits(store, Selection(), q).count for q in ("انسحاب", "خروج"))
    assert m.count_hits(store, Selection(), "انسحاب OR خروج").count == one + two
    assert m.count_hits(store, Selection(), "انسحاب | خروج | انسحاب").count == one + two
    together = m.count_hits(store, Selection(), "(انسحاب OR خروج) القوات").count
    apart = sum(m.count_hits(store, Selection(), f"{q} القوات").count for q in ("انسحاب", "خروج"))
    assert together == apart


@pytest.mark.parametrize(
    ("query", "code", "position"),
    [
        ("", "query-no-word", 0),
        ("   ", "query-no-word", 3),
        ('قوات "بلا نهاية', "query-open-quote", 5),
        ('قوات ""', "query-no-word", 6),
        ("/abc", "query-open-regex", 0),
        ("قوات /[ا/", "query-bad-regex", 6),
        ("/(?=ا)ب/", "query-bad-regex", 1),
        (r"/(ا)\1/", "query-bad-regex", 4),
        ("(قوات", "query-open-paren", 0),
        ("قوات)", "query-extra-paren", 4),
        ("قوات OR", "query-no-word", 7),
        ("~5 قوات", "query-no-word", 0),
        ("قوات ~ ", "query-no-word", 7),
        ("قوات ~51 عراق", "query-distance", 5),
        ("قوات ~0 عراق", "query-distance", 5),
        ("***", "query-no-word", 0),
        ("ا" * 301, "query-too-long", 300),
        ("ا " * 31, "query-too-long", 0),
    ],
)
def test_a_bad_search_says_what_and_where(query: str, code: str, position: int) -> None:
    with pytest.raises(m.QueryError) as caught:
        m.parse(query)
    assert caught.value.code == code
    assert caught.value.position == position
    assert isinstance(caught.value, RasidError)
    for language in ("ar", "en"):
        assert "{" not in caught.value.text(language)


def test_an_expression_made_to_hang_does_not(store: Store) -> None:
    begun = time.process_time()
    m.count_hits(store, Selection(), "/^(ا|ل|ان|ال|س|ح|ب)*$/")
    m.count_hits(store, Selection(), "/((.*)*)*ظظ/")
    assert time.process_time() - begun < 20  # a backtracking engine would need years


def test_matches_lists_the_forms_with_counts_of_the_corpus(sample: Sample, store: Store) -> None:
    table = m.matches(store, "انسحاب")
    assert set(table["form"]) == set(WORDS["انسحاب"])
    frequency = m.frequency(store, Selection()).set_index("lemma")
    assert table["count"].sum() == frequency.loc["انسحاب", "count"]


def test_a_query_in_the_selection_keeps_the_articles_it_finds(store: Store) -> None:
    hits = m.count_hits(store, Selection(), "خروج")
    assert m.summary(store, Selection(query="خروج")).articles == hits.articles


def test_numbers_are_found_in_the_text_in_any_digits(sample: Sample, store: Store) -> None:
    texts = [row["body"] for row in sample.rows["articles"]]
    expected = sum(text.count("2500 جندي") for text in texts)
    for query in ("2500", "2,500", "٢٥٠٠", '"2500"', "۲٬۵۰۰", "(2500)", "2500 جندي", '"2500 جندي"'):
        assert m.count_hits(store, Selection(), query).count == expected > 0, query
    lines = m.concordance(store, Selection(), "2500 جندي", limit=expected, context=1)
    assert set(lines["node"]) == {"2500 جندي"}
    assert m.count_hits(store, Selection(), "250").count == 0
    assert m.count_hits(store, Selection(), "2,500", fold=False).count == 0
    assert m.count_hits(store, Selection(), "500 OR 2500").count == expected + sum(
        text.count(" 500 جندي") for text in texts
    )


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Build a store of one article with a text of ours."""
    stores = []

    def make(text: str) -> Store:
        source = tmp_path / f"source{len(stores)}"
        source.mkdir()
        (source / "one.txt").write_text(f"عنوان الخبر\n2024-05-01\n\n{text}\n", encoding="utf-8")
        target = tmp_path / f"store{len(stores)}"
        build([source], target)
        stores.append(open_store(target))
        return stores[-1]

    yield make
    for opened in stores:
        opened.close()


def test_a_number_inside_another_is_no_hit(written: Callable[[str], Store]) -> None:
    store = written(
        "نشرت الوزارة 12500 عنصر و2500 جندي. وبلغ العدد 2,500 و٢٬٥٠٠ ثم 2.500 رجل عند الساعة 17:25. "
        "وفي 30/9/2026 تنتهي المهمة وطارت B2500 مرتين بنسبة 2500.5 في المئة."
    )
    assert m.count_hits(store, Selection(), "2500").count == 4
    assert m.count_hits(store, Selection(), '"2500"', fold=False).count == 1
    assert [
        m.count_hits(store, Selection(), q).count for q in ("2026", "30/9/2026", "17", "25")
    ] == [1, 1, 0, 0]
    assert m.count_hits(store, Selection(), "2026 تنتهي المهمة").count == 1
    assert m.count_hits(store, Selection(), "رجل عند الساعة 17:25").count == 1
    assert m.count_hits(store, Selection(), "17:25 وفي").count == 0  # another sentence


def test_latin_words_are_found_whatever_their_case(written: Callable[[str], Store]) -> None:
    store = written(
        "أقلعت طائرة F-16 من القاعدة وقال Trump إن TRUMP سيعود. ونقلت CNN، عن مصدر، ذلك."
    )
    for query, count in (("trump", 2), ("Trump", 2), ('"tRump"', 2), ("f-16", 1), ("F-16", 1), ("طائرة F-16", 1),
                         ("cnn", 1), ("tru*", 2), ("/^TR.*p$/", 2), ("CNN، عن مصدر،", 1)):  # fmt: skip
        assert m.count_hits(store, Selection(), query).count == count, query
    assert m.count_hits(store, Selection(), '"Trump"', fold=False).count == 1


def test_a_rare_word_folded_alike_brings_no_other_lemma(written: Callable[[str], Store]) -> None:
    mosul = "دخلت القوات الموصل فجراً. " * 25
    store = written(f"{mosul}وهذا الرأي المؤصل نادر. وعاد إلى أصل الفكرة وأصولها.")
    assert m.count_hits(store, Selection(), "الموصل").count == 25
    found = m.matches(store, "المؤصل").set_index("form")["count"]
    assert found["المؤصل"] == 1


def test_names_of_two_words_are_found_written_as_one_and_the_other_way_round(
    written: Callable[[str], Store],
) -> None:
    store = written(
        "التقى عبد المهدي وزيرين. وقال عبدالمهدي إن الأمر انتهى. ورحب بعبد المهدي ضيوفه. "
        "ووصل أبو مهدي إلى أبوظبي ثم غادر أبو ظبي مع أبي مهدي ثم ابومهدي. وفتحت أبواب القاعدة لعبد."
    )
    for query, count in (("عبد المهدي", 3), ("عبدالمهدي", 3), ("أبو مهدي", 3), ("ابومهدي", 3), ("ابو ظبي", 2),
                         ("أبوظبي", 2), ("التقى عبدالمهدي", 1), ("قال عبد المهدي إن", 1), ("أبواب", 1), ("عبد", 3),
                         ("عبدالمهدي ~5 ضيوف", 1), ('"عبدالمهدي"', 1)):  # fmt: skip
        assert m.count_hits(store, Selection(), query).count == count, query
    assert m.count_hits(store, Selection(), "عبدالمهدي", fold=False).count == 1
