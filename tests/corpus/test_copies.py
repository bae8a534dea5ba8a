"""Copies: edited, shortened and padded texts are found; shared formulas and topics are not copies."""

from __future__ import annotations

import itertools
import random
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.corpus.copies import grams as copy_grams
from rasid.corpus.copies import index as copies
from rasid.corpus.copies import postings
from rasid.corpus.copies.grams import GramStore, narrow
from rasid.corpus.copies.groups import Likeness, cluster
from rasid.corpus.copies.index import CopyIndex, CopyMember, representative, shingles
from rasid.corpus.copies.prints import Prints
from rasid.corpus.copies.rule import likeness
from tests.corpus.copy_texts import edited, printed, text, together


def index_of(texts: dict[str, list[str]]) -> CopyIndex:
    index = CopyIndex()
    index.update(added=[(name, shingles(" ".join(words))) for name, words in texts.items()])
    return index


def test_distinct_grams_of_all_articles_are_those_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copy_grams, "_TOGETHER", 3)
    store = GramStore()
    for number in range(7):
        words = text(number % 4, 20 * number)  # the first has none
        store.add(f"{9 - number}", narrow(shingles(" ".join([*words, "12", "345", *words]))))
    store.compact()
    found, counts = store.distinct()
    each = [sorted(set(store.grams(number).tolist())) for number in store]
    assert counts.tolist() == [len(own) for own in each]
    assert found.tolist() == [value for own in each for value in own]


def test_edited_shortened_and_padded_copies_are_grouped() -> None:
    base = text(1)
    texts = {
        "base": base, "edited": edited(base, 0.08, 2), "much": edited(base, 0.2, 3), "short": base[:130],
        "padded": text(90, 40) + base + text(91, 60), "spelling": [w.replace("ة", "ه") for w in base],
        "other": text(4), "another": text(5),
    }  # fmt: skip
    (group,) = index_of(texts).groups()
    assert set(group) == {"base", "edited", "much", "short", "padded", "spelling"}


def test_a_shared_quotation_is_not_a_copy() -> None:
    quote = text(7, 20)
    texts = {"a": text(8) + quote, "b": quote + text(9)}
    assert index_of(texts).groups() == []


def test_a_follow_up_with_the_background_of_the_day_before_is_not_a_copy() -> None:
    background = text(20, 90)
    texts = {"first": text(21, 60) + background, "next": text(22, 70) + background}
    assert index_of(texts).groups() == []
    texts = {"first": text(23, 70) + background, "item": background + text(24, 60)}
    assert index_of(texts).groups() == []


def test_a_report_shortened_rewritten_or_with_another_end_is_a_copy() -> None:
    base = text(25, 200)
    rewritten = edited(base[:40], 0.25, 26) + text(27, 15) + edited(base[40:150], 0.15, 28)
    end = base[:60] + text(29, 60)
    for other in (rewritten, end):
        assert index_of({"base": base, "other": other}).groups() == [["base", "other"]]


def test_an_item_of_a_round_up_is_not_its_copy() -> None:
    item = text(30, 60)
    round_up = text(31, 20) + edited(item, 0.08, 33) + text(32, 700)
    assert index_of({"item": item, "roundup": round_up}).groups() == []


def test_less_than_half_of_a_text_in_a_much_longer_one_is_no_copy() -> None:
    told = text(110, 100)
    part = text(113, 18) + told[:46]
    assert together(printed(told, "one", 1), printed(part + text(111, 180), "two", 1))
    assert not together(printed(told, "one", 1), printed(part + text(112, 320), "two", 1))
    assert together(printed(told, "one", 1), printed(told[:46] + text(112, 320), "two", 1))


def test_the_same_report_with_other_figures_is_another_day_s() -> None:
    words = text(34, 60)

    def report(seed: int, prose: int) -> list[str]:
        chosen, told = random.Random(seed), edited(words, 0.05, prose)
        for at in range(5, 60, 8):
            told[at] = str(chosen.randint(10, 9999))
        return told

    assert index_of({"monday": report(1, 35), "tuesday": report(2, 36)}).groups() == []
    assert index_of({"monday": report(1, 35), "again": report(1, 36)}).groups() != []


