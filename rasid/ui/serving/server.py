"""The server around the pages: compressed files, headers, the language of the HTML shell, fonts.

Streamlit serves 9.6 MB of scripts uncompressed and sends no security header; both are mended here,
in plain ASGI, because Starlette's `BaseHTTPMiddleware` would buffer every response.
"""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Final

from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from streamlit import config

from rasid.ui import data
from rasid.ui.serving import packing
from rasid.ui.serving.compression import Application, Compressed, Message, Receive, Send
from rasid.ui.serving.shell import Shell
from rasid.ui.serving.static_files import ROUTES as ROUTES

PRIVATE: Final = ("/_stcore/metrics", "/_stcore/agent")
"""Session counts and an API description that Streamlit shows to everyone; nobody needs them here."""

POLICY: Final = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' data: blob: ws://{host} wss://{host}; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
"""Nothing may be loaded from another host. Streamlit's own bundle needs inline scripts and eval."""


ROUTER: Final = Path(__file__).parents[1] / "main.py"


def _remember_theme() -> None:
    """Read the options of the theme once: Streamlit walks all its options for each of six sections at every run.

    That took a tenth of a run's time, and nothing changes them while the server runs.
    """
    reader = getattr(config, "get_options_for_section", None)
    if reader is not None and not hasattr(reader, "cache_info"):
        setattr(config, "get_options_for_section", cache(reader))  # noqa: B010


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[None]:
    """Open the store when the server starts and let go of it when it stops."""
    _remember_theme()
    data.begin_opening()  # in a thread: the port answers at once and the page shows the progress
    if not packing.PACKS.read():
        threading.Thread(target=packing.PACKS.make, name="rasid-pack", daemon=True).start()
    yield
    data.close()


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


MIDDLEWARE: Final = [Middleware(Headers), Middleware(Compressed), Middleware(Shell)]
"""Outermost first: headers on everything, the shell rewritten before it is compressed."""
