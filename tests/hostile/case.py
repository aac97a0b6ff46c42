"""A hostile file: what it is called, what it holds, and what may become of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.status import Status

READ = frozenset({Status.AUDITED, Status.AUDITED_PARTLY})
PARTLY = frozenset({Status.AUDITED_PARTLY})
NO_TEXT = frozenset({Status.NO_READABLE_TEXT})
NO_PLAN = NO_TEXT | {Status.NOT_A_PLAN}
DAMAGED = frozenset({Status.DAMAGED})
PASSWORD = frozenset({Status.PASSWORD})
UNSUPPORTED = frozenset({Status.UNSUPPORTED})
TOO_LARGE = frozenset({Status.TOO_LARGE})
GIVEN_UP = frozenset(
    {Status.TOO_LARGE, Status.TOO_SLOW, Status.TOO_MUCH_MEMORY, Status.READER_CRASHED}
)
EITHER = READ | NO_PLAN | DAMAGED | UNSUPPORTED | GIVEN_UP


@dataclass(frozen=True, slots=True)
class Case:
    """One file of the battery."""

    name: str  # of the file, with its ending
    data: bytes = field(repr=False)
    expected: frozenset[Status]
    says: str = ""  # words that the reason has to hold
    twin: str = ""  # the file of the same group whose findings this one has to share
