"""Names that only a reporting verb shows to be names: وقال كيميت إن، قال صائب عريقات، وأضافت مريم."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from rasid.findings.lexicon import SPEECH
from rasid.findings.people.names import Name, NameFinder
from rasid.findings.people.short_names import of_father
from rasid.findings.people.spelling import person_id, same_spelling
from rasid.findings.people.words import CLUBS, is_common, is_nisba, name_words
from rasid.findings.reading import Reading

_SAYING: Final = frozenset(
    [
        "قال",
        "اضاف",
        "اوضح",
        "اكد",
        "تابع",
        "ذكر",
        "صرح",
        "اشار",
        "لفت",
        "شدد",
        "بين",
        "راي",
        "اعتبر",
        "اعلن",
        "كتب",
        "غرد",
        "حذر",
    ]
)
_OF: Final = frozenset({"دي", "فان", "فون", "دو"})
"""Particles that a foreign family name begins with."""
_OUTLETS: Final = frozenset(
    "موقع وموقع وكاله ووكاله صحيفه وصحيفه قناه وقناه مجله ومجله شبكه منصه اذاعه تلفزيون".split()  # noqa: SIM905
)
_SHORTEST: Final = 4
_ONLY_SAYING: Final = frozenset({"قال", "اضاف", "تابع", "صرح"})
"""Verbs whose object is only what is said."""


def verb_subjects(
    reading: Reading, finder: NameFinder, people: list[Name], covered: set[int]
) -> list[Name]:
    """Return the names that only a reporting verb shows to be names: وقال كيميت إن، قال صائب عريقات."""
    full = [name for name in people if name.last - name.first > 1]
    found = []
    gaps, last_word = reading.gaps, len(reading.words) - 1
    for v, cue in reading.asked[SPEECH]:
        if cue.verb is None:
            continue
        i = v + 1
        if cue.verb.verb.lemma not in _SAYING:
            through = "preposition" in cue.flags or "adjunct" in cue.flags  # عبر فيس بوك
            sure = not (cue.verb.feminine or through)
            if sure and _two_unheard(reading, finder, i, covered):  # وعلق تاكيشيمي مينامي، كبير كذا
                found.append(Name(i, i + 2, 0, -1, person_id(reading.words[i : i + 2])))
                full.append(found[-1])
            continue
        if not cue.verb.prefix and _before_verb(reading, finder, v, covered):
            words = reading.words[v - 2 : v]
            found.append(Name(v - 2, v, 0, -1, person_id(words)))
            covered.update((v - 2, v - 1))
        if i >= last_word or gaps[v] != " " or i in covered:
            continue
        if _called(reading, i, cue.verb.verb.lemma):
            word = reading.words[i]
            firsts = {reading.words[n.first][n.skip :]: n.entity_id for n in full}
            found.append(Name(i, i + 1, 0, -1, firsts.get(word) or person_id([word])))
            continue
        if _called_two(reading, i):
            found.append(Name(i, i + 2, 0, -1, person_id(reading.words[i : i + 2])))
            continue
        last = _subject_end(reading, finder, i)
        if not last or _is_outlet(reading, i):
            continue
        words = reading.words[i:last]
        same = _spelled_alike(reading, full, words[-1])
        if same is None and cue.verb.feminine and last - i == 1:
            continue  # قالت غوغل: as often a company as a woman
        found.append(Name(i, last, 0, -1, same or person_id(words)))
        if last - i > 1:
            full.append(found[-1])
    return found


def carries(reading: Reading, name: Name) -> bool:
    """Tell whether a name that a verb shows is sure enough for its family alone: أعلنت بيونغ يانغ is none."""
    cue = reading.cues.get(name.first - 1)
    told = cue is not None and cue.verb is not None and not cue.verb.feminine
    return told and name.last - name.first > 1


def _spelled_alike(reading: Reading, full: list[Name], family: str) -> str | None:
    """Return who of those named in full has this family name, in this spelling or another."""
    known = {reading.words[n.last - 1]: n.entity_id for n in full if not of_father(reading, n)}
    alike = next((e for k, e in known.items() if same_spelling(k, family)), None)
    # وأشار غزاي, after غزاي الحربي
    return alike or next((n.entity_id for n in full if reading.words[n.first] == family), None)


def _before_verb(reading: Reading, finder: NameFinder, v: int, covered: set[int]) -> bool:
    """Tell whether two words no dictionary knows stand right before the saying at word `v`: لكن نجاتي سنتورك قال."""
    verb = reading.cues[v].verb
    if v < 2 or verb is None or verb.feminine:
        return False
    if reading.words[v] == "بين" or reading.gaps[v - 1] != " " or reading.gaps[v - 2] != " ":
        return False
    if (
        v - 1 in covered
        or v - 2 in covered
        or reading.words[v - 2][:1] in {"و", "ا", "ل", "ب", "ف"}
    ):
        return False
    return finder.plain(v - 1) and finder.plain(v - 2)


def _two_unheard(reading: Reading, finder: NameFinder, i: int, covered: set[int]) -> bool:
    """Tell whether two words no dictionary knows stand at word `i`, and a sign, a title or أن follows them."""
    if i + 2 >= len(reading.words) or reading.gaps[i - 1] != " " or reading.gaps[i] != " ":
        return False
    cues = reading.cues
    known = i in cues or i + 1 in cues or i in covered or i + 1 in covered
    if known or not _closed(reading, i + 2):
        return False
    raws = [reading.surface(k, k + 1) for k in (i, i + 1)]
    if any(raw[-1] in "اًه" and is_common(raw[:-1]) for raw in raws):
        return False  # ويعتبرها عملا اجراميا
    return all(finder.plain(i + k) and not is_common(raw) for k, raw in enumerate(raws))


def _called(reading: Reading, i: int, verb: str) -> bool:
    """Tell whether a given name at word `i` is the whole subject: وأضافت مريم، وقال فرحان: ..."""
    cue = reading.cues.get(i)
    if cue is None or cue.given is None or cue.given[1] or cue.title or cue.verb is not None:
        return False
    weak = cue.given[0] == "weak"
    if weak and verb not in _ONLY_SAYING:
        return False  # أكد نجاح
    gap, after = reading.gaps[i].strip(), reading.cues.get(i + 1)
    if gap:
        return gap[0] in (":" if weak else ":،,")
    return after is not None and ("link" in after.flags or "relative" in after.flags)


def _called_two(reading: Reading, i: int) -> bool:
    """Tell whether a given name of two words is the whole subject: وأوضح نور الدين أن."""
    if reading.words[i + 1 : i + 2] != ["الدين"] or reading.gaps[i] != " ":
        return False
    cue, after = reading.cues.get(i), reading.cues.get(i + 2)
    given = cue is not None and cue.given is not None and not cue.given[1]
    return given and after is not None and "link" in after.flags


def _subject_end(reading: Reading, finder: NameFinder, i: int) -> int:
    """Return the end of the unknown name at word `i`, 0 when it does not look like one.

    One or two words no dictionary knows, or a first name that is also a word and one it does not know;
    then a comma, أن, a title or an adjunct.
    """
    if not (_closed(reading, i + 1) or _closed(reading, i + 2)):
        return 0  # tried first, for it costs least
    if reading.words[i] in _OF and finder.plain(i + 1):
        return i + 2 if _closed(reading, i + 2) else 0  # وقال دي لوس إن
    family = is_nisba(reading.words[i]) and reading.words[i] not in name_words()["nation"]
    if _no_subject(reading, i):
        return 0
    unknown = finder.plain(i) or (
        family and reading.cues.get(i) is None and not is_common(reading.surface(i, i + 1))
    )
    last = i + 1
    second = last < len(reading.words) and reading.gaps[i] == " " and finder.plain(last)
    if not (unknown and second) and _titled_after(reading, i):
        return i + 2
    if not unknown and not (second and _first_name(reading, i)):
        return 0
    last += second
    if reading.words[last - 1] in CLUBS:
        return 0
    return last if _closed(reading, last) else 0


def _no_subject(reading: Reading, i: int) -> bool:
    """Tell whether a plural noun (أعلن باحثو الشركة) or a pair of places (بين رمادة والذهيبة) stands at word `i`."""
    word = reading.words[i]
    pair = "".join(reading.words[i + 1 : i + 2])[:1] == "و" and reading.gaps[i] == " "
    if word.endswith("تي") and is_common(reading.surface(i, i + 1)[:-2] + "ة", bare=True):
        return True  # الخط الرابط بين محافظتي البيضاء وشبوة
    if word[-1:] not in {"ا", "و"}:
        return pair and reading.words[i - 1] == "بين"
    raw = reading.surface(i, i + 1)
    if raw[-1] == "ا" and reading.words[i + 1][-1:] == "ا" and is_common(raw[:-1], bare=True):
        return is_common(raw, bare=True)  # ويعتبرها عملا اجراميا
    if len(raw) > _SHORTEST and raw[-1] == "و" and raw[1] == "ا" and is_common(raw[:-1], bare=True):
        return True
    return pair and reading.words[i - 1] == "بين"


def _is_outlet(reading: Reading, i: int) -> bool:
    """Tell whether the text calls word `i` an outlet elsewhere: وتابعت كذا, after موقع كذا."""
    word = reading.words[i]
    return any(
        name == word and before.removeprefix("ل") in _OUTLETS
        for before, name in pairwise(reading.words)
    )


def _closed(reading: Reading, last: int) -> bool:
    """Tell whether a name may end before word `last`: a sign, a title, أن or an adjunct stands there."""
    if last >= len(reading.words) or reading.gaps[last - 1] != " ":
        return True
    cue = reading.cues.get(last)
    return cue is not None and (cue.title or "link" in cue.flags or "adjunct" in cue.flags)


def _titled_after(reading: Reading, i: int) -> bool:
    """Tell whether two words at `i` are a name because its title follows: قال غبريال صوما، مستشار."""
    if i + 2 >= len(reading.words) or reading.gaps[i] != " " or "،" not in reading.gaps[i + 1]:
        return False
    title = reading.cues.get(i + 2)
    return (
        title is not None
        and title.title
        and _first_name(reading, i)
        and _first_name(reading, i + 1)
    )


def _first_name(reading: Reading, i: int) -> bool:
    """Tell whether word `i`, an ordinary word, may be a first name: no article, no role of its own."""
    word = reading.words[i]
    cue = reading.cues.get(i)
    plain = len(word) > 2 and word.isalpha() and not word.startswith(("ال", "لل", "و"))
    return (
        plain and (cue is None or cue.given is not None) and word not in name_words()["ends-name"]
    )
