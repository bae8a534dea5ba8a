"""Rasid beside conc, NLTK and scikit-learn: the same queries on the same articles, as ratios.

    python tests/benchmarks/against_peers.py prepare STORE WORK [--articles 20000]
    PEERS/bin/python tests/benchmarks/against_peers.py peers WORK
    python tests/benchmarks/against_peers.py rasid WORK

`prepare` takes the first articles of a store and writes them as a small store and as word lists, so
that every tool counts the same words. `peers` runs in an environment of its own with
tests/benchmarks/requirements-peers.txt. `rasid` times Rasid and prints the ratios: how many times as
long each peer takes. Every answer is fresh; loading is not part of a query. Medians of several runs.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

ROUNDS = 7
SLOW = 5
LEAST = "of a tenth: "
AGAIN = "the same lines again"  # conc keeps what it has found: its times are all of this kind
FEW = 10  # NLTK counts the pairs of one article in ten: of all, it takes minutes and gigabytes
# conc switches these off by name, and fails on a pipeline that has none of them.
_DISABLED = ("parser", "ner", "lemmatizer", "tagger", "senter", "tok2vec", "attribute_ruler")
NODE_RANK = 10  # the node of concordance and collocates: the tenth most frequent listed lemma


def median(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median milliseconds of processor time of a call, the first run left out.

    A call of more than `SLOW` seconds is run once. On a busy machine the wall clock measures the
    neighbours. Rasid works on both cores: at rest it answers sooner than this says, the
    single-threaded peers do not.
    """
    times = []
    for _ in range(rounds + 1):
        begun = time.process_time()
        call()
        times.append((time.process_time() - begun) * 1000)
        if times[0] > SLOW * 1000:
            return times[0]
    return float(np.median(times[1:]))


def yardstick() -> float:
    """Return the milliseconds of processor time of work that is always the same.

    A machine shared with others runs at half its speed at times: taken in both steps, this tells
    whether their times can be compared as they stand.
    """
    values = np.random.default_rng(1).integers(0, 1 << 30, 2_000_000)

    def work() -> None:
        np.unique(values)
        sum(1 for _ in range(500_000))

    return median(work, 5)


