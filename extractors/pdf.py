"""A PDF as a document: read by PDFium, and by pdfplumber where PDFium cannot."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.document import Caveat, Document
from extractors.ocr import read_scans
from extractors.ocr_engine import is_installed
from extractors.pdf_aside import set_aside
from extractors.pdf_blocks import blocks_of
from extractors.pdf_doubt import (
    are_garbled,
    is_cover_sheet,
    is_unread,
    lines_on,
    nothing_read,
    words_on,
)
from extractors.pdf_engine import address
from extractors.pdf_hidden import unmask
from extractors.pdf_join import join_over_pages
from extractors.pdf_layers import Layers
from extractors.pdf_margins import take_margins
from extractors.pdf_notes import notes_on, put_on_page
from extractors.pdf_opaque import opaque_on
from extractors.pdf_page import Asked, PageRead, read_page
from extractors.pdf_rescue import pages_named, rescued
from extractors.pdf_second import read_again
from extractors.pdf_tagged import all_alike
from extractors.pdf_witness import readers_disagree
from extractors.status import Status, Unreadable

MAX_PAGES = 2_000
_TAIL = 2_048  # bytes: a whole PDF says within so many that it ends


def read_pdf(source: Path | bytes, *, scans: bool = True) -> Document | Unreadable:
    """The document in a PDF, or why there is none; whatever the bytes, nothing is raised.

    `scans` asks for text recognition of pages without words, where it is installed.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    caveats: set[Caveat] = set()
    pages = _first_try(data, caveats)
    if isinstance(pages, Unreadable):
        return pages
    if 2 * sum(page.lost for page in pages) >= len(pages):
        pages = read_again(data)
        caveats = {Caveat.SECOND_READER}
    is_whole = b"%%EOF" in data[-_TAIL:]
    if not (is_whole and pages) or any(page.lost for page in pages):
        caveats.add(Caveat.REPAIRED)
        if _is_mostly_lost(data, pages):
            pages = _third_try(rescued(data))
            if _is_mostly_lost(data, pages):
                return Unreadable(Status.DAMAGED)
            document = _document(pages, {Caveat.REPAIRED}, b"")
            return document if isinstance(document, Document) else Unreadable(Status.DAMAGED)
    if readers_disagree(data, pages):
        caveats.add(Caveat.READERS_DISAGREE)
    return _document(pages, caveats, data if scans else b"")


def _first_try(data: bytes, caveats: set[Caveat]) -> list[PageRead] | Unreadable:
    """The pages as PDFium gives them; none where it cannot open the file at all."""
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            if len(pdf) > MAX_PAGES:
                return Unreadable(Status.TOO_LARGE, f"It has more than {MAX_PAGES} pages.")
            if pdf.get_formtype() != pdfium.FORMTYPE_NONE:
                pdf.init_forms()
            tags = bool(pdfium.FPDFCatalog_IsTagged(pdf))
            layers = Layers(data)
            pages = [_page(pdf, i, caveats, layers, tags=tags) for i in range(len(pdf))]
            if tags and all_alike(line for page in pages for line in lines_on(page)):
                pages = [
                    _page(pdf, i, caveats, layers, tags=True, headings=True)
                    for i in range(len(pdf))
                ]
            return pages
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            return Unreadable(Status.PASSWORD)
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_SECURITY:
            return Unreadable(Status.PASSWORD, "It can only be opened with a certificate.")
        return []


def _third_try(whole: bytes) -> list[PageRead]:
    """The pages of a damaged file that was written anew."""
    pages = _first_try(whole, set()) if whole else []
    return [] if isinstance(pages, Unreadable) else pages


def _page(
    pdf: pypdfium2.PdfDocument,
    index: int,
    caveats: set[Caveat],
    layers: Layers,
    *,
    tags: bool = False,
    headings: bool = False,
) -> PageRead:
    """One page; `tags` and `headings` ask for what the tags of the file say of it."""
    try:
        page = pdf[index]
        notes = notes_on(page)
        if notes.has_values:
            caveats.add(Caveat.FORM_FIELDS)
        if notes.has_values or notes.has_drawings:
            put_on_page(page)
            page.close()
            page = pdf[index]
        unmask(address(page.raw))
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return PageRead(index + 1, 0.0, 0.0, lost=True)
    try:
        ask = Asked(
            struck=notes.struck,
            is_opaque=opaque_on(pdf.raw, page.raw),
            unseen=layers.unseen_on(address(page.raw)),
            tags=tags,
            headings=headings,
        )
        return read_page(page.raw, text_page.raw, index + 1, ask)
    finally:
        text_page.close()
        page.close()


def _is_mostly_lost(data: bytes, pages: list[PageRead]) -> bool:
    """Whether a damaged file gives words for fewer than half of the pages that it should have."""
    wanted = max(len(pages), pages_named(data), 1)
    return 2 * sum(bool(words_on(page).strip()) for page in pages) < wanted


def _document(pages: list[PageRead], caveats: set[Caveat], data: bytes) -> Document | Unreadable:
    """The document that pages make up; `data` is given where scanned ones may be recognised."""
    if not pages:
        return Unreadable(Status.DAMAGED)
    if is_cover_sheet(pages):
        return Unreadable(
            Status.UNSUPPORTED, "Its words are in a form or portfolio: print it to a new PDF."
        )
    flows = [page.flow for page in pages]
    margins = take_margins(pages)
    unread = tuple(page.number for page in pages if is_unread(page))
    if unread and data and is_installed():
        for page, flow in zip(pages, flows, strict=True):
            page.flow = flow
        caveats |= read_scans(pages, unread, data)
        margins = take_margins(pages)
        unread = tuple(page.number for page in pages if is_unread(page))
    is_empty = not any(page.flow for page in pages if page.number not in unread)
    if is_empty or are_garbled(pages):
        return nothing_read(pages, len(unread))
    for page in pages:
        if page.number in unread:
            page.flow = []
    join_over_pages(pages)
    return Document(
        format="pdf",
        blocks=blocks_of(pages),
        pages=len(pages),
        margins=tuple(margins),
        set_aside=set_aside(pages),
        caveats=frozenset(caveats | _caveats(pages, unread)),
        unread_pages=unread,
    )


def _caveats(pages: list[PageRead], unread: tuple[int, ...]) -> set[Caveat]:
    """What a reader of the results should know of the pages."""
    found = set()
    if unread:
        found.add(Caveat.PARTLY_UNREADABLE)
    if any(page.hidden for page in pages):
        found.add(Caveat.HIDDEN_TEXT)
    if any(page.struck for page in pages):
        found.add(Caveat.STRUCK_THROUGH)
    recognised = [page.recognised for page in pages]
    if any(recognised):
        found.add(Caveat.READ_BY_OCR if all(recognised) else Caveat.PARTLY_READ_BY_OCR)
    if any(page.cut for page in pages):
        found.add(Caveat.STRUCTURE_REDUCED)
    return found
