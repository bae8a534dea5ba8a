"""Claims: whose a number of troops is, where they are, and which of them can disagree. The texts are ours."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import pytest

from rasid import measures as m
from rasid.store.build import build
from rasid.store.engine import Store, open_store
from rasid.store.selection import Selection

READ = {
    # text: (side, place, whether it is a strength that may disagree)
    "وقال إن 2500 جندي أميركي في العراق ينتظرون الأوامر.": ("country:us", "country:iq", True),
    "وتنشر فرنسا نحو 600 جندي في سوريا منذ أشهر.": ("country:fr", "country:sy", True),
    "ويوجد في العراق نحو 700 عسكري بريطاني حاليا.": ("country:gb", "country:iq", True),
    "ولدى الولايات المتحدة 900 جندي في سوريا.": ("country:us", "country:sy", True),
    "ويبلغ عدد القوات الأميركية الموجودة في العراق 5200 عنصر.": ("country:us", "country:iq", True),
    "وفي قاعدة عين الأسد ينتشر 300 جندي من قوات التحالف الدولي.": ("org:coalition", "base:ain-al-asad", True),
    "وأعلن الجيش مقتل 12 جنديا تركيا في العراق خلال اشتباكات.": ("country:tr", "country:iq", False),
    "وسيبقى 400 جندي ألماني في العراق حتى نهاية العام.": ("country:de", "country:iq", False),
    "ودعت الحكومة إلى سحب 1500 جندي إيطالي من العراق.": ("country:it", "country:iq", False),
    "وانتشر 3000 جندي عراقي في الأنبار.": ("country:iq", "place:anbar", False),
    "وشاركت كتيبة من 200 جندي أميركي في العراق.": ("country:us", "country:iq", False),
}  # fmt: skip


def write_store(folder, texts: list[tuple[str, str]]) -> Store:  # type: ignore[no-untyped-def]
    source = folder / "source"
    source.mkdir()
    for number, (day, text) in enumerate(texts):
        (source / f"{number}.txt").write_text(
            f"خبر رقم {number}\n{day}\n\n{text}\n", encoding="utf-8"
        )
    build([source], folder / "store")
    return open_store(folder / "store")


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pd.DataFrame]:
    store = write_store(tmp_path_factory.mktemp("claims"), [("2024-05-01", " ".join(READ))])
    yield m.quantities(store, Selection())
    store.close()


@pytest.mark.parametrize("text", READ)
def test_side_and_place_come_from_the_words_around_the_number(
    text: str, read: pd.DataFrame
) -> None:
    rows = read[read["text"].str.strip() == text]
    assert len(rows) == 1
    row = rows.iloc[0]
    side, place, present = READ[text]
    assert (row["side_id"], row["entity_id"], row["slot"] != "") == (side, place, present)


def test_what_disagrees_is_of_other_articles_of_the_same_quarter(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    store = write_store(
        tmp_path_factory.mktemp("disputes"),
        [
            ("2024-05-01", "وذكرت الوزارة أن 2500 جندي أميركي ينتشرون في العراق لتدريب القوات المحلية."),
            ("2024-05-20", "وينتشر في العراق 3400 جندي أميركي وفق تقدير نشره مركز بحوث في العاصمة."),
            ("2024-06-02", "وأكد النائب وجود أكثر من ألف جندي أميركي في العراق وطالب بكشف العدد كاملا."),
            ("2024-11-02", "ويوجد في العراق 900 جندي أميركي بحسب بيان صدر مساء الأحد عن المتحدث."),
            ("2024-05-09", "وللمملكة المتحدة وجود محدود، إذ ينتشر في العراق 120 جنديا بريطانيا فقط."),
        ],
    )  # fmt: skip
    table = m.disagreements(store, Selection())
    assert table[["slot", "low", "high", "count"]].values.tolist() == [
        ["troops|country:iq|country:us|2024Q2", 1000.0, 3400.0, 3]
    ]
    disputed = m.quantities(store, Selection()).query("disputed")
    assert sorted(disputed["low"]) == [2500.0, 3400.0]  # "more than a thousand" excludes neither
    alone = m.quantities(store, Selection(), disputed=True)
    pd.testing.assert_frame_equal(alone, disputed.reset_index(drop=True))
    every = m.quantities(store, Selection())
    latest = m.quantities(store, Selection(), latest=2)
    assert latest.attrs["total"] == len(every) > 2
    pd.testing.assert_frame_equal(latest, every.tail(2).reset_index(drop=True), check_names=False)
    store.close()
