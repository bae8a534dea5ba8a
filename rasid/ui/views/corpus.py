"""The corpus page's sections: adding articles, problems, corrections."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from rasid import settings
from rasid.errors import RasidError
from rasid.ui.escape import esc
from rasid.ui.upkeep import adding, rebuild

if TYPE_CHECKING:
    from rasid.corpus.corrections import Corrections
    from rasid.ui.page import View

POLL_SECONDS = 0.5


def progress(view: View) -> None:
    """Draw the rebuild that runs, or what the last one did; nothing when there was none."""
    job = rebuild.job()
    if job.running:
        _running(view)
    elif job.error is not None:
        st.error(job.error.text(view.lang))
    elif job.summary is not None:
        s = job.summary
        parts = [view.t(f"build.{name}", n=s[name]) for name in ("read", "articles", "problems")]
        st.success(" · ".join([*parts, view.t("build.seconds", n=round(s["seconds"], 1))]))


@st.fragment(run_every=POLL_SECONDS)
def _running(view: View) -> None:
    job = rebuild.job()
    if not job.running:
        st.rerun()  # the whole page: the new store is open now
    share = min(1.0, job.done / job.total) if job.total else 0.0
    stage = view.t(f"build.stage.{job.stage}")
    words = view.t("build.progress", stage=stage, done=job.done, total=job.total)
    st.progress(share, text=words if job.total else view.t("build.starting", n=len(job.added)))


def begin(view: View, added: list[Any] | None = None) -> None:
    """Start a rebuild and show it; the page says so when one is running already."""
    before = frozenset(view.store.articles["article_id"])
    if not rebuild.start(added or (), before):
        st.warning(view.t("build.busy"))
        return
    st.rerun()


def add(view: View) -> None:
    """Draw the ways to add articles, and what was found in those added last."""
    view.heading("add.title")
    if not adding.allowed():
        st.info(view.t("add.forbidden"))
        return
    found(view)
    where = esc(view.t("add.where"))
    st.html(f'<p class="rasid-note">{where} <code>{esc(adding.added_folder())}</code></p>')
    with st.form("corpus.upload", clear_on_submit=True):
        # Of any type: what is not read is named among the problems, with what to do instead.
        # Streamlit tells the limit in English alone.
        label = view.t("add.upload", size=st.get_option("server.maxUploadSize"))
        uploads = st.file_uploader(label, accept_multiple_files=True, key="corpus.files")
        sent = st.form_submit_button(view.t("add.upload.go"), icon=":material/upload:")
    with st.form("corpus.folder"):
        named = st.text_input(view.t("add.folder"), key="corpus.folder.name", placeholder="/home/…")
        copied = st.form_submit_button(view.t("add.folder.go"), icon=":material/folder_open:")
    try:
        if sent and uploads:
            _added(view, adding.add_uploads((file.name, file.getvalue()) for file in uploads))
        if copied and not named.strip():
            st.info(view.t("add.folder.none"))
        elif copied:
            _added(view, adding.add_folder(named))
    except RasidError as error:
        st.error(error.text(view.lang))
    if st.button(view.t("build.again.all"), icon=":material/refresh:", key="corpus.rebuild"):
        begin(view)


def _added(view: View, kept: list[Any]) -> None:
    if kept:
        begin(view, kept)
    else:
        st.info(view.t("add.known"))


def found(view: View) -> None:
    """Draw what the last rebuild found in each article that is new."""
    job = rebuild.job()
    if job.running or job.summary is None or not job.added:
        return
    table = view.store.articles
    new = table[~table["article_id"].isin(job.before)]
    title = view.t("found.title", n=len(new))
    if new.empty:
        view.heading("found.title", n=0)
        view.say("found.none")
    else:
        view.table(_facts(view, new), key="found", title=title, note=view.t("found.table"))
    there = [path for path in job.added if path.is_file()]
    if there and st.button(
        view.t("found.undo", n=len(there)), icon=":material/undo:", key="corpus.unadd"
    ):
        adding.remove(there)
        begin(view)


def _facts(view: View, new: pd.DataFrame) -> pd.DataFrame:
    """Return one row an article: its outlet, date and method, and how much of each kind was found."""
    keys = ", ".join(str(int(key)) for key in new["article_key"])
    rows = new[
        [
            "article_key",
            "title",
            "published_from",
            "published_to",
            "published_precision",
            "n_tokens",
        ]
    ]
    rows = rows.assign(
        outlet=new["outlet_id"].map(view.outlet_name),
        reader=new["article_id"].map(view.reader_link),
        method=new["published_method"].map(lambda m: view.t(f"method.{m or 'none'}")),
    )
    for name in ("mentions", "speech", "dates", "quantities", "frames", "cuts"):
        counts = view.store.frame(
            f"SELECT article_key, count(*) AS n FROM base.{name} WHERE article_key IN ({keys}) GROUP BY 1"
        )
        found_here = dict(zip(counts["article_key"], counts["n"], strict=True))
        rows[name] = [int(found_here.get(key, 0)) for key in rows["article_key"]]
    return rows[["outlet", "title", "reader", "published_from", "published_to", "published_precision", "method",
                 "n_tokens", "mentions", "speech", "dates", "quantities", "frames", "cuts"]]  # fmt: skip


def corrections(view: View) -> None:
    """Draw the form that sets an article's outlet or date right, and the corrections there are."""
    from rasid.corpus.corrections import Corrections

    view.heading("corrections.title")
    view.say("corrections.note")
    path = settings.edits_folder() / "corrections.csv"
    kept = Corrections.load(path)
    if adding.allowed():
        _correct(view, path, kept)
    else:
        st.info(view.t("add.forbidden"))
    if kept.records:
        _kept(view, path, kept)


