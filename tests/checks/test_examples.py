"""Every check's examples: the words flagged are the words marked, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from checks.audit import judge
from checks.case import prepare
from checks.catalogue import CHECKS
from checks.check import Check, Example, Severity, Verdict
from checks.examples import marked, plan_of
from checks.rubric import load_rubric

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)
CASES = [
    pytest.param(check, example, id=f"{check.id}-{n}")
    for check in CHECKS
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
