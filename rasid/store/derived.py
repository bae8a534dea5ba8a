"""What is computed over all articles after reading: words, copies, outlets, entities, fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rasid.corpus import Register
from rasid.findings.mentions import gazetteer
from rasid.store.columns import arrow_table
from rasid.store.duplicates import find_copies
from rasid.store.rollups import recount_groups, renew_words
from rasid.store.schema import INTERNAL, OUTLETS
from rasid.store.writer import Writer


def finish(
    writer: Writer, register: Register, store: Path, progress: Callable[[str, int, int], None]
) -> str:
    """Bring every table that is not of one article alone up to date; return the copy index's folder."""
    progress("count", 0, 1)
    writer.finish_words()
    progress("count", 1, 1)
    progress("copies", 0, 1)
    # While the copies are searched, all that no group of them changes.
    renew_words(writer.connection, writer.dropped)
    _write_outlets(writer, register)
    _write_entities(writer)
    writer.pack()
    copies = find_copies(writer, store)
    progress("copies", 1, 1)
    recount_groups(writer.connection, [*writer.added, *writer.dropped])
    _write_fingerprint(writer)
    return copies


def _write_outlets(writer: Writer, register: Register) -> None:
    """Fill `outlets` with every outlet, host and go-between of an article; unregistered ones are provisional."""
    found = writer.connection.execute(
        "SELECT DISTINCT outlet_id, outlet FROM base.articles UNION "
        "SELECT DISTINCT host_id, host FROM base.articles WHERE host_id <> '' UNION "
        "SELECT DISTINCT via_id, via FROM base.articles WHERE via_id <> '' ORDER BY ALL"
    ).fetchall()
    rows: dict[str, list[Any]] = {name: [] for name in OUTLETS}
    seen = set()
    for outlet_id, name in found:
        if outlet_id in seen:
            continue
        seen.add(outlet_id)
        outlet = register.get(outlet_id)
        values = (
            (
                outlet_id,
                outlet.name_ar,
                outlet.name_en,
                "|".join(outlet.domains),
                outlet.country,
                outlet.kind,
                outlet.provisional,
            )
            if outlet
            else (outlet_id, name, "", "", "", "publisher", True)
        )
        for column, value in zip(OUTLETS, values, strict=True):
            rows[column].append(value)
    writer.replace("outlets", rows, OUTLETS)


def _write_entities(writer: Writer) -> None:
    """Fill `entities`: the gazetteer's, and the people met in the text under their commonest whole name.

    The family name alone, which an article repeats, tells a reader less than the name the person is
    known by (`person:given-family`): it stands only where no text has the whole. Where articles were
    only added, only the people they name are counted anew.
    """
    listed = [
        (e.entity_id, e.kind, e.name_ar, e.name_en, e.lat, e.lon, True)
        for e in gazetteer.entities()
    ]
    connection = writer.connection
    known = arrow_table({"entity_id": [row[0] for row in listed]}, {"entity_id": "VARCHAR"})
    connection.register("known_entities", known)
    only_added = not writer.dropped and writer.scalar("SELECT count(*) FROM base.entities") > 0
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE renamed AS SELECT DISTINCT entity_id FROM base.mentions "
        "WHERE entity_id NOT IN (SELECT entity_id FROM known_entities)"
        + (f" AND article_key >= {min(writer.added, default=0)}" if only_added else "")
    )
    connection.unregister("known_entities")
    met = connection.execute(
        "SELECT entity_id, kind, arg_max(surface, (whole, n, length(surface), surface)) FROM ("
        " SELECT entity_id, kind, surface, count(*) AS n,"
        " kind = 'person' AND len(split(surface, ' ')) >= len(split(entity_id, '-')) AS whole"
        " FROM base.mentions"
        " WHERE entity_id IN (SELECT entity_id FROM temp.renamed) GROUP BY ALL) "
        "GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    rows: list[tuple[Any, ...]] = [(i, kind, name, "", None, None, False) for i, kind, name in met]
    if only_added:
        connection.execute(
            "DELETE FROM base.entities WHERE entity_id IN (SELECT entity_id FROM temp.renamed)"
        )
    else:
        connection.execute("DELETE FROM base.entities")
        rows = [*listed, *rows]
    connection.execute("DROP TABLE temp.renamed")
    if rows:
        columns = dict(zip(INTERNAL["entities"], zip(*rows, strict=True), strict=True))
        writer.insert("entities", columns, INTERNAL["entities"])


def _write_fingerprint(writer: Writer) -> None:
    """Write the corpus fingerprint: the same articles, read alike, give the same twelve letters.

    It is made of the hashes of id, outlet, interval, copy group and length of every article, in no order,
    so that a change of any of them, and nothing else, changes it. Summed up by DuckDB: to fetch and hash
    72,716 rows here took 0.35 s a rebuild.
    """
    fields = (
        "article_id",
        "outlet_id",
        "published_from",
        "published_to",
        "copy_group",
        "is_original",
    )
    row = " || chr(31) || ".join(f"coalesce({name}::VARCHAR, '')" for name in (*fields, "n_tokens"))
    summed = writer.scalar(f"SELECT bit_xor(md5_number({row}))::VARCHAR FROM base.articles")
    sha = hashlib.sha256(str(summed).encode())
    writer.connection.execute("DELETE FROM base.meta WHERE key = 'fingerprint'")
    writer.connection.execute(
        "INSERT INTO base.meta VALUES ('fingerprint', ?)", [sha.hexdigest()[:12]]
    )
