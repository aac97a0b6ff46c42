"""Word's tables on one grid: merged, nested and uneven rows, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from lxml.etree import _Element as Element

from extractors.document import Block, Caveat, Cell, Place, Table, paragraphs
from extractors.word_line import INSERTED, LineReader, shows_placeholder
from extractors.word_parts import Marks, W, is_on, marks_of, number, val
from extractors.word_styles import Styles, TableStyle, is_coloured

MAX_SPAN = 63  # columns that a table of Word can have
MAX_DEPTH = 20  # tables inside tables; deeper ones are read as plain paragraphs
_THROUGH = INSERTED | {W + "sdtContent", W + "customXml", W + "smartTag"}
_FIRST_ROW, _FIRST_COLUMN = 0x0020, 0x0080
_CELL_MARKS, _SPAN, _DELETED = W + "tcPr", W + "gridSpan", W + "cellDel"
_GROUND, _DOWN, _ACROSS = W + "shd", W + "vMerge", W + "hMerge"


class Where(NamedTuple):
    """What surrounds a paragraph: the cell or the text box that it stands in."""

    table: int | None = None
    row: int | None = None
    column: int | None = None
    bold: bool = False  # by the table's style
    shaded: bool = False  # a coloured text box
    white_paper: bool = True


@dataclass(slots=True)
class _Slot:
    """A cell while its table is being read: it may still grow downwards."""

    cell: Cell
    rows: int = 1


@dataclass(slots=True)
class _Grid:
    """A table while it is being read."""

    number: int
    style: TableStyle
    first_row: bool
    first_column: bool
    where: Where
    rows: int = 0
    columns: int = 0
    slots: list[_Slot] = field(default_factory=list)
    merging: dict[int, _Slot] = field(default_factory=dict)  # column -> cell that goes on below


class TableReader:
    """Reads the tables of one story, numbered in the order in which they begin."""

    def __init__(
        self,
        lines: LineReader,
        styles: Styles,
        blocks: Callable[[Element, Where], list[Block]],
        *,
        paged: bool,
    ) -> None:
        self._lines = lines
        self._styles = styles
        self._blocks = blocks
        self._paged = paged
        self._tables = 0
        self._depth = 0

    def read(self, element: Element, where: Where) -> list[Block]:
        """A table; nothing where all of its rows are deleted."""
        self._tables += 1
        grid = self._grid(element, where)
        page = self._lines.page
        self._depth += 1
        for row, placeholder in _unwrapped(element, W + "tr"):
            if Caveat.CUT_AT_LIMIT in self._lines.caveats:
                break
            self._row(grid, row, placeholder=placeholder)
        self._depth -= 1
        cells = tuple(
            slot.cell if slot.rows == 1 else replace(slot.cell, row_span=slot.rows)
            for slot in grid.slots
        )
        if not cells:
            return []
        if self._depth >= MAX_DEPTH:
            self._lines.caveats.add(Caveat.STRUCTURE_REDUCED)
            return [paragraph for cell in cells for paragraph in paragraphs(cell.blocks)]
        place = Place(page if self._paged else None, table=grid.number, approximate=self._paged)
        return [Table(cells, grid.rows, grid.columns, place)]

    def _grid(self, element: Element, where: Where) -> _Grid:
        marks = marks_of(element.find(W + "tblPr"))
        look = marks.get(W + "tblLook")
        style = self._styles.table(val(marks.get(W + "tblStyle")))
        ground = marks.get(W + "shd")
        if ground is not None:
            style = replace(style, shaded=is_coloured(ground))
        return _Grid(
            self._tables,
            style,
            _has(look, "firstRow", _FIRST_ROW),
            _has(look, "firstColumn", _FIRST_COLUMN),
            where,
        )

    def _row(self, grid: _Grid, row: Element, *, placeholder: bool) -> None:
        marks = marks_of(row.find(W + "trPr"))
        deleted = W + "del" in marks
        head = is_on(marks.get(W + "tblHeader"))
        column = max(0, min(number(val(marks.get(W + "gridBefore"))), MAX_SPAN))
        page = last_page = self._lines.page
        removed = self._lines.removed
        if deleted or W + "ins" in marks:
            self._lines.caveats.add(Caveat.TRACKED_CHANGES)
        if deleted:
            self._lines.removed = Caveat.TRACKED_CHANGES
        elif is_on(marks.get(W + "hidden")):
            self._lines.removed = Caveat.HIDDEN_TEXT
        for cell, empty in _unwrapped(row, W + "tc"):
            self._lines.page = page  # the cells of a row stand side by side
            column = self._cell(grid, cell, column, head=head, placeholder=placeholder or empty)
            last_page = max(last_page, self._lines.page)
        self._lines.page = last_page
        gone = self._lines.removed is not None
        self._lines.removed = removed
        if not gone:
            grid.rows += 1
            grid.columns = max(grid.columns, column)

    def _cell(
        self, grid: _Grid, element: Element, column: int, *, head: bool, placeholder: bool
    ) -> int:
        """Takes in one cell, and gives the column after it."""
        first = element[0] if len(element) else None  # its marks, where it has any
        marks = marks_of(first) if first is not None and first.tag == _CELL_MARKS else {}
        wide = marks.get(_SPAN)
        span = 1 if wide is None else max(1, min(number(val(wide), 1), MAX_SPAN))
        where, shaded = _surroundings(grid, marks, column)
        page = self._lines.page
        blocks = self._inside(element, where, marks, placeholder=placeholder)
        if self._lines.removed or _DELETED in marks:
            return column
        place = Place(
            page=page if self._paged else None,
            table=grid.number,
            row=where.row,
            column=where.column,
            approximate=self._paged,
        )
        cell = Cell(grid.rows, column, tuple(blocks), place, 1, span, shaded, head)
        return _put(grid, cell, *_merge(marks))

    def _inside(
        self, element: Element, where: Where, marks: Marks, *, placeholder: bool
    ) -> list[Block]:
        lines = self._lines
        before = lines.placeholder, lines.removed
        lines.placeholder = lines.placeholder or placeholder
        if _DELETED in marks:
            lines.caveats.add(Caveat.TRACKED_CHANGES)
            lines.removed = Caveat.TRACKED_CHANGES
        blocks = self._blocks(element, where)
        lines.placeholder, lines.removed = before
        return blocks


def _surroundings(grid: _Grid, marks: Marks, column: int) -> tuple[Where, bool]:
    """Where a cell stands, and whether it is coloured: by itself, or by the table's style."""
    style = grid.style
    head = grid.first_row and grid.rows == 0
    side = grid.first_column and column == 0
    ground = marks.get(_GROUND)
    if ground is not None:
        shaded = is_coloured(ground)
    else:
        shaded = style.shaded or (head and style.head_shaded) or (side and style.side_shaded)
    bold = (head and style.head_bold) or (side and style.side_bold)
    white_paper = grid.where.white_paper and not shaded and not style.coloured
    where = Where(
        grid.number, grid.rows + 1, column + 1, bold, shaded=False, white_paper=white_paper
    )
    return where, shaded


