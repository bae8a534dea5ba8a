"""Compression of what the server sends and has not been packed ahead, in plain ASGI."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

from rasid.ui.serving.shipped import prepared

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]

KEPT: Final = ("/static/", "/fonts/", "/packed-")
"""Folders of files that never change: their names do."""

COMPRESSIBLE: Final = (b"javascript", b"css", b"json", b"font/ttf", b"svg", b"text/html")


class Collected:
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


async def collect(
    app: Application,
    scope: Message,
    receive: Receive,
    send: Send,
    wanted: Callable[[Collected], bool],
) -> Collected | None:
    """Run `app`; return its response whole if `wanted`, else pass it through and return None."""
    held = Collected()
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


class Compressed:
    """Compresses text: Streamlit leaves its scripts as they are, 9.6 MB before the first chart.

    What `rasid.ui.serving.packing` packed passes through; files that never change are compressed once and kept.
    """

    def __init__(self, app: Application) -> None:
        self.app = app
        self._kept: dict[tuple[str, bool], tuple[list[tuple[bytes, bytes]], bytes]] = {}

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one request."""
        headers = dict(scope.get("headers", ()))
        read = headers.get(b"accept-encoding", b"")
        if scope["type"] != "http" or scope["method"] != "GET" or b"range" in headers:
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if b"gzip" not in read:
            await self.app(scope, receive, send)
            return
        # Who reads Brotli may be given the same file packed otherwise.
        answer = self._kept.get((path, b"br" in read))
        if answer is not None:
            await send({"type": "http.response.start", "status": 200, "headers": answer[0]})
            await send({"type": "http.response.body", "body": answer[1]})
            return
        held = await collect(self.app, scope, receive, send, _worth_it)
        if held is not None:
            await self._pack((path, b"br" in read), held, send)

    async def _pack(self, key: tuple[str, bool], held: Collected, send: Send) -> None:
        path = key[0]
        packed = await asyncio.to_thread(_gzipped, path, bytes(held.body))
        extra = [(b"content-encoding", b"gzip"), (b"vary", b"accept-encoding")]
        # A visitor who leaves cuts the answer short: what is kept must be whole.
        whole = held.header(b"content-length") == str(len(held.body)).encode()
        if whole and path.startswith(KEPT) and held.start["status"] == 200:
            length = (b"content-length", str(len(packed)).encode())
            dropped = {b"content-length", b"content-encoding", b"vary", b"etag"}
            plain = [(k, v) for k, v in held.start["headers"] if k.lower() not in dropped]
            self._kept[key] = ([*plain, length, *extra], packed)
        await held.release(send, packed, extra)


def _gzipped(path: str, body: bytes) -> bytes:
    return gzip.compress(prepared(path, body) if path.startswith("/static/") else body, 6)


def _worth_it(response: Collected) -> bool:
    kind = response.header(b"content-type")
    encoded = response.header(b"content-encoding")
    return not encoded and any(part in kind for part in COMPRESSIBLE)
