"""Outlets by the names pages call them: with their kind ("agency …"), in a sentence, or new to the register."""

from __future__ import annotations

import re
from typing import Final

from rasid.corpus.lines import word_set
from rasid.corpus.outlets import Outlet, Register
from rasid.language import fold

KIND: Final = (
    r"(?:ال)?(?:وكاله(?: انباء| الانباء)?|موقع|صحيفه|قناه|شبكه|منصه|جريده|تلفزيون|فضاييه|راديو|"
    r"اذاعه|مجله|بوابه|برنامج|مراسل|مراسله)"
)
CITIES: Final = word_set(
    """
    بغداد واشنطن اربيل البصره الموصل كركوك السليمانيه النجف كربلاء الانبار دمشق بيروت القاهره عمان الرياض دبي
    ابوظبي الدوحه الكويت طهران انقره لندن باريس نيويورك موسكو جنيف دهوك نينوي ديالي صلاح الدين بابل واسط ميسان
    ذي قار الديوانيه القدس غزه رام الله تونس الجزاير الرباط طرابلس صنعاء عدن الخرطوم اسطنبول برلين فيينا متابعه
    متابعات خاص وكالات ترجمه سياسه امن محليات اقتصاد تقرير العراق سوريا دولي عربي ودولي فريق التحرير
    """
)


def named(name: str, register: Register, *, new: bool = False) -> Outlet | None:
    """Return the outlet with this name, its kind word (agency, site …) left off if need be; else a new one."""
    cleaned = name.strip(' "“”«».:(){}[]-–|/\u200f\u200e')
    outlet = register.by_name(cleaned) or register.by_name(
        re.sub(rf"^{KIND} ", "", fold(cleaned).text)
    )
    if outlet is None and new and 1 < len(cleaned) <= 40 and re.search(r"[^\W\d_]{2}", cleaned):
        return register.provisional(cleaned)
    return outlet


def inside(folded: str, register: Register) -> Outlet | None:
    """Return the outlet whose name stands in a "follow us" line: of two words or more, or after its kind."""
    words = folded.split()
    for number in range(1, len(words)):
        found = register.starting(" ".join(words[number : number + 6]))
        if found is None or found.kind == "aggregator":
            continue
        marked = re.fullmatch(KIND, words[number - 1])
        if marked or number >= len(words) - 3 or register.starting(words[number]) is not found:
            return found
    return None
