"""A document put together from words, ends of paragraphs, of cells and of rows, as they come.

So older Word files and rich text are written: a table is nothing but paragraphs whose ends are
those of cells, and at the end of each row is said where its cells stood.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.document import Block, Caveat, Cell, Paragraph, Place, SetAside, Table
from extractors.looks import BODY, Kind, Look, aside, printed

MAX_PARAGRAPHS = 50_000
MAX_COLUMNS = 63
_NEAR = 57  # twentieths of a point: 1 mm. Edges of cells that are nearer are one


@dataclass(frozen=True, slots=True)
class Shape:
    """A row's cells: their edges from the left, and how each is merged and coloured."""

    edges: tuple[int, ...] = ()  # one more than there are cells
    below: tuple[bool, ...] = ()  # the cell goes on from the one above
    beside: tuple[bool, ...] = ()  # the cell goes on from the one before
    shaded: tuple[bool, ...] = ()
    head: bool = False


@dataclass(slots=True)
class _Row:
    cells: list[list[Paragraph]]
    shape: Shape


@dataclass(slots=True)
class Flat:
    """What has come so far."""

    blocks: list[Block] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    caveats: set[Caveat] = field(default_factory=set)
    _pieces: list[tuple[str, Look]] = field(default_factory=list)
    _cell: list[Paragraph] = field(default_factory=list)
    _cells: list[list[Paragraph]] = field(default_factory=list)
    _rows: list[_Row] = field(default_factory=list)
    _paragraphs: int = 0
    _tables: int = 0

    def say(self, words: str, look: Look) -> None:
        """Some words of the paragraph that is under way."""
        self._pieces.append((words, look))

    def end_paragraph(self, kind: Kind = BODY, *, in_table: bool = False) -> None:
        """The paragraph ends; in a table, its cell goes on."""
        if not in_table:
            self._end_table()
        if paragraph := self._paragraph(kind, in_table=in_table):
            (self._cell if in_table else self.blocks).append(paragraph)

    def end_cell(self, kind: Kind = BODY) -> None:
        """The paragraph ends, and its cell with it."""
        self.end_paragraph(kind, in_table=True)
        self._cells.append(self._cell)
        self._cell = []

    def end_row(self, shape: Shape) -> None:
        """The row ends; its cells stood so."""
        if self._cells:
            self._rows.append(_Row(self._cells, shape))
        self._cells = []

    def finish(self) -> None:
        """Nothing more comes: what is under way ends here."""
        self.end_paragraph(in_table=bool(self._cells or self._cell))
        self._end_table()

    def _paragraph(self, kind: Kind, *, in_table: bool) -> Paragraph | None:
        pieces, self._pieces = self._pieces, []
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            self.caveats.add(Caveat.CUT_AT_LIMIT)
            return None
        place = Place(paragraph=self._paragraphs)
        if in_table:
            row, column = len(self._rows) + 1, len(self._cells) + 1
            place = replace(place, table=self._tables + 1, row=row, column=column)
        self.set_aside += aside(pieces, place)
        return printed(pieces, kind, place)

    def _end_table(self) -> None:
        if self._cell:
            self._cells.append(self._cell)
        self.end_row(Shape())  # a last row that was never ended
        self._cell = []
        if self._rows:
            self._tables += 1
            self.blocks.append(_table(self._rows, self._tables))
            self._rows = []


def _table(rows: list[_Row], number: int) -> Table:
    """The rows on one grid."""
    lines = _grid(rows)
    cells: list[Cell] = []
    open_below: dict[int, int] = {}  # column -> where in `cells` the cell stands
    columns = 1
    for r, row in enumerate(rows):
        for c, (at, span) in enumerate(_columns(row, lines)):
            columns = max(columns, at + span)
            words = tuple(row.cells[c])
            if _marked(row.shape.beside, c) and not words and cells and cells[-1].row == r:
                cells[-1] = replace(cells[-1], column_span=at + span - cells[-1].column)
                continue
            above = open_below.get(at)
            if _marked(row.shape.below, c) and not words and above is not None:
                cells[above] = replace(cells[above], row_span=r - cells[above].row + 1)
                continue
            placed = tuple(replace(p, place=replace(p.place, column=at + 1)) for p in words)
            place = Place(table=number, row=r + 1, column=at + 1)
            shaded = _marked(row.shape.shaded, c)
            open_below[at] = len(cells)
            cells.append(Cell(r, at, placed, place, 1, span, shaded, row.shape.head))
    return Table(tuple(cells), len(rows), columns, Place(table=number))


def _marked(marks: tuple[bool, ...], index: int) -> bool:
    return index < len(marks) and marks[index]


def _grid(rows: list[_Row]) -> list[int]:
    """The upright lines of a table, from the left: edges of cells, those that are one joined."""
    lines: list[int] = []
    for edge in sorted({edge for row in rows for edge in row.shape.edges}):
        if not lines or edge - lines[-1] > _NEAR:
            lines.append(edge)
    return lines if len(lines) <= MAX_COLUMNS + 1 else []


def _columns(row: _Row, lines: list[int]) -> list[tuple[int, int]]:
    """Column and span of each cell of a row; counted off where its edges do not fit its cells."""
    edges = row.shape.edges
    if len(edges) != len(row.cells) + 1 or not lines:
        return [(c, 1) for c in range(len(row.cells))]
    at = [max(i for i, line in enumerate(lines) if line <= edge) for edge in edges]
    if any(after <= before for before, after in pairwise(at)):
        return [(c, 1) for c in range(len(row.cells))]
    return [(before, after - before) for before, after in pairwise(at)]
