"""The dashboard served on a copy of the bundled corpus, and a browser to visit it with.

Where no browser is installed the tests skip by name; with CI=true a missing browser or axe-core is a failure.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = Path(os.environ.get("RASID_CHROMIUM", "/usr/bin/chromium"))
AXE = Path(__file__).with_name("node_modules") / "axe-core" / "axe.min.js"
READY = '.stApp[data-test-script-state="notRunning"]'
DRAWN = """() => !document.querySelector('[data-testid="stSkeleton"]') && !!document.querySelector('.rasid-view')"""
"""No grey box stands for a widget whose code is still on its way: a cold or busy browser shows them a while."""

PATIENCE = 60_000
"""Milliseconds until a page must stand; a loaded machine needs many more than a free one."""


def absent(what: str) -> None:
    """Skip by name, or fail in CI: there everything must be installed."""
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"{what} is missing, and CI must have it")
    pytest.skip(f"{what} is not installed here")


@dataclass
class Server:
    """A running dashboard."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]

    def url(self, path: str = "/") -> str:
        return f"http://localhost:{self.port}{path}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(folder: Path, **environment: str) -> Server:
    """Start the dashboard on the store and articles in `folder`; wait until it answers."""
    port = free_port()
    settings = {
        "RASID_STORE": str(folder / "store"),
        "RASID_CORPUS": str(folder / "articles"),
        **environment,
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=5):
                return Server(port, folder, process)
        except OSError:
            time.sleep(0.1)
    process.kill()
    raise RuntimeError("the dashboard did not start")


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the bundled articles with its store: what a test adds or corrects stays here.

    `RASID_TEST_STORE` names a store of them that is built already.
    """
    folder = tmp_path_factory.mktemp("browser")
    shutil.copytree(ROOT / "corpus", folder / "articles")
    if built := os.environ.get("RASID_TEST_STORE"):
        shutil.copytree(built, folder / "store")
        return folder
    subprocess.run(
        [sys.executable, "-m", "rasid", "build", str(folder / "articles"), "--store", str(folder / "store")],
        check=True, cwd=ROOT, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.fixture(scope="session")
def server(corpus_folder: Path, chromium: Browser) -> Iterator[Server]:
    # Else the server would pack beside the first tests, and they would see now this, now that.
    subprocess.run(
        [sys.executable, "-c", "from rasid.ui.serving.packing import PACKS; PACKS.make()"],
        check=True,
        cwd=ROOT,
    )
    running = serve(corpus_folder, RASID_ALLOW_ADD="1")
    yield running
    running.process.terminate()
    running.process.wait(20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.is_file():
        absent("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page somebody has open, and what went wrong on it."""

    page: Page
    server: Server
    complaints: list[str] = field(default_factory=list)
    heard: list[tuple[str, Callable[[Any], None]]] = field(default_factory=list)

    def open(self, path: str) -> Visit:
        self.page.goto(self.server.url(path), timeout=PATIENCE)
        self.page.wait_for_selector("h1", timeout=PATIENCE)
        return self.rest()

    def settle(self) -> Visit:
        """Wait until the script, which runs soon after an input, has run and what it sent is drawn."""
        self.page.wait_for_timeout(150)
        return self.rest()

    def rest(self) -> Visit:
        """Wait until the script that runs has run, and once more when what it sent asks for that."""
        self.page.wait_for_selector(READY, timeout=PATIENCE)
        self.page.wait_for_timeout(350)
        self.page.wait_for_selector(READY, timeout=PATIENCE)
        self.page.wait_for_function(DRAWN, timeout=PATIENCE)
        return self

    def text(self) -> str:
        return str(self.page.inner_text(".stMain"))

    def view_line(self) -> str:
        return str(self.page.inner_text(".rasid-view"))

    def listen(self) -> None:
        """Note console errors, failed requests and requests to any other host."""
        ours = (self.server.url(""), f"ws://localhost:{self.server.port}", "data:", "blob:")

        def note(event: str, fault: Callable[[Any], str]) -> None:
            def heard(what: Any) -> None:
                if said := fault(what):
                    self.complaints.append(said)

            self.page.on(event, heard)  # type: ignore[call-overload]
            self.heard.append((event, heard))

        note("console", lambda m: f"console: {m.text}" if m.type == "error" else "")
        note("pageerror", lambda error: f"error: {error}")
        note("request", lambda r: "" if r.url.startswith(ours) else f"foreign: {r.url}")
        note("response", lambda r: f"{r.status}: {r.url}" if r.status >= 400 else "")

    def leave(self) -> None:
        for event, heard in self.heard:
            self.page.remove_listener(event, heard)
        self.heard.clear()


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Iterator[dict[str, Page]]:
    """One browser profile a language, with one page: a new page costs twice the work of a visit on one that stands."""
    made: dict[str, Page] = {}
    yield made
    for page in made.values():
        page.context.close()


def emptied(page: Page, server: Server, width: int) -> Page:
    """Return a page as it stands in a new profile: nothing stored, nothing pointed at, of the given width."""
    page.goto(server.url("/_stcore/health"), timeout=PATIENCE)
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.context.clear_cookies()
    page.emulate_media(media="null")
    page.set_viewport_size({"width": width, "height": 900})
    page.mouse.move(0, 0)
    return page


@pytest.fixture
def visit(chromium: Browser, server: Server, tabs: dict[str, Page]) -> Iterator[Any]:
    """Open pages: `visit("/terms?lang=ar", locale="ar-IQ", width=390)`, each as in a new profile.

    A test opens one page a locale; opening another path there is the page's own `open`.
    """
    seen: dict[str, Visit] = {}

    def start(
        path: str, *, locale: str = "ar-IQ", width: int = 1400, at: Server | None = None
    ) -> Visit:
        assert locale not in seen, f"this test has a page in {locale} open already"
        page = tabs.get(locale)
        if page is None or page.is_closed():
            page = chromium.new_context(locale=locale, accept_downloads=True).new_page()
            tabs[locale] = page
        seen[locale] = Visit(emptied(page, at or server, width), at or server)
        seen[locale].listen()
        return seen[locale].open(path)

    yield start
    for made in seen.values():
        made.leave()
