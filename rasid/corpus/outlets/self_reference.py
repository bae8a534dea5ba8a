"""What a text says of "itself": "in a statement to X", "a copy of which X received", X - at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.lines import Line, word_set
from rasid.corpus.outlets.datelines import BRACKETED_HEAD, DISPATCHED, LEAD_NAME, Trace, dateline
from rasid.corpus.outlets.naming import (
    CITIES,
    KIND,
    is_newslike,
    is_ordinary,
    named,
    named_with_kind,
)
from rasid.corpus.outlets.places import PLACES
from rasid.corpus.outlets.received import received, signed_opening
from rasid.corpus.outlets.register import Outlet, Register, name_key
from rasid.language import Folded, fold

# "in a statement to X", "which X followed": X speaks of itself. Folded; what follows the match names X.
_TO_SELF: Final = re.compile(
    rf"(?:تصريح(?:ات)?|حديث(?:ه|ها)?|مقابله|مقابلته|حوار(?:ه|ها)?|لقاء|لقايه|اتصال|تصريحه|قال|قالت|واضاف|اضاف|اكد|اوضح|"
    rf"ذكر|اوضحت|اكدت|ابلغ|صرح|كشف|مصادر|مصدر|المصدر|مسوول|تقول)"
    rf"(?: \S+){{0,4}}? (?:ل(?=\W?\s?{KIND})|ل|مع)(?:ال)?\s?(?P<kind>{KIND}\s)?(?=(?P<quoted>[\"“”«(' ]*))"
)
_FOLLOWED: Final = re.compile(
    r"(?:تابعت(?:ه|ها|هما)?|تابعها?|طالعت(?:ه|ها)?|اطلعت? عليها?|تسلمت(?:ه|ها)?|"
    r"استلمت(?:ه|ها)?|تلقت(?:ه|ها)?|تلقاها?|حصل عليها?|"
    r"رصدها?|ترجمها?|ورد(?:ت)?(?: الي|(?= ل))|حصلت(?: عليه|"
    r" عليها)?|رصدت(?:ه|ها)?|ترجمت(?:ه|ها)?|شاهدت(?:ه|ها)?|استمعت(?: اليه)?|"
    r"بحسب مراسل|ذكر مراسل|افاد مراسل|قال مراسل|لمراسل|افادت مراسله|علمت|وعلمت|خصت?(?: به)?|انفردت به)(?:\s+|(?=\())"
    rf"(?:ل)?(?P<kind>{KIND}\s)?"
)
# "Agency X reported that …": agencies of Iran open their own reports so.
_REPORTED: Final = re.compile(
    r"(?:(?:و?ف?وفقا|طبقا|بحسب) ?ل?(?:ما)? )?و?(?:افادت?ه?|ذكرت?ه?|نقلت?ه?|اوردت?ه?) (?=وكاله )"
)
# A name in quotation marks after "which was followed by": the site's own, listed or not.
_QUOTED: Final = re.compile(
    r"(?:وكاله |موقع |منصه )?[\"“”«]([^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2})[\"“”»]"
)
_THAT: Final = re.compile(r"\W{0,3}(?:ب?ان(?:ه|ها)?)\b")
_CITED: Final = re.compile(r"^ورد|\sل$|مقابل[هت]|حوار")
# "told channel X": other sites quote what was said on the air; X's own calls itself by its name.
_AIRED: Final = re.compile(r"(?:ال)?(?:قناه|تلفزيون|فضاييه|راديو|اذاعه|برنامج)")
_KIND_LAST: Final = re.compile(rf"{KIND}\W*$")
_BARE_VERB: Final = re.compile(r"(?:حصلت|خصت?|تلقت|شاهدت|تسلمت|استلمت)$")
_PIPED: Final = re.compile(r"^(?P<name>[^\n|.:،\d]{3,28}?)\s?\|\s?(?=[^\W\d_])")
# "The East Today - the ministry said": half the small sites of the Arab world are called so.
_DAILY: Final = re.compile(
    r"(?!(?:صباح|مساء|ظهر|فجر|عصر|ليل|في|منذ)\b)[^\W\d_]{2,}(?: [^\W\d_]+)? (?:اليوم|الان|لايف|نت|تودي)"
)
_NAMED_LEAD: Final = re.compile(r"\s*([^\W\d_]+(?: [^\W\d_]+){1,2})\s?[-–—ـ:/]{1,2}")
_TOLD_TO: Final = re.compile(
    r"(?<!\w)ل ?(?P<sign>[\"“”«(/]) ?(?P<name>[^\"“”»)/\n،.]{2,28}?) ?[\"“”»)/](?=\W{0,3}(?:ان|انه|انها|عن)\b|[،:.])"
)
_TOLD_SIGNS: Final = tuple(f"{to}{sign}" for to in ("ل", "ل ") for sign in '"“”«(/')
_SPEAKING: Final = re.compile(
    r"\b[وف]?(?:قالت?|اضافت?|اكدت?|اوضحت?|ذكرت?|بينت?|كشفت?|صرحت?|افادت?|اشارت?|يقول|تقول|يوضح|توضح|تصريح|تصريحات|حديث|حديثه)\b"
)
_OF_COUNTRY: Final = re.compile(
    r"(?:(?!ان\b|انه\b)\S+ ){1,4}?ال(?:عراق|اميرك|امريك|سعود|قطر|امارات|لبنان|سور|مصر|كو?رد|ايران|روس|ترك|"
    r"بريطان|فرنس|محل|كويت)يه\b"
)
_CLOSING: Final = re.compile(r"[.!؟?\"”»]\s*\((?P<name>[^()\d]{2,25})\)\s?\.?$")
_BRACED: Final = re.compile(
    r"\s*[{\[]\s?[^{}\[\]:\d]{2,25}:\s?(?P<name>[^{}\[\]:\d]{2,30}?)\s?[}\]]"
)
"""«{Baghdad: outlet} …»."""
_LIVE: Final = re.compile(r"^\W?\w+ (?:مباشر|برس|اونلاين|الاخباريه|الفضاييه)\b")
_DESCRIBED: Final = 40  # characters after a name in which it is said where the outlet is from
_SENTENCE: Final = 120  # characters before "to X" in which its verb stands
_LABELS: Final = word_set(
    "عاجل شاهد فيديو بالفيديو صور بالصور خاص تقرير تحليل مقال راي حوار اخبار خبر الان مباشر رسميا"
)
# Written for Arabs elsewhere, or called by a word that is nothing else: "told Rudaw".
_PLAIN: Final = frozenset(
    {"alhurra", "dw", "france24", "irfaasawtak", "aawsat", "elaph", "rudaw", "basnews", "okaz"}
)
_TWO_TONGUED: Final = frozenset({"cnn-arabic", "bbc-arabic", "bbc"})
_ARAB: Final = word_set("IQ SA AE QA KW BH OM YE JO LB SY PS EG SD LY TN DZ MA MR")


def text_traces(body: str, register: Register) -> Iterator[Trace]:
    """Read datelines of the first paragraphs and what the text says of "itself" anywhere."""
    yield from _opening_traces(body, register)
    yield from _closing_traces(body, register)
    yield from _spoken_traces(body, register)


def title_traces(title: str, register: Register) -> Iterator[Trace]:
    """Read whom a title's speaker talks to: "the minister to «X»: …", as X titles what it was told."""
    yield from _marked_traces(title, fold(title), register)


