"""From events in words to statements with offsets."""

from __future__ import annotations

from typing import Final, NamedTuple

from rasid.findings.lexicon import ACCOUNTS, lexicon
from rasid.findings.people.words import is_common
from rasid.findings.reading import Reading
from rasid.findings.speech.links import FULL_QUOTE
from rasid.findings.speech.speaker import Speaker
from rasid.findings.types import Statement

_TELLING: Final = frozenset({"source", "document", "institution", "saying", "role"})
_WHAT: Final = frozenset({"ما", "لما", "عن"})
_OPENING: Final = frozenset(
    [
        "كما",
        "فيما",
        "بينما",
        "لكنه",
        "لكنها",
        "ولكنه",
        "ولكنها",
        "لكن",
        "حيث",
        "وفيما",
        "اذ",
        "غير",
        "الا",
        "بيد",
        "اما",
    ]
)
_TRAILING: Final = frozenset("و كما فيما حيث بينما وفي علي حد وذلك".split())  # noqa: SIM905
SAID: Final = frozenset({"قول", "تعبير", "وصف", "زعم"})
SAID_BY: Final = frozenset(
    noun + pronoun for noun in (*SAID, "روايت", "راي") for pronoun in ("ه", "ها", "هم")
)
"""على حد قوله: nouns of saying that close what was said."""


class Event(NamedTuple):
    """A statement in words: the verb, the first word of the content, the quotation it opens with.

    kind is that, colon, quote, noun, about, account or heading; what a statement is about (أدان فلان الهجوم)
    is named in the text's own words; quote is -1 without one; speaker is None for the
    passive.
    """

    verb: int
    content: int
    kind: str
    quote: int
    speaker: Speaker | None


def statements_of(reading: Reading, events: list[Event]) -> list[Statement]:
    """Return the events as statements, in order."""
    return [
        _statement(reading, event, events[k + 1] if k + 1 < len(events) else None)
        for k, event in enumerate(events)
    ]


def _statement(reading: Reading, event: Event, following: Event | None) -> Statement:
    text, said, at = reading.document.text, event.speaker, event.verb
    start, end, style = _content(reading, event, following)
    start, end = reading.folded.span(start, end)
    begins, ends = reading.span(at, at + 1)
    if event.kind == "heading":
        begins = text.index(":", ends - 1)
        ends = begins + 1
    speaker, named = "", None
    first = begins if begins < start else start
    if said is not None and said.first >= 0:
        closes = not reading.words[
            said.last - 1
        ]  # the sign that ends the text is not the speaker's
        left, right = reading.span(said.first, said.last - closes, said.skip)
        if text[right : right + 1] in _CLOSING_MARKS:
            right = _closing(text, left, right)
        article = _swallowed(reading.words[said.first], said.skip)
        speaker, named = article + text[left:right], said.entity_id
        fronted = said.first < at < said.first + _NEAR and left < first
        if fronted and event.kind != "account" and reading.sentence(at)[0] <= said.first:
            first = left
    last = end if end > ends else ends
    verb = text[begins:ends]
    return Statement(first, last, text[first:last], verb, style, speaker, named, start, end)


def _swallowed(word: str, skip: int) -> str:
    """Return the article that ل left no alif of: ال for للبيان, الل for للجنة, "" for a word without one."""
    if skip < len(_TO) or not word[:skip].endswith(_TO):
        return ""
    known, bare = lexicon().words, word[skip:]
    doubled = f"الل{bare}" in known and f"ال{bare}" not in known
    return "الل" if doubled or (is_common("ل" + bare) and not is_common(bare)) else "ال"


def _closing(text: str, start: int, end: int) -> int:
    """Return the end of a speaker with the mark that closes the quotation in it: صحيفة "كذا"."""
    name = text[start:end]
    opened = name.count('"') % 2 or name.count("“") > name.count("”")
    opened = opened or name.count("«") > name.count("»")
    return end + 1 if opened else end


_TO: Final = "لل"
_CLOSING_MARKS: Final = frozenset('"”“»')
_HEAD: Final = 8  # words of a title before a name
_BRIDGE: Final = 40  # letters between two parts of one statement: "…" مع الصين حتى "…"
_SIGNS: Final = frozenset("،,.؛:()؟!-")
_NEAR: Final = 30  # words between a fronted subject and its verb


