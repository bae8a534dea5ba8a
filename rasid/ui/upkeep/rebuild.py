"""The rebuild a visitor started: one at a time for everybody, its progress readable by every page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rasid import settings
from rasid.errors import RasidError
from rasid.ui.upkeep import adding


@dataclass(slots=True)
class Job:
    """A rebuild: running, or done with a summary or an error."""

    running: bool = False
    stage: str = "read"
    done: int = 0
    total: int = 0
    added: tuple[Path, ...] = ()
    before: frozenset[str] = frozenset()  # article ids before it began
    summary: dict[str, Any] | None = None
    error: RasidError | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)


_job = Job()


def job() -> Job:
    """Return the present or the last rebuild."""
    return _job


def start(added: Sequence[Path] = (), before: frozenset[str] = frozenset()) -> bool:
    """Start a rebuild in a process of its own; False when one is running already.

    Args:
        added: Files that are new, to be reported on afterwards.
        before: Ids of the articles the store held before.
    """
    with _job.lock:
        if _job.running:
            return False
        _job.running, _job.summary, _job.error = True, None, None
        _job.stage, _job.done, _job.total = "read", 0, 0
        _job.added, _job.before = tuple(added), before
    threading.Thread(target=_run, name="rasid-rebuild", daemon=True).start()
    return True


def _run() -> None:
    command = [sys.executable, "-m", "rasid.ui.upkeep.build_worker", str(settings.store_folder()),
               *(str(source) for source in adding.sources())]  # fmt: skip
    try:
        with subprocess.Popen(  # noqa: S603  # our own module, paths as separate arguments
            command, cwd=settings.ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, "RASID_CORPUS": str(settings.source_folder())},
        ) as process:  # fmt: skip
            assert process.stdout is not None
            assert process.stderr is not None
            for line in process.stdout:
                _hear(json.loads(line))
            complaint = process.stderr.read()
        if process.returncode and _job.error is None:
            last = (complaint.strip().splitlines() or ["?"])[-1]
            _job.error = RasidError("build-failed", detail=last[:300])
    except (OSError, ValueError) as error:
        _job.error = RasidError("build-failed", detail=error)
    finally:
        _job.running = False


def _hear(message: dict[str, Any]) -> None:
    if "stage" in message:
        _job.stage, _job.done, _job.total = message["stage"], message["done"], message["total"]
    elif "summary" in message:
        _job.summary = message["summary"]
    else:
        _job.error = RasidError(message["code"], file=message["file"], detail=message["detail"])
