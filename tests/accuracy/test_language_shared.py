"""The same measures on the measuring material beside the checkout; nothing of it is kept here."""

import importlib.util
import sys

import pytest

from rasid.language import is_stopword, lemmatize, segment

pytestmark = [pytest.mark.accuracy, pytest.mark.shared]
FUNCTION = {"ADP", "CONJ", "CCONJ", "SCONJ", "PRON", "DET", "PART", "AUX"}
CONTENT = {"NOUN", "PROPN", "ADJ", "VERB"}


@pytest.fixture(scope="module")
def tool(shared):
    path = shared / "tools" / "lemma_grouping.py"
    if not path.is_file():
        pytest.skip("../shared/tools/lemma_grouping.py is missing")
    spec = importlib.util.spec_from_file_location("lemma_grouping", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules["lemma_grouping"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def treebank(shared):
    path = shared / "gold" / "padt-dev.conllu"
    if not path.is_file():
        pytest.skip("../shared/gold/padt-dev.conllu is missing")
    return path


def words(tool, treebank):
    for sentence in tool.sentences(treebank):
        for surface, parts in tool.words_rebuilt(sentence):
            if tool.ARABIC.match(surface) and all(part.upos != "X" for part in parts):
                yield surface, parts


def test_lemmas(tool, treebank):
    pairs = [(gold, lemmatize(word)) for word, gold in tool.content_items(treebank)]
    assert tool.b_cubed(pairs)[2] >= 97.7


def test_lemmas_of_careless_spelling(tool, treebank):
    def careless(word, number):
        typed = "".join(
            "ا" if c in "أإآ" and (number + at) % 5 < 2 else c for at, c in enumerate(word)
        )
        return typed[:-1] + "ى" if typed.endswith("ي") else typed

    items = list(tool.content_items(treebank))
    clean = tool.b_cubed([(gold, lemmatize(word)) for word, gold in items])[2]
    noisy = tool.b_cubed([(gold, lemmatize(careless(w, n))) for n, (w, gold) in enumerate(items)])
    assert clean - noisy[2] <= 1.5


def test_lemma_groups_of_the_five_articles(tool, shared):
    lines = (shared / "gold" / "lemma_groups.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if "\t" in line and not line.startswith("#")]
    pairs = [(head, lemmatize(form)) for head, forms in rows for form in forms.split()]
    assert tool.b_cubed(pairs)[2] >= 99.0


def test_segments(tool, treebank):
    right = total = 0
    for surface, parts in words(tool, treebank):
        forms = [tool.bare(part.form) for part in parts]
        base = 0
        while (
            base < len(parts) - 1
            and forms[base] in tool.PROCLITICS
            and parts[base].upos in ("CONJ", "ADP", "PART", "AUX", "SCONJ")
        ):
            base += 1
        gold = ("".join(forms[:base]), "".join(forms[base + 1 :]).replace("ى", "ي"))
        found = segment(surface)
        right += gold == ("".join(found.proclitics), "".join(found.enclitics))
        total += 1
    assert right >= 0.99 * total


def test_stopwords(tool, treebank):
    function = caught = content = lost = 0
    for surface, parts in words(tool, treebank):
        kinds = {part.upos for part in parts}
        stop = is_stopword(lemmatize(surface))
        if kinds <= FUNCTION:
            function += 1
            caught += stop
        elif kinds & CONTENT:
            head = max((p for p in parts if p.upos in CONTENT), key=lambda p: len(p.form))
            if tool.gold_key(head.lemma) not in ("كان", "ليس"):
                content += 1
                lost += stop
    assert caught >= 0.98 * function
    assert lost <= 0.005 * content
