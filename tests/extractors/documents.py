"""Small documents built by hand: `doc(h("Section E: Outcomes"), li("By July ..."))`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.document import Block, Cell, Document, Paragraph, Place, Table


@dataclass
class CellOf:
    """A cell still to be placed on its grid."""

    blocks: tuple[Block, ...]
    rows: int = 1
    columns: int = 1
    shaded: bool = False
    head: bool = False


@dataclass
class TableOf:
    """A table still to be laid on its grid."""

    rows: list[list[CellOf]] = field(default_factory=list)


Words = str | Paragraph | TableOf | Table


def p(text: str, **looks: object) -> Paragraph:
    """A paragraph of running words."""
    return replace(Paragraph(text, Place()), **looks)  # type: ignore[arg-type]


def h(text: str, level: int = 1, **looks: object) -> Paragraph:
    """A heading that the file itself calls one."""
    return p(text, heading=level, bold=True, **looks)


def bold(text: str, **looks: object) -> Paragraph:
    """A line in bold."""
    return p(text, bold=True, **looks)


def li(text: str, label: str = "•", level: int = 0) -> Paragraph:
    """A point in a list."""
    return p(text, label=label, level=level)


def cell(
    *words: Words, rows: int = 1, columns: int = 1, shaded: bool = False, head: bool = False
) -> CellOf:
    """A cell of a table, over several rows or columns if need be."""
    return CellOf(tuple(_block(w) for w in words), rows, columns, shaded, head)


def heads(*texts: str) -> list[CellOf]:
    """A row of column heads, bold on a coloured ground."""
    return [cell(bold(t), shaded=True, head=True) for t in texts]


def table(*rows: Sequence[CellOf | str | Paragraph | TableOf]) -> TableOf:
    """A table of rows; a text is a cell of one paragraph."""
    return TableOf([[c if isinstance(c, CellOf) else cell(c) for c in row] for row in rows])


def _block(words: Words) -> Block:
    if isinstance(words, str):
        return p(words)
    return _laid(words) if isinstance(words, TableOf) else words


def _laid(spec: TableOf) -> Table:
    """Puts each cell in the first free place of its row."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for row, line in enumerate(spec.rows):
        column = 0
        for one in line:
            while (row, column) in taken:
                column += 1
            taken |= {(row + i, column + j) for i in range(one.rows) for j in range(one.columns)}
            cells.append(
                Cell(
                    row,
                    column,
                    one.blocks,
                    Place(row=row + 1, column=column + 1),
                    one.rows,
                    one.columns,
                    one.shaded,
                    one.head,
                )
            )
            column += one.columns
    columns = max((c for _, c in taken), default=-1) + 1
    return Table(tuple(cells), len(spec.rows), columns, Place())


def doc(*words: Words, pages: int | None = None) -> Document:
    """A Word document of these paragraphs and tables."""
    return Document("docx", tuple(_block(w) for w in words), pages)
