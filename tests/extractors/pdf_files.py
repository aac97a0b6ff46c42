"""Small PDFs drawn for the tests, and what is read from them."""

from __future__ import annotations

import io
from collections.abc import Callable

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Document, Paragraph, Table, paragraphs
from extractors.pdf import read_pdf
from extractors.status import Unreadable

HEIGHT = A4[1]
Draw = Callable[[Canvas], None]


def drawn(*pages: Draw, size: tuple[float, float] = A4) -> bytes:
    """A PDF of pages, each drawn by its own function, in 11 point Helvetica."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    for draw in pages:
        canvas.setFont("Helvetica", 11)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def write(canvas: Canvas, *lines: str, x: float = 60, top: float = 80, step: float = 14) -> None:
    """Writes lines below each other, the first `top` points below the page's upper edge."""
    for i, line in enumerate(lines):
        canvas.drawString(x, HEIGHT - top - i * step, line)


def grid(
    canvas: Canvas, lefts: list[float], tops: list[float], rows: list[list[str]], pad: float = 5
) -> None:
    """A fully ruled table; a cell's lines are parted by line feeds."""
    for y in tops:
        canvas.line(lefts[0], HEIGHT - y, lefts[-1], HEIGHT - y)
    for x in lefts:
        canvas.line(x, HEIGHT - tops[0], x, HEIGHT - tops[-1])
    for row, top in zip(rows, tops, strict=False):
        for text, left in zip(row, lefts, strict=False):
            write(canvas, *text.split("\n"), x=left + pad, top=top + 14)


def result(data: bytes) -> Document | Unreadable:
    """What the reader makes of a file, pictures of words left as pictures."""
    return read_pdf(data, scans=False)


def read(data: bytes) -> Document:
    """The document; anything else fails the test."""
    document = result(data)
    assert isinstance(document, Document), document
    return document


def texts(data: bytes) -> list[str]:
    """The texts of all paragraphs in reading order."""
    return [p.text for p in paragraphs(read(data).blocks)]


def only_paragraph(data: bytes) -> Paragraph:
    """The one paragraph of a document that has no more."""
    (block,) = read(data).blocks
    assert isinstance(block, Paragraph)
    return block


def tables(data: bytes) -> list[Table]:
    """The document's tables, those inside others left out."""
    return [block for block in read(data).blocks if isinstance(block, Table)]


def rows_of(table: Table) -> list[list[str]]:
    """A table's texts, row by row; what a merged cell covers is left out."""
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(table.rows)]