def _content(reading: Reading, event: Event, following: Event | None) -> tuple[int, int, str]:
    """Return start and end (folded offsets) of the content, and its style."""
    if event.quote >= 0:
        first, last = reading.quote_words[event.quote]
        if last - first >= FULL_QUOTE or event.kind in {"colon", "quote", "heading"}:
            return _direct(reading, event, following)
    _, end = reading.sentence(min(event.content, len(reading.words) - 1))
    if event.kind == "account" and event.content < event.verb:
        end = event.verb
    elif (
        following is not None
        and event.content < following.verb < end
        and _apart(reading, following)
    ):
        end = following.verb - (reading.words[following.verb - 1] in _OPENING)
    elif following is not None and following.verb < end:
        end = _beside(reading, event, following, end)
    if event.kind != "account":
        last = reading.quote_last(end) if reading.quotes else end
        if last > end and (following is None or following.verb >= last):
            end = last  # «… ليست كذا. كان العلم …»
        if reading.asked[ACCOUNTS]:
            end = _before_account(reading, event.content, end)
    words = reading.words
    while end - 1 > event.content:
        ended = not words[end - 1] or words[end - 1] in _TRAILING
        if not ended and words[end - 2 : end] != ["علي", "ما"]:  # …، على ما أعلن فلان
            break
        end -= 1
    start = reading.start(event.content)
    if event.quote >= 0:
        start = min(start, reading.quotes[event.quote].start)
    return start, max(start, reading.end(max(end - 1, event.content))), "indirect"


def _before_account(reading: Reading, first: int, end: int) -> int:
    """Return where a content ends before who else tells it: …، وفق ما نقلته الوكالة."""
    for i, _ in reversed(reading.asked[ACCOUNTS]):
        if not first + 1 < i < end - 1:
            continue
        by_him = reading.words[i + 1] in SAID_BY
        if by_him and reading.words[i] == "حد" and reading.words[i - 1] == "علي":
            return i - 1  # … على حد تعبيره
        at = i - 1 if reading.words[i - 1] == "وذلك" else i
        gap = reading.gaps[at - 1]
        later = any("،" in reading.gaps[k] or "," in reading.gaps[k] for k in range(i + 2, end - 1))
        cue = reading.cues.get(i + 1)
        told = by_him or reading.words[i + 1] in _WHAT
        if cue is not None:  # …، حسبما أفادت الوكالة
            told = told or cue.verb is not None or bool(cue.names)
            told = told or not _TELLING.isdisjoint(cue.flags)
        return at if told and not later and (by_him or "،" in gap or "," in gap) else end
    return end


def _beside(reading: Reading, event: Event, following: Event, end: int) -> int:
    """Return where a content ends before another subject's statement: قال فلان إن كذا، | لكن الوزير علاناً قال إن."""
    said = following.speaker
    if said is None or following.kind == "account" or not said.first < following.verb:
        return end
    for k in range(said.first - 1, max(event.content, said.first - _HEAD), -1):
        parted = reading.gaps[k - 1].strip()
        if reading.words[k] in _OPENING and parted:
            return k
        if parted:
            break
    return end


def _apart(reading: Reading, event: Event) -> bool:
    """Tell whether an event goes on beside the one before it, not inside what that one says."""
    gap, verb = reading.gaps[event.verb - 1], reading.words[event.verb]
    cue = reading.cues.get(event.verb)
    if cue is not None and cue.participle is not None and verb.endswith(("ا", "ه")):
        return True  # … محذراً من
    if gap == " " and reading.words[event.verb - 1] == "كما" and cue is not None and cue.verb:
        return True
    if gap == " " and reading.words[event.verb - 1] in _OPENING:
        gap = reading.gaps[event.verb - 2].strip()  # …، لكنه أكد
    return event.kind != "account" and (gap.strip() != "" or verb[:1] in {"و", "ف"})


def _bridged(reading: Reading, between: str, end: int, following: Event | None) -> bool:
    """Tell whether few words, no sign among them, join a quotation that ends at `end` to the next one."""
    if len(between) > _BRIDGE or not _SIGNS.isdisjoint(between):
        return False
    at = reading.start(following.verb) if following is not None else -1
    return not end <= at <= end + len(between) + 6


def _direct(reading: Reading, event: Event, following: Event | None) -> tuple[int, int, str]:
    """Return the quotation, with those that go on from it: "…"، و"…"; "…" مع الصين حتى "…"."""
    quotes, k = reading.quotes, event.quote
    start, end = quotes[k]
    text = reading.folded.text
    while k + 1 < len(quotes):
        between = text[end : quotes[k + 1].start].strip("\"“”„«»'‘’ ،,")
        if "\n" in text[end : quotes[k + 1].start]:
            break
        if "according" in reading.flags(reading.quote_words[k][1]):
            break  # "…"، حسبما أفادت وكالة «كذا»
        if between not in {"و", "وان", ""} and not _bridged(reading, between, end, following):
            break
        k += 1
        end = quotes[k].end
    return start, end, "direct"
