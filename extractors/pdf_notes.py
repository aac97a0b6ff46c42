"""What is fastened onto a PDF page: form fields, typed notes, and marks over its words."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from extractors.document import Box

_VALUES = {pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT}
_DRAWINGS = {pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_LINE}  # that may lie over words
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_MOST = 2_000  # notes on a page: more than any plan's has


@dataclass(slots=True)
class Notes:
    """What the notes on a page say of its words."""

    has_values: bool = False  # words stand in form fields or typed notes, apart from the text
    has_drawings: bool = False
    struck: list[Box] = field(default_factory=list)  # left, bottom, right, top in the file


def notes_on(page: object) -> Notes:
    """The notes on a page that are seen."""
    notes = Notes()
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page, i)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if not pdfium.FPDFAnnot_GetFlags(note) & _UNSEEN:
            notes.has_values |= kind in _VALUES
            notes.has_drawings |= kind in _DRAWINGS
            if kind == pdfium.FPDF_ANNOT_STRIKEOUT:
                notes.struck += _boxes(note)
        pdfium.FPDFPage_CloseAnnot(note)
    return notes


def _boxes(note: object) -> list[Box]:
    """The stretches of words that a note marks."""
    quad = pdfium.FS_QUADPOINTSF()
    boxes = []
    for i in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(note), _MOST)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(note, i, ctypes.byref(quad)):
            xs = (quad.x1, quad.x2, quad.x3, quad.x4)
            ys = (quad.y1, quad.y2, quad.y3, quad.y4)
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return boxes


def put_on_page(page: object) -> None:
    """Makes the values and drawings of notes part of the page; takes all other notes off it.

    Highlighting that is made part of a page would seem to lie over the words that it marks.
    """
    for i in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST) - 1, -1, -1):
        note = pdfium.FPDFPage_GetAnnot(page, i)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        pdfium.FPDFPage_CloseAnnot(note)
        if kind not in _VALUES and kind not in _DRAWINGS:
            pdfium.FPDFPage_RemoveAnnot(page, i)
    pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
