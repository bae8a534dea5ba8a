"""The budgets of the dashboard: many visitors at once, filter changes, the start of the server, a cold browser.

    python -m tests.benchmarks.dashboard STORE [--parts start filter load cold] [--visitors 1 25]

STORE is a folder with a built store; the bundled corpus and 70,000 articles have budgets of their own. The
visitors speak Streamlit's own protocol over its websocket, on this machine, so that their work shares its
processors with the server. An action is timed from the request to "script finished", its last message.
"""

from __future__ import annotations

import argparse
import asyncio
import compileall
import os
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import duckdb
import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("RASID_CHROMIUM", "/usr/bin/chromium")
PAGES = ("overview", "sources", "terms", "bases", "timeline", "voices", "reader", "corpus")
PATIENCE = 120
MEGABITS, LATENCY_MS = 10, 40
AT_REST_MS = 2_000
RESTED = 12.0
"""Seconds after which a server on two slow cores has imported and read all it does beforehand."""
FIRST_BAR = ".js-plotly-plot .barlayer path"
PAINTED = f"""new MutationObserver((_, me) => {{
  if (!document.querySelector("{FIRST_BAR}")) return;
  me.disconnect();
  requestAnimationFrame(() => setTimeout(() => {{ window.painted = performance.timeOrigin + performance.now() }}));
}}).observe(document, {{childList: true, subtree: true}})"""
"""Notes when the first bar is on the screen; asking for it from outside is up to half a second late."""


@contextmanager
def served(store: Path) -> Iterator[tuple[int, int, float]]:
    """Serve the dashboard on a store; yield port, process id and the moment its process began."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
        cwd=ROOT, env={**os.environ, "RASID_STORE": str(store.resolve())},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        while True:
            with suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).close()
                break
            if process.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise SystemExit("the server did not start")
            time.sleep(0.01)
        yield port, process.pid, began
    finally:
        process.terminate()
        process.wait(20)


def processor_seconds(pid: int) -> float:
    """Return the processor time a process has used; NaN where the system does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return float("nan")
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Visitor:
    """One browser's connection, without the browser."""

    def __init__(self, port: int) -> None:
        self.connection = websockets.connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            subprotocols=["streamlit"], max_size=None, origin=f"http://127.0.0.1:{port}",
        )  # fmt: skip

    async def __aenter__(self) -> Visitor:
        self.socket = await self.connection.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.connection.__aexit__(*error)

    async def open(self, page: str, query: str = "", until: str = "script_finished") -> float:
        """Ask for a page; return the seconds until it is drawn, or until its first chart has come.

        Args:
            page: Its name.
            query: The address after the question mark.
            until: "script_finished" or "plotly_chart".
        """
        ask = BackMsg()
        ask.rerun_script.query_string = query
        ask.rerun_script.page_name = "" if page == "overview" else page
        begun = time.perf_counter()
        await self.socket.send(ask.SerializeToString())
        while True:
            said = ForwardMsg()
            said.ParseFromString(await asyncio.wait_for(self.socket.recv(), PATIENCE))
            kind = said.WhichOneof("type")
            if kind == "delta" and said.delta.WhichOneof("type") == "new_element":
                kind = said.delta.new_element.WhichOneof("type")
            if kind in (until, "script_finished"):
                seconds = time.perf_counter() - begun
                if until != "script_finished":
                    await self.rest(kind)
                return seconds

    async def rest(self, kind: str) -> None:
        """Read on to the end of the run."""
        while kind != "script_finished":
            said = ForwardMsg()
            said.ParseFromString(await asyncio.wait_for(self.socket.recv(), PATIENCE))
            kind = said.WhichOneof("type")


def told(seconds: list[float]) -> str:
    """Return median and 95th percentile in words."""
    ordered = sorted(seconds)
    last = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return (
        f"median {statistics.median(ordered) * 1000:5.0f} ms, 95th percentile {last * 1000:5.0f} ms"
    )