def filled(frame: str, *values: str) -> list[str]:
    return frame.format(*values).split()


FRAME = (
    "افتتح مدير فرع الوزارة بمنطقة {0} يوم {1} ورشة المراقبين الميدانيين التي تبحث سبل متابعة المنشآت {3} "
    "وتستمر أسبوعا بمشاركة مختصين وقال المدير {2} إن الورشة تهدف {3} إلى رفع كفاءة المراقبين "
    "وتوحيد إجراءات الضبط داعيا أصحاب المنشآت إلى تصحيح أوضاعهم"
)


def test_the_same_words_of_another_place_or_day_are_another_report() -> None:
    here = filled(FRAME, "الأنبار", "الأحد", "سالم", "الصغيرة")
    assert (
        index_of({"a": here, "b": filled(FRAME, "كركوك", "الأحد", "رعد", "فيها جميعا")}).groups()
        == []
    )
    day = filled(FRAME, "الأنبار", "الخميس", "رعد أحمد", "المتعثرة ماليا")
    assert index_of({"a": here, "b": day}).groups() == []
    again = filled(FRAME, "الانبار", "الأحد الماضي", "سالم العلي", "الصغرى")
    assert index_of({"a": here, "b": again}).groups() == [["a", "b"]]
    silent = filled(FRAME.replace("بمنطقة {0} ", ""), "", "الأحد الماضي", "العلي", "الصغرى")
    assert index_of({"a": here, "b": silent}).groups() == [["a", "b"]]


def test_a_dateline_is_not_the_place_of_the_report() -> None:
    told = FRAME.replace("بمنطقة {0} ", "").format("", "الأحد", "سالم", "")
    here, there = f"كركوك: {told}", f"المراسل - أربيل: {told} وحضر الافتتاح جمع من الأهالي"
    index = CopyIndex()
    index.update(added=[("a", shingles(here)), ("b", shingles(there))])
    assert index.groups() == [["a", "b"]]


def test_a_reprint_with_another_end_is_a_copy_whatever_the_end_names() -> None:
    start = text(40, 60)
    one = start + filled("وكان ذلك يوم {0} في {1}", "السبت", "البصرة") + text(41, 20)
    two = start + filled("وسيعود يوم {0} إلى {1}", "الاثنين", "الموصل") + text(42, 20)
    assert index_of({"one": one, "two": two}).groups() == [["one", "two"]]


def test_forecasts_and_telegrams_are_alike_by_their_form() -> None:
    forecast = (
        "سيكون الطقس {0} غائما جزئيا والرياح شمالية غربية خفيفة السرعة ودرجات الحرارة {1} والرؤية الأفقية من {2} "
        "كم والسماء صحو في المرتفعات مع سحب عابرة وضباب خفيف على السواحل وغبار محلي كثيف في {3}"
    )
    one = filled(forecast, "اليوم", "مرتفعة قليلا", "ستة إلى ثمانية", "السهول الداخلية عصرا")
    two = filled(forecast, "مساء", "منخفضة", "خمسة إلى عشرة", "الأودية والشعاب")
    assert index_of({"one": one, "two": two}).groups() == []
    assert index_of({"one": one, "two": [*one, "انتهى"]}).groups() == [["one", "two"]]
    telegram = (
        "بعث الرئيس برقية تهنئة إلى فخامة {0} بمناسبة ذكرى استقلال {1} الصديق أعرب فيها باسمه وباسم حكومة وشعب "
        "البلاد عن أصدق التهاني وأطيب التمنيات بموفور الصحة والسعادة لفخامته ولحكومة وشعب {1} الصديق {2} "
        "واطراد التقدم"
    )
    one = filled(telegram, "رئيسها", "بلاده", "مزيدا من الازدهار")
    two = filled(telegram, "الحاكم العام", "الأرخبيل", "الرخاء والازدهار")
    assert index_of({"one": one, "two": two}).groups() == []


