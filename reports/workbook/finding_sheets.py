"""Sheets that gather findings of one sort: between versions of a plan, and of whose plan it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from checks.catalogue import BY_ID
from checks.check import Finding, Severity, Verdict
from reports.result import FileResult, Results
from reports.workbook.tables import Column, write_rows

VERSIONS = "Version changes"
IDENTITY = "Identity alerts"

_FILE = Column("file", "File", 34, wrap=True)
_CHILD = Column("child", "Child", 20, wrap=True)
_COMMON = (
    Column("place", "Where", 18, wrap=True),
    Column("reason", "Why this was noted", 44, wrap=True),
    Column("verdict", "Verdict", 11, centred=True),
    Column("severity", "How firmly it is asked", 14, centred=True),
    Column("check", "Check", 22),
)
VERSION_COLUMNS = (
    _CHILD,
    Column("earlier", "Earlier plan", 34, wrap=True),
    _FILE,
    Column("title", "What a good plan does", 30, wrap=True),
    Column("section", "Section", 9, centred=True),
    Column("before", "Before", 48, wrap=True),
    Column("quote", "Now", 48, wrap=True),
    *_COMMON,
)
IDENTITY_COLUMNS = (
    _FILE,
    _CHILD,
    Column("title", "What a good plan does", 30, wrap=True),
    Column("quote", "In the plan's words", 40, wrap=True),
    *_COMMON,
)
_SEVERITIES = tuple(Severity)
_TELLING = frozenset({Verdict.FAIL, Verdict.UNCLEAR})


def has_versions(results: Results) -> bool:
    """Whether anything stands out between a plan and the one before it."""
    return any(True for _ in _found(results, "ver-"))


def write_versions(sheet: Worksheet, results: Results) -> None:
    """What changed between a child's plans and should not have, or did not change: both sides."""
    rows = [
        _row(file, finding) | {"earlier": _earlier(file), "quote": _now(file, finding)}
        for file, finding in _found(results, "ver-")
    ]
    write_rows(sheet, rows, VERSION_COLUMNS, "VersionsTable")


def has_identity(results: Results) -> bool:
    """Whether anything says that a plan may hold words about another child."""
    return any(True for _ in _found(results, "id-"))


def write_identity(sheet: Worksheet, results: Results) -> None:
    """Names, pronouns, dates of birth and numbers that may be another child's, firmest first."""
    found = sorted(_found(results, "id-"), key=lambda one: _urgency(one[1]))
    rows = [_row(file, finding) for file, finding in found]
    write_rows(sheet, rows, IDENTITY_COLUMNS, "IdentityTable")


def _found(results: Results, family: str) -> Iterator[tuple[FileResult, Finding]]:
    for file in results.files:
        for finding in file.audit.findings if file.audit else ():
            if finding.check.startswith(family) and finding.verdict in _TELLING:
                yield file, finding


def _urgency(finding: Finding) -> tuple[bool, int]:
    """What is asserted before what is asked, and each by how firmly it is asked for."""
    return finding.verdict is not Verdict.FAIL, _SEVERITIES.index(finding.severity)


def _earlier(file: FileResult) -> str:
    return (file.version.earlier if file.version else None) or ""


def _now(file: FileResult, finding: Finding) -> str:
    """The whole of the item that a finding is about, to be held against the one before."""
    items = file.audit.plan.items if file.audit else ()
    return next((item.full_text for item in items if item.id == finding.item), finding.quote)


def _row(file: FileResult, finding: Finding) -> dict[str, Any]:
    plan = file.audit.plan if file.audit else None
    return {
        "file": file.file,
        "child": plan.child.name if plan else None,
        "title": BY_ID[finding.check].title,
        "section": finding.section,
        "before": finding.before,
        "quote": finding.quote,
        "place": str(finding.place) if finding.place else "",
        "reason": finding.reason,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "check": finding.check,
    }