def _correct(view: View, path: Any, kept: Corrections) -> None:
    from rasid.corpus.corrections import Correction

    table = view.store.articles
    titles = {
        str(row["article_id"]): f"{view.outlet_name(str(row['outlet_id']))} – {row['title']}"
        for row in table[["article_id", "outlet_id", "title"]].to_dict("records")
    }
    article = view.pick("article", list(titles), default=next(iter(titles), ""), control="select",
                        label=view.t("corrections.article"), format=titles.__getitem__)  # fmt: skip
    field = view.pick("field", ("outlet", "published", "title"), default="outlet",
                      label=view.t("corrections.field"))  # fmt: skip
    with st.form("corpus.correct", clear_on_submit=True):
        if field == "outlet":
            outlets = view.store.outlets["outlet_id"].tolist()
            value = st.selectbox(view.t("corrections.outlet"), outlets, format_func=view.outlet_name,
                                 accept_new_options=True, key="corpus.correct.outlet")  # fmt: skip
        else:
            label = "corrections.published" if field == "published" else "corrections.new"
            value = st.text_input(view.t(label), key="corpus.correct.value")
        why = st.text_input(view.t("corrections.why"), key="corpus.correct.why", max_chars=300)
        if st.form_submit_button(view.t("corrections.save")) and value and article:
            now = datetime.now().isoformat(timespec="minutes")
            path.parent.mkdir(parents=True, exist_ok=True)
            kept.add([Correction(article, field, str(value).strip(), "", now, why)]).save(path)
            begin(view)


def _kept(view: View, path: Any, kept: Corrections) -> None:
    rows = pd.DataFrame(
        [(r.article, view.t(f"field.{r.field}"), r.value, r.when, r.why) for r in kept.records],
        columns=["article_id", "field", "value", "when", "why"],
    )
    view.table(rows, key="corrections", title=view.t("corrections.table", n=len(rows)))
    if adding.allowed() and st.button(
        view.t("corrections.undo"), icon=":material/undo:", key="corpus.undo"
    ):
        type(kept)(kept.records[:-1]).save(path)
        begin(view)


def methods(view: View) -> None:
    """Draw how every number is made, in plain words and as formulas."""
    view.heading("methods.title")
    for name in METHODS:
        st.html(
            f"<h3>{esc(view.t(f'methods.{name}.title'))}</h3><p>{esc(view.t(f'methods.{name}.text'))}</p>"
        )
        if name in FORMULAS:
            st.latex(FORMULAS[name])


METHODS = ("body", "date", "outlet", "copies", "voice", "lemma", "rate", "dispersion", "keyness", "collocates",
           "similarity", "promises", "quantities", "frames", "refusals")  # fmt: skip

FORMULAS = {
    "copies": r"C(A,B)=\frac{|S_3(A)\cap S_3(B)|}{\min(|S_3(A)|,|S_3(B)|)}\ \ge\ 0.35",
    "rate": r"r=10{,}000\cdot\frac{f}{N}",
    "dispersion": r"DP=\tfrac12\sum_{i=1}^{n}\left|\frac{f_i}{f}-\frac{s_i}{N}\right|,\qquad "
    r"DP_{norm}=\frac{DP}{1-\min_i (s_i/N)}",
    "keyness": r"G^2=2\sum_{i}O_i\ln\frac{O_i}{E_i},\qquad LR=\log_2\frac{f_A/N_A}{f_B/N_B}",
    "collocates": r"\mathrm{logDice}=14+\log_2\frac{2f_{xy}}{f_x+f_y},\qquad MI=\log_2\frac{f_{xy}N}{f_x f_y}",
    "similarity": r"JSD=\sqrt{\tfrac12 KL(P\,\|\,M)+\tfrac12 KL(Q\,\|\,M)},\quad M=\tfrac12(P+Q)",
}
