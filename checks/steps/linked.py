"""steps-linked."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.outcomes.levels import roots
from checks.outcomes.subjects import meet, subjects
from checks.steps.read import outcome_of
from extractors.plan import Item, Kind

_OTHERS = 2  # outcomes that could be meant, besides which the step stands


@check(
    "steps-linked",
    "Each step leads to an outcome that is named",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes: steps towards the outcome; What are outcomes?, Central"
    " Bedfordshire",
    suggestion="Step towards [outcome number]: by [term], [name] will […].",
    reads=("E",),
    each=(Kind.STEP,),
    examples=[
        example(
            ("outcome", "By July 2028 he will read a page aloud."),
            ("step", "By December 2026 he will read 20 words."),
            ("outcome", "By July 2028 he will swim 25 metres."),
        ),
        example(
            ("outcome", "By July 2028 he will read a page aloud."),
            ("outcome", "By July 2028 he will swim 25 metres."),
            ("step", "«By December 2026 he will spell 20 words.»"),
        ),
        example(
            ("step", "«By December 2026 he will read 20 words.»"),
            ("outcome", "By July 2028 he will read a page aloud."),
            ("outcome", "By July 2028 he will swim 25 metres."),
            note="it stands before any outcome",
        ),
    ],
    not_flagged="A step right after its outcome, whatever its words, where other outcomes have"
    " theirs; a step that comes near the outcome before it. This is only ever asked.",
    by=By.MEANING,
)
def steps_linked(case: Case) -> Iterator[Hit]:
    """A step that leads nowhere is worked on for itself; reviews then miss the outcome."""
    steps = case.plan.of(Kind.STEP)
    owners = {step.id: outcome_of(case, step) for step in steps}
    apart = len({owner.id for owner in owners.values() if owner}) < _OTHERS
    for step in steps:
        owner = owners[step.id]
        if owner is None or (apart and _after_all(case, owner) and not _near(step, owner)):
            yield Hit(
                whole(step),
                step,
                Verdict.UNCLEAR,
                "To which outcome does it lead? Neither its place nor its words tell.",
            )


def _after_all(case: Case, owner: Item) -> bool:
    """Whether steps stand together after the last of several outcomes."""
    outcomes = case.plan.outcomes
    return len(outcomes) >= _OTHERS and outcomes[-1].id == owner.id


def _near(step: Item, outcome: Item) -> bool:
    if not subjects(step.text) or not subjects(outcome.full_text):
        return True  # nothing can be told from the words
    shared = roots(step.text) & roots(outcome.full_text)
    return bool(shared) or meet(step.text, [outcome.full_text])
