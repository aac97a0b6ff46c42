"""dup-template-share."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from checks.case import Case
from checks.caseload.copies import statements_of
from checks.check import By, Hit, Severity, check, example

_MANY = 0.1  # of the children whose plans were given
_FEWEST = 2  # children
_LEAST = 0.05  # of the plan: less is chance


@check(
    "dup-template-share",
    "How much of the plan stands in many other plans",
    section="",
    severity=Severity.INFO,
    source="Our own inference: a figure to compare writers and suppliers by",
    suggestion="[What is true of this child alone]: [where, with whom, how it shows].",
    caseload=True,
    by=By.FORM,
    examples=[
        example(
            name="Amira Hussain",
            outcome="By the end of Key Stage 2 Amira will use a visual timetable to start work.",
            elsewhere="By the end of Key Stage 3 Leon will use a visual timetable to start work.",
            fails=True,
        ),
        example(
            name="Amira Hussain",
            outcome="By July 2028 Amira will ask for a break with her card in class.",
            elsewhere="By July 2028 Leon will eat lunch in the hall beside two friends.",
        ),
    ],
    not_flagged="Headings, and words of the law and the form, which the rubric lists; short"
    " statements. It is a figure, never a fault.",
)
def dup_template_share(case: Case) -> Iterator[Hit]:
    """A plan that is mostly made of common text says little of the child that it is for."""
    known = case.known
    if known is None:
        return
    least = max(_FEWEST, ceil(_MANY * known.children))
    common = sum(copy.telling for copy, cluster in known.copied if cluster.children >= least)
    words = sum(one.telling for _, one in statements_of(known.file, case.plan))
    if words and common / words >= _LEAST:
        yield Hit(
            reason=f"{common / words:.0%} of its words in Sections A to H2 stand, names and"
            f" numbers aside, in the plans of at least {least} of the {known.children}"
            " children whose plans were given."
        )
