"""Corpus: is the data sound, how do I add to it? Additions, problems, corrections, lists, tables, methods."""

from rasid.ui import page
from rasid.ui.upkeep import adding
from rasid.ui.views import corpus as views_corpus
from rasid.ui.views import lists as views_lists
from rasid.ui.views import problems as views_problems

SECTIONS = {
    "add": views_corpus.add,
    "problems": views_problems.problems,
    "corrections": views_corpus.corrections,
    "lists": views_lists.lists,
    "tables": views_lists.tables,
    "methods": views_corpus.methods,
}

view = page.start("corpus")
views_corpus.progress(view)
names = list(SECTIONS)
if not adding.allowed():  # what is wrong with the data comes before what one may not do
    names.append(names.pop(0))
SECTIONS[view.sections(names)](view)
