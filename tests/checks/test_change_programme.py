"""A sample plan in rows of need, provision and outcome, under the rubric for such plans."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from checks.audit import Audit, audit
from checks.check import Severity, Verdict
from checks.rubric import load_rubric
from checks.thread.links import Relation
from extractors.plan import Plan
from extractors.read import read

PLANS = Path(__file__).parents[2] / "sample_plans" / "plans"
AS_OF = date(2026, 11, 21)
IN_ALL = (4, 3, 6)  # needs, outcomes, lines of provision
IN_ROWS = ((1, 1), (2, 1), (3, 2), (4, 3), (5, 3), (6, 3))  # provision and its outcome, by place


@pytest.fixture(scope="module")
def plan() -> Plan:
    told = read(PLANS / "Ffion BR EHC plan 2026 final.docx")
    assert isinstance(told, Plan)
    return told


@pytest.fixture(scope="module")
def judged(plan: Plan) -> Audit:
    return audit(plan, load_rubric(Path("change-programme")), AS_OF)


def test_what_stands_in_a_row_belongs_together(plan: Plan, judged: Audit) -> None:
    printed = {(k.from_id, k.to_id) for k in judged.thread.links if k.basis == "printed"}
    outcomes, provision = plan.outcomes, plan.provision

    assert {(provision[f - 1].id, outcomes[e - 1].id) for f, e in IN_ROWS} <= printed
    assert {k.relation for k in judged.thread.links if k.basis == "printed"} == {
        Relation.OUTCOME_NEED,
        Relation.PROVISION_OUTCOME,
        Relation.PROVISION_NEED,
    }


def test_a_row_with_empty_cells_is_found_by_its_need(plan: Plan, judged: Audit) -> None:
    (alone,) = (need for need in plan.needs if need.text.startswith("In a big building"))
    told = {f.check: f for f in judged.findings if f.item == alone.id}

    assert told.keys() == {"thread-need-outcome", "thread-need-provision"}
    assert {f.verdict for f in told.values()} == {Verdict.FAIL}
    assert told["thread-need-outcome"].severity is Severity.SHOULD


def test_few_rows_are_no_fault_here_and_are_one_elsewhere(plan: Plan, judged: Audit) -> None:
    elsewhere = audit(plan, load_rubric(), AS_OF)

    assert "e-count" not in {f.check for f in judged.findings}
    assert "e-count" in {f.check for f in elsewhere.findings}


def test_strengths_and_arrangements_beside_the_rows_are_no_needs(plan: Plan) -> None:
    assert (len(plan.needs), len(plan.outcomes), len(plan.provision)) == IN_ALL