def prepare(store: Path, work: Path, articles: int) -> None:
    """Write a store of the first articles, and their lemmas by outlet as plain lists."""
    import duckdb

    from rasid.store.engine import STORE_FILE
    from rasid.store.rollups import create_tables, recount_groups, renew_words
    from rasid.store.schema import FACTS, create_statements

    work.mkdir(parents=True, exist_ok=True)
    (work / STORE_FILE).unlink(missing_ok=True)
    connection = duckdb.connect(str(work / STORE_FILE))
    for statement in create_statements():
        connection.execute(statement)
    connection.execute(f"ATTACH '{store / STORE_FILE}' AS big (READ_ONLY)")
    for name in ("articles", "sentences", "term_counts", *FACTS):
        connection.execute(
            f"INSERT INTO base.{name} BY NAME SELECT * FROM big.base.{name} WHERE article_key IN "
            f"(SELECT article_key FROM big.base.articles ORDER BY hash(article_key) LIMIT {articles})"
        )
    for name in ("outlets", "lemmas", "forms", "entities", "meta"):
        connection.execute(f"INSERT INTO base.{name} BY NAME SELECT * FROM big.base.{name}")
    for step in (create_tables, renew_words, recount_groups):
        step(connection)
    rows = connection.execute(
        "SELECT outlet_id, string_agg(lemma, ' ' ORDER BY position) FROM base.tokens "
        "JOIN base.lemmas USING (lemma_id) JOIN base.articles USING (article_key) "
        "GROUP BY article_key, outlet_id ORDER BY article_key"
    ).fetchall()
    node = connection.execute(
        "SELECT lemma FROM base.term_counts JOIN base.lemmas USING (lemma_id) WHERE NOT stopword "
        f"GROUP BY lemma ORDER BY sum(n) DESC LIMIT 1 OFFSET {NODE_RANK - 1}"
    ).fetchall()[0][0]
    connection.close()
    content = {"node": node, "outlets": [row[0] for row in rows], "texts": [row[1] for row in rows]}
    (work / "texts.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    tokens = sum(text.count(" ") + 1 for text in content["texts"])
    print(f"{len(rows)} articles, {tokens} words, node {node}")


def time_peers(work: Path) -> None:
    """Time NLTK, scikit-learn and conc; write peers.json."""
    content = json.loads((work / "texts.json").read_text(encoding="utf-8"))
    times: dict[str, dict[str, float]] = {"yardstick": {"": yardstick()}}
    for name, run in (("nltk", _nltk), ("scikit-learn", _sklearn), ("conc", _conc)):
        try:
            times[name] = run(content, work)
            print(f"{name} timed", file=sys.stderr, flush=True)
        except Exception as error:  # a peer that cannot run is reported, the others go on
            print(f"{name}: not run ({type(error).__name__}: {error})", file=sys.stderr)
    (work / "peers.json").write_text(json.dumps(times, indent=1), encoding="utf-8")
    print(json.dumps(times, indent=1))


def _main_outlet(content: dict[str, list[str]]) -> str:
    names, counts = np.unique(content["outlets"], return_counts=True)
    return str(names[counts.argmax()])


def _nltk(content: dict[str, list[str]], work: Path) -> dict[str, float]:
    import nltk
    from nltk.collocations import BigramCollocationFinder

    words = [word for text in content["texts"] for word in text.split(" ")]
    text = nltk.Text(words)
    text.concordance_list(content["node"], lines=1)  # builds its index, as loading does
    node = content["node"]

    few = [word for line in content["texts"][::FEW] for word in line.split(" ")]

    def collocates() -> object:
        finder = BigramCollocationFinder.from_words(few, window_size=6)
        finder.apply_ngram_filter(lambda a, b: node not in (a, b))
        return finder.nbest(nltk.collocations.BigramAssocMeasures.dice, 100)

    return {
        "frequency": median(lambda: nltk.FreqDist(words).most_common(200)),
        "concordance": median(lambda: text.concordance_list(node, width=120, lines=100)),
        f"{LEAST}collocates": median(collocates),
    }


def _sklearn(content: dict[str, list[str]], work: Path) -> dict[str, float]:
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.feature_selection import chi2

    vectorizer = CountVectorizer(analyzer=str.split)
    matrix = vectorizer.fit_transform(content["texts"])  # its index: loading, not a query
    outlets = np.array(content["outlets"])
    main = _main_outlet(content)

    def frequency(rows: object = None) -> object:
        chosen = matrix if rows is None else matrix[rows]
        total = np.asarray(chosen.sum(axis=0)).ravel()
        held = np.asarray((chosen > 0).sum(axis=0)).ravel()
        return np.argsort(-total)[:200], held

    def keyness() -> object:
        return [np.argsort(-chi2(matrix, outlets == name)[0])[:30] for name in np.unique(outlets)]

    return {
        "frequency": median(frequency),
        "frequency of one outlet": median(lambda: frequency(np.flatnonzero(outlets == main))),
        "keyness of all outlets": median(keyness, 2),
    }


def _conc(content: dict[str, list[str]], work: Path) -> dict[str, float]:
    import spacy
    from conc.conc import Conc

    model = work / "blank-ar"
    if not model.exists():
        blank = spacy.blank("ar")  # splits at blanks and signs: no download, no model
        for name in _DISABLED:
            blank.add_pipe("sentencizer", name=name)
        blank.to_disk(model)
    main = _main_outlet(content)
    built = {
        name: _conc_corpus(content, work, name, [keep(outlet) for outlet in content["outlets"]])
        for name, keep in (
            ("all", lambda outlet: True),
            ("main", lambda outlet: outlet == main),
            ("rest", lambda outlet: outlet != main),
        )
    }
    every, one = Conc(corpus=built["all"]), Conc(corpus=built["main"])
    one.set_reference_corpus(built["rest"])
    node = content["node"]

    def keyness() -> object:
        found = one.keywords(
            page_size=30, order="log_likelihood", min_frequency=5, min_document_frequency=3,
            show_document_frequency=True,
        )  # fmt: skip
        return found.to_frame()

    return {
        "frequency": median(
            lambda: every.frequencies(page_size=200, show_document_frequency=True).to_frame()
        ),
        "concordance by three words": (
            lines := median(
                lambda: every.concordance(
                    node, context_length=10, order="1R2R3R", page_size=100
                ).to_frame()
            )
        ),
        AGAIN: lines,
        "collocates": median(lambda: every.collocates(node, page_size=100).to_frame()),
        "keyness of one outlet": median(keyness),
    }


def _conc_corpus(
    content: dict[str, list[str]], work: Path, name: str, wanted: list[bool]
) -> object:
    """Build conc's corpus of the texts wanted, or load it when it has been built."""
    from conc.corpus import Corpus

    folder = work / "conc"
    folder.mkdir(exist_ok=True)
    built = folder / f"{name}.corpus"
    if built.exists():
        return Corpus().load(str(built))
    source = folder / f"{name}.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["text", "outlet"])
        rows = zip(content["texts"], content["outlets"], strict=True)
        writer.writerows(row for row, keep in zip(rows, wanted, strict=True) if keep)
    corpus = Corpus(name=name, description=name)
    return corpus.build_from_csv(
        str(source), str(folder), text_column="text", metadata_columns=["outlet"],
        model=str(work / "blank-ar"),
    )  # fmt: skip


def time_rasid(work: Path) -> None:
    """Time Rasid on the same articles and print the ratios to the peers' times."""
    from rasid import measures as m
    from rasid.measures.running import prepare as prepare_words
    from rasid.store.engine import open_store
    from rasid.store.selection import Selection
    from tests.benchmarks.measures import forget

    content = json.loads((work / "texts.json").read_text(encoding="utf-8"))
    peers = json.loads((work / "peers.json").read_text(encoding="utf-8"))
    store, node, main = open_store(work), content["node"], _main_outlet(content)
    everything = Selection()
    prepare_words(store)
    display = (
        m.frequency(store, everything, limit=500).set_index("lemma")["display"].get(node, node)
    )

    def fresh(call: Callable[[], object]) -> float:
        def again() -> None:
            forget(store)
            call()

        return median(again)

    one = Selection(outlets=(main,))
    rest = Selection(outlets=tuple(sorted(set(content["outlets"]) - {main})))
    ours = {
        "frequency": fresh(lambda: m.frequency(store, everything, dispersion=False)),
        "frequency of one outlet": fresh(lambda: m.frequency(store, one, dispersion=False)),
        "concordance": fresh(lambda: m.concordance(store, everything, display)),
        "concordance by three words": fresh(
            lambda: m.concordance(store, everything, display, sort=("after1", "after2", "after3"))
        ),
        AGAIN: median(
            lambda: m.concordance(store, everything, display, sort=("after1", "after2", "after3"))
        ),
        "collocates": fresh(lambda: m.collocates(store, everything, display)),
        "keyness of all outlets": fresh(lambda: m.keyness(store, everything)),
        "keyness of one outlet": fresh(lambda: m.keyness_between(store, one, rest)),
    }
    before, after = peers.pop("yardstick")[""], yardstick()
    print(f"the same work took {before:.0f} ms beside the peers and {after:.0f} ms beside Rasid")
    behind = []
    for query, mine in ours.items():
        theirs = []
        for name, times in peers.items():
            for found, sign in ((query, ""), (LEAST + query, ">")):
                if found in times:
                    ratio = times[found] / mine
                    theirs.append(f"{name} {sign}{times[found]:.0f} ms ({sign}x{ratio:.1f})")
                    if ratio < 1:
                        behind.append(f"{query} ({name})")
        print(f"{query:26s} rasid {mine:7.2f} ms   " + "   ".join(theirs))
    print("behind: " + (", ".join(behind) or "nowhere"))


def main() -> None:
    """Run the step named on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("step", choices=["prepare", "peers", "rasid"])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--articles", type=int, default=20_000)
    options = parser.parse_args()
    if options.step == "prepare":
        prepare(options.folders[0], options.folders[1], options.articles)
    elif options.step == "peers":
        time_peers(options.folders[0])
    else:
        time_rasid(options.folders[0])


if __name__ == "__main__":
    main()
