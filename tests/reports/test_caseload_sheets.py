"""The sheets of the caseload list, the clocks, the calendar and the breakdowns."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from openpyxl import Workbook, load_workbook

from checks.audit import audit, audit_caseload, joined
from checks.caseload.listing import match
from checks.clocks.clocks import clocks_of
from checks.clocks.records import Records
from checks.rubric import load_rubric
from extractors.listed import Listed, Remark
from extractors.status import Status
from reports.result import Caseload, FileResult, ListedChild, Results
from reports.workbook.workbook import workbook
from tests.reports.audits import AS_OF, ladder, plan, results

HOSTILE = "=HYPERLINK(1)"
LATE = Listed(
    5,
    name="Nia Rees",
    born=date(2015, 2, 3),
    requested=date(2024, 6, 3),
    finalised=date(2025, 3, 1),
    primary_need="SLCN",
    setting=HOSTILE,
    caseworker="A Bell",
)
GONE = Listed(9, name="=Lost", requested=date(2026, 1, 5), caseworker="A Bell")


def audited_with_list() -> Results:
    """Twelve plans, one of them listed, and one child without a plan."""
    rubric = load_rubric(None)
    names = ["Nia Rees", *(f"Child {letter}" for letter in "ABCDEFGHIJK")]
    plans = [(f"{n:02}.pdf", plan(name)) for n, name in enumerate(names)]
    audits = [(file, audit(one, rubric, AS_OF)) for file, one in plans]
    listing = match([LATE, GONE], plans)
    shown = audit_caseload(audits, rubric, AS_OF, listing.listed)
    status = Status.AUDITED
    files = tuple(
        FileResult(
            file,
            None,
            status,
            status.reason,
            status.action,
            joined(found, shown[file]),
            listed=listing.listed.get(file),
            matched_by=listing.how[file].value if file in listing.how else "",
            clocks=clocks_of(Records(LATE, AS_OF, found.plan)) if file in listing.how else (),
        )
        for file, found in audits
    )
    caseload = Caseload(
        file="cases.csv",
        hash="abc",
        children=2,
        rows=2,
        columns=(("name", "Name"),),
        unknown=("Mood",),
        remarks=(Remark(5, "Draft", "It is no date."),),
        differs={"00.pdf": "UPN"},
        unlisted=listing.unlisted,
        no_plan=tuple(
            ListedChild(one.listed, one.why, clocks_of(Records(one.listed, AS_OF)))
            for one in listing.no_plan
        ),
    )
    return replace(results(*files), caseload=caseload)


@pytest.fixture(scope="module")
def given() -> Results:
    return audited_with_list()


@pytest.fixture(scope="module")
def made(given: Results) -> bytes:
    return workbook(given, ladder())


@pytest.fixture(scope="module")
def book(made: bytes) -> Workbook:
    return load_workbook(io.BytesIO(made))


def rows(book: Workbook, name: str) -> list[dict[str, object]]:
    heads, *body = book[name].iter_rows(values_only=True)
    assert len(set(heads)) == len(heads), "a table's heads must differ"
    return [dict(zip(map(str, heads), row, strict=True)) for row in body]


def test_a_clock_shows_both_days_and_how_late(book: Workbook) -> None:
    clocks = rows(book, "Clocks")

    late = next(c for c in clocks if c["Check"] == "t-20wk" and c["Child"] == "Nia Rees")
    assert late["From"] == datetime(2024, 6, 3)  # noqa: DTZ001 -- a cell knows no zone
    assert late["Due"] == datetime(2024, 10, 21)  # noqa: DTZ001 -- the same
    assert late["Done"] == datetime(2025, 3, 1)  # noqa: DTZ001 -- the same
    assert late["Days late"] == 131
    assert late["How it stands"] == "late"
    assert "summer holiday" in str(late["To bear in mind"])


def test_a_child_without_a_plan_has_clocks_too_and_what_was_missed_comes_first(
    book: Workbook,
) -> None:
    clocks = rows(book, "Clocks")

    assert [c["Check"] for c in clocks if c["Plan"] == "no plan found"] == [
        "t-6wk-decision",
        "t-20wk",
    ]
    states = [c["How it stands"] for c in clocks]
    order = ("late", "past, nothing on record", "please check", "running", "in time")
    assert states == sorted(states, key=lambda state: order.index(str(state)))


def test_the_plans_say_by_what_they_were_matched_and_what_the_list_says(book: Workbook) -> None:
    first, *others = rows(book, "Plans")

    assert first["Matched by"] == "name and date of birth"
    assert (first["Row of the list"], first["Primary need"]) == (5, "SLCN")
    assert (first["Caseworker"], first["Plan writer"]) == ("A Bell", None)
    assert {row["Matched by"] for row in others} == {None}


def test_the_list_sheet_shows_both_sides_and_what_to_mend(book: Workbook) -> None:
    found = rows(book, "Caseload list")

    assert [row["Child"] for row in found if row["What"] == "in the list, no plan found"] == [
        "=Lost"
    ]
    assert sum(row["What"] == "a plan that nobody listed" for row in found) == 11
    assert [row["What was found"] for row in found if row["What"] == "to mend in the list"] == [
        "It is no date.",
        "Columns that are not known, and not used: «Mood».",
    ]
    assert all(cell.data_type != "f" for sheet in book.worksheets for row in sheet for cell in row)


def test_a_breakdown_gives_no_rate_of_fewer_than_ten(book: Workbook) -> None:
    found = rows(book, "Breakdowns")

    whole, *groups = found
    assert whole["Plans"] == 12
    assert str(whole["95 % interval"]).endswith("%")
    few = [row for row in groups if int(str(row["Plans"])) < 10]
    assert few
    assert all(row["Rate"] is None and row["95 % interval"] is None for row in few)
    assert all(row["Note"] == "fewer than 10 plans: no rate" for row in few)
    assert {row["Group"] for row in groups if row["By"] == "caseworker"} == {
        "A Bell",
        "not in the list",
    }


def test_the_calendar_counts_what_is_past_and_what_comes(book: Workbook) -> None:
    past, *months = rows(book, "Expiry calendar")

    assert past["Month"] == "past already"
    assert past["Reviews due"] == 12
    assert months[0]["Month"] == "November 2026"
    assert months[-1]["Month"] == "November 2027"
    july = next(month for month in months if month["Month"] == "July 2027")
    assert july["Outcomes that end"] == july["Plans they stand in"]


def test_read_me_and_summary_speak_of_the_list(book: Workbook) -> None:
    told = {str(row[0]): str(row[1]) for row in book["Read me"].iter_rows(values_only=True)}

    assert told["Caseload list"].startswith("Children without a plan")
    assert "1 of 2 children have a plan here" in str(book["Summary"]["A2"].value)
    named = [name for name in told if name in book.sheetnames]
    assert set(named) >= {"Clocks", "Breakdowns", "Expiry calendar"}


def test_the_same_list_gives_the_same_bytes(given: Results, made: bytes) -> None:
    assert workbook(given, ladder()) == made


def test_without_a_list_its_sheets_are_not_there(given: Results) -> None:
    file = replace(given.files[0], listed=None, clocks=())
    bare = load_workbook(io.BytesIO(workbook(results(file), ladder())))

    assert {"Clocks", "Caseload list"}.isdisjoint(bare.sheetnames)
    assert "Matched by" not in {cell.value for cell in bare["Plans"][1]}
    names = {row[0] for row in bare["Read me"].iter_rows(values_only=True)}
    assert {"Clocks", "Caseload list"}.isdisjoint(names)
