"""Phrases: multiword terms found by their counts.

A phrase is a run of 2 to `LONGEST` lemmas within a sentence that occurs together more often than
its parts explain. Its strength is Dunning's log-likelihood ratio G² (Dunning 1993) of its weakest
joint: the smallest over all places to cut it in two. A fragment is dropped by its C-value
(Frantzi, Ananiadou & Mima 2000): what is left of its count once the longer phrases around it have
theirs. (القومي العراقي, when nearly all of it is مجلس الأمن القومي العراقي.)

Lemmas may be strings or the numbers a store gives them; only equality matters. The counts can come
from `count_runs` or from a query:

    SELECT a.lemma_id, b.lemma_id, count(*) FROM tokens a JOIN tokens b ON b.article_id = a.article_id
    AND b.sentence = a.sentence AND b.position = a.position + 1 GROUP BY 1, 2
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from math import log, log2
from typing import Final, Generic, NamedTuple, TypeVar

from rasid.language.lemmas import segment

Lemma = TypeVar("Lemma", bound=Hashable)

LONGEST: Final = 4
SIGNIFICANT: Final = 10.83  # G² of p = 0.001 at one degree of freedom
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


def phrases(
    words: Mapping[Lemma, int],
    runs: Mapping[tuple[Lemma, ...], int],
    *,
    is_edge: Callable[[Lemma], bool] | None = None,
    surfaces: Mapping[tuple[Lemma, ...], Mapping[str, int]] | None = None,
    minimum: int = 3,
    limit: int | None = None,
) -> list[Phrase[Lemma]]:
    """Return the phrases among `runs`, the strongest first.

    Args:
        words: Count of each lemma; their sum is the size of the selection.
        runs: Count of each run of 2 to `LONGEST` lemmas within a sentence. Runs rarer than
            `minimum` may be left out; the parts of a run that is given must be given too.
        is_edge: Whether a lemma may stand first or last; pass one that refuses stopwords (and
            boilerplate, numbers, single letters as the caller likes). None allows all.
        surfaces: Written forms of a run with their counts.
        minimum: Fewest occurrences of a phrase.
        limit: How many to return; None for all.

    Returns:
        Phrases by falling G² (ties by count, then by lemmas as text), without fragments.
    """
    total = sum(words.values())
    candidates = {}
    for run, count in runs.items():
        if count >= minimum and (is_edge is None or (is_edge(run[0]) and is_edge(run[-1]))):
            score = _weakest_joint(run, count, words, runs, total)
            if score >= SIGNIFICANT:
                candidates[run] = score
    around = _longer(candidates, runs)
    found = []
    for run, score in candidates.items():
        longer = around.get(run, [])
        alone = runs[run] - (sum(longer) / len(longer) if longer else 0.0)
        if longer and (max(longer) >= _NESTED * runs[run] or alone < minimum):
            continue
        surface = _surface((surfaces or {}).get(run, {}))
        found.append(Phrase(run, runs[run], score, log2(len(run)) * alone, surface))
    found.sort(key=lambda phrase: (-phrase.score, -phrase.occurrences, str(phrase.lemmas)))
    return found[:limit]


def _surface(forms: Mapping[str, int]) -> str:
    """The most frequent form, one without a clitic on its front if there is any."""
    ranked = sorted(forms, key=lambda form: (-forms[form], form))
    for form in ranked:
        if not segment(form.split(" ", 1)[0]).proclitics:
            return form
    return ranked[0] if ranked else ""


def count_runs(
    sentences: Iterable[Sequence[Lemma]], longest: int = LONGEST
) -> tuple[Counter[Lemma], Counter[tuple[Lemma, ...]]]:
    """Count lemmas and runs of 2 to `longest` lemmas.

    Args:
        sentences: The lemmas of each sentence in order; cut a sentence at signs that no phrase
            spans (commas, quotation marks) and give the pieces.
        longest: The longest run to count.

    Returns:
        Counts of lemmas and of runs, as `phrases` takes them.
    """
    words: Counter[Lemma] = Counter()
    runs: Counter[tuple[Lemma, ...]] = Counter()
    for sentence in sentences:
        words.update(sentence)
        for length in range(2, longest + 1):
            runs.update(zip(*(sentence[start:] for start in range(length)), strict=False))
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


def _longer(
    candidates: Mapping[tuple[Lemma, ...], float], runs: Mapping[tuple[Lemma, ...], int]
) -> dict[tuple[Lemma, ...], list[int]]:
    """Counts of the candidates that contain each candidate."""
    around: dict[tuple[Lemma, ...], list[int]] = defaultdict(list)
    for run in candidates:
        for length in range(2, len(run)):
            for start in range(len(run) - length + 1):
                part = run[start : start + length]
                if part in candidates:
                    around[part].append(runs[run])
    return around
