"""A store made by rule: small, with every kind of row, and everything about it known beforehand."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from rasid.store.engine import STORE_FILE
from rasid.store.rollups import create_tables, recount_groups, renew_words
from rasid.store.schema import ARTICLES, FACTS, INTERNAL, LEMMAS, OUTLETS, create_statements

OUTLET_NAMES = {
    "alpha": "ألف", "beta": "باء", "gamma": "جيم", "delta": "دال", "tiny": "صغيرة",
}  # fmt: skip

# lemma -> its word types; the first is the bare one. Stopwords and formulas are marked below.
WORDS = {
    "انسحاب": ["انسحاب", "الانسحاب", "والانسحاب", "بالانسحاب", "انسحابها"],
    "سحب": ["سحب", "السحب"],
    "قوه": ["قوات", "القوات", "قوة"],
    "قاعده": ["قاعدة", "القاعدة", "قواعد"],
    "عراق": ["العراق", "عراق", "للعراق"],
    "امريكي": ["أمريكية", "الأمريكية", "امريكية"],
    "اجنبي": ["أجنبية", "الأجنبية"],
    "خروج": ["خروج", "الخروج"],
    "جندي": ["جندي", "الجنود", "جنود"],
    "بغداد": ["بغداد"],
    "حكومه": ["الحكومة", "حكومة"],
    "اتفاق": ["اتفاق", "الاتفاق"],
    "مهمه": ["مهمة", "المهمة"],
    "نهايه": ["نهاية"],
    "في": ["في", "وفي"],
    "من": ["من"],
    "علي": ["على"],
    "قال": ["قال", "وقال"],
}
STOPWORDS = {"في", "من", "علي"}
BOILERPLATE = {"قال"}
BASES = {"base-ayn": "عين الأسد", "base-harir": "حرير", "base-victory": "فكتوريا"}
COUNTRIES = {"country-iraq": "العراق", "country-usa": "الولايات المتحدة"}
PEOPLE = {"person-x": "المتحدث سالم"}
FRAMES = {"withdrawal": "انسحاب القوات", "end-of-mission": "إنهاء المهمة"}
ROLES = ["departure", "arrival", "handover", "remains", None]

_TOKEN = re.compile("[\u0621-\u064a]+")


@dataclass
class Sample:
    """Rows by table, and the words of each article as (lemma, quoted)."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    words: list[list[tuple[str, bool]]] = field(default_factory=list)

    def add(self, table: str, **values: Any) -> None:
        self.rows.setdefault(table, []).append(values)


def build(folder: Path, *, articles: int = 60, seed: int = 7) -> Sample:
    """Write a store of so many articles into `folder`; return the rows it was made of."""
    sample = Sample()
    chance = random.Random(seed)
    form_of = _vocabulary(sample)
    for key in range(articles):
        _article(sample, key, chance, form_of)
    _copies(sample)
    for outlet_id, name in OUTLET_NAMES.items():
        sample.add("outlets", outlet_id=outlet_id, name_ar=name, name_en=outlet_id.title(),
                   domains="", country="IQ", kind="publisher", provisional=outlet_id == "tiny")  # fmt: skip
    for kind, names in (("base", BASES), ("country", COUNTRIES), ("person", PEOPLE)):
        for entity_id, name in names.items():
            at = (33.0, 44.0) if kind == "base" else (None, None)
            sample.add("entities", entity_id=entity_id, kind=kind, name_ar=name, name_en=entity_id,
                       lat=at[0], lon=at[1], listed=True)  # fmt: skip
    sample.add("meta", key="fingerprint", value="0123456789ab")
    sample.add("problems", source_file="bad.txt", problem="empty-file", detail="")
    _write(folder, sample)
    return sample