def test_thousands_are_one_number_with_and_without_their_sign() -> None:
    words = text(43, 60)
    plain, signed = list(words), list(words)
    figures = [f"{31 + step}{step}07" for step in range(8)]
    for step, at in enumerate(range(12, 60, 6)):
        plain[at], signed[at] = figures[step], f"{figures[step][:-3]},{figures[step][-3:]}"
    index = CopyIndex()
    index.update(
        added=[("plain", shingles(" ".join(plain))), ("signed", shingles(" ".join(signed)))]
    )
    assert index.groups() == [["plain", "signed"]]


def test_a_tremor_of_another_strength_is_another_tremor() -> None:
    told = (
        "ضرب زلزال قوته {0} درجات أطراف الإقليم فجر اليوم دون وقوع أضرار وذكر مركز الرصد أن مركز الزلزال كان على عمق "
        "{1} كيلومترا {2} وأن سكان القرى خرجوا إلى الطرق خشية هزات ارتدادية"
    )
    one = filled(told, "6.7", "212.5", "شرق المدينة القديمة وجنوب البحيرة الكبيرة")
    other = filled(told, "5.5", "184.3", "عند الحدود الغربية")
    again = filled(told, "6٫7", "212٫5", "عند المدينة القديمة")
    assert index_of({"one": one, "other": other}).groups() == []
    assert index_of({"again": again, "one": one}).groups() == [["again", "one"]]


def test_a_story_that_most_of_a_small_corpus_holds_is_one_group() -> None:
    base = text(37, 120)
    texts = {f"t{i:02}": base[:90] + text(400 + i, 50) for i in range(20)}
    (group,) = index_of(texts).groups()
    assert len(group) == 20


def test_condolences_and_weather_are_not_copies() -> None:
    notice = (
        "بعث محافظ {0} برقية عزاء ومواساة في وفاة الحاج {1} سائلاً المولى عز وجل أن يتغمد الفقيد بواسع رحمته "
        "ويسكنه فسيح جناته ويلهم أهله وذويه الصبر والسلوان إنا لله وإنا إليه راجعون"
    )
    texts = {f"n{i}": notice.format(*text(i, 2)).split() for i in range(8)}
    assert index_of(texts).groups() == []


def test_a_story_with_many_takers_is_one_group() -> None:
    base = text(11)
    texts = {f"t{i:02}": [*text(100 + i, 6), *base] for i in range(40)}
    texts |= {f"o{i}": text(300 + i) for i in range(40)}
    (group,) = index_of(texts).groups()
    assert len(group) == 40


def test_adding_one_by_one_gives_the_same_groups_and_survives_saving(tmp_path: Path) -> None:
    texts = {f"x{i}": text(i) for i in range(30)}
    texts |= {f"y{i}": edited(texts[f"x{i}"], 0.1, 50 + i) for i in range(0, 30, 3)}
    whole = index_of(texts).groups()
    step = CopyIndex()
    for name, words in texts.items():
        step.update(added=[(name, shingles(" ".join(words)))])
    assert step.groups() == whole
    step.save(tmp_path)
    again = CopyIndex.load(tmp_path)
    assert again.groups() == whole
    again.update(removed=["y0"])
    assert all("y0" not in group for group in again.groups())
    again.update(added=[("y0", shingles(" ".join(texts["y0"])))])
    assert again.groups() == whole


def test_the_incremental_path_beyond_small_corpora(tmp_path: Path) -> None:
    texts = {f"x{i:04}": text(i, 60) for i in range(2200)}
    index = index_of(texts)
    index.save(tmp_path)
    index = CopyIndex.load(tmp_path)
    copy = edited(texts["x0007"], 0.05, 1)
    index.update(added=[("new", shingles(" ".join(copy)))])
    assert ["new", "x0007"] in index.groups()
    index.update(removed=["x0007"])
    assert index.groups() == []


def grouped(pairs: list[tuple[int, int]], **alike: Likeness) -> list[list[int]]:
    likenesses = {pair: alike.get(f"p{pair[0]}{pair[1]}", Likeness(50, 40)) for pair in pairs}
    return sorted(map(sorted, cluster(likenesses)))


