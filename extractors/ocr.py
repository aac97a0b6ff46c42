"""Scanned pages read by text recognition: the same pages as a PDF with words gives."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2

from extractors.document import Caveat
from extractors.ocr_engine import PixelBox, Word, words_in
from extractors.ocr_picture import PagePicture, ground_of, taken
from extractors.ocr_rulings import Ruled, ruled
from extractors.ocr_words import Read, runs_of, sizes_of
from extractors.pdf_drawn import Drawn
from extractors.pdf_page import PageRead, lay_out
from extractors.pdf_tables import grids_of, merged

MAX_PAGES = 150
_INK = 60  # of 255, darker than the paper
_LEAST_INK = 12  # pixels: fewer are specks


def read_scans(pages: list[PageRead], unread: Sequence[int], data: bytes) -> set[Caveat]:
    """Puts what text recognition reads in the place of the pages without words."""
    wanted = unread[:MAX_PAGES]
    with pypdfium2.PdfDocument(data) as pdf:
        for page in recognised(pdf, wanted):
            pages[page.number - 1] = page
    return {Caveat.CUT_AT_LIMIT} if len(wanted) < len(unread) else set()


def recognised(pdf: pypdfium2.PdfDocument, numbers: Sequence[int]) -> list[PageRead]:
    """Those pages of a PDF, read from their pictures."""
    seen = [_look(pdf, number) for number in numbers]
    sizes = sizes_of([read for read, _, _ in seen])
    pages = []
    for number, (read, picture, lines), size in zip(numbers, seen, sizes, strict=True):
        page = PageRead(number, picture.width, picture.height, recognised=True, lean=picture.lean)
        runs = runs_of(read, size, lines.grey)
        page.letters = sum(len(run.text) for run in runs)
        drawn = Drawn(lines=[_points(line, picture.scale) for line in lines.lines])
        lay_out(page, runs, drawn, None)
        pages.append(page)
    return pages


def _points(
    line: tuple[float, float, float, float], scale: float
) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = line
    return x0 / scale, y0 / scale, x1 / scale, y1 / scale


def _look(pdf: pypdfium2.PdfDocument, number: int) -> tuple[Read, PagePicture, Ruled]:
    page = pdf[number - 1]
    try:
        picture = taken(page)
    finally:
        page.close()
    ground = ground_of(picture.grey)
    lines = ruled(picture.grey, ground)
    words = _words(picture, lines)
    return Read(tuple(words), picture.scale), picture, lines


def _words(picture: PagePicture, lines: Ruled) -> list[Word]:
    """The words of each cell by itself, then of what lies outside tables."""
    rest = lines.grey.copy()
    words: list[Word] = []
    for box in _cells(picture, lines):
        left, top, right, bottom = box
        piece = lines.grey[top:bottom, left:right]
        paper = int(piece.max(initial=0))
        if (piece < paper - _INK).sum() >= _LEAST_INK:
            words += words_in(lines.grey, box, len(words), columns=_is_large(box, picture))
        rest[top:bottom, left:right] = 255
    height, width = rest.shape
    return words + words_in(rest, (0, 0, width, height), len(words), columns=True)


def _is_large(box: PixelBox, picture: PagePicture) -> bool:
    height, width = picture.grey.shape
    return box[3] - box[1] > height / 4 and box[2] - box[0] > width / 2


def _cells(picture: PagePicture, lines: Ruled) -> list[PixelBox]:
    """The cells of the tables that the lines make, in pixels; the smallest first, none twice."""
    points = [_points(line, picture.scale) for line in lines.lines]
    grids = grids_of(merged(points), picture.width, picture.height, 0) or []
    boxes = [cell.box for grid in grids for cell in grid.cells]
    boxes.sort(key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    kept: list[PixelBox] = []
    for box in boxes:
        x0, top, x1, bottom = (round(side * picture.scale) for side in box)
        if not any(_overlap((x0, top, x1, bottom), other) for other in kept):
            kept.append((max(x0, 0), max(top, 0), x1, bottom))
    return sorted(kept, key=lambda box: (box[1], box[0]))


def _overlap(one: PixelBox, other: PixelBox) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 8 and down > 8
