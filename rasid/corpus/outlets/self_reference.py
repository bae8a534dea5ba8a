"""What a text says of "itself": "in a statement to X", "a copy of which X received", X - at its head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.outlets.cues import PLATFORM
from rasid.corpus.outlets.naming import (
    KIND,
    goes_on,
    is_another,
    is_label,
    is_ordinary,
    named_with_kind,
)
from rasid.corpus.outlets.openings import SPEAKING, closing_traces, opening_traces, standing_traces
from rasid.corpus.outlets.places import FAR
from rasid.corpus.outlets.received import received
from rasid.corpus.outlets.register import Outlet, Register
from rasid.corpus.outlets.speaking import is_cited, long_names, may_speak
from rasid.corpus.outlets.trace import Trace
from rasid.language import Folded, fold

# "in a statement to X", "which X followed": X speaks of itself. Folded; what follows the match names X.
_TO_SELF: Final = re.compile(
    rf"(?:تصريح(?:ات)?|حديث(?:ه|ها)?|احاديث(?:هم)?|مقابله|مقابلته|حوار(?:ه|ها)?|لقاء|لقايه|اتصال|تصريحه|قال|قالت|واضاف|اضاف|"
    rf"اكد|اوضح|ذكر|اوضحت|اكدت|ابلغ|صرح|كشف|مصادر|مصدر|المصدر|مسوول|[يت]قول)"
    rf"(?: \S+){{0,4}}? (?:ل(?=\W?\s?{KIND})|ل|مع|الي(?= [\"“«]))(?:ال)?\s?(?P<kind>{KIND}\s)?"
    rf"(?=(?P<quoted>[\"“”«(' ]*))"
)
_FOLLOWED: Final = re.compile(
    r"(?:تابعت(?:ه|ها|هما)?|تابعها?|طالعت(?:ه|ها)?|اطلعت? عليها?|تسلمت(?:ه|ها)?|"
    r"استلمت(?:ه|ها)?|تلقت(?:ه|ها)?|تلقاها?|حصل عليها?|"
    r"رصدها?|ترجمها?|ورد(?:ت)?(?: الي|(?= ل))|حصلت(?: عليه|"
    r" عليها)?|رصدت(?:ه|ها)?|ترجمت(?:ه|ها)?|شاهدت(?:ه|ها)?|استمعت(?: اليه)?|"
    r"علمت|خصت?(?: به)?|انفردت به)(?:\s+|(?=\()|(?<=عته|قته|دته)(?=[^\W\d_]{4}))"
    rf"(?:ل)?(?P<kind>{KIND}\s)?"
)
# "as the correspondent of X confirmed". Folded.
_BY_MAN: Final = re.compile(
    r"(?:ل|(?:بحسب|ذكر|افاد|قال|اكد|نقل|كشف|رصد|به|اكده|ذكره|نقله|اوضحه|افادت|اكدته) )مراسله?(?:\s+|(?=\())"
    rf"(?:ل)?(?P<kind>{KIND}\s)?"
)
# A name in quotation marks after "which was followed by": the site's own, listed or not.
_QUOTED: Final = re.compile(
    r"(?:وكاله |موقع |منصه )?[\"“”«]([^\W\d_]{3,}(?: [^\W_]{2,}){0,2})[\"“”»″]"
)
# The same without quotation marks: only a name that no one but a site bears. Folded.
_SITE_AFTER: Final = re.compile(
    r" ?([^\W\d_]{3,} (?:نيوز|برس|اونلاين|نت|ميديا|بوست|تايمز|الاخباري|الاخباريه))(?=\W)"
)
_WHOLE: Final = re.compile(r"[\"“”«] ?(?P<name>[^\W\d_]+(?: [^\W_]+){1,3}) ?[\"“”»]")
_THAT: Final = re.compile(r"\W{0,3}(?:ب?ان(?:ه|ها)?)\b")
_CITED: Final = re.compile(r"^ورد|\sل$|مقابل[هت]|حوار")
# "told channel X": other sites quote what was said on the air; X's own calls itself by its name.
_AIRED: Final = re.compile(r"(?:ال)?(?:قناه|تلفزيون|فضاييه|راديو|اذاعه|برنامج)")
_SITE: Final = re.compile(
    r"\W*\w+[ .]نت\b"
)  # "told X's site": what was written, not said on the air
# "in a talk to X, that …", where the list has "channel X". Folded.
_CALLED: Final = re.compile(r"(?P<name>[^\W\d_]{4,}) ?[\"”»)]?(?=\s?[،,:]| ان(?:ه|ها)?\b)")
_TALKS: Final = re.compile(r"\b(?:حديث|تصريح)\w* (?:\w+ )?لل?(?:ال)?\W*$")
_BARE_VERB: Final = re.compile(r"(?:حصلت|خصت?|تلقت|شاهدت|تسلمت|استلمت)$")
_TOLD_TO: Final = re.compile(
    r"(?<!\w)ل ?(?P<sign>[\"“”«(/]) ?(?P<name>[^\"“”»)/\n،.]{2,28}?) ?[\"“”»)/](?=\W{0,3}(?:ان|انه|انها|عن)\b|[،:.])"
)
_TOLD_SIGNS: Final = tuple(f"{to}{sign}" for to in ("ل", "ل ") for sign in '"“”«(/')
_OF_COUNTRY: Final = re.compile(
    r"(?:(?!ان\b|انه\b)\S+ ){1,4}?ال(?:عراق|اميرك|امريك|سعود|قطر|امارات|لبنان|سور|مصر|كو?رد|ايران|روس|ترك|"
    r"بريطان|فرنس|محل|كويت|حكوم|رسم)يه\b"
    r"|\W*(?:\S+ ){1,3}?(?:الصادره|في عددها|الالكترونيه?)\b"
)
_OF_NEWS: Final = re.compile(rf"{KIND} \S+ ل(?:لانباء|لاعلام|لاخبار|لصحافه)\b")
_TITLE_TOLD: Final = re.compile(
    r"(?<!\w)(?P<to>لل|ل(?:ـ|\s)?)(?P<name>[^\W\d_]{3,}(?: [^\W\d_]{2,})?) ?:"
)
# "Exclusive/ X.. the mission ends": how a site titles what it alone has.
_EXCLUSIVE: Final = re.compile(
    r"(?:خاص|حصري)\s?[/|:\-–]\s?(?:[لب]ـ?\s?)?[\"“«]?(?P<name>[^\"“”«»./|:\d\n]{3,25}?)[\"”»]?\s?(?:\.{2,3}|…|:|\|)"
)
_FIRST_WORD: Final = re.compile(r"^\W*(\w+).*$", re.S)
# A text that opens with what "Iraqi media" say quotes, and whom a source told is another of them. Folded.
_FROM_MEDIA: Final = re.compile(
    r"\b(?:وسايل (?:ال)?اعلام|مصادر اعلاميه|تقارير اعلاميه|اعلام محلي)\b"
)
_LEAD: Final = 160
"""Characters of a text's lead."""
# "A source revealed …" at the head, "and the source said in a talk to X" below: X asked it itself. Folded.
_ANONYMOUS: Final = re.compile(r"(?:^|[.\n،:] ?)(?:افاد|كشف|اكد|ذكر|اعلن|قال)ت? (?:مصدر|مصادر)\b")
_ANSWERED: Final = re.compile(r"(?:المصدر|المصادر)\b(?: \S+){0,2} في (?:حديث|تصريح)")
_MET: Final = re.compile(r"\W*(?:التقت|حاورت) ")
_LAST_WORD: Final = re.compile(r"\s+\S*$")
_DESCRIBED: Final = 40  # characters after a name in which it is said where the outlet is from
_SENTENCE: Final = 120  # characters before "to X" in which its verb stands


