"""Which person a name means: short names, spellings of one name, stable identifiers."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import pairwise
from typing import Final

from rasid.findings.lexicon import PEOPLE
from rasid.findings.mentions import gazetteer
from rasid.findings.people.heard_words import heard
from rasid.findings.people.led_names import led_names
from rasid.findings.people.lone_families import RARE
from rasid.findings.people.names import Name, NameFinder
from rasid.findings.people.short_names import of_father, short_names
from rasid.findings.people.spelling import name_of, parts_of, person_id, same_person
from rasid.findings.people.subjects import carries, verb_subjects
from rasid.findings.people.titles import KIN
from rasid.findings.people.well_known import known_names
from rasid.findings.people.words import is_common, name_words
from rasid.findings.reading import Reading
from rasid.language.lexicon import lexicon


def find_people(
    reading: Reading, taken: dict[int, tuple[int, int, str]], countries: Collection[str] = ()
) -> list[Name]:
    """Return every person named in the reading, in order, each with its entity_id.

    Args:
        reading: The text.
        taken: Names of the gazetteer already found: first word → (word after, letters of clitics,
            entity_id); other kinds than persons have an empty entity_id here.
        countries: The codes of the countries the article names; with Iraq, السوداني alone is its prime minister.
    """
    words = {i for a, (b, _, entity) in taken.items() if entity for i in range(a, b)}
    others = {i for a, (b, _, entity) in taken.items() if not entity for i in range(a, b)}
    finder = NameFinder(reading, words, others)
    listed = [Name(a, b, skip, -1, i) for a, (b, skip, i) in taken.items() if i]
    listed = [finder.longer(n) if n.last - n.first > 1 else n for n in listed]
    unlisted = [*finder.find(), *led_names(reading, finder)]
    full = [_identified(reading, name) for name in _completed(reading, unlisted)]
    people = _merge_spellings(reading, sorted([*listed, *full]))
    covered = finder.covered
    people += short_names(reading, people, covered)
    covered.update([i for name in people for i in range(name.first, name.last)])
    known = known_names(reading, covered, countries, people)
    people += known
    covered.update([name.first for name in known])
    people += _first_names(reading, covered)
    people += _by_first_name(reading, people, covered)
    subjects = verb_subjects(reading, finder, people, covered)
    covered.update([i for name in subjects for i in range(name.first, name.last)])
    people += subjects
    carried = [name for name in subjects if carries(reading, name)]
    if carried:
        people += short_names(reading, carried, covered)
    people.sort()
    return _of_one_bearer(reading, people)


def _of_one_bearer(reading: Reading, people: list[Name]) -> list[Name]:
    """Give what someone is also called the identifier of the person: فلان الفلاني، المعروف باسم أبو تراب."""
    others: dict[str, str] = {}
    seen: set[str] = set()
    for before, name in pairwise(people):
        seen.add(before.entity_id)
        fresh = name.entity_id not in seen and name.entity_id not in gazetteer.by_id()
        if fresh and _is_called(reading, before.last, name.first):
            others[name.entity_id] = before.entity_id
    if not others:
        return people
    return [n._replace(entity_id=others.get(n.entity_id, n.entity_id)) for n in people]


def _is_called(reading: Reading, i: int, first: int) -> bool:
    """Tell whether from word `i` up to the name at `first` nothing stands but المعروف باسم, الملقب ب, a bracket."""
    words = reading.words[i:first]
    if not words:  # علي سالم المري (أبو محجن)
        aside = reading.gaps[i - 1].strip() in _ASIDES
        return aside and reading.words[first] in name_words()["kunya"]
    if len(words) > _ALSO or not words[0].lstrip("و").startswith(_CALLED):
        return False
    gap = reading.gaps[i - 1]
    if "." in gap or "\n" in gap or (words[0][0] == "و" and "،" not in gap):
        return False  # المقرب من فلان والمكنى أبو كذا
    return _AS.issuperset(words[1:])


@cache
def _listed_by_ends() -> dict[tuple[str, str], list[tuple[tuple[str, ...], str]]]:
    """First word and two letters of the last of each listed full name → (its words, entity_id).

    One person's names agree in these (`same_person`); محمد alone begins twenty listed names.
    """
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for entity in gazetteer.entities():
        if entity.kind == "person":
            for spelling in entity.spellings:
                if len(spelling.words) > 1:
                    words = parts_of(spelling.words)
                    ends = words[0], words[-1][:2]
                    found.setdefault(ends, []).append((words, entity.entity_id))
    return found


def _completed(reading: Reading, names: list[Name]) -> list[Name]:
    """Return the names, one that begins as a longer one of the text as long where the same words follow it."""
    longer: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        if name.last - name.first > _LONG:
            words = name_of(reading, name)
            longer.setdefault(words[0], []).append(words)
    if not longer:
        return names
    completed = []
    for name in names:
        own = name_of(reading, name)
        for words in longer.get(own[0], ()) if len(own) > 1 else ():
            last = name.last + len(words) - len(own)
            rest = words[len(own) :]
            if rest and words[: len(own)] == own and tuple(reading.words[name.last : last]) == rest:
                name = name._replace(last=last)
                break
        completed.append(name)
    return completed


def _identified(reading: Reading, name: Name) -> Name:
    words = name_of(reading, name)
    if len(words) == 1 and words[0] in gazetteer.listed_families():
        cue = reading.cues.get(name.first)
        if cue is None or cue.given is None or cue.given[0] == "foreign":  # الشيخ علي is no بن علي
            return name._replace(entity_id=gazetteer.listed_families()[words[0]])
    parts = parts_of(words)
    if len(parts) > 1:
        for listed, entity_id in _listed_by_ends().get((parts[0], parts[-1][:2]), ()):
            if same_person(parts, listed):
                return name._replace(entity_id=entity_id)
    return name._replace(entity_id=person_id(words))


def _merge_spellings(reading: Reading, people: list[Name]) -> list[Name]:
    """Give one identifier to the spellings of one full name within the article, and to its words alone."""
    seen: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    merged = []
    for name in people:
        words = parts_of(name_of(reading, name)) if name.last - name.first > 1 else ()
        if len(words) > 1:
            alike = seen.setdefault(words[0], [])
            for other, entity_id in alike:
                if same_person(words, other):
                    name = name._replace(entity_id=entity_id)
                    break
            else:
                alike.append((words, name.entity_id))
        merged.append(name)
    return _named_so(reading, merged)


def _named_so(reading: Reading, merged: list[Name]) -> list[Name]:
    """Give names of one word the identifier of whoever the article calls so in full, or has called so before."""
    families: dict[str, str] = {}
    firsts: dict[str, set[str]] = {}
    for n in merged:
        family = reading.words[n.last - 1]
        if n.last - n.first == 1 and n.entity_id in gazetteer.by_id():
            families.setdefault(family[n.skip :], n.entity_id)  # ترامب before ميلانيا ترامب
        elif n.last - n.first > 1:
            firsts.setdefault(reading.words[n.first][n.skip :], set()).add(n.entity_id)
            if not of_father(reading, n):
                families.setdefault(family, n.entity_id)
    for k, name in enumerate(merged):
        if name.last - name.first == 1:
            word = reading.words[name.first][name.skip :]
            known = families.get(word)
            called = firsts.get(word, set()) if not _is_kin(reading, name) else set()
            if known is None and len(called) == 1:
                known = next(iter(called))  # الأمير بندر, of بندر بن سلطان
            if known is not None:
                merged[k] = name._replace(entity_id=known)
    return merged


def _is_kin(reading: Reading, name: Name) -> bool:
    """Tell whether a name alone is that of a relative, who has the family of whoever was named: شقيقه حسين."""
    return name.title >= 0 and reading.words[name.title].lstrip("وب") in KIN


def _first_names(reading: Reading, covered: set[int]) -> list[Name]:
    """Find lists of three given names or more: وأبنائه سعود وفيصل وخالد."""
    found: list[Name] = []
    hits = [(i, c.given) for i, c in reading.asked[PEOPLE] if c.given and c.given[0] != "weak"]
    run: list[Name] = []
    for i, (_, prefix) in hits:
        goes_on = run and run[-1].last == i and reading.gaps[i - 1] in {" ", "، "} and prefix == "و"
        if not goes_on:
            run = []
        if i in covered or prefix not in {"", "و"}:
            run = []
            continue
        word = reading.words[i][len(prefix) :]
        run.append(Name(i, i + 1, len(prefix), -1, person_id([word])))
        if len(run) >= _FEWEST:
            found += run if len(run) == _FEWEST else run[-1:]
    covered.update(name.first for name in found)
    return found


def _by_first_name(reading: Reading, people: list[Name], covered: set[int]) -> list[Name]:
    """Find given names that stand alone for the one person so named, or go on as the name found elsewhere."""
    words, whose = reading.words, dict[str, dict[tuple[tuple[str, ...], str], None]]()
    for name in people:
        if name.last - name.first > 1:
            rest = tuple(words[name.first + 1 : name.last])
            whose.setdefault(words[name.first][name.skip :], {})[rest, name.entity_id] = None
    found: list[Name] = []
    for i, cue in reading.asked[PEOPLE] if whose else ():
        if cue.given is None or i in covered:
            continue
        skip = len(cue.given[1])
        known = whose.get(words[i][skip:])
        if known is None or cue.title:
            continue
        for tail, entity_id in known:
            last = i + 1 + len(tail)
            if tuple(words[i + 1 : last]) == tail and covered.isdisjoint(range(i, last)):
                if set(reading.gaps[i : last - 1]) == {" "}:
                    found.append(Name(i, last, skip, -1, entity_id))
                break
        else:
            ids = {entity_id for _, entity_id in known}
            alone = cue.given[0] == "strong" or (words[i] != "علي" and _says(reading, i))
            alone = alone or (cue.given[0] == "foreign" and _foreign_alone(reading, i, skip))
            if alone and len(ids) == 1 and _alone(reading, i, covered):
                found.append(Name(i, i + 1, skip, -1, ids.pop()))
    covered.update(i for name in found for i in range(name.first, name.last))
    return found


def _foreign_alone(reading: Reading, i: int, skip: int) -> bool:
    """Tell whether word `i` is a foreign first name, no common word (غيرت, أدوار) and no city (ساو باولو)."""
    if reading.words[i][:skip] not in {"", "و", "ل"} or (i and reading.words[i - 1] in _SAINTS):
        return False
    raw = reading.surface(i, i + 1, skip)
    seldom = not is_common(raw, bare=True) or heard(raw) < RARE
    return seldom or raw in lexicon().names


def _says(reading: Reading, i: int) -> bool:
    """Tell whether word `i` stands between a reporting verb and what is said: أكد راجح على أن."""
    before, after = reading.cues.get(i - 1), reading.cues.get(i + 1)
    told = before is not None and before.verb is not None and reading.gaps[i - 1] == " "
    ends = after is not None and ("link" in after.flags or "adjunct" in after.flags)
    return told and (ends or bool(reading.gaps[i].strip()))


def _alone(reading: Reading, i: int, covered: set[int]) -> bool:
    """Tell whether no part of a name, title or thing that bears names stands beside the given name at word `i`."""
    words, gaps = reading.words, reading.gaps
    if i and gaps[i - 1] == " ":
        before = reading.cues.get(i - 1)
        if i - 1 in covered or (before is not None and (before.title or before.given is not None)):
            return False
        if before is None and not is_common(reading.surface(i - 1, i)):
            return False
        if words[i - 1] in name_words()["bearer"] or words[i - 1] in name_words()["particle"]:
            return False
    if i + 1 >= len(words) or gaps[i] != " ":
        return True
    after, word = reading.cues.get(i + 1), words[i + 1]
    if i + 1 in covered or (after is not None and (after.given is not None or after.title)):
        return False
    if after is not None and (after.verb is not None or "preposition" in after.flags):
        return True
    initial = len(word) < _SHORTEST and word not in name_words()["stop"]
    family = initial or word.startswith(("ال", "بال", "ايت"))
    return not family and is_common(reading.surface(i + 1, i + 2))


_CALLED: Final = ("المعروف", "الملقب", "المكني", "يعرف", "يلقب", "يكني")
"""How words begin that join a further name to a person."""
_ASIDES: Final = frozenset('("“«')
_AS: Final = frozenset({"باسم", "بلقب", "بكنيه", "ايضا", "اعلاميا", "ب"})
_ALSO: Final = 3  # words between a person and the further name
_SAINTS: Final = frozenset({"سان", "ساو", "سانت", "سانتا"})
"""What begins the names of cities: ساو باولو, سان خوسيه."""
_LONG: Final = 2  # words of a name that has no longer one
_SHORTEST: Final = 3  # letters of a word that is no initial
_FEWEST: Final = 3  # given names in a list that needs no other sign
