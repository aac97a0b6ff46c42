"""The sheet of copied text: words that stand in the plans of several children."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable

from openpyxl.worksheet.worksheet import Worksheet

from reports.result import Results
from reports.workbook.tables import Column, write_rows

COPIED = "Copied text"
COLUMNS = (
    Column("code", "Group", 9, centred=True),
    Column("children", "Children", 9, centred=True),
    Column("kind", "What it is", 12),
    Column("text", "One of the copies, without the name", 70, wrap=True),
    Column("writers", "By writer", 28, wrap=True),
    Column("settings", "By setting", 28, wrap=True),
    Column("months", "By month of the plan", 24, wrap=True),
    Column("files", "In these files", 60, wrap=True),
)
_MOST_FILES = 20  # named in one cell; the Findings sheet has all


def has_copied(results: Results) -> bool:
    """Whether the plans of several children share words."""
    return bool(results.clusters)


def write_copied(sheet: Worksheet, results: Results) -> None:
    """Each group of copies once, the widest first, by whom and where and when."""
    ordered = sorted(results.clusters, key=lambda c: (-c.children, c.code))
    rows = [
        {
            "code": cluster.code,
            "children": cluster.children,
            "kind": cluster.kind,
            "text": cluster.text,
            "writers": _told(cluster.writers),
            "settings": _told(cluster.settings),
            "months": _told((_in_words(month), n) for month, n in cluster.months),
            "files": _some(dict.fromkeys(copy.file for copy in cluster.copies)),
        }
        for cluster in ordered
    ]
    write_rows(sheet, rows, COLUMNS, "CopiedTable")


def _in_words(month: str) -> str:
    """A month as people write it: «May 2026» for «2026-05»."""
    year, _, number = month.partition("-")
    return f"{month_name[int(number)]} {year}" if number.isdigit() else month


def _told(tally: Iterable[tuple[str, int]]) -> str:
    return "\n".join(f"{name}: {count}" for name, count in tally)


def _some(files: Iterable[str]) -> str:
    named = list(files)
    more = len(named) - _MOST_FILES
    return "\n".join([*named[:_MOST_FILES], *([f"and {more} more"] if more > 0 else [])])
