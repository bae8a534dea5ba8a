"""Mentions: spans, clitics, context, people of one article, roles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.findings import find_frames, find_mentions, find_speech
from rasid.findings.people.spelling import distance, same_spelling
from rasid.language import Document


def named(text: str, kind: str) -> list[tuple[str, str]]:
    return [(m.surface, m.entity_id) for m in find_mentions(text) if m.kind == kind]


@pytest.mark.parametrize(
    ("written", "surface"),
    [("والعراق", "العراق"), ("بالعراق", "العراق"), ("للعراق", "عراق"), ("العِراق", "العِراق")],
)
def test_clitics_are_left_out_of_the_surface(written: str, surface: str) -> None:
    assert named(f"وصل الوفد {written} أمس.", "country") == [(surface, "country:iq")]


def test_a_word_that_only_contains_a_name_is_no_mention() -> None:
    assert named("بدأ التنفيذ في موعده.", "base") == []
    assert named("يعاني من ضيق التنفس.", "base") == []


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("غادرت القوات القاعدة الجوية في العراق، ثم القاعدة كلها.", []),
        ("قتل اثنان من مسلحي القاعدة. وهددت القاعدة بالرد.", ["org:al-qaeda", "org:al-qaeda"]),
        ("وصل مسلحو القاعدة إلى عين الأسد ثم غادروا القاعدة.", ["org:al-qaeda"]),
        ("هاجم تنظيم «القاعدة» قرى في العراق.", ["org:al-qaeda"]),
        ("أعلن مكتب رئيس الوزراء الإسرائيلي أن العراق بعيد.", []),
        ("أعلن مكتب رئيس الوزراء أن الوفد غادر بغداد.", ["org:iraqi-pm-office"]),
        ("قالت السفارة الأميركية في القدس إن العراق بعيد.", []),
        ("قالت السفارة الأميركية إن الوفد غادر بغداد.", ["org:us-embassy-iq"]),
        ("قصفت قوات التحالف مواقع في اليمن.", []),
        ("غادرت قوات التحالف العراق.", ["org:coalition"]),
    ],
)
def test_short_names_of_bodies_need_their_surroundings(text: str, bodies: list[str]) -> None:
    assert [entity for _, entity in named(text, "organisation")] == bodies


def test_the_longest_name_wins() -> None:
    assert named("اجتمع مجلس الأمن الدولي.", "organisation")[0][0] == "مجلس الأمن الدولي"


@pytest.mark.parametrize("region", ["إقليم كوردستان", "إقليم كردستان", "كوردستان العراق"])
def test_kurdistan_is_one_place_in_both_spellings(region: str) -> None:
    assert named(f"زار الوفد {region} أمس.", "place") == [(region, "place:kurdistan")]


def test_a_list_of_bases_needs_the_noun_once() -> None:
    found = named("قصفت الفصائل قواعد عين الأسد والتاجي وحرير بالصواريخ.", "base")
    assert [e for _, e in found] == ["base:ain-al-asad", "base:taji", "base:harir"]


def test_a_movement_gives_departure_and_arrival() -> None:
    text = "بدأت القوات الانسحاب من قاعدة عين الأسد باتجاه سوريا وأربيل."
    roles = {m.surface: m.role for m in find_mentions(text)}
    assert roles["عين الأسد"] == "departure"
    assert roles["أربيل"] == "arrival"


def test_spellings_of_one_foreign_name_are_one_person() -> None:
    text = "قالت السفيرة كارولين ميتشلسون إن الاتفاق قائم. وغادرت كارولين ميتشيلسون بغداد."
    ids = {entity for _, entity in named(text, "person")}
    assert len(ids) == 1


def test_a_short_name_is_the_person_named_in_full() -> None:
    text = "قال العميد غسان ياسين الراشدي إن الطريق آمن. ثم غادر الراشدي المكان."
    ids = [entity for _, entity in named(text, "person")]
    assert ids == ["person:غسان-ياسين-الراشدي"] * 2


def test_distance_stops_at_its_bound() -> None:
    assert distance("رومانوسكي", "رومانوفسكي", 2) == 1
    assert distance("العبادي", "المالكي", 2) == 3
    assert same_spelling("رومانسكي", "رومانوسكي")
    assert not same_spelling("الكعبي", "الكربي")


def test_one_document_gives_what_its_text_gives() -> None:
    text = "قال السوداني: «لن نسمح بأي خرق للسيادة العراقية». وأضاف أن بغداد ملتزمة."
    assert find_mentions(Document(text)) == find_mentions(text)
    assert find_speech(Document(text)) == find_speech(text)


WORDS = """قال وأضاف السوداني إن أن : " “ ” « » ، . قاعدة عين الأسد من في إلى محمد بن وقالت مشيراً
بحسب رويترز 2025 ( ) لم انسحاب القوات حرير - ' عبد الله ل ب و العميد ـ"""
ALPHABET = st.sampled_from([*WORDS.split(), "\n"])


