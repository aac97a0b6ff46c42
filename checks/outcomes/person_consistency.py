"""e-person-consistency."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.aspirations.voices import FIRST_PERSON
from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.language.readings import OutcomeReading
from checks.outcomes.read import readings
from extractors.plan import Kind

_QUOTED = re.compile(r"[\"“][^\"“”]{1,120}[\"”]")


@check(
    "e-person-consistency",
    "Whether the outcomes keep to one person",
    section="E",
    severity=Severity.INFO,
    source="A guide to «Outcomes», 2018: some work better in the first person",
    suggestion="Either «I will …» or «[Name] will …» throughout, as the family prefers.",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome=("By July 2028 I will read aloud.", "By July 2028 I am swimming 25 m.")),
        example(outcome=("By July 2028 she will read aloud.", "By July 2028 she will swim 25 m.")),
        example(
            outcome=("By July 2028 I will read aloud.", "By July 2028 she will swim 25 metres."),
            fails=True,
        ),
    ],
    not_flagged="Either person: guidance differs, so neither is ever a fault.",
    by=By.FORM,
)
def e_person_consistency(case: Case) -> Iterator[Hit]:
    """First and third person side by side often show that outcomes came from several papers."""
    first = [outcome.id for outcome, reading in readings(case) if _first(reading)]
    third = [outcome.id for outcome, reading in readings(case) if not _first(reading)]
    wanted = case.rubric.outcomes.person
    if first and third:
        yield Hit(
            reason=f"In the first person: {', '.join(first)}; in the third: {', '.join(third)}."
        )
    elif (first and wanted == "third") or (third and wanted == "first"):
        all_in = "first" if first else "third"
        yield Hit(reason=f"All are in the {all_in} person; the rubric asks for the {wanted}.")


def _first(reading: OutcomeReading) -> bool:
    own = _QUOTED.sub("", reading.text)  # «to say "I need a break"» is not the writer's voice
    return any(FIRST_PERSON.search(part) for part in (own, reading.stem))
