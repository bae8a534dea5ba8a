"""A build touches what changed, survives being killed, and says the same twice."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import duckdb
import openpyxl
import pytest

from rasid.corpus.corrections import Correction, Corrections
from rasid.errors import RasidError
from rasid.language import Document
from rasid.store import build as build_module
from rasid.store.build import BuildOptions, build
from rasid.store.duplicates import CopySearch
from rasid.store.engine import open_store
from rasid.store.schema import PUBLIC, STORE_FILE, is_current

from .conftest import DATELINES, rows, run, write_article


def tables(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every public table, in a fixed order of rows."""
    with duckdb.connect(str(store / STORE_FILE), read_only=True) as connection:
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in PUBLIC
        }


def test_offsets_slice_the_body_everywhere(corpus: Path, store: Path) -> None:
    run(corpus, store)
    with duckdb.connect(str(store / STORE_FILE), read_only=True) as connection:
        bodies = dict(connection.execute("SELECT article_id, body FROM articles").fetchall())
        for table in ("mentions", "dates", "quantities", "frames"):
            found = connection.execute(
                f'SELECT article_id, "start", "end", surface FROM {table}'
            ).fetchall()
            assert all(bodies[i][start:end] == surface for i, start, end, surface in found)
        words = connection.execute(
            'SELECT t.article_key, t."start", t."end", f.form, a.body FROM base.tokens t '
            "JOIN base.forms f USING (form_id) JOIN base.articles a USING (article_key)"
        ).fetchall()
    assert len(words) > 30
    assert all(body[start:end] == form for _, start, end, form, body in words)


def test_counts_of_the_roll_up_are_the_tokens(corpus: Path, store: Path) -> None:
    run(corpus, store)
    with duckdb.connect(str(store / STORE_FILE), read_only=True) as connection:
        odd = connection.execute(
            "SELECT article_key, lemma_id, n, n_quoted FROM base.term_counts EXCEPT "
            "SELECT article_key, lemma_id, count(*), count(*) FILTER (quoted) FROM base.tokens GROUP BY ALL"
        ).fetchall()
        total = connection.execute("SELECT sum(n_tokens) FROM articles").fetchone()
        n = connection.execute("SELECT sum(n) FROM base.term_counts").fetchone()
    assert odd == []
    assert total == n


def test_only_what_changed_is_read_again(corpus: Path, store: Path) -> None:
    first = run(corpus, store)
    assert (first.read, first.new_files, first.articles) == (3, 3, 3)
    again = run(corpus, store)
    assert (again.read, again.unchanged_files, again.articles) == (0, 3, 3)
    write_article(
        corpus, "d", "2025-10-01", "غادرت آخر قافلة من القوات قاعدة عين الأسد مساء اليوم."
    )
    write_article(
        corpus, "a", "2025-08-18", "نفى الوزير ما نُقل عنه من قول بشأن مغادرة القوات هذا الشهر."
    )
    (corpus / "b.md").unlink()
    later = run(corpus, store)
    assert (later.read, later.new_files, later.changed_files, later.removed_files) == (2, 1, 1, 1)
    assert (later.unchanged_files, later.articles) == (1, 3)


def test_articles_of_archives_sheets_and_odd_names_go_with_their_file(
    corpus: Path, store: Path
) -> None:
    run(corpus, store)
    before = {row["article_id"] for row in rows("articles", store)}
    page = (corpus / "a.md").read_text(encoding="utf-8")
    packed, odd, sheets = corpus / "p.zip", corpus / "خبر #1!.md", corpus / "s.xlsx"

    def pack(*names: str) -> None:
        with zipfile.ZipFile(packed, "w") as package:
            for name in names:
                package.writestr(name, page.replace("عين الأسد", f"عين الأسد {name[0]}"))

    pack("1.md", "2#3.md")
    odd.write_text(page.replace("أيلول", "تشرين الأول"), encoding="utf-8")
    book = openpyxl.Workbook()
    for number, sheet in enumerate((book.active, book.create_sheet("ثانية"))):
        assert sheet is not None
        sheet.append(["title", "text"])
        sheet.append([f"عنوان {number}", f"أعلنت وزارة الدفاع وصول {number + 4} قوافل إلى بغداد."])
    book.save(sheets)
    assert run(corpus, store).articles == len(before) + 5

    pack("1.md")
    assert run(corpus, store).articles == len(before) + 4
    for path in (packed, odd, sheets):
        path.unlink()
    assert run(corpus, store).removed == 4
    assert {row["article_id"] for row in rows("articles", store)} == before


