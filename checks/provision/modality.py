"""f-modality."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, words
from checks.provision.slots import readings, weak_duty
from extractors.plan import Kind


@check(
    "f-modality",
    "Provision is a duty",
    section="F",
    severity=Severity.SHOULD,
    source="L v Clarke and Somerset [1998] ELR 129; Children and Families Act 2014, section 42",
    suggestion="[Who] will …",
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(
            provision="The college may adjust this provision to suit its staffing.",
            note="no wish, but a clause on changes: told by f-unilateral",
        ),
        example(
            provision="A speech therapist will teach Sam in a group of three, 30 minutes a week."
        ),
        example(provision="Sam «would benefit» from social skills work for 30 minutes each week."),
        example(provision="Sam may choose where he sits."),
    ],
    not_flagged="What the child may choose to do.",
)
def f_modality(case: Case) -> Iterator[Hit]:
    """May, could, should: these words owe nothing to anybody."""
    for line, reading in readings(case):
        if duty := weak_duty(reading):
            yield Hit(
                words(line, duty),
                line,
                reason=f"«{duty.text}» is a wish where the law asks for a duty.",
            )
