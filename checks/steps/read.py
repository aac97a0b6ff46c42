"""The steps of a plan: what was read in each, and the outcome that each leads to."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.language.outcome import read_outcome
from checks.language.readings import Met, OutcomeReading, Timeframe
from checks.language.timeframes import find_timeframe
from checks.thread.links import End, Relation
from extractors.plan import Item, Kind


def steps_read(case: Case) -> Iterator[tuple[Item, OutcomeReading]]:
    """Gives each step with its parts: a step is worded as an outcome is."""
    for step in case.plan.of(Kind.STEP):
        born, written = case.born, case.plan.facts.date
        yield step, read_outcome(step.text, step.stem, born, written, step.columns, case.stages)


def timeframe_of(case: Case, step: Item) -> Timeframe | None:
    """By when a step is to be taken, in its words or in the columns beside it."""
    if step.columns or step.stem:
        return next(reading.timeframe for own, reading in steps_read(case) if own is step)
    return find_timeframe(step.text, case.born, case.plan.facts.date, case.stages)


def outcome_of(case: Case, step: Item) -> Item | None:
    """The outcome that a step leads to: as printed, or the one after which it stands."""
    outcomes = {outcome.id: outcome for outcome in case.plan.outcomes}
    for reference in case.plan.references:
        ends = {reference.from_id, reference.to_id}
        if step.id in ends:
            for other in ends - {step.id}:
                if other in outcomes:
                    return outcomes[other]
    before: Item | None = None
    for item in case.plan.items:
        if item.id == step.id:
            return before
        if item.id in outcomes:
            before = item
    return None


def has_smart_step(case: Case, outcome: Item) -> bool:
    """Whether a step that leads to it says by when, and what will be seen."""
    return any(
        reading.smart is Met.MET and reading.timeframe and outcome_of(case, step) == outcome
        for step, reading in steps_read(case)
    )


def provided_for(case: Case, outcome: Item) -> bool:
    """Whether any provision is linked to the outcome, surely or perhaps."""
    ending = case.thread.ending(Relation.PROVISION_OUTCOME, outcome.id)
    if ending is not None and ending.end is End.NONE_FOUND:
        return False
    return any(
        link.relation is Relation.PROVISION_OUTCOME and link.to_id == outcome.id
        for link in case.thread.links
    )