def test_clusters_do_not_chain() -> None:
    two_stories = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)]
    assert grouped(two_stories) == [[0, 1, 2], [3, 4, 5]]
    assert grouped([(0, 1), (1, 2)], p12=Likeness(60, 55)) == [[1, 2]]  # the more alike two
    assert grouped([(0, 1), (1, 2)], p12=Likeness(90, 80), p01=Likeness(75, 70)) == [[0, 1, 2]]
    assert grouped([(0, 1), (1, 2), (0, 2), (2, 3), (1, 3)]) == [[0, 1, 2, 3]]
    assert grouped([(4, 9), (0, 1)]) == [[0, 1], [4, 9]]
    story = [(1, 2), (1, 3), (2, 3), (0, 1), (0, 2), (0, 3)]
    assert grouped([*story, (0, 9)], p09=Likeness(80, 70)) == [[0, 1, 2, 3]]  # not 0 with 9
    many = [(0, n) for n in range(1, 6)] + [(1, 2), (1, 3), (2, 3)]
    placed = [number for group in grouped(many) for number in group]
    assert len(placed) == len(set(placed))


def test_short_and_empty_bodies() -> None:
    assert len(shingles("كلمتان فقط")) == 0
    assert index_of({"a": [], "b": ["كلمة"], "c": text(1, 5), "d": text(1, 5)}).groups() == []


def test_the_representative_is_the_original_publisher_else_the_earliest() -> None:
    def member(name: str, outlet: str, host: str, day: int | None) -> CopyMember:
        return CopyMember(name, outlet, host, date(2025, 8, day) if day else None, 100)

    own = member("b", "alsumaria", "alsumaria", 5)
    assert representative([member("a", "alsumaria", "nabd", 3), own]) == "b"
    assert (
        representative(
            [member("a", "x", "x", 3), member("b", "y", "y", 2), member("c", "z", "z", None)]
        )
        == "b"
    )


def crowd() -> dict[str, list[str]]:
    """Return texts of all kinds: strangers, edited copies, a wire story, a template that grows common."""
    formula, wire = text(900, 40), text(901, 90)
    texts = {f"a{i:03}": text(i, 70) for i in range(560)}
    texts |= {f"b{i:03}": edited(texts[f"a{i:03}"], 0.15, 700 + i) for i in range(0, 200, 8)}
    texts |= {f"c{i:02}": formula + text(1000 + i, 45) for i in range(16)}
    texts |= {f"d{i:02}": text(1100 + i, 5) + edited(wire, 0.01, i) for i in range(20)}
    texts |= {f"e{i:02}": texts[f"a{400 + i}"][:35] + text(1200 + i, 40) for i in range(12)}
    return texts


def test_copies_are_found_exactly() -> None:
    assert_found_exactly(postings.CLOSELY)


def assert_found_exactly(sketch: postings.Sketch) -> None:
    texts = crowd()
    index = index_of(texts)
    common = index._common
    values = {name: narrow(shingles(" ".join(words))) for name, words in texts.items()}
    prints = {name: Prints(own) for name, own in values.items()}
    sets = {name: frozenset(own.tolist()) for name, own in values.items()}
    every = {
        (a, b)
        for a, b in itertools.combinations(sorted(texts), 2)
        if not sets[a].isdisjoint(sets[b]) and likeness(prints[a], prints[b], common, sketch)
    }
    ids = index._store.ids
    assert {tuple(sorted((ids[a], ids[b]))) for a, b in index._pairs} == every
    assert len(every) > 150


def test_any_order_of_adding_and_removing_gives_what_a_fresh_index_gives() -> None:
    texts = crowd()
    names = sorted(texts, key=lambda name: (name[1:], name))
    items = [(name, shingles(" ".join(texts[name]))) for name in names]
    index = CopyIndex()
    index.update(added=items[:-40])
    fitted = index._fitted
    for at in range(len(items) - 40, len(items), 5):
        index.update(added=items[at : at + 5])
    assert index._fitted == fitted  # nothing was reckoned from the start again
    assert index.groups() == index_of(texts).groups()
    gone = names[10:50]
    index.update(removed=gone)
    assert index.groups() == index_of({n: w for n, w in texts.items() if n not in gone}).groups()


