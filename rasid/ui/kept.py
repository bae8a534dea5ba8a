"""Answers kept for all visitors: the last so many, each computed once however many ask for it together.

Streamlit's own caches hash their arguments and hand out pickled copies at every look-up, of which a page makes
dozens. Here a key is a plain hashable value and the answer itself is handed out: treat it as
unchangeable.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any


class Kept:
    """The last `size` answers, least recently used first out; safe to share between threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, threading.Event] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return the answer kept under `key`, else what `make` returns; what it raises is not kept."""
        while True:
            with self._lock:
                if key in self._answers:
                    self._answers.move_to_end(key)
                    return self._answers[key]
                underway = self._making.get(key)
                if underway is None:
                    mine = self._making[key] = threading.Event()
                    break
            underway.wait()  # somebody else computes it; if that fails, it is our turn
        try:
            answer = make()
            with self._lock:
                self._answers[key] = answer
                while len(self._answers) > self._size:
                    self._answers.popitem(last=False)
            return answer
        finally:
            with self._lock:
                del self._making[key]
            mine.set()

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._answers.clear()