def text_traces(body: str, register: Register) -> Iterator[Trace]:
    """Read datelines of the first paragraphs and what the text says of "itself" anywhere."""
    yield from opening_traces(body, register)
    yield from closing_traces(body, register)
    yield from standing_traces(body, register)
    for trace in _spoken_traces(body, register):
        if not _is_shortened(trace.outlet, body, register):
            yield trace


def _is_shortened(outlet: Outlet, body: str, register: Register) -> bool:
    """Tell a name of one word that shortens a longer listed one in the text: "the Observatory" of human rights."""
    word = fold(outlet.name_ar).text
    if outlet.provisional or " " in word or not word.startswith("ال"):
        return False
    folded = fold(body).text
    longer = re.compile(rf"\b{re.escape(word)} (?=ال)")
    found = (register.leading(folded[m.start() : m.start() + 60]) for m in longer.finditer(folded))
    return any(other is not None and other is not outlet for other, _ in found)


def title_traces(title: str, register: Register) -> Iterator[Trace]:
    """Read whose a title is: "the minister to «X»: …", as X titles what it was told, or "exclusive/ X.."."""
    yield from _marked_traces(title, fold(title), register)
    exclusive = _EXCLUSIVE.match(title.strip())
    outlet = register.by_name(exclusive["name"]) if exclusive else None
    if exclusive and outlet is not None and outlet.kind != "aggregator":
        agency = outlet.kind == "agency"
        yield Trace(outlet, "source" if agency else "own", 10 if agency else 5, exclusive.group())


