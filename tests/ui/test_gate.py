"""The gate: who is inside, and who waits until nobody is."""

from __future__ import annotations

import threading
import time

import pytest

from rasid.ui import data
from rasid.ui.serving.gate import Gate


def test_who_waits_for_rest_waits_for_the_page_being_drawn() -> None:
    gate = Gate(2)
    order: list[str] = []
    inside = threading.Event()

    def draw() -> None:
        with gate.turn():
            inside.set()
            time.sleep(0.1)
            order.append("drawn")

    page = threading.Thread(target=draw)
    page.start()
    inside.wait()
    gate.rest(0.05, until=time.monotonic() + 30)
    order.append("rested")
    page.join()
    assert order == ["drawn", "rested"]


def test_rest_is_as_long_as_asked_for_after_the_last_page() -> None:
    gate = Gate(1)
    with gate.turn():
        pass
    left = time.monotonic()
    gate.rest(0.1, until=left + 30)
    assert time.monotonic() - left >= 0.09


def test_nobody_waits_for_rest_beyond_the_moment_named() -> None:
    gate = Gate(1)
    with gate.turn():
        gate.rest(3600, until=time.monotonic() + 0.05)


def test_a_part_of_the_rest_is_done_between_two_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(1)
    monkeypatch.setattr(data, "PAGES", gate)
    monkeypatch.setattr(data, "_REST", 0.02)
    seen: list[int] = []
    steps = [lambda: seen.append(gate._inside)] * 3
    settling = threading.Thread(target=data._at_rest, args=(time.monotonic() + 30, *steps))
    with gate.turn():
        settling.start()
        time.sleep(0.05)
        assert seen == []
    settling.join()
    assert seen == [0, 0, 0]


def test_who_works_alone_lets_nobody_in_and_everybody_afterwards() -> None:
    gate = Gate(2)
    order: list[str] = []

    def draw() -> None:
        with gate.turn(patience=30):
            order.append("page")

    pages = [threading.Thread(target=draw) for _ in range(3)]
    with gate.alone():
        for page in pages:
            page.start()
        time.sleep(0.05)
        order.append("alone")
    for page in pages:
        page.join()
    assert order == ["alone", "page", "page", "page"]
    with gate.turn(0), gate.turn(0):
        assert gate._free == 0


def test_who_works_alone_waits_no_longer_than_it_has_patience() -> None:
    gate = Gate(2)
    with gate.turn(), gate.alone(patience=0.02):
        pass
    with gate.turn(0), gate.turn(0):
        assert gate._free == 0


def test_a_part_done_between_clicks_is_followed_by_a_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = Gate(1)
    monkeypatch.setattr(data, "PAGES", gate)
    begun: list[float] = []

    def step() -> None:
        begun.append(time.monotonic())
        time.sleep(0.03)

    data._at_rest(time.monotonic() - 1, step, step)
    assert begun[1] - begun[0] >= 0.03 * (1 + data._SPACING)
