"""Phrases: strong runs, without stopword edges and fragments."""

from hypothesis import given
from hypothesis import strategies as st

from rasid.language import count_runs, is_term_edge, is_term_part, lemmatize, phrases

SENTENCES = (
    [["قوه", "تحالف", "دولي", "في", "عراق"]] * 8
    + [["مجلس", "امن", "قومي", "عراقي"]] * 6
    + [["قاعده", "عين", "اسد", "في", "انبار"]] * 7
    + [["قوه", "في", "مدينه"], ["مدينه", "في", "عراق"], ["قوه", "عراقي"]] * 5
    + [["يوم", "مدينه", "انبار"], ["عراق", "قوه", "يوم"]] * 3
)


def found(**options):
    words, runs = count_runs(SENTENCES, 4)
    return phrases(words, runs, is_edge=lambda lemma: lemma != "في", **options)


def test_terms_are_found_and_fragments_are_not():
    terms = {" ".join(p.lemmas) for p in found()}
    assert "مجلس امن قومي عراقي" in terms
    assert "قاعده عين اسد" in terms
    assert not terms & {"امن قومي", "مجلس امن", "قومي عراقي", "عين اسد"}


def test_no_stopword_stands_at_an_edge():
    assert all("في" not in (p.lemmas[0], p.lemmas[-1]) for p in found())


def test_a_fragment_with_a_life_of_its_own_stays():
    extra = [["عين", "اسد"]] * 20
    words, runs = count_runs([*SENTENCES, *extra])
    terms = {p.lemmas: p for p in phrases(words, runs)}
    assert terms[("عين", "اسد")].occurrences == 27
    assert terms[("عين", "اسد")].c_value == 20


def test_counts_minimum_and_order():
    strong = found(minimum=7)
    assert all(p.occurrences >= 7 for p in strong)
    scores = [p.score for p in strong]
    assert scores == sorted(scores, reverse=True)
    assert found(limit=1) == found()[:1]


def test_a_chance_meeting_is_no_phrase():
    words = {"ا": 500, "ب": 500, "ج": 9000}
    assert phrases(words, {("ا", "ب"): 25}) == []


def test_numbers_serve_as_lemmas():
    words, runs = count_runs([[1, 2, 3]] * 5 + [[4, 5]] * 50)
    assert (1, 2, 3) in {p.lemmas for p in phrases(words, runs)}


def test_the_most_frequent_surface_without_a_clitic_is_shown():
    words, runs = count_runs([["تحالف", "دولي"]] * 5 + [["ا", "ب"]] * 90)
    forms = {("تحالف", "دولي"): {"والتحالف الدولي": 3, "التحالف الدولي": 2}}
    shown = {p.lemmas: p.surface for p in phrases(words, runs, surfaces=forms)}
    assert shown[("تحالف", "دولي")] == "التحالف الدولي"
    assert shown[("ا", "ب")] == ""


def test_fragments_of_a_sentence_said_again_are_no_terms():
    closing = ["تحميل", "احدث", "نسخه", "تطبيق", "اخباري", "مجاني"]
    noise = [["احدث", "خبر"], ["نسخه", "كتاب"], ["تطبيق", "قانون"]] * 9
    words, runs = count_runs([closing] * 12 + noise + [["تحالف", "دولي"]] * 12)
    assert {p.lemmas for p in phrases(words, runs)} >= {("تحالف", "دولي")}
    assert not [p for p in phrases(words, runs) if {"تحميل", "مجاني", "اخباري"} & set(p.lemmas)]


def test_what_stands_inside_a_term_can_be_refused():
    words, runs = count_runs([["امر", "ان", "يقع"], ["عين", "في", "اسد"]] * 9, 3)
    terms = phrases(words, runs, is_part=lambda lemma: lemma != "ان")
    assert ("عين", "في", "اسد") in {p.lemmas for p in terms}
    assert not [p for p in terms if "ان" in p.lemmas[1:-1]]


def test_terms_are_nouns_with_what_belongs_to_them():
    edges = "قوات التحالف اتفاق انسحاب وقف صاحب رئيس الأمني"
    others = "في أن وقال بن انتهى ستنسحب اندلع كان ويغادر"
    assert [w for w in edges.split() if not is_term_edge(lemmatize(w))] == []
    assert [w for w in others.split() if is_term_edge(lemmatize(w))] == []
    assert is_term_part(lemmatize("في"))
    assert is_term_part(lemmatize("بن"))
    assert [w for w in ["أن", "الذي", "لا", "انتهى"] if is_term_part(lemmatize(w))] == []


@given(st.lists(st.lists(st.sampled_from("ابجد"), max_size=9), max_size=12))
def test_leaving_rare_runs_out_early_changes_no_other_count(sentences):
    words, every = count_runs(sentences)
    same, common = count_runs(sentences, minimum=3)
    assert words == same
    assert common == {run: count for run, count in every.items() if count >= 3}


def test_nothing_from_nothing():
    assert phrases({}, {}) == []
