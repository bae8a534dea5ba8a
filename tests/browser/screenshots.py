"""Pictures of every page for the README: both languages, the bundled corpus, one width.

python -m tests.browser.screenshots FOLDER [--width 1400] [--dark] [--pages terms bases]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import CHROMIUM, DRAWN, READY, ROOT, Server, serve

PAGES = ("overview", "sources", "terms", "bases", "timeline", "voices", "reader", "corpus")
LOCALES = {"ar": "ar-IQ", "en": "en-US"}
HEIGHT = 900
PATIENCE = 120_000


def take(
    browser: Browser, server: Server, page: str, language: str, target: Path, width: int, dark: bool
) -> None:
    """Write one picture: the top of a page as a visitor meets it."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        locale=LOCALES[language],
        color_scheme="dark" if dark else "light",
    )
    visit = context.new_page()
    path = "" if page == "overview" else page
    visit.goto(server.url(f"/{path}?lang={language}"), timeout=PATIENCE)
    visit.wait_for_selector("h1", timeout=PATIENCE)
    for _ in range(3):  # charts are drawn, and drawn again once their font is there
        visit.wait_for_selector(READY, timeout=PATIENCE)
        visit.wait_for_function(DRAWN, timeout=PATIENCE)
        visit.wait_for_timeout(900)
    visit.screenshot(path=target)
    context.close()


def main() -> None:
    """Serve the bundled corpus and take the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--width", type=int, default=1400)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--pages", nargs="+", default=PAGES, choices=PAGES)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept)
        (folder / "articles").symlink_to(ROOT / "corpus")
        subprocess.run(
            [
                sys.executable,
                "-m",
                "rasid",
                "build",
                str(ROOT / "corpus"),
                "--store",
                str(folder / "store"),
            ],
            check=True,
        )
        server = serve(folder)
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=str(CHROMIUM),
                    args=["--no-sandbox", "--disable-background-networking"],
                )
                for page in options.pages:
                    for language in LOCALES:
                        target = options.folder / f"{page}-{language}.png"
                        take(browser, server, page, language, target, options.width, options.dark)
                        print(target)
        finally:
            server.process.terminate()


if __name__ == "__main__":
    main()
