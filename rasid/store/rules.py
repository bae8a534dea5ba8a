"""What a store remembers of the rules it was built by, so that the next build knows what to redo."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import Final

import duckdb

from rasid import __version__, settings
from rasid.corpus.corrections import COLUMNS, Correction, Corrections
from rasid.store.columns import arrow_table
from rasid.store.plan import Plan, owner
from rasid.store.schema import INTERNAL, VERSION

_RULE_FOLDERS: Final = ("gazetteer", "lexicon", "outlets")
_RULE_ROOMS: Final = ("language", "corpus", "findings")
COPIES: Final = "copies"
_PACKAGE: Final = Path(__file__).resolve().parents[1]


def rules_digest(register: Path | None = None) -> str:
    """Return the SHA-256 of everything besides the articles that decides what a build finds.

    That is the program's own rules (its modules up to the findings: a version number is easily forgotten), our
    gazetteer, lexicons and outlets, the analyst's edits of them, and the outlet register beside the articles.
    """
    sha = hashlib.sha256(__version__.encode())
    for name in _RULE_ROOMS:
        for path in sorted((_PACKAGE / name).rglob("*.py")):
            sha.update(path.relative_to(_PACKAGE).as_posix().encode())
            sha.update(path.read_bytes())
    if register is not None:
        sha.update(register.read_bytes())
    for root in (settings.ASSETS, settings.edits_folder() / "assets"):
        for name in _RULE_FOLDERS:
            for path in sorted((root / name).rglob("*")):
                if path.is_file():
                    sha.update(path.relative_to(root).as_posix().encode())
                    sha.update(path.read_bytes())
    return sha.hexdigest()


def _get(connection: duckdb.DuckDBPyConnection, key: str) -> str:
    rows = connection.execute("SELECT value FROM base.meta WHERE key = ?", [key]).fetchall()
    return str(rows[0][0]) if rows else ""


def known_files(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int, str]]:
    """Return size, time and digest of every file of the last build, by its name in the store."""
    rows = connection.execute(
        "SELECT source_file, size, mtime_ns, digest FROM base.files"
    ).fetchall()
    return {name: (size, mtime, digest) for name, size, mtime, digest in rows}


def known_links(connection: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str]]:
    """Return the links that the last build did not follow: file, code, detail, sorted."""
    return connection.execute(
        "SELECT * FROM base.problems WHERE problem = 'link-outside' ORDER BY ALL"
    ).fetchall()


def known_articles(
    connection: duckdb.DuckDBPyConnection, to_drop: Sequence[str], files: Container[str]
) -> tuple[set[str], set[str]]:
    """Return the ids of the articles that are kept, and of those in files to drop, of all `files` of the store."""
    rows = connection.execute("SELECT article_id, source_file FROM base.articles").fetchall()
    gone = set(to_drop)
    removed = {article_id for article_id, name in rows if gone and owner(name, files) in gone}
    return {article_id for article_id, _ in rows} - removed, removed


def copy_index(connection: duckdb.DuckDBPyConnection) -> str:
    """Return the name of the folder of the index of copies; "" where there is none."""
    return _get(connection, COPIES)


def have_changed(
    connection: duckdb.DuckDBPyConnection, mapping: Mapping[str, str], digest: str
) -> bool:
    """Tell whether the store was built by other rules: then every file is read again."""
    return (_get(connection, "rules"), _get(connection, "mapping")) != (
        digest,
        json.dumps(dict(mapping), sort_keys=True),
    )


def corrected_files(
    connection: duckdb.DuckDBPyConnection, corrections: Corrections, files: Container[str]
) -> set[str]:
    """Return which of `files` hold the articles that a correction touches that was added or taken back since."""
    before = {tuple(row) for row in json.loads(_get(connection, "corrections") or "[]")}
    names = sorted({row[0] for row in before ^ {_row(record) for record in corrections.records}})
    if not names:
        return set()
    rows = connection.execute(
        "SELECT source_file FROM base.articles "
        "WHERE list_contains($names, article_id) OR list_contains($names, source_file)",
        {"names": names},
    ).fetchall()
    return {owner(name, files) for (name,) in rows}


def _row(record: Correction) -> tuple[str, ...]:
    return tuple(str(getattr(record, name)) for name in COLUMNS)


def remember(
    connection: duckdb.DuckDBPyConnection,
    work: Plan,
    corrections: Corrections,
    mapping: Mapping[str, str],
    digest: str,
) -> None:
    """Write what was read, and by which rules (`rules_digest`), into the store."""
    renewed = work.added + work.changed + work.touched
    gone = work.removed + [file.name for file in renewed]
    if gone:
        connection.execute("DELETE FROM base.files WHERE list_contains(?, source_file)", [gone])
    if renewed:
        rows = arrow_table(
            {
                "source_file": [file.name for file in renewed],
                "size": [file.size for file in renewed],
                "mtime_ns": [file.mtime_ns for file in renewed],
                "digest": [file.digest for file in renewed],
            },
            INTERNAL["files"],
        )
        connection.register("read_files", rows)
        connection.execute("INSERT INTO base.files SELECT * FROM read_files")
        connection.unregister("read_files")
    values = {
        "schema": VERSION,
        "program": __version__,
        "rules": digest,
        "mapping": json.dumps(dict(mapping), sort_keys=True),
        "corrections": json.dumps(
            [_row(record) for record in corrections.records], ensure_ascii=False
        ),
    }
    # Each statement is written through to the disk: two of them, not ten.
    connection.execute("DELETE FROM base.meta WHERE list_contains(?, key)", [list(values)])
    connection.execute(
        "INSERT INTO base.meta SELECT unnest(?), unnest(?)", [list(values), list(values.values())]
    )