def told_throughout(title: str, body: str, register: Register) -> Iterator[Trace]:
    """Read a title "the minister to X: …" without marks, where the text says "to X" as well: X's own interview."""
    for match in _TITLE_TOLD.finditer(fold(title).text):
        name = match.group("name")
        outlet = register.by_name(f"ال{name}" if match.group("to") == "لل" else name)
        if outlet is None or outlet.kind != "publisher" or is_ordinary(outlet.name_ar):
            continue
        if fold(body).text.count(match.group().strip(" :")) and may_speak(outlet, "", '"'):
            yield Trace(outlet, "own", 2, title)


def _spoken_traces(body: str, register: Register) -> Iterator[Trace]:
    whole = fold(body)
    folded = whole.text
    counted: dict[str, int] = {}
    men = ((_BY_MAN, 4),) if "مراسل" in folded else ()
    for rule, weight in ((_TO_SELF, 2), (_FOLLOWED, 4), *men):
        for match in rule.finditer(folded):
            after = _after(match, register)
            if _is_longer(match, after) or (rule is _FOLLOWED and _belongs(match, body, whole)):
                continue
            outlet = _named_after(match.group(), after, register)
            if outlet is None and (new := _new_after(rule, match, after, register)):
                yield Trace(new, "own", weight, _words(body, whole, *match.span()))
            if outlet is None or not may_speak(outlet, match.group(), after):
                continue
            if _is_anothers(rule, match, after, outlet):
                continue
            if counted.get(outlet.outlet_id, 0) < 6:
                counted[outlet.outlet_id] = counted.get(outlet.outlet_id, 0) + weight
                role = "host" if outlet.kind == "aggregator" else "own"
                yield Trace(outlet, role, weight, _words(body, whole, *match.span()))
    for trace in _marked_traces(body, whole, register):
        if trace.outlet.outlet_id not in counted:
            yield trace
    for outlet, start, end in received(whole, register):
        if outlet.outlet_id not in counted and _may_receive(outlet, folded[start:end], folded):
            yield Trace(outlet, "own", 4, _words(body, whole, start, end))


def _may_receive(outlet: Outlet, said: str, folded: str) -> bool:
    """Tell whether who received a statement, or was told of one, may be the text's own outlet."""
    if said.endswith(" نت") and _MET.match(said):
        return True  # "X Net met the minister": the site, which others do not name so, tells of its own interview
    sign = max(map(said.rfind, '"“”«('), default=-1)
    if is_cited(outlet) and folded.count(said[sign:] if sign >= 0 else said.split()[-1]) < 2:
        return False
    return outlet.provisional or may_speak(outlet, said, '"')


