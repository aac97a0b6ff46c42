"""What only a person can judge of a review: its form is no part of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Question
from checks.schooling import months_between
from extractors.plan import Item

_A_REVIEW = 12  # months after which a review must have been held


def _reviewed(case: Case) -> Iterator[Item | None]:
    """The plan, where it has outcomes and a review of them must have been held by now."""
    written = case.plan.facts.date
    due = written is not None and months_between(written, case.as_of) >= _A_REVIEW
    if case.plan.outcomes and (due or case.plan.facts.status == "amended"):
        yield None


ver_progress_recorded = Question(
    "ver-progress-recorded",
    "The last review recorded progress towards each outcome",
    section="E",
    source="SEND Regulations 2014, regulation 20; Code of Practice 9.166 to 9.168",
    asks="Does the report of the last review say of each outcome how far it was reached?",
    about=_reviewed,
)
