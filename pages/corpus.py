"""Corpus: is the data sound, how do I add to it? Additions, problems, corrections, lists, tables, methods."""

from rasid.ui import adding, page, views_corpus, views_lists, views_problems

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
