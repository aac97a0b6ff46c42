"""A plan gives the same items from its Word file and from that file printed as a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.score.both_files import OFFICE, agreement

PLANS = Path(__file__).parents[2] / "sample_plans" / "plans"
LEAST = 0.98
EACH = 4  # of the sample plans, every fourth: all of them are compared by `make score`


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice, which prints the PDF, is not installed")
def test_both_files_of_a_plan_give_the_same_items(tmp_path: Path) -> None:
    found = agreement(sorted(PLANS.glob("*.docx"))[::EACH], tmp_path)
    assert found.plans
    told = "\n".join(found.lines())
    assert found.f1() >= LEAST, told
    for kind in ("need", "outcome", "provision"):
        assert found.f1(kind) >= LEAST, told
