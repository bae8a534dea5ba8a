"""How well the language room reads words, on gold of our own, with the floors it must not sink below."""

from collections import Counter
from pathlib import Path

import pytest

from rasid.language import is_stopword, lemmatize, segment, tokenize

pytestmark = pytest.mark.accuracy
HERE = Path(__file__).parent


def rows(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def b_cubed(pairs):
    """B-cubed F1 of (gold, found) pairs, in percent."""
    both, n = Counter(pairs), len(pairs)
    gold, found = Counter(g for g, _ in pairs), Counter(f for _, f in pairs)
    precision = sum(c * c / found[f] for (_, f), c in both.items()) / n
    recall = sum(c * c / gold[g] for (g, _), c in both.items()) / n
    return 200 * precision * recall / (precision + recall)


def groups():
    for head, forms in rows("language_groups.tsv"):
        for form in forms.split():
            yield head, form


def test_lemmas_group_the_forms_of_a_word():
    assert b_cubed([(head, lemmatize(form)) for head, form in groups()]) >= 98.5


def test_dropped_hamzas_cost_little():
    careless = str.maketrans("أإآ", "ااا")
    pairs = []
    for head, form in groups():
        typed = form.translate(careless)
        pairs.append((head, lemmatize(typed[:-1] + "ى" if typed.endswith("ي") else typed)))
    assert b_cubed(pairs) >= 97.5


def test_words_are_taken_apart():
    wrong = []
    for word, front, back in rows("language_segments.tsv"):
        parts = segment(word)
        got = ("".join(parts.proclitics) or "-", "".join(parts.enclitics) or "-")
        if got != (front, back):
            wrong.append((word, got))
    assert len(wrong) <= 2, wrong


FUNCTION = """في وفي على عليها إلى إليه من ومنها عن عنهم مع معه بين وبينهم لدى لديه عند حول دون قبل وبعد تحت
فوق ضد نحو أمام خلال منذ حتى هذا وهذه لهذا بهذه ذلك تلك هؤلاء الذي والتي الذين للتي هو وهي هم أنا نحن أن أنه
وأنها بأن إن إنه لأن لكن ولكنه لا ولا لم لن قد فقد سوف هل ما بما مما كما عندما حيث إذا لو ثم بل أو أم
كان كانت ويكون ليس له لها بها به وله لنا كي لكي بينما إلا سوى هناك هنا كذلك لذلك عبر ضمن رغم"""
CONTENT = """عام مليون اليوم الأول أمس قال العراق قوات دولة مدينة وزير كبير جديد عمل سنة شهر مئة ألف ثلاثة نصف
شكل بشكل صورة نفس جهة طريق علي حسن الأم يمثل يعبر ولاية والي منى قتلى عليا وعد فعلي بلد كتاب لجنة كرة سيارة
فريق وفد بيت باب تمام حال مقابل نهاية بداية داخل خارج وسط شمال جنوب شرق غرب قرب حق أمر رأس يد عين"""


def test_function_words_are_stopwords_and_content_words_are_not():
    function, content = FUNCTION.split(), CONTENT.split()
    caught = sum(is_stopword(lemmatize(word)) for word in function)
    lost = [word for word in content if is_stopword(lemmatize(word))]
    assert caught >= 0.99 * len(function)
    assert lost == []


TOKENISED = [
    "أعلن | التحالف | ، | في | 9 | كانون | الأول | 2021 | ، | انتهاء | مهمته | القتالية | .",
    "غادر | نحو | 2,500 | جندي | ( | 40 | % | منهم | ) | قاعدة | عين | الأسد | عند | 10:30 | صباحا | .",
    'وصف | البيان | ذلك | بـ | " | الخطوة | الأولى | " | و | 2026 | بـ | « | الموعد | النهائي | » | .',
    "د | . | سالم | : | لا | تعليق | ! | ؟",
    "بلغت | الكلفة | 1.5 | مليار | دولار | - | أي | 3 | / | 4 | الميزانية | ...",
]


def test_tokens():
    for line in TOKENISED:
        tokens = line.split(" | ")
        text = " ".join(tokens)
        assert [text[t.start : t.end] for t in tokenize(text)] == tokens
        glued = text.replace(" ،", "،").replace(" .", ".").replace("« ", "«").replace("و 2", "و2")
        assert [glued[t.start : t.end] for t in tokenize(glued)] == tokens
