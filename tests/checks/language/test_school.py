"""England's school years."""

from __future__ import annotations

from datetime import date

import pytest

from checks.language.school import (
    USUAL,
    Stage,
    add_months,
    age_on,
    birthday,
    school_year,
    stage_end,
    year_end,
    year_name,
    year_start,
)


@pytest.mark.parametrize(
    ("born", "on", "year"),
    [
        (date(2017, 8, 31), date(2025, 11, 1), 4),  # the youngest of the year
        (date(2017, 9, 1), date(2025, 11, 1), 3),  # the oldest of the next
        (date(2021, 6, 20), date(2025, 9, 1), 0),
        (date(2021, 6, 20), date(2025, 8, 31), -1),
        (date(2023, 1, 1), date(2025, 10, 1), -2),
        (date(2008, 2, 19), date(2025, 10, 1), 13),
    ],
)
def test_the_year_group_of_a_day(born: date, on: date, year: int) -> None:
    assert school_year(born, on) == year


def test_years_and_stages_end_in_july() -> None:
    born = date(2017, 11, 20)
    assert year_start(0, born) == date(2022, 9, 1)
    assert year_end(0, born) == date(2023, 7, 31)
    assert stage_end(Stage.EARLY_YEARS, born) == date(2023, 7, 31)
    assert [stage_end(s, born).year for s in list(Stage)[1:]] == [2025, 2029, 2032, 2034, 2036]
    assert [school_year(born, stage_end(s, born)) for s in Stage] == [0, 2, 6, 9, 11, 13]


def test_the_stage_of_a_year() -> None:
    assert [USUAL.of(y) for y in (-1, 0, 1, 2, 3, 6, 7, 9, 10, 11, 12, 13)] == [
        *[Stage.EARLY_YEARS] * 2,
        *[Stage.KS1] * 2,
        *[Stage.KS2] * 2,
        *[Stage.KS3] * 2,
        *[Stage.KS4] * 2,
        *[Stage.KS5] * 2,
    ]
    assert USUAL.of(14) is None
    assert [s.number for s in Stage] == [0, 1, 2, 3, 4, 5]


def test_ages_and_birthdays() -> None:
    born = date(2008, 2, 29)
    assert birthday(16, born) == date(2024, 2, 29)
    assert birthday(17, born) == date(2025, 3, 1)
    assert age_on(born, date(2024, 2, 28)) == 15
    assert age_on(born, date(2024, 2, 29)) == 16


def test_months_end_where_the_month_does() -> None:
    assert add_months(date(2025, 8, 31), 6) == date(2026, 2, 28)
    assert add_months(date(2025, 12, 5), 1) == date(2026, 1, 5)
    assert add_months(date(2026, 1, 5), -12) == date(2025, 1, 5)


def test_what_people_call_a_year() -> None:
    assert [year_name(y) for y in (-1, 0, 4)] == ["nursery", "Reception", "Year 4"]
