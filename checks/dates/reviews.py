"""When the next review of a plan is due, and by what that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from checks.dates.ends import in_words
from checks.language.school import add_months
from extractors.listed import Listed
from extractors.plan import Plan

MONTHS = 12  # Children and Families Act 2014, section 44


@dataclass(frozen=True, slots=True)
class Due:
    """The day of a review, and by what it is known."""

    date: date
    why: str


def review_due(plan: Plan, listed: Listed | None, as_of: date, months: int = MONTHS) -> Due | None:
    """When a review is due: by the caseload list where it has the days, else by the plan."""
    if listed:
        told = (listed.reviewed, listed.review_decided)
        last = max((day for day in told if day and day <= as_of), default=None)
        ends = [day for day in (listed.review_due, last and add_months(last, months)) if day]
        if ends:
            return Due(max(ends), "by the caseload list")
    facts = plan.facts
    if facts.review_date:
        return Due(facts.review_date, "the plan gives that date")
    if facts.date:
        return Due(add_months(facts.date, months), f"the plan is dated {in_words(facts.date)}")
    return None
