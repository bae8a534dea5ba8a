"""Claims: what a sentence says a number of troops or bases is of: whose, where, and whether they are there.

The side is read from the noun phrase of the number (2500 جندي أميركي، 300 من قوات التحالف), from the forces
that a verb of counting ties to it (عدد القوات الأميركية ... يبلغ 5000), or from who has or posts them (تنشر فرنسا
4000 جندي): never from the place. The place is the base, town or country after في or the like. Only numbers of
those present can disagree: the dead, the newcomers, a part of the whole are counted anew by each sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple, cast

import ibis.expr.types as ir
import numpy as np
import pandas as pd
import pyarrow as pa

from rasid.findings.gazetteer import by_id, entities
from rasid.language import fold_word, lemmatize
from rasid.language.numbers import NUMBER_WORDS
from rasid.measures.lexicon import lexicon_of
from rasid.measures.scope import Scope
from rasid.measures.words import lemmas_of
from rasid.store import engine_expressions as ex

COUNTED: Final = ("troops", "bases")

PRESENT: Final = "present"

_BEFORE, _AFTER = 8, 7
"""Words looked at before and after a number for what happens to those counted."""

_REACH: Final = 12
"""Words between a number and its place, or the forces that a verb of counting ties to it."""

_NEIGHBOURS: Final = ("base", "place", "country", "organisation")


def claimed_expression() -> ir.Table:
    """Write the numbers of troops and bases."""
    rows = ex.table("quantities")
    rows = rows.filter(rows.about.isin(COUNTED))
    return rows.select("article_key", "sentence", "start", "end", "surface", "entity_id")


def words_expression() -> ir.Table:
    """Write the words of some sentences."""
    wanted = ex.bound("wanted", {"article_key": "int32", "sentence": "int16"})
    rows = ex.table("tokens").semi_join(wanted, ["article_key", "sentence"])
    return rows.select("article_key", "sentence", "start", "end", "lemma_id", "form_id")


def named_expression() -> ir.Table:
    """Write the bases, places, countries and organisations that some sentences name."""
    wanted = ex.bound("wanted", {"article_key": "int32", "sentence": "int16"})
    rows = ex.table("mentions").semi_join(wanted, ["article_key", "sentence"])
    rows = rows.filter(rows.kind.isin(_NEIGHBOURS))
    return rows.select("article_key", "sentence", "start", "end", "entity_id", "kind")


class Name(NamedTuple):
    """A base, place, country or organisation named in the sentence."""

    start: int
    end: int
    entity_id: str
    kind: str


@dataclass(frozen=True)
class Sentence:
    """The words and names of a sentence, in order; lists of the same length but for `names`."""

    start: list[int]
    end: list[int]
    lemma: list[str]
    form: list[str]
    names: list[Name]

    def name_at(self, i: int) -> Name | None:
        """Return the name that word `i` belongs to."""
        for name in self.names:
            if name.start < self.end[i] and self.start[i] < name.end:
                return name
        return None


def claims_of(scope: Scope) -> pd.DataFrame:
    """Return what is known of every number of troops and bases of the store; read once per store.

    Columns: `article_key`, `start`, `end` (one row each), `side_id`, `place_id` (None unknown),
    `matter` ("present", or "" for any other).
    """
    return cast(pd.DataFrame, scope.store.keep("claims", lambda: _read(scope)))


def _read(scope: Scope) -> pd.DataFrame:
    counted = ex.run(scope.store, claimed_expression, {}).to_pandas()
    counted = counted.sort_values(["article_key", "start", "end", "surface"], ignore_index=True)
    counted = counted.drop_duplicates(["article_key", "start", "end"], ignore_index=True)
    found: list[tuple[str | None, str | None, str]] = []
    for sentence, rows in _sentences(scope, counted):
        side, preceding = None, 0
        for at, (start, end, surface, base) in enumerate(rows):
            following = (
                rows[at + 1][0] if at + 1 < len(rows) else max(sentence.end, default=end) + 1
            )
            claim = _Claim(sentence, start, end, preceding, following)
            side = claim.side() or (side if at and _is_bare(surface) else None)
            place = base or claim.place()
            found.append((side, place, PRESENT if claim.is_present(side, place) else ""))
            preceding = end
    read = pd.DataFrame(found, columns=["side_id", "place_id", "matter"], dtype=object)
    known: pd.DataFrame = pd.concat([counted[["article_key", "start", "end"]], read], axis=1)
    return known


def _is_bare(surface: str) -> bool:
    """Tell whether a number has no noun of its own: in a list it counts what the one before does."""
    last = fold_word(surface).split()[-1:]
    return not last or not last[0].isalpha() or last[0] in NUMBER_WORDS


def _sentences(
    scope: Scope, counted: pd.DataFrame
) -> Iterator[tuple[Sentence, list[tuple[int, int, str, str | None]]]]:
    """Yield each sentence with its numbers: start, end, surface, base or None."""
    keys = ["article_key", "sentence"]
    wanted = {"wanted": pa.Table.from_pandas(counted[keys].drop_duplicates(), preserve_index=False)}
    words = ex.run(scope.store, words_expression, wanted).to_pandas().sort_values([*keys, "start"])
    names = ex.run(scope.store, named_expression, wanted).to_pandas().sort_values([*keys, "start"])
    lexicon, lemmas = lexicon_of(scope.store), lemmas_of(scope.store).lemma
    forms = lexicon.folded.take(pa.array(np.searchsorted(lexicon.form_id, words["form_id"])))
    words["form"], words["lemma"] = forms.to_pylist(), lemmas[words["lemma_id"].to_numpy()]
    named = {
        key: list(map(Name, *(rows[n].tolist() for n in Name._fields)))
        for key, rows in names.groupby(keys)
    }
    worded = dict(iter(words.groupby(keys)))
    for key, rows in counted.groupby(keys, sort=True):
        of_key = worded.get(key)
        start, end, lemma, form = (
            [[], [], [], []]
            if of_key is None
            else [of_key[n].tolist() for n in ("start", "end", "lemma", "form")]
        )
        numbers = [rows[n].tolist() for n in ("start", "end", "surface", "entity_id")]
        bases = [base if isinstance(base, str) else None for base in numbers.pop()]
        spans = list(zip(*numbers, bases, strict=True))
        yield Sentence(start, end, lemma, form, named.get(key, [])), spans


@dataclass(frozen=True)
class _Claim:
    """A number in its sentence; the one before it ends at `preceding`, the next starts at `following`."""

    sentence: Sentence
    start: int
    end: int
    preceding: int
    following: int

    @property
    def before(self) -> int:
        """The last word before the number; -1 for none."""
        return int(np.searchsorted(self.sentence.end, self.start, side="right")) - 1

    @property
    def after(self) -> int:
        """The first word after the number."""
        return int(np.searchsorted(self.sentence.start, self.end))

    def side(self) -> str | None:
        """Return whose they are; None when the sentence does not say."""
        return self._in_phrase() or self._tied() or self._owner()

    def _in_phrase(self) -> str | None:
        """Read the noun phrase after the number: جندي أميركي، من قوات التحالف."""
        words = self.sentence
        for i in range(self.after, min(self.after + _AFTER, len(words.start))):
            if self._breaks(i):
                return None
            name = words.name_at(i)
            if name:
                return _force(name) or self._from(name, i)
            nation = _nations().get(words.lemma[i])
            if nation:
                return nation
            if words.lemma[i] not in _cues().phrase:
                return None
        return None

    def _back(self) -> Iterator[int]:
        """Yield the words before the number, the nearest first, as far as the number before it."""
        for i in range(self.before, max(-1, self.before - _REACH), -1):
            if self.sentence.start[i] < self.preceding:
                return
            yield i

    def _breaks(self, i: int) -> bool:
        """Tell whether a sign, or the next number, stands between the number and word `i` after it."""
        words = self.sentence
        last = self.end if i == self.after else words.end[i - 1]
        return words.start[i] >= self.following or words.start[i] - last > 1

    def _from(self, name: Name, i: int) -> str | None:
        """Read the country after من (3000 جندي من تركيا), unless others are listed with it."""
        words = self.sentence
        alone = not any(name.end <= other.start <= name.end + 2 for other in words.names)
        led = i > self.after and words.lemma[i - 1] == "من"
        return _country(name) if led and alone and name.kind == "country" else None

    def _tied(self) -> str | None:
        """Read the forces before the number that a word of counting ties to it."""
        words, counting = self.sentence, False
        for i in self._back():
            counting |= words.lemma[i] in _cues().counting
            name = words.name_at(i)
            side = _force(name) if name else None
            if side is None and self._is_force(i - 1):
                side = _nations().get(words.lemma[i])
            if side:
                preceded = any(
                    lemma in _cues().counting for lemma in words.lemma[max(0, i - 3) : i]
                )
                return side if counting or preceded else None
        return None

    def _is_force(self, i: int) -> bool:
        """Tell whether word `i` is of men or bases, and not what the number before counts."""
        words = self.sentence
        return i >= 0 and words.start[i] >= self.preceding and words.lemma[i] in _cues().forces

    def _owner(self) -> str | None:
        """Read who has or posts them: لدى فرنسا، تنشر فرنسا، فرنسا التي تنشر، ولفرنسا."""
        words = self.sentence
        nearest = words.name_at(self.before) if self.before >= 0 else None
        if nearest and any(
            words.form[i].startswith(("ل", "ول")) and words.start[i] < nearest.start
            for i in range(max(0, self.before - 1), self.before + 1)
        ):
            return _country(nearest)
        for i in self._back():
            if words.lemma[i] in _cues().having and i + 1 < len(words.start):
                at = i - 2 if i > 1 and words.form[i - 1] in _RELATIVE else i + 1
                name = words.name_at(at)
                return (_force(name) or _country(name)) if name else None
        return None

    def place(self) -> str | None:
        """Return the base, town or country where they are said to be."""
        last = len(self.sentence.start)
        onward = range(self.after, min(self.after + _REACH, last))
        for i in onward:
            if self._breaks(i):
                break
            found = self._located(i)
            if found:
                return found
        for i in range(self.before, max(-1, self.before - _REACH), -1):
            found = self._located(i)
            if found:
                return found
        return None

    def _located(self, i: int) -> str | None:
        """Return the place named at word `i` when a preposition of place leads to it."""
        words = self.sentence
        name = words.name_at(i)
        if name is None or name.kind == "organisation":
            return None
        inside = name.start == words.start[i] + 1 and words.form[i].startswith("ب")
        lead = i - 1
        while lead >= 0 and words.lemma[lead] in _cues().whereabouts:
            lead -= 1
        return (
            name.entity_id
            if inside or (lead >= 0 and words.lemma[lead] in _cues().places)
            else None
        )

    def is_present(self, side: str | None, place: str | None) -> bool:
        """Tell whether the number is of all those of a side who are at a place now."""
        if not side or not place or _home(place) == side:
            return False
        words, end = self.sentence, self.before + 1
        forms = set(words.form[max(0, end - _BEFORE) : end])
        lemmas = set(words.lemma[max(0, end - _BEFORE) : end])
        beside = set(
            words.lemma[max(0, end - _REACH) : end] + words.lemma[self.after : self.after + _AFTER]
        )
        hindered = lemmas & _cues().moved or forms & _PAST or any(map(_is_future, forms))
        return not (hindered or beside & _cues().struck)


def _force(name: Name) -> str | None:
    """Return the side of an army or armed group; of a country's own army, the country."""
    entity = by_id().get(name.entity_id)
    if entity is None or entity.kind != "organisation":
        return None
    kind, country = entity.details["class"], entity.details["country"]
    if kind == "military":
        return f"country:{country.lower()}" if country else name.entity_id
    return name.entity_id if kind == "armed-group" or name.entity_id in _ALLIANCES else None


