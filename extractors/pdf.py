"""A PDF as a document: read by PDFium, and by pdfplumber where PDFium cannot."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.document import Caveat, Document, Paragraph, Place, SetAside
from extractors.pdf_blocks import blocks_of
from extractors.pdf_join import join_over_pages
from extractors.pdf_lines import Line
from extractors.pdf_margins import take_margins
from extractors.pdf_page import PageRead, read_page
from extractors.status import Status, Unreadable

MAX_PAGES = 2_000
_SCAN = 0.5  # of the page: a picture so large, and hardly a word, is a scan
_HARDLY = 30  # letters
_OUTLINES = 100  # shapes drawn with curves: letters turned into outlines
_ODD = 0.3  # of a page's signs stand for no letter: it cannot be read


def read_pdf(source: Path | bytes) -> Document | Unreadable:
    """The document in a PDF, or why there is none."""
    data = source if isinstance(source, bytes) else source.read_bytes()
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            count = len(pdf)
            if count > MAX_PAGES:
                return Unreadable(Status.TOO_LARGE, f"It has more than {MAX_PAGES} pages.")
            pages = [_page(pdf, i) for i in range(count)]
    except pypdfium2.PdfiumError as error:
        return _refused(error)
    return _document(pages)


def _refused(error: pypdfium2.PdfiumError) -> Unreadable:
    if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
        return Unreadable(Status.PASSWORD)
    return Unreadable(Status.DAMAGED)


def _page(pdf: pypdfium2.PdfDocument, index: int) -> PageRead:
    page = pdf[index]
    text_page = page.get_textpage()
    try:
        return read_page(page.raw, text_page.raw, index + 1)
    finally:
        text_page.close()
        page.close()


def _document(pages: list[PageRead]) -> Document | Unreadable:
    margins = take_margins(pages)
    unread = tuple(page.number for page in pages if _is_unread(page))
    if not any(_has_words(page) for page in pages if page.number not in unread):
        return Unreadable(Status.NO_READABLE_TEXT)
    for page in pages:
        if page.number in unread:
            page.flow = []
    join_over_pages(pages)
    return Document(
        format="pdf",
        blocks=blocks_of(pages),
        pages=len(pages),
        margins=tuple(_margin(line) for line in margins),
        set_aside=tuple(_hidden(pages)),
        caveats=_caveats(pages, unread),
        unread_pages=unread,
    )


def _has_words(page: PageRead) -> bool:
    return bool(page.lines or page.grids)


def _is_unread(page: PageRead) -> bool:
    """Whether the page shows more than its words say: a scan, outlines, or signs for no letters."""
    letters = sum(len(line.text) for line in page.lines)
    letters += sum(len(cell.text) for grid in page.grids for cell in grid.cells)
    if letters < _HARDLY:
        return page.picture_share > _SCAN or page.shapes > _OUTLINES
    return page.odd_letters > _ODD * max(page.letters, 1)


def _hidden(pages: list[PageRead]) -> list[SetAside]:
    return [
        SetAside(run.text.strip(), Caveat.HIDDEN_TEXT, Place(page=page.number))
        for page in pages
        for run in page.hidden
    ]


def _margin(line: Line) -> Paragraph:
    return Paragraph(line.text, Place(page=line.page), size=line.size, bold=line.bold)


def _caveats(pages: list[PageRead], unread: tuple[int, ...]) -> frozenset[Caveat]:
    found = set()
    if unread:
        found.add(Caveat.PARTLY_UNREADABLE)
    if any(page.hidden for page in pages):
        found.add(Caveat.HIDDEN_TEXT)
    recognised = [page.recognised for page in pages]
    if any(recognised):
        found.add(Caveat.READ_BY_OCR if all(recognised) else Caveat.PARTLY_READ_BY_OCR)
    if any(page.cut for page in pages):
        found.add(Caveat.STRUCTURE_REDUCED)
    return frozenset(found)
