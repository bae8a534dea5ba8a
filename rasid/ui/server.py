"""The server around the pages: compressed files, headers, the language of the HTML shell, fonts.

Streamlit serves 9.6 MB of scripts uncompressed and sends no security header; both are mended here,
in plain ASGI, because Starlette's `BaseHTTPMiddleware` would buffer every response.
"""

from __future__ import annotations

import asyncio
import gzip
import re
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs

import fontpkg_ibm_plex_sans_arabic
import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from rasid.ui import data, i18n, registry

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

FONT_FOLDER: Final = Path(fontpkg_ibm_plex_sans_arabic.__file__).parent / "files"
FONTS: Final = frozenset({"IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-SemiBold.ttf"})
COMPRESSIBLE: Final = (b"javascript", b"css", b"json", b"font/ttf", b"svg", b"text/html")
PRIVATE: Final = ("/_stcore/metrics", "/_stcore/agent")
"""Session counts and an API description that Streamlit shows to everyone; nobody needs them here."""

POLICY: Final = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' data: blob: ws://{host} wss://{host}; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
"""Nothing may be loaded from another host. Streamlit's own bundle needs inline scripts and eval."""


ROUTER: Final = Path(__file__).with_name("main.py")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Open the store when the server starts and let go of it when it stops."""
    data.begin_opening()  # in a thread: the port answers at once and the page shows the progress
    yield
    data.close()


async def _font(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in FONTS:
        return PlainTextResponse("not found", status_code=404)
    return FileResponse(
        FONT_FOLDER / name,
        media_type="font/ttf",
        headers={"cache-control": "public, max-age=31536000, immutable"},
    )


class Headers:
    """Adds the security headers to every response and closes Streamlit's internal pages."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"].startswith(PRIVATE):
            await PlainTextResponse("not found", status_code=404)(scope, receive, send)
            return
        host = dict(scope["headers"]).get(b"host", b"localhost").decode("latin-1")
        policy = POLICY.format(host="".join(c for c in host if c.isalnum() or c in ".-:[]"))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    (b"content-security-policy", policy.encode("latin-1")),
                    (b"x-content-type-options", b"nosniff"),
                    (b"referrer-policy", b"same-origin"),
                    (b"x-frame-options", b"SAMEORIGIN"),
                ]
            await send(message)

        await self.app(scope, receive, send_with_headers)


class _Collected:
    """A whole response, held back until its last part has arrived."""

    def __init__(self) -> None:
        self.start: Message = {}
        self.body = bytearray()

    def header(self, name: bytes) -> bytes:
        """Return a header's value, b"" when absent."""
        return next((v for k, v in self.start["headers"] if k.lower() == name), b"")

    async def release(self, send: Send, body: bytes, extra: list[tuple[bytes, bytes]]) -> None:
        """Send the response with another body and `extra` headers."""
        dropped = {b"content-length", *(name for name, _ in extra)}
        kept = [(k, v) for k, v in self.start["headers"] if k.lower() not in dropped]
        length = (b"content-length", str(len(body)).encode())
        await send({**self.start, "headers": [*kept, length, *extra]})
        await send({"type": "http.response.body", "body": body})


async def _collect(
    app: Application,
    scope: Message,
    receive: Receive,
    send: Send,
    wanted: Callable[[_Collected], bool],
) -> _Collected | None:
    """Run `app`; return its response whole if `wanted`, else pass it through and return None."""
    held = _Collected()
    whole = False

    async def catch(message: Message) -> None:
        nonlocal whole
        if message["type"] == "http.response.start":
            held.start = message
            whole = wanted(held)
            if not whole:
                await send(message)
        elif whole:
            held.body += message.get("body", b"")
        else:
            await send(message)

    await app(scope, receive, catch)
    return held if whole else None


def _head() -> str:
    """Return what the HTML shell lacks: where the server is, and the chart library, fetched and run at once.

    Without the first, a page such as /terms asks /terms/_stcore/health before it looks one folder up;
    without the second, 1.4 MB of Plotly wait until the first chart has arrived, and then half a second
    passes in setting it up, while before the browser idled between two answers of the server.
    The locale is that of Streamlit's input fields (React Aria), which would follow the browser's own
    language: in an Arabic browser sliders over time would run against the charts beside them
    (`rasid/charts/times.py` says why time runs left to right).
    """
    scripts = Path(st.__file__).parent / "static" / "static" / "js"
    early = [path.name for path in sorted(scripts.glob("PlotlyChart.*.js"))]
    preload = "".join(
        f'<link rel="modulepreload" href="./static/js/{name}">'
        f'<script type="module">import("./static/js/{name}").catch(() => {{}})</script>'
        for name in early
    )
    base = st.get_option("server.baseUrlPath").strip("/")
    place = f'window.location.origin + "/{base}"'
    return (f"<script>window.__streamlit = {{BACKEND_BASE_URL: {place}, MAIN_PAGE_BASE_URL: {place}}};"
            f'window[Symbol.for("react-aria.i18n.locale")] = "en-US"</script>{preload}')  # fmt: skip


