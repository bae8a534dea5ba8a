"""Sources: how do outlets differ? Distinctive terms, likeness, frames, speakers, bases, copies."""

from rasid import charts
from rasid import measures as m
from rasid.ui import page
from rasid.ui.views import analysis, voices
from rasid.ui.views import sources as views_sources

view = page.start("sources")
SECTIONS = ("distinctive", "similarity", "frames", "quotes", "bases", "copies", "compare")
section = view.sections(SECTIONS)
SHOWN = 24  # outlets in a matrix: more cannot be read


def similarity() -> None:
    least = view.pick("least", (3, 5, 10), default=analysis.enough(view))
    table = analysis.counted(view, m.similarity, min_articles=least)
    largest = view.measure(m.outlet_counts)["outlet_id"].head(SHOWN)
    table = table[table["outlet_a"].isin(largest) & table["outlet_b"].isin(largest)]
    pairs = table[table["distance"].notna() & (table["outlet_a"] != table["outlet_b"])]
    view.chart(lambda: charts.similarity(table, view.look), key="similarity", table=pairs,
               columns=["name_a", "name_b", "distance", "articles_a", "articles_b"])  # fmt: skip


def frames() -> None:
    table = analysis.counted(view, m.frames)
    names = analysis.frame_names(view)
    view.chart(lambda: charts.frames_by_voice(table, view.look, names=names), key="frames", table=table,
               columns=["frame", "count", "own", "quoted", "articles"])  # fmt: skip
    if len(table):
        found = table["frame_id"].tolist()
        frame = view.pick("frame", found, default=found[0], control="select",
                          format=lambda f: names.get(f, f))  # fmt: skip
        value = view.pick("value", ("count", "rate"), default="count")
        views_sources.frame_by_outlet(view, frame, value, SHOWN)


def quotes() -> None:
    kind = view.pick("kind", (*voices.KINDS, "all"), default="named")
    _, table = view.kept("quoted", lambda: voices.speakers(view, kind))
    view.chart(lambda: charts.speakers_by_outlet(table, view.look), key="quotes", table=table,
               columns=["speaker", "outlet", "count", "direct", "indirect", "articles"])  # fmt: skip


def bases() -> None:
    value = view.pick("value", ("count", "rate", "articles"), default="count")
    table = analysis.counted(view, m.mentions_by_outlet)
    view.chart(lambda: charts.base_by_outlet(table, view.look, value=value), key="bases", table=table,
               columns=["name", "outlet", "count", "articles", "rate"],
               title=analysis.titled(view, "bases", value))  # fmt: skip


def copies() -> None:
    links = analysis.counted(view, m.copy_network)
    view.chart(lambda: charts.copy_network(links, view.look), key="copies", table=links,
               columns=["from_name", "to_name", "relation_name", "count"])  # fmt: skip
    table = analysis.dated(view, analysis.counted(view, m.copies))
    if len(table):
        view.table(table, key="copy_table", measure="copies",
                   columns=["title", "published_from", "from_name", "to_name", "relation_name"])  # fmt: skip


if section == "compare":
    if (other := view.compare()) is not None:
        analysis.between(view, other)
else:
    {"distinctive": lambda: views_sources.distinctive(view), "similarity": similarity, "frames": frames,
     "quotes": quotes, "bases": bases, "copies": copies}[section]()  # fmt: skip
