"""The sources page: the words that set one outlet apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from rasid import charts
from rasid import measures as m
from rasid.language import fold, lemmatize
from rasid.ui.views import analysis

if TYPE_CHECKING:
    from rasid.ui.page import View


def distinctive(view: View) -> None:
    """Draw an outlet's distinctive words; those of its own name only when they are asked for."""
    outlets = view.kept("outlets", lambda: view.measure(m.outlet_counts)["outlet_id"].tolist())
    outlet = view.pick(
        "outlet", outlets, default=outlets[0], format=view.outlet_name, control="select"
    )
    if len(outlets) == 1:  # an empty chart would give another reason
        view.say("distinctive.alone")
        return
    whole = view.toggle("own_name")
    every = analysis.counted(view, m.keyness, limit=25)
    found = every[every["outlet_id"] == outlet]
    named = found["display"].isin(own_words(view, outlet, found["display"]))
    table = view.kept("its own", lambda: (found if whole else found[~named]).reset_index(drop=True))
    columns = ["display", "count", "count_rest", "rate", "rate_rest", "articles", "articles_rest", "g2", "log_ratio",
               *analysis.chances(table)]  # fmt: skip
    note = view.t("keyness.note")
    if named.any() and not whole:
        words = view.t("list.comma").join(found["display"][named])
        note = f"{note} {view.t('distinctive.left-out', words=words)}"
    view.chart(lambda: charts.keyness(table, view.look, outlet_id=outlet), key="keyness", table=table, columns=columns,
               title=view.t("keyness.of", outlet=view.outlet_name(outlet)), note=note)  # fmt: skip
    if len(table):
        view.table(table, key="keyness_table", measure="keyness", columns=columns)


def frame_by_outlet(view: View, frame: str, value: str, shown: int) -> None:
    """Draw one frame in the words of each outlet: its bars, and the counts beside the rates of each voice."""
    every = analysis.counted(view, m.frames_by_voice)
    each = every[every["frame_id"] == frame].sort_values("count", ascending=False, kind="stable")
    columns = ["outlet", "count", "own", "quoted", "articles", "rate", "rate_own", "rate_quoted"]
    view.chart(
        lambda: charts.frames_by_voice(each.nlargest(shown, value), view.look, rows="outlet", value=value),
        key="frame_outlets", table=each, columns=columns, title=analysis.titled(view, "frame_outlets", value),
    )  # fmt: skip
    view.table(
        each.reset_index(drop=True), key="frame_table", measure="frames_by_voice", columns=columns
    )


def own_words(view: View, outlet_id: str, words: pd.Series) -> set[str]:
    """Return which words belong to an outlet's own name: every paper writes its name more than others do."""
    table = view.store.outlets
    name = " ".join(table.loc[table["outlet_id"] == outlet_id, "name_ar"])
    own = {lemmatize(part) for part in name.split()} | set(fold(name).text.split())
    return {word for word in words if fold(word).text in own or lemmatize(word) in own}
