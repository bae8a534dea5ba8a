"""Reader: show me the text. Search, the article with its layers, provenance and cuts, the concordance."""

from rasid.ui import page
from rasid.ui.views import reader as views_reader

view = page.start("reader")
find = views_reader.search(view)
is_open = views_reader.article(view, find)
if find:
    views_reader.lines(view, find)
elif not is_open:
    views_reader.choose_article(view)
