"""Papers of several countries that bear one name: which of them a page means, by what it shows beside the name."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from rasid.corpus.body.layout import Layout
from rasid.corpus.outlets.places import ADJECTIVES, COUNTRY_OF
from rasid.corpus.outlets.register import Outlet, Register
from rasid.language import fold

_WORD: Final = re.compile(r"[^\W\d_]+")
_DOMAIN: Final = re.compile(
    r"[\w-]\.(iq|sy|lb|jo|ps|sa|ae|qa|kw|bh|om|ye|eg|sd|ly|tn|dz|ma|mr|ir)\b", re.I
)
_CONTACT: Final = re.compile(r"حقوق|محفوظ|©|هاتف|تلفون|ص ?\.? ?ب|شارع|بريد|@|rights|copyright")
_CODES: Final = {
    "964": "IQ", "963": "SY", "961": "LB", "962": "JO", "970": "PS", "966": "SA", "971": "AE", "974": "QA",
    "965": "KW", "973": "BH", "968": "OM", "967": "YE", "20": "EG", "249": "SD", "218": "LY", "216": "TN",
    "213": "DZ", "212": "MA", "222": "MR",
}  # fmt: skip
_REPORTED: Final = frozenset({"IQ", "SY", "PS", "LB", "YE", "SD", "LY", "IR", "TR"})
_TOLD_OFTEN: Final = 2  # towns of its country in a text
_CALLING: Final = re.compile(r"(?:\+|(?<!\d)00)(9\d\d|2[1-4]\d|20)(?=\d|\s)")
# "Mogadishu - «X»:": a newspaper signs its correspondent's report so, no channel and no site does.
_PRINTED: Final = re.compile(r"^[^\n«\"]{2,25}\s?[-–—]\s?[«\"][^»\"\n]{2,30}[»\"]\s?:")
# A dateline's signs; "told «X» that Kuwait …" is none.
_SIGNED: Final = re.compile(r"^[^\W\d_]+: |[-–—/|ـ(]|(?:صحيف|جريد|موقع|قنا)[ةه]? ")
_TOLD: Final = re.compile(r"(?<!\w)لـ? ?[«\"“(]")


def settled(
    outlet: Outlet,
    evidence: str,
    beside: list[Outlet],
    layout: Layout | None,
    body: str,
    register: Register,
) -> tuple[Outlet, list[Outlet]]:
    """Return which of an outlet and its namesakes a page means, and those it may mean as well.

    The outlet itself, with its namesakes beside it, where nothing tells; none beside it where something does.

    What tells: the town of the dateline that names it, the address, calling code or country in the page's lines of
    contact and rights, a newspaper's way of signing where only one of them is a newspaper, a text about one
    of their countries and not the other's, unless all the world reports from there, a name elsewhere on the page
    that only one of them bears, and the country of the other outlets named (`beside`): who cites a paper
    without its town means his own country's.
    """
    others = register.namesakes(outlet)
    if not others:
        return outlet, []
    signed = _SIGNED.search(evidence) and not _TOLD.search(evidence)
    for countries in (_of_words(evidence) if signed else set(), _of_contacts(layout)):
        if outlet.country in countries:
            return outlet, []
        found = [other for other in others if other.country in countries]
        if len(found) == 1:
            return found[0], []
    papers = [other for other in others if is_paper(other)]
    if _PRINTED.match(evidence) and not is_paper(outlet) and len(papers) == 1:
        return papers[0], []
    told = Counter(
        COUNTRY_OF[word] for word in _WORD.findall(fold(body).text) if word in COUNTRY_OF
    )
    home = [o for o in others if told[o.country] >= _TOLD_OFTEN and o.country not in _REPORTED]
    if len(home) == 1 and not told[outlet.country]:
        return home[0], []
    told_so = (
        told[outlet.country] >= _TOLD_OFTEN
        or any(other.country == outlet.country for other in beside)
        or register.names_alone(outlet, evidence)
        or any(register.names_alone(outlet, line.text) for line in (layout.lines if layout else ()))
    )
    return outlet, [] if told_so else others


def is_paper(outlet: Outlet) -> bool:
    """Tell whether the register also calls an outlet a newspaper."""
    return any(name.startswith(("صحيفة", "جريدة")) for name in (outlet.name_ar, *outlet.aliases))


def _of_words(text: str) -> set[str]:
    words = _WORD.findall(fold(text).text)
    return {code for word in words if (code := COUNTRY_OF.get(word) or ADJECTIVES.get(word))}


def _of_contacts(layout: Layout | None) -> set[str]:
    found: set[str] = set()
    if layout is None:
        return found
    for line in layout.lines:
        if line.number in layout.reasons and len(line.text) <= 300 and _CONTACT.search(line.folded):
            found |= _of_words(line.text)
            found |= {match.group(1).upper() for match in _DOMAIN.finditer(line.text)}
            found |= {_CODES[code] for code in _CALLING.findall(line.text) if code in _CODES}
    return found
