"""What the server packs ahead: the chart library cut down to what is drawn, icons, Brotli."""

from __future__ import annotations

import asyncio
import gzip
import io
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import brotli
import pytest
from fontTools.ttLib import TTFont
from starlette.routing import Router

from rasid.charts import canvas
from rasid.settings import ASSETS
from rasid.ui.serving import packing, shipped, static_files, trimming
from rasid.ui.serving.compression import Compressed

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


def test_the_function_around_the_library_is_marked_for_translation_while_it_loads() -> None:
    script = next(packing.STATIC.glob("static/js/PlotlyChart.*.js")).read_text(encoding="utf-8")
    cut = trimming.trimmed(script)
    assert "n,(()=>{var e=(()=>{" in cut
    assert "return window.Plotly=e,e}))" in cut


def served(path: str, accepted: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body of a file as the server's own routes and compression send it."""
    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    scope = {"type": "http", "method": "GET", "path": path, "raw_path": path.encode(), "root_path": "",
             "query_string": b"", "headers": [(b"accept-encoding", accepted.encode())]}  # fmt: skip
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(Compressed(FILES)(scope, receive, send))).result()  # type: ignore[arg-type]
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(part.get("body", b"") for part in sent[1:])


FILES = Router(routes=static_files.ROUTES)


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch) -> str:
    """A packed bundle; the folder it is served in."""
    files = {f"js/{shipped.APP}": brotli.compress(b"plain " * 99)}
    monkeypatch.setattr(packing.PACKS, "_files", files)
    return f"/packed-{packing.PACKS.key()}"


def test_a_bundle_is_sent_in_brotli_to_who_reads_it_and_else_as_gzip_or_plain(packed: str) -> None:
    status, headers, body = served(f"{packed}/js/app.js", "gzip, deflate, br")
    assert status == 200
    assert brotli.decompress(body) == b"plain " * 99
    assert headers["content-encoding"] == "br"
    assert headers["content-type"].startswith("application/javascript")
    assert "immutable" in headers["cache-control"]
    _, headers, body = served(f"{packed}/js/app.js", "gzip")
    assert (headers["content-encoding"], gzip.decompress(body)) == ("gzip", b"plain " * 99)
    _, headers, body = served(f"{packed}/js/app.js", "identity")
    assert ("content-encoding" in headers, body) == (False, b"plain " * 99)


def test_a_script_beside_the_bundles_takes_from_them_whatever_the_browser_reads(
    packed: str,
) -> None:
    name = next(packing.STATIC.glob("static/js/Json.*.js")).name
    for accepted in ("identity", "gzip", "gzip, br"):
        _, headers, body = served(f"{packed}/js/{name}", accepted)
        text = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
        assert b'}from"./app.js";' in text
        assert b"react-dom." not in text


def test_nothing_but_files_is_served_and_only_in_the_folder_of_the_present_packs(
    packed: str,
) -> None:
    for path in ("/packed-00000000/js/app.js", f"{packed}/js/nothing.js", f"{packed}/js/..", f"{packed}/../index.html",
                 f"{packed}/..%2F/index.html"):  # fmt: skip
        assert served(path, "gzip, br")[0] == 404


def test_the_icon_that_streamlits_script_asks_for_is_ours() -> None:
    _, headers, body = served("/favicon.png", "gzip, br")
    assert headers["content-type"] == "image/png"
    assert body == (ASSETS / "styles" / "icon.png").read_bytes()


def test_what_stands_above_the_first_chart_is_preloaded_and_nothing_else_of_the_pages() -> None:
    above = shipped.scripts_of(*shipped.FIRST)
    assert all(any(f"/{name}." in script for script in above) for name in shipped.FIRST)
    assert not any("DataFrame" in script or "PlotlyChart" in script for script in above)
