"""The lists an analyst may edit: read, checked by the room that uses them, kept beside the corpus, undone.

Our own file under `assets/` is never written: the edited copy in the edits folder takes its place, with the
former versions beside it, newest last.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from rasid import settings
from rasid.errors import RasidError, bad_line

VERSIONS_KEPT: Final = 20
SIZE_LIMIT: Final = 2_000_000
"""Letters of an edited list; ours have under 200,000."""


_ARABIC: Final = re.compile("[\u0621-\u063a\u0641-\u064a]+")
"""Letters from hamza to yeh, without the tatweel that lies between."""


@dataclass(frozen=True, slots=True)
class EditableList:
    """A list: its file under `assets/`, and how it is checked."""

    name: str
    relative: str
    check: Callable[[Path], None]

    @property
    def ours(self) -> Path:
        """The program's own file."""
        return settings.ASSETS / self.relative

    @property
    def edited(self) -> Path:
        """The analyst's copy, which need not exist."""
        return settings.edits_folder() / "assets" / self.relative

    @property
    def versions(self) -> list[Path]:
        """Former versions of the analyst's copy, oldest first."""
        folder = settings.edits_folder() / "history" / self.relative
        return sorted(folder.glob("*.old")) if folder.is_dir() else []

    def text(self) -> str:
        """Return the list as it is in force."""
        path = self.edited if self.edited.is_file() else self.ours
        return path.read_text(encoding="utf-8") if path.is_file() else ""


def validate(which: EditableList, text: str) -> None:
    """Check a list before it is kept.

    Raises:
        RasidError: "bad-asset", naming the line, as the room that reads the list says it.
    """
    if len(text) > SIZE_LIMIT:
        raise RasidError("bad-asset", file=which.relative, detail=f"> {SIZE_LIMIT}")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("gazetteer", "lexicon", "outlets"):
            if (settings.ASSETS / name).is_dir():
                shutil.copytree(settings.ASSETS / name, root / name)
            edited = settings.edits_folder() / "assets" / name
            if edited.is_dir():
                shutil.copytree(edited, root / name, dirs_exist_ok=True)
        path = root / which.relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        which.check(path)


def save(which: EditableList, text: str) -> None:
    """Check and keep a list; the version before it can be brought back with `undo`.

    Raises:
        RasidError: See `validate`; nothing is written then.
    """
    text = text.replace("\r\n", "\n").rstrip(" \n") + "\n"  # a last row may end in empty fields
    validate(which, text)
    _remember(which)
    which.edited.parent.mkdir(parents=True, exist_ok=True)
    aside = which.edited.with_suffix(".tmp")
    aside.write_text(text, encoding="utf-8")
    aside.replace(which.edited)


def _remember(which: EditableList) -> None:
    folder = settings.edits_folder() / "history" / which.relative
    folder.mkdir(parents=True, exist_ok=True)
    former = which.versions
    number = int(former[-1].stem) + 1 if former else 1
    kept = folder / f"{number:06d}.old"
    kept.write_text(which.edited.read_text(encoding="utf-8") if which.edited.is_file() else "",
                    encoding="utf-8")  # fmt: skip
    for old in which.versions[:-VERSIONS_KEPT]:
        old.unlink()


def undo(which: EditableList) -> bool:
    """Bring back the version before the last change; False when there was none."""
    former = which.versions
    if not former:
        return False
    text = former[-1].read_text(encoding="utf-8")
    if text:
        which.edited.write_text(text, encoding="utf-8")
    else:  # before the first change our own list was in force
        which.edited.unlink(missing_ok=True)
    former[-1].unlink()
    return True


def _gazetteer(path: Path) -> None:
    from rasid.findings.mentions.gazetteer import load

    load(path.parent)


def _stopwords(path: Path) -> None:
    from rasid.language.closed_class import ClosedClass

    ClosedClass(path)


def _words(path: Path, least: int, most: int) -> None:
    """Check a list of Arabic words, so many a line, the first alone before the tab."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        content = line.split("#", 1)[0].strip()
        head, *rest = content.split("\t") if content else [""]
        words = [head, *(word for part in rest for word in part.split())]
        if content and " " in head:
            raise bad_line(path.name, number, "head")
        if content and not least <= len(words) <= most:
            raise bad_line(path.name, number, "fields", f"{len(words)} / {least}")
        strange = [word for word in words if content and not _ARABIC.fullmatch(word)]
        if strange:
            raise bad_line(path.name, number, "letters", " ".join(strange))


def _verbs(path: Path) -> None:
    _words(path, 2, 3)  # a verb may have two imperfects


def _names(path: Path) -> None:
    _words(path, 1, 1)


def _lexicon(path: Path) -> None:
    from rasid.findings.lexicon import Lexicon
    from rasid.findings.mentions.gazetteer import entities

    Lexicon(path.parent, entities())


def _outlets(path: Path) -> None:
    from rasid.corpus import Register

    Register.load(path)


def _events(path: Path) -> None:
    columns = ["date_from", "date_to", "name_ar", "name_en", "planned", "source"]
    rows = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")))
    if rows.fieldnames != columns:
        raise bad_line(path.name, 1, "header", ",".join(columns))
    for number, row in enumerate(rows, start=2):
        try:
            date.fromisoformat(str(row["date_from"]))
            date.fromisoformat(str(row["date_to"]))
        except ValueError as error:
            raise bad_line(
                path.name, number, "date", f"{row['date_from']} {row['date_to']}"
            ) from error
        if row["planned"] not in {"0", "1"} or not row["name_ar"] or not row["name_en"]:
            raise bad_line(path.name, number, "event")


def _frames(path: Path) -> None:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#") and line.count("\t") != 3:
            raise bad_line(path.name, number, "fields", f"{line.count(chr(9)) + 1} / 4")


LISTS: Final = (
    EditableList("bases", "gazetteer/bases.tsv", _gazetteer),
    EditableList("people", "gazetteer/people.tsv", _gazetteer),
    EditableList("organisations", "gazetteer/organisations.tsv", _gazetteer),
    EditableList("places", "gazetteer/places.tsv", _gazetteer),
    EditableList("frames", "lexicon/frames.tsv", _frames),
    EditableList("stopwords", "lexicon/stopwords.tsv", _stopwords),
    EditableList("verbs", "lexicon/verbs.tsv", _verbs),
    EditableList("names", "lexicon/names.tsv", _names),
    EditableList("speech-verbs", "lexicon/speech_verbs.tsv", _lexicon),
    EditableList("outlets", "outlets/known.csv", _outlets),
    EditableList("events", "events.csv", _events),
)
