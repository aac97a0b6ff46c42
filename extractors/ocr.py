"""Scanned pages read by text recognition: the same pages as a PDF with words gives."""

from __future__ import annotations

import itertools
import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2

from extractors.document import Box, Caveat
from extractors.ocr_bars import dark_bars, lightened
from extractors.ocr_engine import Picture, PixelBox, Word, turns_of, words_again, words_in
from extractors.ocr_looks import Depth
from extractors.ocr_picture import (
    PagePicture,
    ground_of,
    paper_of,
    runs_upwards,
    taken,
    turned,
    without_noise,
)
from extractors.ocr_rulings import Ruled, ruled
from extractors.ocr_words import Group, grouped, runs_of, tell_confidence
from extractors.pdf_drawn import Drawn, Fill
from extractors.pdf_page import PageRead, lay_out
from extractors.pdf_tables import all_cells, grids_of, merged

MAX_PAGES = 150  # of one file: they take a quarter of an hour
_INK = 60  # of 255, darker than the paper
_LEAST_INK = 12  # pixels: fewer are specks
_SHADE = 10  # of 255, darker than the paper: a coloured bar
_GREY = (200, 200, 200)
_GUESSED = 50  # of 100: no more certain are handwriting and pictures, read as if they were print
_LIKELY = 65  # of 100: words of a page that was read the right way round are more certain
_ONE_LINE = 110  # pixels: a cell of one line is no higher
_INSIDE = 3  # pixels: what cells share of each other


Look = tuple[PagePicture, Picture, Ruled, list[Word]]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a page's picture shows; it is long gone when the file is put together."""

    page: PageRead
    groups: list[Group]
    drawn: Drawn


def read_scans(pages: list[PageRead], unread: Sequence[int], data: bytes) -> set[Caveat]:
    """Puts what text recognition reads in the place of the pages without words."""
    wanted = unread[:MAX_PAGES]
    printed: Counter[float] = Counter()
    for page in pages:
        if page.number not in unread:
            for line in itertools.chain(page.lines, *(c.lines for c in all_cells(page.grids))):
                printed[line.size] += len(line.text)
    with pypdfium2.PdfDocument(data) as pdf:
        for page in recognised(pdf, wanted, printed):
            pages[page.number - 1] = page
    return {Caveat.CUT_AT_LIMIT} if len(wanted) < len(unread) else set()


def recognised(
    pdf: pypdfium2.PdfDocument, numbers: Sequence[int], printed: Mapping[float, int]
) -> list[PageRead]:
    """Those pages of a PDF, read from their pictures."""
    seen = [_seen(number, *_looked_at(pdf, number)) for number in numbers]
    for one, runs in zip(seen, runs_of([one.groups for one in seen], printed), strict=True):
        one.page.letters = sum(len(run.text) for run in runs)
        lay_out(one.page, runs, one.drawn, None)
        tell_confidence(one.page, one.groups)
    return [one.page for one in seen]


def _looked_at(pdf: pypdfium2.PdfDocument, number: int) -> Look:
    """A page's picture, what its words stand on, its lines, and its words."""
    page = pdf[number - 1]
    try:
        picture = taken(page)
    finally:
        page.close()
    if runs_upwards(picture.grey):
        picture = _upright(picture)
    found = _read(picture)
    if picture.turns or _certainty(found[-1]) > _LIKELY:
        return found
    upright = _upright(picture)
    return _read(upright) if upright.turns else found


def _upright(picture: PagePicture) -> PagePicture:
    turns = turns_of(picture.grey)
    return turned(picture, turns) if turns else picture


def _certainty(words: Sequence[Word]) -> float:
    """How certain most words of a page are, of 100."""
    return statistics.median([word.confidence for word in words] or [100.0])


def _read(picture: PagePicture) -> Look:
    bars = dark_bars(picture.grey)
    grey = lightened(picture.grey, bars, paper_of(picture.grey))
    ground = ground_of(grey)
    lines = ruled(grey, ground)
    lines.bars = bars
    clean = without_noise(lines.grey, ground)
    return picture, ground, lines, _words(clean, _cells(picture, lines))


def _seen(
    number: int, picture: PagePicture, ground: Picture, lines: Ruled, words: Sequence[Word]
) -> _Seen:
    depth: Depth = ground.astype(np.int16) - lines.grey
    groups = grouped(words, picture.scale, depth) if _certainty(words) > _GUESSED else []
    page = PageRead(number, picture.width, picture.height, picture.turns, recognised=True)
    drawn = Drawn(lines=[_points(line, picture.scale) for line in lines.lines])
    boxes = [_points(box, picture.scale) for box in _cells(picture, lines)]
    drawn.sides = [_points(side, picture.scale) for side in lines.sides]
    bars = [Fill(_points(bar, picture.scale), _GREY, 0, 0) for bar in lines.bars]
    drawn.fills = bars + _shaded([*boxes, *(group.box for group in groups)], ground, picture.scale)
    return _Seen(page, groups, drawn)


def _points(box: tuple[float, float, float, float], scale: float) -> Box:
    x0, y0, x1, y1 = box
    return x0 / scale, y0 / scale, x1 / scale, y1 / scale


def _shaded(boxes: Sequence[Box], ground: Picture, scale: float) -> list[Fill]:
    """Those of the boxes that stand on something darker than the paper."""
    paper = float(np.percentile(ground[::16, ::16], 75))
    found = []
    for box in boxes:
        x0, top, x1, bottom = (round(side * scale) for side in box)
        part = ground[top:bottom:4, x0:x1:4]
        if part.size and float(part.mean()) < paper - _SHADE:
            found.append(Fill(box, _GREY, 0, 0))
    return found


def _words(grey: Picture, cells: Sequence[PixelBox]) -> list[Word]:
    """The words of each cell by itself, then of what lies outside tables."""
    rest = grey.copy()
    height, width = rest.shape
    words: list[Word] = []
    for left, top, right, bottom in cells:
        piece = grey[top:bottom, left:right]
        if int((piece < int(piece.max(initial=0)) - _INK).sum()) >= _LEAST_INK:
            is_large = bottom - top > height / 4 and right - left > width / 2
            box = (left, top, right, bottom)
            found = words_in(grey, box, len(words), columns=is_large)
            if not found and bottom - top < _ONE_LINE:
                found = words_again(grey, box, len(words))
            words += found
        rest[top:bottom, left:right] = 255
    return words + words_in(rest, (0, 0, width, height), len(words), columns=True)


def _cells(picture: PagePicture, lines: Ruled) -> list[PixelBox]:
    """The cells of the tables that the lines make, in pixels; of nested ones the innermost."""
    points = [_points(line, picture.scale) for line in [*lines.lines, *lines.sides]]
    grids = grids_of(merged(points), picture.width, picture.height, 0) or []
    boxes = [cell.box for grid in grids for cell in grid.cells]
    boxes.sort(key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    kept: list[PixelBox] = []
    for box in boxes:
        x0, top, x1, bottom = (max(round(side * picture.scale), 0) for side in box)
        if not any(_overlap((x0, top, x1, bottom), other) for other in kept):
            kept.append((x0, top, x1, bottom))
    return sorted(kept, key=lambda box: (box[1], box[0]))


def _overlap(one: PixelBox, other: PixelBox) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return min(across, down) > _INSIDE
