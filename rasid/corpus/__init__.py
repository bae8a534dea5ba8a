"""A file becomes articles: readers, body, publication date, outlet chain, copies."""
