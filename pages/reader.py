"""Reader: show me the text. Search, concordance, the article with its layers, provenance and cuts."""

from rasid.ui import page, views_reader

view = page.start("reader")
find = views_reader.search(view)
if not views_reader.article(view, find) and not find:
    views_reader.choose_article(view)
