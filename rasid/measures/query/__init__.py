"""Search: an expression is parsed, its words looked up, and its places found."""

from rasid.measures.query.hits import Found, found, hits_of
from rasid.measures.query.pages import (
    Counts,
    article_keys,
    counts_of,
    hits_in,
    ordered,
    page_of,
)
from rasid.measures.query.search import (
    Hits,
    Search,
    search_of,
    search_of_ids,
    search_of_sequence,
)
from rasid.measures.query.syntax import QueryError, parse
from rasid.measures.query.types import matches

__all__ = [
    "Counts",
    "Found",
    "Hits",
    "QueryError",
    "Search",
    "article_keys",
    "counts_of",
    "found",
    "hits_in",
    "hits_of",
    "matches",
    "ordered",
    "page_of",
    "parse",
    "search_of",
    "search_of_ids",
    "search_of_sequence",
]