def _belongs(match: re.Match[str], body: str, whole: Folded) -> bool:
    """Tell "belonging to X" from "X followed it", which folding makes one word."""
    if not match.group().startswith("تابعه"):
        return False
    start, end = whole.span(match.start(), match.start() + 5)
    return match.group().rstrip().endswith(" ل") or body[start:end].endswith("ة")


def _after(match: re.Match[str], register: Register) -> str:
    """Return the folded words behind "to", from the kind on ("agency …") where the kind is part of a listed name."""
    folded = match.string
    if match.group("kind") and register.leading(folded[match.start("kind") :][:80])[1] > 1:
        return folded[match.start("kind") : match.end() + 60]
    return folded[match.end() : match.end() + 60].replace("quot;", '" ')


def _is_longer(match: re.Match[str], after: str) -> bool:
    """Tell "told agency X for news", which is no paper called "the News", and "told gate X", which is not X."""
    kind = (match.group("kind") or "").removeprefix("ال")
    if kind and not after.startswith(kind) and is_another(kind + _FIRST_WORD.sub(r"\1", after)):
        return True
    of_news = _OF_NEWS.search(match.group() + after)
    return of_news is not None and of_news.start() < len(match.group())


def _named_after(before: str, after: str, register: Register) -> Outlet | None:
    """Return the listed outlet whose name follows; the article may have melted into a preposition."""
    after = after.replace("/", " ")
    bare = after.lstrip("\"“”«(' ")
    if (whole := _WHOLE.match(after)) and goes_on(whole["name"].strip(), register):
        return None  # "told «the Yemeni Scene»" is not the Scene
    melted = "ال" + bare if before.rstrip().endswith("ال") else ""
    outlet = register.starting(after) or register.starting(melted)
    if outlet is None and bare.startswith("ل"):  # للجزيرة
        melted = "ا" + bare
        outlet = register.starting(melted)
    if outlet is None and (called := _CALLED.match(melted or bare)) and _TALKS.search(before):
        outlet = named_with_kind(called["name"], register)
    return outlet


def _new_after(
    rule: re.Pattern[str], match: re.Match[str], after: str, register: Register
) -> Outlet | None:
    """Return an outlet that no list has, named in quotation marks where only the site itself is."""
    quoted = _QUOTED.match(after) or _SITE_AFTER.match(after)
    if quoted is None or is_label(quoted.group(1), marked=True) or _is_elsewhere(quoted.group(1)):
        return None
    own = rule is not _TO_SELF or bool(_THAT.match(after[quoted.end() :]))
    if _BARE_VERB.search(match.group().rstrip()):
        own = after[quoted.end() :].lstrip().startswith("علي نسخ")  # "«Tesla» received 465 million"
    if _AIRED.match(match.group("kind") or "") and rule is not _FOLLOWED:
        own = False
    if quoted.re is _QUOTED and _CITED.search(match.group()):
        own = False
    if match.group().startswith(("ترجمه ", "ترجمها ", "رصده ", "رصدها ")):
        own = False  # "what «X» translated": who translates for itself says "X's translation"
    if rule is _TO_SELF and (match.group("kind") or "منصه").strip() != "منصه":
        own = False  # "told the newspaper X", "belonging to X": another's name; a platform's is its own
    if not own:
        return None
    melted = "ال" if match.group().endswith("ال") and after[:1].isalpha() else ""
    name = melted + quoted.group(1)
    return named_with_kind(name, register) or register.provisional(name)


