"""doc-section-empty."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example

# a-aspiration-present, b-present, cd-stated, e-present, f-present
SAID_ELSEWHERE = ("A", "B", "C", "D", "E", "F")


@check(
    "doc-section-empty",
    "No section is left blank",
    section="",
    severity=Severity.SHOULD,
    source="Code of Practice 9.62; IPSEA, checklist for EHC plans",
    suggestion="No [health / social care / ...] needs were identified by [whom] on [date].",
    examples=[
        example(none="H2"),
        example(empty="H2", fails=True),
        example(empty="J", note="no direct payment"),
        example(empty="I", status="draft"),
        example(empty="I", status="final", fails=True),
    ],
    not_flagged="J without a direct payment; I in a draft; A to F, which have checks of their own.",
    by=By.FORM,
)
def doc_section_empty(case: Case) -> Iterator[Hit]:
    """A blank section does not tell whether there is nothing, or whether nobody asked."""
    draft = (case.plan.facts.status or "") in ("draft", "proposed")
    for section in case.plan.sections:
        letter = section.letter
        if not section.empty or section.says_none or letter in SAID_ELSEWHERE or letter == "J":
            continue
        if letter == "I" and draft:
            continue
        status_unknown = letter == "I" and case.plan.facts.status is None
        unsure = status_unknown or not case.complete
        yield Hit(
            words=section.headings[0] if section.headings else None,
            verdict=Verdict.UNCLEAR if unsure else Verdict.FAIL,
            reason=f"Section {letter} has a heading, and nothing under it.",
        )
