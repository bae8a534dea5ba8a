"""Statements whose source stands behind or before them: كما أعلن، حسبما أفادت، وبحسب كذا: "…"."""

import pytest

from rasid.findings import find_frames, find_speech


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "وجرح أربعة عناصر، على ما أعلن جهاز الأمن الوطني في كركوك.",
            "جهاز الأمن الوطني",
            "وجرح أربعة عناصر",
        ),
        (
            'وبحسب بيان الوزارة: "انسحبت القوات من المعسكر صباح السبت".',
            "بيان الوزارة",
            "انسحبت القوات من المعسكر صباح السبت",
        ),
    ],
)
def test_what_a_source_says_is_the_content(text: str, speaker: str, content: str) -> None:
    statements = find_speech(text)
    assert [(s.speaker, text[s.content_start : s.content_end]) for s in statements] == [
        (speaker, content)
    ]


def test_the_agency_that_told_it_is_no_part_of_what_was_said() -> None:
    text = "وقال الوزير سالم حميد إن آخر الجنود سيغادرون المعسكر، حسبما أفادت وكالة رويترز."
    contents = [text[s.content_start : s.content_end] for s in find_speech(text)]
    assert contents
    assert not any("رويترز" in content for content in contents)


def test_emptied_bases_are_a_withdrawal() -> None:
    text = "يتضمن الاتفاق إخلاء جميع القواعد من القوات الأميركية."
    assert [hit.frame_id for hit in find_frames(text)] == ["withdrawal"]
