"""Quotation marks, statements, carried speakers, voice, and the links of an analysis."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from rasid.errors import RasidError
from rasid.findings import analyse, find_speech
from rasid.findings.frames.patterns import load as load_frames
from rasid.findings.lexicon import Lexicon
from rasid.findings.quotes import find_quotes
from rasid.language import Document
from rasid.settings import ASSETS


def inside(text: str) -> list[str]:
    return [text[a:b] for a, b in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('قال "نعم" ثم "لا"', ["نعم", "لا"]),
        ("قال “نعم” ثم ”لا“", ["نعم", "لا"]),
        ("قال «نعم» ثم »لا«", ["نعم", "لا"]),
        ('وصفه ب"الخطير"', ["الخطير"]),
        ('«قال لي "تعال" فجئت»', ['قال لي "تعال" فجئت']),
        ('"فقرة أولى\n"فقرة ثانية"', ["فقرة أولى", "فقرة ثانية"]),
        ('قال "لن نعود', ["لن نعود"]),
        ("don't stop", []),
    ],
)
def test_quotation_marks_of_all_kinds(text: str, quotations: list[str]) -> None:
    assert inside(text) == quotations


def speakers(text: str) -> list[tuple[str, str | None]]:
    return [(s.speaker, s.speaker_id) for s in find_speech(text)]


def test_a_chain_keeps_its_speaker() -> None:
    text = "قال النائب رزاق ناصر الدليمي إن الجلسة مؤجلة. وأضاف أن السبب فني، لافتاً إلى أن الموعد لم يحدد."
    assert {i for _, i in speakers(text)} == {"person:رزاق-ناصر-الدليمي"}
    assert len(speakers(text)) == 3


def test_a_verb_of_a_woman_is_not_given_to_a_man() -> None:
    text = "قالت السفيرة ألينا رومانوسكي إن بلادها باقية. وقال السوداني إن العراق آمن. وأضافت أن الدعم مستمر."
    assert speakers(text)[-1][1] == "person:romanowski"


def test_an_anonymous_source_stays_anonymous() -> None:
    assert speakers("قالت مصادر أمنية إن الطريق مغلق.") == [("مصادر أمنية", None)]


def test_content_is_bounded_by_its_quotation_marks() -> None:
    text = "وأكد الوزير أن «العراق لن يكون ساحة لأحد»، قبل أن يغادر القاعة."
    [statement] = find_speech(text)
    content = text[statement.content_start : statement.content_end]
    assert content == "العراق لن يكون ساحة لأحد"
    assert statement.style == "direct"


def test_content_ends_where_the_next_statement_begins() -> None:
    text = "وقال المصدر إن الرتل عبر، مؤكداً أن الطريق آمن."
    first, second = find_speech(text)
    assert text[first.content_start : first.content_end] == "الرتل عبر"
    assert text[second.content_start : second.content_end] == "الطريق آمن"


def test_words_of_others_are_quoted_and_the_outlets_own_are_not() -> None:
    text = 'رحلت القوات. وقال الناطق إن الرحيل اكتمل. وسمته صحف "هروباً".'
    quoted = [text[a:b] for a, b in analyse(Document(text), None).quoted]
    assert quoted == ["الرحيل اكتمل", "هروباً"]


def test_quoted_spans_are_sorted_and_apart() -> None:
    text = 'قال الوزير إن "الأمر انتهى تماماً اليوم" وإن الملف مغلق. "نعم".'
    spans = analyse(Document(text), None).quoted
    assert spans == sorted(spans)
    assert all(a[1] < b[0] for a, b in pairwise(spans))


def test_frames_are_told_apart_by_voice() -> None:
    text = "بدأ الانسحاب. وقال الناطق إن الانسحاب اكتمل."
    assert [f.quoted for f in analyse(Document(text), None).frames] == [False, True]


def broken(tmp_path: Path, name: str, change: tuple[str, str]) -> Path:
    for path in (ASSETS / "lexicon").glob("*.tsv"):
        text = path.read_text("utf-8")
        (tmp_path / path.name).write_text(
            text.replace(*change, 1) if path.name == name else text, "utf-8"
        )
    return tmp_path


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("speech_verbs.tsv", ("\tno\tany", "\tperhaps\tany")),
        ("speech_words.tsv", ("\nvenue\t", "\nplace\t")),
        ("titles.tsv", ("\nrole\t", "\nroles\t")),
        ("base_verbs.tsv", ("\narrive\t", "\ncome\t")),
    ],
)
def test_a_wrong_word_list_is_refused(tmp_path: Path, name: str, change: tuple[str, str]) -> None:
    with pytest.raises(RasidError) as error:
        Lexicon(broken(tmp_path, name, change), [])
    assert (error.value.code, error.value.file) == ("bad-asset", name)


def test_a_frame_pattern_may_not_begin_with_a_gap(tmp_path: Path) -> None:
    path = broken(tmp_path, "frames.tsv", ("\tتصعيدي|", "\t*2 تصعيدي|")) / "frames.tsv"
    with pytest.raises(RasidError) as error:
        load_frames(path)
    assert "begins and ends with a word" in error.value.detail


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال مصدر أمني إن الطريق مغلق. وأضاف المصدر أن السبب مجهول.", "مصدر أمني"),
        ("أصدرت وزارة النفط بياناً. وقال البيان إن الحريق أخمد.", "وزارة النفط"),
        ("وقال البيان إن الحريق أخمد.", "البيان"),
        ("قال علماء إن النهر يجف. وأكد العلماء أن الحل ممكن.", "العلماء"),
    ],
)
def test_a_bare_source_is_the_one_named_before(text: str, expected: str) -> None:
    assert speakers(text)[-1] == (expected, None)


def test_a_subject_between_verb_and_that_speaks_though_people_stand_before_the_clause() -> None:
    text = "ناقش الوفد عودة اللاجئين، التي ترى الوزارة أنها تتسارع. وزاروا القاعدة التي تؤكد الحكومة أنها أخليت."
    assert [speaker for speaker, _ in speakers(text)] == ["الوزارة", "الحكومة"]


def test_a_source_that_opens_a_clause_is_of_what_follows() -> None:
    text = (
        "انفجر لغم قرب الرتل، ووفقاً للوكالة، فإن جندياً أصيب. وعاد الرتل، وفق الوكالة، إلى القاعدة."
    )
    first = find_speech(text)[0]
    assert text[first.content_start : first.content_end] == "جندياً أصيب"


@pytest.mark.parametrize("then", ["آنذاك", "حينها", "وقتها", "يومها"])
def test_a_word_of_time_stands_between_verb_and_subject(then: str) -> None:
    text = f"ذكرت الوزارة أن القوات باقية. وأوضح {then} مسؤول في البنتاغون أن الخطة قيد الدراسة."
    assert [speaker for speaker, _ in speakers(text)] == ["الوزارة", "مسؤول في البنتاغون"]


@pytest.mark.parametrize("channel", ["سكاي نيوز عربية", "فرانس 24", "كوردستان 24"])
def test_the_channel_told_is_no_part_of_the_source(channel: str) -> None:
    text = f"أفاد مصدر عسكري ل{channel} بأن الرتل غادر. وغادر رتل آخر، بحسب {channel}."
    assert [speaker for speaker, _ in speakers(text)] == ["مصدر عسكري", channel]


def test_who_is_asked_after_the_relative_does_not_speak() -> None:
    (asked,) = speakers("حضر الصحفي الذي سأل الوزير أن يوضح موقفه.")
    assert asked[0] == "الصحفي"


def test_a_heading_quotes_without_a_verb() -> None:
    text = "السفيرة الأميركية: ملتزمون بالشراكة مع بغداد\nوصلت السفيرة أمس."
    [statement] = find_speech(text)
    assert (statement.verb, statement.speaker) == (":", "السفيرة الأميركية")
    assert text[statement.content_start : statement.content_end] == "ملتزمون بالشراكة مع بغداد"


def test_a_prayer_is_no_appeal() -> None:
    assert find_speech("وختم الوزير كلمته داعياً الله أن يحفظ البلاد.") == []


def test_who_tells_a_statement_further_is_no_part_of_it() -> None:
    text = "قال الوزير إن الجسر فتح، وفق ما نقلته وكالة رويترز."
    relayed, statement = find_speech(text)
    assert text[statement.content_start : statement.content_end] == "الجسر فتح"
    assert (relayed.verb, relayed.speaker) == ("وفق", "وكالة رويترز")
    assert text[relayed.content_start : relayed.content_end] == "قال الوزير إن الجسر فتح"


def test_a_number_is_of_who_states_it_not_of_who_tells_it_further() -> None:
    text = "قال حيدر العبادي إن 2500 جندي سيغادرون، بحسب وكالة رويترز."
    assert [s.verb for s in find_speech(text)] == ["بحسب", "قال"]
    [number] = analyse(text, None).quantities
    assert number.speaker_id == find_speech(text)[1].speaker_id is not None


def test_a_quotation_inside_a_quotation_of_the_same_marks() -> None:
    assert inside('"زار المدرب "يوخن" لوف برلين" أمس') == ['زار المدرب "يوخن" لوف برلين']


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("نفى مصدر أمني ذلك، وقال إن القوات لا تزال في القاعدة.", ["مصدر أمني", "مصدر أمني"]),
        ("خرجت القوات أمس، وفق ما أورده موقع أخبارنا ونقله موقع آخر.", ["موقع أخبارنا"]),
        ("ونشر الموقع الخبر أمس، ووصف الرتل بأنه الثاني.", ["الموقع"]),
    ],
)
def test_a_speaker_ends_before_what_is_not_its_own(text: str, speakers: list[str]) -> None:
    assert [s.speaker for s in find_speech(text)] == speakers


def test_what_stands_before_a_comma_is_no_subject_of_a_verb_after_but_he() -> None:
    text = "في المقابل، عدّ معين الكاظمي، عضو التحالف، الخروج الأخير مكسبا للبلاد، لكنه حذّر من الالتفاف عليه."
    assert "الخروج الأخير" not in [s.speaker for s in find_speech(text)]


def test_a_rank_that_is_also_the_word_for_a_team_leads_to_the_name_after_it() -> None:
    officer = "أوضح نائب قائد العمليات المشتركة الفريق الركن قيس المحمداوي أن الأرتال غادرت."
    member = "شدد عضو لجنة الأمن والدفاع النيابية، علي البنداوي، السبت، على ضرورة خروج القوات."
    team = "أوضح متحدث باسم فريق حسن العلي أن المباراة أجلت."
    assert speakers(officer) == [("قيس المحمداوي", "person:muhammadawi")]
    assert speakers(member) == [("علي البنداوي", "person:bandawi")]
    assert "حسن العلي" not in [name for name, _ in speakers(team)]


@pytest.mark.parametrize(
    ("text", "speaker", "begins"),
    [
        ("وقالت «المقاومة الإسلامية في العراق»، في بيان، إن «المسيّرة بلغت هدفها».",
         "المقاومة الإسلامية في العراق", "المسيّرة"),
        ('أعلنت "المقاومة الإسلامية في العراق" استهداف قاعدة حرير.', "المقاومة الإسلامية في العراق", "استهداف"),
        ('وأوضحت "بوابة أخبار الرافدين المستقلة" أن الرتل غادر.', "بوابة أخبار الرافدين المستقلة", "الرتل"),
        ('وحذر تقرير "حصاد السنوات العشر القادمة" من أن الفراغ يتسع.', 'تقرير "حصاد السنوات العشر القادمة"', "الفراغ"),
    ],
)  # fmt: skip
def test_a_name_in_quotation_marks_speaks_and_is_not_what_was_said(
    text: str, speaker: str, begins: str
) -> None:
    (statement,) = find_speech(text)
    assert statement.speaker == speaker
    assert text[statement.content_start :].startswith(begins)


def test_what_someone_may_say_one_day_is_no_statement() -> None:
    assert not find_speech("قد يتسارع الخروج إذا رأت الإدارة الأميركية أن الظروف مواتية.")


def test_a_closing_mark_that_nobody_opened_opens_nothing() -> None:
    text = "وقال النائب إن القرار لم ينفذ”، مبينا أن “اللجنة عازمة على طرحه من جديد”. وأضاف أن “المسودة جاهزة”."
    found = [(s.verb, text[s.content_start : s.content_end]) for s in find_speech(text)]
    assert found == [
        ("وقال", "القرار لم ينفذ"),
        ("مبينا", "اللجنة عازمة على طرحه من جديد"),
        ("وأضاف", "المسودة جاهزة"),
    ]


def test_something_of_a_man_that_points_somewhere_says_nothing() -> None:
    assert not find_speech("يشير اختيار المهندس كرار العبيدي إلى نهج جديد.")
    assert not find_speech("وتبلغ مساحة الحقل الشرقي مئة هكتار.")


def test_two_quotations_that_few_words_join_are_one_statement() -> None:
    text = 'وقال الوزير إن "هناك فرصة كبيرة للاتفاق" مع الشركة حتى "لو تأخرت في الرد علينا".'
    (statement,) = find_speech(text)
    assert text[statement.content_start : statement.content_end].endswith("في الرد علينا")


def test_what_is_said_ends_where_another_speaks() -> None:
    text = (
        "وقال المدير إن الجسر متين ولا يحتاج إلى ترميم، لكن المهندس كرار العبيدي قال إن أساسه ضعيف."
    )
    first, second = find_speech(text)
    assert text[first.content_start : first.content_end] == "الجسر متين ولا يحتاج إلى ترميم"
    assert second.speaker == "كرار العبيدي"


def test_a_name_that_is_also_a_preposition_is_told_by_its_spelling() -> None:
    text = "قال المهندس كرار علي في حديث للإذاعة إن العمل على الجسر انتهى."
    assert speakers(text)[0][0] == "كرار علي"


def test_the_accused_that_are_counted_accuse_nobody() -> None:
    text = "أعلنت النيابة أنها أحالت 41 متهماً إلى المحكمة بتهمة تزوير العقود."
    assert [s.verb for s in find_speech(text)] == ["أعلنت"]


@pytest.mark.parametrize(
    "text",
    [
        "كان السائق يبلغ عمره ثلاثين عاماً حين وقع الحادث.",
        'كان من بين الضيوف سعد الراوي، وهو بحسب صفحته "مدير شركة وصاحب مطبعة في المدينة".',
        "لن يكون المرفأ تابعاً لشركة أو جهة كما كان.",
        "سافر العمال عبر الحدود بحثاً عن عمل جديد.",
        "ذهب العمال إلى المرفأ، الأمر الذي ينفي إهمال البلدية.",
    ],
)
def test_words_of_the_form_of_a_reporting_verb_state_nothing(text: str) -> None:
    assert find_speech(text) == []


def test_a_dateline_is_nobody() -> None:
    text = "بغداد (CNN)-- أصدرت وزارة الزراعة بياناً، الاثنين، قالت فيه إن الموسم انتهى."
    assert [name for name, _ in speakers(text)] == ["وزارة الزراعة"]


@pytest.mark.parametrize("speaker", ["متطوع", "التليفزيون"])
def test_volunteers_and_the_other_spelling_of_television_speak(speaker: str) -> None:
    text = f"أغلق الجسر القديم صباح اليوم، على ما أفاد {speaker} بعد انتهاء أعمال الترميم."
    assert [name for name, _ in speakers(text)] == [speaker]


def test_by_what_means_one_warned_is_not_what_one_warned_of() -> None:
    text = "وكانت البلدية قد حذرت، الخميس، من خلال رسالة إلى السكان، بأنها ستغلق الجسر."
    (statement,) = find_speech(text)
    assert text[statement.content_start : statement.content_end].endswith("ستغلق الجسر")
    assert "رسالة" not in text[statement.content_start : statement.content_end]


def test_those_who_are_counted_are_not_whom_a_verb_calls_on() -> None:
    text = "طالب عدد من المختصين في شؤون الري، بضرورة إعادة النظر في القناة."
    assert [name for name, _ in speakers(text)] == ["عدد من المختصين"]
