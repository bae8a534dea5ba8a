"""Whom a text says its sources spoke to, listed or not: "told «X»", "told agency X", "the correspondent of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.outlets.naming import CITIES, is_newslike
from rasid.corpus.outlets.openings import SPEAKING
from rasid.language import fold

_NAME: Final = r"[^\W_]{2,}(?:[ .\-][^\W_]+){0,2}?"
_TOLD_KIND: Final = r"(?:ال)?(?:وكاله(?: انباء| الانباء)?|موقع|شبكه|منصه) "
_QUOTED: Final = re.compile(
    rf"(?<!\w)ل ?(?P<kind>{_TOLD_KIND})?[\"“«(] ?(?P<name>{_NAME}) ?[\"”»)](?=\s?[،,:.]| ان(?:ه|ها)?\b| عن\b)"
)
# "told agency / X /". Folded.
_SLASHED: Final = re.compile(
    rf"(?<!\w)ل(?P<kind>{_TOLD_KIND})/ ?(?P<name>{_NAME}) ?/(?=\s?[،,:.]| ب?ان(?:ه|ها)?\b| عن\b| ب\w)"
)
# "«X» had this talk with him": the interviewer's own words. Folded.
_INTERVIEWED: Final = re.compile(
    rf"(?<!\w)[وف]?كان(?:ت)? ل ?(?P<kind>{_TOLD_KIND})?[\"“«(] ?(?P<name>{_NAME}) ?[\"”»)] "
    r"(?:معه|معها|معهم|هذا|هذه|لقاء|حوار|حديث)\b"
)
_OF_KIND: Final = re.compile(
    rf"(?<!\w)ل(?P<name>(?!ل){_TOLD_KIND}{_NAME})(?=\s?[،,:]| ب?ان(?:ه|ها)?\b)"
)
# "the correspondent of «X»", "of agency X", "of X in Baghdad". Folded.
_CORRESPONDENT: Final = re.compile(
    rf"(?<!\w)ل?مراسله? (?P<name>{_TOLD_KIND}?[\"“«]{_NAME}[\"”»]|{_TOLD_KIND}{_NAME}"
    rf"(?=\s?[،,]| (?:في|ان|ب(?!رس\b)\w+)\b)"
    rf"|(?!ال)[^\W\d_]{{3,}}(?= في (?P<town>[^\W\d_]+)))"
)
# "which X followed", "a statement reached X". Folded.
_REACHED: Final = re.compile(
    rf"(?<!\w)(?:و?تابعت(?:ه|ها)|تابعها|طالعت(?:ه|ها)|اطلعت? عليه|رصدت(?:ه|ها)|ترجمت(?:ه|ها)|وردت? (?:الي |ل)|"
    rf"تلقاها?|تسلمها?|حصل عليها?) ?(?P<name>{_NAME})"
    rf"(?=\s?[،,\n]| ب?ان(?:ه|ها)?\b)"
)
# "in a statement that he gave to X alone". Folded.
_ALONE: Final = re.compile(
    rf"(?<!\w)(?:خصه|خص بها?|خصها|خص) ل?(?P<name>{_TOLD_KIND}{_NAME})(?=\s?[،,:]| ب?ان(?:ه|ها)?\b)"
)
# "the editor of X noted". Folded.
_EDITOR: Final = re.compile(
    rf"(?<!\w)و?(?:رصد|طالع|اطلع|علم|تابع) محررو? (?P<name>[\"“«]{_NAME}[\"”»]|{_TOLD_KIND}[^\W\d_]{{3,}}"
    r"|[^\W\d_]{3,} (?:نيوز|برس|نت|اونلاين|ميديا|بوست|تايمز|الاخباري|الاخباريه))(?= \w)"
)
# "the team of translators at platform (X)". Folded.
_TEAM: Final = re.compile(
    rf"(?<!\w)فريق (?:ال)?[^\W\d_]+ (?:في|لدي|ب) ?(?P<name>{_TOLD_KIND}[\"“«(] ?{_NAME} ?[\"”»)])"
)
# "«X» asked the ministry". Folded.
_ASKED: Final = re.compile(rf"[\"“«](?P<name>{_NAME})[\"”»] (?:سالت|استطلعت|حاورت|جالت)\b")
# "follow the details at X." within the lead. Folded.
_DETAILS: Final = re.compile(
    rf"(?<!\w)(?:تابع(?:وا)?|اقرا(?:وا)?) (?:كامل |كل )?(?:التفاصيل|المزيد|القصه|الخبر) (?:الكامله? )?"
    rf"(?:علي|عبر|في) (?:{_TOLD_KIND})?(?P<name>{_NAME})(?=\s?[.!]|\n)"
)
# "our newspaper «X»", "sources of agency «X»". Folded.
_OURS: Final = re.compile(
    rf"(?<!\w)[لبو]?(?:صحيفتنا|جريدتنا|موقعنا|وكالتنا|قناتنا|منصتنا|شبكتنا|مجلتنا) "
    rf"(?!ال\w+ي\b)[\"“«(]?(?P<name>{_NAME})(?=[\"”»)]|[،,.]| )"
)
_SOURCES: Final = re.compile(
    rf"(?<!\w)مصادر (?:خاصه )?[\"“«] ?(?P<name>{_TOLD_KIND}{_NAME}) ?[\"”»]"
)
# "network X documented the killing of", "X 24 recorded": told twice it is the site's own count. Folded.
_COUNTED: Final = re.compile(
    rf"(?<!\w)و?(?:وثقت|رصدت|سجلت|احصت) (?P<name>(?:شبكه|موقع|وكاله|منصه) {_NAME}|[^\W\d_]{{4,}} (?:24|360|365))"
    r"(?=\s?[،,]| (?:مقتل|خلال|ما لا|اصابه|ان|حوادث|اعتقال)\b)"
)
# "told agency X of Britain": said of others. Folded.
_FROM: Final = re.compile(r"\s*ال\w+ي[هن]\b")
_LETTERS: Final = frozenset({"سي", "بي", "ان", "ام", "تي", "في", "اي", "اس", "ار"})
_SIGN: Final = re.compile(r"[\"“”«(]")
_DIGITS: Final = re.compile(r"[^\W\d_] ?\d{2,4}$")
_MOST: Final = 4
_CLAUSE: Final = 80
"""Characters before "to X" in which its verb stands."""
_RULES: Final = (
    (_QUOTED, 2, 2, ("ل",)),
    (_SLASHED, 4, 4, ("لوكاله /", "لموقع /", "لشبكه /", "لمنصه /")),
    (_INTERVIEWED, 4, 3, ("كان",)),
    (
        _OF_KIND,
        2,
        0,
        ("لوكاله ", "لموقع ", "لشبكه ", "لمنصه ", "لالوكاله ", "لالموقع ", "لالشبكه "),
    ),
    (_CORRESPONDENT, 4, 3, ("مراسل",)),
    (_REACHED, 4, 0, ("تابع", "طالع", "طلع", "رصدت", "ترجمت", "ورد", "تلقاه", "تسلمه", "حصل علي")),
    (_ASKED, 4, 3, ("سالت", "استطلعت", "حاورت", "جالت")),
    (_OURS, 4, 4, ("نا ",)),
    (_ALONE, 4, 0, ("خص",)),
    (_EDITOR, 4, 0, ("محرر",)),
    (_DETAILS, 4, 0, ("التفاصيل", "المزيد", "القصه", "الخبر")),
    (_TEAM, 4, 0, ("فريق",)),
    (_SOURCES, 4, 0, ("مصادر",)),
    (_COUNTED, 2, 0, ("وثقت ", "رصدت ", "سجلت ", "احصت ")),
)
"""Each rule with the points of a name that says what it is, of another, and of what one must stand in the text."""


def told_names(body: str) -> Iterator[tuple[str, str, int, int, str]]:
    """Yield each name that a text tells of so: the kind of cue, name, points if marked and if plain, the words.

    Told once may be another's; told twice, or a correspondent and what reached it, is the site itself.
    """
    whole = fold(body)
    folded = whole.text
    counts: dict[tuple[str, str], list[int]] = {}
    seen: dict[tuple[str, str], str] = {}
    for rule, marked, plain, hints in _RULES:
        if not any(hint in folded for hint in hints):
            continue
        for match in rule.finditer(folded):
            if rule in (_QUOTED, _OF_KIND) and (
                _FROM.match(folded[match.end() : match.end() + 20])
                or not SPEAKING.search(folded, max(0, match.start() - _CLAUSE), match.start())
            ):
                continue
            groups = match.groupdict()
            if groups.get("town") and groups["town"] not in CITIES:
                continue
            name = (groups.get("kind") or "") + match["name"]
            name = re.sub(r"[\"“”«»()]", "", name).strip()
            if name.split()[-1] in _LETTERS:
                continue  # "the network C" of "CNN"
            bare = rule is _OURS and not _SIGN.search(match.group())
            key = ("ours" if bare else "told", name)  # "our site there": only a listed name is one
            sure, simple = marked, plain
            if (
                rule is _OF_KIND
                and "وكاله" not in name
                and is_newslike(re.sub(_TOLD_KIND, "", name))
            ):
                sure = _MOST  # "told site X News": no ministry's and no foreign paper's
            if rule is _REACHED and _DIGITS.search(name):
                simple = marked  # "Gulf 365": a site's, no office's
            both = counts.setdefault(key, [0, 0])
            both[0], both[1] = min(_MOST, both[0] + sure), min(_MOST, both[1] + simple)
            start, end = whole.span(match.start(), match.end())
            seen.setdefault(key, body[start:end].strip())
    for key, (marked, plain) in counts.items():
        yield *key, marked, 0 if key[0] == "ours" else plain, seen[key]
