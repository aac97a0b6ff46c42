"""A plan gives the same items from its Word file and from that file printed as a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.score.both_files import OFFICE, agreement

PLANS = Path(__file__).parents[2] / "sample_plans" / "plans"
LEAST = 0.98
# One of each way of drawing: headings, cards, boxes, tables by area, numbers made by Word, parts.
CHOSEN = (
    "55120 TAN XY EHCP 2024",
    "Ramsbottom-Vega, Kyle - EHCP",
    "EHCP_Nguyen BL_12.03.26",
    "Thandiwe Nkosi-Barnes Final EHCP 8.12.25",
    "EHCP - R Pryce - 16 March 2026",
    "Haroon S - final plan Dec 2025",
)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice, which prints the PDF, is not installed")
def test_both_files_of_a_plan_give_the_same_items(tmp_path: Path) -> None:
    found = agreement([PLANS / f"{name}.docx" for name in CHOSEN], tmp_path)
    assert found.plans == len(CHOSEN)
    told = "\n".join(found.lines())
    assert found.f1() >= LEAST, told
    for kind in ("need", "outcome", "provision"):
        assert found.f1(kind) >= LEAST, told
