"""What clitics may stand on, worked out for all words of general text and kept on disk.

It takes as long to make as the rest of the lexicon and halves the time that lemmatising takes, so it is made
when many words are first asked for. A host is one record of numbers, read by a single call: an entry of a
dictionary each would cost 60 MB.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from rasid.language.candidates import host_of
from rasid.language.kept_arrays import Arrays, joined, keep_arrays, parted, read_arrays
from rasid.language.kept_file import alone
from rasid.language.lexicon import Candidate, Host, Lexicon

# How often the stem is met, with its article and without; of one candidate the price, the doubt, the share of
# general text and the number of its lemma; how many records with further candidates follow.
_RECORD: Final = struct.Struct("<5d2i")
_NO_LEMMA: Final = -1
_NO_RECORD: Final = -1  # general text does not have the word


class KeptHosts:
    """The hosts of a whole lexicon, each made of its record when asked for."""

    def __init__(self, lex: Lexicon, words: list[str], arrays: Arrays) -> None:
        """Keep the lexicon, the words of general text in order, and what `_pack` made of their hosts."""
        self._lex, self._lemmas = lex, words + parted(arrays["others"])
        self._records: bytes = arrays["records"].tobytes()
        self._start = dict.fromkeys(lex.forms, _NO_RECORD) | dict.fromkeys(lex.own, _NO_RECORD)
        self._start.update(zip(words, arrays["starts"].tolist(), strict=True))

    def get(self, stem: str) -> Host | None:
        """Return a stem as a host; None for letters that neither a table nor general text knows."""
        start = self._start.get(stem)
        if start is None:
            return None
        if start < 0:
            return host_of(self._lex, stem)
        met, share, price, doubt, seen, lemma, more = _RECORD.unpack_from(self._records, start)
        if more:
            return self._several(start, more), met, share
        return () if lemma < 0 else ((self._lemmas[lemma], price, doubt, seen),), met, share

    def _several(self, start: int, more: int) -> tuple[Candidate, ...]:
        records = self._records[start : start + (more + 1) * _RECORD.size]
        found = _RECORD.iter_unpack(records)
        return tuple([(self._lemmas[n], *numbers) for _, _, *numbers, n, _ in found])


def hosts_of(lex: Lexicon, path: Path) -> KeptHosts:
    """Return the hosts of a whole lexicon: those kept at `path`, else made now and kept there."""
    words = sorted(lex.frequency)
    with alone(path):
        kept = read_arrays(path, partial(KeptHosts, lex, words))
        if kept is None:
            arrays = _pack({word: host_of(lex, word) for word in words})
            keep_arrays(path, arrays)
            kept = KeptHosts(lex, words, arrays)
    return kept


def _pack(hosts: Mapping[str, Host]) -> Arrays:
    number = {word: n for n, word in enumerate(hosts)}
    others: list[str] = []
    starts, records = [], bytearray()
    for candidates, met, share in hosts.values():
        starts.append(len(records))
        for left in range(len(candidates) - 1, -1, -1):
            lemma, price, doubt, seen = candidates[-1 - left]
            if lemma not in number:
                number[lemma] = len(number)
                others.append(lemma)
            records += _RECORD.pack(met, share, price, doubt, seen, number[lemma], left)
        if not candidates:
            records += _RECORD.pack(met, share, 0.0, 0.0, 0.0, _NO_LEMMA, 0)
    return {
        "starts": np.array(starts, dtype=np.int32),
        "records": np.frombuffer(bytes(records), dtype=np.uint8),
        "others": joined(others),
    }
