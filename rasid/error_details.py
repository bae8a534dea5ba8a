"""The details of problems in Arabic: what readers, and the libraries below them, say of a file in English.

A detail is kept as it was first said, so that `problems` is the same whatever the page's language; it is put into
Arabic where it is shown. One that no rule here knows stays as it is: a value, a name, a program's own complaint.
"""

from __future__ import annotations

import re
from typing import Final

_RULES: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(english, re.S), arabic)
    for english, arabic in (
        (r"(\d+) more lines", "أسطر أخرى عددها {0}"),
        (r"(\d+) bytes", "{0} بايت"),
        (r"> (\d+) bytes", "أكثر من {0} بايت"),
        (r"(\d+) MB, at most (\d+) MB", "{0} ميغابايت، والحد {1}"),
        (r"(\d+) files, at most (\d+)", "عدد الملفات {0}، والحد {1}"),
        (r"#(\d+): the file ends before its last tag", "بعد العنصر {0}: ينتهي الملف قبل وسمه الأخير"),
        (r"(#\d+)", "الصف {0}"),
        (r"row (\d+): (\d+) more cells than columns: (.*)", "الصف {0}: خلاياه تزيد على الأعمدة بعدد {1}: {2}"),
        (r"rows (\d+)-(\d+): (.*)", "الصفوف من {0} إلى {1}: {2}"),
        (r"after record (\d+): (.*)", "بعد السجل {0}: {1}"),
        (r"record (\d+): (.*)", "السجل {0}: {1}"),
        (r"line (\d+): (.*)", "السطر {0}: {1}"),
        (r"(.+): line (\d+) column (\d+) \(char \d+\)", "{0}، عند السطر {1} والعمود {2}"),
        (r"Expecting value", "تنقص قيمة"),
        (r"Expecting ',' delimiter", "تنقص فاصلة"),
        (r"Expecting ':' delimiter", "تنقص نقطتان"),
        (r"Expecting property name enclosed in double quotes", "ينقص اسم حقل بين علامتي اقتباس"),
        (r"Illegal trailing comma before end of \w+", "فاصلة زائدة قبل الإغلاق"),
        (r"Unterminated string starting at", "علامة اقتباس لم تُغلق"),
        (r"Invalid control character at", "محرف تحكم غير مسموح"),
        (r"Invalid \\\w* ?escape", "شرطة مائلة في غير موضعها"),
        (r"Extra data", "زيادة بعد نهاية البيانات"),
        (r"File is not a zip file", "ليس ملف ZIP"),
        (r"Bad CRC-32 for file (.*)", "محتوى {0} تالف"),
        (r"File (.*) is encrypted, password required for extraction", "الملف {0} محمي بكلمة مرور"),
        (r"There is no item named (.*) in the archive", "ينقصه الجزء {0}"),
        (r"Compressed file ended before the end-of-stream marker was reached", "الملف المضغوط مقطوع قبل نهايته"),
        (r"Not a gzipped file \(.*\)", "ليس ملفاً مضغوطاً بصيغة gzip"),
        (r"Error -?\d+ while decompressing data: .*", "تعذّر فك ضغطه لأنه تالف"),
        (r"cut off or damaged", "مقطوع أو تالف"),
        (r"binary data", "بيانات غير نصية"),
        (r"no HTML part", "لا جزء HTML فيه"),
        (r"no web archive: (.*)", "ليس أرشيف صفحة: {0}"),
        (r"not XML", "ليس XML"),
        (r"XML with entity declarations", "‏XML فيه تعريفات كيانات، ولا يُقرأ مثله"),
        (r"no feed: neither .*", "ليس خلاصة أخبار، ولا عناصر فيه بعنوان ونص"),
        (r"Permission denied", "لا إذن بقراءته"),
        (r"[\"'](.*)[\"']", "{0}"),
        (r"\w*(?:Error|error|Exception|BadZipFile|BadGzipFile|ArrowInvalid): (.*)", "{0}"),
    )
)  # fmt: skip


def arabic_detail(detail: str) -> str:
    """Return a detail in Arabic, each value in it in a direction of its own (Unicode's isolates)."""
    for english, arabic in _RULES:
        if match := english.fullmatch(detail):
            return arabic.format(*(_value(value, detail) for value in match.groups()))
    return detail


def _value(value: str, detail: str) -> str:
    """Return what a rule took out of a detail: a complaint in Arabic, a value as it is."""
    known = value if value == detail else arabic_detail(value)
    return known if known != value else f"\u2068{value}\u2069"
