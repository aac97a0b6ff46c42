"""doc-identity-fields."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example


@check(
    "doc-identity-fields",
    "The cover says whose plan it is, and which",
    section="",
    severity=Severity.MUST,
    source="IPSEA, checklist for EHC plans; SEND Regulations 2014, regulation 12",
    suggestion="Name: [name]. Date of birth: [date]. [Draft / Final / Amended], issued [date].",
    examples=[
        example(name="Amira Hussain", status="final", born="2016-03-04", plan_date="2026-05-04"),
        example(
            name="Amira Hussain",
            born="2016-03-04",
            plan_date="2026-05-04",
            fails=True,
            note="no word on whether it is a draft",
        ),
        example(
            name="Amira Hussain", status="draft", born="2016-03-04", note="a draft has no date"
        ),
        example(name="Amira Hussain", status="final", plan_date="2026-05-04", fails=True),
    ],
    not_flagged="A draft without a date of issue; an address, which some copies leave out.",
    by=By.FORM,
)
def doc_identity_fields(case: Case) -> Iterator[Hit]:
    """Without name, date of birth, date and status nobody can tell which plan this is."""
    child, facts = case.plan.child, case.plan.facts
    issued = facts.status not in ("draft", "proposed")
    there = {
        "the child's name": child.name,
        "the date of birth": child.date_of_birth,
        "the date of the plan": facts.date or not issued,
        "whether it is a draft, final or amended": facts.status,
    }
    missing = [name for name, value in there.items() if not value]
    if missing:
        sure = len(missing) == 1  # where more is missing, the cover may not have been understood
        yield Hit(
            verdict=Verdict.FAIL if sure else Verdict.UNCLEAR,
            reason=f"Not found on the cover: {', '.join(missing)}."
            + ("" if sure else " Please check."),
        )
