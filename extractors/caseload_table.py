"""The tables of a caseload list, CSV or Excel workbook, as rows of plain values.

Nothing in it is worked out, followed or believed: a formula stays a formula, a workbook is unpacked
within limits before its reader sees it, and rows and columns are counted as they come.
"""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import openpyxl
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from extractors import kinds
from extractors.guards import Package, package
from extractors.status import Status, Unreadable

MAX_BYTES = 50 * 1024 * 1024
MAX_ROWS = 200_000
MAX_COLUMNS = 500
MAX_SHEETS = 50
_DELIMITERS = (",", ";", "\t", "|")
_PROBED = 40  # lines from which the delimiter is told
_BOM_16 = (b"\xff\xfe", b"\xfe\xff")
_NEVER_IN_TEXT = bytes(range(0x20)).translate(None, b"\t\r\n\f\x0b\x1a\x1c\x1d\x1e\x1f")
_FORMULA_SIGNS = (b"<f>", b"<f ", b"<f/>", b":f>", b":f ")
Cell = str | int | float | bool | date | datetime | None


class CaseloadError(ValueError):
    """The caseload list cannot be used; says what to do, never what stands in it."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell that holds a formula without what it came to when the file was saved."""


FORMULA = Formula()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, and its rows with the number that their own program gives them."""

    name: str  # of the worksheet; empty for a CSV
    rows: tuple[tuple[int, tuple[Cell | Formula, ...]], ...]
    from_1904: bool = False  # its days are counted from 1904
    hidden: bool = False  # nobody sees it in Excel, so it is not read


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """The tables in a file, known by its content."""
    if len(data) > MAX_BYTES:
        raise CaseloadError(
            f"It is larger than {MAX_BYTES >> 20} MB, which no list of children is."
        )
    if not data.strip(b"\0 \t\r\n"):
        raise CaseloadError("It is empty.")
    if kinds.is_zip(data):
        return _workbook(data)
    if data.startswith(kinds.OLE_START):
        raise CaseloadError(
            "It is protected by a password, or of an older Excel (.xls): open it in Excel and save"
            " it as a workbook (.xlsx) without a password, or as CSV."
        )
    return (Sheet("", tuple(_csv(_text(data)))),)


def _text(data: bytes) -> str:
    """The text of a CSV: UTF-8, UTF-16 by its first bytes, else as Windows writes it."""
    if data.startswith(_BOM_16):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise CaseloadError("It is cut off or damaged: save it again as CSV.") from None
    if kinds.is_pdf(data) or data.startswith(kinds.RICH_TEXT_START):
        raise CaseloadError("It is neither a CSV file nor an Excel workbook (.xlsx).")
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise CaseloadError(
            "It is a web page or an XML file, whatever its name says: open it in Excel and save it"
            " as a workbook (.xlsx) or as CSV."
        )
    if any(byte in _NEVER_IN_TEXT for byte in data):
        raise CaseloadError("It is neither a CSV file nor an Excel workbook (.xlsx).")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _csv(text: str) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"').casefold()
    if told.startswith("sep=") and len(told) == 5:  # noqa: PLR2004 -- Excel's own first line
        delimiter, text = first.strip().strip('"')[4], rest  # Excel neither shows nor counts it
    else:
        delimiter = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(_counted(reader), start=1):
            if any(cell.strip() for cell in row):
                yield number, tuple(row)
    except csv.Error:
        raise CaseloadError(
            f"Line {reader.line_num} cannot be understood as CSV: open it in Excel and"
            " save it again."
        ) from None


def _counted(rows: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
    for number, row in enumerate(rows):
        if number >= MAX_ROWS:
            raise CaseloadError(_too_many())
        if len(row) > MAX_COLUMNS:
            raise CaseloadError(f"It has more than {MAX_COLUMNS} columns.")
        yield row


def _too_many() -> str:
    return f"It has more than {MAX_ROWS:,} rows, which no caseload has."


def _delimiter(text: str) -> str:
    """What parts the columns: the sign by which most of the first lines have as many."""
    head = "".join(itertools.islice(io.StringIO(text, newline=""), _PROBED))

    def fitness(sign: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(head, newline=""), delimiter=sign)]
        except csv.Error:
            return 0, 0
        wide = [width for width in widths if width > 1]
        usual = max(set(wide), key=lambda w: (wide.count(w), w), default=0)
        return wide.count(usual) if usual else 0, usual

    return max(_DELIMITERS, key=fitness)


def _workbook(data: bytes) -> tuple[Sheet, ...]:
    parts = package(data)
    if isinstance(parts, Unreadable):
        raise CaseloadError(_refusal(parts))
    names = {name.lower() for name in parts.names}
    if "xl/workbook.bin" in names:
        raise CaseloadError("It is a binary Excel workbook (.xlsb): save it as .xlsx or CSV.")
    if "xl/workbook.xml" not in names:
        raise CaseloadError("It is neither a CSV file nor an Excel workbook (.xlsx).")
    try:
        return tuple(_worksheets(data, parts))
    except CaseloadError:
        raise
    except Exception:  # noqa: BLE001 -- the boundary: its reader raises whatever it meets
        raise CaseloadError(
            "The workbook cannot be understood: open it in Excel and save it again."
        ) from None


def _refusal(why: Unreadable) -> str:
    if why.status is Status.PASSWORD:
        return "It is protected by a password: save a copy without one."
    if why.status is Status.TOO_LARGE:
        return "It is larger than any list of children, or unpacks to more than the limit."
    return "The workbook is damaged: open it in Excel and save it again."


def _worksheets(data: bytes, parts: Package) -> Iterator[Sheet]:
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    worked_out = _holds_formulas(parts)
    formulas = (
        openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        if worked_out
        else None
    )
    room = MAX_ROWS
    for sheet in book.worksheets[:MAX_SHEETS]:
        if not isinstance(sheet, ReadOnlyWorksheet):
            continue
        if sheet.sheet_state != "visible":
            yield Sheet(sheet.title, (), hidden=True)
            continue
        behind = formulas[sheet.title] if formulas else None
        rows = tuple(_rows(sheet, behind, room))
        room -= len(rows)
        yield Sheet(sheet.title, rows, from_1904=book.epoch.year == 1904)  # noqa: PLR2004 -- a year


def _holds_formulas(parts: Package) -> bool:
    sheets = (n for n in parts.names if n.lower().startswith("xl/worksheets/"))
    return any(sign in (parts.part(name) or b"") for name in sheets for sign in _FORMULA_SIGNS)


def _rows(
    sheet: ReadOnlyWorksheet, behind: ReadOnlyWorksheet | None, room: int
) -> Iterator[tuple[int, tuple[Cell | Formula, ...]]]:
    """The rows of a worksheet in which something stands."""
    sheet.reset_dimensions()  # what it says of its own size is not believed
    values = sheet.iter_rows(values_only=True)  # type: ignore[misc]  # its stub names another class
    if behind is not None:
        behind.reset_dimensions()
    raw: Iterable[tuple[object, ...]] = itertools.repeat(())
    if behind is not None:
        raw = behind.iter_rows(values_only=True)  # type: ignore[misc]  # the same
    for number, (row, formulas) in enumerate(zip(values, raw, strict=False), start=1):
        if all(cell is None for cell in row) and not any(map(_is_formula, formulas)):
            continue
        if room <= 0:
            raise CaseloadError(_too_many())
        room -= 1
        if len(row) > MAX_COLUMNS and any(cell is not None for cell in row[MAX_COLUMNS:]):
            raise CaseloadError(f"It has more than {MAX_COLUMNS} columns.")
        own = tuple(_cell(cell) for cell in row[:MAX_COLUMNS])
        yield (
            number,
            tuple(
                FORMULA if cell is None and n < len(formulas) and _is_formula(formulas[n]) else cell
                for n, cell in enumerate(own)
            ),
        )


def _is_formula(cell: object) -> bool:
    return (
        cell is not None
        and (not isinstance(cell, str) or cell.startswith("="))
        and (isinstance(cell, str) or type(cell).__name__ in ("ArrayFormula", "DataTableFormula"))
    )


def _cell(cell: object) -> Cell:
    """A cell's value, if it is of a kind that a list holds."""
    if cell is None or isinstance(cell, (str, bool, int, float, date)):
        return cell
    return str(cell)
