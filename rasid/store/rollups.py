"""Roll-ups: term counts summed over groups of articles, so that wide selections read fewer rows.

A group is every article of one outlet, month of publication, text kind and originality. A selection
that holds all articles of an outlet reads the outlet's sums, one that holds all of a group the
group's; only groups that it cuts through are read article by article, so results stay exact for any
selection whatsoever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from rasid.language import fold
from rasid.store.columns import arrow_array, arrow_table, numbers

ROLLUPS: Final[dict[str, dict[str, str]]] = {
    # `n_quoted`: the article's word tokens inside quotation marks or attributed speech.
    "article_groups": {"article_key": "INTEGER", "group_id": "INTEGER", "n_quoted": "INTEGER"},
    "groups": {
        "group_id": "INTEGER", "outlet_id": "VARCHAR", "month": "DATE", "text_kind": "VARCHAR",
        "is_original": "BOOLEAN",
    },
    # `n` tokens and `df` articles of a lemma in a group; split by voice.
    "group_terms": {
        "group_id": "INTEGER", "lemma_id": "INTEGER", "n": "INTEGER", "n_quoted": "INTEGER",
        "df": "INTEGER", "df_quoted": "INTEGER", "df_own": "INTEGER",
    },
    # The same by outlet.
    "outlet_terms": {
        "outlet_id": "VARCHAR", "lemma_id": "INTEGER", "n": "INTEGER", "n_quoted": "INTEGER",
        "df": "INTEGER", "df_quoted": "INTEGER", "df_own": "INTEGER",
    },
    # The term counts in order of lemma: a word's articles lie together, so that a page of its places
    # reads a hundredth of the rows.
    "lemma_articles": {
        "article_key": "INTEGER", "lemma_id": "INTEGER", "n": "INTEGER", "n_quoted": "INTEGER",
    },
    # The words of an article in runs of 64, as lists: a word's neighbours are looked up by place.
    # Joined by position instead, each of 17.8 million words was compared with the places wanted.
    "word_runs": {
        "article_key": "INTEGER", "run": "INTEGER", "forms": "INTEGER[]", "sentences": "SMALLINT[]",
        "quoted": "BOOLEAN[]",
    },
    # The folded spelling of each word type, which searches compare.
    "folded_forms": {"form_id": "INTEGER", "folded": "VARCHAR"},
}  # fmt: skip

_KEY: Final = {"article_key": "INTEGER"}

RUN_BITS: Final = 6
"""A run holds the words whose positions are alike but for so many low bits."""

_FEW: Final = 500
"""Moved articles whose words are looked up one by one."""

_BLOCK: Final = 16_000
"""Articles whose words are cut into runs at once: some 60 MB."""

# The month is null for an article whose interval leaves its month, and for an undated one.
_GROUP_OF: Final = """
SELECT article_key, outlet_id, text_kind, is_original,
       CASE WHEN date_trunc('month', published_from) = date_trunc('month', published_to)
            THEN date_trunc('month', published_from)::DATE END AS month
FROM base.articles
"""


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Create the roll-up tables where they are missing."""
    for name, columns in ROLLUPS.items():
        body = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
        connection.execute(f"CREATE TABLE IF NOT EXISTS base.{name} ({body})")


def _register(connection: duckdb.DuckDBPyConnection, keys: Iterable[int]) -> None:
    rows = arrow_table({"article_key": sorted(set(keys))}, _KEY)
    connection.register("changed_keys", rows)


def renew_words(
    connection: duckdb.DuckDBPyConnection, changed_article_keys: Iterable[int] = ()
) -> None:
    """Bring what is made of the words alone up to date: the part that no group of copies changes.

    Costs as much as what changed holds, not the corpus.

    Args:
        connection: A connection that writes the store.
        changed_article_keys: Keys of articles added, dropped or read anew.
    """
    _register(connection, changed_article_keys)
    # `article_groups` holds the articles of the last build, until it is recounted below: the new ones need no naming.
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE renewed AS SELECT article_key FROM changed_keys "
        "UNION SELECT article_key FROM base.articles ANTI JOIN base.article_groups USING (article_key) "
        "UNION SELECT article_key FROM base.article_groups ANTI JOIN base.articles USING (article_key)"
    )
    _sort_counts(connection)
    _cut_runs(connection)
    connection.unregister("changed_keys")
    connection.execute("DROP TABLE temp.renewed")
    _fold_new_forms(connection)


