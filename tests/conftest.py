"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

# No test may fail because the machine is busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
BROWSER = "tests/browser/"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The measuring material beside the checkout; tests that need it skip by name without it."""
    if not SHARED.is_dir():
        pytest.skip("the measuring material (../shared) is not beside this checkout")
    return SHARED


class ByFile(LoadScopeScheduling):
    """Hands a worker whole files, so that what a module prepares is prepared once; all browser tests are one piece.

    The mark for this, `xdist_group`, does nothing: pytest 9.2 lets xdist 3.8 write no group into a test's name.
    """

    def _split_scope(self, nodeid: str) -> str:
        return BROWSER if nodeid.startswith(BROWSER) else nodeid.split("::", 1)[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFile:
    config.option.loadscopereorder = False  # else the file of most tests goes first
    return ByFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest piece first: the other worker does everything else meanwhile."""
    items.sort(key=lambda item: not item.nodeid.startswith(BROWSER))
