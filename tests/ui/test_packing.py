"""What the server packs ahead: the chart library cut down to what is drawn, icons, Brotli."""

from __future__ import annotations

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from rasid.charts import canvas
from rasid.ui import packing, trimming
from rasid.ui.compression import Compressed

BUNDLE = (
    'var P=1,a=_({"src/core.js"(e,t){t.exports=b()}}),b=_({"src/axes.js"(e,t){t.exports=2}}),'
    'c=_({"lib/bar.js"(e,t){t.exports=d()}}),d=_({"src/traces/bar.js"(e,t){t.exports=b()}}),'
    'f=_({"lib/heatmap.js"(e,t){t.exports=3}}),g=_({"lib/map.js"(e,t){t.exports=h()}}),'
    'h=_({"node_modules/maps.js"(e,t){t.exports=4}}),i=_({"lib/last.js"(e,t){t.exports=h()}});'
    'return _({"lib/index.js"(e,t){var n=a();n.register([c(),f(),g(),i()]),t.exports=n}})()'
)


def test_modules_that_nobody_asks_for_are_left_out() -> None:
    cut = trimming.trimmed(BUNDLE)
    assert "n.register([c(),f()])" in cut
    assert all(
        path in cut for path in ("src/core", "src/axes", "lib/bar", "traces/bar", "lib/heatmap")
    )
    assert "lib/map.js" not in cut
    assert "node_modules/maps.js" not in cut


@pytest.mark.parametrize("other", [
    "var P=1;", BUNDLE.replace("lib/index.js", "lib/all.js"), BUNDLE.replace("lib/heatmap.js", "lib/heat.js"),
    BUNDLE.replace("b=_(", "z=7,b=_("),
])  # fmt: skip
def test_a_library_built_otherwise_is_served_whole(other: str) -> None:
    assert trimming.trimmed(other) == other


def test_of_the_library_streamlit_ships_every_kind_of_trace_we_draw_is_left() -> None:
    drawn = {make()["type"] for make in (canvas.bar, canvas.scatter, canvas.heatmap)}
    assert drawn == {path[4:-3] for path in trimming.TRACES} | {"scatter"}
    script = next(packing.STATIC.glob("static/js/PlotlyChart.*.js")).read_text(encoding="utf-8")
    cut = trimming.trimmed(script)
    assert len(cut) < len(script) / 3
    assert all(f'"src/traces/{kind}/plot.js"' in cut for kind in drawn)
    assert '"src/traces/scatter3d/' not in cut


def test_the_icons_that_rasid_and_streamlit_name_are_left_in_the_icon_font() -> None:
    path = next(packing.STATIC.glob("static/media/MaterialSymbols*.woff2"))
    cut = packing._icons(path)
    assert len(cut) < path.stat().st_size / 3
    names = packing._ligatures(TTFont(io.BytesIO(cut)))
    assert packing._own_icons() <= names.keys()
    assert {"close", "keyboard_arrow_down", "keyboard_double_arrow_left", "check"} <= names.keys()


def test_packed_files_are_served_to_browsers_that_read_brotli(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packing.PACKS, "_files", {"static/js/index.1.js": b"packed"})

    async def app(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200,
                    "headers": [(b"content-type", b"application/javascript")]})  # fmt: skip
        await send({"type": "http.response.body", "body": b"plain"})

    def answer(accepted: bytes) -> tuple[dict[bytes, bytes], bytes]:
        sent: list[dict[str, Any]] = []

        async def send(message: dict[str, Any]) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "GET", "path": "/static/js/index.1.js", "query_string": b"",
                 "headers": [(b"accept-encoding", accepted)]}  # fmt: skip
        with ThreadPoolExecutor(1) as pool:
            pool.submit(lambda: asyncio.run(Compressed(app)(scope, None, send))).result()
        return dict(sent[0]["headers"]), sent[1]["body"]

    headers, body = answer(b"gzip, deflate, br")
    assert body == b"packed"
    assert headers[b"content-encoding"] == b"br"
    assert b"immutable" in headers[b"cache-control"]
    assert answer(b"identity")[1] == b"plain"
    assert answer(b"gzip")[0][b"content-encoding"] == b"gzip"


def test_what_stands_above_the_first_chart_is_preloaded_and_nothing_else_of_the_pages() -> None:
    above = packing.scripts_of(*packing.FIRST)
    assert all(any(f"/{name}." in script for script in above) for name in packing.FIRST)
    assert not any("DataFrame" in script or "PlotlyChart" in script for script in above)
