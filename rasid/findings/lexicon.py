"""One dictionary of every written form that a rule wants to know about.

Tried against an Aho–Corasick automaton on 500 news texts of 2,000 characters: cutting the text into
words and looking each up costs more than the automaton alone, but the rules need the words anyway.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from rasid.findings import forms
from rasid.findings.assets import asset_path, bad_line, file_in, read_rows
from rasid.findings.frames.patterns import Pattern
from rasid.findings.frames.patterns import load as load_frames
from rasid.findings.mentions import gazetteer
from rasid.language import fold_word
from rasid.language.growing import GrowingArray
from rasid.language.word_types import Cut

_LINKING: Final = ("من", "عن", "علي", "الي", "في", "الا", "بالا")

VERB_COLUMNS: Final = ("past", "present", "participle", "prep", "object", "subject")
OBJECTS: Final = ("no", "prep", "stance", "noun", "by", "deed", "within", "act", "about")
ACTING: Final = frozenset({"act", "about"})
"""Kinds of verbs that no clause follows: what they are about does, or nothing that is said."""
WORD_KINDS: Final = (
    "source", "institution", "venue", "talk", "named", "document", "thing", "passive", "adjunct",
    "relative", "according", "saying", "by-saying", "homograph", "opener", "preposition", "leading",
    "of-someone", "feminine", "by-adverb", "occurrence", "denied", "deity", "count", "told",
)  # fmt: skip
TITLE_KINDS: Final = ("rank", "role", "honour")
GIVEN_KINDS: Final = ("strong", "weak", "foreign")
BASE_KINDS: Final = (
    "head", "head-adjective", "elsewhere", "military", "coalition", "emptied", "depart", "arrive",
    "hand", "remain", "attack", "settle", "weapon", "assault", "otherwise", "troops", "harm", "site",
)  # fmt: skip

_TAKING: Final = frozenset(
    ["وصف", "اتهم", "ابلغ", "اخبر", "سال", "اعتبر", "حذر", "دعا", "طالب", "ناشد", "حث"]
)
"""Reporting verbs (folded) that take a pronoun as their object."""
_LINKING_FLAGS: Final = frozenset({"link", "stance", "occurrence", "denied"})
_DEEDS: Final = frozenset(BASE_KINDS[6:14])
"""What happens at a base: nouns that take clitics and pronouns."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb: its prepositions before أن, what may replace أن, who may be its subject."""

    lemma: str
    prepositions: tuple[str, ...]
    object: str
    animate: bool


class VerbForm(NamedTuple):
    """A form of a reporting verb: finite or participle, after which conjunction, feminine or not.

    taken: its object is a pronoun glued to it (وصفه، اتهمها), so that a noun after it is its subject.
    """

    verb: Verb
    prefix: str
    finite: bool
    feminine: bool
    taken: bool = False


class NameForm(NamedTuple):
    """The first word of a name, with the words that must follow."""

    prefix: str
    tail: tuple[str, ...]
    entity_id: str
    kind: str
    mark: str


@dataclass(slots=True)
class Cue:
    """All that is known of one written form; flags map a kind of word to the prefix before it."""

    names: dict[str, list[NameForm]] = field(default_factory=dict)  # by the second word
    verb: VerbForm | None = None
    participle: VerbForm | None = None
    flags: dict[str, str] = field(default_factory=dict)
    frames: tuple[Pattern, ...] = ()
    given: tuple[str, str] | None = None  # which kind of given name, after which clitics
    title: bool = False
    asks: tuple[int, ...] = ()


ASKS: Final = ("entities", "people", "speech", "links", "frames", "accounts", "sites")
"""The rules that ask for words; each is handed only the words it asks for."""
ENTITIES, PEOPLE, SPEECH, LINKS, FRAMES, ACCOUNTS, SITES = range(len(ASKS))

_SHARED: Final[dict[tuple[int, ...], tuple[int, ...]]] = {}
_TITLES: Final = frozenset(TITLE_KINDS)
_GIVEN: Final = ("strong", "foreign", "weak")  # the surest kind first
_PEOPLE_ONLY: Final = (PEOPLE,)


Hit = tuple[int, Cue]
"""The place of a word in its text, and what is known of it."""


def _longest_first(name: NameForm) -> int:
    return -len(name.tail)


