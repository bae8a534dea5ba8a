"""Both languages say the same things, and say them as their readers write."""

from __future__ import annotations

import json
import re
import string
from datetime import date
from pathlib import Path

import pytest

from rasid.settings import ASSETS
from rasid.ui import formats, i18n
from rasid.ui.registry import NAMES

FOLDER = ASSETS / "i18n"
FILES = sorted({path.name for lang in ("ar", "en") for path in (FOLDER / lang).glob("*.json")})
PLURALS = {"ar": {"zero", "one", "two", "few", "many", "other"}, "en": {"one", "other"}}
UNTRANSLATED = re.compile(r"^[A-Za-z0-9 ²°.,()\-–{}×%/]*$")


def load(lang: str, name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads((FOLDER / lang / name).read_text(encoding="utf-8"))
    return loaded


def fields(entry: object) -> set[str]:
    texts = entry.values() if isinstance(entry, dict) else [entry]
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(str(text)) if name}


def stem(key: str) -> str:
    """Return a key without a plural category at its end (the charts' strings have one key a category)."""
    return re.sub(r"\.(zero|one|two|few|many|other)$", "", key)


@pytest.mark.parametrize("name", FILES)
def test_same_keys_in_both_languages(name: str) -> None:
    assert (FOLDER / "ar" / name).is_file()
    assert (FOLDER / "en" / name).is_file()
    assert {stem(k) for k in load("ar", name)} == {stem(k) for k in load("en", name)}


@pytest.mark.parametrize("name", FILES)
def test_same_placeholders_in_both_languages(name: str) -> None:
    arabic, english = load("ar", name), load("en", name)
    for key in arabic.keys() & english.keys():
        assert fields(arabic[key]) - {"n"} == fields(english[key]) - {"n"}, key


@pytest.mark.parametrize("name", [name for name in FILES if name != "charts.json"])
def test_numbers_are_written_by_the_language_not_by_the_placeholder(name: str) -> None:
    for lang in ("ar", "en"):
        for key, entry in load(lang, name).items():
            for text in entry.values() if isinstance(entry, dict) else [entry]:
                assert not any(spec for *_, spec, _ in string.Formatter().parse(str(text))), key


@pytest.mark.parametrize("name", FILES)
def test_plural_entries_know_their_categories(name: str) -> None:
    for lang in ("ar", "en"):
        for key, entry in load(lang, name).items():
            if isinstance(entry, dict):
                assert set(entry) <= PLURALS[lang], key
                assert entry.get("other"), key


@pytest.mark.parametrize("name", FILES)
def test_no_english_sentence_in_arabic(name: str) -> None:
    allowed = {"{name}", "DP", "MI", "logDice", "G²", "Log Ratio", "p", "SVG", "PNG", "1 / {n}"}
    for key, entry in load("ar", name).items():
        for text in entry.values() if isinstance(entry, dict) else [entry]:
            if text and str(text) not in allowed:
                assert not UNTRANSLATED.match(str(text)) or not re.search(
                    r"[A-Za-z]{3}", str(text)
                ), (key, text)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_title_and_question(name: str) -> None:
    for lang in ("ar", "en"):
        assert i18n.has("title", lang, page=name)
        assert i18n.has("lead", lang, page=name)


def test_every_literal_key_in_the_code_exists() -> None:
    """A key that is spelled out in a page or a room of the dashboard is a string in both languages."""
    root = ASSETS.parent
    everywhere = {lang: {k for f in FILES for k in load(lang, f)} for lang in ("ar", "en")}
    pattern = re.compile(r'(?:view\.t|view\.say|view\.heading|i18n\.text)\(\s*"([^"{}]+)"')
    missing = []
    for path in [*(root / "rasid" / "ui").glob("*.py"), *(root / "pages").glob("*.py")]:
        for key in (
            k for k in pattern.findall(path.read_text(encoding="utf-8")) if not k.endswith(".")
        ):
            missing += [
                (path.name, key, lang) for lang in ("ar", "en") if key not in everywhere[lang]
            ]
    assert not missing


@pytest.mark.parametrize(
    ("n", "words"),
    [(0, "لا مقال من أصل 9"), (1, "مقال واحد من أصل 9"), (2, "مقالان من أصل 9"), (3, "3 مقالات من أصل 9"),
     (11, "11 مقالاً من أصل 9"), (100, "100 مقال من أصل 9"), (1234, "1,234 مقالاً من أصل 9")],
)  # fmt: skip
def test_arabic_plurals(n: int, words: str) -> None:
    assert i18n.text("in-view.articles", "ar", n=n, total=9) == words


def test_months_carry_both_arabic_names() -> None:
    assert formats.month(date(2025, 9, 1), "ar") == "أيلول (سبتمبر) 2025"
    assert formats.day(date(2025, 1, 9), "ar") == "9 كانون الثاني (يناير) 2025"
    assert formats.day(date(2025, 1, 9), "en") == "9 January 2025"


def test_a_date_is_written_as_far_as_it_is_known() -> None:
    first, last = date(2025, 8, 1), date(2025, 8, 31)
    assert formats.interval(first, last, "month", "ar") == "آب (أغسطس) 2025"
    assert formats.interval(first, first, "day", "en") == "1 August 2025"
    assert (
        formats.interval(date(2021, 12, 10), date(2021, 12, 16), "interval", "en")
        == "10 Dec 2021 – 16 Dec 2021"
    )
    assert formats.interval(None, None, "unknown", "ar") == ""


@pytest.mark.parametrize(
    ("wanted", "accepted", "lang"),
    [("ar", "en-US", "ar"), ("en", "ar-IQ", "en"), ("", "ar-IQ,ar;q=0.9", "ar"), ("", "en-GB", "en"),
     ("xx", "fr-FR,ar;q=0.5", "ar"), ("", "fr-FR", "en"), ("", "", "ar"), ("../..", "", "ar")],
)  # fmt: skip
def test_choice_of_language(wanted: str, accepted: str, lang: str) -> None:
    assert i18n.choose(wanted, accepted) == lang


def test_missing_key_shows_itself() -> None:
    assert i18n.text("no.such.key", "ar") == "no.such.key"


def test_strings_are_small_files() -> None:
    for lang in ("ar", "en"):
        for name in FILES:
            assert Path(FOLDER / lang / name).stat().st_size < 60_000
