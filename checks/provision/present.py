"""f-present."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example


@check(
    "f-present",
    "Section F sets out provision",
    section="F",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 12(1)(f); Children and Families Act 2014, section 42",
    suggestion="[Who] will provide [what] to [name], for [how long], [how often].",
    reads=("F",),
    examples=[
        example(provision="A teaching assistant will teach Amira phonics for 20 minutes each day."),
        example(none="F", fails=True),
        example(empty="F", fails=True),
        example(
            F="See the school's plan.",
            fails=True,
            note="asked: there is text, but no provision in it",
        ),
    ],
    not_flagged="Provision that stands only in a table shared with outcomes.",
    by=By.FORM,
)
def f_present(case: Case) -> Iterator[Hit]:
    """Only what is written in Section F must be provided by law."""
    section = case.plan.section("F")
    if case.plan.provision:
        return
    if section.empty or section.says_none:
        yield Hit(reason="Section F holds no provision.")
    else:
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason="Section F has text, but no provision could be made out in it. Please check.",
        )
