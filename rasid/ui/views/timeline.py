"""The timeline: a period that moves along the coverage with what was published in it, and the promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from rasid import measures
from rasid.charts.coverage import coverage
from rasid.charts.drift import drift
from rasid.charts.strings import name
from rasid.charts.times import short_interval
from rasid.measures.scope import scope_of
from rasid.ui import data, formats
from rasid.ui.escape import esc
from rasid.ui.events import events, most_covered, version
from rasid.ui.exports import report
from rasid.ui.selecting import opened
from rasid.ui.selecting.histogram import strip
from rasid.ui.views import analysis
from rasid.ui.views import articles as views_articles

if TYPE_CHECKING:
    from rasid.ui.page import View

SECONDS = 1.2
"""Between two periods while playing: enough to read a headline, short enough for sixty months."""

LENGTHS = {
    "week": pd.DateOffset(days=7),
    "month": pd.DateOffset(months=1),
    "quarter": pd.DateOffset(months=3),
}

HEADLINES = 12

POINTS = 1500
"""Promises drawn one by one; more lie on each other, and the sentences of 28,000 take seconds to fetch."""

PROMISE = ("published_from", "published_to", "date_from", "date_to", "about", "speaker", "outlet",
           "surface", "text", "title")  # fmt: skip


def player(view: View) -> None:
    """Draw the coverage with a moving period; "play" moves it by itself, the slider by hand."""
    grain = views_articles.grain(view, ("month", "week", "quarter"))
    table = analysis.counted(view, measures.coverage, grain=grain)
    periods = view.kept(
        ("periods", grain), lambda: sorted(pd.to_datetime(table["period"].dropna().unique()))
    )
    if not periods:
        view.say("play.none")
        return
    if report.RECORDING.get() is None:
        _play(view, grain, periods)
    view.chart(
        lambda: _marked(view, table, grain), key="coverage", table=table,
        columns=["period", "lane_name", "outlet", "count", "tokens"],
    )  # fmt: skip


def _play(view: View, grain: str, periods: list[pd.Timestamp]) -> None:
    st.session_state.setdefault("play.on", False)

    def turn() -> None:
        at = _current(view, periods)
        if not st.session_state["play.on"] and at == periods[-1]:
            at = periods[0]
        st.session_state["play.at"] = at
        st.session_state["play.on"] = not st.session_state["play.on"]
        view.set("at", at.date())  # where one stopped; while it plays the address stays as it is

    playing = st.session_state["play.on"]
    st.button(view.t("play.stop" if playing else "play.start"), on_click=turn, key="play.button",
              icon=":material/pause:" if playing else ":material/play_arrow:")  # fmt: skip
    frame = st.fragment(_frame, run_every=SECONDS if playing else None)
    frame(view, grain, periods)


def _marked(view: View, table: pd.DataFrame, grain: str):  # type: ignore[no-untyped-def]  # a figure
    return coverage(table, view.look, events=most_covered(view.lang, view.published), grain=grain)


def _current(view: View, periods: list[pd.Timestamp]) -> pd.Timestamp:
    """Return the period on show: while playing the session's, else the address's or the one that holds it."""
    at: pd.Timestamp | None = st.session_state.get("play.at")
    if st.session_state["play.on"] and at in periods:
        return periods[periods.index(at)]
    asked = pd.to_datetime(view.get("at"), errors="coerce")
    before = [period for period in periods if not pd.isna(asked) and period <= asked]
    return before[-1] if before else periods[0]


def _moved(view: View) -> None:
    """Keep in the address where the slider was put."""
    opened.keep(view, "at", str(st.session_state["play.at"].date()))


def _frame(view: View, grain: str, periods: list[pd.Timestamp]) -> None:
    """Draw one period; while playing, each run moves on by one."""
    at = _current(view, periods)
    if st.session_state["play.on"] and st.session_state.get("play.drawn") == at:
        place = periods.index(at)
        if place + 1 == len(periods):
            st.session_state["play.on"] = False
            view.set("at", at.date())
            st.rerun()
        at = periods[place + 1]
    st.session_state["play.at"] = at
    st.session_state["play.drawn"] = at
    if len(periods) > 1:
        view.html(_course(view, grain, periods, at))
        st.select_slider(view.t("play.period"), periods, key="play.at", on_change=_moved, args=(view,),
                         format_func=lambda period: _named(period, grain, view.lang),
                         label_visibility="collapsed")  # fmt: skip
    end = at + LENGTHS[grain]
    markup = view.kept(
        ("period", at, grain, version()), lambda: _period_markup(view, at, end, grain)
    )
    with st.container(border=True, height=260, key="play-frame"):
        view.html(markup)


def _course(view: View, grain: str, periods: list[pd.Timestamp], at: pd.Timestamp) -> str:
    """Return a bar a period over the slider, as high as it has articles, the one on show marked."""
    table = analysis.counted(view, measures.coverage, grain=grain)
    counts = table[table["period"].notna()].groupby("period")["count"].sum()
    return strip(
        [int(counts.get(period, 0)) for period in periods], periods.index(at), view.t("play.course")
    )


def _published_within(view: View, start: pd.Timestamp, end: pd.Timestamp) -> pd.DataFrame:
    """Return the articles in view whose whole interval lies in a period."""
    table = data.articles(view.store)
    at = scope_of(view.store, view.selection).at
    first, last = (table[name].to_numpy()[at] for name in ("published_from", "published_to"))
    return table.iloc[at[(first >= start.to_datetime64()) & (last < end.to_datetime64())]]


def _named(period: pd.Timestamp, grain: str, lang: str) -> str:
    if grain == "week":
        return formats.short_day(period, lang)
    return f"{formats.short_month_names(lang)[period.month - 1]} {period.year}"


def _period_markup(view: View, start: pd.Timestamp, end: pd.Timestamp, grain: str) -> str:
    inside = _published_within(view, start, end)
    title = formats.month(start, view.lang) if grain == "month" else (
        f"{formats.short_day(start, view.lang)} – {formats.short_day(end - pd.Timedelta(days=1), view.lang)}"
    )  # fmt: skip
    happened = events(view.lang)
    happened = happened[(happened["date"] >= start) & (happened["date"] < end)]
    lines = [
        f'<p class="rasid-period"><b>{esc(title)}</b> · {esc(view.t("play.articles", n=len(inside)))}</p>'
    ]
    for row in happened.to_dict("records"):
        mark = view.t("play.planned") if row["planned"] else view.t("play.event")
        lines.append(f'<p class="rasid-event"><span class="rasid-tag">{esc(mark)}</span> '
                     f"{esc(formats.short_day(row['date'], view.lang))}: {esc(row['label'])}</p>")  # fmt: skip
    for row in inside.sort_values("published_from").head(HEADLINES).to_dict("records"):
        link = view.reader_link(str(row["article_id"]))
        when = short_interval(row["published_from"], row["published_to"], view.lang)
        lines.append(
            f'<p class="rasid-headlines"><span>{esc(when)}</span> '
            f"<b><bdi>{esc(view.outlet_name(str(row['outlet_id'])))}</bdi></b> "
            f'<a href="{esc(link)}" target="_self" dir="rtl" lang="ar">{esc(row["title"])}</a></p>'
        )
    if len(inside) > HEADLINES:
        lines.append(
            f'<p class="rasid-line">{esc(view.t("play.more", n=len(inside) - HEADLINES))}</p>'
        )
    return "".join(lines)


def promises(view: View, by: str) -> None:
    """Draw promised dates against publication: each by itself, or counted where they are too many to see."""
    counts = view.measure(measures.drift_counts, by=by)
    total = int(counts["count"].sum())
    note, table, columns = None, None, list(PROMISE)
    if total <= POINTS:
        table = analysis.named(view, view.measure(measures.drift))
    else:
        # What the withdrawal is about comes first, however rare it is among the promises of all news.
        named = counts["about"] != "other" if by == "about" else pd.Series(False, counts.index)
        largest = counts.assign(named=named).sort_values(
            ["named", "count"], ascending=False, kind="stable"
        )
        largest = largest.head(POINTS).drop(columns="named").sort_index().reset_index(drop=True)
        table = analysis.named(view, largest)
        columns = ["period", "date_from", "date_to", by, "count", "articles"]
        note = view.t("drift.counted", n=int(largest["count"].sum()), total=total)
    view.chart(
        lambda: drift(table, view.look, events=most_covered(view.lang, view.published), by=by),
        key="drift", table=worded(view, table), columns=columns, note=note,
    )  # fmt: skip


def summary(view: View) -> pd.DataFrame:
    """Return each promised date once: those of a named matter first, the most repeated first."""
    table: pd.DataFrame = view.measure(measures.drift_summary)
    order = table.assign(other=table["about"] == "other").sort_values(
        ["other", "count", "date_from"], ascending=[True, False, True], kind="stable"
    )
    return order.drop(columns="other").reset_index(drop=True)


def worded(view: View, table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of promises with its codes in words and unknown speakers named as such."""
    out = table.copy(deep=False)
    if "about" in out:
        out["about"] = [name(view.lang, "about", str(code)) for code in out["about"]]
    if "speaker" in out:
        out["speaker"] = [
            speaker if isinstance(speaker, str) and speaker else view.t("speaker.unknown")
            for speaker in out["speaker"]
        ]
    if "grain" in out:
        out["grain"] = [view.t(f"grain.{grain}") for grain in out["grain"]]
    return out
