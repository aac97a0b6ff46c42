"""A document's paragraphs in reading order, each knowing the cell that it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.document import Block, Cell, Document, Paragraph, Table, paragraphs
from extractors.headings import left_out
from extractors.rows import parted

BULLETS = frozenset("•●○◦▪▫■□–—-*·‣⁃➢➤✓✔❖o§")
_WORDY = 15  # words: a heading is hardly ever longer


@dataclass(slots=True)
class Line:
    """One paragraph with words in it, and where it stands among the others."""

    number: int  # from 0, in reading order over the whole document
    paragraph: Paragraph
    grid: Grid | None = None
    box: Box | None = None  # the innermost cell
    first: bool = True  # the first of its cell
    alone: bool = True  # the only one in its cell
    body_size: float = 0.0

    @property
    def text(self) -> str:
        """Its words, without bullet or number."""
        return self.paragraph.text

    @property
    def whole(self) -> str:
        """Its words as a reader sees them: a number by Word numbering comes first."""
        label = self.paragraph.label.strip()
        if not label or label in BULLETS:
            return self.paragraph.text
        return f"{label} {self.paragraph.text}"

    @property
    def bulleted(self) -> bool:
        """It stands in a list."""
        return bool(self.paragraph.label.strip())

    @property
    def large(self) -> bool:
        """It is set larger than most of the document."""
        return bool(self.body_size) and self.paragraph.size > self.body_size * 1.08

    @property
    def shaded(self) -> bool:
        """It stands on a coloured bar, or in a coloured cell."""
        return self.paragraph.shaded or bool(self.box and self.box.cell.shaded)

    @property
    def styled(self) -> bool:
        """It is set apart from running words: as a heading, in bold, larger or on a bar."""
        p = self.paragraph
        return bool(p.heading) or p.bold or self.large or self.shaded

    @property
    def short(self) -> bool:
        """It is no longer than headings are."""
        return len(self.text.split()) <= _WORDY


@dataclass(slots=True)
class Box:
    """One cell of a grid with its lines and the grids nested in it."""

    cell: Cell
    nodes: list[Line | Grid] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """Every line in it, those of nested tables included."""
        return list(lines_of(self.nodes))

    @property
    def text(self) -> str:
        """All of its words on one line."""
        return " ".join(line.whole for line in self.lines).strip()

    @property
    def last_row(self) -> int:
        """The last row that it reaches into."""
        return self.cell.row + max(1, self.cell.row_span) - 1


@dataclass(slots=True)
class Grid:
    """A table, row by row."""

    number: int
    table: Table
    rows: list[list[Box]] = field(default_factory=list)

    def reaching(self, row: int) -> list[Box]:
        """The merged cells of earlier rows that reach into this row."""
        return [b for r in self.rows for b in r if b.cell.row < row <= b.last_row]


Node = Line | Grid


def lines_of(nodes: list[Node]) -> Iterator[Line]:
    """Gives every line in reading order, those inside tables included."""
    for node in nodes:
        if isinstance(node, Line):
            yield node
        else:
            for row in node.rows:
                for box in row:
                    yield from lines_of(box.nodes)


def _says(text: str) -> bool:
    """It has words, and not such as the authority's profile leaves out."""
    return bool(text.strip()) and not left_out(text)


class _Builder:
    """Numbers lines and grids while it walks."""

    def __init__(self, body_size: float) -> None:
        self.lines: list[Line] = []
        self.grids = 0
        self.body_size = body_size

    def nodes(
        self, blocks: tuple[Block, ...], grid: Grid | None = None, box: Box | None = None
    ) -> list[Node]:
        found: list[Node] = []
        filled = [b for b in blocks if isinstance(b, Table) or _says(b.text)]
        for order, block in enumerate(filled):
            if isinstance(block, Table):
                found.append(self.grid(block))
                continue
            line = Line(
                len(self.lines),
                block,
                grid,
                box,
                first=order == 0,
                alone=len(filled) == 1,
                body_size=self.body_size,
            )
            self.lines.append(line)
            found.append(line)
        return found

    def grid(self, table: Table) -> Grid:
        self.grids += 1
        table = parted(table)
        grid = Grid(self.grids, table)
        by_row: dict[int, list[Cell]] = {}
        for cell in table.cells:
            by_row.setdefault(cell.row, []).append(cell)
        for number in sorted(by_row):
            row: list[Box] = []
            for cell in sorted(by_row[number], key=lambda c: c.column):
                box = Box(cell)
                box.nodes = self.nodes(cell.blocks, grid, box)
                row.append(box)
            grid.rows.append(row)
        return grid


@dataclass(frozen=True, slots=True)
class Laid:
    """A document as nodes, and all of its lines in a row."""

    nodes: list[Node]
    lines: list[Line]


def lay_out(document: Document) -> Laid:
    """The document's lines and grids, numbered in reading order; empty paragraphs left out."""
    builder = _Builder(_body_size(document))
    nodes = builder.nodes(document.blocks)
    return Laid(nodes, builder.lines)


def _body_size(document: Document) -> float:
    """The size in which most letters are set; 0 where sizes are not known."""
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs(document.blocks):
        if paragraph.size:
            sizes[round(paragraph.size, 1)] += len(paragraph.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
