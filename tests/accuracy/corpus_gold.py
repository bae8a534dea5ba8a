"""Reads made-up pages (`corpus_pages*.txt`) into sources with their right answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rasid.language.calendar import WEEKDAYS

PAGES = Path(__file__).with_name("corpus_pages.txt")
BROWSER = PAGES.with_name("corpus_pages_browser.txt")
SECOND = PAGES.with_name("corpus_pages_second.txt")
THIRD = PAGES.with_name("corpus_pages_third.txt")
FOURTH = PAGES.with_name("corpus_pages_fourth.txt")
FIFTH = PAGES.with_name("corpus_pages_fifth.txt")
SIXTH = PAGES.with_name("corpus_pages_sixth.txt")
SEVENTH = PAGES.with_name("corpus_pages_seventh.txt")
EIGHTH = PAGES.with_name("corpus_pages_eighth.txt")
NINTH = PAGES.with_name("corpus_pages_ninth.txt")


@dataclass
class GoldPage:
    name: str
    date: str
    outlet: str
    host: str
    source: str = ""
    title: str = ""
    marks: list[str] = field(default_factory=list)  # one of own, foreign, either a character


def gold_pages(path: Path = PAGES) -> list[GoldPage]:
    articles: dict[str, list[str]] = {}
    pages: list[GoldPage] = []
    current: list[str] | GoldPage | None = None
    article: list[str] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#"):
            continue
        if line.startswith("%article"):
            current = articles[line.split(maxsplit=1)[1].strip()] = []
        elif line.startswith("%page"):
            name, base, day, outlet, host = (p.strip() for p in line[5:].split("|"))
            article = articles[base]
            current = GoldPage(name, day, outlet, host, title=article[0])
            pages.append(current)
        elif isinstance(current, list):
            if line.strip():
                current.append(line.strip())
        elif isinstance(current, GoldPage):
            _add(current, line, article)
    return pages


def _add(page: GoldPage, line: str, article: list[str]) -> None:
    mark, text = "either", line
    if line.startswith("=T"):
        text = article[0] + line[2:]
    elif line[:1] == "=":
        text, mark = article[int(line[1])] + line[2:], "own"
    elif line[:1] == "+":
        text, mark = line[1:], "own"
    elif line[:1] == "-":
        text, mark = line[1:], "foreign"
    elif line[:1] == "~":
        text = line[1:]
    text = text.replace("{T}", article[0])
    if "{يوم}" in text:
        day = page.date if len(page.date) == 10 else ""
        name = WEEKDAYS[(date.fromisoformat(day).weekday() + 1) % 7][0] if day else "في بيان"
        text = text.replace("{يوم}", f"اليوم {name}" if day else name)
    page.source += text + "\n"
    page.marks += [mark] * (len(text) + 1)
