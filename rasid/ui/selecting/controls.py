"""Controls of one page whose values live in the address: a link to a page opens it as it was left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Literal

import streamlit as st

if TYPE_CHECKING:
    from rasid.ui.page import View

TEXT_LIMIT = 300


def _key(view: View, name: str) -> str:
    return f"c.{view.page}.{name}"


def _label(view: View, name: str, label: str | None) -> tuple[str, Literal["visible", "collapsed"]]:
    """Return the label and whether it is seen; "" hides it (but it is still read out)."""
    if label == "":
        return view.t(name), "collapsed"
    return label if label is not None else view.t(name), "visible"


def pick(
    view: View, name: str, options: Sequence[Any], default: Any, label: str | None,
    format: Callable[[Any], str] | None, control: str,  # noqa: A002
) -> Any:  # fmt: skip
    """Draw a choice of one option and return it.

    Args:
        view: The page.
        name: Of the value in the address.
        options: Plain values; the address holds `str(option)`, so they must differ as text.
        default: The option that needs no mention in the address.
        label: By default the string `name`; "" hides it.
        format: From option to words; by default the string `<name>.<option>`, else the option itself.
        control: "segmented" for a few short options, "select" for a list one can type in.
    """
    codes = {str(option): option for option in options}
    code = view.get(name, str(default))
    current = codes.get(code, default)
    key = _key(view, name)

    def changed() -> None:
        value = st.session_state[key]
        view.set(name, "" if value is None or value == default else value)

    def words(option: Any) -> str:
        text_key = f"{name}.{option}"
        return view.t(text_key) if view.has(text_key) else str(option)

    st.session_state[key] = current if current in options else None
    shown, visibility = _label(view, name, label)
    common: dict[str, Any] = {"key": key, "on_change": changed, "format_func": format or words,
                              "label_visibility": visibility}  # fmt: skip
    if control == "select":
        st.selectbox(shown, options, **common)
    else:
        st.segmented_control(shown, options, required=True, **common)
    return current


def text(view: View, name: str, default: str, label: str | None, placeholder: str | None) -> str:
    """Draw a line of text and return it, cut to a length an address can hold."""
    key = _key(view, name)

    def changed() -> None:
        value = " ".join(st.session_state[key].split())[:TEXT_LIMIT]
        view.set(name, "" if value == default else value)

    current = view.get(name, default)
    st.session_state[key] = current
    shown, visibility = _label(view, name, label)
    st.text_input(shown, key=key, on_change=changed, placeholder=placeholder, max_chars=TEXT_LIMIT,
                  label_visibility=visibility)  # fmt: skip
    return current


def toggle(view: View, name: str, default: bool, label: str | None) -> bool:
    """Draw a switch and return whether it is on."""
    key = _key(view, name)

    def changed() -> None:
        value = bool(st.session_state[key])
        view.set(name, "" if value == default else int(value))

    current = view.get(name, str(int(default))) == "1"
    st.session_state[key] = current
    shown, visibility = _label(view, name, label)
    st.toggle(shown, key=key, on_change=changed, label_visibility=visibility)
    return current
