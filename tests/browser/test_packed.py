"""Streamlit's scripts as Rasid packs them: few, whole, and at one with the scripts that stay outside."""

from __future__ import annotations

from typing import Any

import pytest

from tests.browser.conftest import PATIENCE, Visit

pytestmark = pytest.mark.browser


def fetched(seen: Visit) -> list[str]:
    names: list[str] = seen.page.evaluate(
        "() => performance.getEntriesByType('resource').map(entry => new URL(entry.name).pathname)"
    )
    return names


def test_the_first_chart_takes_few_requests_and_no_script_twice(visit: Any) -> None:
    seen = visit("/?lang=ar", locale="ar-IQ")
    seen.page.wait_for_selector(".js-plotly-plot .barlayer path", timeout=PATIENCE)
    paths = fetched(seen)
    scripts = [path for path in paths if path.endswith(".js")]
    assert len(paths) <= 20
    assert {path.rpartition("/")[2].split(".")[0] for path in scripts} == {
        "app",
        "later",
        "PlotlyChart",
    }
    assert len(scripts) == len(set(scripts))
    assert not any(path.startswith("/static/") for path in paths)
    assert seen.complaints == []


def test_a_component_outside_the_bundles_shares_their_react(visit: Any) -> None:
    seen = visit("/?lang=en", locale="en-US")
    shell = next(path for path in fetched(seen) if path.endswith("/js/app.js"))
    names: dict[str, list[str]] = seen.page.evaluate("""async shell => {
      const found = {};
      for (const file of FILES) found[file] = Object.keys(await import(shell.replace("app.js", file)));
      return found;
    }""".replace("FILES", str(outside())), shell)  # fmt: skip
    assert all("default" in exported for exported in names.values())
    scripts = [path.rpartition("/")[2] for path in fetched(seen) if path.endswith(".js")]
    assert not any(name.startswith(("react-dom.", "index.", "protobuf.")) for name in scripts)
    assert seen.complaints == []


def test_a_page_whose_bundles_are_gone_begins_anew_and_only_once(visit: Any) -> None:
    seen = visit("/?lang=en", locale="en-US")
    begun: list[str] = []

    def count(request: Any) -> None:
        if request.is_navigation_request():
            begun.append(request.url)

    def refuse(route: Any) -> None:
        if len(begun) == 1:
            route.fulfill(status=404)
        else:
            route.continue_()

    seen.page.on("request", count)
    seen.page.route("**/js/later.js", refuse)
    try:
        seen.page.goto(seen.server.url("/?lang=en"), timeout=PATIENCE)
        seen.page.wait_for_selector(".stDataFrame canvas", timeout=PATIENCE)
    finally:
        seen.page.unroute("**/js/later.js")
        seen.page.remove_listener("request", count)
    assert len(begun) == 2


def outside() -> list[str]:
    from rasid.ui.serving import shipped

    wanted = ("Table", "Json", "Metric", "Toast", "Radio", "NumberInput", "DateInput")
    found = [next(shipped.STATIC.glob(f"static/js/{name}.*.js"), None) for name in wanted]
    return [path.name for path in found if path is not None]
