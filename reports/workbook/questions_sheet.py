"""The sheet of questions: what only a person can judge of a plan, and never scored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from checks.questions import QUESTIONS
from reports.result import Results
from reports.workbook.sheets import choices
from reports.workbook.tables import Column, write_rows

QUESTIONS_SHEET = "Questions"
COLUMNS = (
    Column("file", "File", 34, wrap=True),
    Column("child", "Child", 20, wrap=True),
    Column("section", "Section", 9, centred=True),
    Column("item", "Item", 8, centred=True),
    Column("text", "In the plan's words", 60, wrap=True),
    Column("asks", "For you to judge", 60, wrap=True),
    Column("answer", "Your answer", 14, centred=True),
    Column("note", "Your note", 40, wrap=True),
    Column("source", "Source", 30, wrap=True),
    Column("question", "Question", 22),
)
ANSWERS = ("yes", "no", "in part", "not sure")
_BY_ID = {question.id: question for question in QUESTIONS}


def has_questions(results: Results) -> bool:
    """Whether a person is asked anything."""
    return any(result.audit.asked for result in results.counted if result.audit)


def write_questions(sheet: Worksheet, results: Results) -> None:
    """Every question of the plans that count, with a place for the answer."""
    write_rows(sheet, _rows(results), COLUMNS, "QuestionsTable")
    choices(sheet, [c.name for c in COLUMNS].index("answer") + 1, ANSWERS)


def _rows(results: Results) -> Iterator[dict[str, Any]]:
    for result in results.counted:
        if result.audit is None:
            continue
        items = {item.id: item for item in result.audit.plan.items}
        for asked in result.audit.asked:
            question = _BY_ID[asked.question]
            item = items.get(asked.item or "")
            yield {
                "file": result.file,
                "child": result.audit.plan.child.name,
                "section": item.section if item else question.section,
                "item": item.id if item else "",
                "text": item.full_text if item else "",
                "asks": question.asks,
                "answer": "",
                "note": "",
                "source": question.source,
                "question": question.id,
            }
