"""The workbook as a manager opens it, read back cell by cell."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from checks.audit import audit
from checks.catalogue import CHECKS
from checks.rubric import load_rubric
from extractors.status import Status
from reports.text import LONGEST_CELL, for_cell
from reports.workbook.cells import put
from reports.workbook.figures import part
from reports.workbook.workbook import workbook
from tests.reports.audits import AS_OF, audited, ladder, plan, refused, results

SHEETS = [
    "Read me",
    "Summary",
    "Plans",
    "Outcomes",
    "Provision",
    "Thread",
    "Findings",
    "Expiry calendar",
    "Not audited",
    "Checks",
]


@pytest.fixture(scope="module")
def made() -> bytes:
    files = (audited("one.pdf"), refused("two.pdf"), audited("three.docx", "Nia Rees"))
    return workbook(results(*files), ladder())


@pytest.fixture(scope="module")
def book(made: bytes) -> Workbook:
    return load_workbook(io.BytesIO(made))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    heads, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in body]


def test_the_sheets_stand_in_order(book: Workbook) -> None:
    assert [name for name in book.sheetnames if name in SHEETS] == SHEETS
    assert book.active is book["Summary"]


def test_every_file_given_has_a_row(book: Workbook) -> None:
    plans = rows(book["Plans"])
    assert [(p["File"], p["Status"]) for p in plans] == [
        ("one.pdf", "audited"),
        ("two.pdf", "password"),
        ("three.docx", "audited"),
    ]
    assert plans[0]["Needs"] == 2
    assert plans[0]["Born"] == datetime(2015, 2, 3)  # noqa: DTZ001 -- a cell knows no zone
    assert plans[0]["First issue"]


def test_a_refused_file_says_what_to_do(book: Workbook) -> None:
    (row,) = rows(book["Not audited"])
    assert row["What to do"] == Status.PASSWORD.action


def test_every_check_says_how_often_it_was_right(book: Workbook) -> None:
    told = {row["Check"]: row for row in rows(book["Checks"])}
    assert list(told) == [check.id for check in CHECKS]
    weasel = told["f-weasel"]
    assert weasel["What it may do"] == "red (asserts)"
    assert isinstance(weasel["Faults found"], int)
    assert " to " in str(weasel["95 % interval"])
    assert " of " in str(rows(book["Findings"])[0]["Right on sample plans"])


def test_tables_are_real_with_filters_frozen_heads_and_print_set_up(book: Workbook) -> None:
    for name in SHEETS[2:]:
        sheet = book[name]
        (table,) = sheet.tables.values()
        assert table.autoFilter is not None
        assert table.ref.startswith("A1:")
        assert sheet.freeze_panes == "B2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"


def test_an_auditor_can_answer_each_finding(book: Workbook) -> None:
    (choice,) = book["Findings"].data_validations.dataValidation
    assert choice.formula1 == '"agree,disagree,not sure"'


def test_the_summary_links_to_plans_and_shows_charts(book: Workbook) -> None:
    summary = book["Summary"]
    places = {
        cell.hyperlink.location for row in summary for cell in row if cell.hyperlink is not None
    }
    assert {"'Plans'!A2", "'Plans'!A4"} <= places
    assert len(summary._charts) == 3  # type: ignore[attr-defined]  # noqa: SLF001 -- no public name


def test_the_same_results_give_the_same_bytes(made: bytes) -> None:
    files = (audited("one.pdf"), refused("two.pdf"), audited("three.docx", "Nia Rees"))
    assert workbook(results(*files), ladder()) == made


def test_with_no_plan_at_all_the_workbook_still_says_so() -> None:
    book = load_workbook(io.BytesIO(workbook(results(), ladder())))
    assert book["Plans"]["A2"].value == "None"


HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@x",
    "#N/A",
    "{=1}",
    "\t=1",
    "_x0001_",
    "\x00\x0b",
    "\ud800",
    "a\ufffe",
)


def test_an_item_outside_its_usual_section_has_its_row() -> None:
    """An outcome printed in Section F stopped the whole workbook once."""
    told = plan()
    stray = replace(told.outcomes[0], id="F3", section="F")
    found = audit(replace(told, items=(*told.items, stray)), load_rubric(None), AS_OF)
    file = replace(audited("stray.docx"), audit=found)
    book = load_workbook(io.BytesIO(workbook(results(file), ladder())))
    assert "F3" in " ".join(str(row["Item"]) for row in rows(book["Thread"]))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    made = workbook(results(audited("x.pdf", name=words, texts={"E1": words})), ladder())
    sheet = load_workbook(io.BytesIO(made))["Outcomes"]
    cell = sheet["F2"]
    assert cell.data_type == "s"
    assert cell.value is not None


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(), max_size=80))
def test_no_words_are_ever_a_formula_an_error_or_a_broken_cell(words: str) -> None:
    book = Workbook()
    put(book.worksheets[0]["A1"], words)
    saved = io.BytesIO()
    book.save(saved)
    cell = load_workbook(saved).worksheets[0]["A1"]
    assert cell.data_type in {"s", "n"}
    assert (cell.value or "") == "" or isinstance(cell.value, str)


def test_a_long_text_is_cut_where_a_reader_can_see_it() -> None:
    cut = for_cell("a" * 40_000)
    assert len(cut) < 32_767
    assert cut.startswith("a" * LONGEST_CELL)
    assert "40,000 characters" in cut


@pytest.mark.parametrize(("count", "of", "shown"), [(3, 4, "3 of 4"), (5, 10, "50%"), (0, 0, "–")])
def test_a_share_of_few_is_no_percentage(count: int, of: int, shown: str) -> None:
    assert part(count, of) == shown


def test_dates_are_dates() -> None:
    book = Workbook()
    cell = book.worksheets[0]["A1"]
    put(cell, date(2026, 11, 21))
    assert cell.is_date
