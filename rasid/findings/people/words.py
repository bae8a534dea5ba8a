"""Words and names: what an ordinary word is, and the lists of `assets/lexicon/name_words.tsv`."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final
from unicodedata import normalize

from rasid.findings.assets import asset_path, bad_line, read_rows
from rasid.language import fold_word
from rasid.language.analysis import analyse
from rasid.language.characters import TATWEEL
from rasid.language.known_words import any_known, is_known

_KINDS: Final = (
    "particle", "kunya", "second", "stop", "man", "nation", "adjective", "asian", "bearer", "governs",
    "thing", "club",
)  # fmt: skip
_CLITICS: Final = {
    "و": ("وال", "و"), "ب": ("بال", "ب"), "ف": ("فال", "ف"), "ك": ("كال", "ك"), "ل": ("لل", "ل"), "ا": ("ال",),
}  # fmt: skip
"""What may be glued before a word, by its first letter."""
CLUBS: Final = frozenset({"سيتي", "يونايتد", "مدريد", "ميونيخ", "ميونخ"})
"""What ends the names of clubs: لمانشستر يونايتد."""
_PRONOUNS: Final = ("ه", "ها", "هم", "هما", "نا")
_TATWEEL: Final = chr(TATWEEL)
_MARKS: Final = dict.fromkeys([*range(0x64B, 0x653), TATWEEL, 0x670, 0x200E, 0x200F])


@cache
def name_words() -> dict[str, frozenset[str]]:
    """Return the word lists of `assets/lexicon/name_words.tsv`, folded, by kind.

    "described" holds the adjectives of both kinds, "no-name" these and the stop words, "ends-name" the stop words,
    the clubs and the things: nouns that end a name (غادر صلاح الملعب) but may stand in a title.
    """
    path = asset_path("lexicon/name_words.tsv")
    found: dict[str, frozenset[str]] = dict.fromkeys(_KINDS, frozenset())
    for number, row in read_rows(path, ("kind", "words")):
        if row["kind"] not in _KINDS:
            raise bad_line(path, number, "one-of", row["kind"])
        words = fold_word(row["words"]).split()
        if row["kind"] in {"nation", "adjective"}:  # العراقي العراقية العراقيين
            words = [
                a + w + e for w in words for a in ("", "ال") for e in ("", "ه", "ين", "ون", "ان")
            ]
        found[row["kind"]] = frozenset(words)
    found["described"] = found["nation"] | found["adjective"]
    found["ends-name"] = found["stop"] | found["thing"] | found["club"]
    found["no-name"] = found["described"] | found["stop"]
    return found


@cache
def indefinite_adjectives() -> frozenset[str]:
    """Return the adjectives of titles and nations without the article: أميركي، أمنية."""
    return frozenset(word for word in name_words()["described"] if not word.startswith("ال"))


def _plain(word: str) -> str:
    """Return a word without its marks, its presentation forms (U+FB50 on) as letters."""
    if word[:1] >= "\ufb50":
        word = normalize("NFKC", word)
    # No mark is a letter, but for the tatweel: nearly every word is plain as it stands.
    return word if word.isalpha() and _TATWEEL not in word else word.translate(_MARKS)


@lru_cache(maxsize=100_000)
def is_common(word: str, *, bare: bool = False) -> bool:
    """Tell whether a word as written is a dictionary word, as it stands or (not `bare`) after clitics."""
    word = _plain(word)
    if word.endswith("ى") and is_common(word[:-1] + "ي", bare=bare):  # Egyptian: القومى
        return True
    if not word or is_known(word):
        return True
    if bare:
        return False
    if word[:1] == "س" and word[1:2] in {"ي", "ت", "ن"}:  # the future of a verb
        word = word[1:]
    stems = [word]
    for pronoun in _PRONOUNS:
        if word.endswith(pronoun) and len(word) - len(pronoun) > 2:
            stem = word[: -len(pronoun)]
            stems += [stem, stem[:-1] + "ة"] if stem.endswith("ت") else [stem]
    if word.endswith(("ات", "ون", "ين", "ان")) and len(word) > 4:
        stems += [word[:-2] + "ة", word[:-2]]
    rests = [
        stem[len(clitic) :]
        for stem in stems
        for clitic in _CLITICS.get(stem[:1], ())
        if stem.startswith(clitic)
    ]
    return any_known([rest for rest in stems + rests if len(rest) > 2])


@lru_cache(maxsize=100_000)
def is_ordinary(word: str) -> bool:
    """Tell whether a word as written is an ordinary word; باسيل is none, though ب and أسيل are words."""
    if not is_common(word):
        return False
    if is_common(word, bare=True):
        return True
    reading = analyse(word)
    clitics = reading.proclitics or reading.article or reading.enclitic
    return bool(clitics) or reading.lemma != fold_word(word)


def is_no_dual(word: str) -> bool:
    """Tell whether a word as written that ends in ان is no dual of a dictionary word but a name: غيدان، دوغان."""
    strange = word.endswith("ان") and len(word) >= 4 and word[0] not in "وبلفكيتسن"
    return strange and not is_common(word, bare=True)


def is_nisba(word: str) -> bool:
    """Tell whether a folded word has the shape ال…ي of a family name."""
    return len(word) >= 5 and word.startswith("ال") and word.endswith("ي")


@lru_cache(maxsize=100_000)
def is_inflected(word: str) -> bool:
    """Tell whether an unlisted word as written looks like a form of another one, which no name does.

    The present of a known past (يضمن, يتألف), a plural verb (يتحدرون), an accusative (تقريرًا, انطلاقا).
    """
    word = _plain(word)
    if word[:1] in {"ي", "ت", "ن"} and (
        word.endswith("ون") or (len(word) > 3 and is_common(word[1:], bare=True))
    ):
        return True
    if word.endswith(("ئه", "ئها", "ئهم", "ؤه", "ؤها", "ؤهم")):  # لقائه
        return True
    return word.endswith("ا") and len(word) > 4 and is_common(word[:-1], bare=True)
