"""The outlet register: who the publishers, agencies and aggregators are, by name and by domain.

`assets/outlets/known.csv` names the outlets Rasid knows; `corpus/outlets.csv`, in the same format,
adds to them and overrides them by `outlet_id`. An outlet that neither names is provisional. The column `cited`, which
a file may leave out, says "aired" of channels that others quote once they have said something on the air, and "often"
of papers and sites that others quote as "the newspaper X": so named once they are no page's outlet.
"""

from __future__ import annotations

import csv
import hashlib
import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from rasid import settings
from rasid.corpus.outlets.places import ADJECTIVES
from rasid.errors import RasidError, bad_line
from rasid.language import fold

COLUMNS: Final = (
    "outlet_id",
    "name_ar",
    "name_en",
    "aliases",
    "domains",
    "country",
    "kind",
    "cited",
)
KINDS: Final = frozenset({"publisher", "agency", "aggregator"})
_HOST: Final = re.compile(r"\s*(?:[A-Za-z][\w+.-]*:)?(?://)?(?:[^/@\s]*@)?([\w-]+(?:\.[\w-]+)+)")
_PAPER: Final = frozenset({"صحيفه", "جريده", "موقع", "قناه"})
_SPACE: Final = re.compile(r"[\s\"'“”«»(){}\[\]،,:.\-–—|_]+")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet; `provisional` means that no register names it, `cited` how others quote it (see above)."""

    outlet_id: str
    name_ar: str
    name_en: str = ""
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str = ""
    kind: str = "publisher"
    provisional: bool = False
    cited: str = ""


UNKNOWN: Final = Outlet("unknown", "غير معروف", "Unknown", provisional=True)
"""The outlet of an article that names none."""


# "shorouknews.com", "alaraby.co.uk": what stands before the dot is how the outlet writes itself in Latin letters.
_LABEL: Final = re.compile(r"([a-z0-9-]+)\.(?:[a-z]+|(?:co|com|net|org)\.[a-z]{2})")
_LABEL_LENGTH: Final = 7
_APART: Final = re.compile(r"[\W_]+")
_DIGITS_APART: Final = re.compile(r"(?<=[^\W\d_]) (?=\d)")  # "Jordan 24", "Jordan24"


_SCRIPTS_APART: Final = re.compile(
    r"(?<=[A-Za-z])(?=[\u0621-\u064a])|(?<=[\u0621-\u064a])(?=[A-Za-z])"
)  # a logo sets two scripts without a blank


_LATIN_NAME: Final = re.compile(r"(?:al|el|as|ash|ar|az|at|an)[- ]?[a-z]{4,}", re.I)
"""An Arabic name with its article in Latin letters."""
_ARTICLE: Final = re.compile(r"^[ae][a-z]{1,2}[- ]|^[ae]l")
_SOUNDS: Final = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "i"), ("ai", "a"), ("q", "k"))
_VOWELS: Final = str.maketrans("oey", "uii")
_TWICE: Final = re.compile(r"(.)\1")
_SOUND_LENGTH: Final = 5


def _sound(name: str) -> str:
    """Return what an Arabic name in Latin letters sounds like, without its article: each site spells its own."""
    sound = _ARTICLE.sub("", name.lower())
    for spelled, said in _SOUNDS:
        sound = sound.replace(spelled, said)
    return _TWICE.sub(r"\1", sound.translate(_VOWELS)).rstrip("ha")


def name_key(name: str) -> str:
    """Return the spelling by which outlet names are compared: folded, lower case, signs as one space."""
    return _SPACE.sub(" ", fold(name).text.lower()).strip()


def _name_keys(names: list[str]) -> list[str]:
    """Return the spelling of each name by which it is compared.

    The names are folded as one text: six thousand calls of `fold` are two thirds of the time a register loads in.
    """
    folded = fold("\n".join(name.replace("\n", " ") for name in names)).text.lower()
    return [_SPACE.sub(" ", name).strip() for name in folded.split("\n")]


def host_of(url: str) -> str:
    """Return the host of an address without `www.` and port; empty when there is none."""
    match = _HOST.match(url)
    return match.group(1).lower().removeprefix("www.") if match else ""


class Register:
    """The outlets, found by id, by any of their names and by the domain of an address."""

    def __init__(self, outlets: dict[str, Outlet]) -> None:
        self.outlets = outlets
        self._names: dict[str, str] = {}
        self._domains: dict[str, str] = {}
        self._found: dict[str, Outlet | None] = {}  # a table repeats a few names and hosts
        self._bearers: dict[str, list[str]] = {}  # by a name without its country: who bears it
        named = [
            (name, outlet.outlet_id)
            for outlet in outlets.values()
            for name in (outlet.name_ar, outlet.name_en, *outlet.aliases)
        ]
        keys = _name_keys([name for name, _ in named])
        for key, (_, outlet_id) in zip(keys, named, strict=True):
            if not key:
                continue
            self._names.setdefault(key, outlet_id)
            self._names.setdefault(_DIGITS_APART.sub("", key), outlet_id)
            bearers = self._bearers.setdefault(_bare(key), [])
            if outlet_id not in bearers:
                bearers.append(outlet_id)
        self._labels: dict[str, set[str]] = {}  # by an address without dots: "shorouknews"
        for outlet in outlets.values():
            for domain in outlet.domains:
                host = domain.lower().removeprefix("www.")
                self._domains.setdefault(host, outlet.outlet_id)
                if label := _LABEL.fullmatch(host):
                    self._labels.setdefault(label[1].replace("-", ""), set()).add(outlet.outlet_id)

    @classmethod
    def load(cls, path: Path | None = None) -> Register:
        """Return the known outlets with those of `path` (default: the bundled `corpus/outlets.csv`).

        Raises:
            RasidError: bad-asset, naming the line, when a row has no id or an unknown kind.
        """
        outlets: dict[str, Outlet] = {}
        for source in (
            settings.asset("outlets/known.csv"),
            path or settings.CORPUS / "outlets.csv",
        ):
            if source.is_file():
                for outlet in _read(source):
                    outlets[outlet.outlet_id] = _joined(outlet, outlets.get(outlet.outlet_id))
            elif path is not None and source == path:
                raise RasidError("no-such-source", file=path)
        return cls(outlets)

    def get(self, outlet_id: str) -> Outlet | None:
        """Return the outlet with this id, or None."""
        return self.outlets.get(outlet_id)

    def by_name(self, name: str) -> Outlet | None:
        """Return the outlet that bears this name or alias, or whose id or domain it is, or None."""
        if name not in self._found:
            key = self.outlets.get(name) or self._names.get(name_key(name))
            found = self.outlets[key] if isinstance(key, str) else key
            self._found[name] = found or (
                self.by_url(name) if " " not in name and "@" not in name else None
            )
            if self._found[name] is None and (parted := _SCRIPTS_APART.sub(" ", name)) != name:
                self._found[name] = self.by_name(parted)  # "INDEPENDENTعربية"
            if self._found[name] is None and name.isascii():
                self._found[name] = self._by_label(name) or self._by_sound(name)
        return self._found[name]

    def site_of_office(self, name: str) -> Outlet | None:
        """Return the site of an office that this name is; the office itself is no outlet: "X (موقع)" in the list."""
        return self.by_name(f"{name} (موقع)")

    def _by_label(self, name: str) -> Outlet | None:
        """Return the one outlet whose address is a Latin name in one word: "Shorouk News", "@shorouk_news"."""
        label = _APART.sub("", name.lower())
        owners = self._labels.get(label, set()) if len(label) >= _LABEL_LENGTH else set()
        return self.outlets[next(iter(owners))] if len(owners) == 1 else None

    def _by_sound(self, name: str) -> Outlet | None:
        """Return the one outlet that a masthead of one word, "Almaalouma", spells in its own Latin letters."""
        if not _LATIN_NAME.fullmatch(name) or len(sound := _sound(name)) < _SOUND_LENGTH:
            return None
        owners = self._sounds.get(sound, set())
        return self.outlets[next(iter(owners))] if len(owners) == 1 else None

    @cached_property
    def _sounds(self) -> dict[str, set[str]]:
        """Each outlet that has a Latin name in one word, by what that sounds like."""
        found: dict[str, set[str]] = {}
        for outlet in self.outlets.values():
            for name in (outlet.name_en, *outlet.aliases):
                if name.isascii() and _LATIN_NAME.fullmatch(name):
                    found.setdefault(_sound(name), set()).add(outlet.outlet_id)
        return found

    def namesakes(self, outlet: Outlet) -> list[Outlet]:
        """Return the outlets of other countries that bear one of this one's names, their country added or not."""
        if outlet.provisional or outlet.kind != "publisher":
            return []
        names = {_bare(name_key(name)) for name in (outlet.name_ar, *outlet.aliases)}
        found = {
            other: self.outlets[other] for name in names for other in self._bearers.get(name, ())
        }
        return [
            other
            for other in found.values()
            if other.country and other.country != outlet.country and other.kind == outlet.kind
        ]

    def names_alone(self, outlet: Outlet, text: str) -> bool:
        """Tell whether a text holds a name of an outlet that no other outlet bears."""
        words = f" {name_key(text)} "
        keys = (name_key(name) for name in (outlet.name_ar, outlet.name_en, *outlet.aliases))
        return any(key and f" {key} " in words and self._alone(key) for key in keys)

    def _alone(self, key: str) -> bool:
        return key.split()[-1] in ADJECTIVES or len(self._bearers.get(_bare(key), ())) < 2

    def starting(self, text: str) -> Outlet | None:
        """Return the outlet with whose name a text begins, the longest name first, or None."""
        return self.leading(text)[0]

    def leading(self, text: str) -> tuple[Outlet | None, int]:
        """Return the outlet with whose name a text begins, and of how many words that name is."""
        words = name_key(text[:80]).split()[:6]
        for count in range(len(words), 0, -1):
            found = self._names.get(" ".join(words[:count]))
            if found and (
                count > 1 or len(words[0]) > 2 or (words[0].isascii() and words[0].isalpha())
            ):
                return self.outlets[found], count
        return None, 0

    def by_url(self, url: str) -> Outlet | None:
        """Return the outlet that owns the address's domain or a parent of it, or None."""
        host = host_of(url) if "." in url else ""
        if host not in self._found:
            parent = host
            while "." in parent and parent not in self._domains:
                parent = parent.split(".", 1)[1]
            self._found[host] = self.outlets.get(self._domains.get(parent, ""))
        return self._found[host]

    def provisional(self, name: str) -> Outlet:
        """Return a provisional outlet for a name that the register lacks; the id is stable."""
        name = name.strip()
        half = len(name) // 2
        if half > 4 and name[:half] == name[-half:]:
            name = name[:half].strip()  # a logo's text and its link's run together
        digest = hashlib.sha256(name_key(name).encode()).hexdigest()[:10]
        return Outlet(f"x-{digest}", name, name, provisional=True)


