"""The outcomes of a plan with what was read in each."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.language.readings import OutcomeReading
from extractors.plan import Item


def readings(case: Case) -> Iterator[tuple[Item, OutcomeReading]]:
    """Gives each outcome with its reading."""
    for outcome in case.plan.outcomes:
        if reading := case.outcomes.get(outcome.id):
            yield outcome, reading
