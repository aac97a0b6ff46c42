"""The tables of a rubric file: every entry that an authority may set, and what it may hold."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from checks.check import Severity
from checks.language.rates import SchoolWeeks
from checks.language.readings import ProvisionSort, Slot
from checks.language.school import KeyStages
from checks.thread.table import WordTable, table_in

Weeks = Annotated[float, Field(gt=0, le=168)]
Count = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0, le=1)]
SchoolYear = Annotated[int, Field(ge=0, le=14)]


class Part(BaseModel):
    """A table of a rubric: it knows all of its entries, and nothing changes it."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Person(StrEnum):
    """In whose voice outcomes are written."""

    EITHER = "either"
    FIRST = "first"
    THIRD = "third"


class KeyStageEnds(Part):
    """The school year that each stage ends with; 0 is Reception."""

    early_years: SchoolYear
    ks1: SchoolYear
    ks2: SchoolYear
    ks3: SchoolYear
    ks4: SchoolYear
    ks5: SchoolYear

    @property
    def stages(self) -> KeyStages:
        """The same as what dates are reckoned by."""
        return KeyStages((self.early_years, self.ks1, self.ks2, self.ks3, self.ks4, self.ks5))

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        years = self.stages.last_years
        if list(years) != sorted(set(years)):
            raise ValueError("each stage must end later than the one before it")
        return self


class Outcomes(Part):
    """How many outcomes, how far they look, and how they are written."""

    count: tuple[Count, Count]
    count_limits: tuple[Count, Count]
    minimum_months: Count
    minimum_age: Count
    short_months: Count
    results_limit: Count
    post_16_may_be_yearly: bool
    ages_must_end_a_stage: bool
    broad_with_steps: bool
    person: Person
    horizon: dict[int, SchoolYear]


class Dates(Part):
    """When something is announced or late."""

    expiring_months: Count
    review_months: Count
    advice_months: Count
    old_months: Count


class Adulthood(Part):
    """From when outcomes prepare for adulthood."""

    from_year: Count


class Provision(Part):
    """What each sort of provision has to say, and the weeks of school by which it is added up."""

    weeks_in_year: Weeks
    weeks_in_term: Weeks
    longest_week_hours: Weeks
    asks: dict[ProvisionSort, tuple[Slot, ...]]

    @property
    def year(self) -> SchoolWeeks:
        """The weeks of school over which yearly and termly amounts are spread."""
        return SchoolWeeks(self.weeks_in_year, self.weeks_in_term)


class TableFile(Part):
    """The word table that a rubric names: its content decides, wherever it lies."""

    path: Path = Field(exclude=True)
    sha256: str


class Threads(Part):
    """How firmly a missing link is said, what may be shared, and whether a word table helps."""

    assert_by_words: bool
    shared_outcomes: bool
    word_table: TableFile | None = None

    @property
    def table(self) -> WordTable | None:
        """The word table, where the rubric names one. Raises TableError where it has changed."""
        return table_in(self.word_table.path, self.word_table.sha256) if self.word_table else None


class Copied(Part):
    """When the same words in several plans are called copied."""

    children: Annotated[int, Field(ge=2)]
    likeness: Share
    fewest_words: Count
    stock_lines: tuple[str, ...]


class Grades(Part):
    """The ladder from verdicts to a word."""

    words: tuple[str, ...] = Field(min_length=2)
    floors: tuple[Share, ...]
    capped_at: str
    weights: dict[Severity, Count]

    @model_validator(mode="after")
    def _ladder(self) -> Self:
        if len(self.floors) != len(self.words) - 1:
            raise ValueError("give one floor for each word but the last")
        if list(self.floors) != sorted(self.floors, reverse=True):
            raise ValueError("the floors must fall from the best word to the worst")
        if self.capped_at not in self.words:
            raise ValueError(f"«{self.capped_at}» is not one of the words")
        if self.weights.get(Severity.INFO):
            raise ValueError("what is only information never counts: it has no weight")
        return self
