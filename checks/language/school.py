"""England's school years: which one a child is in on a day, and when it and each phase ends.

A child starts Reception in the September after the fourth birthday. Year groups count from there:
Reception is 0, nursery -1, Year 1 is 1, and Year 14 the last that plans speak of. A school year
ends on 31 July here: the outcome is looked at before the summer, not on 31 August.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

RECEPTION = 0
NURSERY = -1
_FIRST_BIRTHDAY_OF_YEAR = 5  # the birthday that falls within Reception
_SEPTEMBER = 9


class Stage(StrEnum):
    """A key stage or phase of education, by the year that it ends with."""

    EARLY_YEARS = "early years"
    KS1 = "key stage 1"
    KS2 = "key stage 2"
    KS3 = "key stage 3"
    KS4 = "key stage 4"
    KS5 = "key stage 5"

    @property
    def number(self) -> int:
        """Its number; 0 for the early years."""
        return list(Stage).index(self)


@dataclass(frozen=True, slots=True)
class KeyStages:
    """With which school year each stage ends. Some schools begin Key Stage 4 in Year 9."""

    last_years: tuple[int, ...] = (0, 2, 6, 9, 11, 13)  # in the order of `Stage`

    def first_year(self, stage: Stage) -> int:
        """The year group that a stage begins with."""
        return self.last_years[stage.number - 1] + 1 if stage.number else NURSERY

    def last_year(self, stage: Stage) -> int:
        """The year group that a stage ends with."""
        return self.last_years[stage.number]

    def of(self, year: int) -> Stage | None:
        """The stage that a year group belongs to; the years before Reception are early years.

        None after the last.
        """
        return next((stage for stage in Stage if year <= self.last_year(stage)), None)


USUAL = KeyStages()


def academic_year(on: date) -> int:
    """The calendar year in which that day's school year began."""
    return on.year if on.month >= _SEPTEMBER else on.year - 1


def _reception_starts(born: date) -> int:
    """The calendar year in whose September a child starts Reception."""
    return academic_year(born) + _FIRST_BIRTHDAY_OF_YEAR


def school_year(born: date, on: date) -> int:
    """The year group of a child on that day, as age alone gives it: 0 is Reception."""
    return academic_year(on) - _reception_starts(born)


def year_start(year: int, born: date) -> date:
    """The 1 September on which a child starts that year group."""
    return date(_reception_starts(born) + year, _SEPTEMBER, 1)


def year_end(year: int, born: date) -> date:
    """The 31 July on which a child ends that year group."""
    return date(_reception_starts(born) + year + 1, 7, 31)


def stage_end(stage: Stage, born: date, stages: KeyStages = USUAL) -> date:
    """The 31 July on which a child ends that stage."""
    return year_end(stages.last_year(stage), born)


def birthday(age: int, born: date) -> date:
    """The day of that birthday; 1 March for those born on 29 February, save in leap years."""
    year = born.year + age
    if (born.month, born.day) == (2, 29) and monthrange(year, 2)[1] == 28:  # noqa: PLR2004 -- days
        return date(year, 3, 1)
    return date(year, born.month, born.day)


def age_on(born: date, on: date) -> int:
    """Full years of age on that day; negative before birth."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def year_name(year: int) -> str:
    """How people call a year group: «Year 4», «Reception», «nursery»."""
    if year > RECEPTION:
        return f"Year {year}"
    return "Reception" if year == RECEPTION else "nursery"


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
