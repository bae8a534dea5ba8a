"""No string of the dashboard is left over: every key is asked for somewhere.

A key is asked for when the code spells it out, or when a template of the code makes it (`f"{key}.title"`) out of
words that the code or an editable list spells out.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from rasid.settings import ASSETS, ROOT

FOLDER = ASSETS / "i18n" / "ar"
PLURAL = re.compile(r"\.(zero|one|two|few|many|other)$")
GAP = "\0"


def _constants(path: Path) -> Iterator[str]:
    """Yield the texts a module spells out, without docstrings; a template has a gap for each of its values."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(v.value) if isinstance(v, ast.Constant) else GAP for v in node.values)
        elif (
            isinstance(node, ast.Constant)
            and id(node) not in prose
            and not isinstance(node.value, bool)
        ):
            yield str(node.value)
        elif isinstance(node, ast.keyword) and node.arg:  # assign(name=…) makes a column
            yield node.arg


@cache
def spelled() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return the words the code and the lists spell out, and the templates that hold a dot."""
    words: set[str] = set()
    for room in ("rasid", "pages"):
        for path in (ROOT / room).rglob("*.py"):
            words.update(_constants(path))
        for path in (ROOT / room).rglob("*.sql"):
            words.update(re.findall(r"\w+", path.read_text(encoding="utf-8")))
    for path in [*(ASSETS / "lexicon").glob("*.tsv"), *(ASSETS / "gazetteer").glob("*.tsv")]:
        words.update(re.split(r"[\t\n,|]", path.read_text(encoding="utf-8")))
    templates = {word for word in words if GAP in word and len(word.replace(GAP, "")) >= 1}
    shapes = (re.escape(t).replace(re.escape(GAP), "(.+)") for t in templates)
    return frozenset(words), tuple(re.compile(shape) for shape in shapes)


def is_used(key: str) -> bool:
    words, templates = spelled()
    if key in words:
        return True
    made = (template.fullmatch(key) for template in templates)
    return any(
        found and all(part in words or is_used(part) for part in found.groups()) for found in made
    )


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.json")))
def test_every_string_is_asked_for(name: str) -> None:
    keys = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    assert not [key for key in keys if not (is_used(key) or is_used(PLURAL.sub("", key)))]


def test_a_string_nobody_asks_for_is_found() -> None:
    assert is_used("title")
    assert not is_used("col.nobody-asks")
    assert not is_used("xyzzy.title")
