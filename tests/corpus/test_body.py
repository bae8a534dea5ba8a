"""The body and its cuts: always the whole source, and the decisions that depend on neighbours."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasid.corpus.body import lay_out
from rasid.corpus.cells import cut_cell
from tests.corpus.conftest import PARAGRAPH, SECOND, THIRD

PIECES = [
    PARAGRAPH, SECOND, THIRD, "", " ", "\u00a0", "عنوان قصير", "اقرأ أيضاً:", "مقالات ذات صلة", "المصدر: المدى",
    "اترك تعليقاً", "© 2025 المدى", "صورة أرشيفية (رويترز)", "2025-03-29@01:10:57 GMT", "15 أيلول 2024", "•", "شارك",
    "كلمات دلالية: العراق", "بغداد/ عراق أوبزيرفر", "A Latin caption of some words", "\u200f", "فيسبوك تويتر واتساب",
    "\tمسافات  ", "وأضاف", "الأكثر قراءة", PARAGRAPH + " اقرأ أيضاً: خبر آخر",
]  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=25))
def test_kept_and_cut_pieces_restore_the_source(lines) -> None:
    source = "\n".join(lines).replace("\r", "")
    for layout in (lay_out(source), cut_cell(source, "عنوان", lambda _: False)):
        if layout is None:
            continue
        cuts = layout.cuts(source)
        position = 0
        for start, end, _ in cuts:
            assert position <= start < end <= len(source)
            position = end
        kept, position, whole = [], 0, []
        for start, end, _ in cuts:
            kept.append(source[position:start])
            whole += [source[position:start], source[start:end]]
            position = end
        kept.append(source[position:])
        assert "".join([*whole, source[position:]]) == source
        body = "".join(kept)
        if (
            layout.lines
            and isinstance(layout.title_line, int)
            and len(layout.reasons) < len(layout.lines)
        ):
            assert body == body.strip("\n")


def _cut(source: str) -> dict[str, str]:
    layout = lay_out(source)
    return {line.text: layout.reasons.get(line.number, "") for line in layout.lines}


def test_an_inset_of_headlines_does_not_end_the_article() -> None:
    found = _cut(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\nأخبار ذات صلة\nسوق المدينة يفتح أبوابه ليلاً\n"
        f"{SECOND}\n{THIRD}\n"
    )
    assert found["سوق المدينة يفتح أبوابه ليلاً"] == "related"
    assert found[SECOND] == found[THIRD] == ""


def test_a_second_article_below_read_also_is_cut() -> None:
    other = "النجف - المدى\nشهدت أسواق النجف ارتفاعاً في أسعار الطماطم بعد تأخر الشاحنات على المنفذ الجنوبي."
    found = _cut(
        f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\n{THIRD}\nاقرأ أيضاً\n"
        f"ارتفاع أسعار الطماطم في أسواق النجف\n{other}\n"
    )
    assert found[other.split("\n")[1]] == "embedded"
    assert found[THIRD] == ""


def test_subheadings_stay_and_captions_go() -> None:
    found = _cut(
        f"عنوان الخبر عن الجسر القديم\n\n{PARAGRAPH}\n\nكلفة المشروع\n\n{SECOND}\n\nعمال قرب الجسر.\n\n"
        f"جنود قرب الجسر القديم.\n\n{THIRD}\n"
    )
    assert found["كلفة المشروع"] == ""
    assert found["جنود قرب الجسر القديم."] == "caption"


def test_an_agency_named_in_a_paragraph_is_no_caption() -> None:
    line = "وأعلنت الوزارة أن الجسر آمن، وفقاً لما نقلته عنها وكالة الأنباء السعودية (واس)"
    assert _cut(f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{line}\n{SECOND}\n")[line] == ""


def test_a_last_paragraph_without_full_stop_stays() -> None:
    line = "وتوقعت المصادر أن يعاد فتح الجسر أمام السيارات الصغيرة قبل نهاية الشهر"
    found = _cut(f"عنوان الخبر عن الجسر القديم\n{PARAGRAPH}\n{SECOND}\n{line}\nسياسة\nأمن\n")
    assert (found[line], found["أمن"]) == ("", "navigation")
