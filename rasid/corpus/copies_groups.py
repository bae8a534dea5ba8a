"""Groups of copies out of pairs of copies."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MORE_THAN_HALF: Final = 0.501


def cluster(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return groups such that every member is paired with most of its group, as it was when it joined.

    Within each connected component articles are taken by how many copies they have; each joins the group
    that holds most of its copies, if these are two thirds of the group, else it opens a group. Who has copies
    but is alone in the end joins the group that holds most of them, if these are more than half of the group.
    Who is the copy of one of two stays alone: the three would say that the other two are copies, and of such
    ends of a chain four in five are not.
    """
    near: dict[int, set[int]] = {}
    for a, b in pairs:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    # Most components are two articles: nothing to decide.
    groups = [[a, b] for a, (b, *more) in near.items() if a < b and not more and len(near[b]) == 1]
    for pair in groups:
        del near[pair[0]], near[pair[1]]
    home: dict[int, int] = {}

    def best(number: int, enough: float) -> int:
        """Return the group `number` may join, of which this share and more are its copies, or -1."""
        own, votes = home.get(number), dict[int, int]()
        for other in near[number]:
            group = home.get(other, own)
            if group is not None and group != own:
                votes[group] = votes.get(group, 0) + 1
        most = max(votes, key=lambda g: (votes[g] / len(groups[g]), votes[g], -g), default=-1)
        return most if most >= 0 and votes[most] >= enough * len(groups[most]) else -1

    order = sorted(near, key=lambda n: (-len(near[n]), n))
    for number in order:
        joined = best(number, 2 / 3)
        if joined < 0:
            joined = len(groups)
            groups.append([])
        groups[joined].append(number)
        home[number] = joined
    for number in order:
        if len(groups[home[number]]) > 1:
            continue
        joined = best(number, MORE_THAN_HALF)
        if joined >= 0:
            groups[home[number]] = []
            groups[joined].append(number)
            home[number] = joined
    return [group for group in groups if len(group) > 1]