def recount_groups(
    connection: duckdb.DuckDBPyConnection, changed_article_keys: Iterable[int] = ()
) -> None:
    """Count the groups of articles, and the outlets, that changed articles are or were in.

    Articles that moved to another group (a date corrected, a copy found) are noticed without being named.
    """
    _register(connection, changed_article_keys)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE group_of AS {_GROUP_OF}")
    connection.execute(
        "INSERT INTO base.groups SELECT row_number() OVER (ORDER BY outlet_id, month, text_kind, is_original) - 1 + "
        "(SELECT coalesce(max(group_id) + 1, 0) FROM base.groups), * FROM ("
        "SELECT DISTINCT outlet_id, month, text_kind, is_original FROM group_of EXCEPT "
        "SELECT outlet_id, month, text_kind, is_original FROM base.groups)"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE regrouped AS "
        "SELECT o.article_key, g.group_id FROM group_of o JOIN base.groups g "
        "ON o.outlet_id IS NOT DISTINCT FROM g.outlet_id AND o.month IS NOT DISTINCT FROM g.month "
        "AND o.text_kind IS NOT DISTINCT FROM g.text_kind "
        "AND o.is_original IS NOT DISTINCT FROM g.is_original"
    )
    # A group is stale when an article entered it, left it or was read anew.
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE moved AS "
        "SELECT article_key, n.group_id, o.group_id AS old_id, "
        "article_key IN (SELECT article_key FROM changed_keys) AS changed "
        "FROM regrouped n FULL JOIN base.article_groups o USING (article_key) "
        "WHERE n.group_id IS DISTINCT FROM o.group_id OR changed"
    )
    connection.unregister("changed_keys")
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE stale AS "
        "SELECT DISTINCT unnest([group_id, old_id]) AS group_id FROM moved"
    )
    words = _words_of_moved(connection)
    _recount(connection, words)
    _recount_outlets(connection, words)
    for name in ("group_of", "regrouped", "moved", "stale", "moved_words"):
        connection.execute(f"DROP TABLE IF EXISTS temp.{name}")


def _words_of_moved(connection: duckdb.DuckDBPyConnection) -> str:
    """Return the condition for the words whose sums change; "" for all.

    Of a few articles that came or moved, only the sums of their words do; to count all words of an outlet anew
    takes 0.4 s. Articles that went, or were read anew, have left no words to know them by.
    """
    moved, gone = connection.execute(
        "SELECT count(*), count(*) FILTER (old_id IS NOT NULL AND (group_id IS NULL OR changed)) FROM moved"
    ).fetchall()[0]
    if gone or moved > _FEW:
        return ""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE moved_words AS SELECT DISTINCT lemma_id FROM base.term_counts "
        "WHERE article_key IN (SELECT article_key FROM moved)"
    )
    return "AND lemma_id IN (SELECT lemma_id FROM moved_words) "


def _recount(connection: duckdb.DuckDBPyConnection, words: str) -> None:
    """Count the stale groups again from their articles' term counts."""
    connection.execute(
        f"DELETE FROM base.group_terms WHERE group_id IN (SELECT group_id FROM stale) {words}"
    )
    connection.execute(
        "INSERT INTO base.group_terms "
        "SELECT group_id, lemma_id, sum(n), sum(n_quoted), count(*) FILTER (n > 0), "
        "count(*) FILTER (n_quoted > 0), count(*) FILTER (n > n_quoted) "
        "FROM base.term_counts JOIN regrouped USING (article_key) "
        f"WHERE group_id IN (SELECT group_id FROM stale) {words}GROUP BY 1, 2 ORDER BY 1, 2"
    )
    connection.execute(
        "DELETE FROM base.article_groups WHERE group_id IN (SELECT group_id FROM stale) "
        "OR article_key NOT IN (SELECT article_key FROM regrouped)"
    )
    connection.execute(
        "INSERT INTO base.article_groups "
        "SELECT r.article_key, r.group_id, coalesce(sum(n_quoted), 0) FROM regrouped r "
        "LEFT JOIN base.term_counts USING (article_key) "
        "WHERE r.group_id IN (SELECT group_id FROM stale) GROUP BY 1, 2 ORDER BY 1"
    )


