"""Voices: who said what, with which numbers? Speakers, statements, quantities, disagreements."""

from rasid import charts
from rasid import measures as m
from rasid.ui import page
from rasid.ui.views import analysis
from rasid.ui.views import voices as views_voices

view = page.start("voices")
section = view.sections(["speakers", "statements", "quantities", "disagreements"])
ABOUT = ("troops", "bases", "all")


def speakers() -> None:
    kind = view.pick("kind", (*views_voices.KINDS, "all"), default="named")
    table, each = view.kept("speakers", lambda: views_voices.speakers(view, kind))
    columns = ["speaker", "count", "direct", "indirect", "articles"]
    view.chart(
        lambda: charts.speakers_by_outlet(each, view.look),
        key="speakers",
        table=table,
        columns=columns,
    )
    if len(table):
        view.table(table, key="speaker_table", measure="speakers", columns=columns)


def quantities() -> None:
    about = view.pick("about", ABOUT, default="troops")
    table, total, claims = views_voices.claims(view, None if about == "all" else about)
    what = ["about_name"] if about == "all" else []
    columns = ["published_from", "published_to", "outlet", "speaker", "low", "high", "unit", *what, "approximate",
               "side", "entity", "as_of", "disputed", "surface", "text", "reader"]  # fmt: skip
    view.chart(
        lambda: charts.quantities(table, view.look),
        key="quantities",
        table=table,
        columns=columns[:-1],
        note=views_voices.quantities_note(view, total),
    )
    if total:
        view.table(claims(), key="claims", first=claims, total=total, measure="quantities", columns=columns,
                   whole=lambda: views_voices.all_claims(view, None if about == "all" else about))  # fmt: skip


def disagreements() -> None:
    about = view.pick("about", ABOUT, default="troops")
    kind = None if about == "all" else about
    table = analysis.counted(view, m.disagreements, about=kind)
    view.say("disagreements.rule")
    if table.empty:
        view.say("disagreements.none")
        return
    view.table(table, key="disagreements", measure="disagreements",
               columns=["about_name", "entity", "side", "low", "high", "count", "articles"])  # fmt: skip
    claims = analysis.counted(view, m.quantities, about=kind, disputed=True)
    view.chart(lambda: charts.quantities(claims, view.look), key="disputed", table=claims,
               columns=["published_from", "outlet", "speaker", "low", "high", "unit", "entity", "side",
                        "text"])  # fmt: skip


{
    "speakers": speakers,
    "statements": lambda: views_voices.statements(view),
    "quantities": quantities,
    "disagreements": disagreements,
}[section]()
