"""Objects by number."""

from __future__ import annotations

import numpy as np

from rasid.language.growing import GrowingArray


def test_objects_are_found_by_number_however_many_there_are() -> None:
    held = GrowingArray[str]()
    words = [f"كلمة {n}" for n in range(5_000)]
    for n, word in enumerate(words):
        assert len(held) == n
        held.append(word)
    asked = [4_999, 0, 1_024, 0]
    found = held.take(np.array(asked, dtype=np.int32))
    assert found == [words[n] for n in asked]
    assert found[1] is words[0]
    assert held.take(np.empty(0, dtype=np.int32)) == []
