"""Reading the editable files of `assets/`: tab-separated, a header line, `#` for remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from rasid import errors, settings
from rasid.errors import RasidError


def asset_path(relative: str) -> Path:
    """Return the path of a file or folder under `assets/`; of a file, the analyst's copy if there is one."""
    return settings.asset(relative)


def file_in(folder: Path, name: str) -> Path:
    """Return a file of a folder; of our own folder, the analyst's edited copy where there is one."""
    if folder.parent == settings.ASSETS:
        return settings.asset(f"{folder.name}/{name}")
    return folder / name


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield `(line number, row)` of an asset file.

    Raises:
        RasidError: code "bad-asset", naming the file and the line, when the file is missing or not
            UTF-8, when its header is not `columns`, or when a row has another number of fields.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RasidError("bad-asset", file=path.name, detail=f"cannot be read ({error})") from error
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [field.strip() for field in line.split("\t")]
        if header is None:
            header = fields
            if header != list(columns):
                raise bad_line(path, number, "header", " ".join(columns))
            continue
        if len(fields) != len(header):
            raise bad_line(path, number, "fields", f"{len(fields)} / {len(header)}")
        yield number, dict(zip(header, fields, strict=True))


def bad_line(path: Path, number: int, kind: str, what: object = "") -> RasidError:
    """Return the error that names a line of an asset file; kind as in `rasid.errors.LINES`."""
    return errors.bad_line(path.name, number, kind, what)
