"""Pages with sections, opened one after another in one running page: cheaper than a page each."""

from __future__ import annotations

from collections.abc import Iterable

from streamlit.testing.v1 import AppTest

from tests.ui.conftest import headings


def walk(test: AppTest, page: str, sections: Iterable[str]) -> dict[str, list[str]]:
    """Open every section in turn, fail on any exception; return the headings of each."""
    found = {}
    for section in sections:
        test.segmented_control(key=f"c.{page}.section").set_value(section).run()
        assert not test.exception, (section, [e.value for e in test.exception])
        found[section] = headings(test)
    return found


def untranslated(found: dict[str, list[str]]) -> list[str]:
    """Return the headings that are keys instead of words."""
    return [text for texts in found.values() for text in texts if "." in text and text.islower()]