def windows(store: Path, n: int) -> list[str]:
    """Return addresses of `n` selections by date, no two alike, each of half the store's days or more."""
    with duckdb.connect(str(store / "rasid.duckdb"), read_only=True) as connection:
        begin, end = connection.execute(
            "SELECT min(published_from), max(published_to) FROM articles"
        ).fetchall()[0]
    half = max((end - begin).days // 2, 1)
    return [
        f"lang=ar&from={begin + timedelta(days=61 * i % half)}&to={end - timedelta(days=i)}"
        for i in range(n)
    ]


async def start(store: Path) -> None:
    """Print how long a new process takes to its first chart."""
    with served(store) as (port, _, began):
        answered = time.perf_counter() - began
        async with Visitor(port) as visitor:
            first = await visitor.open("overview", "lang=ar", "plotly_chart")
            whole = time.perf_counter() - began
        async with Visitor(port) as visitor:
            second = await visitor.open("overview", "lang=ar", "plotly_chart")
        print(f"start: answers after {answered:.2f} s, first chart {first:.2f} s later ({whole:.2f} s after the "
              f"process began, imports and all); next visitor's first chart {second:.2f} s", flush=True)  # fmt: skip


async def filters(store: Path, changes: int, rest: float) -> None:
    """Print the server's time for selections nobody has asked for before, page by page.

    Nobody pauses here: without `rest`, the seconds between the first visitor and the first change, what a server
    imports and reads while nobody asks for anything falls into the first thirty changes.
    """
    with served(store) as (port, _, _):
        async with Visitor(port) as visitor:
            await visitor.open(PAGES[0], "lang=ar")
        await asyncio.sleep(rest)
        print(f"changes from {rest:.0f} seconds after the first visit on", flush=True)
        every = []
        for page in PAGES:
            async with Visitor(port) as visitor:
                await visitor.open(page, "lang=ar")
                times = [await visitor.open(page, query) for query in windows(store, changes)]
            every += times
            print(f"filter change, {page:9s} {told(times)}", flush=True)
        print(f"filter change, all pages {told(every)}", flush=True)


async def act(
    port: int, page: str, queries: list[str], actions: int, turn: float, seen: list[float]
) -> None:
    """Be one visitor: an action a second, every other one a change of the selection."""
    async with Visitor(port) as visitor:
        await visitor.open(page, "lang=ar")
        await asyncio.sleep(turn)
        for i in range(actions):
            begun = time.perf_counter()
            seen.append(await visitor.open(page, queries[(i + 1) // 2 % len(queries)]))
            await asyncio.sleep(max(0.0, 1 - (time.perf_counter() - begun)))


async def load(store: Path, visitors: list[int], actions: int) -> None:
    """Print the times of many visitors who act once a second each, page by page."""
    queries = ["lang=ar", *windows(store, 4)]
    with served(store) as (port, pid, _):
        for page in PAGES:
            async with Visitor(port) as visitor:
                for query in queries:
                    await visitor.open(page, query)
            for n in visitors:
                seen: list[float] = []
                before, begun = processor_seconds(pid), time.perf_counter()
                # Spread over the second, as people are.
                await asyncio.gather(
                    *(act(port, page, queries, actions, i / n, seen) for i in range(n))
                )
                used = (processor_seconds(pid) - before) / (n * (actions + 1))
                rate = len(seen) / (time.perf_counter() - begun)
                print(f"{n:3d} visitors, {page:9s} {told(seen)}; {used * 1000:.0f} ms of processor an action, "
                      f"{rate:.1f} actions a second", flush=True)  # fmt: skip


def cold(store: Path, times: int) -> None:
    """Print how long a browser without anything in its cache takes to the first chart, 10 Mbit/s.

    From the request to the frame that shows the first bar. The browser has come to rest before: a new profile
    loads half a second of its own pages first, and nobody's first visit is their browser's first second.
    """
    from playwright.sync_api import sync_playwright

    taken = []
    with served(store) as (port, _, _), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for i in range(times + 1):
            context = browser.new_context(locale="ar-IQ", viewport={"width": 1400, "height": 900})
            context.add_init_script(PAINTED)
            page = context.new_page()
            line = context.new_cdp_session(page)
            received: list[float] = []
            line.on("Network.loadingFinished", lambda e: received.append(e["encodedDataLength"]))  # noqa: B023
            line.send("Network.enable")
            line.send("Network.setCacheDisabled", {"cacheDisabled": True})
            bytes_a_second = MEGABITS * 125_000 if i else -1  # the first visit warms the server
            line.send("Network.emulateNetworkConditions", {
                "offline": False, "latency": LATENCY_MS if i else 0,
                "downloadThroughput": bytes_a_second, "uploadThroughput": bytes_a_second,
            })  # fmt: skip
            page.wait_for_timeout(AT_REST_MS)
            begun = time.time()
            page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
            page.wait_for_selector(FIRST_BAR, state="attached", timeout=PATIENCE * 1000)
            answers, size = len(received), sum(received) / 1e6
            painted = page.wait_for_function("window.painted", timeout=PATIENCE * 1000)
            seconds = painted.json_value() / 1000 - begun
            if i:
                taken.append(seconds)
                print(f"cold browser, {MEGABITS} Mbit/s, {LATENCY_MS} ms: first chart {seconds:.2f} s, "
                      f"{size:.2f} MB in {answers} answers", flush=True)  # fmt: skip
            context.close()
        browser.close()
    print(
        f"cold browser, {times} visits: median {statistics.median(taken):.2f} s, longest {max(taken):.2f} s"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("--parts", nargs="+", default=["start", "filter", "load", "cold"])
    parser.add_argument("--visitors", type=int, nargs="+", default=[1, 25])
    parser.add_argument("--actions", type=int, default=8, help="of each visitor")
    parser.add_argument("--changes", type=int, default=12, help="of the selection, a page")
    parser.add_argument("--visits", type=int, default=5, help="of cold browsers")
    options = parser.parse_args()
    for room in ("rasid", "pages"):  # as `make run` does before it serves
        compileall.compile_dir(ROOT / room, quiet=1)
    if "start" in options.parts:
        asyncio.run(start(options.store))
    if "filter" in options.parts:
        for rest in (0, RESTED):
            asyncio.run(filters(options.store, options.changes, rest))
    if "load" in options.parts:
        asyncio.run(load(options.store, options.visitors, options.actions))
    if "cold" in options.parts:
        cold(options.store, options.visits)


if __name__ == "__main__":
    main()
