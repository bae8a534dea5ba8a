"""Every message a user can meet when something is wrong, in Arabic and in English.

A code names what is wrong; its sentence names the file or value and says what to do. Rooms raise
`RasidError(code, ...)` or record `Problem(file, code, detail)`; nobody words a message elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # code: (English, Arabic); {file} and {detail} are filled in.
    "empty-file": (
        "{file} is empty. Save the article again and add it once more.",
        "الملف {file} فارغ. احفظ المقال من جديد ثم أضفه مرة أخرى.",
    ),
    "unreadable": (
        "{file} could not be read: {detail}. Save it as UTF-8 text, HTML, CSV or JSON and add it again.",
        "تعذرت قراءة {file}: {detail}. احفظه نصاً بترميز UTF-8 أو HTML أو CSV أو JSON ثم أضفه من جديد.",
    ),
    "no-arabic-text": (
        "{file} holds no Arabic sentence ({detail}). Check that the article itself was saved.",
        "لا توجد في {file} جملة عربية ({detail}). تأكد من أن نص المقال نفسه قد حُفظ.",
    ),
    "unsupported-format": (
        "{file}: files of this kind are not read ({detail}). Save the text as .txt, .html or .docx.",
        "{file}: لا يُقرأ هذا النوع من الملفات ({detail}). احفظ النص بصيغة ‎.txt أو ‎.html أو ‎.docx.",
    ),
    "no-such-source": (
        "{file} does not exist. Name a file or a folder that holds articles.",
        "لا وجود لـ {file}. اذكر ملفاً أو مجلداً يحوي مقالات.",
    ),
    "no-store": (
        "There is no store in {file}. Build one: python -m rasid build --store {file}",
        "لا يوجد مخزن في {file}. ابنِ مخزناً بالأمر: python -m rasid build --store {file}",
    ),
    "bad-asset": (
        "{file}: {detail}. Correct the line and build again.",
        "{file}: ‏{detail}. صحّح السطر ثم أعد البناء.",
    ),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One input that was refused or repaired: a row of the `problems` table."""

    source_file: str
    problem: str
    detail: str = ""


class RasidError(Exception):
    """An error a user can act on; `str()` gives the English sentence, `text("ar")` the Arabic."""

    def __init__(self, code: str, *, file: object = "", detail: object = "") -> None:
        self.code = code
        self.file = str(file)
        self.detail = str(detail)
        super().__init__(message(code, "en", file=file, detail=detail))

    def text(self, language: str) -> str:
        """Return the sentence in `language` ("ar" or "en")."""
        return message(self.code, language, file=self.file, detail=self.detail)


def message(code: str, language: str, *, file: object = "", detail: object = "") -> str:
    """Return the sentence for a problem code in "ar" or "en"."""
    english, arabic = MESSAGES[code]
    return (arabic if language == "ar" else english).format(file=file, detail=detail)
