"""What lets many visitors share one process: answers computed once, pages drawn in turn, figures left undrawn."""

from __future__ import annotations

import copy
import threading
import time

import plotly.graph_objects as go
import pytest

from rasid.charts.canvas import Canvas, Drawn, bar
from rasid.ui.cards import has_codes, with_layout
from rasid.ui.kept import Kept
from rasid.ui.serving.gate import Gate


def in_threads(n: int, work: object) -> None:
    threads = [threading.Thread(target=work) for _ in range(n)]  # type: ignore[arg-type]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert not any(thread.is_alive() for thread in threads)


def test_an_answer_asked_for_by_many_together_is_computed_once() -> None:
    kept, made, got = Kept(4), [], []

    def make() -> object:
        made.append(1)
        time.sleep(0.05)
        return object()

    in_threads(8, lambda: got.append(kept.get("key", make)))
    assert len(made) == 1
    assert len({id(answer) for answer in got}) == 1


def test_a_failed_answer_is_not_kept_and_holds_nobody_up() -> None:
    kept = Kept(4)
    with pytest.raises(ValueError, match="no"):
        kept.get("key", lambda: (_ for _ in ()).throw(ValueError("no")))
    assert kept.get("key", lambda: 1) == 1


def test_the_least_used_answer_goes_first() -> None:
    kept = Kept(2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda key=key: [key])
    assert kept.get("a", lambda: "anew") == ["a"]
    assert kept.get("b", lambda: "anew") == "anew"


def test_the_gate_lets_few_through_at_a_time_and_all_in_the_end() -> None:
    gate, inside, most, through = Gate(2), [], [], []

    def visit() -> None:
        with gate.turn(patience=10):
            inside.append(1)
            most.append(len(inside))
            time.sleep(0.01)
            inside.pop()
        through.append(1)

    in_threads(12, visit)
    assert max(most) == 2
    assert len(through) == 12


def test_nobody_waits_for_ever_and_a_late_turn_is_not_lost() -> None:
    gate = Gate(1)
    with gate.turn(), gate.turn(patience=0.01):
        pass
    with gate.turn(patience=0):
        assert not gate._free
    assert gate._free == 1


def test_an_error_inside_gives_the_turn_back() -> None:
    gate = Gate(1)
    with pytest.raises(RuntimeError), gate.turn():
        raise RuntimeError
    assert gate._free == 1


def drawing() -> Canvas:
    canvas = Canvas([bar(x=[1, None, 3], y=[0, 1, 2], text=None, customdata=[["a"], ["b"], ["c"]])])
    canvas.update_layout(height=300, xaxis={"title": {"text": "س"}})
    return canvas


def test_an_undrawn_figure_says_what_plotly_would_say() -> None:
    canvas = drawing()
    plain = go.Figure({"data": canvas.data, "layout": canvas.layout}, _validate=False)
    assert canvas.figure().to_dict()["data"] == plain.to_dict()["data"]
    assert canvas.figure().to_dict()["layout"] == plain.to_dict()["layout"]


def test_a_figure_becomes_plotlys_own_when_it_is_looked_at() -> None:
    figure = drawing().figure()
    assert isinstance(figure, go.Figure)
    assert figure.layout.height == 300
    figure.update_layout(height=400)
    assert figure.to_dict()["layout"]["height"] == 400
    assert copy.deepcopy(drawing().figure()).data[0].type == "bar"


def test_a_layout_is_set_on_a_copy() -> None:
    figure = drawing().figure()
    taller = with_layout(figure, height=900)
    assert isinstance(taller, Drawn)
    assert (taller.layout.height, figure.layout.height) == (900, 300)
    assert has_codes(figure)
    assert has_codes(taller)
