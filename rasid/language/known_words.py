"""The words that simplemma's Arabic dictionary lists, without the dictionary.

Its own table takes a third of a second and 60 MB to load, and each question passes through six functions. Whether
a word is listed needs the 298,000 words alone: kept as text, they are ready in a tenth of that.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.metadata import version
from typing import Final

from rasid.language import lexicon_cache
from rasid.language.kept_file import keep

_PLAIN: Final = re.compile("[\u0621-\u063a\u0641-\u064a]+")  # simplemma changes no letter of these


def is_known(word: str) -> bool:
    """Tell whether simplemma's Arabic dictionary lists a word, as `simplemma.is_known` does."""
    if word in _words():
        return True
    if not word or _PLAIN.fullmatch(word):
        return False
    from simplemma import is_known as listed

    return bool(listed(word, lang="ar"))


def any_known(words: Collection[str]) -> bool:
    """Tell whether simplemma's Arabic dictionary lists one of several words."""
    if not _words().isdisjoint(words):
        return True
    return not _PLAIN.fullmatch("".join(words)) and any(map(is_known, words))


@cache
def _words() -> frozenset[str]:
    """Return the words of plain letters, from the kept list or from the dictionary itself."""
    path = lexicon_cache.folder() / f"known-{version('simplemma')}.txt"
    try:
        return frozenset(path.read_bytes().decode("utf-16-le").split("\n"))
    except (OSError, UnicodeDecodeError):
        words = _listed()
        listed = "\n".join(sorted(words)).encode("utf-16-le")
        keep(path, lambda file: file.write(listed), instead_of="known-*.txt")
        return words


def _listed() -> frozenset[str]:
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    return frozenset(filter(_PLAIN.fullmatch, DefaultDictionaryFactory().get_dictionary("ar")))
