"""A build in a process of its own: `python -m rasid.ui.upkeep.build_worker STORE SOURCE...`.

The dashboard rebuilds here and not in its own process: lexicons are read once a process, so that edited ones
would not be seen there, and a long build would hold up every visitor. Prints one JSON object a line.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from rasid.errors import RasidError


def main(arguments: list[str]) -> int:
    """Build and report; return the exit code."""
    from rasid.store.build import build

    def told(stage: str, done: int, total: int) -> None:
        _say({"stage": stage, "done": done, "total": total})

    store, *sources = (Path(argument) for argument in arguments)
    try:
        summary = build(sources, store, progress=told)
    except RasidError as error:
        _say({"code": error.code, "file": error.file, "detail": error.detail})
        return 2
    _say({"summary": asdict(summary)})
    return 0


def _say(message: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
