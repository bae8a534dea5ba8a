"""Two copies of one text side by side, with what was left out and what was added marked."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from rasid.ui.escape import esc

WORD_LIMIT = 5_000
"""Words of each text that are compared: the comparison's time grows with their product."""

_PIECES = re.compile(r"\S+|\n+")


def side_by_side(left: str, right: str, left_name: str, right_name: str) -> str:
    """Return two columns of HTML; words only one of them has are marked.

    Args:
        left: Body of the first article.
        right: Body of the second.
        left_name: Its heading.
        right_name: The other's heading.
    """
    a, b = _PIECES.findall(left)[:WORD_LIMIT], _PIECES.findall(right)[:WORD_LIMIT]
    ours: list[str] = []
    theirs: list[str] = []
    for tag, a_from, a_to, b_from, b_to in SequenceMatcher(
        None, a, b, autojunk=False
    ).get_opcodes():
        ours.append(_run(a[a_from:a_to], "del" if tag != "equal" else ""))
        theirs.append(_run(b[b_from:b_to], "ins" if tag != "equal" else ""))
    columns = "".join(
        f'<div><h4>{esc(name)}</h4><div class="rasid-article" dir="rtl" lang="ar">{"".join(text)}</div></div>'
        for name, text in ((left_name, ours), (right_name, theirs))
    )
    return f'<div class="rasid-copies">{columns}</div>'


def shared_share(left: str, right: str) -> float:
    """Return the share of the shorter text's words that both have in the same order (0–1)."""
    a, b = _PIECES.findall(left)[:WORD_LIMIT], _PIECES.findall(right)[:WORD_LIMIT]
    same = sum(
        block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    )
    return same / max(1, min(len(a), len(b)))


def _run(words: list[str], tag: str) -> str:
    if not words:
        return ""
    text = " ".join("<br>" if "\n" in word else esc(word) for word in words)
    return f"<{tag}>{text}</{tag}> " if tag else f"{text} "
