"""The concordance: one line a hit, the word in the middle, what precedes it on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from rasid.charts.times import short_interval
from rasid.ui.escape import esc
from rasid.ui.names import outlet_names

if TYPE_CHECKING:
    from rasid.ui.page import View

SORTS = (
    "",
    "before1",
    "before2",
    "before3",
    "node",
    "after1",
    "after2",
    "after3",
    "date",
    "outlet",
)
"""What the lines can be put in order by; "" is the order of the corpus."""

AT_ONCE = 50


def lines_markup(view: View, lines: pd.DataFrame, find: str) -> str:
    """Return the lines as a table that runs from right to left in both languages: the text is Arabic."""
    names = outlet_names(view.store, view.lang)
    rows = []
    for row in lines.to_dict("records"):
        when = short_interval(row["published_from"], row["published_to"], view.lang)
        link = view.reader_link(str(row["article_id"]), row["start"], row["end"], find=find)
        outlet = names.get(str(row["outlet_id"]), str(row["outlet"]))
        voice = ' class="quoted"' if row["quoted"] else ""
        rows.append(
            f'<tr{voice}><td class="before" dir="rtl"><span>{esc(row["before"])}</span></td>'
            f'<td class="node" dir="rtl"><a href="{esc(link)}" target="_self">{esc(row["node"])}</a></td>'
            f'<td class="after" dir="rtl">{esc(row["after"])}</td>'
            f'<td class="from" dir="{view.dir}"><b>{esc(outlet)}</b> '
            f"<span>{esc(when or view.t('date.unknown'))}</span></td></tr>"
        )
    heads = "".join(
        f'<th scope="col">{esc(view.t(key))}</th>'
        for key in ("col.before", "col.node", "col.after", "col.outlet")
    )
    return (
        # A narrow screen begins with what stands before the word and the word itself.
        f'<div class="rasid-scroll" dir="rtl" tabindex="0" role="region" aria-label="{esc(view.t("concordance"))}">'
        f'<table class="rasid-lines" dir="rtl" lang="ar"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def chosen_sorts(view: View) -> tuple[str, ...]:
    """Return the levels of sorting that are set, in order, each once."""
    levels = (view.get(f"sort{i}") for i in (1, 2, 3))
    return tuple(dict.fromkeys(level for level in levels if level in SORTS and level))
