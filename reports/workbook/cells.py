"""Putting values into cells: the only way by which words of a plan come into the workbook."""

from __future__ import annotations

from datetime import date

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink

from reports.text import for_cell
from reports.workbook import style

Value = str | int | float | bool | date | None
_LIKE_A_FORMULA = ("=", "+", "-", "@")


def put(
    cell: Cell | MergedCell,
    value: Value,
    font: Font | None = None,
    align: Alignment | None = None,
) -> None:
    """Writes a value and its looks.

    Raises TypeError for the hidden part of a merged cell, which can hold nothing.
    """
    put_value(cell, value)
    cell.font = font or style.BODY
    cell.alignment = align or style.TOP


def put_value(cell: Cell | MergedCell, value: Value) -> None:
    """Writes a value as what it is: words are never a formula, an error or a link."""
    if isinstance(cell, MergedCell):
        raise TypeError(f"{cell.coordinate} lies under a merged cell")
    if value == "":
        value = None  # an empty cell, not a cell of no words
    if isinstance(value, str):
        safe = for_cell(value)
        cell.value = safe
        cell.data_type = "s"
        if safe.startswith(_LIKE_A_FORMULA):
            cell.quotePrefix = True
    elif value is not None:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = "d mmm yyyy"


def link_within(cell: Cell | MergedCell, sheet: str, ref: str) -> None:
    """Makes the cell a link to another place of this same workbook."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!{ref}")
    cell.font = style.LINK
