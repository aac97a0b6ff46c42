"""A frame of figures as a real table: heads, filters, widths that fit, frozen panes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

import pandas as pd
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from reports.workbook import style
from reports.workbook.cells import put, put_value

MOST_ROWS = 1_000_000  # a sheet holds 1,048,576
_LINE_HEIGHT = 15.0
_HEAD_LINES = 2  # at least
_BOLD = 0.85  # of the letters of a line, in bold
_MOST_LINES = 12

# Cells that look alike share what was worked out once: openpyxl compares whole fonts otherwise.
Looks = dict[tuple[int, str | None, bool, str], StyleArray]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: where its values come from, and how it is shown."""

    name: str  # in the frame
    head: str
    width: float
    wrap: bool = False
    centred: bool = False


def write_rows(
    sheet: Worksheet, rows: Iterable[Mapping[str, Any]], columns: Sequence[Column], name: str
) -> None:
    """Writes rows, given by the names of the columns, as a table."""
    names = [column.name for column in columns]
    write_table(sheet, pd.DataFrame(list(rows), columns=names, dtype=object), columns, name)


def write_table(
    sheet: Worksheet, frame: pd.DataFrame, columns: Sequence[Column], name: str, top: int = 1
) -> None:
    """Writes the frame as a table whose head stands in row `top`; says so where it is empty."""
    frame = frame.head(MOST_ROWS)
    for number, column in enumerate(columns, start=1):
        put(sheet.cell(top, number), column.head, style.HEAD, style.CENTRED)
        sheet.cell(top, number).fill = style.HEAD_FILL
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    rows = frame[[column.name for column in columns]].itertuples(index=False, name=None)
    looks: Looks = {}
    for row, values in enumerate(rows, start=top + 1):
        _write_row(sheet, row, values, columns, looks)
    if frame.empty:
        put(sheet.cell(top + 1, 1), "None", style.SMALL)
    last = top + max(1, len(frame))
    table = Table(displayName=name, ref=f"A{top}:{get_column_letter(len(columns))}{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
    lines = max(_lines(column.head, column.width * _BOLD) for column in columns)
    sheet.row_dimensions[top].height = _LINE_HEIGHT * max(_HEAD_LINES, lines)
    sheet.freeze_panes = f"B{top + 1}"
    style.printable(sheet, heads=top)


def _write_row(
    sheet: Worksheet, row: int, values: Sequence[object], columns: Sequence[Column], looks: Looks
) -> None:
    lines = 1
    for number, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
        cell = sheet.cell(row, number)
        shown = None if value is None or value is pd.NaT or value != value else value  # noqa: PLR0124 -- NaN
        put_value(cell, shown)  # type: ignore[arg-type]  # frames hold only such values
        toned = shown if isinstance(shown, str) and shown in style.TONE_OF else None
        look = number, toned, cell.quotePrefix, cell.number_format
        if look not in looks:
            _dress(cell, column, toned)
            looks[look] = cell._style  # type: ignore[union-attr]  # noqa: SLF001 -- no public name
        cell._style = copy(looks[look])  # type: ignore[union-attr]  # noqa: SLF001 -- as above
        if column.wrap and isinstance(shown, str):
            lines = max(
                lines, sum(1 + int(len(p) / (column.width * 1.1)) for p in shown.split("\n"))
            )
    sheet.row_dimensions[row].height = _LINE_HEIGHT * min(lines, _MOST_LINES)


def _is_date(cell: Cell | MergedCell) -> bool:
    """Whether it holds a date, which would stand at the right, against the words of the next."""
    return isinstance(cell, Cell) and cell.is_date


def _lines(text: str, width: float) -> int:
    """How many lines words take that are broken between words."""
    lines, room = 1, width
    for word in text.split():
        if len(word) > room and room < width:
            lines, room = lines + 1, width
        room -= len(word) + 1
    return lines


def _dress(cell: Cell | MergedCell, column: Column, toned: str | None) -> None:
    """Gives a cell of the table its looks, by the word with a judgement that it holds."""
    cell.font = style.BODY
    cell.alignment = Alignment(
        vertical="top",
        wrap_text=column.wrap,
        horizontal="center" if column.centred else "left" if _is_date(cell) else None,
    )
    cell.border = style.THIN
    if toned and (tone := style.tone(toned)):
        cell.font, cell.fill = tone
