"""The same measures on a Spark cluster, for a corpus that one machine no longer carries.

Chosen by `RASID_ENGINE=spark://host:port`; pyspark and Java are installed apart
(tests/cluster/requirements.txt). The store's tables are written once as Parquet into a folder that
every worker must be able to read: `RASID_SPARK_FOLDER`, else a temporary one of this machine.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import duckdb
import ibis
import pyarrow as pa

from rasid.errors import RasidError
from rasid.store.rollups import ROLLUPS
from rasid.store.schema import FACTS, INTERNAL

_TABLES: Final = ("sentences", "forms", "term_counts", *ROLLUPS, *FACTS)
"""The tables that measures read through expressions."""

_KINDS: Final = {
    "INTEGER": "INT", "VARCHAR": "STRING", "INTEGER[]": "ARRAY<INT>", "SMALLINT[]": "ARRAY<SMALLINT>",
    "BOOLEAN[]": "ARRAY<BOOLEAN>",
}  # fmt: skip

_SETTINGS: Final = {
    "spark.sql.shuffle.partitions": "8",  # the results are small; 200 parts cost seconds a query
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
}


class SparkEngine:
    """Queries on a Spark cluster; each runs in a session of its own, so bound names never meet."""

    dialect = "pyspark"

    def __init__(self, path: Path, master: str) -> None:
        try:
            from pyspark.sql import SparkSession
        except ImportError as error:
            raise RasidError("no-spark", file=master, detail=error) from error
        # Loading Ibis' backend declares the options that its compiler reads for float columns.
        getattr(ibis, self.dialect)
        named = os.environ.get("RASID_SPARK_FOLDER")
        self._temporary = None if named else tempfile.mkdtemp(prefix="rasid-spark-")
        folder = Path(named or str(self._temporary))
        tables = _export(path, folder)
        builder = SparkSession.builder.master(master).appName("rasid")
        for key, value in _SETTINGS.items():
            builder = builder.config(key, value)
        self._spark: Any = builder.getOrCreate()
        self._spark.sql("CREATE DATABASE IF NOT EXISTS base")
        for name in tables:
            self._spark.sql(f"DROP TABLE IF EXISTS base.{name}")
            place = str(folder / f"{name}.parquet").replace("'", "\\'")
            columns = ", ".join(f"`{column}` {kind}" for column, kind in _columns(name).items())
            self._spark.sql(
                f"CREATE TABLE base.{name} ({columns}) USING PARQUET LOCATION '{place}'"
            )

    def run(self, sql: str, relations: Mapping[str, pa.Table]) -> pa.Table:
        """Run one query with small tables bound to the names it uses; return its rows."""
        session = self._spark.newSession()
        for name, table in relations.items():
            session.createDataFrame(table).createOrReplaceTempView(name)
        return session.sql(sql).toArrow()

    def close(self) -> None:
        """Leave the cluster and remove the temporary tables."""
        self._spark.stop()
        if self._temporary:
            shutil.rmtree(self._temporary, ignore_errors=True)


def _columns(name: str) -> dict[str, str]:
    """Return a table's columns with Spark's types: given, so that no job is run to infer them."""
    columns = ROLLUPS.get(name) or INTERNAL.get(name)
    columns = columns or {"article_key": "INTEGER", **FACTS[name]}
    return {column: _KINDS.get(kind, kind) for column, kind in columns.items()}


def _export(path: Path, folder: Path) -> list[str]:
    """Write the tables that exist as one Parquet file each; return their names."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with duckdb.connect(str(path), read_only=True) as connection:
        present = connection.execute(
            "SELECT table_name FROM duckdb_tables() WHERE schema_name = 'base'"
        ).fetchall()
        for name in _TABLES:
            if (name,) not in present:
                continue
            place = str(folder / f"{name}.parquet").replace("'", "''")
            connection.execute(f"COPY base.{name} TO '{place}' (FORMAT parquet)").fetchall()
            written.append(name)
    return written