def test_an_updated_store_equals_one_built_at_once(
    corpus: Path, store: Path, tmp_path: Path
) -> None:
    text = (corpus / "c.md").read_text(encoding="utf-8")
    (corpus / "c.md").unlink()
    run(corpus, store)
    (corpus / "c.md").write_text(text, encoding="utf-8")
    write_article(corpus, "a", "2025-08-17", "نص مؤقت لا يبقى، كُتب ليُستبدل بعد قليل بالنص الأول.")
    run(corpus, store)
    write_article(corpus, *DATELINES[0])
    run(corpus, store)
    run(corpus, tmp_path / "fresh")
    updated, fresh = tables(store), tables(tmp_path / "fresh")
    for name in set(PUBLIC) - {"tokens", "lemmas"}:  # lemma numbers follow the order of reading
        assert updated[name] == fresh[name], name
    assert run(corpus, store).fingerprint == run(corpus, tmp_path / "fresh").fingerprint


def test_a_person_is_shown_under_the_whole_name_though_the_family_name_is_commoner(
    corpus: Path, store: Path
) -> None:
    """A list of speakers of bare family names tells a reader little."""
    text = (
        "قال العقيد صفاء الزوبعي إن القاعدة آمنة. وأضاف الزوبعي أن العمل مستمر. ونفى الزوبعي ذلك."
    )
    write_article(corpus, "d", "2025-09-02", text)
    run(corpus, store)
    names = {m["surface"]: m["entity_id"] for m in rows("mentions", store) if m["kind"] == "person"}
    assert names["الزوبعي"] == names["صفاء الزوبعي"]
    entities = open_store(store).entities.set_index("entity_id")
    assert entities["name_ar"][names["الزوبعي"]] == "صفاء الزوبعي"


def test_runs_of_words_are_those_of_the_tokens_after_every_build(corpus: Path, store: Path) -> None:
    unrolled = (
        "SELECT article_key, run * 64 + i - 1, forms[i], sentences[i], quoted[i] "
        "FROM base.word_runs, range(1, 65) AS steps(i) WHERE i <= len(forms) ORDER BY ALL"
    )
    words = "SELECT article_key, position, form_id, sentence, quoted FROM base.tokens ORDER BY ALL"

    def unequal() -> bool:
        with duckdb.connect(str(store / STORE_FILE), read_only=True) as connection:
            longest = connection.execute("SELECT max(position) FROM base.tokens").fetchone()
            assert longest is not None
            assert longest[0] >= 64, "an article of one run proves little"
            return connection.execute(unrolled).fetchall() != connection.execute(words).fetchall()

    write_article(corpus, "long", "2025-08-19", " ".join(text for _, _, text in DATELINES * 3))
    run(corpus, store)
    assert not unequal()
    write_article(corpus, "more", "2025-08-20", "غادرت القوات قاعدة حرير صباح اليوم.")
    write_article(corpus, "a", "2025-08-17", "بقيت القوات في قاعدة حرير.")
    (corpus / "b.md").unlink()
    run(corpus, store)
    assert not unequal()


