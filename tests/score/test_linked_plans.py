"""What may be linked or not: every pair names items of its plan, and none is counted as a link."""

from __future__ import annotations

import json
from pathlib import Path

from tests.score.linked_plans import arguable_ends, arguable_links, linked_samples

TRUTH = Path("sample_plans/truth")


def test_arguable_links_name_items_that_are_there() -> None:
    for file, pairs in arguable_links(TRUTH).items():
        truth = json.loads((TRUTH / file).with_suffix(".json").read_text(encoding="utf-8"))
        known = {item["id"] for section in truth["sections"].values() for item in section["items"]}
        assert {end for pair in pairs for end in pair} <= known, file


def test_what_is_arguable_is_no_firm_link() -> None:
    plans = linked_samples(TRUTH)
    assert any(plan.arguable for plan in plans)
    assert all(not plan.firm & plan.arguable for plan in plans)


def test_an_item_whose_links_are_all_arguable_may_have_another_end_or_not() -> None:
    truth = {"links": [{"from": "B1", "to": "E1"}, {"from": "B2", "to": "E2"}]}
    found = arguable_ends(truth, frozenset({("E1", "B1"), ("E2", "B3")}))
    assert found == [
        {"check": "thread-need-outcome", "item": "B1"},
        {"check": "thread-need-outcome", "item": "B3"},
        {"check": "thread-outcome-need", "item": "E1"},
    ]
