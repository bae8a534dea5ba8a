"""Stopwords: function words with their clitics, and nothing else."""

import pytest

from rasid.errors import RasidError
from rasid.language import is_boilerplate, is_quantifier, is_stopword, lemmatize
from rasid.language.closed_class import ClosedClass
from rasid.language.lexicon_sources import read_groups


@pytest.mark.parametrize(
    "words",
    [
        "في وفيها فيه على وعليهم إلى إليها من ومنهم لمن عن عنه مع معهم بين وبينها",
        "هذا وهذه لهذا بهذه كهذا ذلك وتلك هؤلاء الذي للذين والتي بالتي",
        "أن أنه وأنها بأن إن إنهم لأن ولأنه لكن ولكنها كأنه",
        "هو وهي وهم أنا نحن كان كانت ويكون ستكون ليس ليست",
        "قد وقد فقد لم ولن سوف هل ما بما مما فيما عندما إذا كما حيث بينما",
        "بها له لهم ولها به انه الى فى التى",
    ],
)
def test_function_words(words):
    assert [w for w in words.split() if not is_stopword(lemmatize(w))] == []


@pytest.mark.parametrize(
    "words",
    [
        "عام مليون اليوم الأول شكل سبت علي ولاية الأم يمثل تعبر المئة نفس قوة قتلى منى والي فعلي",
        "بغداد قوات انسحاب تحالف عسكري وزير دولة اتفاق بيان مصدر قال أضاف",
        "الآلي فهم بلد كتلة وقف لقاء هموم",
    ],
)
def test_content_words(words):
    assert [w for w in words.split() if is_stopword(lemmatize(w))] == []


@pytest.mark.parametrize("word", ["كل", "لكل", "بعضهم", "غير", "وغيرها", "أي", "بأي"])
def test_quantifying_nouns_are_listed_apart(word):
    assert is_quantifier(lemmatize(word))
    assert not is_stopword(lemmatize(word))


@pytest.mark.parametrize("word", ["قال", "وأضافت", "أكد", "المصدر", "مراسلنا", "البيان", "يتم"])
def test_boilerplate_is_listed_apart(word):
    assert is_boilerplate(lemmatize(word))
    assert not is_stopword(lemmatize(word))


def test_topic_words_are_no_boilerplate():
    words = ["قوات", "قاعدة", "عراقي", "انسحاب", "حكومة"]
    assert [w for w in words if is_boilerplate(lemmatize(w))] == []


def test_an_edited_list_counts(tmp_path):
    (tmp_path / "stopwords.tsv").write_text("عبر\tboth\n", encoding="utf-8")
    edited = ClosedClass(tmp_path)
    assert edited.lemmas == {"عبر"}
    assert edited.forms["وعبرها"].enclitic == "ها"


def test_a_wrong_class_is_named_with_its_line(tmp_path):
    (tmp_path / "stopwords.tsv").write_text("# list\nعبر\tpreposition\n", encoding="utf-8")
    with pytest.raises(RasidError, match="line 2"):
        ClosedClass(tmp_path / "stopwords.tsv")


def test_a_line_of_two_words_is_named(tmp_path):
    path = tmp_path / "lemmas.tsv"
    path.write_text("عين الأسد\tالأسد\n", encoding="utf-8")
    with pytest.raises(RasidError, match="line 1"):
        list(read_groups(path))
