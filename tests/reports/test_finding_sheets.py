"""The sheets of support, questions, version changes, copied text and identity alerts."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from checks.audit import audit, audit_caseload, clusters_in, joined
from checks.caseload.versions import versions
from checks.questions import QUESTIONS
from checks.rubric import load_rubric
from extractors.status import Status
from reports.result import FileResult, Results
from reports.workbook.workbook import workbook
from tests.reports.audits import AS_OF, TEXTS, audited, ladder, plan, results

ROLLED = "By the end of Year 7 Osian will touch-type 20 words a minute so that he can write stories"
COPY = "Twice a week {} will practise joining in a playground game with two friends and an adult."


def caseload() -> Results:
    """A child's plan of last year and of this, and another child's, which copies one line."""
    old = plan(texts={**TEXTS, "E1": ROLLED.replace("7", "6") + " with his friends."})
    new = plan(texts={**TEXTS, "E1": ROLLED + " with his friends.", "F3": COPY.format("Osian")})
    new = replace(new, facts=replace(new.facts, date=date(2026, 3, 1)))
    hers = {id: text.replace("Osian", "Nia") for id, text in TEXTS.items()}
    hers |= {"F3": COPY.format("Nia"), "B3": "Osian struggles when the bells ring."}
    other = plan("Nia Rees", hers)
    rubric = load_rubric()
    plans = [("2025.pdf", old), ("2026.pdf", new), ("nia.pdf", other)]
    audits = [(file, audit(one, rubric, AS_OF)) for file, one in plans]
    shown = audit_caseload(audits, rubric, AS_OF)
    of_child = versions(plans)
    status = Status.AUDITED
    files = [
        FileResult(
            file,
            None,
            status,
            status.reason,
            status.action,
            joined(found, shown[file]),
            version=of_child[file],
        )
        for file, found in audits
    ]
    return replace(results(*files), clusters=clusters_in(shown.values()))


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(workbook(caseload(), ladder())))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    heads, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in body]


def test_a_changed_version_shows_before_and_now(book: Workbook) -> None:
    changed = {str(row["Check"]): row for row in rows(book["Version changes"])}

    rolled = changed["ver-date-rolled"]
    assert rolled["Earlier plan"] == "2025.pdf"
    assert rolled["File"] == "2026.pdf"
    assert "Year 6" in str(rolled["Before"])
    assert "touch-type 20 words a minute" in str(rolled["Now"])
    assert "Year 7" in str(rolled["Now"])


def test_a_file_that_is_named_leads_to_its_row_among_the_plans(book: Workbook) -> None:
    sheet, plans = book["Version changes"], book["Plans"]
    heads = [cell.value for cell in sheet[1]]
    for head, file in (("Earlier plan", "2025.pdf"), ("File", "2026.pdf")):
        link = sheet.cell(2, heads.index(head) + 1).hyperlink
        assert link is not None
        where = str(link.location)
        assert where.startswith("'Plans'!A")
        assert plans[where.removeprefix("'Plans'!")].value == file


def test_heads_have_the_room_that_they_need(book: Workbook) -> None:
    assert (book["Checks"].row_dimensions[1].height or 0) >= 45
    assert book["Plans"].row_dimensions[1].height == 45
    assert book["Copied text"].row_dimensions[1].height == 30


def test_copied_words_are_one_row_without_a_childs_name(book: Workbook) -> None:
    (row,) = (r for r in rows(book["Copied text"]) if "playground game" in str(r[NAMELESS]))

    assert row["Children"] == 2
    assert "Osian" not in str(row[NAMELESS])
    assert "Nia" not in str(row[NAMELESS])
    assert str(row["In these files"]).split() == ["2026.pdf", "nia.pdf"]
    assert str(row["By month of the plan"]).startswith("March 20")


NAMELESS = "One of the copies, without the name"


def test_a_strange_name_is_an_alert(book: Workbook) -> None:
    alerts = rows(book["Identity alerts"])

    assert ("nia.pdf", "id-foreign-name") in {(a["File"], a["Check"]) for a in alerts}


def test_questions_are_asked_of_the_latest_plan_alone(book: Workbook) -> None:
    asked = rows(book["Questions"])

    assert {row["File"] for row in asked} == {"2026.pdf", "nia.pdf"}
    assert {row["Question"] for row in asked} <= {question.id for question in QUESTIONS}


def test_support_is_added_up_by_role(book: Workbook) -> None:
    told = {(row["File"], row["Who gives it"]): row for row in rows(book["Support a week"])}

    whole = told["2026.pdf", "all, as the child receives it"]
    assert whole["Hours a week, at least"] == 1.25
    assert whole["In these lines of provision"] == "F1"
    assert told["2026.pdf", "teaching assistant"]["Hours a week, at most"] == 1.25


def test_sheets_with_nothing_to_show_are_left_out() -> None:
    alone = load_workbook(io.BytesIO(workbook(results(audited("one.pdf")), ladder())))

    assert not {"Version changes", "Copied text"} & set(alone.sheetnames)
    named = [cell.value for cell in alone["Read me"]["A"]]
    assert "Copied text" not in named
    assert "Questions" in named
