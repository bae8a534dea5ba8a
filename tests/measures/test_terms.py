"""Multiword terms: the store's counts and the language's choice, against both done word by word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rasid import measures as m
from rasid.language import count_runs, is_term_edge, is_term_part
from rasid.language import phrases as strongest
from rasid.store.build import build
from rasid.store.engine import Store, open_store
from rasid.store.selection import Selection

TERMS = ("قوات التحالف الدولي", "قاعدة عين الأسد", "الإطار التنسيقي", "وزارة الدفاع")
SENTENCES = (
    "زار الوفد {} مساء أمس.", "كتب صحفي عن {} مقالاً طويلاً.", "لا يعرف الأهالي شيئاً عن {} هذه السنة.",
    "قال المتحدث: «ننتظر رد {} قبل الصيف».", "تابع الناس أخبار {} في المقاهي.", "عاد الحديث إلى {} بعد شهر.",
    "سأل النائب: «من يراقب {} اليوم؟».", "اختلفت الصحف حول {} كثيراً.", "نشر موقع محلي صوراً قرب {} ليلاً.",
    "صمتت الحكومة عن {} أياماً.", "وصل المطر إلى {} مبكراً.",
)  # fmt: skip


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("terms")
    articles = folder / "articles"
    articles.mkdir()
    for number in range(len(SENTENCES)):
        lines = [
            SENTENCES[(number + 3 * step) % len(SENTENCES)].format(term)
            for step, term in enumerate(TERMS)
        ]
        text = "\n".join([f"خبر رقم {number}", "", *lines, ""])
        (articles / f"{number}.txt").write_text(text, encoding="utf-8")
    build([articles], folder / "store")
    opened = open_store(folder / "store")
    yield opened
    opened.close()


def _sentences(store: Store) -> list[list[str]]:
    found: dict[tuple[int, int], list[str]] = {}
    for article, sentence, lemma in store.rows(
        "SELECT article_key, sentence, lemma FROM base.tokens JOIN base.lemmas USING (lemma_id) "
        "ORDER BY article_key, position"
    ):
        found.setdefault((article, sentence), []).append(lemma)
    return list(found.values())


def test_terms_are_those_of_runs_counted_one_by_one(store: Store) -> None:
    words, runs = count_runs(_sentences(store))
    expected = strongest(words, runs, is_edge=is_term_edge, is_part=is_term_part, minimum=3)
    names = dict(store.rows("SELECT lemma_id, lemma FROM base.lemmas"))
    table = m.multiword_terms(store, Selection(), limit=10_000)
    found = {tuple(names[i] for i in row.lemma_ids): row for row in table.itertuples()}
    assert {phrase.lemmas for phrase in expected} == set(found)
    for phrase in expected:
        assert found[phrase.lemmas].count == phrase.occurrences
        assert abs(found[phrase.lemmas].score - phrase.score) < 1e-6


def test_terms_are_written_as_the_texts_write_them(store: Store) -> None:
    found = set(m.multiword_terms(store, Selection())["phrase"])
    assert {"قوات التحالف الدولي", "وزارة الدفاع"} <= found


@pytest.mark.parametrize("voice", ["all", "quoted", "own"])
def test_every_count_opens_as_many_sentences(store: Store, voice: str) -> None:
    selection = Selection(voice=voice)
    table = m.multiword_terms(store, selection, min_count=2)
    assert len(table)
    assert (table["count"].diff().dropna() <= 0).all()
    for _, row in table.iterrows():
        for value in ("count", "articles"):
            found = m.evidence(store, selection, m.cell("multiword_terms", row, value))
            assert len(found) == row[value]


def test_nothing_in_view_has_no_terms(store: Store) -> None:
    assert m.multiword_terms(store, Selection(query="غائبجداً")).empty
