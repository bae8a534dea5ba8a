"""Hedges and bounds of a number: نحو، أكثر من before it, على الأقل after it, a verb of exceeding further off."""

from __future__ import annotations

from typing import Final

from rasid.language import fold_word
from rasid.language.numbers import NUMBER_WORDS
from rasid.language.numbers_scan import Words, folded_words

# Each hedge is read backwards from the number; longer ones first.
HEDGES: Final = (
    "ما يربو على", "يربو على", "تربو على", "ما يربو عن", "يربو عن", "ما ينيف على", "ينيف على", "ما ينيف عن", "ينيف عن",
    "ما لا يقل عن", "لا يقل عن", "لا تقل عن", "يقل عن", "تقل عن", "ما يزيد على", "ما يزيد عن",
    "لا يزيد على", "لا يزيد عن", "يزيد على",
    "يزيد عن", "تزيد على", "تزيد عن", "لا تزيد على", "لا تزيد عن", "زاد على", "زاد عن", "ما يقرب من", "يقرب من",
    "تقرب من", "يقترب من", "تقترب من", "اقترب من", "اقتربت من",
    "ما يقارب من", "ما يقارب", "يقارب", "تقارب", "ما يناهز", "يناهز", "تناهز", "ناهز",
    "لا يتجاوز", "لا تتجاوز", "لا يجاوز", "لا تجاوز", "يجاوز",
    "يتجاوز", "تتجاوز", "تجاوز", "تجاوزت", "لا يتعدى", "لا تتعدى", "يتعدى", "تتعدى", "ناهزت", "قاربت", "فاقت",
    "تخطت", "متجاوزا", "متجاوزة", "متخطيا", "متخطية", "أكثر من", "أقل من", "أزيد من", "أكبر من", "أعلى من",
    "أدنى من", "في حدود", "حدود", "حوالي", "حوالى",
    "نحو", "قرابة", "زهاء", "فوق", "دون", "ما دون",
    "ما يفوق", "لا يفوق", "لا تفوق", "يفوق", "تفوق", "فاق", "تخطى", "على الأقل",
    "كحد أدنى", "كحد أقصى", "أكثر بقليل من",
    "أقل بقليل من", "ما يصل إلى", "ما يصل حتى", "حتى", "يصل إلى", "تصل إلى", "يصل عددهم إلى", "يصل عددها إلى", "بحدود",
)  # fmt: skip
AFTER_HEDGES: Final = (
    "تقريبا",
    "علي الاقل",
    "علي الاكثر",
    "كحد ادني",
    "كحد اقصي",
    "او اكثر",
    "فاكثر",
    "فما فوق",
    "ونيف",
    "ونيفا",
)


def hedge_cut(word: str) -> int:
    """Return 1 when the word opens a hedge with a proclitic before it (وأكثر من، بنحو), else 0."""
    return 1 if word[:1] in ("و", "ب", "ل", "ف") and word[1:] in _FIRST_OF_HEDGE else 0


def hedge_before(w: Words, i: int) -> int | None:
    """Return the word where the hedge or bound before word `i` begins, or None.

    "ما بين" is no hedge: it opens a range.
    """
    if w.words[i - 1] not in LAST_OF_HEDGE:
        return None
    for length in (4, 3, 2, 1):
        if length > i:
            continue
        known = _BY_LENGTH.get(length)
        if known and tuple(w.words[i - length : i]) in known and _together(w, i - length, i):
            that = w.words[i - 1] == "الي" and w.words[i - length - 1] in _THAT
            reached = that and w.words[i - length - 2] not in _MAY
            reached = reached and not w.words[i - length].endswith(
                "ما"
            )  # إن ما يصل إلى 40: a bound
            reached = reached or (w.words[i - 1] == "حتي" and _is_through(w, i - length))
            border = length == 1 and w.words[i - 1] == "حدود"
            reached = reached or (border and w.words[i - 2] in _BORDERING)
            return None if reached else i - length
    return None


def _is_through(w: Words, i: int) -> bool:
    """Tell whether حتى at word `i` ends a range (من 30 حتى 40 مليون) and is no bound (يقل حتى 40 راكبا)."""
    return any(word[:1].isdigit() or word in NUMBER_WORDS for word in w.words[max(0, i - 2) : i])


_BORDERING: Final = folded_words("على قبل وفق ضمن داخل خلف خارج")
"""Words before a border, which is no hedge: على حدود 1967."""
_MAY: Final = folded_words(
    "يمكن ويمكن ممكن الممكن يحتمل المحتمل"
)  # يمكن أن تصل إلى 35 عاما: a bound
_THAT: Final = folded_words("أن بأن لأن")  # توقعات بأن تصل إلى 2.9 بليون: reached, not bounded


def _together(w: Words, first: int, end: int) -> bool:
    return all(w.near(k) for k in range(first + 1, end)) and w.gaps[end].strip(' («"“') == ""


