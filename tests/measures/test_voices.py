"""Voice: every finding belongs to the voice of its words, and no voice loses or doubles one."""

from __future__ import annotations

import pandas as pd
import pytest

from rasid import measures as m
from rasid.store.engine import Store
from rasid.store.selection import Selection
from tests.measures.sample import Sample

PLACE = ["article_key", "start", "end"]


def _places(table: pd.DataFrame) -> set[tuple[int, ...]]:
    return set(table[PLACE].itertuples(index=False, name=None))


@pytest.mark.parametrize("measure", ["drift", "quantities"])
def test_dates_and_numbers_are_quoted_as_their_sentence_is(
    sample: Sample, store: Store, measure: str
) -> None:
    make = getattr(m, measure)
    every, quoted, own = (make(store, Selection(voice=v)) for v in ("all", "quoted", "own"))
    assert len(quoted)
    assert len(own)
    assert _places(every) == _places(quoted) | _places(own)
    assert not _places(quoted) & _places(own)
    sentences = {
        (t["article_key"], t["sentence"]): t["quoted"] for t in sample.rows["tokens"]
    }  # the sample quotes whole sentences
    assert all(sentences[key, s] for key, s in quoted[["article_key", "sentence"]].to_numpy())
    assert not any(sentences[key, s] for key, s in own[["article_key", "sentence"]].to_numpy())


def test_statements_are_others_words(store: Store) -> None:
    every = m.speakers(store, Selection())
    pd.testing.assert_frame_equal(m.speakers(store, Selection(voice="quoted")), every)
    assert m.speakers(store, Selection(voice="own")).empty
    assert m.statements(store, Selection(voice="own")).attrs["total"] == 0


def test_the_side_of_a_number_does_not_depend_on_the_voice(store: Store) -> None:
    every = m.quantities(store, Selection()).set_index(PLACE)["side_id"]
    own = m.quantities(store, Selection(voice="own")).set_index(PLACE)["side_id"]
    assert own.isna().equals(every.loc[own.index].isna())
