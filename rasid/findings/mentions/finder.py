"""Mentions of bases, places, countries, organisations and people."""

from __future__ import annotations

from functools import partial
from typing import Final, NamedTuple

from rasid.findings.lexicon import ENTITIES, SITES, Cue, NameForm
from rasid.findings.mentions.bodies import HOME
from rasid.findings.mentions.homonyms import told_apart
from rasid.findings.mentions.lands import country_of, home_of
from rasid.findings.mentions.places import Place, accepts, is_other_thing
from rasid.findings.mentions.roles import role_of
from rasid.findings.mentions.unlisted_bases import unlisted_bases
from rasid.findings.people.identity import find_people
from rasid.findings.people.lone_families import governs
from rasid.findings.people.names import Name
from rasid.findings.people.words import is_common, is_inflected, name_words
from rasid.findings.reading import Reading
from rasid.findings.types import Mention
from rasid.language import Document

_BETWEEN: Final = frozenset({" ", "-", " - ", "–", " – ", "  ", " #"})
_OPENED: Final = frozenset({' "', " (", " “", " ”", " «", " '", " "})  # حقل "العمر"
_END: Final = "\n"  # after the last word: no name goes on with it
_ASIDE: Final = tuple('("«“”')
_BESIDE: Final = frozenset({"في", "قرب", "داخل", "بمحيط", "محيط"})
_COMMAS: Final = frozenset(":،,")
_REACH: Final = 6  # words between two bases of one list: من قاعدة كذا في الأنبار وقاعدة كذا
_ADJOINING: Final = frozenset({"مجاوره", "محاذيه", "ملاصقه", "قريبه"})
_NEXT: Final = frozenset({"وقبلها", "وبعدها", "ثم", "ومن", "والي", "وفي", "وعلي", "قبلها"})


class Found(NamedTuple):
    """A mention in words `[first, last)` before it is given offsets."""

    first: int
    last: int
    skip: int
    entity_id: str
    kind: str
    prefix: str


def find_mentions(text: str | Document | Reading) -> list[Mention]:
    """Return the bases, places, countries, organisations and people named in a text, in order.

    Mentions do not overlap. A surface is the name without clitics and without the noun before it
    (قاعدة، مدينة). A base has a role when its sentence gives one; a place has one too where forces
    move to or from it in the same list as a base.
    """
    reading = Reading.of(text)
    found = mentions_of(reading)
    return [
        _mention(reading, m, role) for m, role in zip(found, _roles(reading, found), strict=True)
    ]


def mentions_of(reading: Reading) -> list[Found]:
    """Return the mentions of a reading in words; computed once a reading."""
    if reading.found is None:
        known = _known(reading)
        taken = {
            m.first: (m.last, m.skip, m.entity_id if m.kind == "person" else "") for m in known
        }
        countries = {home_of(m.entity_id) for m in known if m.kind != "person"}
        reading.people = find_people(reading, taken, countries)
        others = [m for m in known if m.kind != "person"]
        people = [_person(name) for name in reading.people]
        reading.found = _apart(sorted([*map(partial(_of_its_name, reading), others), *people]))
        if reading.asked[SITES]:
            reading.found = _with_unlisted(reading, reading.found)
    return reading.found


def _with_unlisted(reading: Reading, found: list[Found]) -> list[Found]:
    """Add the bases nobody lists; where one stands, no town and no person is named."""
    taken = {i for m in found if m.kind == "base" for i in range(m.first, m.last)}
    other = {i: m.kind for m in found if m.kind != "base" for i in range(m.first, m.last)}
    sites = unlisted_bases(reading, taken, other)
    if not sites:
        return found
    words = {i for site in sites for i in range(site.first, site.last)}
    kept = [m for m in found if words.isdisjoint(range(m.first, m.last))]
    bases = [Found(s.first, s.last, s.skip, s.entity_id, "base", "و" * s.skip) for s in sites]
    return _apart(sorted([*kept, *bases]))


def _of_its_name(reading: Reading, m: Found) -> Found:
    """Return a base whose name others have too as the one that is meant."""
    if m.kind != "base":
        return m
    return m._replace(entity_id=told_apart(reading, m.entity_id, m.first, m.last))


def _person(name: Name) -> Found:
    return Found(name.first, name.last, name.skip, name.entity_id, "person", "")


def _apart(found: list[Found]) -> list[Found]:
    """Drop what begins inside the mention before it."""
    kept: list[Found] = []
    for mention in found:
        if not kept or mention.first >= kept[-1].last:
            kept.append(mention)
    return kept


