"""Timeline: how did it unfold, and what was promised? Play, promised dates against publication, undated."""

from rasid import measures
from rasid.ui import page
from rasid.ui.views import articles as views_articles
from rasid.ui.views import timeline as views_timeline

view = page.start("timeline")
section = view.sections(["play", "drift", "undated"])

if section == "play":
    views_timeline.player(view)
elif section == "drift":
    by = view.pick("by", ("about", "speaker", "outlet"), default="about")
    views_timeline.promises(view, by)
    summary = views_timeline.summary(view)
    view.table(
        views_timeline.worded(view, summary), key="promises",
        evidence=lambda row: measures.cell("drift_summary", summary.loc[row.name]),
    )  # fmt: skip
else:
    view.say("undated.note", n=view.summary.undated)
    if view.summary.undated:
        views_articles.articles(view, undated=True, key="undated")
