"""Reading web pages measured on made-up ones in the structures of Arabic news sites: day, outlet, title, body."""

from __future__ import annotations

import difflib
import html
import quopri
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from rasid.corpus import Article, ReadOptions, Register, read_file

pytestmark = pytest.mark.accuracy

PAGES = Path(__file__).with_name("web_pages.txt")
SECOND = Path(__file__).with_name("web_pages_second.txt")
THIRD = Path(__file__).with_name("web_pages_third.txt")
FOURTH = Path(__file__).with_name("web_pages_fourth.txt")
FIFTH = Path(__file__).with_name("web_pages_fifth.txt")
TODAY = date(2026, 11, 21)
PICTURE = (
    "iVBORw0KGgoAAAANSUhEUgAA" * 20_000
)  # what a browser writes into a page it saves as one file
FRAME = "<html><body><div>إعلان ممول لا صلة له بالمقال.</div></body></html>"


@dataclass
class WebPage:
    name: str
    day: str
    outlet: str
    host: str
    title: str
    own: str
    data: bytes


def web_pages(path: Path) -> list[WebPage]:
    pools: dict[str, list[str]] = {"own": [], "other": []}
    head, *chunks = path.read_text(encoding="utf-8").split("\n%page ")
    current: list[str] = []
    for line in head.splitlines():
        if line.startswith("%"):
            current = pools[line[1:].strip()]
        elif line and not line.startswith("#"):
            current.append(line)
    return [_page(chunk, pools["own"], pools["other"]) for chunk in chunks]


def _page(chunk: str, own: list[str], other: list[str]) -> WebPage:
    first, _, markup = chunk.partition("\n")
    name, day, outlet, host, title, *hidden = (part.strip() for part in first.split("|"))
    known = {"T": title, "D": own[0][:150], **{str(n): text for n, text in enumerate(own, 1)}}

    def quoted(match: re.Match[str]) -> str:
        return re.sub(
            r"\{(\w+)\}",
            lambda m: known.get(m.group(1), m.group()).replace('"', '\\"'),
            match.group(),
        )

    markup = re.sub(r"<script.*?</script>", quoted, markup, flags=re.S)
    if hidden:
        texts = [known[number] for number in hidden[0].split()]
    else:
        found = re.findall(r"⟦(.*?)⟧|\{(\d+)\}", markup, flags=re.S)
        texts = [
            html.unescape(re.sub("<[^>]*>", "", text)) or known[number] for text, number in found
        ]
    markup = re.sub(r"\{([TD\d]+)\}", lambda m: html.escape(known[m.group(1)]), markup)
    markup = re.sub(r"\[(\d+)\]", lambda m: other[int(m.group(1)) - 1], markup)
    markup = markup.replace("⟦", "").replace("⟧", "").replace("{BIG}", PICTURE)
    name, _, encoding = name.partition("@")
    data = _archive(markup) if encoding == "mhtml" else markup.encode(encoding or "utf-8")
    return WebPage(name, day, outlet, host, title, "\n".join(texts), data)


def _archive(markup: str) -> bytes:
    """Return a page as Chrome saves it: parts in quoted-printable, a frame before the page itself."""
    address = "https://www.rudawarabia.net/arabic/middleeast/iraq/170820251"
    parts = "".join(
        f"--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {place}\r\n\r\n{quopri.encodestring(text.encode()).decode('ascii')}\r\n"
        for place, text in (("https://ads.example/frame", FRAME), (address, markup))
    )
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nDate: Mon, 18 Aug 2025 09:00:00 +0300\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
    )
    return f"{head}{parts}--B--\r\n".encode("ascii")


def _marks(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s]", text)


def _unmatched(own: str, body: str) -> tuple[int, int]:
    """Return how many characters of the own text are lost and how many of the body are foreign."""
    first, second = _marks(own), _marks(body)
    blocks = difflib.SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    here = {block.a + step for block in blocks for step in range(block.size)}
    there = {block.b + step for block in blocks for step in range(block.size)}
    return (
        sum(len(word) for number, word in enumerate(first) if number not in here),
        sum(len(word) for number, word in enumerate(second) if number not in there),
    )


@dataclass
class Figures:
    """What was right, over the pages that hold an article."""

    articles: int = 0
    refused: int = 0
    day: int = 0
    wrong_days: int = 0
    outlet: int = 0
    host: int = 0
    title: int = 0
    lost: int = 0
    own: int = 0
    foreign: int = 0
    body: int = 0


