"""Outcomes that may be broad, because a step of theirs is not."""

from __future__ import annotations

from checks.case import Case
from checks.language.readings import OutcomeReading
from checks.steps.read import has_smart_step
from extractors.plan import Item


def broad_with_steps(case: Case, outcome: Item, reading: OutcomeReading) -> bool:
    """Whether it is what the child will do, in broad words, with a step that can be measured.

    Guidance differs: some wants every outcome measurable, some allows a long-term one to be broad
    where shorter ones lead to it. The rubric says which holds.
    """
    another_thing = reading.provision or reading.aspiration or reading.service_subject
    allowed = case.rubric.outcomes.broad_with_steps and not another_thing
    return allowed and has_smart_step(case, outcome)
