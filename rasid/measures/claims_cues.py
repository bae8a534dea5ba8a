"""Words and names that say of a number whose and where: lemmas of the genre, nationalities, armies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from rasid.findings.mentions.gazetteer import by_id, entities
from rasid.language import fold_word, lemmatize


def force_of(entity_id: str) -> str | None:
    """Return the side of an army or armed group; of a country's own army, the country."""
    entity = by_id().get(entity_id)
    if entity is None or entity.kind != "organisation":
        return None
    kind, country = entity.details["class"], entity.details["country"]
    if kind == "military":
        return f"country:{country.lower()}" if country else entity_id
    return entity_id if kind == "armed-group" or entity_id in _ALLIANCES else None


def country_of(entity_id: str) -> str | None:
    """Return the country that a name speaks for: its own, its capital, its government."""
    entity = by_id().get(entity_id)
    if entity and entity.kind == "country":
        return entity_id
    country = entity.details.get("country") if entity and entity.kind != "base" else None
    return f"country:{country.lower()}" if country else None


def home_of(place: str) -> str:
    """Return the country of a place."""
    entity = by_id().get(place)
    country = entity.details.get("country", "") if entity else ""
    return place if place.startswith("country:") else f"country:{country.lower()}"


_ALLIANCES: Final = frozenset(("org:nato", "org:un"))

RELATIVE: Final = frozenset(("التي", "الذي"))

PAST: Final = frozenset(("كان", "كانت", "وكان", "وكانت", "كانوا"))


def is_future(form: str) -> bool:
    """Tell whether a word type is an imperfect with the sa- of the future (سيبقى، ستنشر)."""
    return (
        len(form) > 4
        and form.startswith(("سي", "ست", "سن", "وسي", "وست"))
        and not form.startswith("سنو")
    )


@dataclass(frozen=True)
class Cues:
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
def cues() -> Cues:
    """Return the lemmas that say what a number is of; read once, for lemmas cost a dictionary."""
    return Cues(
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
            "فقد فقدان مفقود سقط سقوط خسر خسارة رفات دفن شارك مشاركة مناورة مناورات تمرين "
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
def nations() -> dict[str, str]:
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