def _written() -> frozenset[tuple[str, ...]]:
    """Return the folded words of each hedge; ما and لا are also written onto the verb (مايزيد على، ما لايقل عن)."""
    found = {tuple(fold_word(word) for word in hedge.split()) for hedge in HEDGES}
    for particle in ("لا", "ما"):
        for hedge in tuple(found):
            if particle in hedge[:-1]:
                k = hedge.index(particle)
                found.add((*hedge[:k], particle + hedge[k + 1], *hedge[k + 2 :]))
    return frozenset(found)


def _by_length() -> dict[int, frozenset[tuple[str, ...]]]:
    table: dict[int, set[tuple[str, ...]]] = {}
    for words in _written():
        bare = words[-1] == "الي" and words[0] != "ما"  # بما يصل إلى
        for lead in ("", "و") if bare else ("", "و", "ب", "ل", "ف"):
            table.setdefault(len(words), set()).add((lead + words[0], *words[1:]))
    return {length: frozenset(words) for length, words in table.items()}


_BY_LENGTH: Final = _by_length()
_FIRST_OF_HEDGE: Final = frozenset(words[0] for words in _written())
LAST_OF_HEDGE: Final = frozenset(hedge[-1] for known in _BY_LENGTH.values() for hedge in known)


# A verb of exceeding or nearing with its subject between it and the number (يزيد طولها على 600، تجاوز عددهم 2500).
_LOOSE_VERBS: Final = folded_words(
    "سيزيد ستزيد وستزيد يزيد تزيد زاد زادت ويزيد وتزيد يقل تقل قل "
    "تجاوز تجاوزت يتجاوز تتجاوز وتجاوز يفوق تفوق فاق فاقت يناهز تناهز ناهز "
    "يقارب تقارب قارب يتعدى تتعدى تعدى تخطى تخطت يتخطى بتجاوز"
)


_EXACTLY: Final = folded_words(
    "بلغ بلغت يبلغ تبلغ قدره قدرها البالغ البالغة بقيمة بنسبة تقديرات توقعات التوقعات التقديرات"
)
# Without على or عن these tell of a rise (زاد السهم 6 بالمئة).
_OVER_AND_UNDER: Final = folded_words(
    "يزيد تزيد زاد زادت ويزيد وتزيد سيزيد ستزيد وستزيد يقل تقل قل"
)


# These govern a number past a long subject: تتجاوز مساهمة البطولة في الناتج المحلي 30 مليار دولار.
_SURPASS: Final = folded_words("بتجاوز تتجاوز يتجاوز تتخطى يتخطى تتعدى يتعدى")
_BESIDE, _GOVERNED = 4, 8
_OVER: Final = ("علي", "عن")


def is_loosely_hedged(w: Words, i: int) -> bool:
    """Tell whether a verb of exceeding or nearing governs the number at word `i` from a few words before."""
    if _LOOSE_VERBS.isdisjoint(w.words[max(0, i - _GOVERNED) : i]) or not w.near(i):
        return False
    if w.words[i - 1] in _WITHIN:
        return False
    for k in range(i - 1, max(-1, i - 1 - _GOVERNED), -1):
        word, far = w.words[k], i - k > _BESIDE
        if word in _EXACTLY or word[:1].isdigit() or (far and word in NUMBER_WORDS):
            return False  # فاق متوسط توقعات بلغ 4.77 بليون
        if word in _LOOSE_VERBS and (not far or word in _SURPASS or w.words[i - 1] in _OVER):
            if word == "قارب" and w.words[k - 1][:1].isdigit():
                return False  # 53 قارب
            return word not in _OVER_AND_UNDER or w.words[i - 1] in _OVER
        if not w.near(k):
            return False
    return False


# لا يتجاوز المبلغ خلال ثلاثة أشهر، واحدا من كل 27
_WITHIN: Final = frozenset(("في", "خلال", "منذ", "بعد", "قبل", "كل", "بين", "مدي"))


def hedge_after(w: Words, end: int) -> int | None:
    """Return the word after the hedge that follows a quantity (تقريباً، على الأقل), or None."""
    one = w.words[end]
    if one == "في" and w.words[end + 1] == "الاقل":
        return end + 2
    if one not in FIRST_AFTER or not w.near(end):
        return None
    if one in AFTER_HEDGES:
        return end + 1
    return end + 2 if f"{one} {w.words[end + 1]}" in AFTER_HEDGES else None


def bounded_after(w: Words, end: int) -> int | None:
    """Return `hedge_after`, also past one adjective (3400 مواطن غربي على الأقل)."""
    if w.words[end] in FIRST_AFTER or w.words[end] == "في":
        return hedge_after(w, end)
    if w.words[end + 1] in FIRST_AFTER and w.near(end) and w.words[end].endswith(_ADJECTIVAL):
        return hedge_after(w, end + 1)
    return None


_ADJECTIVAL: Final = ("ي", "يه", "يا", "ين", "ون", "يات")
FIRST_AFTER: Final = frozenset(hedge.split()[0] for hedge in AFTER_HEDGES)
