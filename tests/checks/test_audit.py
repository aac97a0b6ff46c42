"""The audit of one plan."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from checks.audit import audit, audit_by
from checks.catalogue import CHECKS
from checks.check import Check, Verdict, example
from checks.examples import plan_of
from checks.rubric import load_rubric

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)
PLAN = plan_of(
    example(
        name="Amira Hussain",
        status="final",
        born="2016-03-04",
        plan_date="2026-05-04",
        missing="H2",
        empty="D",
        view="Amira likes horses.",
        need="Amira loses track of spoken instructions, so she starts tasks late.",
        outcome="By the end of Key Stage 2 Amira will improve her writing.",
        provision="[INSERT NAME] will have access to support as required.",
    )
)


def test_a_section_not_found_is_not_assessed_and_never_failed() -> None:
    found = audit(plan_of(example(missing="E F")), RUBRIC, AS_OF)

    assert found.verdicts["doc-sections-present"] is Verdict.FAIL
    assert found.verdicts["e-present"] is Verdict.NOT_ASSESSED
    assert not [f for f in found.findings if f.section in ("E", "F")]
    assert "E" not in found.grades


def test_what_is_missing_from_a_partly_unreadable_file_is_asked_not_asserted() -> None:
    found = audit(plan_of(example(missing="H2", unread="yes")), RUBRIC, AS_OF)

    assert found.verdicts["doc-sections-present"] is Verdict.UNCLEAR


def test_findings_are_in_the_order_of_the_sections() -> None:
    sections = [f.section for f in audit(PLAN, RUBRIC, AS_OF).findings]

    assert sections
    assert sections == sorted(sections)


@settings(deadline=None, max_examples=15)
@given(st.permutations(CHECKS))
def test_findings_do_not_depend_on_the_order_of_the_checks(checks: list[Check]) -> None:
    assert audit_by(checks, PLAN, RUBRIC, AS_OF).findings == audit(PLAN, RUBRIC, AS_OF).findings
