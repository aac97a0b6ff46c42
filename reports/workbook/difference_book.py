"""A workbook of what another rubric changes: the sums, the checks, the plans, each finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from checks.audit import Audit
from checks.catalogue import CHECKS
from checks.check import Finding, Verdict
from checks.difference import Difference, counts, severities
from reports.workbook import style
from reports.workbook.cells import put
from reports.workbook.finding_rows import title_of
from reports.workbook.save import saved
from reports.workbook.tables import Column, write_rows

TITLE = "What another rubric changes"
_ONLY_A, _ONLY_B, _OTHERWISE = "only under A", "only under B", "said otherwise"
# What findings of each verdict are called.
SAID = {Verdict.FAIL: "faults", Verdict.UNCLEAR: "questions", Verdict.PASS: "notes"}
_CHECK_COLUMNS = (
    Column("check", "Check", 24),
    Column("title", "What a good plan does", 48, wrap=True),
    *(
        Column(f"{said}_{letter}", f"{said.capitalize()} {letter}", 11, centred=True)
        for said in SAID.values()
        for letter in "AB"
    ),
    Column("severity_A", "How firmly A", 14, centred=True),
    Column("severity_B", "How firmly B", 14, centred=True),
)
_PLAN_COLUMNS = (
    Column("file", "File", 36, wrap=True),
    Column("child", "Child", 22, wrap=True),
    Column("grade_a", "Grade A", 13, centred=True),
    Column("grade_b", "Grade B", 13, centred=True),
    Column("sections", "Sections whose grade changes", 34, wrap=True),
    Column("gone", "Findings only under A", 13, centred=True),
    Column("added", "Findings only under B", 13, centred=True),
    Column("turned", "Findings said otherwise", 13, centred=True),
)
_FINDING_COLUMNS = (
    Column("file", "File", 34, wrap=True),
    Column("child", "Child", 20, wrap=True),
    Column("change", "Change", 15),
    Column("section", "Section", 9, centred=True),
    Column("item", "Item", 8, centred=True),
    Column("title", "What a good plan does", 34, wrap=True),
    Column("verdict_a", "Verdict A", 11, centred=True),
    Column("verdict_b", "Verdict B", 11, centred=True),
    Column("severity_a", "Severity A", 14, centred=True),
    Column("severity_b", "Severity B", 14, centred=True),
    Column("quote", "In the plan's words", 44, wrap=True),
    Column("place", "Where", 18, wrap=True),
    Column("reason", "Why this is noted", 44, wrap=True),
    Column("check", "Check", 22),
)


@dataclass(frozen=True, slots=True)
class Compared:
    """The audits of the same plans under two rubrics, and what changes from A to B."""

    rubrics: tuple[str, str]  # each by name, version, hash and words
    as_of: date
    beside: str  # in a sentence: the caseload list beside the plans
    before: Mapping[str, Audit]  # by file
    after: Mapping[str, Audit]
    found: Sequence[Difference]  # from the one to the other, plan by plan


def difference_workbook(compared: Compared) -> bytes:
    """The workbook: the same plans and rubrics always give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    found = compared.found
    _write_sums(book.create_sheet("What changes"), compared)
    write_rows(book.create_sheet("Checks"), changed_checks(compared), _CHECK_COLUMNS, "ChecksTable")
    plans = [_plan(one, compared) for one in found]
    write_rows(book.create_sheet("Plans"), plans, _PLAN_COLUMNS, "PlansTable")
    rows = [row for one in found for row in _findings(one, compared)]
    write_rows(book.create_sheet("Findings"), rows, _FINDING_COLUMNS, "FindingsTable")
    return saved(book, TITLE, compared.as_of)


