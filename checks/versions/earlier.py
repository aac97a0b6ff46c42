"""Which of the child's earlier plans a plan is held against."""

from __future__ import annotations

from checks.case import Case
from checks.schooling import months_between
from extractors.plan import Plan

_REVIEW = 9  # months: between plans that lie so far apart there was a review
_TWO_REVIEWS = 20
_UNISSUED = ("draft", "proposed")


def last_issued(case: Case) -> Plan | None:
    """The child's plan before this one; drafts are left out, for they promise nothing."""
    return next(iter(_issued(case)), None)


def last_reviewed(case: Case) -> Plan | None:
    """The child's newest plan that is so much older that a review lies between."""
    return _older(case, _REVIEW)


def two_reviews_ago(case: Case) -> Plan | None:
    """The child's newest plan that is so much older that two reviews lie between."""
    return _older(case, _TWO_REVIEWS)


def _issued(case: Case) -> list[Plan]:
    """The child's earlier plans that were issued, the newest first."""
    history = case.known.history if case.known else ()
    return [plan for plan in reversed(history) if plan.facts.status not in _UNISSUED]


def _older(case: Case, months: int) -> Plan | None:
    written = case.plan.facts.date
    return next(
        (
            plan
            for plan in _issued(case)
            if plan.facts.date and written and months_between(plan.facts.date, written) >= months
        ),
        None,
    )
