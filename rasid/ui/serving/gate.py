"""Who draws a page when: few at a time, first come first served.

Python runs one thread at a time. Pages drawn all at once all end late, and the thread that sends the finished
parts waits behind all of them for every single message; two at a time take the same processor time and let most
visitors be served before the last.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

AT_ONCE: Final = 2
"""One computes while another waits for the store, which works outside Python's lock."""

PATIENCE: Final = 2.0
"""Seconds after which a page is drawn all the same: nobody waits for two long queries of others."""


class Gate:
    """Lets `at_once` through at a time, in order of arrival."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._free = at_once
        self._queue: deque[threading.Event] = deque()
        self._lock = threading.Lock()
        self._inside = 0
        self._last = time.monotonic()

    @contextmanager
    def turn(self, patience: float = PATIENCE) -> Iterator[None]:
        """Wait for a turn, `patience` seconds at most, and hold it for the block."""
        held = self._enter(patience)
        with self._lock:
            self._inside += 1
        try:
            yield
        finally:
            with self._lock:
                self._inside -= 1
                self._last = time.monotonic()
            if held:
                self._leave()

    @contextmanager
    def alone(self, patience: float = PATIENCE) -> Iterator[None]:
        """Wait like a page until nobody is inside and let nobody in during the block; wait `patience` at most."""
        held = [self._enter(patience) for _ in range(self._at_once)]
        try:
            yield
        finally:
            for _ in range(sum(held)):
                self._leave()

    def rest(self, seconds: float, *, until: float) -> bool:
        """Return once nobody has been inside for so long, at the moment `until` (`time.monotonic`) all the same.

        Returns:
            Whether nobody has.
        """
        while True:
            with self._lock:
                free = time.monotonic() - self._last if not self._inside else 0.0
            left = until - time.monotonic()
            if free >= seconds or left <= 0:
                return free >= seconds
            time.sleep(min(max(seconds - free, 0.02), left))

    def _enter(self, patience: float) -> bool:
        with self._lock:
            if self._free:
                self._free -= 1
                return True
            called = threading.Event()
            self._queue.append(called)
        if called.wait(patience):
            return True
        with self._lock:
            if called.is_set():  # the turn came in the very last moment
                return True
            self._queue.remove(called)
        return False

    def _leave(self) -> None:
        with self._lock:
            if self._queue:
                self._queue.popleft().set()
            else:
                self._free += 1


PAGES: Final = Gate(AT_ONCE)
