"""The state a link carries: language, selection, and the controls of the page that is open.

The address holds stable codes (`?lang=ar&o=aljazeera&from=2025-01-01&term=…`), never labels, so that a link
made in Arabic opens in English. The session holds the truth; each run compares it with the address and
decides who of the two changed:

* a control was used (its callback ran): the session wins and one history entry is written;
* otherwise the address differs from what was last written (Back, an edited address, a link): it wins.

Whatever is unknown or malformed in an address falls back silently to the default.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from rasid.settings import LANGUAGES
from rasid.store.selection import Selection

LANG: Final = "lang"
SELECTION_CODES: Final = frozenset({"o", "from", "to", "und", "orig", "v", "k", "q"})
VALUE_LIMIT: Final = 600
"""Characters of one value that are read from an address; the rest is cut."""

_STATE: Final = "rasid.state"


class State:
    """What one visitor sees: language, selection and page controls; lives in the session."""

    def __init__(self, lang: str, *, narrow: bool = False) -> None:
        self.lang = lang
        self.narrow = narrow  # whether charts are laid out as for a phone
        self.selection = Selection()
        self.controls: dict[str, dict[str, str]] = {}
        self.page = ""
        self.links: dict[str, Any] = {}  # Streamlit's object of each page
        self.written: dict[str, str] | None = None
        self.view: object = None  # the page's view in the present run
        self.touched = False  # a control's callback has run since the last address was written

    def query(self, page: str) -> dict[str, str]:
        """Return the address of this state on a page, defaults left out (but the language kept)."""
        return {LANG: self.lang, **self.selection.to_codes(), **self.controls.get(page, {})}

    def link(self, page: str, **controls: str) -> str:
        """Return the address of a page with this selection and these controls of that page."""
        query = {LANG: self.lang, **self.selection.to_codes()}
        query |= {name: str(value) for name, value in controls.items() if value not in ("", None)}
        return f"/{'' if page == 'overview' else page}?{urlencode(query)}"

    def set_control(self, page: str, name: str, value: str) -> None:
        """Set a page's control to a code; "" removes it from the address."""
        controls = self.controls.setdefault(page, {})
        if value == "":
            controls.pop(name, None)
        else:
            controls[name] = value
        self.touched = True

    def choose(self, selection: Selection) -> None:
        """Replace the selection."""
        self.selection = selection
        self.touched = True


def state_of(session: Any, lang: str, *, narrow: bool = False) -> State:
    """Return the visitor's state, made on the first visit in language `lang` and as `narrow` as it seems."""
    if _STATE not in session:
        session[_STATE] = State(lang, narrow=narrow)
    state: State = session[_STATE]
    return state


def clean(params: Mapping[str, Any]) -> dict[str, str]:
    """Return an address's parameters as short single values, lists joined by commas."""
    cleaned = {}
    for name, value in params.items():
        values: Iterable[Any] = value if isinstance(value, (list, tuple)) else [value]
        cleaned[str(name)] = ",".join(str(v) for v in values)[:VALUE_LIMIT]
    return cleaned


def reconcile(
    state: State, params: Mapping[str, Any], page: str, *, outlets: Collection[str] | None = None
) -> bool:
    """Let the address or the session win, and say whether the address has to be written.

    Args:
        state: The visitor's state, changed in place when the address wins.
        params: The query parameters of this run.
        page: The page that is open.
        outlets: Ids the store knows; others in an address are dropped.
    """
    seen = clean(params)
    arrived = state.page != page
    state.page = page
    if not state.touched and seen != state.written and not (arrived and not seen and state.written):
        adopt(state, seen, page, outlets=outlets)
    state.touched = False
    wanted = state.query(page)
    must_write = seen != wanted
    state.written = wanted
    return must_write


def adopt(
    state: State, seen: Mapping[str, str], page: str, *, outlets: Collection[str] | None = None
) -> None:
    """Take language, selection and the page's controls from an address."""
    if seen.get(LANG) in LANGUAGES:
        state.lang = seen[LANG]
    state.selection = Selection.from_codes(seen, outlets=outlets)
    taken = SELECTION_CODES | {LANG}
    state.controls[page] = {
        name: value
        for name, value in seen.items()
        if name not in taken and value and name.isascii()
    }
