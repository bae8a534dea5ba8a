"""Streamlit's scripts joined: a hundred small files become one, and every other script is told so.

A cold browser asks for a hundred scripts before its first chart, six at a time, a round trip each, and each
costs it and the server some milliseconds of their own. Streamlit's bundler (Rolldown) writes every script in
one form: what it imports, its code, what it exports. Here each becomes a function that runs when it is first
asked for and returns what it exports:

    const rasid7=once((()=>{const{t:e}=rasid3();…its code…;return{t:n}}));

Scripts left outside import these functions instead of the files. A script written in another form is refused
(`ValueError`), and the caller serves Streamlit's files as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

_LISTED: Final = re.compile(r"const __vite__mapDeps=[^\n]*\n")
"""What a script may ask to be fetched ahead; the first line of those that import on demand."""

_IMPORT: Final = re.compile(r'import(?:\{([^{}"]*)\}from)?"\./([\w.\-]+)";')
_EXPORT: Final = re.compile(r"export\{([^{}]*)\};?\s*$")
_LATE: Final = re.compile(r"(?<![\w$.])(?:import|export)[{*\"' ][^;]{0,200}?[\"']\./")
"""An import or an export anywhere else than at the beginning or the end."""

_ON_DEMAND: Final = re.compile(r"import\(`\./([\w.\-]+)`\)")
_LAZY: Final = re.compile(
    r"[\w$]+\(\(\)=>import\(`\./([\w.\-]+)`\)(?:\.then\((\w+)=>\2\.(\w+)\))?"
    r",__vite__mapDeps\(\[[\d,]*\]\),import\.meta\.url\)"
)
"""A component that is imported when it is first drawn, as `React.lazy` is given it."""


class Script(NamedTuple):
    """One of Streamlit's scripts, taken apart."""

    ahead: str
    imports: list[tuple[str, str]]  # what it calls the names ("t:e,n"), the file
    code: str
    exports: list[tuple[str, str]]  # its own name, the name outside


def parsed(text: str) -> Script:
    """Return a script's parts.

    Raises:
        ValueError: It is written in another form than Streamlit's scripts are.
    """
    listed = _LISTED.match(text)
    at = listed.end() if listed else 0
    imports = []
    while (found := _IMPORT.match(text, at)) is not None:
        imports.append((re.sub(r" as ", ":", found[1] or ""), found[2]))
        at = found.end()
    last = _EXPORT.search(text, at)
    code = text[at : last.start() if last else len(text)]
    if _LATE.search(code):
        raise ValueError("imports or exports in the middle of a script")
    named = [part.split(" as ") for part in last[1].split(",")] if last and last[1] else []
    exports = [(own[0], own[-1]) for own in named]
    return Script(listed[0] if listed else "", imports, code, exports)


