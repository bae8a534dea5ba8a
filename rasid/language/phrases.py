"""Phrases: multiword terms found by their counts.

A phrase is a run of 2 to `LONGEST` lemmas within a sentence that occurs together more often than
its parts explain. Its strength is Dunning's log-likelihood ratio G² (Dunning 1993) of its weakest
joint: the smallest over all places to cut it in two. A fragment is dropped by its C-value
(Frantzi, Ananiadou & Mima 2000): what is left of its count once the longer phrases around it have
theirs. (القومي العراقي, when nearly all of it is مجلس الأمن القومي العراقي.)

A term is a noun with what belongs to it, so a run with a finite verb or a clause word (أن، الذي، لا)
in it is none, and prepositions stand only inside (`is_term_edge`, `is_term_part`).

Lemmas may be strings or the numbers a store gives them; only equality matters. The counts can come
from `count_runs` or from a query:

    SELECT a.lemma_id, b.lemma_id, count(*) FROM tokens a JOIN tokens b ON b.article_id = a.article_id
    AND b.sentence = a.sentence AND b.position = a.position + 1 GROUP BY 1, 2
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import log, log2
from typing import Final, Generic, NamedTuple, TypeVar

from rasid.language.analysis import verb_share
from rasid.language.lemmas import lemmatize, segment
from rasid.language.stopwords import is_boilerplate, is_quantifier, is_stopword

Lemma = TypeVar("Lemma", bound=Hashable)

LONGEST: Final = 5
REPEATED: Final = LONGEST + 1  # words in a row; said again they are a sentence, and no term
SIGNIFICANT: Final = 10.83  # G² of p = 0.001 at one degree of freedom
_INSIDE: Final = "في من على إلى ب ل بين ضد عن مع حول دون بعد قبل تحت فوق عبر ذات غير نحو خلال"
_LINKS: Final = "بن ابن"  # what stands between two names
_VERB: Final = 0.85  # least share of a lemma that finite verbs have, for it to count as one
_NESTED: Final = 2 / 3  # a fragment found this often inside one longer phrase is that phrase


class Phrase(NamedTuple, Generic[Lemma]):
    """A multiword term.

    Attributes:
        lemmas: Its lemmas in order.
        occurrences: How often they stand in a row.
        score: G² of the weakest joint.
        c_value: log2(length) x (count - mean count of the longer phrases around it).
        surface: Its most frequent written form, without a clitic on its front if it occurs so;
            empty when no surfaces were given.
    """

    lemmas: tuple[Lemma, ...]
    occurrences: int
    score: float
    c_value: float
    surface: str


@cache
def _keys(words: str) -> frozenset[str]:
    return frozenset(map(lemmatize, words.split()))


def _is_function_word(lemma: str) -> bool:
    return is_stopword(lemma) or is_quantifier(lemma)


@cache
def is_term_edge(lemma: str) -> bool:
    """Tell whether a lemma may be the first or the last word of a multiword term.

    Function words, the wording of any report, single letters, finite verbs and بن may not.
    """
    if len(lemma) < 2 or _is_function_word(lemma) or is_boilerplate(lemma):
        return False
    if lemma in _keys(_LINKS):
        return False
    return verb_share(lemma) < _VERB


@cache
def is_term_part(lemma: str) -> bool:
    """Tell whether a lemma may stand inside a multiword term: no clause word, no finite verb."""
    if _is_function_word(lemma):
        return lemma in _keys(_INSIDE)
    return verb_share(lemma) < _VERB


def phrases(
    words: Mapping[Lemma, int],
    runs: Mapping[tuple[Lemma, ...], int],
    *,
    is_edge: Callable[[Lemma], bool] | None = None,
    is_part: Callable[[Lemma], bool] | None = None,
    surfaces: Mapping[tuple[Lemma, ...], Mapping[str, int]] | None = None,
    minimum: int = 3,
    limit: int | None = None,
) -> list[Phrase[Lemma]]:
    """Return the phrases among `runs`, the strongest first.

    Args:
        words: Count of each lemma; their sum is the size of the selection.
        runs: Count of each run of 2 to `LONGEST` lemmas within a sentence; those of `REPEATED`
            too, so that fragments of repeated sentences are known. Runs rarer than `minimum` may
            be left out; the parts of a run that is given must be given too.
        is_edge: Whether a lemma may stand first or last, such as `is_term_edge`; None allows all.
        is_part: Whether a lemma may stand between them, such as `is_term_part`.
        surfaces: Written forms of a run with their counts.
        minimum: Fewest occurrences of a phrase.
        limit: How many to return; None for all.

    Returns:
        Phrases by falling G² (ties by count, then by lemmas as text), without fragments.
    """
    total = sum(words.values())
    candidates = {}
    for run, count in runs.items():
        if len(run) <= LONGEST and count >= minimum and _is_term(run, is_edge, is_part):
            score = _weakest_joint(run, count, words, runs, total)
            if score >= SIGNIFICANT:
                candidates[run] = score
    around = _longer(candidates, runs)
    said_again = _in_sentences(candidates, runs)
    found = []
    for run, score in candidates.items():
        longer = around.get(run, [])
        alone = runs[run] - (sum(longer) / len(longer) if longer else 0.0)
        if said_again.get(run, 0) >= _NESTED * runs[run]:
            continue
        if longer and (max(longer) >= _NESTED * runs[run] or alone < minimum):
            continue
        surface = shown_surface((surfaces or {}).get(run, {}))
        found.append(Phrase(run, runs[run], score, log2(len(run)) * alone, surface))
    found.sort(key=lambda phrase: (-phrase.score, -phrase.occurrences, str(phrase.lemmas)))
    return found[:limit]


def _is_term(
    run: tuple[Lemma, ...],
    is_edge: Callable[[Lemma], bool] | None,
    is_part: Callable[[Lemma], bool] | None,
) -> bool:
    if is_edge and not (is_edge(run[0]) and is_edge(run[-1])):
        return False
    return is_part is None or all(map(is_part, run[1:-1]))


def shown_surface(forms: Mapping[str, int]) -> str:
    """Return the most frequent written form, one without a clitic on its front if there is any."""
    ranked = sorted(forms, key=lambda form: (-forms[form], form))
    for form in ranked:
        if not segment(form.split(" ", 1)[0]).proclitics:
            return form
    return ranked[0] if ranked else ""


def count_runs(
    sentences: Iterable[Sequence[Lemma]], longest: int = REPEATED, minimum: int = 1
) -> tuple[Counter[Lemma], Counter[tuple[Lemma, ...]]]:
    """Count lemmas and runs of 2 to `longest` lemmas, one more than the longest phrase has.

    Args:
        sentences: The lemmas of each sentence in order; cut a sentence at signs that no phrase
            spans (commas, quotation marks) and give the pieces.
        longest: The longest run to count.
        minimum: Runs rarer than this are left out. A run cannot be more frequent than its parts
            (Agrawal & Srikant 1994), so what is left out of one length is not looked for in the
            next: with 3, a large corpus takes a tenth of the memory.

    Returns:
        Counts of lemmas and of runs, as `phrases` takes them.
    """
    pieces = [tuple(sentence) for sentence in sentences]
    words: Counter[Lemma] = Counter()
    for piece in pieces:
        words.update(piece)
    runs: Counter[tuple[Lemma, ...]] = Counter()
    for length in range(2, longest + 1):
        pieces = [piece for piece in pieces if len(piece) >= length]
        found: Counter[tuple[Lemma, ...]] = Counter()
        for piece in pieces:
            windows = zip(*(piece[start:] for start in range(length)), strict=False)
            if length == 2 or minimum < 2:
                found.update(windows)
            else:
                found.update(w for w in windows if w[:-1] in runs and w[1:] in runs)
        if minimum > 1:
            found = Counter({run: count for run, count in found.items() if count >= minimum})
        runs.update(found)
        if not found:
            break
    return words, runs


def _weakest_joint(
    run: tuple[Lemma, ...],
    count: int,
    words: Mapping[Lemma, int],
    runs: Mapping[tuple[Lemma, ...], int],
    total: int,
) -> float:
    """G² of the cut of a run whose halves attract each other least; 0 when they repel."""

    def seen(part: tuple[Lemma, ...]) -> int:
        return max(count, words.get(part[0], 0) if len(part) == 1 else runs.get(part, 0))

    return min(
        _log_likelihood(count, seen(run[:cut]), seen(run[cut:]), total)
        for cut in range(1, len(run))
    )


def _log_likelihood(both: int, left: int, right: int, total: int) -> float:
    """G² on the 2x2 table of two parts following each other; 0 when rarer than by chance."""
    if both * total <= left * right:
        return 0.0
    observed = (both, left - both, right - both, total - left - right + both)
    rows, columns = (left, total - left), (right, total - right)
    expected = (
        rows[0] * columns[0] / total,
        rows[0] * columns[1] / total,
        rows[1] * columns[0] / total,
        rows[1] * columns[1] / total,
    )
    return 2.0 * sum(o * log(o / e) for o, e in zip(observed, expected, strict=True) if o > 0)


def _in_sentences(
    candidates: Mapping[tuple[Lemma, ...], float], runs: Mapping[tuple[Lemma, ...], int]
) -> dict[tuple[Lemma, ...], int]:
    """Of each candidate, how often it stands in the commonest sentence that is said again."""
    most: dict[tuple[Lemma, ...], int] = {}
    for run, count in runs.items():
        if len(run) == REPEATED:
            for part in _parts(run):
                if part in candidates:
                    most[part] = max(most.get(part, 0), count)
    return most


def _parts(run: tuple[Lemma, ...]) -> Iterator[tuple[Lemma, ...]]:
    """The shorter runs within a run."""
    for length in range(2, len(run)):
        for start in range(len(run) - length + 1):
            yield run[start : start + length]


def _longer(
    candidates: Mapping[tuple[Lemma, ...], float], runs: Mapping[tuple[Lemma, ...], int]
) -> dict[tuple[Lemma, ...], list[int]]:
    """Counts of the candidates that contain each candidate."""
    around: dict[tuple[Lemma, ...], list[int]] = defaultdict(list)
    for run in candidates:
        for part in _parts(run):
            if part in candidates:
                around[part].append(runs[run])
    return around
