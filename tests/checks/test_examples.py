"""Every check's examples: the words flagged are the words marked, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from checks.audit import Audit, audit, audit_caseload, judge
from checks.case import prepare
from checks.catalogue import CHECKS
from checks.check import Check, Example, Severity, Verdict
from checks.examples import earlier_of, file_of, listed_of, marked, neighbour_of, plan_of
from checks.rubric import load_rubric

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)
ALONE = [check for check in CHECKS if not check.caseload]
TOGETHER = [check for check in CHECKS if check.caseload]
OF_MANY_PLANS = {"doc-concise"}  # what two plans cannot show
CASES = [
    pytest.param(check, example, id=f"{check.id}-{n}")
    for check in ALONE
    for n, example in enumerate(check.examples, start=1)
]


@pytest.mark.parametrize(("check", "example"), CASES)
def test_example_is_judged_as_marked(check: Check, example: Example) -> None:
    case = prepare(plan_of(example), RUBRIC, example.as_of or AS_OF)

    result = judge(check, case)

    assert result.verdict is not Verdict.NOT_ASSESSED, "the example lacks a section or an item"
    if example.fails:
        assert result.hits
    else:
        assert [hit.words.text for hit in result.hits if hit.words] == marked(example)
        assert len(result.hits) == len(marked(example))
    if check.severity is not Severity.INFO:
        assert bool(result.hits) == (result.verdict in (Verdict.FAIL, Verdict.UNCLEAR))


@pytest.mark.parametrize(
    ("check", "example"),
    [(check, example) for check in TOGETHER for example in check.examples],
)
def test_example_beside_another_plan_is_judged_as_marked(check: Check, example: Example) -> None:
    day = example.as_of or AS_OF
    file, earlier = file_of(example), earlier_of(example)
    plans = [(file, plan_of(example)), ("two.docx", neighbour_of(example))]
    plans += [("zero.docx", earlier)] if earlier else []
    audits: list[tuple[str, Audit]] = [(name, audit(plan, RUBRIC, day)) for name, plan in plans]
    row = listed_of(example)

    shown = audit_caseload(audits, RUBRIC, day, {file: row} if row else None)

    found = [f for f in shown[file].findings if f.check == check.id]
    if example.fails:
        assert found or check.id in OF_MANY_PLANS
    else:
        assert [f.quote for f in found] == marked(example)
