"""Names beside a town, a day or a sign at the head of a text, whether a list has them or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rasid.corpus.body.lines import word_set
from rasid.corpus.outlets.naming import CITIES
from rasid.corpus.outlets.places import FAR
from rasid.corpus.outlets.trace import is_writer
from rasid.language import fold

_SIDES: Final = re.compile(
    r"(?P<a>[^\n.:،؛()«\"“]{2,30}?)\s?[-–—ـ/|:_]{1,2}\s?(?P<b>[^\n.:،؛()«\"“]{2,30}?)\s?[-–—/|:ـ]?\s*"
)
_BRACKETS: Final = re.compile(r"^[(\[{]+|[)\]}]+$")
_PIECES: Final = re.compile(r"\s?/\s?|\s[-–—ـ]\s")
_WITH_WRITER: Final = re.compile(
    r"(?P<name>[^\W\d_]{3,}(?: [^\W\d_]{2,}){0,2})\s?_\s?(?P<writer>[^\W\d_]+(?: [^\W\d_]+){1,3})"
)
_WRITERS_APART: Final = re.compile(r"\s[-–—|]\s|\s?[/:،]\s?")
_TOWN: Final = r"\W*(?:[^\W\d_]+[،,] ?)?(?P<town>[^\W\d_]+(?: [^\W\d_]+)?)"
_NAME: Final = r"\s?(?P<name>[^()«»\"“”{}/:]{2,28}?)\s?"
# "town 28 September (X)-", "town: «X»"; the day before a name between slashes.
_SIGNED: Final = re.compile(
    rf"{_TOWN}(?P<day>[^()\n«\"“]{{0,40}}?)\s?[(«\"“]{_NAME}[)»\"”]\s?(?P<end>[-–—:ـ]{{1,3}}|$)?"
)
_SLASHED: Final = re.compile(
    rf"{_TOWN}(?P<day> [^()\n«\"“]{{0,30}}?\d[^()\n«\"“]{{0,30}}?)\s?/{_NAME}(?P<end>[/\-–—][^\w]*)"
)
_QUOTED: Final = re.compile(r"[«\"“](?P<name>[^»\"”]{2,28})[»\"”] \((?P<town>[^()]{2,20})\)")
_BRACED: Final = re.compile(
    r"[{\[(]\s?(?P<town>[^\W\d_]+(?: [^\W\d_]+)?)\s?[:\-–—/]\s?(?P<name>[^\W_]{2,}(?: [^\W_]{2,}){0,2})\s?[}\])]"
)
_DAY_WORDS: Final = re.compile(r"[\d\s/.\-–—،,]|(?:(?<=\s)|^)[^\W\d_]{2,8}(?=[\s/]|$)")
_ALONE: Final = 45
"""Characters of a line that holds town and name and no more."""
_COUNTRY: Final = CITIES | word_set("العربيه المتحده الامريكيه الاميركيه الولايات")
_AGENCIES: Final = re.compile(r"\s?[،,+]\s?و?(?:ال)?وكالات$")
# "town: X, agencies said …". Folded or not.
_WITH_AGENCIES: Final = re.compile(
    rf"{_TOWN}\s?[:\-–—/]\s?(?P<name>[^\W_]{{2,}}(?: [^\W_]{{2,}}){{0,2}})\s?[،,+]\s?و?(?:ال)?وكالات\b"
)
_RUN: Final = re.compile(
    rf"{_TOWN}\s?[-–—/|:،ـ]{{1,2}}\s?(?P<name>[^\W_]{{2,}}(?: [^\W_]{{2,}}){{0,3}}?)"
    r"\s?[:\-–—/|ـ]{1,2}\s?(?=[^\W\d_])"
)
_LED: Final = re.compile(
    r"(?P<name>[^\W_]{2,}(?:[ .][^\W_]+){0,3}?)\s?(?P<sign>[-–—/|ـ:]{1,2})\s?(?=[^\W\d_]{2,})"
)


def town_side(text: str) -> str:
    """Return the other side of "town - X", "X/ town" on a line of its own."""
    text = _BRACKETS.sub("", text)
    town, *others = _PIECES.split(text.strip(" /-–—"))
    if len(others) == 2 and _is_place(town) and is_writer(others[0]):
        return others[1]  # "town / writer / X"
    match = _SIDES.fullmatch(text)
    if match is None:
        return ""
    for name, town in ((match["a"], match["b"]), (match["b"], match["a"])):
        if _is_place(town) and not _is_place(name):
            return str(name)
    return ""


def before_writer(text: str) -> str:
    """Return X of "X_so-and-so" on a line of its own."""
    signed = _WITH_WRITER.fullmatch(text.strip()) if "_" in text else None
    writer = signed is not None and is_writer(signed["writer"]) and not is_writer(signed["name"])
    return signed["name"] if signed and writer and not _is_place(signed["name"]) else ""


def beside_writers(text: str) -> str:
    """Return X of "X – so-and-so – so-and-so", "so-and-so – so-and-so: X" on a line of its own."""
    pieces = [piece.strip() for piece in _WRITERS_APART.split(text.strip(" :-–—")) if piece]
    if not 2 < len(pieces) < 5 or any(c.isdigit() for c in text):
        return ""
    first, *others, last = pieces
    for name, writers in ((first, [*others, last]), (last, [first, *others])):
        people = [len(writer.split()) in (2, 3) and not _is_place(writer) for writer in writers]
        if all(people) and any(map(is_writer, writers)) and not is_writer(name):
            return "" if _is_place(name) else name
    return ""


def signed_town(text: str) -> str:
    """Return X of "town 28 September (X)-", "town: «X»", "«X» (town)", "{town: X}" at the head of a line."""
    for rule in (_QUOTED, _BRACED):
        match = rule.match(text)
        if match and _is_place(match["town"]) and not _is_place(match["name"]):
            return match["name"]
    match = _SIGNED.match(text[:90]) or _SLASHED.match(text[:90])
    if match is None or _is_place(match["name"]):
        return ""
    town, day = match["town"].removesuffix(" في"), match["day"]
    rest = _DAY_WORDS.sub("", day) if any(c.isdigit() for c in day) else day
    country = [word for word in fold(rest).text.split() if word.strip(" -–—ـ:،./")]
    if not _is_place(town) or any(word.strip("،") not in _COUNTRY for word in country):
        return ""
    name = _AGENCIES.sub("", match["name"])  # "town (X, agencies)"
    ended = match["end"] or (match["end"] == "" and len(text) <= _ALONE)
    return name if ended or name != match["name"] else ""


def run_on_names(text: str) -> Iterator[tuple[str, str]]:
    """Yield X of "town - X: said …" and of "X – said …" at the head of a text, with the sign behind it."""
    run = _WITH_AGENCIES.match(text[:90])
    if run and _is_place(run["town"]) and not _is_place(run["name"]):
        yield run["name"], "agencies"
        return
    run = _RUN.match(text[:90])
    if run and _is_place(run["town"]) and not _is_place(run["name"]):
        yield run["name"], "town"
    led = _LED.match(text[:60])
    if led and not _is_place(led["name"]):
        yield led["name"], led["sign"]


# "Shafa – rockets hit", "X- said": one or two words at a text's very head, then its verb. Folded.
_VERBS: Final = (
    r"(?:قال|اكد|اعلن|افاد|كشف|ذكر|نقل|اوضح|اشار|دعا|دان|ادان|حذر|طالب|اتهم|بحث|استقبل|التقي|وصل|غادر|زار|شن|هاجم|"
    r"استهدف|تعرض|قتل|اصيب|سقط|انسحب|بدا|شهد|تسلم|سلم|نفي|رفض|هدد|نشر|اصدر|جدد|عقد|تراس|شدد|اعتبر|توقع|اطلق|"
    r"نفذ|اعتقل|ضبط|احبط|انفجر|اندلع|توصل|وقع|ناقش|تفقد|شارك|كتب|رد|علق|توعد|رحب|ندد|استنكر|تظاهر|تصدي|تمكن|تواصل|"
    r"تجدد|تصاعد|تراجع|تبادل|تلقي|تعهد|تمسك|تحدث|تسبب|اجتمع|احتج|اختتم|افتتح|انطلق|انتقد|انتهي|استشهد|استمر|استعاد|"
    r"اقتحم|اقدم|ارتفع|اتفق|اجري|ادي|اثار|ارسل|اسفر|اغلق|انهي|اوقف|قرر|قدم|قصف|قضي|لقي|منع|نجح|نظم|هنا|واجه|وافق|وجه|"
    r"يواصل|تواصل|يستعد|تستعد|يعتزم|تعتزم|يشهد|تشهد|يبدا|تبدا|يبحث|تبحث)(?:ت|وا)?"
)
_BEFORE_VERB: Final = re.compile(
    rf"(?P<name>[^\W\d_]{{3,}}(?: [^\W_]{{2,}})?)\s?[-–—|]{{1,2}}\s?{_VERBS}\b"
)
_VERB: Final = re.compile(_VERBS)


def before_verb(folded: str) -> str:
    """Return X of "X – rockets hit the base", at the head of a text; a town, far or near, is none."""
    match = _BEFORE_VERB.match(folded[:60])
    if match is None:
        return ""
    name = match["name"]
    words = name.split()
    if any(word in FAR or word in CITIES for word in words) or _VERB.fullmatch(words[0]):
        return ""
    return name


def _is_place(text: str) -> bool:
    words = fold(text).text.split()
    return bool(words) and all(word in CITIES for word in words)
