"""A clock: from which day it ran, until when, and what was done by then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from checks.case import Case
from checks.check import Hit, Verdict
from checks.clocks.records import Day, Records, in_words, records_of

_HALF_A_YEAR = timedelta(days=183)


def is_clock(check: str) -> bool:
    """Whether a check is on what was done by when, and not on what a plan says."""
    return check.startswith("t-")


class State(StrEnum):
    """How a clock stands."""

    KEPT = "in time"
    LATE = "late"
    OPEN = "past, nothing on record"
    RUNNING = "running"
    ASKED = "please check"


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of one child."""

    check: str
    began: Day
    due: date
    done: Day | None
    as_of: date
    doubt: str = ""  # why it is asked, and not asserted
    sure: bool = False  # what is not on record was not done: the records hold the last of its kind
    soonest: bool = False  # it must not be done before that day, rather than after it

    @property
    def days_late(self) -> int:
        """Days past the due date on which it was done, or has still not been; 0 in time.

        Where a day is the soonest allowed: by how many days it was done too soon.
        """
        if self.soonest:
            return max(0, (self.due - self.done.date).days) if self.done else 0
        return max(0, ((self.done.date if self.done else self.as_of) - self.due).days)

    @property
    def state(self) -> State:
        """How it stands."""
        if not self.days_late:
            return State.KEPT if self.done else State.RUNNING
        if self.doubt:
            return State.ASKED
        return State.LATE if self.done or self.sure else State.OPEN

    @property
    def verdict(self) -> Verdict:
        """What may be said of it: what is only missing from the records is asked."""
        if self.state is State.LATE:
            return Verdict.FAIL
        return Verdict.PASS if self.state in (State.KEPT, State.RUNNING) else Verdict.UNCLEAR

    @property
    def told(self) -> str:
        """Both days, and how late, in words."""
        due = f"{'not before' if self.soonest else 'due by'} {in_words(self.due)}"
        said = f"{_capital(str(self.began))}; {due}; {self._end}."
        return f"{said} {self.note}".strip()

    @property
    def note(self) -> str:
        """What to bear in mind before anybody is held to it; empty where it was kept."""
        return " ".join(note for note in (self.doubt, self.holidays) if note and self.days_late)

    @property
    def _end(self) -> str:
        days = f"{self.days_late} day{'' if self.days_late == 1 else 's'}"
        if self.done is None:
            return f"nothing is on record, {days} after that day" if self.days_late else "running"
        if not self.days_late:
            return f"{self.done}, in time"
        return f"{self.done}, {days} {'too soon' if self.soonest else 'late'}"

    @property
    def holidays(self) -> str:
        """A note where school holidays lie between the two days."""
        end = self.done.date if self.done else self.as_of
        has_one_anyway = self.due - self.began.date > _HALF_A_YEAR
        if (
            self.soonest
            or has_one_anyway
            or not self.days_late
            or not _over_summer(self.began.date, end)
        ):
            return ""
        return "The summer holiday lies between; it does not by itself stop the clock."


def _over_summer(start: date, end: date) -> bool:
    """Whether the middle of a summer holiday lies between two days."""
    return any(start <= date(year, 8, 1) <= end for year in range(start.year, end.year + 1))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


Reading = Callable[[Records], Clock | None]
Concern = Callable[[Records], bool]


def known_by(reading: Reading) -> Callable[[Case], bool]:
    """Whether the records of a listed child have the days that a clock is read by."""

    def knows(case: Case) -> bool:
        records = records_of(case)
        return records is None or reading(records) is not None

    return knows


def listed(concern: Concern = lambda _records: True) -> Callable[[Case], bool]:
    """Whether the list names the child, and the clock runs for that child at all."""

    def applies(case: Case) -> bool:
        records = records_of(case)
        return records is not None and concern(records)

    return applies


def missed(case: Case, reading: Reading) -> Iterator[Hit]:
    """Gives the clock where it was missed, or seems to have been."""
    records = records_of(case)
    clock = reading(records) if records else None
    if clock and clock.verdict is not Verdict.PASS:
        yield Hit(verdict=clock.verdict, reason=clock.told)


def doubt_of(records: Records) -> str:
    """Why a clock of this child is asked about and not asserted; empty where it is asserted."""
    if records.listed.tribunal:
        return (
            "The list notes a tribunal case, whose order may set other days (regulations 44, 45)."
        )
    return ""


def doubt_of_assessment(records: Records) -> str:
    """The same for a clock that runs from the request."""
    if records.listed.moved_in:
        return "The child moved in: another authority may have had the request (regulation 15)."
    return doubt_of(records)