def _recount_outlets(connection: duckdb.DuckDBPyConnection, words: str) -> None:
    """Sum the groups of the stale outlets again, then drop the groups that hold no article."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE stale_outlets AS "
        "SELECT DISTINCT outlet_id FROM base.groups WHERE group_id IN (SELECT group_id FROM stale) "
        "OR outlet_id NOT IN (SELECT outlet_id FROM base.outlet_terms)"
    )
    connection.execute(
        f"DELETE FROM base.outlet_terms WHERE outlet_id IN (SELECT outlet_id FROM stale_outlets) {words}"
    )
    connection.execute(
        "INSERT INTO base.outlet_terms "
        "SELECT outlet_id, lemma_id, sum(n), sum(n_quoted), sum(df), sum(df_quoted), sum(df_own) "
        "FROM base.group_terms JOIN base.groups USING (group_id) "
        f"WHERE outlet_id IN (SELECT outlet_id FROM stale_outlets) {words}GROUP BY 1, 2 ORDER BY 1, 2"
    )
    connection.execute("DROP TABLE temp.stale_outlets")
    connection.execute(
        "DELETE FROM base.groups WHERE group_id NOT IN (SELECT group_id FROM base.article_groups)"
    )


def _emptied(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """Drop the rows of renewed articles from a table; return the condition for what to fill in."""
    if not connection.execute(f"SELECT 1 FROM base.{name} LIMIT 1").fetchall():
        return ""  # new: everything
    connection.execute(
        f"DELETE FROM base.{name} WHERE article_key IN (SELECT article_key FROM renewed)"
    )
    return "AND article_key IN (SELECT article_key FROM renewed) "


def _sort_counts(connection: duckdb.DuckDBPyConnection) -> None:
    """Copy the term counts of new and changed articles in order of lemma; about 3 s for 10 million."""
    wanted = _emptied(connection, "lemma_articles")
    connection.execute(
        "INSERT INTO base.lemma_articles SELECT article_key, lemma_id, n, n_quoted "
        f"FROM base.term_counts WHERE true {wanted}ORDER BY lemma_id, article_key"
    )


def _cut_runs(connection: duckdb.DuckDBPyConnection) -> None:
    """Cut the words of changed articles into runs, and of new ones that the writer has not cut already."""
    connection.execute(
        "DELETE FROM base.word_runs WHERE article_key IN (SELECT article_key FROM changed_keys)"
    )
    missing: Any = connection.sql(
        "SELECT article_key FROM base.articles WHERE n_tokens > 0 "
        "AND article_key IN (SELECT article_key FROM renewed) "
        "AND article_key NOT IN (SELECT article_key FROM base.word_runs) ORDER BY 1"
    ).to_arrow_table()
    new = numbers(missing, "article_key")
    for at in range(0, len(new), _BLOCK):
        block = new[at : at + _BLOCK]
        connection.register("block", arrow_table({"article_key": block}, _KEY))
        words = connection.sql(
            "SELECT article_key, position, form_id, sentence, quoted FROM base.tokens "
            f"WHERE article_key BETWEEN {block[0]} AND {block[-1]} "
            "AND article_key IN (SELECT article_key FROM block)"
        ).to_arrow_table()
        connection.unregister("block")
        connection.register("new_runs", _runs_in_order(words))
        connection.execute("INSERT INTO base.word_runs SELECT * FROM new_runs")
        connection.unregister("new_runs")


def _runs_in_order(words: pa.Table) -> pa.Table:
    """Return the runs of some articles' words, which lie in order of article and position, or nearly."""
    words = words.combine_chunks()
    key, position = numbers(words, "article_key"), numbers(words, "position")
    place = key.astype(np.int64) << 32 | position
    if (np.diff(place) < 0).any():
        order = np.argsort(place)
        words, key, position = words.take(pa.array(order)), key[order], position[order]
    return runs_of(key, position, {name: words[name].combine_chunks() for name in _LISTS.values()})


_LISTS: Final = {"forms": "form_id", "sentences": "sentence", "quoted": "quoted"}


def runs_of(
    key: npt.NDArray[np.int32], position: npt.NDArray[np.int32], words: Mapping[str, pa.Array]
) -> pa.Table:
    """Return the runs of words in order of article and position.

    Args:
        key: The article of each word.
        position: Its position there, from 0.
        words: Their columns `form_id`, `sentence` and `quoted`.
    """
    first = np.flatnonzero((position & ((1 << RUN_BITS) - 1)) == 0)
    offsets = arrow_array(np.append(first, len(position)), "INTEGER")
    lists = {
        name: pa.ListArray.from_arrays(offsets, words[column]) for name, column in _LISTS.items()
    }
    run = arrow_array(position[first] >> RUN_BITS, "INTEGER")
    return pa.table({"article_key": arrow_array(key[first], "INTEGER"), "run": run, **lists})


def _fold_new_forms(connection: duckdb.DuckDBPyConnection) -> None:
    """Fold the word types that have no folded spelling yet, all in one pass."""
    # Types are only ever added, with rising ids: comparing all 423,000 took 90 ms a rebuild.
    new = connection.execute(
        "SELECT form_id, form FROM base.forms WHERE form_id > "
        "(SELECT coalesce(max(form_id), -1) FROM base.folded_forms) ORDER BY 1"
    ).fetchall()
    if not new:
        return
    ids, forms = zip(*new, strict=True)
    folded = fold("\n".join(forms)).text.split("\n")  # no word holds a line break
    rows = arrow_table({"form_id": ids, "folded": folded}, ROLLUPS["folded_forms"])
    connection.register("new_folded", rows)
    connection.execute("INSERT INTO base.folded_forms SELECT * FROM new_folded")
    connection.unregister("new_folded")
