"""The chart library without the chart types that Rasid never draws: a quarter of it is left.

Streamlit's script for charts holds all of plotly.js, 4.7 MB with three map engines and everything in three
dimensions; a cold browser fetches a megabyte of it and computes most of a second before the first bar. Its
modules stand one after another, each under its path (`Gt=_({"src/registry.js"(e,t){…}})`) and run when first
asked for (`Gt()`), so that those nobody asks for can be left out. Where a later version is built otherwise,
the script is served whole.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

TRACES: Final = frozenset({"lib/bar.js", "lib/heatmap.js"})
"""What `rasid.charts.canvas` draws; scatter is part of the core."""

_INDEX: Final = re.compile(
    r'return (?P<wrap>[\w$]+)\(\{"lib/index\.js"\([\w$]+,[\w$]+\)\{var (?P<name>[\w$]+)=[\w$]+\(\);'
    r"(?P=name)\.register\(\[(?P<traces>[^\]]*)\]\)"
)
_CALL: Final = re.compile(r"(?<![\w$.])([\w$]+)\(\)")


class _Module(NamedTuple):
    path: str
    text: str  # with the comma or semicolon that follows


def trimmed(script: str) -> str:
    """Return Streamlit's script for charts without the chart types Rasid does not draw; else as it is."""
    index = _INDEX.search(script)
    if index is None:
        return script
    head, modules = _modules(script, index)
    entries = [entry.strip() for entry in index["traces"].split(",")]
    kept = [
        entry for entry in entries if entry[:-2] in modules and modules[entry[:-2]].path in TRACES
    ]
    if len(kept) != len(TRACES):
        return script
    tail = script[index.start() :].replace(f"[{index['traces']}]", f"[{','.join(kept)}]", 1)
    # The last one ends the list of declarations, so it stays.
    *others, last = modules
    if any(not modules[name].text.endswith("}}),") for name in others):
        return script
    wanted = _asked_for(modules, head + tail) | {last}
    cut = head + "".join(modules[name].text for name in modules if name in wanted) + tail
    return _translated_at_once(cut)


def _translated_at_once(script: str) -> str:
    """Put the function around the library in brackets: browsers translate such functions while they load.

    Else they look through the megabyte twice, the second time while the page stands still.
    """
    begin, end = "n,()=>{var e=(()=>{", "return window.Plotly=e,e})"
    if script.count(begin) != 1 or script.count(end) != 1:
        return script
    return script.replace(begin, "n,(()=>{var e=(()=>{").replace(end, end + ")")


def _modules(script: str, index: re.Match[str]) -> tuple[str, dict[str, _Module]]:
    """Return what stands before the modules, and the modules by the name they are asked for, in order."""
    start = re.compile(rf'(?<![\w$.])([\w$]+)={re.escape(index["wrap"])}\(\{{"([^"]+)"\(')
    found = list(start.finditer(script, 0, index.start()))
    ends = [*(match.start() for match in found[1:]), index.start()]
    modules = {
        match[1]: _Module(match[2], script[match.start() : end])
        for match, end in zip(found, ends, strict=True)
    }
    return script[: found[0].start()] if found else script, modules


def _asked_for(modules: dict[str, _Module], outside: str) -> set[str]:
    """Return the modules that the code outside asks for, and those that they ask for in turn.

    A local variable with a module's name counts as that module: too much is kept, never too little.
    """
    wanted: set[str] = set()
    waiting = [name for name in set(_CALL.findall(outside)) if name in modules]
    while waiting:
        name = waiting.pop()
        if name not in wanted:
            wanted.add(name)
            waiting += [
                other for other in set(_CALL.findall(modules[name].text)) if other in modules
            ]
    return wanted
