"""Framing expressions: the patterns of the lexicon, and where they are found."""
