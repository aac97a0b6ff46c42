"""The days that the clocks are read by: what the caseload list says, else what the plan prints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checks.case import Case
from checks.language.school import school_year
from checks.schooling import printed_year
from extractors.listed import Listed
from extractors.plan import Plan

_FINAL = frozenset({"final", "amended"})


@dataclass(frozen=True, slots=True)
class Day:
    """A day, and where it is from."""

    date: date
    said: str  # what it is, in words: "request received"
    plan: bool = False  # printed in the plan, where the list has none

    @property
    def what(self) -> str:
        """What it is, and that the plan says so where the list does not."""
        return f"{self.said}, as the plan prints it" if self.plan else self.said

    def __str__(self) -> str:
        where = " (printed in the plan)" if self.plan else ""
        return f"{self.said} {in_words(self.date)}{where}"


@dataclass(frozen=True, slots=True)
class Records:
    """What is on record of one child on the day of the audit."""

    listed: Listed
    as_of: date
    plan: Plan | None = None  # the child's plan, where one was found

    def day(self, name: str, said: str) -> Day | None:
        """A day of the list by the name of its column; none that is still to come."""
        found: date | None = getattr(self.listed, name)
        return Day(found, said) if found and found <= self.as_of else None

    def ahead(self, name: str, said: str) -> Day | None:
        """A day of the list, whether past or to come."""
        found: date | None = getattr(self.listed, name)
        return Day(found, said) if found else None

    @property
    def born(self) -> date | None:
        """The date of birth, of the list or the plan."""
        printed = self.plan.child.date_of_birth if self.plan else None
        return self.listed.born or printed

    @property
    def year(self) -> int | None:
        """The school year that the child is in, as the list says, else by date of birth."""
        told = printed_year(self.listed.year_group)
        if told is not None:
            return told
        return school_year(self.born, self.as_of) if self.born else None

    @property
    def setting(self) -> str:
        """The setting and its sort, in small letters."""
        printed = (self.plan.facts.setting or "") if self.plan else ""
        own = self.listed.setting or printed
        return f"{own} {self.listed.setting_type}".casefold()

    @property
    def printed(self) -> Day | None:
        """The date of the plan itself, where it is final and not still to come."""
        facts = self.plan.facts if self.plan else None
        if facts and facts.date and facts.status in _FINAL and facts.date <= self.as_of:
            return Day(facts.date, "final plan", plan=True)
        return None

    @property
    def finals(self) -> tuple[Day, ...]:
        """Every final plan on record, the earliest first."""
        found = (
            self.day("first_finalised", "first final plan"),
            self.day("finalised", "final plan"),
            self.day("amended", "amended final plan"),
            self.day("phase_finalised", "final plan for the transfer"),
            self.printed,
        )
        by_date = {day.date: day for day in reversed([day for day in found if day])}
        return tuple(by_date[date] for date in sorted(by_date))

    @property
    def first_final(self) -> Day | None:
        """The child's first final plan, where it is sure that it is the first."""
        if told := self.day("first_finalised", "first final plan"):
            return told
        final = self.day("finalised", "final plan") or self.printed
        if final is None:
            return None
        earlier = (
            self.listed.reviewed,
            self.listed.review_decided,
            self.listed.amendment_noticed,
            self.listed.moved_in,
        )
        if any(day and day <= final.date for day in earlier):
            return None  # it was issued after a review
        status = self.plan.facts.status if self.plan else None
        if status == "amended" and self.printed and self.printed.date <= final.date:
            return None
        return final

    @property
    def last_review(self) -> Day | None:
        """The decision that ended the last review; a review ends with it, not with its meeting."""
        return self.day("review_decided", "decision after the last review")


def records_of(case: Case) -> Records | None:
    """What is on record of the child; None where no list names it, or a later plan is there."""
    listed = case.known.listed if case.known and not case.known.superseded else None
    return Records(listed, case.as_of, case.plan) if listed else None


def in_words(day: date) -> str:
    """The day as people write it: «31 July 2027»."""
    return f"{day.day} {day:%B %Y}"
