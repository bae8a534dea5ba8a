"""Terms: which words, and where? Frequency, cloud, trend, phrases, collocates, two selections."""

import streamlit as st

from rasid import charts
from rasid import measures as m
from rasid.ui import page
from rasid.ui.views import analysis
from rasid.ui.views import terms as views_terms

view = page.start("terms")
section = view.sections(["frequency", "cloud", "trend", "phrases", "collocates", "compare"])


def frequency() -> None:
    left, middle, right = st.columns(3)
    with left:
        value = view.pick("value", ("count", "rate", "articles"), default="count")
    with middle:
        limit = view.pick("limit", (20, 50, 200), default=20)
    with right:
        stopwords = view.toggle("stopwords")
        formulas = view.toggle("boilerplate", default=True)
    contains = view.text("contains", placeholder=view.t("contains.placeholder"))
    options = {
        "limit": limit,
        "stopwords": stopwords,
        "boilerplate": formulas,
        "contains": contains,
    }
    table = view.kept(
        "linked",
        lambda: analysis.find_links(view, view.measure(m.frequency, **options), "display"),
    )
    view.chart(lambda: charts.term_bars(table.head(30), view.look, value=value), key="bars", table=table,
               columns=["rank", "display", "count", "rate", "articles", "dispersion"])  # fmt: skip
    view.table(table, key="frequency", measure="frequency",
               columns=["rank", "display", "count", "rate", "articles", "dispersion", "reader"])  # fmt: skip
    if len(table):
        # By its letters in the address: another build numbers the words otherwise.
        words, ids = view.kept("words", lambda: views_terms.words(table))
        lemma = view.pick(
            "lemma", list(words), default=next(iter(words)), format=words.get, control="select"
        )
        view.table(
            view.measure(m.forms, ids[lemma]),
            key="forms",
            measure="forms",
            columns=["form", "count", "articles"],
        )


def cloud() -> None:
    views_terms.cloud(
        view, view.measure(m.frequency, limit=90, dispersion=False, boilerplate=False)
    )


def phrases() -> None:
    size = view.pick("size", (0, 2, 3), default=0)
    table = view.measure(m.phrases, size=size) if size else view.measure(m.multiword_terms)
    view.chart(lambda: charts.phrases(table.head(25), view.look), key="phrases", table=table,
               columns=["rank", "phrase", "count", "articles", "log_dice"])  # fmt: skip
    view.table(analysis.find_links(view, table, "phrase"), key="phrase_table", measure="phrases",
               columns=["rank", "phrase", "count", "articles", "log_dice", "reader"])  # fmt: skip


if section == "compare":
    if (other := view.compare()) is not None:
        analysis.between(view, other)
else:
    {
        "frequency": frequency, "cloud": cloud, "trend": lambda: views_terms.trend(view), "phrases": phrases,
        "collocates": lambda: views_terms.collocates(view),
    }[section]()  # fmt: skip