_HEAD: Final = _head()

_OWN_FONT: Final = re.compile(r'<link\s+rel="preload"[^>]*\bas="font"[^>]*>')
_OWN_FACES: Final = re.compile(rb"@font-face\{font-family:Source Sans;[^}]*\}")
"""Streamlit fetches 170 kB of its own font before it knows the theme; Rasid writes in another."""


def _is_stray(scope: Message) -> bool:
    """Say whether a browser asks for a page that is not there; it is led to the first page, selection and all.

    Streamlit would open a dialog "Page not found", in English, also for the first page's own name.
    """
    name = scope["path"].strip("/")
    accepted = dict(scope["headers"]).get(b"accept", b"")
    return (
        bool(name)
        and b"text/html" in accepted
        and name not in registry.NAMES[1:]
        and "/" not in name
    )


class Shell:
    """Writes the page's language and title into the HTML shell, which Streamlit fixes to English."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or "." in scope["path"].rsplit("/", 1)[-1]:
            await self.app(scope, receive, send)
            return
        if _is_stray(scope):
            query = scope.get("query_string", b"").decode("latin-1")
            await RedirectResponse("/?" + query if query else "/")(scope, receive, send)
            return
        # Uncompressed, else there is nothing to rewrite; `Compressed` packs the result.
        plain = [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]
        scope = {**scope, "headers": plain}
        held = await _collect(
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
        html = held.body.decode("utf-8").replace("<head>", f"<head>{_HEAD}", 1)
        html = _OWN_FONT.sub("", html, count=1)
        html = html.replace('<html lang="en">', f'<html lang="{lang}">', 1)
        html = html.replace(
            "<title>Streamlit</title>", f"<title>{i18n.text('app.title', lang)}</title>"
        )
        await held.release(send, html.encode("utf-8"), [(b"cache-control", b"no-cache")])


class Compressed:
    """Compresses text; files that never change (hashed names, fonts) only once, kept in memory.

    Streamlit leaves its scripts uncompressed: 9.6 MB, against 2.5 MB compressed.
    """

    def __init__(self, app: Application) -> None:
        self.app = app
        self._kept: dict[str, tuple[list[tuple[bytes, bytes]], bytes]] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request."""
        headers = dict(scope.get("headers", ()))
        if (
            scope["type"] != "http"
            or scope["method"] != "GET"
            or b"range" in headers
            or b"gzip" not in headers.get(b"accept-encoding", b"")
        ):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path in self._kept:
            kept_headers, body = self._kept[path]
            await send({"type": "http.response.start", "status": 200, "headers": kept_headers})
            await send({"type": "http.response.body", "body": body})
            return
        held = await _collect(self.app, scope, receive, send, self._worth_it)
        if held is None:
            return
        plain_body = bytes(held.body)
        if path.endswith(".css"):
            plain_body = _OWN_FACES.sub(b"", plain_body)
        packed = await asyncio.to_thread(gzip.compress, plain_body, 6)
        extra = [(b"content-encoding", b"gzip"), (b"vary", b"accept-encoding")]
        # A visitor who leaves cuts the answer short: what is kept must be whole.
        whole = held.header(b"content-length") == str(len(held.body)).encode()
        if whole and path.startswith(("/static/", "/fonts/")) and held.start["status"] == 200:
            length = (b"content-length", str(len(packed)).encode())
            plain = [
                (k, v)
                for k, v in held.start["headers"]
                if k.lower() not in {b"content-length", b"content-encoding", b"vary", b"etag"}
            ]
            self._kept[path] = ([*plain, length, *extra], packed)
        await held.release(send, packed, extra)

    @staticmethod
    def _worth_it(response: _Collected) -> bool:
        kind = response.header(b"content-type")
        encoded = response.header(b"content-encoding")
        return not encoded and any(part in kind for part in COMPRESSIBLE)


ROUTES: Final = [Route("/fonts/{name}", _font)]
MIDDLEWARE: Final = [Middleware(Headers), Middleware(Compressed), Middleware(Shell)]
"""Outermost first: headers on everything, the shell rewritten before it is compressed."""
