"""A file becomes articles: readers, body, publication date, outlet chain, copies."""

from rasid.corpus.article import Article, Cut, Origin, Publication
from rasid.corpus.corrections import Correction, Corrections
from rasid.corpus.files import files, left_out
from rasid.corpus.options import ReadOptions
from rasid.corpus.outlets.register import Outlet, Register
from rasid.corpus.reading import read_file

__all__ = [
    "Article",
    "Correction",
    "Corrections",
    "Cut",
    "Origin",
    "Outlet",
    "Publication",
    "ReadOptions",
    "Register",
    "files",
    "left_out",
    "read_file",
]
