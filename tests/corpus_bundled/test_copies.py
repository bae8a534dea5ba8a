"""What README.md calls copies overlap like copies; no two other digests do."""

from __future__ import annotations

import re
from itertools import combinations

from rasid.corpus.copies.facts import Appearance
from rasid.corpus.copies.index import CopyIndex, shingles
from tests.corpus_bundled.digests import CORPUS, Digest, digests


def _groups() -> list[set[str]]:
    section = (CORPUS / "README.md").read_text(encoding="utf-8").split("## Copies")[1]
    table = [line for line in section.split("\n## ")[0].splitlines() if line.startswith("| ")]
    return [set(re.findall(r"t\d{3}", line)) for line in table if re.search(r"t\d{3}", line)]


def _containment() -> dict[frozenset[str], float]:
    """Share of the smaller digest's word 3-grams that the other has, of every pair."""
    grams = {}
    for digest in digests():
        words = digest.words
        grams[digest.front["facts"]] = {tuple(words[i : i + 3]) for i in range(len(words) - 2)}
    return {
        frozenset((a, b)): len(grams[a] & grams[b]) / min(len(grams[a]), len(grams[b]))
        for a, b in combinations(grams, 2)
    }


def test_copies_hang_together_and_others_do_not() -> None:
    groups = _groups()
    assert len(groups) == 11
    assert len(set().union(*groups)) == sum(map(len, groups)), "no digest is in two groups"
    shares = _containment()
    for group in groups:
        joined = {min(group)}
        while grown := {
            other
            for other in group - joined
            if any(shares[frozenset((other, member))] >= 0.35 for member in joined)
        }:
            joined |= grown
        assert joined == group, f"{group - joined} are no copies of {joined}"
    inside = {frozenset(pair) for group in groups for pair in combinations(group, 2)}
    alike = {tuple(pair): share for pair, share in shares.items() if share >= 0.2}
    assert {pair for pair in alike if frozenset(pair) not in inside} == set()


def _appearance(digest: Digest) -> Appearance:
    """Return where and when a digest appeared, as a build knows it."""
    outlet = digest.front["outlet"]
    return Appearance(outlet, digest.front.get("host", outlet), *(digest.published or ()))


def test_the_index_finds_these_groups_and_no_others() -> None:
    index = CopyIndex()
    index.update(
        added=[
            (digest.front["facts"], shingles(digest.body, _appearance(digest)))
            for digest in digests()
        ]
    )
    assert sorted(index.groups()) == sorted(map(sorted, _groups()))
