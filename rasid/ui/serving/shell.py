"""The HTML shell as browsers get it: its language and title, and what it fetches in which order."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs

import streamlit as st
from starlette.responses import RedirectResponse

from rasid.ui import i18n, registry
from rasid.ui.serving import packing, shipped
from rasid.ui.serving.compression import Application, Message, Receive, Send, collect

_BEGIN: Final = re.sub(
    r"^ *//.*\n|^ +",
    "",
    Path(__file__).parents[1].joinpath("components", "begin.js").read_text(encoding="utf-8"),
    flags=re.MULTILINE,
)


@cache
def _early(key: str | None) -> tuple[str, str]:
    """Return what the HTML shell lacks, at the beginning and at the end of its head.

    First where the server is, and the chart library, fetched at once. Without the former, a page such as /terms
    asks /terms/_stcore/health before it looks one folder up; without the latter, Plotly (300 kB) waits until the
    first chart has arrived. The locale is that of Streamlit's input fields (React Aria), which would follow the
    browser's own language: in an Arabic browser sliders over time would run against the charts beside them
    (`rasid/charts/times.py` says why time runs left to right).

    At the end, behind the scripts of the shell, the fonts and, where there are no bundles, what stands above the
    first chart: each of these scripts would be asked for only when its first element arrives, and then what it
    imports, a round trip each.

    Args:
        key: Of the bundles; None where there are none.
    """
    first = f"<script>{_settings()}</script>"
    chart = shipped.chart()
    scripts: list[str] = []
    if chart is not None and key is not None:
        first += f'<link rel="modulepreload" href="./packed-{key}/js/{shipped.APP}">'
        address = f"./packed-{key}/js/{chart}"
        begin = _BEGIN.replace("APP", shipped.APP).replace("CHART", address)
        first += f"<script>{begin}</script>"
    elif chart is not None:
        address = f"./static/js/{chart}"
        first += (f'<link rel="modulepreload" href="{address}">'
                  f'<script type="module">import("{address}").catch(() => {{}})</script>')  # fmt: skip
        wanted = dict.fromkeys(shipped.scripts_of(*shipped.FIRST, "PlotlyChart"))
        scripts = [path for path in wanted if not path.endswith(chart)]
    icons = (path.name for path in shipped.STATIC.glob("static/media/MaterialSymbols*"))
    fonts = [f"fonts/{name}.woff2" for name in packing.FONTS]
    fonts += [f"{f'packed-{key}' if key else 'static'}/media/{name}" for name in icons]
    last = "".join(f'<link rel="modulepreload" href="./{name}">' for name in scripts) + "".join(
        f'<link rel="preload" href="./{name}" as="font" type="font/woff2" crossorigin>'
        for name in fonts
    )
    if key:
        last = f"<template>{last}</template>"
    return first, last


def _settings() -> str:
    """Return what Streamlit's scripts look for on the page, in JavaScript."""
    base = st.get_option("server.baseUrlPath").strip("/")
    place = f'window.location.origin + "/{base}"'
    # With these at hand the websocket is opened at once; else it waits for the answers of two addresses.
    host = json.dumps({
        "allowedOrigins": st.get_option("client.allowedOrigins"), "useExternalAuthToken": False,
    })  # fmt: skip
    return (f"window.__streamlit = {{BACKEND_BASE_URL: {place}, MAIN_PAGE_BASE_URL: {place}, HOST_CONFIG: {host}}};"
            f'window[Symbol.for("react-aria.i18n.locale")] = "en-US"')  # fmt: skip


_OWN_FONT: Final = re.compile(r'<link\s+rel="preload"[^>]*\bas="font"[^>]*>')
"""Streamlit's own font, which Rasid does not write in."""


_SHELL: Final = re.compile(
    r'<script type="module" crossorigin src="\./static/js/index\.[\w-]+\.js"></script>'
    r'(?:\s*<link rel="modulepreload" crossorigin href="\./static/js/[\w.-]+\.js">)*'
    r'\s*<link rel="stylesheet" crossorigin href="\./static/css/(?P<sheet>[\w.-]+)">'
)


def _with_bundles(html: str) -> tuple[str, str | None]:
    """Return the shell with the bundle in place of its scripts, and the bundles' key; as it is where it cannot."""
    key = packing.PACKS.key()
    if key is None or st.get_option("server.baseUrlPath"):
        return html, None
    bundled = (f'<script type="module" crossorigin src="./packed-{key}/js/{shipped.APP}"></script>'
               f'<link rel="stylesheet" crossorigin href="./packed-{key}/css/\\g<sheet>">')  # fmt: skip
    html, found = _SHELL.subn(bundled, html, count=1)
    return html, key if found else None


def _led_to(scope: Message) -> str | None:
    """Return the path that a browser is led to, selection and all; None where it asks for a page that is there.

    For any other name Streamlit would open a dialog "Page not found", in English, also for the first page's own
    name. An address put together from two parts often has one slash too many, which Streamlit refuses.
    """
    accepted = dict(scope["headers"]).get(b"accept", b"")
    if b"text/html" not in accepted:
        return None
    path: str = scope["path"]
    name = path.strip("/")
    if _SLASHES.search(path):
        name = _SLASHES.sub("/", name)
        # Never back to two slashes: a browser would take what follows them for another host.
        return f"/{name}" if name in registry.NAMES[1:] else "/"
    return "/" if name and name not in registry.NAMES[1:] and "/" not in name else None


_SLASHES: Final = re.compile("//+")


class Shell:
    """Writes the page's language and title into the HTML shell, which Streamlit fixes to English."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or "." in scope["path"].rsplit("/", 1)[-1]:
            await self.app(scope, receive, send)
            return
        led = _led_to(scope)
        if led is not None:
            query = scope.get("query_string", b"").decode("latin-1")
            await RedirectResponse(f"{led}?{query}" if query else led)(scope, receive, send)
            return
        # Uncompressed, else there is nothing to rewrite; `Compressed` packs the result.
        plain = [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]
        scope = {**scope, "headers": plain}
        held = await collect(
            self.app,
            scope,
            receive,
            send,
            lambda r: r.header(b"content-type").startswith(b"text/html"),
        )
        if held is None:
            return
        wanted = (parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang") or [""])[0]
        accepted = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
        lang = i18n.choose(wanted, accepted)
        html = _OWN_FONT.sub("", held.body.decode("utf-8"), count=1)
        html, key = _with_bundles(html)
        first, last = _early(key)
        html = html.replace("<head>", f"<head>{first}", 1).replace("</head>", f"{last}</head>", 1)
        html = html.replace('<html lang="en">', f'<html lang="{lang}">', 1)
        html = html.replace(
            "<title>Streamlit</title>", f"<title>{i18n.text('app.title', lang)}</title>"
        )
        await held.release(send, html.encode("utf-8"), [(b"cache-control", b"no-cache")])
