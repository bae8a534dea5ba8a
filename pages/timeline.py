"""Timeline: how did it unfold, and what was promised? Play, promised dates against publication, undated."""

from rasid import measures
from rasid.charts.drift import drift
from rasid.ui import page, views_analysis, views_articles, views_timeline
from rasid.ui.events import most_covered

view = page.start("timeline")
section = view.sections(["play", "drift", "undated"])

if section == "play":
    views_timeline.player(view)
elif section == "drift":
    by = view.pick("by", ("about", "speaker", "outlet"), default="about")
    promises = views_analysis.named(view, view.measure(measures.drift))
    view.chart(
        drift(promises, view.look, events=most_covered(view.lang, view.published), by=by),
        key="drift",
        table=views_timeline.worded(view, promises),
        columns=["published_from", "published_to", "date_from", "date_to", "about", "speaker", "outlet",
                 "surface", "text", "title"],
    )  # fmt: skip
    summary = view.measure(measures.drift_summary)
    view.table(
        views_timeline.worded(view, summary), key="promises",
        evidence=lambda row: measures.cell("drift_summary", summary.loc[row.name]),
    )  # fmt: skip
else:
    view.say("undated.note", n=view.summary.undated)
    if view.summary.undated:
        views_articles.articles(view, undated=True, key="undated")
