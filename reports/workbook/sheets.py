"""The sheets that are tables: which columns each shows, and in what words."""

from __future__ import annotations

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reports.text import for_cell
from reports.workbook import style
from reports.workbook.cells import link_within
from reports.workbook.frames import Frames
from reports.workbook.tables import Column, write_table

PLANS = "Plans"
OUTCOMES = "Outcomes"
PROVISION = "Provision"
THREAD = "Thread"
FINDINGS = "Findings"
NOT_AUDITED = "Not audited"
_NAMES_A_PLAN = frozenset({"File", "Plan", "Earlier plan"})  # heads of columns
VIEWS = ("agree", "disagree", "not sure")  # an auditor's, of a finding

_FILE = Column("file", "File", 34, wrap=True)
_CHILD = Column("child", "Child", 20, wrap=True)
_PLACE = Column("place", "Where", 18, wrap=True)

PLAN_COLUMNS = (
    _FILE,
    Column("status", "Status", 15),
    Column("overall", "Grade", 12, centred=True),
    Column("issue_1", "First issue", 34, wrap=True),
    Column("issue_2", "Second issue", 34, wrap=True),
    Column("issue_3", "Third issue", 34, wrap=True),
    _CHILD,
    Column("year_group", "Year group", 14, wrap=True),
    Column("born", "Born", 13),
    Column("setting", "Setting", 26, wrap=True),
    Column("plan_status", "Plan is", 11),
    Column("plan_date", "Plan dated", 13),
    Column("review_date", "Review by", 13),
    Column("versions", "The child's other plans", 34, wrap=True),
    Column("grade_a", "Section A", 11, centred=True),
    Column("grade_b", "Section B", 11, centred=True),
    Column("grade_e", "Section E", 11, centred=True),
    Column("grade_f", "Section F", 11, centred=True),
    Column("needs", "Needs", 8, centred=True),
    Column("outcomes", "Outcomes", 10, centred=True),
    Column("provision", "Provision", 10, centred=True),
    Column("must", "Must: not met", 9, centred=True),
    Column("should", "Should: not met", 9, centred=True),
    Column("good", "Good practice: not met", 10, centred=True),
    Column("unclear", "Please check", 9, centred=True),
    Column("not_assessed", "Checks not assessed", 10, centred=True),
    Column("warnings", "About the reading", 22, wrap=True),
)
# Of the caseload list, where one was given.
LISTED_COLUMNS = (
    Column("list_row", "Row of the list", 11, wrap=True, centred=True),
    Column("matched_by", "Matched by", 20, wrap=True),
    Column("primary_need", "Primary need", 20, wrap=True),
    Column("setting_type", "Setting type", 20, wrap=True),
    Column("caseworker", "Caseworker", 20, wrap=True),
    Column("writer", "Plan writer", 20, wrap=True),
)
OUTCOME_COLUMNS = (
    _FILE,
    _CHILD,
    Column("id", "Outcome", 9),
    Column("number", "As printed", 11),
    Column("area", "Area", 18, wrap=True),
    Column("text", "Outcome", 60, wrap=True),
    Column("smart", "SMART", 10, centred=True),
    Column("specific", "Specific", 10, centred=True),
    Column("measurable", "Measurable", 11, centred=True),
    Column("timebound", "Time-bound", 11, centred=True),
    Column("deadline", "Ends", 13),
    Column("days_left", "Days left", 9, centred=True),
    Column("benefit", "What it is for", 30, wrap=True),
    Column("needs", "Answers need", 12, wrap=True),
    Column("aspirations", "Serves aspiration", 12, wrap=True),
    Column("provision", "Provision for it", 14, wrap=True),
    Column("findings", "Findings", 9, centred=True),
    _PLACE,
)
PROVISION_COLUMNS = (
    _FILE,
    _CHILD,
    Column("id", "Provision", 10),
    Column("number", "As printed", 11),
    Column("area", "Area", 18, wrap=True),
    Column("text", "Provision", 60, wrap=True),
    Column("specified", "Specified", 13, centred=True),
    Column("sort", "Sort", 14),
    Column("what", "What", 24, wrap=True),
    Column("how_long", "How long", 14, wrap=True),
    Column("how_often", "How often", 14, wrap=True),
    Column("who", "Who", 20, wrap=True),
    Column("expertise", "Expertise", 18, wrap=True),
    Column("ratio", "Group or ratio", 14, wrap=True),
    Column("weasel", "Leaves room for doubt", 20, wrap=True),
    Column("minutes_a_week", "Minutes a week", 10, centred=True),
    Column("outcomes", "Serves outcome", 12, wrap=True),
    Column("needs", "Meets need", 12, wrap=True),
    _PLACE,
)
THREAD_COLUMNS = (
    _FILE,
    _CHILD,
    Column("question", "Question", 26, wrap=True),
    Column("item", "Item", 12),
    Column("text", "What it says", 48, wrap=True),
    Column("answer", "Answer", 16, wrap=True),
    Column("other_text", "What that says", 48, wrap=True),
    Column("how", "How it is known", 14, centred=True),
    Column("evidence", "Evidence", 48, wrap=True),
    _PLACE,
)
FINDING_COLUMNS = (
    _FILE,
    _CHILD,
    Column("section", "Section", 9, centred=True),
    Column("item", "Item", 8, centred=True),
    Column("title", "What a good plan does", 30, wrap=True),
    Column("verdict", "Verdict", 11, centred=True),
    Column("severity", "How firmly it is asked", 14, centred=True),
    Column("quote", "In the plan's words", 36, wrap=True),
    _PLACE,
    Column("reason", "Why this was noted", 44, wrap=True),
    Column("suggestion", "A pattern that would do", 38, wrap=True),
    Column("source", "Source", 28, wrap=True),
    Column("check", "Check", 22),
    Column("right", "Right on sample plans", 13, centred=True),
    Column("view", "Auditor's view", 14, centred=True),
    Column("note", "Auditor's note", 34, wrap=True),
)
REFUSED_COLUMNS = (
    _FILE,
    Column("status", "Status", 22),
    Column("reason", "What happened", 60, wrap=True),
    Column("action", "What to do", 60, wrap=True),
)