def test_two_builds_are_identical_with_any_number_of_workers(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    words = [form for _, _, text in DATELINES for form in text.split()]
    chance = random.Random(5)
    for i in range(600):
        write_article(folder, f"n{i:03}", "2025-01-02", " ".join(chance.choices(words, k=30)) + ".")
    build([folder], tmp_path / "one", BuildOptions(jobs=1))
    build([folder], tmp_path / "two", BuildOptions(jobs=2))
    assert tables(tmp_path / "one") == tables(tmp_path / "two")


def test_a_bad_file_is_listed_and_the_rest_is_built(corpus: Path, store: Path) -> None:
    (corpus / "empty.txt").write_text("")
    (corpus / "scan.pdf").write_bytes(b"%PDF-1.7 \x00\x01")
    summary = run(corpus, store)
    assert summary.articles == 3
    listed = dict(row[:2] for row in tables(store)["problems"])
    assert set(listed) == {"empty.txt", "scan.pdf"}
    (corpus / "empty.txt").unlink()
    run(corpus, store)
    assert {row[0] for row in tables(store)["problems"]} == {"scan.pdf"}


def test_a_text_that_a_rule_stumbles_over_is_kept_and_reported(
    corpus: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rasid.findings import find_quantities

    def stumble(document: Document) -> object:
        if "قافلة" in document.text:
            raise IndexError("beyond the end")
        return find_quantities(document)

    monkeypatch.setattr("rasid.findings.analysis.find_quantities", stumble)
    assert run(corpus, store).articles == 3
    found = tables(store)
    assert found["problems"] == [("c.md", "analysis-failed", "IndexError: beyond the end")]
    assert {row[0] for row in found["tokens"]} == {row[0] for row in found["articles"]}
    assert found["mentions"]  # of the other two


def test_a_row_without_text_is_reported_and_a_blank_row_is_not(corpus: Path, store: Path) -> None:
    (corpus / "rows.csv").write_text(
        "title,text,date,url\n,,2025-08-01,https://example.org/1\n,,,\n", encoding="utf-8"
    )
    assert run(corpus, store).articles == 3
    assert [row[:2] for row in tables(store)["problems"]] == [("rows.csv#1", "no-arabic-text")]


def test_the_same_article_twice_is_counted_once_and_reported(
    corpus: Path, store: Path, tmp_path: Path
) -> None:
    table = tmp_path / "articles" / "rows.csv"
    line = "عنوان الخبر,أعلنت الحكومة اليوم أن المفاوضات مستمرة مع التحالف الدولي في بغداد.,2025-08-01\n"
    table.write_text("title,text,date\n" + line + line, encoding="utf-8")
    summary = run(corpus, store)
    repeated = [row for row in tables(store)["problems"] if row[1] == "repeated"]
    assert summary.articles + len(repeated) == 5


def test_a_correction_survives_rebuilds_and_can_be_taken_back(
    corpus: Path, store: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("RASID_EDITS", str(tmp_path / "edits"))
    (tmp_path / "edits").mkdir()
    run(corpus, store)
    path = tmp_path / "edits" / "corrections.csv"
    record = Correction("a.md", "published", "2024-01-05", "محلل", "2025-09-01", "خطأ في الصفحة")
    Corrections((record,)).save(path)
    assert run(corpus, store).read == 1
    assert run(corpus, store).read == 0
    with duckdb.connect(str(store / STORE_FILE), read_only=True) as connection:
        found = connection.execute(
            "SELECT published_from::VARCHAR, published_method FROM articles WHERE source_file = 'a.md'"
        ).fetchone()
    assert found == ("2024-01-05", "sidecar")
    path.unlink()
    assert run(corpus, store).read == 1


def test_a_store_of_another_version_is_built_anew(corpus: Path, store: Path) -> None:
    run(corpus, store)
    with duckdb.connect(str(store / STORE_FILE)) as connection:
        connection.execute("UPDATE base.meta SET value = '0' WHERE key = 'schema'")
    assert not is_current(store / STORE_FILE)
    assert run(corpus, store).read == 3
    assert is_current(store / STORE_FILE)
    (store / STORE_FILE).write_bytes(b"not a database")
    assert run(corpus, store).read == 3


def test_a_new_outlet_register_reads_everything_again(corpus: Path, store: Path) -> None:
    run(corpus, store)
    (corpus / "outlets.csv").write_text(
        "outlet_id,name_ar,name_en,aliases,domains,country,kind\n"
        "aljabal,الجبال الجديدة,New Al-Jabal,,,IQ,publisher\n",
        encoding="utf-8",
    )
    assert run(corpus, store).read == 3
    assert [row[1] for row in tables(store)["outlets"] if row[0] == "aljabal"] == ["الجبال الجديدة"]
    assert run(corpus, store).read == 0


def test_what_an_analyst_edited_beside_the_articles_is_no_article(
    corpus: Path, store: Path
) -> None:
    edited = corpus / "_rasid" / "assets" / "lexicon"
    edited.mkdir(parents=True)
    (edited / "boilerplate.tsv").write_text("قال\nأضاف المصدر في تصريح صحفي\n", encoding="utf-8")
    assert run(corpus, store).articles == 3


def test_the_former_store_goes_though_the_build_that_should_drop_it_died(
    corpus: Path, store: Path
) -> None:
    run(corpus, store)
    (store / "rasid.duckdb.former").write_bytes(b"left by a build that was killed")
    write_article(corpus, "new", "2025-11-01", "وصلت القافلة إلى الحدود.")
    assert run(corpus, store).articles == 4
    assert not list(store.glob("*.former"))


def test_a_reader_of_the_former_store_reads_on(corpus: Path, store: Path) -> None:
    run(corpus, store)
    with duckdb.connect(str(store / STORE_FILE), read_only=True) as connection:
        write_article(corpus, "new", "2025-11-01", "وصلت القافلة إلى الحدود.")
        run(corpus, store)
        assert connection.execute("SELECT count(body) FROM articles").fetchone() == (3,)
    assert len(tables(store)["articles"]) == 4


def test_a_second_build_of_the_same_store_is_refused(corpus: Path, store: Path) -> None:
    import fcntl

    run(corpus, store)
    with (store / ".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with pytest.raises(RasidError, match="Another build"):
            run(corpus, store)


def test_a_source_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RasidError, match="nowhere does not exist"):
        run(tmp_path / "nowhere", tmp_path / "store")


@pytest.mark.timeout(300)
def test_killed_at_any_moment_the_last_good_store_stays(
    corpus: Path, store: Path, tmp_path: Path
) -> None:
    """SIGKILL at random points: the old store answers, and the next build finishes the job."""
    run(corpus, store)
    before = tables(store)
    for i in range(150):
        write_article(
            corpus, f"x{i}", "2025-11-01", f"وصلت القافلة رقم {i} إلى الحدود مع سوريا صباح اليوم."
        )
    command = [sys.executable, "-m", "rasid", "build", str(corpus), "--jobs", "1", "--store"]
    begun = time.monotonic()
    subprocess.run([*command, str(tmp_path / "whole")], check=True, capture_output=True)
    whole = time.monotonic() - begun
    chance = random.Random(20251101)
    killed = 0
    shutil.copytree(store, tmp_path / "good")
    for _ in range(12):
        process = subprocess.Popen(
            [*command, str(store)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        time.sleep(chance.uniform(0.1, 0.95) * whole)
        finished = process.poll() is not None
        if not finished:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if finished or len(tables(store)["articles"]) != len(before["articles"]):
            whole *= 0.7  # the machine is quicker now than when it was timed
            shutil.rmtree(store)
            shutil.copytree(tmp_path / "good", store)
            continue
        killed += 1
        assert tables(store) == before
        if killed == 6:
            break
    assert killed >= 3
    assert run(corpus, store).articles == 153
    left = sorted(path.name for path in store.iterdir())
    assert [name for name in left if not name.startswith("copies-")] == [".lock", STORE_FILE]
    assert len(left) == 3


def test_links_out_of_the_folder_are_named(tmp_path: Path) -> None:
    folder, outside = tmp_path / "articles", tmp_path / "private.txt"
    folder.mkdir()
    outside.write_text("نص لا يخص أحداً غير صاحبه.", encoding="utf-8")
    (folder / "a.txt").write_text("غادرت القافلة القاعدة.\n", encoding="utf-8")
    build([folder], tmp_path / "store")
    link = folder / "b.txt"
    link.symlink_to(outside)
    for _ in range(2):
        assert build([folder], tmp_path / "store").articles == 1
        named = tables(tmp_path / "store")["problems"]
        assert [row[:2] for row in named] == [("b.txt", "link-outside")]
    link.unlink()
    build([folder], tmp_path / "store")
    assert tables(tmp_path / "store")["problems"] == []


def test_copies_are_found_though_the_process_that_searches_them_dies(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = " ".join(
        f"وصلت القافلة رقم {n} من قاعدة عين الأسد إلى مطار أربيل صباحاً." for n in range(9)
    )
    write_article(corpus, "y", "2025-08-18", told)
    write_article(corpus, "z", "2025-08-18", told, outlet="alsumaria")
    run(corpus, tmp_path / "good")
    monkeypatch.setattr(build_module, "_ALONE", 0)
    died = []

    def die(search: CopySearch) -> None:
        search._process.kill()
        search._process.join()
        died.append(search)

    monkeypatch.setattr(CopySearch, "begin", die)
    build([corpus], tmp_path / "store", BuildOptions(jobs=2))
    assert len(died) == 1
    found = tables(tmp_path / "store")
    assert found == tables(tmp_path / "good")
    with duckdb.connect(str(tmp_path / "store" / STORE_FILE), read_only=True) as connection:
        groups = connection.execute("SELECT count(DISTINCT copy_group) FROM articles").fetchone()
    assert groups == (1,)  # an article that has no copy is in no group
