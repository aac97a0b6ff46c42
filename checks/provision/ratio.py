"""f-ratio."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Fill, Hit, Severity, check, example, words
from checks.language.readings import Slot, Span
from checks.provision.arithmetic import children_of
from checks.provision.said import saying
from extractors.plan import Kind


@check(
    "f-ratio",
    "A group has a size",
    section="F",
    severity=Severity.GOOD,
    source="Somerset's standards for EHC plans; advice from parents",
    suggestion="… in a group of up to [number].",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(
            provision="A trained assistant will teach reading in a «small group», 30 minutes a day."
        ),
        example(provision="A trained assistant will teach spelling in a group of four each day."),
        example(provision="Sam will be taught in a «small class» by a qualified teacher."),
        example(provision="His tutor group will practise the fire drill with a visual plan."),
        example(provision="A trained assistant will teach a group, Sam and three others, daily."),
    ],
    not_flagged="Tutor groups, year groups and age groups; a group whose members are counted in"
    " other words.",
)
def f_ratio(case: Case) -> Iterator[Hit]:
    """Four children or fourteen: the size of a group makes or breaks what it is for."""
    for line, reading, found in saying(case, "group"):
        if children_of(reading.text) is None and not any(map(_counts, reading.slot(Slot.RATIO))):
            yield Hit(words(line, found[0]), line)


def _counts(span: Span) -> bool:
    """Whether words about a group give its size: «six pupils», and not «group, 30 minutes»."""
    return "," not in span.text and not re.search(r"min|hour|hr", span.text, re.IGNORECASE)