def _vocabulary(sample: Sample) -> dict[str, tuple[int, int]]:
    """Fill lemmas and forms; return form id and lemma id by form."""
    ids = {}
    for lemma_id, (lemma, forms) in enumerate(WORDS.items()):
        sample.add("lemmas", lemma_id=lemma_id, lemma=lemma, display=forms[0],
                   stopword=lemma in STOPWORDS, boilerplate=lemma in BOILERPLATE)  # fmt: skip
        for form in forms:
            ids[form] = (len(ids), lemma_id)
            sample.add("forms", form_id=ids[form][0], form=form, lemma_id=lemma_id)
    return ids


def _article(
    sample: Sample, key: int, chance: random.Random, form_of: dict[str, tuple[int, int]]
) -> None:
    outlet = "tiny" if key in (5, 25, 45) else ["alpha", "beta", "gamma", "delta"][key % 4]
    sentences = [_sentence(chance, outlet) for _ in range(chance.randint(2, 9))]
    day = date(2024, 1, 1) + timedelta(days=chance.randint(0, 400))
    first = last = day
    if key % 11 == 3:
        first = last = None
    elif key % 13 == 4:
        first, last = day, day + timedelta(days=70)
    body, words = "", 0
    counts: dict[int, list[int]] = {}
    spoken: list[tuple[str, bool]] = []
    for number, (text, quoted) in enumerate(sentences):
        start = len(body)
        body += text + "\n"
        sample.add(
            "sentences", article_key=key, sentence=number, start=start, end=start + len(text)
        )
        for match in _TOKEN.finditer(text):
            if match[0] not in form_of:
                continue
            form_id, lemma_id = form_of[match[0]]
            sample.add("tokens", article_key=key, position=words, start=start + match.start(),
                       end=start + match.end(), sentence=number, lemma_id=lemma_id, quoted=quoted,
                       form_id=form_id)  # fmt: skip
            spoken.append((list(WORDS)[lemma_id], quoted))
            tally = counts.setdefault(lemma_id, [0, 0])
            tally[0] += 1
            tally[1] += quoted
            words += 1
        _findings(sample, key, number, start, text, quoted, chance)
    sample.words.append(spoken)
    for lemma_id, (n, n_quoted) in counts.items():
        sample.add("term_counts", article_key=key, lemma_id=lemma_id, n=n, n_quoted=n_quoted)
    sample.add(
        "articles", article_key=key, article_id=f"{key:016x}", source_file=f"{key}.txt", source_kind="text",
        text_kind="digest" if key % 7 == 0 else "full", outlet_id=outlet, outlet=OUTLET_NAMES[outlet],
        host_id="beta" if key % 10 == 0 else outlet, host=OUTLET_NAMES["beta" if key % 10 == 0 else outlet],
        origin_evidence="", title=f"عنوان {key}", author="", url="", body=body, published_from=first,
        published_to=last, published_precision="unknown" if first is None else "day" if first == last else "interval",
        published_method="none" if first is None else "stated", published_evidence="", collected_at=None,
        copy_group=None, is_original=True, n_tokens=words,
    )  # fmt: skip


def _sentence(chance: random.Random, outlet: str) -> tuple[str, bool]:
    """Return a sentence and whether it is quoted; outlets lean to words of their own."""
    lemmas = list(WORDS)
    weights = [3.0 if lemma in STOPWORDS else 1.0 for lemma in lemmas]
    weights[
        lemmas.index({"alpha": "انسحاب", "beta": "اتفاق", "gamma": "جندي"}.get(outlet, "بغداد"))
    ] = 4.0
    picked = [
        chance.choice(WORDS[lemma])
        for lemma in chance.choices(lemmas, weights, k=chance.randint(4, 14))
    ]
    extra = chance.random()
    if extra < 0.5:
        picked.insert(chance.randint(0, len(picked)), f"«{chance.choice(list(BASES.values()))}»")
    if extra < 0.2:
        picked.insert(0, f"«{chance.choice(list(BASES.values()))}»")
    if extra > 0.7:
        picked.insert(
            2, f"وتنشر {chance.choice([500, 900, 2500])} جندي أمريكية في «{BASES['base-ayn']}»،"
        )
    if extra > 0.8:
        picked.append("الولايات المتحدة")
    if extra > 0.9:
        picked.append("بحلول أيلول 2025")
    return " ".join(picked) + ".", chance.random() < 0.3