@given(st.lists(ALPHABET, max_size=40), st.booleans())
def test_any_text_gives_spans_of_itself(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    for found in (*find_mentions(text), *find_speech(text), *find_frames(text)):
        assert text[found.start : found.end] == found.surface
        assert 0 <= found.start < found.end <= len(text)
    for statement in find_speech(text):
        assert statement.start <= statement.content_start
        assert statement.content_end <= statement.end
    mentions = find_mentions(text)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@given(st.text(max_size=60))
def test_text_of_any_script_is_read(text: str) -> None:
    for found in (*find_mentions(text), *find_speech(text), *find_frames(text)):
        assert text[found.start : found.end] == found.surface


@pytest.mark.parametrize("end", ["", ".", " .", '"', "\n", "ـ", "…"])
@pytest.mark.parametrize(
    "last", ["حسن", "وقال", "العميد", "الدكتور", "مشيراً", "قاعدة", "بحسب", "سعيد"]
)
def test_a_text_may_end_anywhere(last: str, end: str) -> None:
    text = f"وصل الوفد إلى بغداد {last}{end}"
    for found in (*find_mentions(text), *find_speech(text)):
        assert text[found.start : found.end] == found.surface


def test_a_family_name_right_after_a_sign_at_the_beginning() -> None:
    """The first word of such a text is empty; nothing may ask the dictionary what it is."""
    text = "( الناظم يتحدث) قال منير الناظم إن الأمر حسم، ثم استقبل الناظم الوفد."
    surfaces = [m.surface for m in find_mentions(text) if m.kind == "person"]
    assert surfaces[-2:] == ["منير الناظم", "الناظم"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بدأ انسحاب القوات بموجب الاتفاق بين البلدين.", ["withdrawal"]),
        ("بدأ الانسحاب وفقاً لاتفاق بين الحكومتين.", ["withdrawal"]),
        ("ناقش البرلمان انسحاب القوات في جلسة مغلقة.", ["withdrawal"]),
        ("بدأ انسحاب حزب الله من البلدة.", ["withdrawal"]),
        ("قررت الحكومة الانسحاب من الاتفاق. ووصف الوزير الانسحاب بأنه خطأ.", []),
        ("انسحبت واشنطن من الاتفاق. ثم أعلنت انسحاب القوات من القاعدة.", ["withdrawal"]),
        ("يبقى الاتفاق قائماً رغم انسحاب واشنطن منه.", []),
        ("انسحبت الكتلة من جلسة البرلمان.", []),
        ("أكدت موسكو أنها لا تسعى إلى التصعيد.", []),
        ("لا تريد واشنطن الانسحاب من البلاد.", []),
        ("لن تؤدي الغارات إلا إلى التصعيد.", ["escalation"]),
        ("أخلي الموقع بعد احتلال العراق بعام.", ["occupation"]),
        ("وقع ذلك عند احتلال العراق للكويت.", []),
        ("طلب من الأميركيين مغادرة البلاد.", ["withdrawal"]),
        ("أعلن سحب المزيد من قواته من البلاد.", ["withdrawal"]),
        ("جميع الجنود الأميركيين سيغادرون عين الأسد.", ["withdrawal"]),
        ("سيسحب الرئيس كل القوات من البلاد.", ["withdrawal"]),
        ("أوضح البيان أن التحالف ستنتهي مهمته قريباً.", ["end-of-mission"]),
        ("تنشط خلايا داعش في الجبال.", ["daesh-return"]),
        ("يشمل الاتفاق تقليص الوجود العسكري.", ["repositioning"]),
    ],
)
def test_a_withdrawal_is_of_forces_and_what_is_denied_is_no_frame(
    text: str, expected: list[str]
) -> None:
    assert [hit.frame_id for hit in find_frames(text)] == expected


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("استقبل السوداني الوفد في بغداد.", ["person:sudani"]),
        ("السوداني: المهمة تنتهي\nقال ذلك في بغداد.", ["person:sudani"]),
        ("تعهدت حكومة السوداني بحماية بغداد.", ["person:sudani"]),
        ("قال المالكي إن العراق ماض في الحوار.", ["person:maliki"]),
        ("زار الجيش السوداني العراق.", []),
        ("قال السوداني إن العراق والسودان بلدان شقيقان.", []),
        (
            "قال الطيار رعد السوداني إن العراق بخير. وحكى عن حياة السوداني في بغداد.",
            ["person:رعد-السوداني", "person:رعد-السوداني"],
        ),
    ],
)
def test_whom_a_country_calls_by_family_name_only(text: str, persons: list[str]) -> None:
    assert [m.entity_id for m in find_mentions(text) if m.kind == "person"] == persons


def test_a_name_the_article_decides_is_without_its_noun_too() -> None:
    text = "تعرض معسكر النصر لقصف صاروخي. وغادرت القوات الأميركية قاعدة فيكتوريا."
    bases = [m.surface for m in find_mentions(text) if m.kind == "base"]
    assert bases == ["النصر", "فيكتوريا"]


def test_an_outlet_whose_name_is_a_word_needs_its_surroundings() -> None:
    text = (
        'أفادت "الجزيرة" بذلك، وقال مراسل الجزيرة لـ"العربية" إنها تتحدث العربية. وقالت الجزيرة إن القوات '
        'انسحبت من الجزيرة، وأخبرت العالم بأسره، وأثبتت للعالم ذلك، وذكرت قناة "العالم" ذلك.'
    )
    found = [m.entity_id for m in find_mentions(text) if m.kind == "organisation"]
    assert found == [
        "org:aljazeera",
        "org:aljazeera",
        "org:alarabiya",
        "org:aljazeera",
        "org:alalam",
    ]
