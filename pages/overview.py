"""Overview: what is in this corpus? Headline numbers, coverage over time, data quality, the articles."""

from rasid import measures
from rasid.charts.coverage import coverage
from rasid.charts.quality import quality
from rasid.ui import page
from rasid.ui.events import most_covered
from rasid.ui.views import analysis
from rasid.ui.views import articles as views_articles

view = page.start("overview")
views_articles.headline(view)

grain = views_articles.grain(view, ("month", "week", "quarter", "year"))
over_time = analysis.counted(view, measures.coverage, grain=grain)
view.chart(
    lambda: coverage(
        over_time, view.look, events=most_covered(view.lang, view.published), grain=grain
    ),
    key="coverage",
    table=over_time,
    columns=["period", "lane_name", "outlet", "count", "tokens"],
)

checks = view.measure(measures.quality)
view.chart(
    lambda: quality(checks, view.look, total=view.n),
    key="quality",
    table=view.kept("checks", lambda: views_articles.named_checks(view, checks)),
)

outlets = analysis.counted(view, measures.outlet_counts)
view.table(
    outlets.assign(share=100 * outlets["count"] / max(view.n, 1)),
    key="outlets",
    measure="outlet_counts",
    columns=["outlet", "count", "share", "tokens", "undated", "copies", "date_from", "date_to"],
)
views_articles.articles(view)