def _findings(
    sample: Sample,
    key: int,
    number: int,
    start: int,
    text: str,
    quoted: bool,
    chance: random.Random,
) -> None:
    def spans(pattern: str) -> list[tuple[int, int, str]]:
        return [(start + m.start(), start + m.end(), m[0]) for m in re.finditer(pattern, text)]

    where = {"article_key": key, "sentence": number}
    place = None
    for entity_id, name in BASES.items():
        for a, b, surface in spans(f"«{name}»"):
            place = entity_id
            sample.add("mentions", **where, entity_id=entity_id, kind="base", start=a + 1, end=b - 1,
                       surface=surface[1:-1], quoted=quoted, role=chance.choice(ROLES))  # fmt: skip
    for a, b, surface in spans("الولايات المتحدة"):
        sample.add("mentions", **where, entity_id="country-usa", kind="country", start=a, end=b,
                   surface=surface, quoted=quoted, role=None)  # fmt: skip
    for a, b, surface in spans(r"\d+ جندي"):
        value = float(surface.split()[0])
        sample.add("quantities", **where, start=a, end=b, surface=surface, low=value, high=value,
                   approximate=chance.random() < 0.3, unit="جندي", about="troops",
                   entity_id=place or "base-ayn", speaker_id=None, as_of=None)  # fmt: skip
    for a, b, surface in spans("أيلول 2025"):
        sample.add("dates", **where, start=a, end=b, surface=surface, date_from=date(2025, 9, 1),
                   date_to=date(2025, 9, 30), grain="month", relation=chance.choice(["promised", "context"]),
                   about="final-exit", entity_id=place, speaker_id="person-x" if quoted else None)  # fmt: skip
    for a, b, surface in spans("الخروج|المهمة"):
        sample.add("frames", article_key=key, frame_id="end-of-mission" if surface == "المهمة" else "withdrawal",
                   start=a, end=b, surface=surface, quoted=quoted, sentence=number)  # fmt: skip
    if quoted:
        who = chance.choice([("person-x", "سالم"), (None, "مصدر أمني"), (None, "")])
        sample.add("speech", **where, start=start, end=start + len(text), verb="قال",
                   style=chance.choice(["direct", "indirect"]), speaker_id=who[0], speaker=who[1],
                   content_start=start + 1, content_end=start + len(text))  # fmt: skip


def _copies(sample: Sample) -> None:
    """Mark three articles as copies of others."""
    articles = sample.rows["articles"]
    for original, copy in ((0, 9), (1, 18), (2, 30)):
        articles[original]["copy_group"] = articles[copy]["copy_group"] = f"g{original}"
        articles[copy]["is_original"] = False


def _write(folder: Path, sample: Sample) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / STORE_FILE
    path.unlink(missing_ok=True)
    connection = duckdb.connect(str(path))
    for statement in create_statements():
        connection.execute(statement)
    tables = {"articles": ARTICLES, "outlets": OUTLETS, "lemmas": LEMMAS, **INTERNAL}
    tables |= {name: {"article_key": "INTEGER", **columns} for name, columns in FACTS.items()}
    for name, rows in sample.rows.items():
        columns = list(rows[0])
        connection.register("new", pa.Table.from_pylist(rows))
        names = ", ".join(f'"{column}"' for column in columns)
        connection.execute(f"INSERT INTO base.{name} ({names}) SELECT {names} FROM new")
        connection.unregister("new")
    update_rollups(connection)
    connection.close()


def update_rollups(
    connection: duckdb.DuckDBPyConnection, changed_article_keys: Iterable[int] = ()
) -> None:
    """Make the roll-ups, or bring them up to date, as a build does without a search for copies between."""
    changed = list(changed_article_keys)
    create_tables(connection)
    renew_words(connection, changed)
    recount_groups(connection, changed)
