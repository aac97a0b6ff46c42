"""b-present."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example


@check(
    "b-present",
    "Section B sets out the needs",
    section="B",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 12(1)(b)",
    suggestion="[Name] [finds what difficult], so [effect on learning or daily life].",
    reads=("B",),
    examples=[
        example(need="Amira loses track of spoken instructions, so she starts tasks late."),
        example(none="B", fails=True),
        example(empty="B", fails=True),
        example(
            B="See the reports attached.",
            fails=True,
            note="asked: there is text, but no need in it",
        ),
    ],
    not_flagged="Needs set out in prose rather than in a list.",
    by=By.FORM,
)
def b_present(case: Case) -> Iterator[Hit]:
    """Provision must be made for every need, so a need that is not written gets nothing."""
    section = case.plan.section("B")
    if case.plan.needs:
        return
    if section.empty or section.says_none:
        yield Hit(reason="Section B holds no need.")
    else:
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason="Section B has text, but no need could be made out in it. Please check.",
        )
