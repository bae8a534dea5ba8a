"""The lexicon: kept on disk, asked word by word, then often; the answers stay the same."""

import os

import pytest

from rasid.language import lexicon_cache
from rasid.language.candidates import EachHost
from rasid.language.lexicon import Lexicon

LEX = Lexicon(
    own={"قوات": "قوة", "قوة": "قوة"},
    forms={"كتب": "كتاب", "كتاب": "كتاب", "ذهبت": "ذهب"},
    folded={"قوه": "قوة"},
    verbs={"ذهب"},
    perfects={"ذهب"},
    imperfects={"ذهب": "ذهب"},
    inferred={"ستهدف": "استهدف"},
    frequency={"كتاب": 2e-5, "قوات": 1e-4},
    weight={"كتاب": 3e-5, "قوة": 1e-4},
    no_words={"كتب"},
)
TABLES = ("own", "forms", "folded", "imperfects", "inferred", "frequency", "weight")
WORDS = {word for name in TABLES for word in getattr(LEX, name)} | {"لا", "", "\uffff"}


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv("RASID_CACHE", str(tmp_path))
    lexicon_cache.save("one", LEX)
    return lexicon_cache.load("one")


def answers(lex):
    return {
        name: [(w in getattr(lex, name), getattr(lex, name).get(w)) for w in sorted(WORDS)]
        for name in TABLES
    }


def test_what_is_kept_comes_back(kept):
    assert answers(kept) == answers(LEX)
    assert kept.verbs == LEX.verbs
    assert kept.perfects == LEX.perfects
    assert kept.no_words == LEX.no_words
    assert kept.forms["كتب"] == "كتاب"
    with pytest.raises(KeyError):
        kept.forms["لا"]


def test_tables_that_are_asked_often_become_dictionaries(kept):
    assert not isinstance(kept.forms, dict)
    for _ in range(lexicon_cache._OFTEN):
        kept.forms.get("كتب")
    assert all(type(getattr(kept, name)) is dict for name in TABLES)
    assert answers(kept) == answers(LEX)


def test_hosts_made_beforehand_say_what_hosts_made_one_by_one_say(kept):
    one_by_one = [EachHost(kept).get(word) for word in sorted(WORDS) if word]
    for _ in range(2):  # made, then read again
        lexicon_cache.inflate(kept)
        assert [kept.hosts.get(word) for word in sorted(WORDS) if word] == one_by_one
        kept.hosts = {}
    assert any(one_by_one)
    assert None in one_by_one


def test_hosts_of_other_sources_are_not_taken(kept, tmp_path):
    lexicon_cache.inflate(kept)
    kept.key, kept.hosts = "two", {}
    lexicon_cache.inflate(kept)
    assert {path.name for path in tmp_path.glob("hosts-*")} == {"hosts-one.npz", "hosts-two.npz"}


def test_the_sources_are_read_once_for_all(monkeypatch, tmp_path):
    monkeypatch.setenv("RASID_CACHE", str(tmp_path))
    made = []

    def make():
        made.append(1)
        return Lexicon(own={"قوة": "قوة"}, forms={"قوات": "قوة"}, frequency={"قوة": 1e-4})

    assert lexicon_cache.ready(make).own.get("قوة") == "قوة"
    assert lexicon_cache.ready(make).forms.get("قوات") == "قوة"
    assert len(made) == 1


def test_another_key_or_a_broken_file_is_no_lexicon(kept, tmp_path):
    assert lexicon_cache.load("two") is None
    (tmp_path / "lexicon-one.npz").write_bytes(b"PK\x03\x04 half a file")
    assert lexicon_cache.load("one") is None


def test_the_files_of_the_last_sources_stay_and_older_ones_go(kept, tmp_path):
    for age, key in enumerate(("one", "two", "three", "four")):
        lexicon_cache.save(key, LEX)
        os.utime(tmp_path / f"lexicon-{key}.npz", (age, age))
    lexicon_cache.save("five", LEX)
    names = {path.stem for path in tmp_path.iterdir()}
    assert names == {"lexicon-five", "lexicon-four", "lexicon-three"}


def test_a_folder_that_cannot_be_written_is_no_error(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("RASID_CACHE", str(tmp_path / "file"))
    lexicon_cache.save("one", LEX)
    assert lexicon_cache.load("one") is None


def test_an_edited_list_is_a_new_key(monkeypatch, tmp_path):
    before = lexicon_cache.fingerprint()
    edited = tmp_path / "assets" / "lexicon"
    edited.mkdir(parents=True)
    (edited / "lemmas.tsv").write_text("عين\tعيون\n", encoding="utf-8")
    monkeypatch.setenv("RASID_EDITS", str(tmp_path))
    assert lexicon_cache.fingerprint() != before