def _is_anothers(rule: re.Pattern[str], match: re.Match[str], after: str, outlet: Outlet) -> bool:
    """Tell "in an interview with channel X", "told the Iraqi channel X": nobody says of itself where it is from."""
    kind = match.group("kind") or ""
    told, heard = rule is _TO_SELF, rule is not _FOLLOWED
    if _AIRED.match(kind):
        return told or "مراسل" in match.group()
    lead = match.string[:_LEAD]
    once = match.string.count(_name_in(after, outlet)) < 2
    if told and once and _FROM_MEDIA.search(lead):
        return True
    if not kind and outlet.kind != "agency" and _is_asked_itself(rule, match):
        return False
    if once and (
        outlet.kind == "agency" or (heard and not _SITE.match(after) and is_cited(outlet, kind))
    ):
        return True
    interviewed = told and bool(kind and _CITED.search(match.group()))
    return interviewed or (told and bool(_OF_COUNTRY.match(after)))


def _is_asked_itself(rule: re.Pattern[str], match: re.Match[str]) -> bool:
    """Tell the correspondent of X in the first paragraph, and the lead's own source that talks to X further down."""
    if rule is _BY_MAN:  # others' reports name the channel's man further down
        return len(match.string[: match.start()].split("\n\n")) <= 2
    answered = _ANSWERED.search(match.group())
    return bool(answered and _ANONYMOUS.search(match.string[:_LEAD]))


def _name_in(after: str, outlet: Outlet) -> str:
    """Return the outlet's name of two words or more behind "to"; one word with the sign before it and the next word."""
    bare = after.lstrip("\"“”«(' ")
    found = (key for key in long_names(outlet) if bare.startswith(key))
    return max(found, key=len, default=_LAST_WORD.sub("", after[:20]))


def _marked_traces(body: str, whole: Folded, register: Register) -> Iterator[Trace]:
    """Read whom a speaker talks to where signs set the name off: "told «X» that", "told /X/"."""
    if not any(sign in whole.text for sign in _TOLD_SIGNS):
        return  # most texts have none: ten searches for two letters cost a tenth of the rule
    for match in _TOLD_TO.finditer(whole.text):
        before = whole.text[max(0, match.start() - _SENTENCE) : match.start()]
        if not SPEAKING.search(before) and whole.text[match.end() : match.end() + 1] != ":":
            continue  # "an officer to «X»: …" needs no verb
        name, slashed = match.group("name"), match.group("sign") == "/"
        outlet = register.by_name(name) or register.by_name(re.sub(rf"^{KIND} ", "", name))
        outlet = (
            outlet or named_with_kind(name, register) or register.by_name(re.sub("^لل", "ال", name))
        )
        if outlet is None and (
            (slashed and len(name.split()) <= 2)
            or _is_new_name(name, whole.text[match.end() :][:8])
        ):
            outlet = named_with_kind(name, register) or register.provisional(name)
        told = whole.text[match.start("name") : match.end() + _DESCRIBED]
        if outlet is None or _OF_COUNTRY.match(told):
            continue
        if is_cited(outlet) and whole.text.count(name) < 2:
            continue
        if outlet.provisional or may_speak(outlet, match.group(), '"'):
            yield Trace(outlet, "own", 4 if slashed else 2, _words(body, whole, *match.span()))


def _is_new_name(name: str, after: str) -> bool:
    """Tell a name of one to three words, no label, set off by signs before "that": "told «Range», that …"."""
    plain = re.fullmatch(r"[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2}", name)
    titled = re.match(rf"{KIND} ", name)  # "told the agency X": another's
    label = is_label(name) or _is_elsewhere(name)
    return bool(plain and not titled and _THAT.match(after)) and not label


def _is_elsewhere(name: str) -> bool:
    """Tell a far country and a network of everybody's: "the founder of «Twitter»"."""
    return any(word in FAR for word in name.split()) or bool(re.fullmatch(PLATFORM, name))


def _words(body: str, whole: Folded, first: int, last: int) -> str:
    """Return the words of a match as the text writes them, with the name that follows."""
    start, end = whole.span(first, min(last + 25, len(whole.text)))
    return body[start:end]