def _measured(folder: Path, change: Callable[[bytes], bytes], path: Path = PAGES) -> Figures:
    register, figures = Register.load(), Figures()
    for page in web_pages(path):
        (folder / page.name).write_bytes(change(page.data))
        found = read_file(folder / page.name, register=register, options=ReadOptions(today=TODAY))
        read = [item for item in found if isinstance(item, Article)]
        if page.day == "problem":
            figures.refused += not read
            continue
        figures.articles += 1
        article = read[0]
        first, last = article.publication.published_from, article.publication.published_to
        figures.day += str(first) == page.day and first == last
        figures.wrong_days += first is not None and first == last and str(first) != page.day
        figures.outlet += page.outlet in (article.origin.outlet_id, article.origin.outlet)
        figures.host += page.host in (article.origin.host_id, article.origin.host)
        figures.title += article.title == page.title
        missing, strange = _unmatched(page.own, article.body)
        figures.lost, figures.own = figures.lost + missing, figures.own + _size(page.own)
        figures.foreign, figures.body = (
            figures.foreign + strange,
            figures.body + _size(article.body),
        )
    return figures


def _size(text: str) -> int:
    return len("".join(_marks(text)))


def test_day_outlet_title_and_body_of_web_pages(tmp_path: Path) -> None:
    figures = _measured(tmp_path, bytes)
    assert figures.refused == 2
    assert figures.wrong_days == 0
    assert figures.day == figures.articles, figures
    assert figures.title == figures.articles, figures
    assert figures.outlet >= 0.95 * figures.articles, figures
    assert figures.host >= 0.94 * figures.articles, figures
    assert figures.lost / figures.own <= 0.003
    assert figures.foreign / figures.body <= 0.003


def test_pages_of_the_second_set(tmp_path: Path) -> None:
    """Its figures at first sight were lower; they stand in the issue's notes."""
    figures = _measured(tmp_path, bytes, SECOND)
    assert figures.wrong_days == 0
    assert figures.day >= figures.articles - 1, figures  # an issue's number above the title
    assert figures.title == figures.articles, figures
    assert figures.outlet >= 0.97 * figures.articles, figures
    assert figures.host >= 0.9 * figures.articles, figures
    assert figures.lost / figures.own <= 0.003
    assert figures.foreign / figures.body <= 0.01


def test_pages_of_the_third_set(tmp_path: Path) -> None:
    """Site builders, server components and saved posts; of posts the network is named, not who wrote them."""
    figures = _measured(tmp_path, bytes, THIRD)
    assert figures.wrong_days == 0
    assert figures.day == figures.title == figures.articles == 18, figures
    assert figures.outlet >= 0.75 * figures.articles, figures
    assert figures.lost / figures.own <= 0.003
    assert figures.foreign / figures.body <= 0.003


def test_pages_of_the_fourth_set(tmp_path: Path) -> None:
    """Metadata that lie or are the front page's; an aggregator's "source: X | hour" names X not yet."""
    figures = _measured(tmp_path, bytes, FOURTH)
    assert figures.wrong_days == 0
    assert figures.day == figures.title == figures.articles == 16, figures
    assert figures.outlet >= 15, figures
    assert figures.host == 16, figures
    assert figures.lost / figures.own <= 0.005
    assert figures.foreign == 0


def test_pages_of_the_fifth_set(tmp_path: Path) -> None:
    """Shells that a script fills, articles scrolled on to, stubs; at first sight two days and a title were amiss."""
    figures = _measured(tmp_path, bytes, FIFTH)
    assert figures.wrong_days == 0
    assert figures.day == figures.title == figures.articles == 16, figures
    assert figures.outlet >= 15, figures
    assert figures.host >= 15, figures
    assert figures.lost == figures.foreign == 0, figures


def _without_names(data: bytes) -> bytes:
    return re.sub(rb"""\s(?:class|id|itemprop|role)=(?:"[^"]*"|'[^']*')""", b"", data)


def _without_paragraphs(data: bytes) -> bytes:
    return re.sub(rb"<(/?)p(?=[\s>])", rb"<\1div", data)


@pytest.mark.parametrize(
    ("change", "lost", "foreign"),
    [(_without_names, 0.01, 0.02), (_without_paragraphs, 0.003, 0.003)],
)
def test_names_of_classes_and_paragraphs_are_a_help_not_a_need(
    tmp_path: Path, change: Callable[[bytes], bytes], lost: float, foreign: float
) -> None:
    figures = _measured(tmp_path, change)
    assert figures.wrong_days == 0
    assert figures.day >= 0.93 * figures.articles, figures
    assert figures.lost / figures.own <= lost, figures
    assert figures.foreign / figures.body <= foreign, figures
