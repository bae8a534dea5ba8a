"""Publication days of made-up raw pages, each with one trap: none may be wrong, and few missed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from rasid.corpus import Article, ReadOptions, Register, read_file

pytestmark = pytest.mark.accuracy

TRAPS = Path(__file__).with_name("publication_traps.txt")
OPTIONS = ReadOptions(today=date(2026, 11, 21))
TITLE = "جسر الزبيدية العائم يفتح أمام الشاحنات بعد صيانة دامت شهرين"
BODY = (
    "فتحت دائرة الطرق والجسور في واسط{today} جسر الزبيدية العائم أمام الشاحنات بعد صيانة استُبدلت خلالها عوامات "
    "الممر كلها.\n"
    "وقال مدير الدائرة إن الجسر يحمل أربعين طناً، وإن المرور عليه يتناوب بين الضفتين كل نصف ساعة.\n"
    "وأضاف أن كتيبة هندسة غادرت القاعدة القريبة سلّمت الدائرة ست عوامات احتياطية مع رافعة صغيرة."
)


@dataclass(frozen=True)
class Trap:
    name: str
    answers: tuple[str, ...]
    source: str


def traps() -> list[Trap]:
    """Return the pages with the answers that are right: none, a day, or FROM/TO."""
    text = re.sub(r"^#.*\n", "", TRAPS.read_text(encoding="utf-8"), flags=re.M)
    text = text.replace("{T}", TITLE).replace("{B}", BODY.replace("{today}", ""))
    text = re.sub(r"\{B (\S+)\}", lambda m: BODY.replace("{today}", f"، اليوم {m[1]}،"), text)
    found = []
    for block in text.split("%page ")[1:]:
        head, _, source = block.partition("\n")
        name, answers = (part.strip() for part in head.split("|"))
        found.append(Trap(name, tuple(answers.split(";")), source))
    return found


def _days(trap: Trap, folder: Path) -> tuple[str, str]:
    path = folder / f"{trap.name}.txt"
    path.write_text(trap.source, encoding="utf-8")
    read = read_file(path, register=Register.load(), options=OPTIONS)
    (article,) = [found for found in read if isinstance(found, Article)]
    published = article.publication
    return str(published.published_from), str(published.published_to)


@pytest.mark.parametrize("trap", traps(), ids=lambda trap: trap.name)
def test_each_trap(trap: Trap, tmp_path: Path) -> None:
    first, last = _days(trap, tmp_path)
    is_day = first == last != "None"
    for answer in trap.answers:
        low, _, high = answer.partition("/")
        if answer == "none" and not is_day:
            return
        if first != "None" and low <= first <= last <= (high or low):
            return
    pytest.fail(f"{first} .. {last} instead of {trap.answers}")
