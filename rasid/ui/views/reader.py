"""The two halves of the reader page: the search with its lines, and the open article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from rasid import measures
from rasid.errors import RasidError
from rasid.ui import data, ordering, widgets
from rasid.ui.escape import esc
from rasid.ui.exports import downloads, report
from rasid.ui.reader import article as reader_article
from rasid.ui.reader import copies as reader_copies
from rasid.ui.reader import lines as reader_lines
from rasid.ui.views import analysis
from rasid.ui.views import articles as views_articles

if TYPE_CHECKING:
    from rasid.ui.page import View

LINE_COLUMNS = ("outlet", "published", "before", "node", "after", "title", "text_kind", "quoted",
                "article_id", "start", "end")  # fmt: skip
FORMS_SHOWN = 12


HITS_WALKED = 1000
"""Hits of a search that the links from article to article look through."""


def search(view: View) -> str:
    """Draw the search field; return the expression."""
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    with left:
        find = view.text("find", placeholder=view.t("find.placeholder"))
    with right:
        view.toggle("exact")
    with st.expander(view.t("find.help"), expanded=False):
        st.html(f'<pre class="rasid-help">{esc(view.t("find.help.text"))}</pre>')
    return find


def lines(view: View, find: str) -> None:
    """Draw how often and where the expression stands, one line a hit."""
    exact = view.get("exact") == "1"
    try:
        hits = view.measure(measures.count_hits, find, fold=not exact)
    except RasidError as error:
        st.warning(error.text(view.lang))
        return
    view.heading("concordance")
    view.say("find.hits", n=hits.count, articles=hits.articles)
    if hits.count:
        _forms(view, find, exact=exact)
        _elsewhere(view, find)
        _lines(view, find, hits.count, exact=exact)


def _forms(view: View, find: str, *, exact: bool) -> None:
    """Say which written forms the expression found, so that folding is no secret."""
    forms = measures.matches(view.store, find, fold=not exact)
    if forms.empty:
        return
    shown = "، ".join(str(form) for form in forms["form"].head(FORMS_SHOWN))
    more = max(0, len(forms) - FORMS_SHOWN)
    st.html(f'<p class="rasid-note">{esc(view.t("find.forms", n=len(forms)))} '
            f'<bdi lang="ar">{esc(shown)}</bdi>{" …" if more else ""}</p>')  # fmt: skip


def _elsewhere(view: View, find: str) -> None:
    """Link to what else the dashboard says of the expression: its course over time, the company it keeps."""
    places = (
        ("find.trend", {"section": "trend", "words": find}),
        ("find.collocates", {"section": "collocates", "word": find}),
    )
    links = " · ".join(
        f'<a href="{esc(view.state.link("terms", **controls))}" target="_self">{esc(view.t(key))}</a>'
        for key, controls in places
    )
    st.html(f'<p class="rasid-note">{links}</p>')


def _lines(view: View, find: str, total: int, *, exact: bool) -> None:
    with st.container(key="rasid-sorts"):
        columns = st.columns(4)
    for i, column in enumerate(columns[:3], start=1):
        with column:
            view.pick(f"sort{i}", reader_lines.SORTS, default="", control="select",
                      label=view.t(f"sort{i}"), format=lambda s: view.t(f"sort.{s or 'none'}"))  # fmt: skip
    pages = max(1, -(-total // reader_lines.AT_ONCE))
    with columns[3]:
        number = view.pick("page", range(1, pages + 1), default=1, control="select",
                           label=view.t("lines.page"), format=lambda p: f"{p} / {pages}")  # fmt: skip
    sorts = reader_lines.chosen_sorts(view)
    lines = view.measure(measures.concordance, find, sort=sorts, fold=not exact,
                         offset=(number - 1) * reader_lines.AT_ONCE, limit=reader_lines.AT_ONCE)  # fmt: skip
    markup = reader_lines.lines_markup(view, lines, find)
    st.html(markup)
    view.parts.append(report.Part(f"{view.t('concordance')}: {find}", html=markup))
    _lines_downloads(view, find, sorts, total, exact=exact)


def _lines_downloads(
    view: View, find: str, sorts: tuple[str, ...], total: int, *, exact: bool
) -> None:
    def table() -> pd.DataFrame:
        found = measures.concordance(view.store, view.selection, find, sort=sorts, fold=not exact,
                                     offset=0, limit=total)  # fmt: skip
        return downloads.shown(downloads.with_published(found, view.lang), LINE_COLUMNS, view.lang,
                               view.page)  # fmt: skip

    name = view.file_name(view.t("concordance"))
    with st.container(horizontal=True, gap="small"):
        st.download_button(view.t("download.csv"), data=lambda: downloads.to_csv(table()),
                           file_name=f"{name}.csv", mime="text/csv", on_click="ignore",
                           key="lines.csv")  # fmt: skip
        st.download_button(
            view.t("download.excel"), key="lines.xlsx", on_click="ignore", mime=downloads.XLSX,
            data=lambda: downloads.to_excel(table(), view.lang, about=view.about()),
            file_name=f"{name}.xlsx",
        )  # fmt: skip


def choose_article(view: View) -> None:
    """Draw the articles in view as a table; the selected row opens."""
    code = ordering.code_of(view, "articles")
    rows = views_articles.ordered(view, code)
    articles = data.articles(view.store)
    table = view.kept(
        ("articles", code),
        lambda: views_articles.worded(view, articles.iloc[rows[: views_articles.SHOWN]]),
    )

    def opened(places: Sequence[int]) -> None:
        if places:
            view.set("article", table.iloc[places[0]]["article_id"])
            for name in ("start", "end"):
                view.set(name, "")

    from rasid.ui import tables

    view.heading("articles.title")
    if len(rows) > len(table):
        view.say("table.limit", n=len(table), total=len(rows))
    version = "reader.articles.version"
    tables.plain(view, table, key=f"reader.articles.{st.session_state.get(version, 0)}", name="reader.articles",
                 label=view.t("articles.title"), sort="articles", version=version, on_rows=opened,
                 columns=["outlet", "title", "published_from", "published_to", "published_precision",
                          "text_kind", "n_tokens"])  # fmt: skip


def article(view: View, find: str) -> bool:
    """Draw the article the address names; False when it names none that the store holds."""
    wanted = view.get("article")
    found: dict[str, Any] | None = measures.read_article(view.store, wanted) if wanted else None
    if found is None:
        return False
    st.html(
        f'<h2 class="rasid-headline" dir="rtl" lang="ar" id="article">{esc(found["title"])}</h2>'
    )
    if found["text_kind"] == "digest":
        view.say("article.digest")
    head = reader_article.provenance(view, found)
    text, facts = st.columns([2.4, 1], gap="large")
    with facts:
        facts_markup = reader_article.provenance_markup(head)
        st.html(f"<h3>{esc(view.t('provenance'))}</h3>{facts_markup}")
    with text:
        _body(view, found, find)
    view.parts.append(report.Part(view.t("provenance"), html=facts_markup))
    _cuts(view, wanted)
    _copies(view, found)
    return True


def _body(view: View, found: dict[str, Any], find: str) -> None:
    layers = st.pills(
        view.t("layers"), reader_article.LAYERS, selection_mode="multi", key="reader.layers", wrap=True,
        default=_layers(view), format_func=lambda layer: view.t(f"layer.{layer}"),
        on_change=lambda: view.set("layers", ",".join(st.session_state["reader.layers"]) or "none"),
    )  # fmt: skip
    place = _place(view, len(found["body"]))
    try:
        highlights = measures.highlights(view.store, str(found["article_id"]), query=find)
    except RasidError:  # a search that cannot be read is explained beside its lines
        highlights = measures.highlights(view.store, str(found["article_id"]))
    named = highlights["label"].map(analysis.frame_names(view)).fillna(highlights["label"])
    highlights["label"] = highlights["label"].where(highlights["layer"] != "frame", named)
    key = int(
        view.store.articles.loc[
            view.store.articles["article_id"] == found["article_id"], "article_key"
        ].iloc[0]
    )
    mentions = view.store.rows(
        f'SELECT "start", "end", kind FROM base.mentions WHERE article_key = {key}'
    )
    kinds = {(start, end): str(kind) for start, end, kind in mentions}
    spans = reader_article.spans_of(highlights, kinds, layers, place, view.lang)
    if any(span.layer == "query" for span in spans):
        widgets.hit_walker(key="reader.hits", previous=view.t("hit.previous"), following=view.t("hit.next"),
                           start=place[0] if place else None)  # fmt: skip
        _beside(view, str(found["article_id"]), find)
    gaps = _gaps(view, str(found["article_id"])) if "cut" in layers else []
    markup = reader_article.body_markup(found["body"], spans, gaps)
    st.html(markup)
    view.parts.append(report.Part(str(found["title"]), html=markup))


def _beside(view: View, article_id: str, find: str) -> None:
    """Link to the articles before and after this one in which the search has hits, each at its first."""
    if not find:  # come to by a link of the evidence, not by a search
        return
    exact = view.get("exact") == "1"
    try:
        hits = view.measure(measures.concordance, find, fold=not exact, limit=HITS_WALKED)
    except RasidError:  # a search that cannot be read is explained beside its lines
        return
    firsts = hits.drop_duplicates("article_id").reset_index(drop=True)
    here = firsts.index[firsts["article_id"] == article_id]
    if len(firsts) < 2 or not len(here):
        return
    at, more = (
        int(here[0]),
        {"find": find, "layers": view.get("layers"), "exact": view.get("exact")},
    )
    links = [
        f'<a href="{esc(view.reader_link(str(row["article_id"]), row["start"], row["end"], **more))}" '
        f'target="_self">{esc(view.t(key))}</a>'
        for key, step in (("hit.article.previous", at - 1), ("hit.article.next", at + 1))
        if 0 <= step < len(firsts)
        for row in (firsts.iloc[step],)
    ]
    where = view.t("hit.article", n=at + 1, total=len(firsts))
    st.html(f'<p class="rasid-note">{" · ".join([esc(where), *links])}</p>')


def _gaps(view: View, article_id: str) -> list[reader_article.Gap]:
    cuts = measures.article_cuts(view.store, article_id)
    words = {str(reason): view.t(f"reason.{reason}") for reason in cuts["reason"].unique()}
    return reader_article.gaps_of(cuts, words)


def _layers(view: View) -> list[str]:
    chosen = view.get("layers", "base").split(",")
    return [layer for layer in reader_article.LAYERS if layer in chosen]


def _place(view: View, length: int) -> tuple[int, int] | None:
    start, end = view.get("start"), view.get("end")
    if not (start.isdecimal() and end.isdecimal()):
        return None
    first, last = int(start), int(end)
    return (first, last) if 0 <= first < last <= length else None


def _cuts(view: View, article_id: str) -> None:
    cuts = measures.article_cuts(view.store, article_id)
    if cuts.empty:
        return
    with st.expander(view.t("cuts", n=len(cuts))):
        view.say("cuts.note")
        st.html(reader_article.cuts_markup(view, cuts))


def _copies(view: View, found: dict[str, Any]) -> None:
    group = found.get("copy_group")
    if not group:
        return
    table = view.store.articles
    others = table[(table["copy_group"] == group) & (table["article_id"] != found["article_id"])]
    if others.empty:
        return
    names = {
        str(row["article_id"]): f"{view.outlet_name(str(row['outlet_id']))} – {row['title']}"
        for row in others.to_dict("records")
    }
    with st.expander(view.t("copies", n=len(others)), expanded=bool(view.get("copy"))):
        other = view.pick("copy", list(names), default=next(iter(names)), control="select",
                          label=view.t("copies.with"), format=names.__getitem__)  # fmt: skip
        second = measures.read_article(view.store, other)
        if second is None:
            return
        share = reader_copies.shared_share(found["body"], second["body"])
        view.say("copies.share", share=f"{share:.0%}")
        st.html(reader_copies.side_by_side(
            found["body"], second["body"], view.outlet_name(str(found["outlet_id"])),
            view.outlet_name(str(second["outlet_id"])),
        ))  # fmt: skip
