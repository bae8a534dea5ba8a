"""The commands as a user types them."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from rasid.errors import RasidError
from rasid.store.schema import PUBLIC
from rasid.store.show import Filter, show

from .conftest import rows, run, write_article


def shown(table: str, store: Path, form: str = "jsonl", **chosen: object) -> bytes:
    out = io.BytesIO()
    show(table, store, out, form=form, rows=Filter(**chosen))  # type: ignore[arg-type]
    return out.getvalue()


def test_every_public_table_is_printed_in_every_format(corpus: Path, store: Path) -> None:
    run(corpus, store)
    for table in PUBLIC:
        lines = [json.loads(line) for line in shown(table, store).decode().splitlines()]
        assert pq.read_table(io.BytesIO(shown(table, store, "parquet"))).num_rows == len(lines)
        assert shown(table, store, "csv").startswith(b"\xef\xbb\xbf")


def test_rows_can_be_limited_to_an_outlet_and_an_interval(corpus: Path, store: Path) -> None:
    write_article(
        corpus, "z", "2025-08-25", "نقلت الصحيفة عن مصدر قوله إن القافلة غادرت.", outlet="annahar"
    )
    run(corpus, store)
    assert shown("articles", store, outlet="annahar").count(b"\n") == 1
    days = [json.loads(line)["published_from"] for line in
            shown("articles", store, date_from=date(2025, 8, 18), date_to=date(2025, 8, 31)).splitlines()]  # fmt: skip
    assert days == ["2025-08-20", "2025-08-25"]
    some = shown("tokens", store, outlet="annahar").count(b"\n")
    assert 0 < some < shown("tokens", store).count(b"\n")


def test_cells_that_look_like_formulas_are_neutralised_in_csv(corpus: Path, store: Path) -> None:
    path = write_article(corpus, "evil", "2025-08-25", "نص عادي في الخبر عن التحالف.")
    path.write_text(
        path.read_text(encoding="utf-8").replace("خبر evil", '"=HYPERLINK(0)"'), encoding="utf-8"
    )
    run(corpus, store)
    text = shown("articles", store, "csv").decode("utf-8-sig")
    assert "'=HYPERLINK(0)" in text


@pytest.mark.parametrize(("table", "form", "code"), [
    ("nothing", "jsonl", "no-such-table"), ("articles", "xml", "no-such-format"),
])  # fmt: skip
def test_unknown_names_are_refused_with_the_choices(
    table: str, form: str, code: str, corpus: Path, store: Path
) -> None:
    run(corpus, store)
    with pytest.raises(RasidError) as error:
        shown(table, store, form)
    assert error.value.code == code
    assert ("articles" if code == "no-such-table" else "parquet") in str(error.value)


def command(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rasid", *words], capture_output=True, text=True, check=False
    )


def test_the_commands_work_together(corpus: Path, store: Path) -> None:
    done = command("build", str(corpus), "--store", str(store))
    assert done.returncode == 0, done.stderr
    assert "3 articles: 3 read from 3 new" in done.stdout
    assert [row["source_file"] for row in rows("articles", store)] == ["a.md", "b.md", "c.md"]
    assert len(rows("articles", store, "--from", "2025-08-18", "--to", "2025-08-31")) == 1


@pytest.mark.parametrize("words", [
    ("show", "articles", "--store", "/nonexistent/store"),
    ("show", "articles", "--from", "yesterday"),
    ("build", "/nonexistent/articles", "--store", "unused"),
    ("build", "--map", "body"),
])  # fmt: skip
def test_a_mistake_is_one_sentence_and_exit_code_2(words: tuple[str, ...]) -> None:
    done = command(*words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip()) > 20


def test_check_names_what_it_looked_at() -> None:
    done = command("check")
    assert all(name in done.stdout for name in ("Python", "fonts", "fribidi", "browser"))
    assert done.returncode == int("NO " in done.stdout)
