"""One plan made ready to be judged: its readings, its thread, and what follows from its dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from checks.language.outcome import read_outcome
from checks.language.provision import read_provision
from checks.language.rates import SCHOOL_WEEKS, SchoolWeeks
from checks.language.readings import OutcomeReading, ProvisionReading
from checks.language.school import USUAL, KeyStages, age_on, school_year
from checks.provision.arithmetic import Timetable, timetable
from checks.schooling import POST_16, printed_year
from checks.thread.link import link
from checks.thread.links import Thread
from extractors.document import Caveat
from extractors.plan import Item, Passage, Plan, Section

if TYPE_CHECKING:
    from checks.caseload.known import Known
    from checks.rubric import Rubric

_INCOMPLETE = frozenset(
    {
        Caveat.PARTLY_UNREADABLE,
        Caveat.CUT_AT_LIMIT,
        Caveat.REPAIRED,
        Caveat.READERS_DISAGREE,
        Caveat.READ_BY_OCR,  # what is missing may have been misread
        Caveat.PARTLY_READ_BY_OCR,
    }
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that stand in a section, with the item that they make up, if any."""

    letter: str
    words: Passage
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A plan with all that the checks ask of it."""

    plan: Plan
    rubric: Rubric
    as_of: date
    outcomes: Mapping[str, OutcomeReading]
    provisions: Mapping[str, ProvisionReading]
    thread: Thread
    timetable: Timetable  # what its provision comes to
    known: Known | None = None  # what the rest of the caseload shows; None until all are read
    _told: dict[str, tuple[Statement, ...]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def born(self) -> date | None:
        """The child's date of birth."""
        return self.plan.child.date_of_birth

    @property
    def written(self) -> date:
        """The plan's own date, or the day of the audit where it prints none."""
        return self.plan.facts.date or self.as_of

    @property
    def year(self) -> int | None:
        """The school year in which the plan was written: by date of birth, or as printed."""
        if self.born:
            return school_year(self.born, self.written)
        return printed_year(self.plan.child.year_group or "")

    @property
    def dated(self) -> bool:
        """Whether the child's date of birth and the plan's date are known."""
        return self.born is not None and self.plan.facts.date is not None

    @property
    def out_of_year(self) -> bool:
        """Whether the child may be taught in another year group than age alone gives."""
        printed = printed_year(self.plan.child.year_group or "")
        return printed is not None and self.year is not None and abs(printed - self.year) == 1

    @property
    def age(self) -> int | None:
        """The child's age when the plan was written."""
        return age_on(self.born, self.written) if self.born else None

    @property
    def stages(self) -> KeyStages:
        """With which school year each key stage ends, by the rubric."""
        return self.rubric.key_stages.stages

    @property
    def post_16(self) -> bool:
        """Whether the young person was past Year 11 when the plan was written."""
        return self.year is not None and self.year >= POST_16

    @property
    def complete(self) -> bool:
        """Whether all of the file could surely be read: what is missing is really missing."""
        return not self.plan.caveats & _INCOMPLETE

    def statements(self, *letters: str) -> Iterator[Statement]:
        """Gives all that stands in those sections: items first, then words outside any item."""
        for section in self.plan.sections:
            if section.letter in letters:
                if section.letter not in self._told:
                    self._told[section.letter] = tuple(_statements(section, self.plan.items))
                yield from self._told[section.letter]


def _statements(section: Section, items: Sequence[Item]) -> Iterator[Statement]:
    """All that stands in one section: its items first, then words outside any item."""
    own = [item for item in items if item.section == section.letter]
    for item in own:
        yield Statement(section.letter, Passage(item.full_text, item.place), item)
    told = {i.text for i in own} | {c.text for i in own for c in i.columns}
    for passage in section.passages:
        if passage.text not in told:
            yield Statement(section.letter, passage)


def prepare(plan: Plan, rubric: Rubric, as_of: date) -> Case:
    """The plan made ready: each outcome and line of provision read, the thread linked, once."""
    outcomes = outcomes_of(plan, rubric.key_stages.stages)
    provisions = provisions_of(plan, rubric.provision.year)
    times = timetable(plan, provisions, rubric.provision.year)
    thread = link(plan, table=rubric.thread.table)
    return Case(plan, rubric, as_of, outcomes, provisions, thread, times)


def outcomes_of(plan: Plan, stages: KeyStages = USUAL) -> dict[str, OutcomeReading]:
    """Each outcome of a plan, read by those key stages."""
    born, written = plan.child.date_of_birth, plan.facts.date
    return {
        item.id: read_outcome(item.text, item.stem, born, written, item.columns, stages)
        for item in plan.outcomes
    }


def provisions_of(plan: Plan, year: SchoolWeeks = SCHOOL_WEEKS) -> dict[str, ProvisionReading]:
    """Each line of provision of a plan, read by those weeks of school."""
    return {item.id: read_provision(item.text, item.columns, year) for item in plan.provision}
