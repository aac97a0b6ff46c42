"""e-present."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example


@check(
    "e-present",
    "Section E holds outcomes",
    section="E",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 12(1)(e)",
    suggestion="By the end of [stage], [name] will be able to [do what], so that [benefit].",
    reads=("E",),
    examples=[
        example(
            outcome="By the end of Key Stage 2 Amira will write three linked sentences by herself."
        ),
        example(none="E", fails=True),
        example(empty="E", fails=True),
        example(E="See Section F.", fails=True, note="asked: there is text, but no outcome in it"),
    ],
    not_flagged="Outcomes that stand only in a table shared with provision.",
    by=By.FORM,
)
def e_present(case: Case) -> Iterator[Hit]:
    """Without outcomes nobody can tell what the provision is for, or whether it worked."""
    section = case.plan.section("E")
    if case.plan.outcomes:
        return
    if section.empty or section.says_none:
        yield Hit(reason="Section E holds no outcome.")
    else:
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason="Section E has text, but no outcome could be made out in it. Please check.",
        )
