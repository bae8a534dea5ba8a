"""The voices page: statements, speaker by speaker."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from rasid import measures as m
from rasid.charts.voices import CLAIMS
from rasid.findings.lexicon import lexicon
from rasid.findings.mentions import gazetteer
from rasid.language import fold
from rasid.ui import cards, formats, ordering, tables
from rasid.ui.escape import esc
from rasid.ui.exports import report
from rasid.ui.views import analysis

if TYPE_CHECKING:
    from rasid.ui.page import View


KINDS = ("named", "media", "nameless")
"""Speakers with a name or an office; newspapers and agencies cited as a source; sources and bodies without a name."""

NAMELESS = frozenset({"source", "document"})
"""Kinds of words (`assets/lexicon/speech_words.tsv`) that a speaker without a name begins with: المصدر, البيان."""

GENERIC = NAMELESS | {"institution", "role"}
"""Kinds of words that name nobody when they stand alone: «الوزارة» is another ministry in every article."""

COLUMNS = (
    "published_from",
    "published_to",
    "outlet",
    "speaker",
    "verb",
    "style",
    "content",
    "reader",
)
"""Of the table of statements."""

SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "المذكور", "المذكوره"})
"""What points back and adds no name: المصدر نفسه, الوزارة ذاتها (folded, as keys are)."""


def speakers(view: View, kind: str) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the speakers of one kind of `KINDS`, or all: each once, and each in every outlet."""
    outlets = {
        fold(name).text: view.outlet_name(outlet_id)
        for outlet_id, name in view.store.outlets[["outlet_id", "name_ar"]].itertuples(index=False)
    }

    def named(found: pd.DataFrame) -> pd.DataFrame:
        each = {key: kind_of(key, outlets) for key in found["speaker_key"].unique()}
        kinds = [each[key] for key in found["speaker_key"]]
        names = [
            outlets.get(key.removeprefix("="), name) if which == "media" else name or view.t("speaker.unknown")
            for key, name, which in zip(found["speaker_key"], found["speaker"], kinds, strict=True)
        ]  # fmt: skip
        wanted = np.array([kind in ("all", which) for which in kinds], dtype=bool)
        return found.assign(speaker=names)[wanted].reset_index(drop=True)

    table = named(analysis.counted(view, m.speakers, limit=200))
    each = named(analysis.counted(view, m.speakers, by_outlet=True, limit=200))
    return table, each[each["speaker_key"].isin(set(table["speaker_key"]))]


def kind_of(speaker_key: str, outlets: Collection[str]) -> str:
    """Say which of `KINDS` a speaker is.

    A newspaper or agency that is cited («نقلت رويترز عن…», «بحسب شفق نيوز») passes on what others said: counted
    among the speakers it would stand above them.

    Args:
        speaker_key: As `measures.speakers` gives it.
        outlets: Folded Arabic names of the corpus's outlets. A name of one word («الوطن») is too often something
            else to be known by it.
    """
    if is_nameless(speaker_key):
        return "nameless"
    known = gazetteer.by_id().get(speaker_key)
    if known is not None:
        return "media" if known.details.get("class") == "media" else "named"
    return "media" if " " in speaker_key and speaker_key.removeprefix("=") in outlets else "named"


def is_nameless(speaker_key: str) -> bool:
    """Say whether a speaker is nobody: a source or a document (`=المصدر الامني`), or a bare noun (`=اللجنه`)."""
    if not speaker_key:
        return True
    if not speaker_key.startswith("="):
        return False
    first, *rest = (word for word in speaker_key[1:].split() if word not in SAME)
    kinds = _kinds(first)
    return bool(kinds & NAMELESS) or (
        not rest and bool((kinds | _kinds(first.removeprefix("ال"))) & GENERIC)
    )


@lru_cache(maxsize=16_384)  # asked three thousand times, the dictionary is read whole: a second
def _kinds(word: str) -> frozenset[str]:
    cue = lexicon().words.get(word)
    return frozenset() if cue is None else frozenset(cue.flags)


