"""f-modality."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example, words
from checks.provision.slots import readings
from extractors.plan import Kind

# What the child may do or feel is no duty of anybody's: «Sam may choose», «when he may be tired».
_OWN = re.compile(
    r"\W*(?:(?:also|still|sometimes|then) )?(?:choose|ask|wish|want|need|find|decide|prefer|become|"
    r"feel|struggle|leave|not |be (?:able|anxious|upset|tired|overwhelmed|late|absent|unable|"
    r"distressed|angry|unwell|away|reluctant)\b)",
    re.IGNORECASE,
)


@check(
    "f-modality",
    "Provision is a duty",
    section="F",
    severity=Severity.SHOULD,
    source="L v Clarke and Somerset [1998] ELR 129; Children and Families Act 2014, section 42",
    suggestion="[Who] will …",
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
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
        if reading.weak_duty and not _OWN.match(reading.text, reading.weak_duty.end):
            yield Hit(
                words(line, reading.weak_duty),
                line,
                reason=f"«{reading.weak_duty.text}» is a wish where the law asks for a duty.",
            )