def _bare(key: str) -> str:
    """Return the key of a name without "newspaper" before it and its country behind it."""
    words = key.split()
    if len(words) > 1 and words[-1] in ADJECTIVES:
        words = words[:-1]
    return " ".join(words[1:] if len(words) > 1 and words[0] in _PAPER else words)


def _joined(outlet: Outlet, known: Outlet | None) -> Outlet:
    """Return an outlet of the later register with the names and domains the earlier one knew besides."""
    if known is None:
        return outlet
    aliases = (*outlet.aliases, known.name_ar, known.name_en, *known.aliases)
    return replace(
        outlet,
        name_en=outlet.name_en or known.name_en,
        aliases=tuple(dict.fromkeys(aliases)),
        domains=tuple(dict.fromkeys((*outlet.domains, *known.domains))),
        country=outlet.country or known.country,
        cited=outlet.cited or known.cited,
    )


def _read(path: Path) -> list[Outlet]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return [_outlet(path, number, row) for number, row in enumerate(csv.DictReader(handle), 2)]


def _outlet(path: Path, number: int, row: dict[str, str | None]) -> Outlet:
    values = {name: (row.get(name) or "").strip() for name in COLUMNS}
    kind = values["kind"] or "publisher"
    if not values["outlet_id"] or not values["name_ar"] or kind not in KINDS:
        raise bad_line(path.name, number, "outlet", ", ".join(sorted(KINDS)))
    return Outlet(
        values["outlet_id"],
        values["name_ar"],
        values["name_en"],
        _several(values["aliases"]),
        _several(values["domains"]),
        values["country"],
        kind,
        cited=values["cited"],
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in cell.split("|") if piece.strip())
