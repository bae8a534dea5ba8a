"""A title that a copy has run together with its lead on one line."""

from __future__ import annotations

import pytest

from rasid.corpus.body.cells import cut_cell
from rasid.corpus.body.cuts import lay_out
from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD

TITLE = "البلدية تؤجل فتح الجسر القديم أمام السيارات"
LEAD = "كشف مسؤول في البلدية، السبت، أن الفحص الأخير أظهر حاجة الدعامات إلى أسبوعين من العمل."
TEXT = f"{LEAD}\n{SECOND}\n{THIRD}"


def _body(source: str, layout) -> str:
    kept, position = "", 0
    for start, end, _ in layout.cuts(source):
        kept, position = kept + source[position:start], end
    return kept + source[position:]


@pytest.mark.parametrize(
    "head",
    [f"{TITLE}\n\n{TITLE} ", f"{TITLE}\n18 أيلول 2024\n{TITLE}.. ", f"{TITLE} | المدى\n\n{TITLE} "],
)
def test_the_title_before_the_lead_is_parted_from_it(head) -> None:
    source = head + TEXT
    layout = lay_out(source)
    assert (layout.title, _body(source, layout)) == (TITLE, TEXT)


def test_a_title_that_the_file_names_takes_no_lead_with_it() -> None:
    source = f"{TITLE} {TEXT}"
    assert _body(source, lay_out(source, title=TITLE)) == TEXT


def test_the_title_before_the_lead_of_a_cell_is_parted_from_it() -> None:
    source = f"{TITLE} {LEAD} {PARAGRAPH}"
    layout = cut_cell(source, TITLE, lambda _: False)
    assert layout is not None
    assert _body(source, layout) == f"{LEAD} {PARAGRAPH}"


def test_a_sentence_that_begins_as_the_title_does_stays_whole() -> None:
    lead = f"{TITLE} الكبيرة أسبوعين آخرين، بحسب لجنة السلامة التي زارت الموقع صباح الأحد."
    source = f"{TITLE}\n\n{lead}\n{SECOND}\n{THIRD}\n"
    assert lead in _body(source, lay_out(source))
