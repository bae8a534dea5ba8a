"""The bundled digests keep the format of corpus/README.md."""

from __future__ import annotations

import csv
import re
from datetime import date

import pytest

from tests.conftest import ROOT
from tests.corpus_bundled.digests import CORPUS, Digest, digests, outlets

KEYS = {"title", "outlet", "host", "url", "published", "published_method", "text_kind", "facts"}
NEEDED = {"title", "outlet", "text_kind", "facts"}
QUOTED = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”')
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

each_digest = pytest.mark.parametrize("digest", digests(), ids=lambda digest: digest.name)


def test_a_rich_picture_is_bundled() -> None:
    assert len(digests()) >= 95
    assert sum(digest.long for digest in digests()) == 5
    assert len({digest.front["outlet"] for digest in digests()}) >= 70


def test_readme_counts_what_is_there() -> None:
    readme = " ".join((CORPUS / "README.md").read_text(encoding="utf-8").split())
    long = sum(digest.long for digest in digests())
    told_by = {digest.front["outlet"] for digest in digests()}
    hosts = {digest.front["host"] for digest in digests() if "host" in digest.front}
    assert f"{len(digests())} digests" in readme
    assert f"{len(digests()) - long} short ones" in readme
    assert f"from {len(told_by)} outlets" in readme
    assert f"taken from {len(hosts)} other sites" in readme


@each_digest
def test_front_matter(digest: Digest) -> None:
    front = digest.front
    assert NEEDED <= set(front) <= KEYS
    assert all(value == value.strip() and value for value in front.values())
    assert front["text_kind"] == "digest"
    assert re.fullmatch(r"t\d{3}|seed \d{3}", front["facts"])
    record = front["facts"].replace("seed ", "s")
    assert re.fullmatch(rf"{record}-{SLUG.pattern}\.md", digest.name)
    assert re.search("[\u0621-\u064a]", front["title"])
    assert "url" not in front or front["url"].startswith(("http://", "https://"))


@each_digest
def test_outlet_and_host_are_registered(digest: Digest) -> None:
    assert digest.front["outlet"] in outlets()
    assert digest.front.get("host", "-") != digest.front["outlet"]
    assert digest.front.get("host", digest.front["outlet"]) in outlets()


@each_digest
def test_publication(digest: Digest) -> None:
    inferred = digest.front.get("published_method") == "inferred"
    if digest.published is None:
        assert not inferred
        return
    first, last = digest.published
    assert date(2018, 1, 1) <= first <= last <= date.today()
    assert (first < last) == inferred, "an interval is inferred, a day is stated"
    assert (last - first).days <= 7


@each_digest
def test_length(digest: Digest) -> None:
    low, high = (200, 350) if digest.long else (80, 220)
    assert low <= len(digest.words) <= high


@each_digest
def test_at_most_three_words_are_quoted(digest: Digest) -> None:
    for match in QUOTED.finditer(digest.body):
        assert len(match.group().split()) <= 3


def test_no_record_is_told_twice() -> None:
    facts = [digest.front["facts"] for digest in digests()]
    assert len(facts) == len(set(facts))


@pytest.mark.shared
def test_every_record_is_told_or_left_out_with_a_reason(shared) -> None:
    records = (shared / "data" / "topic_facts.jsonl").read_text(encoding="utf-8").splitlines()
    known = {re.search(r'"id": "(t\d+)"', record).group(1) for record in records}
    told = {digest.front["facts"] for digest in digests()}
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    left_out = set(re.findall(r"^\| (t\d{3}) \|", readme.split("## Left out")[1], re.MULTILINE))
    assert told - {f"seed {n:03}" for n in range(5)} == known - left_out
    assert not told & left_out


@pytest.mark.shared
def test_no_eight_words_in_a_row_are_those_of_a_seed(shared) -> None:
    from tests.corpus_bundled.digests import words

    def runs(text_words: list[str]) -> set[tuple[str, ...]]:
        return {tuple(text_words[i : i + 8]) for i in range(len(text_words) - 7)}

    seeds: set[tuple[str, ...]] = set()
    for path in (shared / "seeds").glob("*.txt"):
        seeds |= runs(words(path.read_text(encoding="utf-8")))
    assert seeds
    found = {d.name: runs(d.words) & seeds for d in digests()}
    assert {name: run for name, run in found.items() if run} == {}


def test_outlets_file() -> None:
    with (CORPUS / "outlets.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    columns = ["outlet_id", "name_ar", "name_en", "aliases", "domains", "country", "kind"]
    assert list(rows[0]) == columns
    ids = [row["outlet_id"] for row in rows]
    assert ids == sorted(set(ids))
    names: list[str] = []
    domains: list[str] = []
    for row in rows:
        assert SLUG.fullmatch(row["outlet_id"])
        assert row["name_ar"]
        assert row["name_en"]
        assert re.fullmatch("([A-Z]{2})?", row["country"])
        assert row["kind"] in {"publisher", "agency", "aggregator"}
        names += {row["name_ar"], *row["aliases"].split("|")} - {""}
        domains += filter(None, row["domains"].split("|"))
    assert len(names) == len(set(names)), "a name belongs to one outlet"
    assert len(domains) == len(set(domains)), "a domain belongs to one outlet"
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain) for domain in domains)


def test_events_file() -> None:
    with (ROOT / "assets" / "events.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == ["date_from", "date_to", "name_ar", "name_en", "planned", "source"]
    assert [row["date_from"] for row in rows] == sorted(row["date_from"] for row in rows)
    for row in rows:
        assert date.fromisoformat(row["date_from"]) <= date.fromisoformat(row["date_to"])
        assert row["planned"] in {"0", "1"}
        assert all(row[key].strip() for key in ("name_ar", "name_en", "source"))
    planned = {row["date_to"] for row in rows if row["planned"] == "1"}
    assert "2026-09-30" in planned
    happened = {row["date_from"] for row in rows if row["planned"] == "0"}
    assert {"2020-01-05", "2021-12-09", "2024-09-27", "2026-01-17"} <= happened
