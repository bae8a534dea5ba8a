"""Read a made-up page and say whose it is."""

from __future__ import annotations

from pathlib import Path

from rasid.corpus import Article, Register, read_file
from rasid.corpus.article import Origin

TITLE = "صيانة الجسر القديم تبدأ بعد العيد وتستمر ثلاثة أشهر"
TEXT = (
    "أعلنت مديرية الطرق، أمس السبت، أن صيانة الجسر القديم تبدأ بعد عطلة العيد وتستمر ثلاثة أشهر.\n\n"
    "وأضافت المديرية أن الحركة ستتحول إلى الجسر المؤقت طوال مدة العمل، داعية السائقين إلى الالتزام بالإشارات."
)


def origin_of(folder: Path, register: Register, page: str) -> Origin:
    path = folder / "page.txt"
    path.write_text(page, encoding="utf-8")
    (article,) = [
        found for found in read_file(path, register=register) if isinstance(found, Article)
    ]
    return article.origin


def filled_origin(folder: Path, register: Register, page: str) -> Origin:
    """Return the origin of a page in which {T} stands for a title and {P} for two paragraphs."""
    return origin_of(folder, register, page.replace("{T}", TITLE).replace("{P}", TEXT))
