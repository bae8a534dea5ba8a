"""What the server adds around Streamlit: the language of the shell, headers, strays led home."""

from __future__ import annotations

import asyncio
import gzip
import json
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import streamlit as st

from rasid.ui.serving import packing, shipped
from rasid.ui.serving.compression import Compressed
from rasid.ui.serving.server import Headers
from rasid.ui.serving.shell import Shell

PAGE = b'<!doctype html><html lang="en"><head></head><title>Streamlit</title></html>'


async def page(scope: dict[str, Any], receive: Any, send: Any) -> None:
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/html")]}
    )
    await send({"type": "http.response.body", "body": PAGE})


def get(
    app: Any, path: str, query: str = "", accept: str = "text/html"
) -> tuple[int, dict[str, str], str]:
    """Return status, headers and body of one request."""
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http", "method": "GET", "path": path, "query_string": query.encode(),
        "headers": [(b"accept", accept.encode()), (b"host", b"localhost:8501")],
    }  # fmt: skip

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    # In a thread of its own: browser tests of the same worker keep an event loop running in this one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    headers = {k.decode(): v.decode() for k, v in sent[0]["headers"]}
    return sent[0]["status"], headers, b"".join(m.get("body", b"") for m in sent[1:]).decode()


@pytest.mark.parametrize(("query", "language", "title"), [
    ("lang=ar", "ar", "راصد"), ("lang=en", "en", "Rasid"),
])  # fmt: skip
def test_the_shell_says_its_language_and_title(query: str, language: str, title: str) -> None:
    _, _, body = get(Shell(page), "/terms", query)
    assert f'<html lang="{language}"' in body
    assert title in body
    assert "Streamlit" not in body


@pytest.mark.parametrize("path", ["/overview", "/nothing", "/terms2"])
def test_a_page_that_is_not_there_leads_to_the_first_with_the_selection_kept(path: str) -> None:
    status, headers, _ = get(Shell(page), path, "lang=ar&o=aljazeera")
    assert (status, headers["location"]) == (307, "/?lang=ar&o=aljazeera")
    assert get(Shell(page), path)[1]["location"] == "/"


@pytest.mark.parametrize(("path", "led"), [
    ("//", "/"), ("//terms", "/terms"), ("/terms//", "/terms"), ("//elsewhere.example//a", "/"),
])  # fmt: skip
def test_a_slash_too_many_leads_to_the_page_and_to_no_other_host(path: str, led: str) -> None:
    status, headers, _ = get(Shell(page), path, "lang=ar&o=aljazeera")
    assert (status, headers["location"]) == (307, f"{led}?lang=ar&o=aljazeera")


@pytest.mark.parametrize("path", ["/", "/terms", "/corpus/"])
def test_pages_that_are_there_are_served(path: str) -> None:
    assert get(Shell(page), path)[0] == 200


def test_what_is_no_page_is_left_alone() -> None:
    assert get(Shell(page), "/healthz", accept="*/*")[0] == 200


def test_every_answer_carries_the_security_headers_and_inner_pages_are_closed() -> None:
    _, headers, _ = get(Headers(page), "/terms")
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "SAMEORIGIN"
    assert get(Headers(page), "/_stcore/metrics")[0] == 404


def test_the_shell_asks_for_the_chart_library_at_once_and_for_no_font_that_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packing.PACKS, "_files", {})
    preload = b'<link\n  rel="preload"\n  href="./static/media/SourceSans.woff2"\n  as="font"\n  crossorigin\n/>'

    async def shell(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200,
                    "headers": [(b"content-type", b"text/html")]})  # fmt: skip
        await send(
            {"type": "http.response.body", "body": PAGE.replace(b"<head>", b"<head>" + preload)}
        )

    _, _, body = get(Shell(shell), "/terms")
    assert "SourceSans" not in body
    assert 'rel="modulepreload" href="./static/js/PlotlyChart.' in body


def test_where_bundles_are_packed_the_shell_loads_them_and_then_charts_and_fonts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(packing.PACKS, "_files", {f"js/{shipped.APP}": b""})
    html = (shipped.STATIC / "index.html").read_bytes()

    async def shell(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200,
                    "headers": [(b"content-type", b"text/html")]})  # fmt: skip
        await send({"type": "http.response.body", "body": html})

    _, _, body = get(Shell(shell), "/terms")
    folder = f"./packed-{packing.PACKS.key()}"
    assert f'<script type="module" crossorigin src="{folder}/js/app.js"></script>' in body
    assert f'<link rel="stylesheet" crossorigin href="{folder}/css/index.' in body
    assert f'import("{folder}/js/PlotlyChart.' in body
    assert "./static/" not in body
    fonts = body[body.index("<template>") : body.index("</template>")]
    assert fonts.count('as="font"') == 3


def test_the_page_knows_the_answers_streamlit_would_ask_for_before_it_connects() -> None:
    _, _, body = get(Shell(page), "/")
    told = re.search(r"HOST_CONFIG: (\{.*?\})\}", body)
    assert told is not None
    assert json.loads(told[1]) == {
        "allowedOrigins": list(st.get_option("client.allowedOrigins")),
        "useExternalAuthToken": False,
    }


def test_style_sheets_lose_the_faces_of_a_font_that_is_not_used() -> None:
    face = b"@font-face{font-family:Source Sans;src:url(../a.woff2)format('woff2')}"

    async def sheet(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200,
                    "headers": [(b"content-type", b"text/css")]})  # fmt: skip
        await send({"type": "http.response.body", "body": face + b"body{margin:0}" + face})

    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/static/css/index.1.css", "query_string": b"",
             "headers": [(b"accept-encoding", b"gzip, br")]}  # fmt: skip
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(Compressed(sheet)(scope, None, send))).result()
    assert gzip.decompress(sent[1]["body"]) == b"body{margin:0}"
