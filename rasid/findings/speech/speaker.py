"""A speaker as the text names it."""

from __future__ import annotations

from typing import Final, NamedTuple


class Speaker(NamedTuple):
    """A speaker as the text names it: words `[first, last)` without `skip` letters.

    kind is person, organisation, country, place, source, document or other; feminine is None when
    the text does not show it.
    """

    first: int
    last: int
    skip: int
    entity_id: str | None
    kind: str
    feminine: bool | None


NOBODY: Final = Speaker(-1, -1, 0, None, "nobody", None)
"""A subject that does not speak stands there: أكدت النتائج أن."""
