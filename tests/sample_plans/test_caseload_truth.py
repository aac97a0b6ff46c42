"""The invented caseload list: what it shows of the sample plans is what its truth says."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checks.caseload.listing import Listing, match
from checks.caseload.versions import versions
from checks.check import Verdict, example
from checks.clocks.clocks import clocks_of
from checks.clocks.records import Records
from checks.examples import plan_of
from extractors.caseload_list import load_caseload
from extractors.plan import Plan

SAMPLES = Path(__file__).parents[2] / "sample_plans"
AS_OF = date(2026, 11, 21)


def _plan(truth: dict[str, Any]) -> Plan:
    """A plan of what the truth says stands on its cover, with an outcome."""
    child, facts = truth["child"], truth["plan"]
    told = {
        "name": child["name"],
        "status": facts["type"],
        "review_date": facts.get("review_by"),
        "setting": facts.get("setting"),
        "outcome": "By July 2028 she will read aloud a page.",
    }
    parts = [(key, text) for key, text in told.items() if text]
    return plan_of(example(*parts, born=child["dob"], plan_date=facts["date"]))


@pytest.fixture(scope="module")
def plans() -> dict[str, Plan]:
    truths = [
        json.loads(path.read_text(encoding="utf-8")) for path in (SAMPLES / "truth").glob("*.json")
    ]
    return {truth["file"]: _plan(truth) for truth in truths if truth["status"] == "auditable"}


@pytest.fixture(scope="module")
def listing(plans: dict[str, Plan]) -> Listing:
    return match(load_caseload(SAMPLES / "caseload.csv").children, list(plans.items()))


def test_the_clocks_missed_are_those_that_were_planted(
    plans: dict[str, Plan], listing: Listing
) -> None:
    truth = tomllib.loads((SAMPLES / "caseload-truth.toml").read_text(encoding="utf-8"))
    planted, arguable, near = (
        {(row["file"], row["check"]) for row in truth[kind] if row["check"].startswith("t-")}
        for kind in ("found", "arguable", "near")
    )
    latest = versions(list(plans.items()))
    missed = {
        (file, clock.check)
        for file, row in listing.listed.items()
        if latest[file].counts
        for clock in clocks_of(Records(row, AS_OF, plans[file]))
        if clock.verdict is not Verdict.PASS
    }

    assert planted <= missed
    assert missed - planted <= arguable
    assert not missed & near


def test_two_plans_are_in_nobodys_list_and_some_children_have_no_plan(listing: Listing) -> None:
    unlisted = {one.file for one in listing.unlisted}

    assert {"McAllister-Doyle C.final.140426.pdf", "P Raman Y10 Final EHC Plan + apps.pdf"} <= (
        unlisted
    )
    assert {"Bronte Sayle", "Wilfred Tamsin-Okoro", "Ines Carrick"} <= {
        one.listed.name for one in listing.no_plan
    }
