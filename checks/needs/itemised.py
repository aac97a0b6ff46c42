"""b-itemised."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from extractors.plan import Kind, Passage

_LONGEST = 120  # words of one need: a paragraph of half a page
_SHOWN = 25  # words of it that are quoted
_ONE = (
    "He finds it hard to wait, he loses his place in a long task, he tires by noon and he leaves "
    "the room when it is loud."
)


@check(
    "b-itemised",
    "Each need stands by itself",
    section="B",
    severity=Severity.GOOD,
    source="Guidance on the quality of EHC plans; Code of Practice 9.69: provision for each need",
    suggestion="B1 [first need]; B2 [second need]; … each with what it leads to.",
    reads=("B",),
    each=(Kind.NEED,),
    examples=[
        example(need=("He cannot wait for his turn in a game.", "He loses his place in a task.")),
        example(need=" ".join([_ONE] * 6), fails=True),
        example(need=" ".join([_ONE] * 3), note="a paragraph that can still be taken in"),
    ],
    not_flagged="A paragraph of up to 120 words, as plans written in a narrative style have them.",
    by=By.FORM,
)
def b_itemised(case: Case) -> Iterator[Hit]:
    """Provision answers each need: those run together in one text cannot be followed one by one."""
    long = [(need, len(need.text.split())) for need in case.plan.needs]
    long = [(need, count) for need, count in long if count > _LONGEST]
    if long:
        need, count = max(long, key=lambda pair: pair[1])
        opening = " ".join(need.text.split()[:_SHOWN])
        more = f", and {len(long) - 1} more like it" if len(long) > 1 else ""
        yield Hit(
            Passage(opening, need.place),
            need,
            reason=f"{count} words stand together as one need{more}: which needs are in it, and"
            " which provision answers each, cannot be told apart.",
        )
