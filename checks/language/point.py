"""What a point in time is, and what it is read against."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from checks.language.readings import Basis
from checks.language.school import USUAL, KeyStages

NUMBER = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a phrase is read against: whose plan, of when, and which edge of the point is meant."""

    born: date | None = None
    plan_date: date | None = None
    edge: str = ""  # "end", "start", "in", or "" where the words don't say
    which: str = ""  # the words before it: "the next", "this", "his current"
    stages: KeyStages = USUAL

    @property
    def is_next(self) -> bool:
        """«the next key stage», not this one."""
        return "next" in self.which or "following" in self.which


@dataclass(frozen=True, slots=True)
class Point:
    """A point in time that a text names, and where its words end."""

    basis: Basis
    date: date | None
    end: int
    number: int | None = None
    note: str = ""


Reader = tuple[re.Pattern[str], Callable[[re.Match[str], Setting], Point | None]]


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that takes capitals and small letters alike."""
    return re.compile(pattern, re.IGNORECASE)