def _merge(marks: Marks) -> tuple[str, str]:
    """How a cell is merged down and across: "restart", "continue" or not at all."""
    down, across = marks.get(_DOWN), marks.get(_ACROSS)
    return (
        "" if down is None else val(down) or "continue",
        "" if across is None else val(across) or "continue",
    )


def _put(grid: _Grid, cell: Cell, down: str, across: str) -> int:
    """Puts a cell on the grid, or into the one that it continues; gives the column after it."""
    after = cell.column + cell.column_span
    above = grid.merging.get(cell.column)
    left = grid.slots[-1] if grid.slots and grid.slots[-1].cell.row == cell.row else None
    if down == "continue" and above is not None and not cell.text:
        above.rows = cell.row - above.cell.row + 1
        return after
    if across == "continue" and left is not None and not cell.text:
        wider = left.cell.column_span + cell.column_span
        left.cell = replace(left.cell, column_span=wider)
        return after
    slot = _Slot(cell)
    grid.slots.append(slot)
    for column in range(cell.column, after):
        grid.merging.pop(column, None)
    if down:
        grid.merging[cell.column] = slot
    return after


def _unwrapped(parent: Element, tag: str) -> Iterator[tuple[Element, bool]]:
    """The rows of a table or the cells of a row, those in content controls included.

    With each comes whether it only shows what to fill in.
    """
    for child in parent:
        if child.tag == tag:
            yield child, False
        elif child.tag == W + "sdt":
            empty = shows_placeholder(child)
            for content in child.iterchildren(W + "sdtContent"):
                for found, inner in _unwrapped(content, tag):
                    yield found, empty or inner
        elif child.tag in _THROUGH:
            yield from _unwrapped(child, tag)


def _has(look: Element | None, name: str, bit: int) -> bool:
    """Whether a table shows its style's first row or column in a form of its own."""
    if look is None:
        return False
    stated = look.get(W + name)
    if stated is not None:
        return stated in {"1", "true", "on"}
    try:
        return bool(int(val(look) or "0", 16) & bit)
    except ValueError:
        return False
