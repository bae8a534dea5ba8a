"""Statements: verbs, nouns and headings that report, whose they are and where they end."""
