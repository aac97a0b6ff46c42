"""f-range."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, words
from checks.provision.slots import readings
from extractors.plan import Kind


@check(
    "f-range",
    "Amounts are fixed",
    section="F",
    severity=Severity.GOOD,
    source="Advice from parents and tribunals on ranges and ceilings",
    suggestion="[Number] minutes, at least [number] times a week.",
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(provision="«Two to four» sessions a term with a play therapist, 40 minutes each."),
        example(
            provision="A speech therapist will teach Sam in a group of three, 30 minutes a week."
        ),
        example(
            provision="A teaching assistant will read with Sam for «up to 30 minutes each day»."
        ),
        example(
            provision="A group of up to four will meet a trained assistant for 30 minutes a week."
        ),
        example(provision="A trained assistant will work with Sam for «20-45» minutes each day."),
    ],
    not_flagged="The size of a group, and «at least».",
)
def f_range(case: Case) -> Iterator[Hit]:
    """A ceiling can be met with nothing, and a range with its lower end."""
    for line, reading in readings(case):
        for span in reading.ranges:
            yield Hit(
                words(line, span),
                line,
                reason=f"«{span.text}» can be met with less.",
            )
