"""A file becomes articles, whatever its format; what cannot be read becomes a problem, never a crash."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO, Final

from rasid.corpus.archives import MAX_DEPTH, Budget, Member, gunzipped, members
from rasid.corpus.article import Article
from rasid.corpus.assembly import Assembler
from rasid.corpus.options import ReadOptions
from rasid.corpus.outlets.register import Register
from rasid.corpus.page import Page
from rasid.corpus.readers import documents, tables
from rasid.corpus.readers.databases import articles_of
from rasid.corpus.readers.day_order import in_one_order
from rasid.corpus.readers.encoding import decode, is_binary
from rasid.corpus.readers.records import NotATableError
from rasid.corpus.readers.xmlrows import html_table
from rasid.corpus.salvage import salvaged
from rasid.corpus.web import page as webpage
from rasid.corpus.web.wrapping import NoArticleError
from rasid.errors import Problem

MAX_PAGE: Final = 50 * 1024 * 1024
"""Bytes of one page or document; a saved article is thousands of times smaller."""

MAX_TABLE: Final = 4 * 1024 * 1024 * 1024
MAX_BAD_LINES: Final = 20

UNREAD: Final = {
    **dict.fromkeys(("pdf", "doc", "rtf", "odt", "epub", "pages", "ppt", "pptx"), "document"),
    **dict.fromkeys(
        ("png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "heic", "svg"), "image"
    ),
    **dict.fromkeys(("rar", "7z", "tar", "tgz", "bz2", "xz"), "archive"),
    **dict.fromkeys(("xls", "ods", "numbers"), "workbook"),
    **dict.fromkeys(("mp3", "mp4", "wav", "avi", "mov", "m4a"), "recording"),
}

_SIGNATURES: Final = (
    (b"%PDF", "document", "PDF"), (b"\xd0\xcf\x11\xe0", "document", "Word 97"), (b"{\\rtf", "document", "RTF"),
    (b"\x89PNG", "image", "PNG"), (b"\xff\xd8\xff", "image", "JPEG"), (b"GIF8", "image", "GIF"),
    (b"Rar!", "archive", "RAR"), (b"7z\xbc\xaf", "archive", "7z"), (b"\x1f\x8b", "archive", "gzip"),
    (b"BZh", "archive", "bzip2"), (b"\xfd7zXZ", "archive", "xz"),
    (b"PK\x03\x04", "archive", "ZIP"), (b"SQLite format 3", "format", "SQLite"),
)  # fmt: skip
_PACKED: Final = frozenset({"docx", "webarchive", "mht", "mhtml"})
"""What holds other bytes than text, rightly."""
_ZIPPED: Final = frozenset({"docx", "xlsx"})
_LINES: Final = frozenset({"csv", "tsv", "jsonl", "ndjson"})
_STREAMS: Final = frozenset({"csv", "tsv", "parquet", "xlsx", "jsonl", "ndjson"})


class WrongKind(ValueError):  # noqa: N818 - it names what the file is, not a fault of ours
    """The bytes are of a format that is not read, whatever the file is called."""


def _really(data: bytes) -> tuple[str, str] | None:
    """Return what an unread format's bytes are, as (problem, name)."""
    for signature, problem, name in _SIGNATURES:
        if data.startswith(signature):
            return problem, name
    return ("archive", "tar") if data[257:262] == b"ustar" else None


def _is_markup(stream: BinaryIO) -> bool:
    """Tell a web page under another name: many databases export HTML as a workbook."""
    head = stream.read(4000)
    stream.seek(0)
    text = decode(head).text.lstrip("\ufeff \n\r")
    return text.startswith("<") and ("<table" in text.lower() or webpage.looks_like_html(text))


def read_file(
    path: Path, *, register: Register, options: ReadOptions | None = None
) -> Iterator[Article | Problem]:
    """Yield the articles of one file, in order, and a problem for each part that was refused or repaired.

    The result depends on the file's bytes, its name, the register and the options alone; bad input
    never raises.
    """
    options = options or ReadOptions()
    name = options.name_of(Path(path))
    assembler = Assembler(register, options, options.today or date.today())
    try:
        size = Path(path).stat().st_size
        with Path(path).open("rb") as stream:
            whole = Member(name, size, stream)
            yield from _parts(whole, _kind(name), assembler, options, Budget(), 0)
    except FileNotFoundError:
        yield Problem(name, "no-such-source")
    except OSError as error:
        yield Problem(name, "unreadable", error.strerror or type(error).__name__)


def _kind(name: str) -> str:
    """Return the ending of a file's or a packed file's name, without its dot."""
    own = name.rsplit("/", 1)[-1].rsplit("!", 1)[-1]
    return own.rpartition(".")[2].lower() if "." in own else ""


def _parts(
    member: Member,
    kind: str,
    assembler: Assembler,
    options: ReadOptions,
    budget: Budget,
    depth: int,
) -> Iterator[Article | Problem]:
    """Yield what one file holds, `depth` archives deep; `kind` is its ending, or that of the file packed in it."""
    name, size, stream = member.label, member.size, member.stream
    packed = kind in ("zip", "gz")
    limit = MAX_TABLE if kind in _STREAMS or packed else MAX_PAGE
    if size == 0:
        yield Problem(name, "empty-file")
    elif kind == "xls" and _is_markup(stream):
        yield from _file(name, "html", stream, assembler, options)
    elif kind in UNREAD:
        yield Problem(name, f"unsupported-{UNREAD[kind]}", f".{kind}")
    elif size > limit:
        yield Problem(name, "too-large", f"{size // 2**20} MB, at most {limit // 2**20} MB")
    elif not packed:
        yield from _file(name, kind, stream, assembler, options)
    elif depth == MAX_DEPTH:
        yield Problem(name, "nested-archive")
    else:
        yield from _packed(member, kind, assembler, options, budget, depth + 1)


