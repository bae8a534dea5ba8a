"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# No test may fail because the machine is busy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The measuring material beside the checkout; tests that need it skip by name without it."""
    if not SHARED.is_dir():
        pytest.skip("the measuring material (../shared) is not beside this checkout")
    return SHARED
