"""Search: an expression is parsed, its words looked up, and its places found."""

from rasid.measures.query.hits import Hits, article_keys, hits_of, hits_of_ids, hits_of_sequence
from rasid.measures.query.syntax import QueryError, parse
from rasid.measures.query.types import matches

__all__ = [
    "Hits",
    "QueryError",
    "article_keys",
    "hits_of",
    "hits_of_ids",
    "hits_of_sequence",
    "matches",
    "parse",
]
