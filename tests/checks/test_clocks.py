"""The clocks at their edges: the last day, what is missing, and who else's plan it may be."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.catalogue import BY_ID
from checks.check import Verdict, example
from checks.clocks.clock import Clock, State, is_clock
from checks.clocks.clocks import clocks_of
from checks.clocks.records import Records
from checks.examples import plan_of
from extractors.listed import Listed

AS_OF = date(2026, 11, 21)
BEGAN = date(2026, 1, 5)
DATES = [f.name for f in dataclasses.fields(Listed) if "date" in str(f.type)]


def clock(check: str, listed: Listed, **plan: str) -> Clock | None:
    dates = {key: plan.pop(key) for key in ("plan_date", "born") if key in plan}
    of = plan_of(example(**dates, **plan)) if plan or dates else None  # type: ignore[arg-type]  # by name
    found = [c for c in clocks_of(Records(listed, AS_OF, of)) if c.check == check]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("check", "first", "second", "days"),
    [
        ("t-6wk-decision", "requested", "decided", 42),
        ("t-20wk", "requested", "finalised", 140),
        ("t-ar-report-2w", "reviewed", "review_reported", 14),
        ("t-ar-decision-4w", "reviewed", "review_decided", 28),
        ("t-ar-final-8w", "amendment_noticed", "amended", 56),
        ("t-ar-final-8w", "reviewed", "amended", 84),
    ],
)
def test_the_last_day_is_in_time_and_the_next_is_late(
    check: str, first: str, second: str, days: int
) -> None:
    for extra, state, late in ((0, State.KEPT, 0), (1, State.LATE, 1)):
        listed = Listed(2, **{first: BEGAN, second: BEGAN + timedelta(days=days + extra)})  # type: ignore[arg-type]  # by name

        found = clock(check, listed)

        assert found is not None
        assert (found.state, found.days_late) == (state, late)


def test_a_draft_has_fifteen_days_and_the_fifteenth_itself_is_asked_about() -> None:
    states = []
    for days in (13, 14, 15):
        listed = Listed(2, drafted=BEGAN, finalised=BEGAN + timedelta(days=days))
        found = clock("t-draft-15d", listed)
        assert found is not None
        states.append((found.state, found.days_late))

    assert states == [(State.LATE, 2), (State.ASKED, 1), (State.KEPT, 0)]


def test_the_plans_own_date_serves_where_the_list_has_none_and_is_said() -> None:
    found = clock("t-20wk", Listed(2, requested=BEGAN), status="final", plan_date="2026-09-01")

    assert found is not None
    assert found.state is State.LATE
    assert "final plan 1 September 2026 (printed in the plan)" in found.told


def test_an_amended_plan_is_not_taken_for_the_first() -> None:
    listed = Listed(2, requested=BEGAN)

    assert clock("t-20wk", listed, status="amended", plan_date="2026-09-01") is None
    assert (
        clock("t-20wk", Listed(2, requested=BEGAN, reviewed=date(2026, 7, 1), finalised=AS_OF))
        is None
    )


def test_a_day_that_is_still_to_come_is_not_on_record() -> None:
    listed = Listed(2, requested=date(2026, 9, 1), finalised=date(2027, 1, 4))

    found = clock("t-20wk", listed)

    assert found is not None
    assert found.state is State.RUNNING


def test_who_moved_in_has_the_later_of_a_year_and_three_months() -> None:
    listed = Listed(2, review_decided=date(2025, 10, 1), moved_in=date(2026, 8, 1))

    found = clock("t-ar-12m", listed)

    assert found is not None
    assert found.due == date(2026, 11, 1)
    assert found.days_late == 20


@pytest.mark.parametrize(
    ("year", "setting", "deadline"),
    [
        ("6", "Hill Primary School", date(2027, 2, 15)),
        ("2", "Hill Infant School", date(2027, 2, 15)),
        ("8", "Hill Middle School", date(2027, 2, 15)),
        ("2", "Hill Primary School", None),
        ("6", "Hill Middle School", None),
        ("7", "Hill Middle School", None),
        ("9", "Hill High School", None),
    ],
)
def test_who_transfers_follows_from_year_and_school(
    year: str, setting: str, deadline: date | None
) -> None:
    found = clock("t-phase-feb", Listed(2, year_group=year, setting=setting))

    assert (found.due if found else None) == deadline


def test_a_first_plan_issued_after_the_deadline_had_nothing_to_amend() -> None:
    listed = Listed(2, year_group="7", setting="Hill High School", finalised=date(2026, 5, 4))

    assert clock("t-phase-feb", listed) is None


def test_summer_is_noted_and_a_tribunal_case_is_asked_about() -> None:
    listed = Listed(2, requested=date(2026, 4, 6), finalised=date(2026, 10, 1), tribunal=True)

    found = clock("t-20wk", listed)

    assert found is not None
    assert found.verdict is Verdict.UNCLEAR
    assert "tribunal case" in found.note
    assert "summer holiday" in found.note


@settings(max_examples=60, deadline=None)
@given(days=st.dictionaries(st.sampled_from(DATES), st.dates(date(2019, 1, 1), date(2029, 1, 1))))
def test_whatever_days_a_list_has_no_clock_breaks_or_accuses_before_its_time(
    days: dict[str, date],
) -> None:
    for found in clocks_of(Records(Listed(2, **days), AS_OF)):  # type: ignore[arg-type]  # by name
        check = BY_ID[found.check]
        assert is_clock(check.id)
        assert found.done is None or found.done.date <= AS_OF
        if found.verdict is not Verdict.PASS:
            assert found.days_late
            assert found.due < AS_OF or found.soonest
            assert found.told.endswith(".")
