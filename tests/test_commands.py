"""Every command of the README is run: here, or by CI where the table says so."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RUN_BY = {
    "make run": "test_make_run_serves_the_dashboard",
    "make run CORPUS=path/to/articles PORT=8600": "test_make_run_serves_the_dashboard",
    "make test": ".ci/run",
    "make test-cluster": ".ci/run",
    "make bench": "by hand: minutes, and its figures are for reading",
    ".venv/bin/python -m rasid build path/to/articles --store path/to/store": "tests/store/test_show.py",
    ".venv/bin/python -m rasid show articles --store path/to/store --format csv": "tests/store/test_show.py",
    ".venv/bin/python -m rasid check": "tests/store/test_show.py",
}


def test_the_readme_holds_no_other_command() -> None:
    blocks = re.findall(
        r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    commands = [line for block in blocks for line in block.splitlines() if line.strip()]
    assert commands
    assert set(commands) <= set(RUN_BY)


def test_the_readme_shows_pictures_that_exist() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", text)
    assert len(named) >= 2
    assert [name for name in named if not (ROOT / name).is_file()] == []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[str], seconds: float) -> str:
    """Return the page at `url` once it answers; fail with the output when the process ends first."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            pytest.fail(f"make run ended: {process.communicate()[0]}")
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    pytest.fail(f"{url} did not answer in {seconds} s")


@pytest.mark.skipif(
    not (ROOT / ".venv/bin/python").exists(), reason="`make install` has not been run here"
)
@pytest.mark.timeout(180)
@pytest.mark.parametrize("bundled", [True, False], ids=["bundled", "own folder"])
def test_make_run_serves_the_dashboard(bundled: bool, tmp_path: Path) -> None:
    port = free_port()
    words = ["make", "run", f"PORT={port}"]
    if not bundled:
        folder = tmp_path / "my articles"
        folder.mkdir()
        (folder / "one.txt").write_text(
            "مغادرة القافلة الأخيرة\n\nبغداد – قالت وزارة الدفاع إن القافلة الأخيرة غادرت قاعدة عين الأسد.\n",
            encoding="utf-8",
        )
        words.append(f"CORPUS={folder}")
    environment = {
        k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS", "RASID"))
    }
    process = subprocess.Popen(
        words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        start_new_session=True,
    )  # fmt: skip
    try:
        assert wait_for(f"http://127.0.0.1:{port}/_stcore/health", process, 120) == "ok"
        page = wait_for(f"http://127.0.0.1:{port}/terms?lang=ar", process, 30)
        assert '<html lang="ar"' in page
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        said = process.communicate(timeout=20)[0]
    assert f"http://localhost:{port}" in said
    assert re.search(r"\d+ articles", said)


def test_the_second_build_reads_nothing(tmp_path: Path) -> None:
    store = tmp_path / "store"
    command = [sys.executable, "-m", "rasid", "build", str(ROOT / "corpus"), "--store", str(store)]
    subprocess.run(command, check=True, capture_output=True)
    again = subprocess.run(command, check=True, capture_output=True, text=True)
    assert " 0 read from 0 new and 0 changed files" in again.stdout
