"""Dates are read day first, in every form that plans use."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import find_dates

THIRD = date(2016, 11, 3)


@pytest.mark.parametrize(
    "text",
    [
        "03/11/2016",
        "3/11/16",
        "3 / 11 / 2016",
        "3.11.16",
        "03.11.2016",
        "03-11-2016",
        "3–11–2016",
        "2016-11-03",
        "3 November 2016",
        "3rd November 2016",
        "3 rd November 2016",
        "3rd of November, 2016",
        "Thursday 3rd November 2016",
        "03-Nov-2016",
        "03-Nov-16",
        "3 Nov ’16",
        "3 NOV 2016",
        "3Nov2016",
        "November 3, 2016",
        "November 3rd 2016",
        "on 3.11.2016.",
        "(3/11/2016)",
        "3/11/2016, and",
    ],
)
def test_forms(text: str) -> None:
    found = find_dates(text)
    assert [d.date for d in found] == [THIRD]
    assert not found[0].month_only


@pytest.mark.parametrize(
    "text",
    [
        "",
        "31/02/2016",
        "11/25/2016",
        "00/00/0000",
        "999 518 2688",
        "section 37",
        "1.2",
        "F1.2.3",
        "10.11.12.13",
        "2016",
        "May",
        "3/11",
        "ages 11-16",
        "192.168.1.10",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize("text", ["November 2016", "Nov 2016", "in November, 2016"])
def test_a_month_alone_is_marked(text: str) -> None:
    assert [(d.date, d.month_only) for d in find_dates(text)] == [(date(2016, 11, 1), True)]


def test_several_in_order_with_their_places() -> None:
    text = "Draft 3.11.16, final 4th December 2016"
    found = find_dates(text)
    assert [text[d.start : d.end] for d in found] == ["3.11.16", "4th December 2016"]


@pytest.mark.parametrize(("text", "year"), [("1/1/98", 1998), ("1/1/05", 2005), ("1/1/26", 2026)])
def test_two_figures_of_a_year(text: str, year: int) -> None:
    assert find_dates(text)[0].date.year == year


def ordinal(day: int) -> str:
    teen = day in {11, 12, 13}
    return f"{day}" + ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th"))


@given(
    day=st.dates(date(1990, 1, 1), date(2049, 12, 31)),
    form=st.sampled_from(
        ["%d/%m/%Y", "%d.%m.%y", "%Y-%m-%d", "%d-%b-%Y", "%d %B %Y", "{o} %B %Y", "{d}/{m}/%y"]
    ),
    around=st.sampled_from(["{}", "Date: {}.", "from {} on", "({})", "by {}, annually"]),
)
def test_any_date_in_any_form_reads_back(day: date, form: str, around: str) -> None:
    written = day.strftime(form.format(o=ordinal(day.day), d=day.day, m=day.month))
    assert [d.date for d in find_dates(around.format(written))] == [day]


@given(st.text(max_size=60))
def test_any_text_is_looked_through(text: str) -> None:
    for found in find_dates(text):
        assert 0 <= found.start < found.end <= len(text)