def _write_sums(sheet: Worksheet, compared: Compared) -> None:
    """Which rubrics, how much changes, and which grades become which."""
    day = compared.as_of
    put(sheet.cell(1, 1), TITLE, style.TITLE)
    sheet.row_dimensions[1].height = 30
    about = (
        *(f"{letter}: {named}" for letter, named in zip("AB", compared.rubrics, strict=True)),
        f"Dates as of {day.day} {day:%B %Y}. {compared.beside}",
    )
    for row, line in enumerate(about, start=2):
        put(sheet.cell(row, 1), line, style.SMALL, style.WRAPPED)
    moves = _moves(compared.found) or [("No plan's grade changes.", None)]
    at = _write_figures(sheet, 6, "Plans and findings", _sums(compared))
    _write_figures(sheet, at + 1, "Grades of whole plans, A → B", moves)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 80, 12
    style.printable(sheet, portrait=True)


def _write_figures(
    sheet: Worksheet, top: int, heading: str, figures: Sequence[tuple[str, int | None]]
) -> int:
    """Writes figures under a heading; gives the row below them."""
    put(sheet.cell(top, 1), heading, style.HEADING)
    for row, (what, number) in enumerate(figures, start=top + 1):
        put(sheet.cell(row, 1), what)
        put(sheet.cell(row, 2), number, style.LABEL)
    return top + len(figures) + 1


def _sums(compared: Compared) -> list[tuple[str, int | None]]:
    found = compared.found
    return [
        ("Plans compared", len(compared.before)),
        ("Plans for which something changes", len(found)),
        ("Plans whose grade changes", sum(one.regraded for one in found)),
        ("Findings only under A", sum(len(one.gone) for one in found)),
        ("Findings only under B", sum(len(one.added) for one in found)),
        ("Findings said more or less firmly", sum(len(one.turned) for one in found)),
    ]


def _moves(found: Sequence[Difference]) -> list[tuple[str, int | None]]:
    moves = Counter(one.grades for one in found if one.regraded)
    return [(f"{a} → {b}", n) for (a, b), n in sorted(moves.items(), key=lambda m: (-m[1], m[0]))]


def changed_checks(compared: Compared) -> Iterator[dict[str, Any]]:
    """Each check with more or fewer findings, or more or less firm ones, as a row."""
    then, now = counts(compared.before.values()), counts(compared.after.values())
    firm = severities(compared.before.values()), severities(compared.after.values())
    for check in CHECKS:
        row: dict[str, Any] = {
            f"{said}_{letter}": of[check.id, verdict]
            for verdict, said in SAID.items()
            for letter, of in (("A", then), ("B", now))
        }
        differs = any(row[f"{said}_A"] != row[f"{said}_B"] for said in SAID.values())
        was, is_now = firm[0].get(check.id), firm[1].get(check.id)
        if differs or was != is_now:
            yield {
                "check": check.id,
                "title": check.title,
                "severity_A": was.value if was else None,
                "severity_B": is_now.value if is_now else None,
                **row,
            }


def _plan(one: Difference, compared: Compared) -> dict[str, Any]:
    return {
        "file": one.file,
        "child": compared.before[one.file].plan.child.name,
        "grade_a": one.grades[0],
        "grade_b": one.grades[1],
        "sections": "; ".join(f"{letter}: {a} → {b}" for letter, a, b in one.sections),
        "gone": len(one.gone),
        "added": len(one.added),
        "turned": len(one.turned),
    }


def _findings(one: Difference, compared: Compared) -> Iterator[dict[str, Any]]:
    changed: list[tuple[str, Finding | None, Finding | None]] = [
        *((_ONLY_A, finding, None) for finding in one.gone),
        *((_ONLY_B, None, finding) for finding in one.added),
        *((_OTHERWISE, then, now) for then, now in one.turned),
    ]
    for change, then, now in changed:
        told = now or then
        assert told is not None  # noqa: S101 -- one of the two is there
        yield {
            "file": one.file,
            "child": compared.before[one.file].plan.child.name,
            "change": change,
            "section": told.section,
            "item": told.item,
            "title": title_of(told.check),
            "verdict_a": then.verdict.value if then else None,
            "verdict_b": now.verdict.value if now else None,
            "severity_a": then.severity.value if then else None,
            "severity_b": now.severity.value if now else None,
            "quote": told.quote,
            "place": str(told.place) if told.place else "",
            "reason": told.reason,
            "check": told.check,
        }
