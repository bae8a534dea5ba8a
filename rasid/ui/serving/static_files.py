"""What browsers keep for a year: fonts, and Streamlit's files in the folder whose name says how they are packed."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from rasid.settings import ASSETS
from rasid.ui.serving import packing, shipped

FOREVER: Final = "public, immutable, max-age=31536000"
ROOMS: Final = ("js", "css", "media")
TYPES: Final = {".js": "application/javascript", ".css": "text/css", ".woff2": "font/woff2"}


async def _font(request: Request) -> Response:
    """Send a font; as TrueType, under whichever name, until it has been packed."""
    name, _, kind = request.path_params["name"].partition(".")
    if name not in packing.FONTS or kind not in ("ttf", "woff2"):
        return PlainTextResponse("not found", status_code=404)
    packed = packing.PACKS.get(f"fonts/{name}.{kind}")
    headers = {"cache-control": FOREVER}
    if packed is not None:
        return Response(packed, media_type="font/woff2", headers=headers)
    return FileResponse(packing.FONT_FOLDER / f"{name}.ttf", media_type="font/ttf", headers=headers)


async def _icon(_request: Request) -> Response:
    """Send Rasid's icon under the name of Streamlit's, which its script sets when a page begins.

    As an option of each page, Streamlit would read and send it anew at every run.
    """
    return Response(
        (ASSETS / "styles" / "icon.png").read_bytes(),
        media_type="image/png",
        headers={"cache-control": "max-age=86400"},
    )


async def _file(request: Request) -> Response:
    """Send a bundle, or any other file of Streamlit's as it belongs beside the bundles."""
    room, name = request.path_params["room"], request.path_params["name"]
    file = shipped.STATIC / "static" / room / name
    packed = packing.PACKS.get(f"{room}/{name}")
    there = room in ROOMS and file.name == name and (packed is not None or file.is_file())
    if not there or request.path_params["key"] != packing.PACKS.key():
        return PlainTextResponse("not found", status_code=404)
    kind = TYPES.get(file.suffix)
    headers = {"cache-control": FOREVER}
    if packed is None:
        if kind is None:
            return FileResponse(file, headers=headers)
        return Response(
            await asyncio.to_thread(_beside_bundles, file), media_type=kind, headers=headers
        )
    if file.suffix == ".woff2":
        return Response(packed, media_type=kind, headers=headers)
    headers["vary"] = "accept-encoding"
    if "br" in request.headers.get("accept-encoding", ""):
        return Response(packed, media_type=kind, headers={**headers, "content-encoding": "br"})
    # Browsers read Brotli only over https and from the same machine; others get it as gzip, by `Compressed`.
    return Response(
        await asyncio.to_thread(packing.unpacked, packed), media_type=kind, headers=headers
    )


def _beside_bundles(file: Path) -> bytes:
    return shipped.beside_bundles(file.name, file.read_bytes())


ROUTES: Final = [
    Route("/favicon.png", _icon),
    Route("/fonts/{name}", _font),
    Route("/packed-{key}/{room}/{name}", _file),
]