class Lexicon:
    """The dictionary; `words` maps a folded form to its `Cue`."""

    def __init__(self, folder: Path, entities: list[gazetteer.Entity]) -> None:
        self.words: dict[str, Cue] = {}
        self._begin()
        self._verbs(file_in(folder, "speech_verbs.tsv"))
        self._flags(file_in(folder, "speech_words.tsv"), WORD_KINDS, article=True)
        self._flags(file_in(folder, "titles.tsv"), TITLE_KINDS, article=True)
        self._flags(file_in(folder, "given_names.tsv"), GIVEN_KINDS, article=False)
        self._flags(file_in(folder, "base_words.tsv"), BASE_KINDS, article=True)
        self._stances(file_in(folder, "stance.tsv"))
        for cue in self.words.values():
            if "homograph" in cue.flags:
                cue.verb = cue.participle = None
        self._base_verbs(file_in(folder, "base_verbs.tsv"))
        for entity in entities:
            self._names(entity)
        for word in (*forms.THAT, *forms.THAT_PRONOUN, *forms.MERGED, *_LINKING):
            self.flag(word, "link", "")
        for form, patterns in load_frames(file_in(folder, "frames.tsv"))[1].items():
            self.cue(form).frames = patterns
        for cue in self.words.values():
            self._summed_up(cue)

    @classmethod
    def of(cls, words: dict[str, Cue]) -> Lexicon:
        """Return the dictionary of words that were noted before."""
        made = cls.__new__(cls)
        made.words = words
        made._begin()
        return made

    def _begin(self) -> None:
        """Begin the list of the cues met, of which the first stands for none."""
        self._met = GrowingArray[Cue]()
        self._met.append(Cue())
        self._asks: list[tuple[int, ...]] = [()]  # of each: few cues are looked into
        self._numbers: dict[Hashable, int] = {}

    def hits(self, cut: Cut) -> tuple[dict[int, Cue], tuple[list[Hit], ...]]:
        """Return the cue of each word of a text that is known, by its place, and what each rule asks for of these."""
        found = cut.types.column(self, self._number).at(cut.numbers)
        known = found.nonzero()[0]
        numbers = found.take(known)
        cues = dict(zip(known.tolist(), self._met.take(numbers), strict=True))
        asked: tuple[list[Hit], ...] = tuple([] for _ in ASKS)
        every = map(self._asks.__getitem__, numbers.tolist())
        for hit, asks in zip(cues.items(), every, strict=True):
            for ask in asks:
                asked[ask].append(hit)
        return cues, asked

    def _number(self, word: str) -> int:
        """Return the number of a word's cue among those met; 0: unknown.

        Words of which the same is known (most given names, the forms of a verb after و) share one cue: a text then
        touches a few hundred of them, which stay in the processor's cache, where there are 86,000.
        """
        cue = self.words.get(word)
        if cue is None:
            return 0
        known: Hashable = id(cue)
        if not cue.names:
            known = cue.verb, cue.participle, tuple(cue.flags.items()), cue.frames
        if known not in self._numbers:
            self._numbers[known] = len(self._met)
            self._met.append(cue)
            self._asks.append(_SHARED.setdefault(cue.asks, cue.asks))
        return self._numbers[known]

    def _summed_up(self, cue: Cue) -> None:
        """Note what every text is asked for, so that it costs one look."""
        flags = cue.flags
        for names in cue.names.values():
            names.sort(key=_longest_first)
        cue.title = not _TITLES.isdisjoint(flags)
        for kind in _GIVEN:
            if kind in flags:
                cue.given = (kind, flags[kind])
                break
        reports = cue.verb is not None or cue.participle is not None
        # A third of the forms are given names and nothing else: they share one tuple.
        if len(flags) == 1 and cue.given and not (reports or cue.names or cue.frames):
            cue.asks = _PEOPLE_ONLY
            return
        asks = (
            (ENTITIES, bool(cue.names)),
            (PEOPLE, cue.title or cue.given is not None),
            (SPEECH, reports or "by-saying" in flags or "passive" in flags),
            (LINKS, reports or not _LINKING_FLAGS.isdisjoint(flags)),
            (FRAMES, bool(cue.frames)),
            (ACCOUNTS, "according" in flags),
            (SITES, "site" in flags),
        )
        cue.asks = tuple([ask for ask, wanted in asks if wanted])

    def cue(self, form: str) -> Cue:
        """Return the cue of a form, made when it is new."""
        found = self.words.get(form)
        if found is None:
            found = self.words[form] = Cue()
        return found

    def flag(self, form: str, kind: str, prefix: str) -> None:
        """Note a kind of word for a form; the shortest prefix stands."""
        cue = self.words.get(form)
        if cue is None:
            self.words[form] = Cue(flags={kind: prefix})
            return
        flags = cue.flags
        if kind not in flags or len(prefix) < len(flags[kind]):
            flags[kind] = prefix

    def _names(self, entity: gazetteer.Entity) -> None:
        for alias in entity.spellings:
            first, *tail = alias.words
            for prefix, form in forms.clitic_forms(first):
                name = NameForm(prefix, tuple(tail), entity.entity_id, entity.kind, alias.mark)
                self.cue(form).names.setdefault(tail[0] if tail else "", []).append(name)

    def _verbs(self, path: Path) -> None:
        for number, row in read_rows(path, VERB_COLUMNS):
            if row["object"] not in OBJECTS or row["subject"] not in {"any", "animate"}:
                raise bad_line(path, number, "one-of", f"{row['object']} {row['subject']}")
            past, present = fold_word(row["past"]), fold_word(row["present"])
            prepositions = tuple(fold_word(p) for p in row["prep"].split() if p != "-")
            verb = Verb(past, prepositions, row["object"], row["subject"] == "animate")
            # "-" as the present: the finite forms mean other things as often (عدّ, عاداً).
            for form in forms.past_forms(past) if present != "-" else ():
                self._finite(form, verb, feminine=form != past and form.endswith(("ت", "تا")))
            for form in forms.present_forms(present) if present != "-" else ():
                self._finite(form, verb, feminine=form.lstrip("س").startswith("ت"))
            if past in _TAKING:
                self._taken(past, present, verb)
            if row["participle"] != "-":
                for form in forms.participle_forms(fold_word(row["participle"])):
                    for prefix in ("", "و"):
                        cue = self.cue(prefix + form)
                        feminine = form.endswith(("ه", "ات"))
                        cue.participle = cue.participle or VerbForm(verb, prefix, False, feminine)

    def _finite(self, form: str, verb: Verb, *, feminine: bool) -> None:
        for prefix in forms.CONJUNCTIONS:
            cue = self.cue(prefix + form)
            if cue.verb is None or (prefix == "" and cue.verb.prefix):
                cue.verb = VerbForm(verb, prefix, True, feminine)

    def _taken(self, past: str, present: str, verb: Verb) -> None:
        """Note the forms of a verb with a pronoun as its object: وصفه، اتهمتها، يصفها."""
        she = (past[:-1] if past.endswith("ا") else past) + "ت"
        they = [(past, False), (she, True), (present, False)]
        if past not in {"اعتبر", "سال"}:  # هل تعتبرها كافية: as often the second person
            they.append(("ت" + present[1:], True))
        for stem, feminine in they:
            for pronoun in ("ه", "ها", "هم", "هما"):
                for prefix in forms.CONJUNCTIONS:
                    cue = self.cue(prefix + stem + pronoun)
                    if cue.verb is None and not cue.names:
                        cue.verb = VerbForm(verb, prefix, True, feminine, True)

    def _flags(self, path: Path, kinds: tuple[str, ...], *, article: bool) -> None:
        nouns = {
            "source",
            "feminine",
            "institution",
            "rank",
            "role",
            "honour",
            "head",
            "elsewhere",
            "military",
            "coalition",
            "otherwise",
            "troops",
            "harm",
        } | _DEEDS
        for number, row in read_rows(path, ("kind", "words")):
            kind = row["kind"]
            if kind not in kinds:
                raise bad_line(path, number, "one-of", kind)
            for word in fold_word(row["words"]).split():
                if kind in nouns:
                    pronouns = kind in {
                        "role",
                        "honour",
                        "military",
                        "coalition",
                        "troops",
                        *_DEEDS,
                    }
                    every = forms.noun_forms(word, article=article, pronouns=pronouns)
                elif kind in GIVEN_KINDS or kind == "site":
                    every = forms.clitic_forms(word)
                else:
                    every = ((p, p + word) for p in forms.CONJUNCTIONS)
                for prefix, form in every:
                    self.flag(form, kind, prefix)

    def _stances(self, path: Path) -> None:
        for _, row in read_rows(path, ("noun",)):
            for prefix, form in forms.noun_forms(fold_word(row["noun"]), article=False):
                if prefix in {"", "ب", "ل"}:
                    self.flag(form, "stance", prefix)

    def _base_verbs(self, path: Path) -> None:
        for number, row in read_rows(path, ("role", "verbs")):
            if row["role"] not in BASE_KINDS:
                raise bad_line(path, number, "one-of", row["role"])
            for pair in fold_word(row["verbs"]).split():
                past, _, present = pair.partition("/")
                stayed = (past + "ت",) if past.endswith("ي") else ()  # بقيت
                for form in (
                    *stayed,
                    *forms.past_forms(past),
                    *forms.present_forms(present or past),
                ):
                    for prefix in forms.CONJUNCTIONS:
                        self.flag(prefix + form, row["role"], prefix)
                    if not form.endswith(("ا", "ي")):  # القاعدة التي غادرتها القوات
                        self.flag(form + "ها", row["role"] + "-it", "")
                        self.flag(form + "ه", row["role"] + "-it", "")


@cache
def lexicon() -> Lexicon:
    """Return the lexicon of `assets/`, read and checked on first use.

    Raises:
        RasidError: code "bad-asset", naming file and line.
    """
    from rasid.findings import lexicon_cache  # it knows the classes of this module

    return lexicon_cache.load(lambda: Lexicon(asset_path("lexicon"), gazetteer.entities()))
