"""a-long-term."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.contents import found_in, hopes
from checks.case import Case
from checks.check import By, Hit, Severity, check, example, whole


@check(
    "a-long-term",
    "At least one hope looks beyond the next year",
    section="A",
    severity=Severity.SHOULD,
    source="A guide to «Outcomes», 2018; Outcomes: SEND Guidance, Waltham Forest",
    suggestion="When [name] is grown up, [she/he] would like to [work, live, belong where].",
    reads=("A",),
    by=By.MEANING,
    examples=[
        example(aspiration=("To enjoy Year 4.", "To live near my brother when I am grown up.")),
        example(aspiration="«To enjoy Year 4 and sit next to Sam.»"),
        example(aspiration="Percy wants to be in the Olympics."),
        example(aspiration="To know Tobi's voice."),
    ],
    not_flagged="A hope that names no time, and might be for life; any hope of the parents.",
)
def a_long_term(case: Case) -> Iterator[Hit]:
    """Outcomes are steps on a way, and a way needs an end that is further off than July."""
    told = hopes(case)
    found = [found_in(hope) for hope in told]
    if told and all("near" in one and "far" not in one for one in found):
        first = next(i for i in case.plan.aspirations if i.section == "A")
        yield Hit(
            words=whole(first),
            item=first,
            reason="Each hope in Section A seems to be for this year or the next.",
        )
