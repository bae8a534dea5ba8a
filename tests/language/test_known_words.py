"""Whether the dictionary lists a word: the kept list says what simplemma says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import simplemma

from rasid.language import known_words

WORDS = "كتاب الكتب مدرسة زرقطان أعلن إعلان مؤسسة قُوّة NATO b52 ة 12 قـال قومى 'ع"


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty folder, where the first word asked for makes the list: most of a second."""
    folder = tmp_path_factory.mktemp("known")
    known_words._words.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RASID_CACHE", str(folder))
        yield folder
    known_words._words.cache_clear()


@pytest.mark.parametrize("word", WORDS.split())
def test_it_says_what_the_dictionary_says(word: str) -> None:
    assert known_words.is_known(word) == simplemma.is_known(word, lang="ar")


def test_the_list_is_kept_and_read_again(cache: Path) -> None:
    before = known_words._words()
    (path,) = cache.glob("known-*.txt")
    known_words._words.cache_clear()
    assert known_words._words() == before
    path.write_bytes(b"\x00")  # half a letter
    known_words._words.cache_clear()
    assert known_words._words() == before
    known_words._words.cache_clear()
    assert not known_words.is_known("")


@pytest.mark.parametrize(
    "words", [[], ["كتاب"], ["زرقطان", "كتاب"], ["زرقطان"], ["زرقطان", "قُوّة"], ["", "12"]]
)
def test_one_of_several_is_known(words: list[str]) -> None:
    assert known_words.any_known(words) == any(map(known_words.is_known, words))
