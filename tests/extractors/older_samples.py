"""The sample plans of older formats, and what is written in them."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from extractors.plan import Plan
from extractors.status import Unreadable

SAMPLES = Path(__file__).parents[2] / "sample_plans"
TRUTH = {
    path.stem: truth
    for path in (SAMPLES / "truth").glob("*.json")
    if (truth := json.loads(path.read_text("utf-8")))["kind"] in {"doc", "odt", "rtf"}
}
KINDS = {"need", "outcome", "provision"}


def letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def check(name: str, plan: Plan | Unreadable) -> None:
    """Every need, outcome and provision was read, each with its own words and no others."""
    assert isinstance(plan, Plan)
    truth = TRUTH[name]
    assert plan.format == truth["kind"]
    assert plan.child.name == truth["child"]["name"]
    for letter in "BEF":
        items = [i for i in truth["sections"][letter]["items"] if i["kind"] in KINDS]
        wanted = sorted(letters(item["text"]) for item in items)
        found = [i for i in plan.items if i.section == letter and i.kind in KINDS]
        assert sorted(letters(item.text) for item in found) == wanted


@cache
def sample(kind: str) -> bytes:
    name = str(next(truth["file"] for truth in TRUTH.values() if truth["kind"] == kind))
    return (SAMPLES / "plans" / name).read_bytes()
