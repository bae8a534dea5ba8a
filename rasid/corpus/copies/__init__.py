"""Copies: which articles share their text, among candidates found by their 3-grams."""