def test_copies_are_found_exactly_in_middling_corpora(monkeypatch) -> None:
    monkeypatch.setattr(postings, "CLOSE", 300)
    assert_found_exactly(postings.EXACTLY)
    test_any_order_of_adding_and_removing_gives_what_a_fresh_index_gives()


def test_beyond_the_exact_range_order_does_not_matter_either(monkeypatch) -> None:
    monkeypatch.setattr(postings, "CLOSE", 200)
    monkeypatch.setattr(postings, "EXACT", 300)
    test_any_order_of_adding_and_removing_gives_what_a_fresh_index_gives()
    texts = crowd()
    index = index_of(texts)
    assert index._postings.sketch is postings.SAMPLED
    (story,) = [group for group in index.groups() if "d00" in group]
    assert len(story) >= 17


def population() -> dict[str, list[str]]:
    """Return 90 texts, many of which share a template, a story, an opening or a background."""
    template, story, background = text(950, 45), text(951, 70), text(952, 60)
    texts = {f"p{i:02}": text(i, 60) for i in range(30)}
    texts |= {f"q{i:02}": edited(texts[f"p{i:02}"], 0.12, 500 + i) for i in range(15)}
    texts |= {f"r{i:02}": template + text(600 + i, 25) for i in range(15)}
    texts |= {f"s{i:02}": edited(story, 0.08, 700 + i) + text(720 + i, 20) for i in range(15)}
    texts |= {f"t{i:02}": text(800 + i, 50) + background for i in range(15)}
    return texts


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.sets(st.sampled_from(sorted(population())), max_size=6), max_size=8), st.booleans()
)
def test_any_sequence_of_small_builds_gives_what_one_build_gives(
    steps: list[set[str]], kept_in_a_folder: bool
) -> None:
    prints = {name: shingles(" ".join(words)) for name, words in population().items()}
    index, present = CopyIndex(), set(sorted(prints)[::2]) | {"r01", "s01", "t01"}
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(copies, "_SMALL", 0)
        index.update(added=[(name, prints[name]) for name in sorted(present)])
        for number, names in enumerate(steps):
            gone = present & names
            index.update(added=[(n, prints[n]) for n in sorted(names - gone)], removed=gone)
            present = (present | names) - gone
            if kept_in_a_folder:
                index.save(Path(folder) / str(number % 2))
                index = CopyIndex.load(Path(folder) / str(number % 2))
    whole = CopyIndex()
    whole.update(added=[(name, prints[name]) for name in sorted(present)])
    assert index.groups() == whole.groups()


def test_saving_over_the_files_an_index_is_mapped_from(tmp_path: Path) -> None:
    texts = {f"x{i}": text(i) for i in range(520)}
    index_of(texts).save(tmp_path)
    index = CopyIndex.load(tmp_path)
    index.update(removed=["x3"])
    index.save(tmp_path)
    again = CopyIndex.load(tmp_path)
    assert len(again) == 519
    again.update(
        added=[("x3", shingles(" ".join(texts["x3"]))), ("y", shingles(" ".join(text(3))))]
    )
    assert again.groups() == [["x3", "y"]]
    again.save(tmp_path / "next")
    again.save(tmp_path)
    for folder in (tmp_path, tmp_path / "next"):
        reloaded = CopyIndex.load(folder)
        assert reloaded.groups() == [["x3", "y"]]
        reloaded.update(removed=["y"], added=[("z", shingles(" ".join(text(5))))])
        assert reloaded.groups() == [["x5", "z"]]


def test_which_of_two_comes_first_does_not_matter() -> None:
    common = narrow(shingles(""))
    for seed in range(70, 100):
        base = text(seed, 120)
        other = edited(base[: 40 + seed % 60], 0.1, seed) + text(seed + 100, 40)
        prints = [Prints(narrow(shingles(" ".join(words)))) for words in (base, other)]
        assert likeness(*prints, common) == likeness(*prints[::-1], common)
