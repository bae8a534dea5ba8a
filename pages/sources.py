"""Sources: how do outlets differ? Distinctive terms, likeness, frames, speakers, bases, copies."""

from rasid import charts
from rasid import measures as m
from rasid.ui import page, views_analysis

view = page.start("sources")
SECTIONS = ("distinctive", "similarity", "frames", "quotes", "bases", "copies", "compare")
section = view.sections(SECTIONS)
SHOWN = 24  # outlets in a matrix: more cannot be read


def distinctive() -> None:
    outlets = view.kept("outlets", lambda: view.measure(m.outlet_counts)["outlet_id"].tolist())
    outlet = view.pick("outlet", outlets, default=outlets[0], format=view.outlet_name, control="select")  # fmt: skip
    every = views_analysis.counted(view, m.keyness, limit=25)
    table = view.kept("its own", lambda: every[every["outlet_id"] == outlet].reset_index(drop=True))
    columns = ["display", "count", "count_rest", "rate", "rate_rest", "articles", "articles_rest", "g2", "log_ratio",
               "p_adjusted", "note_name"]  # fmt: skip
    view.chart(lambda: charts.keyness(table, view.look, outlet_id=outlet), key="keyness", table=table, columns=columns,
               title=view.t("keyness.of", outlet=view.outlet_name(outlet)),
               note=view.t("distinctive.alone") if len(outlets) == 1 else None)  # fmt: skip
    if len(table):
        view.table(table, key="keyness_table", measure="keyness", columns=columns)


def similarity() -> None:
    least = view.pick("least", (3, 5, 10), default=views_analysis.enough(view))
    table = views_analysis.counted(view, m.similarity, min_articles=least)
    largest = view.measure(m.outlet_counts)["outlet_id"].head(SHOWN)
    table = table[table["outlet_a"].isin(largest) & table["outlet_b"].isin(largest)]
    pairs = table[table["distance"].notna() & (table["outlet_a"] != table["outlet_b"])]
    view.chart(lambda: charts.similarity(table, view.look), key="similarity", table=pairs,
               columns=["name_a", "name_b", "distance", "articles_a", "articles_b"])  # fmt: skip


def frames() -> None:
    table = views_analysis.counted(view, m.frames)
    names = views_analysis.frame_names(view)
    view.chart(lambda: charts.frames_by_voice(table, view.look, names=names), key="frames", table=table,
               columns=["frame", "count", "own", "quoted", "articles"])  # fmt: skip
    if len(table):
        found = table["frame_id"].tolist()
        frame = view.pick("frame", found, default=found[0], control="select",
                          format=lambda f: names.get(f, f))  # fmt: skip
        each = views_analysis.counted(view, m.frames_by_voice)
        each = each[each["frame_id"] == frame].sort_values("count", ascending=False).head(SHOWN)
        view.chart(lambda: charts.frames_by_voice(each, view.look, rows="outlet"), key="frame_outlets", table=each,
                   columns=["outlet", "frame", "count", "own", "quoted", "articles",
                            "rate_own", "rate_quoted"])  # fmt: skip


def quotes() -> None:
    table = views_analysis.counted(view, m.speakers, by_outlet=True, limit=20)
    view.chart(lambda: charts.speakers_by_outlet(table, view.look), key="quotes", table=table,
               columns=["speaker", "outlet", "count", "direct", "indirect", "articles"])  # fmt: skip


def bases() -> None:
    table = views_analysis.counted(view, m.mentions_by_outlet)
    view.chart(lambda: charts.base_by_outlet(table, view.look), key="bases", table=table,
               columns=["name", "outlet", "count", "articles", "rate"])  # fmt: skip


def copies() -> None:
    links = views_analysis.counted(view, m.copy_network)
    view.chart(lambda: charts.copy_network(links, view.look), key="copies", table=links,
               columns=["from_name", "to_name", "relation_name", "count"])  # fmt: skip
    table = views_analysis.dated(view, views_analysis.counted(view, m.copies))
    if len(table):
        view.table(table, key="copy_table", measure="copies",
                   columns=["title", "published_from", "from_name", "to_name", "relation_name"])  # fmt: skip


if section == "compare":
    if (other := view.compare()) is not None:
        views_analysis.between(view, other)
else:
    {"distinctive": distinctive, "similarity": similarity, "frames": frames, "quotes": quotes, "bases": bases,
     "copies": copies}[section]()  # fmt: skip