def _country(name: Name) -> str | None:
    """Return the country that a name speaks for: its own, its capital, its government."""
    if name.kind == "country":
        return name.entity_id
    entity = by_id().get(name.entity_id)
    country = entity.details.get("country") if entity and entity.kind != "base" else None
    return f"country:{country.lower()}" if country else None


def _home(place: str) -> str:
    """Return the country of a place."""
    entity = by_id().get(place)
    country = entity.details.get("country", "") if entity else ""
    return place if place.startswith("country:") else f"country:{country.lower()}"


_ALLIANCES: Final = frozenset(("org:nato", "org:un"))

_RELATIVE: Final = frozenset(("التي", "الذي"))

_PAST: Final = frozenset(("كان", "كانت", "وكان", "وكانت", "كانوا"))


def _is_future(form: str) -> bool:
    """Tell whether a word type is an imperfect with the sa- of the future (سيبقى، ستنشر)."""
    return (
        len(form) > 4
        and form.startswith(("سي", "ست", "سن", "وسي", "وست"))
        and not form.startswith("سنو")
    )


@dataclass(frozen=True)
class _Cues:
    """Lemmas that say what a number is of."""

    phrase: frozenset[str]
    forces: frozenset[str]
    counting: frozenset[str]
    having: frozenset[str]
    places: frozenset[str]
    whereabouts: frozenset[str]
    struck: frozenset[str]  # what befalls men, before or after their number
    moved: frozenset[str]  # before a number: of those who come, go, or are a part


