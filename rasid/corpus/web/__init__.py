"""Saved web pages: what a reader saw, which of it is the article, what the markup says of it."""
