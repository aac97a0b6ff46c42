"""steps-present."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.steps.arrangements_told import has_steps, told
from extractors.plan import Kind


@check(
    "steps-present",
    "The outcomes are broken into smaller steps, here or in a plan that is named",
    section="E",
    severity=Severity.GOOD,
    source="What are outcomes?, Central Bedfordshire; A guide to «Outcomes», 2018: stepping stones",
    suggestion="Step: by [term], [name] will [a part of the outcome]. Or: «Termly targets stand in"
    " [which plan]».",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            outcome="By July 2028 she will read aloud.",
            step="By the end of the autumn term she will read 20 words.",
        ),
        example(outcome="By July 2028 she will read aloud.", fails=True),
        example(
            outcome="By July 2028 she will read aloud.",
            E="Short-term targets stand in her individual education plan.",
        ),
    ],
    not_flagged="Steps that are held in a school's own plan, where the EHC plan says so. It speaks"
    " once.",
    by=By.FORM,
)
def steps_present(case: Case) -> Iterator[Hit]:
    """Without smaller steps nobody can tell, before the end, whether an outcome will be reached."""
    if not has_steps(case) and next(told(case), None) is None:
        yield Hit(
            reason="No smaller steps were found, and no word on where they stand.",
        )