def _opening_traces(body: str, register: Register) -> Iterator[Trace]:
    opening = [piece for piece in body.split("\n", 12)[:12] if piece.strip()][:3]
    for number, text in enumerate(opening):
        line = Line(text, len(text) - len(text.lstrip()), len(text), 0, True)
        yield from dateline(line, register, alone=False)
        braced = _BRACED.match(line.text) if number == 0 else None
        if braced and (outlet := named(braced.group("name"), register)):
            yield Trace(outlet, "source" if outlet.kind == "agency" else "own", 8, braced.group())
        sent = DISPATCHED.match(line.folded[:90]) if number == 0 else None
        agency = named(sent.group("name"), register) if sent else None
        if agency is not None and agency.kind == "agency":
            yield Trace(agency, "source", 10, line.text[:60])
        if number == 0 and (signed := signed_opening(line.folded[:120], register)):
            yield Trace(signed[0], "own", 5, signed[1])
        if number == 0:
            yield from _bracketed_head(line.text[:120], register)
        piped = _PIPED.match(line.text[:60])
        if (
            piped
            and not register.by_name(piped.group("name"))
            and not _is_label(piped.group("name"))
        ):
            yield Trace(register.provisional(piped.group("name")), "own", 4, piped.group().strip())
        reported = _REPORTED.match(line.folded) if number == 0 else None
        opener = register.starting(line.folded[reported.end() :]) if reported else None
        if opener and opener.country == "IR" and opener.kind == "agency":
            yield Trace(opener, "source", 10, line.text[:60])
        lead = LEAD_NAME.match(line.text[:60])
        opens = _NAMED_LEAD.match(line.text[:50]) if number < 2 else None
        if (
            opens
            and (is_newslike(opens.group(1)) or _DAILY.fullmatch(fold(opens.group(1)).text))
            and register.leading(line.folded)[1] < len(opens.group(1).split())
        ):
            yield Trace(register.provisional(opens.group(1)), "own", 5, opens.group().strip())
        if (
            lead
            and is_ordinary(lead.group("name"))
            and ("،" in lead.group() or fold(lead.group("name")).text.strip() in PLACES)
        ):
            lead = None  # "today, …", "Riyadh - the ministry said"
        if lead and (
            outlet := named(lead.group("name"), register)
            or (_reported_by(lead, line.text, register) if number == 0 else None)
        ):
            role = {"publisher": "own", "agency": "source", "aggregator": "host"}[outlet.kind]
            yield Trace(outlet, role, 7, lead.group().strip())


