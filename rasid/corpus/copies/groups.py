"""Groups of copies out of pairs of copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final, NamedTuple


class Likeness(NamedTuple):
    """How much two copies share, in hundredths of the shorter one's 3-grams, and of both (their cosine)."""

    containment: int
    cosine: int


CLOSE: Final = 70
"""From this containment on half of all pairs between two groups join them, below it more than half."""


def cluster(pairs: Mapping[tuple[int, int], Likeness]) -> list[list[int]]:
    """Return groups in which most members are copies of one another; who is in none is left out.

    Every article is a group at first. Pairs are taken by how alike they are (the pair itself decides between
    equals), and each joins the groups of its two articles when enough of all pairs between them are copies
    (average linkage; Sokal & Michener 1958). So of a chain of three whose ends are no copies of one another, the
    more alike two are a group: of such ends four in five tell different stories. In the end an article whose
    copies are rather in another group, two thirds of it, moves there: it was taken by the pair most alike.
    """
    near: dict[int, set[int]] = {}
    for a, b in pairs:
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
    # Most components are two articles: nothing to decide.
    alone = [(a, b) for a, b in pairs if len(near[a]) == len(near[b]) == 1]
    for pair in alone:
        del near[pair[0]], near[pair[1]]
    groups = {number: [number] for number in near}
    home = {number: number for number in near}
    rest = [pair for pair in pairs if pair[0] in near]
    for pair in sorted(rest, key=lambda pair: (-pairs[pair].cosine, pair)):
        small, large = home[pair[0]], home[pair[1]]
        if small == large:
            continue
        if (len(groups[small]), large) > (len(groups[large]), small):
            small, large = large, small
        linked = sum(home[other] == large for number in groups[small] for other in near[number])
        most = len(groups[small]) * len(groups[large])
        if 2 * linked > most or (2 * linked == most and pairs[pair].containment >= CLOSE):
            for number in groups[small]:
                home[number] = large
            groups[large] += groups.pop(small)
    for number in sorted(near):
        _move(number, near[number], home, groups)
    return [*map(list, alone), *(group for group in groups.values() if len(group) > 1)]


def linked_with(pairs: Iterable[tuple[int, int]], some: Collection[int]) -> set[int]:
    """Return the articles that pairs link with some articles, over any number of steps, and these where paired."""
    near: dict[int, list[int]] = {}
    for a, b in pairs:
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    found: set[int] = set()
    waiting = [number for number in some if number in near]
    while waiting:
        number = waiting.pop()
        if number not in found:
            found.add(number)
            waiting += near[number]
    return found


def _move(
    number: int, copies: set[int], home: dict[int, int], groups: dict[int, list[int]]
) -> None:
    """Put an article into the group that holds more of its copies than its own does."""
    held = Counter(home[other] for other in copies)
    most = max(held, key=lambda group: (held[group], -len(groups[group]), -group))
    if held[most] > held[home[number]] and 3 * held[most] >= 2 * len(groups[most]):
        groups[home[number]].remove(number)
        groups[most].append(number)
        home[number] = most