def write_plans(
    sheet: Worksheet, frames: Frames, ladder: tuple[str, ...], *, listed: bool = False
) -> None:
    """Every file given, one row each; a plan's grade in the colour of its rung."""
    columns = (*PLAN_COLUMNS, *LISTED_COLUMNS) if listed else PLAN_COLUMNS
    write_table(sheet, frames.plans, columns, "PlansTable")
    names = [c.name for c in PLAN_COLUMNS]
    graded = [names.index(n) + 1 for n in ("overall", "grade_a", "grade_b", "grade_e", "grade_f")]
    for row in range(2, len(frames.plans) + 2):
        for column in graded:
            cell = sheet.cell(row, column)
            if cell.value in ladder:
                cell.font, cell.fill = style.graded(ladder.index(str(cell.value)), len(ladder))


def write_outcomes(sheet: Worksheet, frames: Frames) -> None:
    """Every outcome, with its SMART letters, its end and what it is tied to."""
    write_table(sheet, frames.outcomes, OUTCOME_COLUMNS, "OutcomesTable")


def write_provision(sheet: Worksheet, frames: Frames) -> None:
    """Every line of provision, with what it specifies."""
    write_table(sheet, frames.provision, PROVISION_COLUMNS, "ProvisionTable")


def write_thread(sheet: Worksheet, frames: Frames) -> None:
    """Every link of the golden thread, and every end without one."""
    write_table(sheet, frames.thread, THREAD_COLUMNS, "ThreadTable")


def write_findings(sheet: Worksheet, frames: Frames) -> None:
    """Every finding, with a column for the auditor to agree or not."""
    frame = frames.findings.assign(view="", note="")
    write_table(sheet, frame, FINDING_COLUMNS, "FindingsTable")
    names = [c.name for c in FINDING_COLUMNS]
    choices(sheet, names.index("view") + 1, VIEWS)


def choices(sheet: Worksheet, column: int, words: tuple[str, ...]) -> None:
    """Gives every cell of a table's column a drop-down of those words."""
    choice = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    choice.promptTitle, choice.prompt = "Your view", "Do you agree?"
    sheet.add_data_validation(choice)
    letter = get_column_letter(column)
    choice.add(f"{letter}2:{letter}{max(2, sheet.max_row)}")


def write_refused(sheet: Worksheet, frames: Frames) -> None:
    """Every file that was not audited, why, and what to do."""
    write_table(sheet, frames.refused, REFUSED_COLUMNS, "NotAuditedTable")


def link_to_plans(sheet: Worksheet, frames: Frames) -> None:
    """Makes each name of a plan's file in a table a link to its row on the Plans sheet."""
    rows = {for_cell(file): n for n, file in enumerate(frames.plans["file"])}
    for head in (cell for cell in sheet[1] if cell.value in _NAMES_A_PLAN):
        for row in range(2, sheet.max_row + 1):
            found = rows.get(str(sheet.cell(row, head.column).value or ""))
            if found is not None:
                link_to_plan(sheet, row, head.column, found)


def link_to_plan(sheet: Worksheet, row: int, column: int, plan_row: int) -> None:
    """Makes a cell a link to a plan's row on the Plans sheet."""
    link_within(sheet.cell(row, column), PLANS, f"A{plan_row + 2}")