@cache
def _cues() -> _Cues:
    return _Cues(
        phrase=_lemmas("من عسكري قوات جنود عناصر جيش حرس حدود مشاة بحرية جوية خاصة مارينز تابع تابعين تابعة آخر "
                       "إضافي مسلح نظامي مدرب مستشار خبير و ضابط"),
        forces=_lemmas("قوات جنود عسكريين عناصر جيش جندي قاعدة قواعد"),
        counting=_lemmas("عدد عديد تعداد قوام بلغ يبلغ بالغ بالغة قدر يقدر قارب ناهز تجاوز وصل"),
        having=_lemmas("لدى نشر احتفظ أبقى امتلك ملك"),
        places=_lemmas("في داخل على بـ ب ضمن"),
        whereabouts=_lemmas("شمال شمالي جنوب جنوبي شرق شرقي غرب غربي قاعدة مدينة محافظة دولة جمهورية مطار إقليم معسكر "
                            "أراضي القاعدة البلد وسط أنحاء"),
        struck=_lemmas(
            "قتل مقتل قتيل أصاب إصابة أصيب جرح جريح أسر أسير اعتقال اعتقل أعدم إعدام خطف مخطوف استشهد شهيد "
            "فقد فقدان مفقود سقط سقوط خسر خسارة رفات دفن شارك مشاركة مناورة مناورات تمرين تدريبات "
            "غادر حصيلة ضحايا ضحية محتجز معتقل استدعاء ضرب"
        ),
        moved=_lemmas(
            "تدريب درب تدرب متدرب تخرج تخريج أرسل إرسال وصول وصل إضافي زيادة زاد خفض تخفيض تقليص قلص سحب انسحاب "
            "انسحب مغادرة إعادة عاد عودة انضم انضمام استبدل كتيبة لواء فرقة سرية دفعة مجموعة وحدة كتائب بين منهم "
            "ذروة غزو حرب معركة هجوم تفجير نقل جديد طلب اقترح اقتراح خطة اعتزم نية دفن تعزيز تعزيزات استقبل "
            "احتمال إبقاء توصية أوصى وعد هدد"
        ),
    )  # fmt: skip


def _lemmas(words: str) -> frozenset[str]:
    """Return words with their lemmas, as the build gives them."""
    spelled = words.split()
    return frozenset(fold_word(form) for word in spelled for form in (word, lemmatize(word)))


@cache
def _nations() -> dict[str, str]:
    """Return the country of each adjective of nationality (اميركي، تركي), as lemmas are spelled.

    The relative adjective of a country's name of one word: without ال, a final ا, يا or ية, and with ي.
    """
    found: dict[str, str] = {}
    for entity in entities():
        if entity.kind != "country":
            continue
        for spelling in entity.spellings:
            if len(spelling.words) > 1:
                continue
            for name in (spelling.words[0], spelling.words[0].removeprefix("ال")):
                stem = name
                for ending in ("يا", "يه", "ا", "ه"):
                    if name.endswith(ending) and len(name) > len(ending) + 2:
                        stem = name.removesuffix(ending)
                        break
                for adjective in {f"{stem}ي", f"{name.removesuffix('ستان')}ي"}:
                    found.setdefault(adjective, entity.entity_id)
    return found
