"""A result survives being written as JSON: what the store gives back is what was found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.audit import audit
from checks.rubric import load_rubric
from extractors.document import Caveat, Place, SetAside
from extractors.plan import LETTERS, Child, Facts, Item, Kind, Plan, Section
from extractors.read import read
from extractors.status import Status, Unreadable
from flows import record
from tests.flows.small_plans import plan_file

TEXTS = st.text(st.characters(), max_size=40)
DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))
PLACES = st.builds(
    Place,
    page=st.none() | st.integers(1, 99),
    box=st.none() | st.tuples(*[st.floats(0, 900)] * 4),
    approximate=st.booleans(),
)
PLANS = st.builds(
    Plan,
    child=st.builds(Child, name=st.none() | TEXTS, date_of_birth=st.none() | DAYS),
    facts=st.builds(Facts, date=st.none() | DAYS),
    sections=st.just(tuple(Section(letter) for letter in LETTERS)),
    items=st.lists(
        st.builds(Item, TEXTS, st.just("E"), st.sampled_from(Kind), TEXTS, PLACES), max_size=3
    ).map(tuple),
    caveats=st.frozensets(st.sampled_from(Caveat)),
    set_aside=st.lists(
        st.builds(SetAside, TEXTS, st.just(Caveat.HIDDEN_TEXT), PLACES), max_size=2
    ).map(tuple),
)


@settings(deadline=None, max_examples=60)
@given(PLANS)
def test_any_plan_comes_back_as_it_was(plan: Plan) -> None:
    assert record.plan_or_why(record.of_reading(plan)) == plan


def test_an_audit_comes_back_as_it_was(tmp_path: Path) -> None:
    plan = read(plan_file(tmp_path / "plan.docx"))
    assert isinstance(plan, Plan)
    found = audit(plan, load_rubric(), date(2026, 7, 31))
    data = record.of(found)
    assert record.result(data) == found
    assert record.plan(data) == plan
    assert record.of(record.result(data)) == data


def test_a_refusal_comes_back_as_it_was() -> None:
    refused = Unreadable(Status.TOO_LARGE, "The limit is 200 MB.")
    assert record.result(record.of(refused)) == refused
    assert record.plan(record.of(refused)) == refused


def test_the_same_value_is_written_the_same_way() -> None:
    plan = Plan(Child(), Facts(), (), (), caveats=frozenset(Caveat))
    again = replace(plan, caveats=frozenset(reversed(tuple(Caveat))))
    assert record.of_reading(plan) == record.of_reading(again)


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"audit": null, "unreadable": null}'])
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(record.NoRecord):
        record.result(data)
