"""Health and social outcomes of the sample plans: their provision in G and H1 is joined to them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.plan import Plan
from extractors.read import read

SAMPLES = Path(__file__).parents[2] / "sample_plans"
TRUTH = [json.loads(p.read_text("utf-8")) for p in sorted((SAMPLES / "truth").glob("*.json"))]


@pytest.mark.parametrize("truth", [t for t in TRUTH if "beyond" in t], ids=lambda t: t["layout"])
def test_provision_of_g_and_h1_is_joined_to_the_outcome_beside_it(truth: dict[str, object]) -> None:
    plan = read(SAMPLES / "plans" / str(truth["file"]))
    assert isinstance(plan, Plan)
    texts = {i.id: _plain(i.text) for i in plan.items}
    joined = {frozenset((texts[r.from_id], texts[r.to_id])) for r in plan.references}
    outcomes = {o["id"]: o["text"] for o in truth["sections"]["E"]["items"]}  # type: ignore[index]
    for said in truth["beyond"]:  # type: ignore[attr-defined]
        found = [i for i in plan.health_and_care_provision if _plain(i.text) == said["text"]]
        assert [i.section for i in found] == [said["section"]]
        assert frozenset((said["text"], outcomes[said["outcome"]])) in joined


def _plain(text: str) -> str:
    return text.translate(str.maketrans("’‘“”", "''\"\""))
