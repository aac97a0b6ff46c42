"""The sample as a workbook: the evidence of each plan drawn, and an inspector's blank columns."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from checks.catalogue import BY_ID
from checks.check import Verdict
from reports.sample.choose import Candidate, Sample, draw
from reports.sample.phase import phase_of
from reports.workbook import style
from reports.workbook.cells import put
from reports.workbook.save import saved
from reports.workbook.sheets import VIEWS, choices
from reports.workbook.tables import Column, write_table

STRATA = ("phase", "need", "setting")
_BLANK = ("Section A", "Section B", "Section E", "Section F", "The thread", "Overall")

_FILE = Column("file", "File", 34, wrap=True)
_CHILD = Column("child", "Child", 20, wrap=True)
_SAMPLE = (
    Column("order", "No.", 6, centred=True),
    _FILE,
    _CHILD,
    Column("stratum", "Drawn from", 26, wrap=True),
    Column("born", "Born", 13),
    Column("year_group", "Year group", 12),
    Column("setting", "Setting", 26, wrap=True),
    Column("plan_date", "Plan dated", 13),
    Column("grade", "Goldenthread's grade", 14, centred=True),
    *(Column(f"blank_{n}", f"Inspector: {head}", 16) for n, head in enumerate(_BLANK)),
    Column("note", "Inspector's note", 40, wrap=True),
)
_ITEMS = (
    _FILE,
    Column("section", "Section", 9, centred=True),
    Column("id", "Item", 8, centred=True),
    Column("kind", "Kind", 12),
    Column("text", "In the plan's words", 70, wrap=True),
    Column("linked", "Tied to", 24, wrap=True),
    Column("place", "Where", 18, wrap=True),
    Column("view", "Inspector's view", 16, centred=True),
    Column("note", "Inspector's note", 36, wrap=True),
)
_FINDINGS = (
    _FILE,
    Column("section", "Section", 9, centred=True),
    Column("item", "Item", 8, centred=True),
    Column("title", "What a good plan does", 32, wrap=True),
    Column("verdict", "Verdict", 11, centred=True),
    Column("severity", "How firmly it is asked", 14, centred=True),
    Column("quote", "In the plan's words", 40, wrap=True),
    Column("place", "Where", 18, wrap=True),
    Column("reason", "Why this was noted", 48, wrap=True),
    Column("view", "Inspector's view", 16, centred=True),
    Column("note", "Inspector's note", 36, wrap=True),
)
_STRATUM = (
    Column("name", "Stratum", 40, wrap=True),
    Column("size", "Plans", 10, centred=True),
    Column("drawn", "Drawn", 10, centred=True),
    Column("reserves", "First reserves, in order", 60, wrap=True),
)


def draw_plans(
    rows: Sequence[Mapping[str, Any]], size: int, seed: str, strata: Sequence[str]
) -> Sample:
    """A sample of the plans that count among the rows of plans.jsonl: the latest of each child.

    Raises ValueError for a kind of stratum that is not in STRATA.
    """
    unknown = [name for name in strata if name not in STRATA]
    if unknown:
        raise ValueError(
            f"Plans are not sorted by «{unknown[0]}». Choose from: {', '.join(STRATA)}."
        )
    candidates = [
        Candidate(_id(row), row["file"], tuple(_group(row, name) for name in strata))
        for row in rows
        if "child" in row and row["versions"]["counted"]
    ]
    return draw(candidates, size, seed)


def pack(rows: Sequence[Mapping[str, Any]], sample: Sample, made_on: date) -> bytes:
    """The workbook of a sample: how it was drawn, its plans, their items and their findings."""
    by_file = {row["file"]: row for row in rows}
    drawn = [by_file[c.file] for c in sample.drawn]
    strata = {c.file: stratum.name for stratum in sample.strata for c in stratum.drawn}
    book = Workbook()
    book.remove(book.worksheets[0])
    _how(book.create_sheet("How it was drawn"), rows, sample)
    plans = [_plan(n, row, strata[row["file"]]) for n, row in enumerate(drawn, start=1)]
    _table(book, "Sample", plans, _SAMPLE, "SampleTable")
    items = _table(book, "Items", [i for r in drawn for i in _items(r)], _ITEMS, "ItemsTable")
    found = [f for r in drawn for f in _findings(r)]
    findings = _table(book, "Findings", found, _FINDINGS, "FindingsTable")
    for sheet, columns in ((items, _ITEMS), (findings, _FINDINGS)):
        choices(sheet, [c.name for c in columns].index("view") + 1, VIEWS)
    return saved(book, "Sample of EHC plans", made_on)


def _id(row: Mapping[str, Any]) -> str:
    child = row["child"]
    if child["upn_valid"]:
        known = child["upn"]
    elif child["name"] and child["date_of_birth"]:
        known = f"{child['name']} {child['date_of_birth']}"
    else:
        known = row["sha256"]
    return hashlib.sha256(str(known).encode()).hexdigest()


def _group(row: Mapping[str, Any], kind: str) -> str:
    if kind == "phase":
        return phase_of(row)
    if kind == "setting":
        return row["plan"]["setting"] or "setting not known"
    areas = [i["area"] for i in row["items"] if i["kind"] == "need" and i["area"]]
    return max(sorted(set(areas)), key=areas.count) if areas else "area of need not printed"


def _table(
    book: Workbook,
    title: str,
    rows: Sequence[Mapping[str, Any]],
    columns: Sequence[Column],
    name: str,
) -> Worksheet:
    sheet: Worksheet = book.create_sheet(title)
    frame = pd.DataFrame(list(rows), columns=[c.name for c in columns], dtype=object)
    write_table(sheet, frame, columns, name)
    return sheet


def _plan(number: int, row: Mapping[str, Any], stratum: str) -> dict[str, Any]:
    return {
        "order": number,
        "file": row["file"],
        "child": row["child"]["name"],
        "stratum": stratum,
        "born": row["child"]["date_of_birth"],
        "year_group": row["child"]["year_group"],
        "setting": row["plan"]["setting"],
        "plan_date": row["plan"]["date"],
        "grade": row["grades"].get("overall", "not assessed"),
    }


def _items(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    tied: dict[str, list[str]] = {}
    for link in row["links"]:
        if link["verdict"] == "linked":
            tied.setdefault(link["from"], []).append(link["to"])
            tied.setdefault(link["to"], []).append(link["from"])
    return [
        {**item, "file": row["file"], "linked": ", ".join(tied.get(item["id"], []))}
        for item in row["items"]
        if item["section"] in "ABEF"
    ]


def _findings(row: Mapping[str, Any]) -> list[dict[str, Any]]:
    shown = (Verdict.FAIL.value, Verdict.UNCLEAR.value)
    return [
        {
            **finding,
            "file": row["file"],
            "title": BY_ID[finding["check"]].title
            if finding["check"] in BY_ID
            else finding["check"],
        }
        for finding in row["findings"]
        if finding["verdict"] in shown
    ]


def _how(sheet: Worksheet, rows: Sequence[Mapping[str, Any]], sample: Sample) -> None:
    """What was drawn, from what, and how anyone can draw it again."""
    size = sum(stratum.size for stratum in sample.strata)
    left_out = len(rows) - size
    lines = (
        ("Drawn", f"{len(sample.drawn)} of {size} plans"),
        ("Seed", sample.seed),
        ("Frame", sample.frame),
        ("Left out", f"{left_out} files: not audited, or an older version of a plan in the frame"),
        (
            "How",
            (
                "Within each stratum the plans stand in the order of the SHA-256 of seed and "
                "child; the first are drawn, in proportion, and the next are reserves."
            ),
        ),
    )
    put(sheet["A1"], "Sample of EHC plans", style.TITLE)
    sheet.row_dimensions[1].height = 30
    for row, (name, text) in enumerate(lines, start=3):
        put(sheet.cell(row, 1), name, style.LABEL)
        put(sheet.cell(row, 2), text)
    frame = pd.DataFrame(
        [
            {
                "name": s.name or "all plans",
                "size": s.size,
                "drawn": len(s.drawn),
                "reserves": ", ".join(c.file for c in s.reserves[:3]),
            }
            for s in sample.strata
        ],
        columns=[c.name for c in _STRATUM],
        dtype=object,
    )
    write_table(sheet, frame, _STRATUM, "StrataTable", top=len(lines) + 4)
    sheet.freeze_panes = None
