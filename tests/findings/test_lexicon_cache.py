"""The kept dictionary of cues answers as the one made from its lists, and is never trusted blindly."""

from __future__ import annotations

import pickle
import shutil
from pathlib import Path

import numpy as np
import pytest

from rasid.findings import lexicon_cache
from rasid.findings.assets import asset_path
from rasid.findings.lexicon import Lexicon
from rasid.findings.mentions import gazetteer


@pytest.fixture(scope="module")
def made() -> Lexicon:
    return Lexicon(asset_path("lexicon"), gazetteer.entities())


@pytest.fixture(scope="module")
def written(made: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file as the first who needs it makes it: seconds of work, so once for all tests."""
    folder = tmp_path_factory.mktemp("cues")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RASID_CACHE", str(folder))
        assert lexicon_cache.load(lambda: made) is made
    (path,) = folder.glob("cues-*.npz")
    return path


@pytest.fixture
def cache(written: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A folder of its own for each test, with the file in it."""
    monkeypatch.setenv("RASID_CACHE", str(tmp_path))
    shutil.copy2(written, tmp_path)
    return tmp_path


def _never() -> Lexicon:
    raise AssertionError("the kept dictionary was not used")


def test_the_kept_dictionary_answers_as_the_made_one(made: Lexicon, cache: Path) -> None:
    kept = lexicon_cache.load(_never)
    some = sorted(made.words)[::80]  # fewer than are looked up before all are wanted
    assert [kept.words.get(word) for word in some] == [made.words[word] for word in some]
    assert kept.words.get("ليستكلمة") is None
    assert kept.words.get(some[0]) is kept.words.get(some[0])


def test_who_asks_often_gets_all_words(
    made: Lexicon, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexicon_cache, "_OFTEN", 5)
    kept = lexicon_cache.load(lambda: made)
    for _ in range(5):
        kept.words.get("قال")
    assert kept.words is made.words


def test_a_broken_file_is_made_anew(made: Lexicon, cache: Path) -> None:
    (path,) = cache.glob("cues-*.npz")
    path.write_bytes(path.read_bytes()[:1000])
    assert lexicon_cache.load(lambda: made) is made
    assert lexicon_cache.load(_never).words.get("قال") == made.words["قال"]


def test_another_list_is_another_file(
    made: Lexicon, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (before,) = cache.glob("cues-*.npz")
    monkeypatch.setattr(lexicon_cache, "fingerprint", lambda: "other")
    lexicon_cache.load(lambda: made)
    assert [path.name for path in cache.glob("cues-*.npz")] == ["cues-other.npz"] != [before.name]


def test_a_file_that_names_other_classes_is_refused(made: Lexicon, cache: Path) -> None:
    (path,) = cache.glob("cues-*.npz")
    with np.load(path) as arrays:
        parts = dict(arrays)
    parts["shared"] = np.frombuffer(pickle.dumps(Path("/")), dtype=np.uint8)
    np.savez(path, **parts)
    assert lexicon_cache.load(lambda: made) is made
