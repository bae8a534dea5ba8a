"""Who may speak of itself in a text, and whom others only quote: by kind, country, name, and what the register says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.lines import word_set
from rasid.corpus.outlets.naming import KIND, is_ordinary
from rasid.corpus.outlets.register import Outlet, name_key

# "the envoy of the United Nations to the Middle East": an office, no paper. Folded.
_OFFICE: Final = re.compile(r"(?:مبعوث|منسق|المتحده|معهد|مركز|مساعد|شوون)(?: \S+){0,3} ل(?:ال)?$")
_KIND_FIRST: Final = re.compile(rf"{KIND} ")
_LONGER: Final = re.compile(r"[^\W\d_]+ ال[^\W\d_]{3,}(?<!ي[هن])\b")
_KIND_LAST: Final = re.compile(rf"{KIND}\W*$")
_LIVE: Final = re.compile(r"^\W?\w+ (?:مباشر|برس|اونلاين|الاخباريه|الفضاييه)\b")
# Written for Arabs elsewhere, or called by a word that is nothing else: "told Rudaw".
_PLAIN: Final = frozenset(
    {"alhurra", "dw", "france24", "irfaasawtak", "aawsat", "elaph", "rudaw", "basnews", "okaz"}
)
# Written in Arabic from elsewhere: they say "in a statement to X" of themselves as papers at home do.
_ABROAD: Final = word_set(
    """
    mc-doualiya alkhaleejonline alhayat rai-alyoum middle-east-online turkeyalaan alalam iranintl alkawthar alwaght
    parstoday amwaj noonpost turkpress newturkpost watanserb ahewar thenationpress thenewkhalij qantara ukrpress ukrgate
    idu iraqhurr harmoon jusoor alvefagh iranwire-ar middleeastnews-ir somalitoday radiosawa maghrebvoices almothaqaf
    almashareq bokra panet ashams makan-il alsomal akhbarturkiya ahval turkiyetoday turkeyinarabic thelevantnews qoraish
    alnoor-se assennara alittihad44 almarjie-paris gulfhouse swed24 aktarr alkompis swissinfo-ar infomigrants un-news
    europarabct euronews-ar xinhua-ar arabicpost al-monitor
    """
)
_TWO_TONGUED: Final = frozenset({"cnn-arabic", "bbc-arabic", "bbc"})
_ARAB: Final = word_set("IQ SA AE QA KW BH OM YE JO LB SY PS EG SD LY TN DZ MA MR")


def may_speak(outlet: Outlet, before: str, after: str) -> bool:
    """Tell whether "to X" may be X speaking of itself: no agency, no foreign paper, no common word unmarked."""
    if kind := _KIND_FIRST.match(after):
        before, after = before + kind.group(), after[kind.end() :]
    if (
        outlet.kind == "agency"
    ):  # "told the correspondent of X": others quote the great agencies so too
        return "مراسل" in before and outlet.country in {*_ARAB, "IR", "TR"}
    if outlet.kind == "aggregator":
        return after[:1] in "\"“”«('" or not is_ordinary(outlet.name_ar)  # "every day"
    arabic = re.search(r"عرب|Arab", outlet.name_ar + outlet.name_en)
    if outlet.outlet_id in _TWO_TONGUED and not re.search("عرب|arab", after[:24]):
        return False  # "told the network X": its English mother
    if outlet.outlet_id in _PLAIN:
        return after[:1] in "\"“”«('" or not _OFFICE.search(before.rstrip())
    home = outlet.country in _ARAB or not outlet.country or outlet.outlet_id in _ABROAD
    if not home and not arabic:
        return False
    words = name_key(after).split()[:1]
    forms = {form for word in words for form in (word.removeprefix("ل"), re.sub("^ل", "ال", word))}
    plain = any(map(is_ordinary, forms)) and not _LIVE.search(after[:25])
    plain = plain or is_ordinary(outlet.name_ar)
    plain = plain and not any(name_key(after).startswith(key) for key in long_names(outlet))
    if plain:  # "told the agency … for news": an everyday word needs its mark beside it
        longer = _LONGER.match(after)  # "told the newspaper the Eighth Day"
        return after[:1] in "\"“”«('" or bool(_KIND_LAST.search(before) and not longer)
    single = len(outlet.name_ar.split()) == 1 and not _LIVE.search(after[:25])
    marked = (
        re.search(KIND, before)
        or after[:1] in "\"“”«('"
        or "نت" in after[:14]
        or "نيوز" in after[:18]
    )
    return bool(marked) or not single


def long_names(outlet: Outlet) -> Iterator[str]:
    """Yield an outlet's names of two words or more that are no section's: their first word may be an everyday one."""
    for name in (outlet.name_ar, *outlet.aliases):
        if " " in name and not is_ordinary(name):
            yield name_key(name)


def is_cited(outlet: Outlet, kind: str = "") -> bool:
    """Tell an outlet that others often quote where it is called so: "told the newspaper X", or told any channel.

    X itself says "told «X»"; a channel that says so has its name elsewhere on its page as well.
    """
    return outlet.cited == "aired" or bool(outlet.cited and kind)
