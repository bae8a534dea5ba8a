"""The foot of a raw page: what readers and buttons say below the last paragraph."""

from __future__ import annotations

import pytest

from tests.corpus.conftest import HEAD, PARAGRAPH, SECOND, THIRD, body_of

TEXT = f"{PARAGRAPH}\n{SECOND}\n{THIRD}\n"


def test_readers_remarks_without_a_heading_are_no_text() -> None:
    remarks = (
        "الله يحفظكم يا عمال الجسر ويبعد عنكم كل شر وضر في الليل والنهار يا أبطال .\n"
        "والله تعبنا من الزحام كل يوم\n"
        "هذي المدينة ما راح تتعدل ... كل سنة نفس الوعود من البلدية ومحد يسمع الناس!\n"
        "ما شاء الله عليكم\n"
    )
    assert body_of(f"{HEAD}\n\n{TEXT}{remarks}") == TEXT


@pytest.mark.parametrize(
    "own",
    [
        "اللهم احفظ المدينة وأهلها.\n",
        "الله يحفظ المدينة، قال الشيخ في خطبته أمام جمع من السكان.\nورد الحاضرون بالدعاء.\n"
        "اللهم استجب، ختم الشيخ كلمته.\n",
    ],
)
def test_a_prayer_that_closes_the_text_is_the_authors(own) -> None:
    assert body_of(f"{HEAD}\n\n{TEXT}{own}").startswith(TEXT + own.split("\n")[0])


@pytest.mark.parametrize(
    "line", ["إضغط هنا لقراءة المزيد...", "انقر على الرابط للاطلاع على التفاصيل", "اضغط للمزيد"]
)
def test_a_button_that_leads_to_the_rest_is_no_text(line) -> None:
    assert body_of(f"{HEAD}\n\n{TEXT}\n{line}\n") == TEXT
