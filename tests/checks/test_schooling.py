"""Year groups by age: England's school year from 1 September, from nursery to 25."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.case import prepare
from checks.check import Verdict, example
from checks.dates.year_group import stale_year_group
from checks.examples import plan_of
from checks.rubric import load_rubric
from checks.schooling import is_out_of_cohort, year_by_age
from extractors.plan import Child, Facts, Plan


def plan(born: str, written: str, year_group: str | None = None) -> Plan:
    dates = date.fromisoformat(born), date.fromisoformat(written)
    return replace(
        plan_of(example(name="Amira")),
        child=Child(date_of_birth=dates[0], year_group=year_group),
        facts=Facts(date=dates[1]),
    )


@pytest.mark.parametrize(
    ("born", "written", "year"),
    [
        ("2016-08-31", "2026-11-21", "Year 6"),
        ("2016-09-01", "2026-11-21", "Year 5"),
        ("2016-09-01", "2026-08-31", "Year 4"),
        ("2016-09-01", "2026-09-01", "Year 5"),
        ("2022-02-10", "2026-03-12", "nursery"),
        ("2021-10-10", "2026-11-12", "Reception"),
        ("2023-08-14", "2026-04-29", "before nursery"),
        ("2009-02-11", "2026-03-16", "Year 12"),
        ("2006-12-11", "2026-03-16", "Year 14"),
        ("2004-02-27", "2025-09-30", "past Year 14, aged 21"),
        ("2026-02-27", "2025-09-30", None),
    ],
)
def test_the_year_group_by_age(born: str, written: str, year: str | None) -> None:
    assert year_by_age(plan(born, written)) == year


def test_without_a_date_no_year_group_is_given() -> None:
    undated = replace(plan("2016-03-04", "2026-03-04"), facts=Facts())
    assert year_by_age(undated) is None


@pytest.mark.parametrize(
    ("printed", "out"), [("Year 4", True), ("NCY 6", True), ("Year 5", False), ("Year 3", False)]
)
def test_out_of_cohort_is_one_year_from_age(printed: str, out: bool) -> None:
    assert is_out_of_cohort(plan("2016-03-04", "2026-03-04", printed)) is out


@pytest.mark.parametrize(
    ("printed", "written", "verdict"),
    [
        ("Year 4", "2026-03-04", Verdict.UNCLEAR),  # a year below
        ("Year 6", "2025-11-04", None),  # a year above then, and right now
        ("Year 6", "2026-06-04", None),  # for September
        ("Year 5", "2026-03-04", None),
        ("Year 4", "2025-10-04", None),  # still the year group of July
        ("Year 4", "2024-10-04", Verdict.FAIL),  # right when it was written, two years ago
        ("Year 2", "2026-03-04", Verdict.FAIL),
    ],
)
def test_one_year_is_asked_about_and_more_is_a_fault(
    printed: str, written: str, verdict: Verdict | None
) -> None:
    case = prepare(plan("2016-03-04", written, printed), load_rubric(), date(2026, 11, 21))
    hits = list(stale_year_group.run(case))
    assert [hit.verdict for hit in hits] == ([verdict] if verdict else [])
