"""The package gives its measures by name, and imports none before it is asked for."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest

from rasid import measures


def test_every_name_of_the_package_is_a_measure_not_its_module() -> None:
    found = {name: getattr(measures, name) for name in measures.__all__}
    assert not [name for name, value in found.items() if isinstance(value, ModuleType)]
    assert found["coverage"].__module__ == "rasid.measures.coverage"


def test_a_name_that_is_none_is_missing() -> None:
    with pytest.raises(AttributeError, match="sentiment"):
        measures.sentiment  # type: ignore[attr-defined]  # noqa: B018


def test_the_first_chart_needs_no_compiler_of_expressions() -> None:
    code = (
        "import sys; from rasid import measures; measures.coverage; import rasid.ui.page\n"
        "import rasid.ui.views.articles, rasid.ui.views.analysis, rasid.charts.coverage\n"
        "assert callable(measures.coverage)\n"
        "print(*{'ibis', 'sqlglot', 'rasid.findings', 'scipy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
