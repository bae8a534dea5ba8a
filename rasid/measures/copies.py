"""Copies: which articles repeat another outlet's text, and who takes from whom."""

from __future__ import annotations

import numpy as np
import pandas as pd

from rasid.measures.scope import scope_of
from rasid.store.engine import Store
from rasid.store.selection import Selection


def copies(store: Store, selection: Selection) -> pd.DataFrame:
    """Return the articles in view that carry another's text.

    Returns:
        One row a relation, by relation, then original outlet, outlet and article: `article_key`,
        `article_id`, `outlet_id`, `outlet`, `title`, `published_from`, `relation` ("copy": the text
        repeats an article of another or the same outlet; "host": taken from a site that republishes
        the outlet), `from_id`, `from_name` (whose text it is), `to_id`, `to_name` (who carries it),
        `original_id` (article id of the original, None for hosts), `count` (1).
    """
    scope = scope_of(store, selection)
    articles = store.articles
    mine = articles.iloc[scope.at]
    original = articles[articles["copy_group"].notna() & articles["is_original"].fillna(True)]
    original = original.drop_duplicates("copy_group").set_index("copy_group")
    copied = mine[mine["copy_group"].isin(original.index) & ~mine["is_original"].fillna(True)]
    source = original.loc[copied["copy_group"]]
    columns = ["article_key", "article_id", "outlet_id", "outlet", "title", "published_from"]
    rows = copied[columns].assign(
        relation="copy",
        from_id=source["outlet_id"].to_numpy(object),
        from_name=source["outlet"].to_numpy(object),
        to_id=copied["outlet_id"],
        to_name=copied["outlet"],
        original_id=source["article_id"].to_numpy(object),
    )
    host = mine["host_id"].fillna("")
    hosted = mine[(host != "") & (host != mine["outlet_id"])]
    hosts = hosted[columns].assign(
        relation="host",
        from_id=hosted["outlet_id"],
        from_name=hosted["outlet"],
        to_id=hosted["host_id"],
        to_name=hosted["host"],
        original_id=None,
    )
    frame = pd.concat([rows, hosts], ignore_index=True).assign(count=1)
    return frame.sort_values(["relation", "from_id", "to_id", "article_id"], ignore_index=True)


def copy_network(store: Store, selection: Selection) -> pd.DataFrame:
    """Return how many articles went from whom to whom.

    Returns:
        One row a pair and relation, by count falling, then ids: `from_id`, `from_name`, `to_id`,
        `to_name`, `relation` ("copy", "host"), `count` (articles).
    """
    rows = copies(store, selection)
    keys = ["from_id", "from_name", "to_id", "to_name", "relation"]
    frame = rows.groupby(keys).agg(count=("count", "sum")).reset_index()
    frame["count"] = frame["count"].astype(np.int64)
    return frame.sort_values(
        ["count", "from_id", "to_id", "relation"],
        ascending=[False, True, True, True],
        ignore_index=True,
    )