class Bundles:
    """Which script lies in which bundle, and under which name."""

    def __init__(self) -> None:
        self._home: dict[str, str] = {}
        self._name: dict[str, str] = {}

    def add(self, bundle: str, files: Iterable[str]) -> None:
        """Put scripts into a bundle."""
        for file in files:
            self._home[file] = bundle
            self._name[file] = f"rasid{len(self._name)}"

    def outside(self, text: str) -> str:
        """Return a script that stays a file, importing the bundles in place of what lies in them."""
        if not any(file in self._home for _, file in _IMPORT.findall(text)):
            return self._referred(text)
        script = parsed(text)
        head, names = self._head(script, "")
        ends = ",".join(f"{own} as {name}" for own, name in script.exports)
        return f"{self._referred(script.ahead)}{head}{names}{self._referred(script.code)};export{{{ends}}};"

    def joined(
        self, bundle: str, texts: Mapping[str, str], *, first: str = "", soon: str | None = None
    ) -> str:
        """Return a bundle's text.

        Args:
            bundle: Its file name.
            texts: Its scripts by file name.
            first: The script that it runs at once.
            soon: A script outside that the page fetches meanwhile and keeps as `window.rasidSoon`.

        Raises:
            ValueError: A script is written in another form, or two of them import each other.
        """
        scripts = {file: parsed(text) for file, text in texts.items()}
        _refuse_rings(
            {file: [other for _, other in script.imports] for file, script in scripts.items()}
        )
        heads, parts = dict[str, None](), []
        for file, script in scripts.items():
            head, names = self._head(script, bundle)
            heads |= dict.fromkeys(re.findall(r"[^;]+;", head))
            kept = self._drawn_at_once(script.ahead + script.code, bundle, soon)
            ends = ",".join(f"{name}:{own}" for own, name in script.exports)
            # In brackets: browsers then translate the function at once instead of looking through it first.
            parts.append(
                f"const {self._name[file]}=once((()=>{{{self._referred(names + kept)}\n;"
                f"{_begun(script)}return{{{ends}}}}}));"
            )
        ends = ",".join(self._name[file] for file in scripts)
        return (f"{''.join(heads)}const once=make=>{{let made;return()=>made||(made=make())}};"
                f"{''.join(parts)}{f'{self._name[first]}();' if first else ''}export{{{ends}}};")  # fmt: skip

    def _head(self, script: Script, inside: str) -> tuple[str, str]:
        """Return the imports of other files, and the names taken from bundled scripts."""
        files, names = [], []
        for wanted, file in script.imports:
            home = self._home.get(file)
            if home is None:
                named = wanted.replace(":", " as ")
                files.append(
                    f'import{{{named}}}from"./{file}";' if wanted else f'import"./{file}";'
                )
                continue
            if home != inside:
                files.append(f'import{{{self._name[file]}}}from"./{home}";')
            call = f"{self._name[file]}()"
            names.append(f"const{{{wanted}}}={call};" if wanted else f"{call};")
        return "".join(dict.fromkeys(files)), "".join(names)

    def _drawn_at_once(self, code: str, bundle: str, soon: str | None) -> str:
        """Let components of the same bundle be there at once.

        A promise, even a kept one, would have React draw a placeholder first and everything again later.
        """

        def there(found: re.Match[str]) -> str:
            if found[1] == soon:
                return f"(window.rasidSoon?{{then:use=>use(window.rasidSoon)}}:{found[0]})"
            if self._home.get(found[1]) != bundle:
                return found[0]
            part = f".{found[3]}" if found[3] else ""
            return f"({{then:use=>use({self._name[found[1]]}(){part})}})"

        return _LAZY.sub(there, code)

    def _referred(self, code: str) -> str:
        """Let imports on demand, and what is fetched ahead for them, name the bundles."""

        def listed(found: re.Match[str]) -> str:
            return re.sub(
                r'"\./([\w.\-]+)"', lambda m: f'"./{self._home.get(m[1], m[1])}"', found[0]
            )

        def demanded(found: re.Match[str]) -> str:
            home = self._home.get(found[1])
            return (
                found[0]
                if home is None
                else f"import(`./{home}`).then(all=>all.{self._name[found[1]]}())"
            )

        return _ON_DEMAND.sub(demanded, _LISTED.sub(listed, code))


def _begun(script: Script) -> str:
    """Return calls of the exported functions that fill exported variables in.

    What a script exports is handed over once. Rolldown lets some scripts fill their variables in when a function
    made by its helper `n` is first called (`L=e((()=>{I=…}))`); called here, they are full by then.
    """
    helper = next((match[1] for names, file in script.imports if file.startswith("rolldown-runtime.")
                   if (match := re.search(r"(?:^|,)n(?::([\w$]+))?(?=,|$)", names))), None)  # fmt: skip
    if helper is None:
        return ""
    started = [
        own for own, _ in script.exports
        if re.search(rf"(?<![\w$.]){re.escape(own)}={re.escape(helper)}\(\(?\(\)=>", script.code)
    ]  # fmt: skip
    return "".join(f"{own}();" for own in started)


def _refuse_rings(imports: Mapping[str, list[str]]) -> None:
    done: set[str] = set()
    open_: set[str] = set()

    def visit(file: str) -> None:
        if file in open_:
            raise ValueError(f"scripts that import each other: {file}")
        if file in done or file not in imports:
            return
        open_.add(file)
        for other in imports[file]:
            visit(other)
        open_.discard(file)
        done.add(file)

    for file in imports:
        visit(file)
