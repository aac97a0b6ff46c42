"""What was read from a scan is held against a plan no more firmly than it was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.audit import audit
from checks.check import Verdict
from checks.rubric import load_rubric
from extractors.document import Caveat, Place
from extractors.plan import LETTERS, Child, Facts, Item, Kind, Passage, Plan, Section

_VAGUE = "Amira will be more confident."


def _plan(confidence: float, *caveats: Caveat) -> Plan:
    place = Place(page=1, confidence=confidence)
    item = Item("E1", "E", Kind.OUTCOME, _VAGUE, place)
    sections = tuple(
        Section(letter, found=True, passages=(Passage(_VAGUE, place),) if letter == "E" else ())
        for letter in LETTERS
    )
    return Plan(Child("Amira Hussain"), Facts(), sections, (item,), caveats=frozenset(caveats))


def _verdict(plan: Plan, check: str) -> tuple[Verdict, str]:
    found = audit(plan, load_rubric(), date(2026, 7, 31))
    (finding,) = [f for f in found.findings if f.check == check]
    return finding.verdict, finding.reason


@pytest.mark.parametrize(
    ("confidence", "verdict"), [(1.0, Verdict.FAIL), (0.9, Verdict.FAIL), (0.5, Verdict.UNCLEAR)]
)
def test_words_that_are_not_certain_are_asked_about(confidence: float, verdict: Verdict) -> None:
    said, reason = _verdict(_plan(confidence, Caveat.READ_BY_OCR), "e-timebound")
    assert said is verdict
    assert reason.endswith("not certain here.") == (verdict is Verdict.UNCLEAR)


@pytest.mark.parametrize("caveat", [Caveat.READ_BY_OCR, Caveat.PARTLY_READ_BY_OCR])
def test_what_a_scan_seems_to_lack_is_asked(caveat: Caveat) -> None:
    nothing = tuple(Section(letter, found=True) for letter in LETTERS)
    bare = replace(_plan(1.0), items=(), sections=nothing)
    scanned = replace(bare, caveats=frozenset({caveat}))
    assert _verdict(bare, "e-present")[0] is Verdict.FAIL
    assert _verdict(scanned, "e-present")[0] is Verdict.UNCLEAR