def _known(reading: Reading) -> list[Found]:
    """Return the names of the gazetteer, leftmost and longest, that their context allows."""
    found: list[Found] = []
    pending: list[tuple[int, NameForm]] = []
    free_from = 0
    last_base = -100
    words = [*reading.words, _END]
    for i, cue in reading.asked[ENTITIES]:
        names = cue.names
        longer, single = names.get(words[i + 1]), names.get("")
        if i < free_from or not (single or longer):
            continue
        for name in [*longer, *single] if longer and single else longer or single or ():
            last = i + 1 + len(name.tail)
            if not _written(reading, i, last, name):
                continue
            if name.kind == "base" and is_other_thing(reading, i, name):
                continue
            verdict: bool | None = True
            if name.mark and name.kind == "person":
                verdict = _person_alone(reading, i, name, found)
            elif name.mark:
                verdict = accepts(reading, Place(i, last, name, last_base))
            if last_base >= 0 and name.kind == "base" and _repeats(reading, found, i, name):
                continue
            if verdict is None:
                pending.append((i, name))
            if not verdict:
                continue
            found.append(
                _without_noun(
                    cue, Found(i, last, len(name.prefix), name.entity_id, name.kind, name.prefix)
                )
            )
            free_from = last
            if name.kind == "base":
                last_base = last
            break
    return _settle(reading, found, pending) if pending else found


def _without_noun(cue: Cue, found: Found) -> Found:
    """Return a base listed with its noun (قاعدة كركوك، مطار الشعيرات) as what follows the noun."""
    if found.kind != "base" or "site" not in cue.flags or found.last - found.first < 2:
        return found
    return found._replace(first=found.first + 1, skip=0, prefix="")


def _person_alone(reading: Reading, i: int, name: NameForm, found: list[Found]) -> bool:
    """Tell whether a name that is also a word is the person: نظام الأسد, قال الأسد, الحوثي وصالح, الموالين لصالح."""
    if i == 0 or reading.gaps[i - 1] not in _OPENED:
        return False
    before = reading.cues.get(i - 1)
    told = before is not None and before.verb is not None and reading.words[i - 1] != "بين"
    if told and not (name.prefix or name.tail):
        return name.mark == "+" and _is_said(reading, i + 1)
    if name.prefix == "و":
        listed = bool(found) and found[-1].last == i and found[-1].kind == "person"
        return listed or reading.words[i - 1].startswith("الحوثي")
    if name.prefix == "ل":
        return reading.words[i - 1].lstrip("وال").startswith("موالي")
    return name.prefix == "" and governs(reading.words[i - 1])


def _is_said(reading: Reading, i: int) -> bool:
    """Tell whether a statement, its place or a sign follows at word `i`: قال الصدر إن، كتب الصدر على، أكد الصدر: ..."""
    cue = reading.cues.get(i)
    linked = cue is not None and ("link" in cue.flags or "adjunct" in cue.flags)
    return (
        linked or reading.words[i : i + 1] == ["علي"] or reading.gaps[i - 1].strip()[:1] in _COMMAS
    )


def _repeats(reading: Reading, found: list[Found], i: int, name: NameForm) -> bool:
    """Tell whether a base named at word `i` is the one before it: كي وان (K1)، قاعدة كذا في مطار كذا."""
    last = next(m for m in reversed(found) if m.kind == "base")
    if last.entity_id != name.entity_id:
        return False
    if reading.words[i] == "مطار" and reading.words[i - 1] in _BESIDE:
        begin, _ = reading.sentence(i)
        return last.first >= begin  # قاعدة كذا التي تضم جنودا قرب مطار المدينة
    if reading.gaps[i - 1].strip()[:1] not in _ASIDE:
        return False
    return all("head-adjective" in reading.flags(k) for k in range(last.last, i))


def _settle(
    reading: Reading, found: list[Found], pending: list[tuple[int, NameForm]]
) -> list[Found]:
    """Decide the names that depend on what the rest of the article names."""
    bases = {m.entity_id for m in found if m.kind == "base"}
    countries = {home_of(m.entity_id) for m in found}
    settled: set[int] = set()
    for i, name in pending:
        known = name.entity_id in bases or country_of(name.entity_id) in countries
        if name.kind == "organisation":
            told = any(m.entity_id == name.entity_id for m in found)
            known = told and not bases if name.mark == "+" else told or HOME in countries
        if known and i not in settled:
            last = i + 1 + len(name.tail)
            found = [m for m in found if m.last <= i or m.first >= last]
            own = Found(i, last, len(name.prefix), name.entity_id, name.kind, name.prefix)
            found.append(_without_noun(reading.cues[i], own))
            settled.add(i)
    return sorted(found)


def _written(reading: Reading, first: int, last: int, name: NameForm) -> bool:
    """Tell whether the words of a name stand there, and are not another word after a clitic."""
    words = reading.words
    if name.tail:
        if last > len(words) or tuple(words[first + 1 : last]) != name.tail:
            return False
        if name.kind == "person" and _given_before(reading, first):
            return False  # عبد الله صفي الدين is not صفي الدين
        gaps = reading.gaps[first : last - 1]
        return _BETWEEN.issuperset(gaps) or (name.kind == "base" and _OPENED.issuperset(gaps))
    if name.kind == "person" and (_second_name(reading, first) or _goes_on(reading, first)):
        return False
    if name.prefix and name.mark != "+":
        return not is_whole_word(reading, first)
    return True