def claims(view: View, about: str | None) -> tuple[pd.DataFrame, int, Callable[[], pd.DataFrame]]:
    """Return the latest numbers in view, how many there are in all, and the rows of their table in its order."""
    table = analysis.counted(view, m.quantities, about=about, latest=tables.AT_MOST)
    total = int(table.attrs["total"])

    def rows() -> pd.DataFrame:
        code = ordering.code_of(view, "claims")
        if code and total > len(table):  # the first of another order are not the latest
            found: pd.DataFrame = view.kept(
                ("claims", about, code), lambda: all_claims(view, about).head(tables.AT_MOST)
            )
            return found
        latest = view.kept(("claims", about), lambda: _claims(view, table))
        return ordering.in_order(latest, code)

    return table, total, rows


def all_claims(view: View, about: str | None) -> pd.DataFrame:
    """Return every number in view in the order of the table; made when it is asked for, and not kept."""
    every = analysis.named(view, m.quantities(view.store, view.selection, about=about))
    return ordering.in_order(_claims(view, every), ordering.code_of(view, "claims"))


def _claims(view: View, table: pd.DataFrame) -> pd.DataFrame:
    return analysis.read_links(view, analysis.latest_first(table))


def quantities_note(view: View, total: int) -> str:
    """Return what the marks of the numbers mean, and of how many they are the latest."""
    note = view.t("quantities.note")
    return (
        note if total <= CLAIMS else f"{note} {view.t('quantities.latest', n=CLAIMS, total=total)}"
    )


def statements(view: View) -> None:
    """Draw the statements of one speaker or of all, a hundred a page, each with its place in the reader."""
    known = analysis.counted(view, m.speakers, limit=300)
    names = {"*": view.t("speaker.all")}
    for key, speaker, count in zip(
        known["speaker_key"], known["speaker"], known["count"], strict=True
    ):
        names[str(key) or "-"] = f"{str(speaker) or view.t('speaker.unknown')} ({int(count)})"
    who = view.pick(
        "who", list(names), default="*", format=lambda code: names.get(code, code), control="select"
    )
    pages = max(1, -(-_total(known, who) // 100))
    number = view.pick("page", range(1, pages + 1), default=1, control="select") if pages > 1 else 1
    key = None if who == "*" else "" if who == "-" else who
    table = view.measure(m.statements, speaker_key=key, offset=100 * (number - 1), limit=100)
    table = analysis.dated(view, analysis.read_links(view, analysis.named(view, table)))
    table = table.assign(style=[view.t(f"style.{style}") for style in table["style"]])
    title, note = view.t("statements.title"), view.t("statements.note")
    view.parts.append(report.Part(title, note, table=table, columns=COLUMNS))
    cards.table_card(view, table, key="statements", title=title, note=note, columns=COLUMNS, finder=None,
                     selection=view.selection, height=None, lines=lines(view, table))  # fmt: skip


def lines(view: View, table: pd.DataFrame) -> str:
    """Return statements as an HTML list that cuts none: who, what, and below it where and how it was reported."""
    items = []
    for row in table.to_dict("records"):
        when = formats.interval(row["published_from"], row["published_to"], str(row["published_precision"]),
                                view.lang)  # fmt: skip
        who = str(row["speaker"] or "") or view.t("speaker.unknown")
        meta = [
            f"<b><bdi>{esc(row['outlet'])}</bdi></b>",
            f"<bdi>{esc(when or view.t('date.unknown'))}</bdi>",
            f'<span class="rasid-tag">{esc(row["style"])}</span>',
            f"<bdi>{esc(row['verb'] or '')}</bdi>",
            f'<a href="{esc(row["reader"])}" target="_self">{esc(view.t("evidence.read"))}</a>',
        ]
        items.append(
            f'<li><p dir="rtl" lang="ar"><b><bdi>{esc(who)}</bdi></b>: {esc(row["content"])}</p>'
            f'<p class="meta">{" · ".join(meta)}</p></li>'
        )
    return f'<ol class="rasid-evidence">{"".join(items)}</ol>'


def _total(known: pd.DataFrame, who: str) -> int:
    if who == "*":
        return int(known["count"].sum())
    return int(known.loc[known["speaker_key"] == ("" if who == "-" else who), "count"].sum())