def _reported_by(lead: re.Match[str], text: str, register: Register) -> Outlet | None:
    """Return the listed "channel X" of a text that opens with "X – said …"."""
    name = lead.group("name").strip()
    said = _SPEAKING.match(fold(text[lead.end() : lead.end() + 12]).text)
    known = fold(name).text in CITIES or " " in name
    return named_with_kind(name, register) if said and not known else None


def _closing_traces(body: str, register: Register) -> Iterator[Trace]:
    """Read an outlet's name in brackets behind the last full stop: whose text it is."""
    match = _CLOSING.search(body[-60:].rstrip())
    outlet = named(match.group("name"), register) if match else None
    if match and outlet and outlet.kind != "aggregator":
        yield Trace(outlet, "source", 9, match.group().strip())


def _bracketed_head(text: str, register: Register) -> Iterator[Trace]:
    """Read "(host / agency - 6 February 2020) …" at a text's head: the last name is whose text it is."""
    match = BRACKETED_HEAD.match(text) if text[:1] == "(" else None
    for name in reversed(match.group("names").split("/") if match else ()):
        if outlet := named(name, register):
            yield Trace(outlet, "source", 9, text[: match.end() if match else 0])
            return


def _spoken_traces(body: str, register: Register) -> Iterator[Trace]:
    whole = fold(body)
    folded = whole.text
    counted: dict[str, int] = {}
    for rule, weight in ((_TO_SELF, 2), (_FOLLOWED, 4)):
        for match in rule.finditer(folded):
            after = folded[match.end() : match.end() + 60].replace("quot;", '" ')
            if match.group("kind") and register.leading(folded[match.start("kind") :][:80])[1] > 1:
                after = folded[
                    match.start("kind") : match.end() + 60
                ]  # the kind is part of the name
            outlet = _named_after(match.group(), after, register)
            if outlet is None and (new := _new_after(rule, match, after, register)):
                yield Trace(new, "own", weight, _words(body, whole, match))
            if outlet is None or not _may_speak(outlet, match.group(), after):
                continue
            if _is_anothers(match, after, told=rule is _TO_SELF):
                continue
            if counted.get(outlet.outlet_id, 0) < 6:
                counted[outlet.outlet_id] = counted.get(outlet.outlet_id, 0) + weight
                role = "host" if outlet.kind == "aggregator" else "own"
                yield Trace(outlet, role, weight, _words(body, whole, match))
    for trace in _marked_traces(body, whole, register):
        if trace.outlet.outlet_id not in counted:
            yield trace
    for outlet, match in received(whole, register):
        speaks = outlet.provisional or _may_speak(outlet, match.group(), '"')
        if speaks and outlet.outlet_id not in counted:
            yield Trace(outlet, "own", 4, _words(body, whole, match))


def _named_after(before: str, after: str, register: Register) -> Outlet | None:
    """Return the listed outlet whose name follows; the article may have melted into a preposition."""
    after = after.replace("/", " ")
    bare = after.lstrip("\"“”«(' ")
    melted = "ال" + bare if before.rstrip().endswith("ال") else ""
    outlet = register.starting(after) or register.starting(melted)
    if outlet is None and bare.startswith("ل"):  # للجزيرة
        outlet = register.starting("ا" + bare)
    return outlet


def _new_after(
    rule: re.Pattern[str], match: re.Match[str], after: str, register: Register
) -> Outlet | None:
    """Return an outlet that no list has, named in quotation marks where only the site itself is."""
    quoted = _QUOTED.match(after)
    if quoted is None or _is_label(quoted.group(1), marked=True):
        return None
    own = rule is _FOLLOWED or bool(_THAT.match(after[quoted.end() :]))
    if _BARE_VERB.search(match.group().rstrip()):
        own = after[quoted.end() :].lstrip().startswith("علي نسخ")  # "«Tesla» received 465 million"
    if _AIRED.match(match.group("kind") or ""):
        own = False
    if _CITED.search(match.group()) or (rule is _TO_SELF and match.group("kind")):
        own = False  # "told the newspaper X", "belonging to X": another's name
    if not own:
        return None
    return named_with_kind(quoted.group(1), register) or register.provisional(quoted.group(1))


