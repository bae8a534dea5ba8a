"""Clicking marks of a chart, as a person does: on the mark that stands still, and again when nothing opened."""

from __future__ import annotations

from playwright.sync_api import Locator
from playwright.sync_api import TimeoutError as Late

from tests.browser.conftest import PATIENCE, Visit

STILL = """(bar) => {
  const now = JSON.stringify(bar.getBoundingClientRect());
  window.rasidLooks = window.rasidLast === now ? (window.rasidLooks || 0) + 1 : 0;
  window.rasidLast = now;
  return !bar.isConnected || window.rasidLooks >= 15;
}"""
"""A mark stands still: its place is the same for a quarter of a second, a look a frame; or it was drawn anew."""

TRIES = 3


def press(seen: Visit, mark: Locator, opens: Locator) -> None:
    """Click a mark until what it opens is there: a chart drawn again under the pointer takes the click with it."""
    for left in reversed(range(TRIES)):
        mark.wait_for(state="attached", timeout=PATIENCE)  # a bar of nothing has no width
        mark.evaluate("bar => bar.scrollIntoView({block: 'nearest', inline: 'nearest'})")
        seen.page.wait_for_function(STILL, arg=mark.element_handle(), timeout=PATIENCE)
        box = mark.bounding_box()
        if box:
            seen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        try:
            opens.wait_for(timeout=PATIENCE if not left else PATIENCE / TRIES)
        except Late:
            if not left:
                raise
        else:
            return
