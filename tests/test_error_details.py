"""Details of problems are read in the language of the page."""

from __future__ import annotations

import json
import re

import pytest

from rasid.error_details import arabic_detail
from rasid.errors import message


@pytest.mark.parametrize(
    ("detail", "arabic"),
    [
        ("480 more lines", "أسطر أخرى عددها 480"),
        ("#12", "الصف #12"),
        ("52 MB, at most 50 MB", "52 ميغابايت، والحد 50"),
        ("BadZipFile: File is not a zip file", "ليس ملف ZIP"),
        ("KeyError: \"There is no item named 'a/b.xml' in the archive\"", "ينقصه الجزء a/b.xml"),
        ("row 3: 2 more cells than columns: abc", "الصف 3: خلاياه تزيد على الأعمدة بعدد 2: abc"),
        ("record 7: no feed: neither <item> nor <entry>", "السجل 7: ليس خلاصة أخبار، ولا عناصر فيه بعنوان ونص"),
        ("cp1256", "cp1256"),
        ("صفحة الخطأ", "صفحة الخطأ"),
    ],
)  # fmt: skip
def test_a_detail_in_arabic(detail, arabic) -> None:
    assert re.sub("[\u2068\u2069]", "", arabic_detail(detail)) == arabic


@pytest.mark.parametrize(
    "text", ["", "{", "[1", '{"a" 1}', '{"a": 1,}', '{"a": "b', "[1] 2", '["\n"]', '"\\x"', "[1 2]"]
)
def test_what_json_complains_of_is_told_in_arabic(text) -> None:
    with pytest.raises(json.JSONDecodeError) as raised:
        json.loads(text)
    told = message("bad-line", "ar", file="a.json", detail=f"after record 3: {raised.value}")
    assert re.findall("[A-Za-z]+", told.replace("a.json", "")) == []


def test_values_keep_a_direction_of_their_own() -> None:
    assert arabic_detail("line 2: -5").endswith("\u2068-5\u2069")
    assert arabic_detail("line 2: x.y").endswith("\u2068x.y\u2069")