def _second_name(reading: Reading, i: int) -> bool:
    """Tell whether a family name at word `i` follows someone else's given name: بيوتر ماتيس."""
    if i == 0 or reading.gaps[i - 1] != " ":
        return False
    cue = reading.cues.get(i - 1)
    if cue is not None:
        # حكم نتنياهو: a given name that is also a word says nothing, but علي ولايتي.
        surely = cue.given is not None and (cue.given[0] != "weak" or _is_man(reading, i - 1))
        return surely and not cue.title and cue.verb is None
    word = reading.words[i - 1]
    if i > 1 and reading.words[i - 2].endswith("عبد") and reading.gaps[i - 2] == " ":
        return True  # عبد السلام هنية
    raw = reading.surface(i - 1, i)
    dual = raw[-1:] == "ي" and is_common(raw[:-1], bare=True)  # عهدي أوباما
    known = is_common(raw) or is_inflected(raw) or dual
    return word.isalpha() and len(word) > 2 and not known


def _given_before(reading: Reading, i: int) -> bool:
    """Tell whether a given name that is no other word stands before a name at word `i`."""
    if i < 2 or reading.gaps[i - 1] != " ":
        return False
    if reading.words[i - 2].endswith("عبد") and reading.gaps[i - 2] == " ":
        return True
    cue, own = reading.cues.get(i - 1), reading.cues[i].given
    sure = cue is not None and cue.given is not None and cue.given[0] != "weak" and not cue.title
    return sure and own is not None and own[0] == "weak" and own[1] == ""


def _is_man(reading: Reading, i: int) -> bool:
    """Tell whether word `i` is علي, حسن ... and neither على nor باسم."""
    word = reading.words[i]
    if word == "علي":
        return reading.surface(i, i + 1)[-1:] == "ي"
    return word in name_words()["man"] and word != "باسم"


def _goes_on(reading: Reading, i: int) -> bool:
    """Tell whether a name that no list has goes on after the family name at word `i`: هيلي ثورنينغ شميت."""
    if i + 1 >= len(reading.words) or reading.gaps[i] != " " or reading.cues.get(i + 1) is not None:
        return False
    word, raw = reading.words[i + 1], reading.surface(i + 1, i + 2)
    if not word.isalpha() or len(word) <= 2 or word[0] in "وبلفك" or word.startswith("ال"):
        return False
    return not (is_common(raw) or is_inflected(raw))


def is_whole_word(reading: Reading, i: int) -> bool:
    """Tell whether a dictionary knows word `i` with the letters that look like clitics."""
    return is_common(reading.surface(i, i + 1), bare=True)


def _roles(reading: Reading, found: list[Found]) -> list[str | None]:
    """Return the role of each mention; a list shares the role of its first member."""
    roles: list[str | None] = []
    if not any(m.kind == "base" for m in found):
        return [None] * len(found)
    before: tuple[int, str | None] = (-100, None)  # end and role of the last one in a list
    moved = False
    for mention in found:
        if mention.kind not in {"base", "place", "country"} or not _beside_base(
            reading, found, mention
        ):
            roles.append(None)
            continue
        role, preposition = role_of(reading, mention.first, mention.prefix)
        coordinated = mention.prefix[:1] == "و" or _after_and(reading, mention.first)
        if mention.kind != "base" and not coordinated and (not role or preposition == "in"):
            if mention.first - before[0] <= _REACH:
                before = (mention.last, before[1])  # قاعدتي كذا في أربيل وكذا: the list goes on
            roles.append(None)
            continue
        begin, _ = reading.sentence(mention.first)
        listed = coordinated and mention.first - before[0] <= _REACH and before[0] > begin
        if listed and (role is None or (not preposition and before[1] is not None)):
            role = before[1]
        before = (mention.last, role)
        if mention.kind == "base":
            moved = True
            roles.append(role)
        elif mention.kind == "place" and moved and role in {"departure", "arrival"}:
            shared = preposition in {"to", "toward", "from"} or coordinated
            roles.append(role if shared else None)
        else:
            roles.append(None)
    return roles


def _after_and(reading: Reading, first: int) -> bool:
    """Tell whether a noun such as وقاعدة stands before the name, or a و parted from it by a quotation mark."""
    if first == 0:
        return False
    flags, word = reading.flags(first - 1), reading.words[first - 1]
    before = reading.words[first - 2] if first > 1 else ""
    if before in _ADJOINING and first > 2:  # وقاعدة مجاورة لمطار كذا
        return reading.flags(first - 3).get("head", "").startswith("و")
    return (
        word == "و"
        or flags.get("head", "").startswith("و")
        or ("head" in flags and before == "و")
        or ("head" in flags and before in _NEXT)
    )


def _beside_base(reading: Reading, found: list[Found], place: Found) -> bool:
    begin, end = reading.sentence(place.first)
    return any(m.kind == "base" and begin <= m.first < end for m in found)


def _mention(reading: Reading, found: Found, role: str | None) -> Mention:
    start, end = reading.span(found.first, found.last, found.skip)
    surface = reading.document.text[start:end]
    return Mention(start, end, surface, found.entity_id, found.kind, role)
