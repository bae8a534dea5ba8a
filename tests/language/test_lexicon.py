"""The lexicon: kept on disk, asked word by word, then often; the answers stay the same."""

import pytest

from rasid.language import lexicon_cache
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
    hosts={
        "كتاب": (3e-5, (("كتاب", 4.5, 0.3, 3e-5), ("كاتب", 6.5, 1.0, 2e-6))),
        "قوات": (1.0, ()),
    },
    weight={"كتاب": 3e-5},
)
TABLES = ("own", "forms", "folded", "imperfects", "inferred", "frequency", "weight", "hosts")


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv("RASID_CACHE", str(tmp_path))
    lexicon_cache.save("one", LEX)
    return lexicon_cache.load("one")


def answers(lex):
    words = {word for name in TABLES for word in getattr(LEX, name)} | {"لا", "", "\uffff"}
    return {
        name: [(w in getattr(lex, name), getattr(lex, name).get(w)) for w in sorted(words)]
        for name in TABLES
    }


def test_what_is_kept_comes_back(kept):
    assert answers(kept) == answers(LEX)
    assert kept.verbs == LEX.verbs
    assert kept.perfects == LEX.perfects
    assert kept.forms["كتب"] == "كتاب"
    with pytest.raises(KeyError):
        kept.forms["لا"]


def test_tables_that_are_asked_often_become_dictionaries(kept):
    assert not isinstance(kept.forms, dict)
    for _ in range(lexicon_cache._OFTEN):
        kept.forms.get("كتب")
    assert all(type(getattr(kept, name)) is dict for name in TABLES if name != "hosts")
    assert not isinstance(kept.hosts, lexicon_cache.Bisected)
    assert answers(kept) == answers(LEX)


def test_another_key_or_a_broken_file_is_no_lexicon(kept, tmp_path):
    assert lexicon_cache.load("two") is None
    (tmp_path / "lexicon-one.npz").write_bytes(b"PK\x03\x04 half a file")
    assert lexicon_cache.load("one") is None


def test_the_file_of_older_sources_goes(kept, tmp_path):
    lexicon_cache.save("two", LEX)
    assert [path.name for path in tmp_path.iterdir()] == ["lexicon-two.npz"]


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