def _packed(
    member: Member,
    kind: str,
    assembler: Assembler,
    options: ReadOptions,
    budget: Budget,
    depth: int,
) -> Iterator[Article | Problem]:
    """Yield what the files in an archive hold, in the order of their names."""
    if kind == "gz":
        inner = gunzipped(member.label, member.size, member.stream, budget)
        if isinstance(inner, Problem):
            yield inner
            return
        with inner.stream:
            within = _kind(member.label[:-3])
            yield from _parts(inner, within, assembler, options, budget, depth)
        return
    for found in members(member.label, member.stream, budget):
        if isinstance(found, Problem):
            yield found
        else:
            yield from _parts(found, _kind(found.label), assembler, options, budget, depth)


def _file(
    name: str, kind: str, stream: BinaryIO, assembler: Assembler, options: ReadOptions
) -> Iterator[Article | Problem]:
    count = 0
    named: Counter[str] = Counter()
    try:
        if kind in _ZIPPED and not zipfile.is_zipfile(stream) and (saved := salvaged(stream)):
            yield Problem(name, "archive-damaged", f"{saved.whole}")
            stream = saved.stream
        stream.seek(0)
        for page in in_one_order(_pages(kind, stream, options)):
            if isinstance(page, Page):
                count += 1
                yield from assembler.articles(name, page.without_halves())
                continue
            found = Problem("", "bad-line", page) if isinstance(page, str) else page
            named[found.problem] += 1
            if named[found.problem] <= MAX_BAD_LINES:
                yield replace(found, source_file=name)
        for problem, number in named.items():
            if number > MAX_BAD_LINES:
                yield Problem(name, problem, f"{number - MAX_BAD_LINES} more lines")
        if not count:
            yield Problem(name, "no-articles")
    except WrongKind as error:
        problem, really = error.args[0]
        yield Problem(name, f"unsupported-{problem}", really)
    except NoArticleError as error:
        yield Problem(name, "page-without-article", str(error))
    except NotATableError as error:
        yield Problem(name, "no-text-column", str(error)[:200])
    except Exception as error:  # any reader's complaint about the bytes is one problem of one file
        yield Problem(name, "unreadable", f"{type(error).__name__}: {str(error)[:160]}")


def _pages(kind: str, stream: BinaryIO, options: ReadOptions) -> Iterator[Page | str | Problem]:
    if kind in _LINES:
        head = stream.read(4096)
        stream.seek(0)
        if really := _really(head):
            raise WrongKind(really)
        if is_binary(head):
            raise WrongKind(("format", "binary data"))
        if kind in ("csv", "tsv") and _is_markup(stream):
            return _document("html", stream.read(), options)
    if kind in ("csv", "tsv"):
        return tables.delimited(stream, kind, options.mapping)
    if kind == "parquet":
        return tables.parquet(stream, options.mapping)
    if kind == "xlsx":
        return tables.workbook(stream, options.mapping)
    if kind in ("jsonl", "ndjson"):
        return tables.json_lines(stream, options.mapping)
    data = stream.read()
    if (really := _really(data)) and kind != "docx":
        raise WrongKind(really)
    if kind not in _PACKED and is_binary(data):
        raise WrongKind(("format", "binary data"))
    return _document(kind, data, options)


def _document(kind: str, data: bytes, options: ReadOptions) -> Iterator[Page | str | Problem]:
    readers: dict[str, Callable[[], Any]] = {
        "docx": lambda: chain.from_iterable(map(articles_of, documents.word(data))),
        "xml": lambda: documents.feed(data),
        "rss": lambda: documents.feed(data),
        "atom": lambda: documents.feed(data),
        "rdf": lambda: documents.feed(data),
    }
    if kind == "json":
        return _json(data, options)
    if kind in readers:
        return iter(readers[kind]())
    if kind == "eml":
        return iter([webpage.mail(data)])
    if kind == "webarchive":
        return iter([webpage.safari_archive(data)])
    if kind in ("html", "htm", "xhtml", "shtml", "mht", "mhtml") and webpage.is_archive(data):
        return iter([webpage.archived(data)])
    if kind in ("html", "htm", "xhtml", "shtml", "mht", "mhtml"):
        decoded = decode(data)
        if documents.is_feed(decoded.text):
            return iter(documents.feed(data))
        if "<" in decoded.text:
            rows = html_table(decoded.text)
            return iter(rows or articles_of(webpage.webpage_from(decoded, "html")))
    return _plain(kind, data, options)


def _plain(kind: str, data: bytes, options: ReadOptions) -> Iterator[Page | str | Problem]:
    """Return what a text is: an article as it stands, or what programs write, under a name that hides it."""
    page = documents.plain(data, kind or "txt")
    if page.whole:
        return iter(articles_of(page))
    if documents.is_feed(page.text):
        return iter(documents.feed(data))
    if tables.is_json(page.text):
        return _json(data, options)
    if webpage.looks_like_html(page.text):
        return iter([webpage.webpage(data)])
    if documents.is_xml(page.text):
        return iter(documents.feed(data))
    if tables.is_table(page.text):
        return tables.delimited(io.BytesIO(data), "csv", options.mapping)
    return iter(articles_of(page))


def _json(data: bytes, options: ReadOptions) -> Iterator[Page | str]:
    try:
        yield from tables.json_document(data, options.mapping)
    except json.JSONDecodeError:
        yield from tables.json_lines(io.BytesIO(data), options.mapping)
