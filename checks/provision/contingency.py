"""f-contingency."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.provision.said import said
from extractors.plan import Kind


@check(
    "f-contingency",
    "It is said what happens if provision does not work",
    section="F",
    severity=Severity.INFO,
    source="Waltham Forest, outcomes in EHC plans",
    suggestion="If [what] has not happened by [when], [who] will [do what next].",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(
            provision="A teaching assistant will teach Sam phonics for 20 minutes each day.",
            fails=True,
        ),
        example(
            provision=(
                "A teaching assistant will teach Sam phonics for 20 minutes each day.",
                "If there is no progress after two terms, the SENCO will ask for a new programme.",
            )
        ),
    ],
    not_flagged="Hardly any plan says it; where none does, that is told once, as information.",
)
def f_contingency(case: Case) -> Iterator[Hit]:
    """What is tried next is best thought of before it is needed."""
    if not any("contingency" in said(told.words.text) for told in case.statements("E", "F")):
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason="Nothing was found that says what happens if the provision does not work.",
        )
