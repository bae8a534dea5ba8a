"""The selection: which articles, and whose voice, every measure counts.

A selection is a small frozen value: it is hashed to cache results, written into the URL as short
codes, and saved to a file of a few lines.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, Protocol

from rasid.errors import RasidError

Voice = Literal["all", "quoted", "own"]

VOICES: Final[tuple[Voice, ...]] = ("all", "quoted", "own")
TEXT_KINDS: Final = ("full", "digest", "excerpt")
QUERY_LIMIT: Final = 300
"""Characters of a text query kept from a link; a longer one is cut, so that a URL cannot grow."""

_VOICE_CODES: Final[dict[Voice, str]] = {"all": "a", "quoted": "q", "own": "o"}
_KIND_CODES: Final = {"full": "f", "digest": "d", "excerpt": "e"}


class HasFingerprint(Protocol):
    """Anything that names the corpus it holds, such as a `Store`."""

    @property
    def fingerprint(self) -> str:
        """Return the fingerprint of the corpus."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which articles and whose words are counted; the default selects everything.

    Attributes:
        outlets: Outlet ids, sorted; empty selects every outlet.
        date_from: First day of publication, inclusive; None is open.
        date_to: Last day of publication, inclusive; None is open. An article known to an interval
            only is selected when its interval overlaps the dates.
        undated: Whether articles without any date stay in view.
        originals_only: Whether copies of another article are left out.
        voice: "all" words, "quoted" (in quotation marks or attributed speech) or the outlet's "own".
        text_kinds: Of full, digest, excerpt, sorted; empty selects every kind.
        query: A search expression: only articles that it finds are selected; "" selects all.
    """

    outlets: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    undated: bool = True
    originals_only: bool = False
    voice: Voice = "all"
    text_kinds: tuple[str, ...] = ()
    query: str = ""

    def __post_init__(self) -> None:
        # One value, one spelling: equal selections must hash and cache alike.
        object.__setattr__(self, "outlets", tuple(sorted(set(self.outlets))))
        object.__setattr__(self, "text_kinds", tuple(sorted(set(self.text_kinds))))
        object.__setattr__(self, "query", " ".join(self.query.split()))

    def with_(self, **changes: Any) -> Selection:
        """Return a copy with some fields changed."""
        return replace(self, **changes)

    def to_codes(self) -> dict[str, str]:
        """Return the selection as URL parameters: short stable codes, defaults left out.

        The codes are `o` (outlet ids, comma-separated), `from` and `to` (ISO days), `und` (0:
        without undated articles), `orig` (1: originals only), `v` (q quoted, o own), `k` (of f, d,
        e: text kinds) and `q` (the search expression).
        """
        codes = {
            "o": ",".join(self.outlets),
            "from": self.date_from.isoformat() if self.date_from else "",
            "to": self.date_to.isoformat() if self.date_to else "",
            "und": "" if self.undated else "0",
            "orig": "1" if self.originals_only else "",
            "v": "" if self.voice == "all" else _VOICE_CODES[self.voice],
            "k": "".join(_KIND_CODES[kind] for kind in self.text_kinds if kind in _KIND_CODES),
            "q": self.query,
        }
        return {name: code for name, code in codes.items() if code}

    @classmethod
    def from_codes(
        cls, codes: Mapping[str, str], *, outlets: Collection[str] | None = None
    ) -> Selection:
        """Read a selection from URL parameters; what is unknown or malformed falls to its default.

        Args:
            codes: URL parameters; those of other purposes are left alone.
            outlets: The outlet ids of the store; others are dropped. None accepts any.
        """
        wanted = [code for code in str(codes.get("o", "")).split(",") if code]
        if outlets is not None:
            wanted = [code for code in wanted if code in outlets]
        first, last = _day(codes.get("from")), _day(codes.get("to"))
        if first and last and first > last:
            first = last = None
        voices = {code: voice for voice, code in _VOICE_CODES.items()}
        kinds = {code: kind for kind, code in _KIND_CODES.items()}
        return cls(
            outlets=tuple(wanted),
            date_from=first,
            date_to=last,
            undated=codes.get("und") != "0",
            originals_only=codes.get("orig") == "1",
            voice=voices.get(str(codes.get("v", "")), "all"),
            text_kinds=tuple(kinds[code] for code in str(codes.get("k", "")) if code in kinds),
            query=str(codes.get("q", ""))[:QUERY_LIMIT],
        )

    def fingerprint(self, store: HasFingerprint) -> str:
        """Return twelve hexadecimal digits that name this view of this corpus on any machine.

        They are the start of a SHA-256 over the corpus fingerprint and the selection's fields.
        """
        fields = {
            name: value for name, value in _fields(self).items() if value not in ("", [], None)
        }
        text = json.dumps([store.fingerprint, fields], sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]

    def save(self, path: Path, *, name: str = "") -> None:
        """Write the selection to a small JSON file under a name of the user's own."""
        content = {"rasid_selection": 1, "name": name, **_fields(self)}
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> tuple[str, Selection]:
        """Return the name and the selection that a file saved by `save` holds.

        Raises:
            RasidError: "bad-selection" when the file is not one; it names the file and the reason.
        """
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            if not isinstance(content, dict) or content.get("rasid_selection") != 1:
                raise ValueError("rasid_selection: 1")
            first, last = (
                date.fromisoformat(content[key]) if content.get(key) else None
                for key in ("date_from", "date_to")
            )
            voice = content.get("voice", "all")
            if voice not in VOICES:
                raise ValueError(f"voice: {voice}")
            return str(content.get("name", "")), cls(
                outlets=tuple(map(str, content.get("outlets", ()))),
                date_from=first,
                date_to=last,
                undated=bool(content.get("undated", True)),
                originals_only=bool(content.get("originals_only", False)),
                voice=voice,
                text_kinds=tuple(
                    kind for kind in content.get("text_kinds", ()) if kind in TEXT_KINDS
                ),
                query=str(content.get("query", "")),
            )
        except (OSError, ValueError, TypeError) as error:
            raise RasidError("bad-selection", file=path, detail=error) from error


def _fields(selection: Selection) -> dict[str, Any]:
    """Return the fields as JSON knows them; days as ISO text, tuples as lists."""
    fields = asdict(selection)
    for key in ("date_from", "date_to"):
        fields[key] = fields[key].isoformat() if fields[key] else None
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in fields.items()
    }


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