def _is_anothers(match: re.Match[str], after: str, *, told: bool) -> bool:
    """Tell "in an interview with channel X", "told the Iraqi channel X": nobody says of itself where it is from."""
    kind = match.group("kind") or ""
    if _AIRED.match(kind):
        return told or "مراسل" in match.group()
    interviewed = told and bool(kind and _CITED.search(match.group()))
    return interviewed or (told and bool(_OF_COUNTRY.match(after)))


def _marked_traces(body: str, whole: Folded, register: Register) -> Iterator[Trace]:
    """Read whom a speaker talks to where signs set the name off: "told «X» that", "told /X/"."""
    if not any(sign in whole.text for sign in _TOLD_SIGNS):
        return  # most texts have none: ten searches for two letters cost a tenth of the rule
    for match in _TOLD_TO.finditer(whole.text):
        before = whole.text[max(0, match.start() - _SENTENCE) : match.start()]
        if not _SPEAKING.search(before) and whole.text[match.end() : match.end() + 1] != ":":
            continue  # "an officer to «X»: …" needs no verb
        name, slashed = match.group("name"), match.group("sign") == "/"
        outlet = register.by_name(name) or register.by_name(re.sub(rf"^{KIND} ", "", name))
        outlet = outlet or named_with_kind(name, register)
        if outlet is None and (
            (slashed and len(name.split()) <= 2)
            or _is_new_name(name, whole.text[match.end() :][:8])
        ):
            outlet = named_with_kind(name, register) or register.provisional(name)
        told = whole.text[match.start("name") : match.end() + _DESCRIBED]
        if outlet is None or _OF_COUNTRY.match(told):
            continue
        if outlet.provisional or _may_speak(outlet, match.group(), '"'):
            yield Trace(outlet, "own", 4 if slashed else 2, _words(body, whole, match))


def _is_new_name(name: str, after: str) -> bool:
    """Tell a name of one to three words, no label, set off by signs before "that": "told «Range», that …"."""
    plain = re.fullmatch(r"[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2}", name)
    titled = re.match(rf"{KIND} ", name)  # "told the agency X": another's
    return bool(plain and not titled and _THAT.match(after)) and not _is_label(name)


def _words(body: str, whole: Folded, match: re.Match[str]) -> str:
    """Return the words of a match as the text writes them, with the name that follows."""
    start, end = whole.span(match.start(), min(match.end() + 25, len(whole.text)))
    return body[start:end]


def _is_label(name: str, *, marked: bool = False) -> bool:
    """Tell a section or a place from an outlet's name; `marked` in quotation marks a name may hold a place."""
    words = fold(name).text.split()
    placed = (word in CITIES for word in words)
    if len(words) > 3 or any(word in _LABELS for word in words):
        return True
    return all(placed) if marked else any(placed)


def _may_speak(outlet: Outlet, before: str, after: str) -> bool:
    """Tell whether "to X" may be X speaking of itself: no agency, no foreign paper, no common word unmarked."""
    if (
        outlet.kind == "agency"
    ):  # "told the correspondent of X": others quote the great agencies so too
        return "مراسل" in before and outlet.country in {*_ARAB, "IR", "TR"}
    if outlet.kind == "aggregator":
        return True
    arabic = re.search(r"عرب|Arab", outlet.name_ar + outlet.name_en)
    if outlet.outlet_id in _TWO_TONGUED and not re.search("عرب|arab", after[:24]):
        return False  # "told the network X": its English mother
    if outlet.outlet_id in _PLAIN:
        return True
    if outlet.country not in _ARAB and not arabic:
        return False
    words = name_key(after).split()[:1]
    plain = bool(words) and is_ordinary(words[0].removeprefix("ل")) and not _LIVE.search(after[:25])
    if plain:  # "told the agency … for news": an everyday word needs its mark beside it
        return after[:1] in "\"“”«('" or bool(_KIND_LAST.search(before))
    single = len(outlet.name_ar.split()) == 1 and not _LIVE.search(after[:25])
    marked = (
        re.search(KIND, before)
        or after[:1] in "\"“”«('"
        or "نت" in after[:14]
        or "نيوز" in after[:18]
    )
    return bool(marked) or not single
