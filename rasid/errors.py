"""Every message a user can meet when something is wrong, in Arabic and in English.

A code names what is wrong; its sentence names the file or value and says what to do. Rooms raise
`RasidError(code, ...)` or record `Problem(file, code, detail)`; nobody words a message elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rasid.error_details import arabic_detail

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
    "link-outside": (
        "{file} is a link to {detail} and is not followed. Copy the file itself into the folder.",
        "{file} رابط يشير إلى {detail} ولا يُتبع. انسخ الملف نفسه إلى المجلد.",
    ),
    "no-arabic-text": (
        "{file} holds no Arabic sentence ({detail}). Check that the article itself was saved.",
        "لا توجد في {file} جملة عربية ({detail}). تأكد من أن نص المقال نفسه قد حُفظ.",
    ),
    "unsupported-format": (
        "{file}: files of this kind are not read ({detail}). Save the text as .txt, .html or .docx.",
        "{file}: لا يُقرأ هذا النوع من الملفات ({detail}). احفظ النص بصيغة ‎.txt أو ‎.html أو ‎.docx.",
    ),
    "unsupported-document": (
        "{file}: {detail} files are not read. Open it and save it as .docx or plain text (.txt), then add that.",
        "{file}: لا تُقرأ ملفات {detail}. افتح الملف واحفظه بصيغة ‎.docx أو نصاً عادياً ‎.txt ثم أضفه.",
    ),
    "unsupported-image": (
        "{file}: pictures ({detail}) are not read. Copy the article's text into a .txt file and add that.",
        "{file}: لا تُقرأ الصور ({detail}). انسخ نص المقال إلى ملف ‎.txt ثم أضفه.",
    ),
    "unsupported-archive": (
        "{file}: {detail} archives are not read. Pack the articles as .zip or .gz, or add the folder itself.",
        "{file}: لا تُقرأ أرشيفات {detail}. اضغط المقالات بصيغة ‎.zip أو ‎.gz أو أضف المجلد نفسه.",
    ),
    "unsupported-workbook": (
        "{file}: {detail} workbooks are not read. Save it as .xlsx or .csv and add that.",
        "{file}: لا تُقرأ جداول {detail}. احفظ الجدول بصيغة ‎.xlsx أو ‎.csv ثم أضفه.",
    ),
    "unsupported-recording": (
        "{file}: recordings ({detail}) are not read. Add a transcript as .txt.",
        "{file}: لا تُقرأ التسجيلات ({detail}). أضف النص المفرّغ بصيغة ‎.txt.",
    ),
    "too-large": (
        "{file} is too large: {detail}. Split it, or export it as .csv or .parquet.",
        "حجم {file} أكبر من المسموح: {detail}. قسّمه أو صدّره بصيغة ‎.csv أو ‎.parquet.",
    ),
    "archive-bomb": (
        "{file} unpacks to far more than it holds ({detail}) and was left packed. Add the file itself if you trust it.",
        "يتضخم {file} عند فكه تضخماً غير معقول ({detail}) فتُرك كما هو. أضف الملف نفسه إن كنت تثق به.",
    ),
    "archive-damaged": (
        "{file} is cut off or damaged; {detail} of the files in it are whole and were read. Get it again, then build.",
        "{file} مقطوع أو تالف؛ السليم من الملفات التي فيه، وعدده {detail}، قُرئ. احصل عليه من جديد ثم أعد البناء.",
    ),
    "nested-archive": (
        "{file} is packed more than twice, archive in archive. Unpack the outer one and add what is in it.",
        "{file} مضغوط أكثر من مرتين، أرشيف داخل أرشيف. فُكّ الخارجي ثم أضف ما فيه.",
    ),
    "no-articles": (
        "{file} holds no article. Check that the export was not empty.",
        "لا يوجد أي مقال في {file}. تأكد من أن التصدير لم يكن فارغاً.",
    ),
    "page-without-article": (
        "{file} is a message of the site, not an article ({detail}). Open the address again and save the article.",
        "{file} رسالة من الموقع وليس مقالاً ({detail}). افتح العنوان من جديد واحفظ المقال نفسه.",
    ),
    "no-text-column": (
        "{file} has no column that could be an article's text. Its columns: {detail}. If it has no line of names, "
        "put one on top (title, text, date, source, url); or name the column: --map body=COLUMN",
        "لا عمود في {file} يصلح نصاً للمقال. أعمدته: {detail}. إن كان بلا سطر أسماء فضعه في أوله "
        "(title, text, date, source, url)، أو سمِّ العمود في الأمر: ‎--map body=COLUMN",
    ),
    "bad-line": (
        "{file}: a part could not be read and was left out ({detail}). Correct it and build again.",
        "{file}: جزء تعذّرت قراءته فتُرك ({detail}). صحّحه ثم أعد البناء.",
    ),
    "open-quote": (
        "{file}: a quotation mark that is not closed ran this row into what follows it ({detail}). They were put apart "
        "where the cells show how: check the row, or close the mark and build again.",
        "{file}: علامة اقتباس غير مغلقة ألصقت هذا الصف بما بعده ({detail}). فُصل عنه حيث دلّت الخلايا على موضع الفصل: "
        "راجع الصف، أو أغلق العلامة ثم أعد البناء.",
    ),
    "encoding-detected": (
        "{file} is not sound UTF-8; it was read as {detail}. Check that its words are right, or save it as UTF-8.",
        "{file} ليس UTF-8 سليماً، وقُرئ بترميز {detail}. تأكد من سلامة كلماته أو احفظه بترميز UTF-8.",
    ),
    "date-refused": (
        "{file}: its publication date was not accepted ({detail}). Set it right on the corpus page.",
        "{file}: لم يُقبل تاريخ نشره ({detail}). صحّحه من صفحة المدونة.",
    ),
    "date-disagrees": (
        "{file}: the weekday and the day of its date disagree ({detail}); the day was kept. Check the article.",
        "{file}: اسم اليوم لا يوافق تاريخه ({detail})، واعتُمد التاريخ. راجع المقال.",
    ),
    "outlet-shared-name": (
        "{file}: other outlets bear the name of its outlet ({detail}) and nothing tells which it is. "
        "If it is another, set it right on the corpus page.",
        "{file}: لمؤسسات أخرى اسم مؤسسته نفسه ({detail})، ولا شيء يميّز بينها. إن كانت غيرها فصحّحها من صفحة المدونة.",
    ),
    "correction-unused": (
        "{file}: a correction could not be applied ({detail}). Correct the line in corrections.csv.",
        "{file}: تعذّر تطبيق تصحيح ({detail}). صحّح السطر في corrections.csv.",
    ),
    "no-such-source": (
        "{file} does not exist. Name a file or a folder that holds articles.",
        "لا وجود لـ {file}. اذكر ملفاً أو مجلداً يحوي مقالات.",
    ),
    "no-store": (
        "There is no store in {file}. Build one: python -m rasid build --store {file}",
        "لا يوجد مخزن في {file}. ابنِ مخزناً بالأمر: python -m rasid build --store {file}",
    ),
    "old-store": (
        "The store in {file} was built by another version. Build it again: "
        "python -m rasid build ARTICLES --store {file}",
        "المخزن في {file} بنته نسخة أخرى من البرنامج. أعد بناءه: "
        "python -m rasid build ARTICLES --store {file}",
    ),
    "no-such-table": (
        "There is no table {file}. The tables are: {detail}.",
        "لا يوجد جدول باسم {file}. الجداول هي: {detail}.",
    ),
    "no-such-format": (
        "There is no format {file}. The formats are: {detail}.",
        "لا توجد صيغة باسم {file}. الصيغ هي: {detail}.",
    ),
    "bad-argument": (
        "{file} is not understood: {detail}.",
        "تعذر فهم {file}: ‏{detail}.",
    ),
    "store-busy": (
        "Another build of {file} is running. Wait until it ends, then build again.",
        "هناك بناء آخر جارٍ للمخزن {file}. انتظر حتى ينتهي ثم أعد البناء.",
    ),
    "analysis-failed": (
        "{file} was kept, but nothing could be found in its text ({detail}). Please report it.",
        "حُفظ {file}، لكن تعذر تحليل نصه ({detail}). نرجو الإبلاغ عنه.",
    ),
    "repeated": (
        "{file} holds an article that is in the corpus already ({detail}); it is counted once.",
        "يحوي {file} مقالاً موجوداً في المدونة من قبل ({detail})؛ وهو محسوب مرة واحدة.",
    ),
    "no-spark": (
        "{file} needs pyspark, which is not installed ({detail}). Install tests/cluster/requirements.txt.",
        "يحتاج {file} إلى pyspark وهو غير مثبّت ({detail}). ثبّت tests/cluster/requirements.txt.",
    ),
    "query-open-quote": (
        "In the search {file}: the quotation mark at character {detail} is not closed. Close it.",
        "في البحث {file}: علامة الاقتباس عند الحرف {detail} غير مغلقة. أغلقها.",
    ),
    "query-open-regex": (
        "In the search {file}: the expression that starts with / at character {detail} has no closing /.",
        "في البحث {file}: التعبير الذي يبدأ بعلامة / عند الحرف {detail} بلا علامة / تغلقه.",
    ),
    "query-bad-regex": (
        "In the search {file}: this expression cannot be read, see character {detail}.",
        "في البحث {file}: تعذرت قراءة هذا التعبير، انظر الحرف {detail}.",
    ),
    "query-open-paren": (
        "In the search {file}: the bracket at character {detail} is not closed. Close it.",
        "في البحث {file}: القوس عند الحرف {detail} غير مغلق. أغلقه.",
    ),
    "query-extra-paren": (
        "In the search {file}: the bracket at character {detail} closes nothing. Remove it.",
        "في البحث {file}: القوس عند الحرف {detail} لا يغلق شيئاً. احذفه.",
    ),
    "query-no-word": (
        "In the search {file}: a word is missing at character {detail}. Put one there.",
        "في البحث {file}: تنقص كلمة عند الحرف {detail}. ضع كلمة هناك.",
    ),
    "query-distance": (
        "In the search {file}: the distance at character {detail} must be from 1 to 50 words.",
        "في البحث {file}: المسافة عند الحرف {detail} يجب أن تكون من 1 إلى 50 كلمة.",
    ),
    "query-too-long": (
        "The search is longer than {detail} characters or words. Shorten it.",
        "عبارة البحث أطول من {detail} حرفاً أو كلمة. اختصرها.",
    ),
    "query-too-broad": (
        "The search {file} finds more than {detail} places. Add a word or select fewer articles.",
        "يجد البحث {file} أكثر من {detail} موضع. أضف كلمة أو حدّد مقالات أقل.",
    ),
    "bad-selection": (
        "{file} is not a saved selection ({detail}). Save a selection again and open that file.",
        "الملف {file} ليس تحديداً محفوظاً ({detail}). احفظ التحديد من جديد وافتح ملفه.",
    ),
    "bad-asset": (
        "{file}: {detail}. Correct the line and build again.",
        "{file}: ‏{detail}. صحّح السطر ثم أعد البناء.",
    ),
    "too-much-added": (
        "That is too much at once ({detail}). Add fewer or smaller files, or build from the folder itself.",
        "هذا كثير دفعة واحدة ({detail}). أضف ملفات أقل أو أصغر، أو ابنِ المخزن من المجلد نفسه.",
    ),
    "build-failed": (
        "The rebuild stopped: {detail}. The last good store is still open; correct the cause and rebuild.",
        "توقف إعادة البناء: {detail}. آخر مخزن سليم ما زال مفتوحاً؛ أصلح السبب ثم أعد البناء.",
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

    def __init__(
        self, code: str, *, file: object = "", detail: object = "", arabic: str = ""
    ) -> None:
        """Keep what the sentence names; arabic: the detail in Arabic, where it is more than a value."""
        self.code = code
        self.file = str(file)
        self.detail = str(detail)
        self.arabic = arabic or self.detail
        super().__init__(message(code, "en", file=file, detail=detail))

    def text(self, language: str) -> str:
        """Return the sentence in `language` ("ar" or "en")."""
        detail = self.arabic if language == "ar" else self.detail
        return message(self.code, language, file=self.file, detail=detail)


LINES: Final[dict[str, tuple[str, str]]] = {
    "header": ("line {line}: the header must be: {what}", "السطر {line}: يجب أن تكون أسماء الأعمدة: {what}"),
    "fields": ("line {line}: fields found / expected: {what}", "السطر {line}: الحقول الموجودة / المطلوبة: {what}"),
    "one-of": ("line {line}: not one of the known words: {what}", "السطر {line}: ليست من الكلمات المقبولة: {what}"),
    "twice": ("line {line}: {what} is there already", "السطر {line}: {what} موجود من قبل"),
    "prefix": ("line {line}: the entity_id must begin with {what}", "السطر {line}: يجب أن يبدأ المعرّف بـ {what}"),
    "no-name": ("line {line}: a name is missing", "السطر {line}: اسم ناقص"),
    "empty-alias": ("line {line}: an alias is empty: {what}", "السطر {line}: اسم آخر فارغ: {what}"),
    "coordinate": ("line {line}: {what} is no coordinate", "السطر {line}: {what} ليس إحداثياً"),
    "no-frame": ("line {line}: {what} has no line with its names before this one",
                 "السطر {line}: لا سطر قبل هذا يسمّي الإطار {what}"),
    "pattern": ("line {line}: a pattern begins and ends with a word", "السطر {line}: يبدأ النمط بكلمة وينتهي بكلمة"),
    "outlet": ("line {line}: outlet_id, name_ar and a kind are needed: {what}",
               "السطر {line}: ‏outlet_id وname_ar والنوع مطلوبة: {what}"),
    "rule": ("line {line}: reach, reason and pattern are needed ({what})",
             "السطر {line}: المدى والسبب والنمط مطلوبة ({what})"),
    "template": ("line {line}: outlet_id, country (may be empty) and pattern are needed ({what})",
                 "السطر {line}: ‏outlet_id والبلد (وقد يُترك فارغاً) والنمط مطلوبة ({what})"),
    "head": ("line {line}: write one word, a tab, and its forms", "السطر {line}: اكتب كلمة ثم علامة جدولة ثم صيغها"),
    "letters": ("line {line}: Arabic letters only, without marks: {what}",
                "السطر {line}: حروف عربية فقط بلا حركات: {what}"),
    "date": ("line {line}: not a date (2026-01-31): {what}", "السطر {line}: ليس تاريخاً (2026-01-31): {what}"),
    "event": ("line {line}: planned is 0 or 1, and both names are needed",
              "السطر {line}: ‏planned إما 0 وإما 1، والاسمان مطلوبان"),
}  # fmt: skip
"""What may be wrong with a line of an editable list, in English and in Arabic."""


def bad_line(file: str, line: int, kind: str, what: object = "") -> RasidError:
    """Return the error that names a line of an editable list; kind is a key of `LINES`."""
    english, arabic = (said.format(line=line, what=what) for said in LINES[kind])
    return RasidError("bad-asset", file=file, detail=english, arabic=arabic)


def message(code: str, language: str, *, file: object = "", detail: object = "") -> str:
    """Return the sentence for a problem code in "ar" or "en".

    In the Arabic one each value stands in a direction of its own (Unicode's isolates): after Arabic letters
    2025-08-17 would be read from its other end, and the sign before a file's name would change sides.
    """
    english, arabic = MESSAGES[code]
    if language != "ar":
        return english.format(file=file, detail=detail)
    return arabic.format(file=_isolated(file), detail=_isolated(arabic_detail(str(detail))))


def _isolated(value: object) -> str:
    text = str(value)
    return f"\u2068{text}\u2069" if text else ""
