"""What any file has before it means anything: paragraphs and tables, in order and in place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand, so that a person can find them.

    `page` counts from 1, and is None where a Word file does not say. `box` is left, top, right,
    bottom in points from the top left corner of the page as a reader sees it (PDF only).
    `paragraph`, `table`, `row` and `column` count from 1 in document order (Word always, PDF where
    known). `approximate` marks a page number that Word itself wrote when it last saved the file;
    where the page is not sure, `section` is the letter of the section that the words stand in.
    `confidence` is less than 1 where text recognition read the words: that of the least certain.
    """

    page: int | None = None
    box: Box | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    approximate: bool = False
    confidence: float = field(default=1.0, compare=False)
    section: str = field(default="", compare=False)

    def within(self, section: str) -> Place:
        """The same place with its section, where a sure page does not make that needless."""
        sure = self.page is not None and not self.approximate
        if sure or not section:
            return self
        at = self.paragraph, self.table, self.row, self.column
        return Place(self.page, self.box, *at, self.approximate, self.confidence, section)

    def __str__(self) -> str:
        """Gives the place in words: «page 3», «Section F, table 2, row 4, about page 5»."""
        parts = [f"Section {self.section}"] if self.section else []
        if self.page is not None and not self.approximate:
            parts.append(f"page {self.page}")
        if self.table is not None:
            parts.append(f"table {self.table}" + (f", row {self.row}" if self.row else ""))
        elif self.page is None and self.paragraph is not None:
            parts.append(f"paragraph {self.paragraph}")
        if self.page is not None and self.approximate:
            parts.append(f"about page {self.page}")
        return ", ".join(parts) or "place not known"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as printed, its bullet or number kept apart from its words."""

    text: str
    place: Place
    label: str = ""  # bullet or number as printed: "•", "1.2", "(a)"; in Word also "Section B:"
    level: int = 0  # how deep in a list, 0 the outermost
    heading: int = 0  # 1 to 9 where the file itself says that it is a heading, else 0
    size: float = 0.0  # points, 0 where not known
    bold: bool = False  # all of it is bold
    italic: bool = False  # all of it is italic
    shaded: bool = False  # it stands on a coloured bar
    stretches: tuple[tuple[int, Box], ...] = ()  # page and box, where it runs over several


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. A merged cell stands once, at its first row and column."""

    row: int  # from 0
    column: int  # from 0, on the grid of the whole table
    blocks: tuple[Paragraph | Table, ...]
    place: Place
    row_span: int = 1
    column_span: int = 1
    shaded: bool = False
    head: bool = False  # the file marks the row as one that repeats at the top of each page

    @property
    def text(self) -> str:
        """All of the cell's words, a line for each paragraph."""
        return "\n".join(p.text for p in paragraphs(self.blocks) if p.text)


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells, in reading order; one table even where it runs over several pages."""

    cells: tuple[Cell, ...]
    rows: int
    columns: int
    place: Place


Block = Paragraph | Table


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Gives every paragraph in reading order, those inside tables included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for cell in block.cells:
                yield from paragraphs(cell.blocks)


class Caveat(StrEnum):
    """What a reader of the results should know about how the file was read. A closed list."""

    READ_BY_OCR = "read-by-ocr"
    PARTLY_READ_BY_OCR = "partly-read-by-ocr"
    PARTLY_UNREADABLE = "partly-unreadable"  # some pages are pictures without words
    TRACKED_CHANGES = "tracked-changes"
    STRUCK_THROUGH = "struck-through"
    HIDDEN_TEXT = "hidden-text"
    FORM_FIELDS = "form-fields"
    STRUCTURE_REDUCED = "structure-reduced"
    REPAIRED = "repaired"  # damaged, but most of it could be recovered
    SECOND_READER = "second-reader"  # the first reader failed, the slower one read it
    READERS_DISAGREE = "readers-disagree"  # two readers find other words on some page
    CUT_AT_LIMIT = "cut-at-limit"


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words in the file that a reader of the page does not see as part of the plan."""

    text: str
    why: Caveat  # TRACKED_CHANGES, STRUCK_THROUGH or HIDDEN_TEXT
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """A file's words as the reader of the page sees them."""

    format: str  # "pdf", "docx", "doc", "odt" or "rtf"
    blocks: tuple[Block, ...]
    pages: int | None = None  # None where a Word file does not say
    margins: tuple[Paragraph, ...] = ()  # running heads and feet, each once
    set_aside: tuple[SetAside, ...] = ()
    caveats: frozenset[Caveat] = frozenset()
    unread_pages: tuple[int, ...] = ()  # pages that are pictures without words
