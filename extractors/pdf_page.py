"""One PDF page: its lines outside tables, its tables, and what on it is not to be read."""

from __future__ import annotations

import ctypes
import itertools
import re
from dataclasses import dataclass, field, replace

import numpy as np
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from extractors import pdf_engine as engine
from extractors.document import Box
from extractors.pdf_columns import in_reading_order
from extractors.pdf_drawn import Drawn, drawn_on
from extractors.pdf_frame import Floats, Frame
from extractors.pdf_hidden import Seen, seen
from extractors.pdf_lines import Line, lines_of
from extractors.pdf_tables import Grid, GridCell, all_cells, grids_of, nested
from extractors.pdf_text import LEANING, Letters, Run, letters_of, runs_of

_WHITE = 245  # a fill this light in red, green and blue is no bar
_ODD = re.compile("[\x00-\x1f\ue000-\uf8ff\ufffd-\uffff]")  # signs that stand for no letter
_MOST = 0.8  # of a cell, and of the height of letters
_BACKGROUND = 0.6  # of the page: a fill so large is its background


@dataclass(slots=True)
class PageRead:
    """What one page holds, in the coordinates in which its words run level."""

    number: int
    width: float
    height: float
    turns: int = 0  # by how much it was turned, beyond what the file asks, to be read
    flow: list[Line | Grid] = field(default_factory=list)  # in reading order
    leaning: list[Run] = field(default_factory=list)
    hidden: list[Run] = field(default_factory=list)
    recognised: bool = False  # its words lie unseen over a picture: somebody's text recognition
    picture_share: float = 0.0
    shapes: int = 0
    letters: int = 0
    odd_letters: int = 0
    cut: bool = False

    @property
    def lines(self) -> list[Line]:
        """Its lines outside tables."""
        return [item for item in self.flow if isinstance(item, Line)]

    @property
    def grids(self) -> list[Grid]:
        """Its tables, those inside others left out."""
        return [item for item in self.flow if isinstance(item, Grid)]


def read_page(page: object, text_page: object, number: int) -> PageRead:
    """Everything on one page; the handles are the binding's own."""
    handle, text_handle = engine.address(page), engine.address(text_page)
    frame = _frame(page)
    letters = letters_of(text_handle)
    runs = runs_of(letters, frame)
    turns = _turns(runs)
    if turns:
        frame = frame.turned(-turns % 4)
        runs = runs_of(letters, frame)
    drawn = drawn_on(handle, frame)
    view = seen(runs, drawn, frame.width, frame.height)
    read = PageRead(
        number, frame.width, frame.height, -turns % 4, hidden=view.hidden, shapes=drawn.shapes
    )
    read.recognised = view.recognised
    read.picture_share = _picture_share(drawn, frame)
    read.letters = sum(len(run.text) for run in view.shown)
    if _ODD.search(letters.text):
        read.odd_letters = sum(len(_ODD.findall(run.text)) for run in view.shown)
    read.leaning = [run for run in view.shown if run.style.angle == LEANING]
    read.cut = letters.cut or drawn.too_much
    _lay_out(read, view, drawn, _Page(letters, frame))
    return read


def _frame(page: object) -> Frame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    turns = pdfium.FPDFPage_GetRotation(page) % 4
    return Frame(box.left, box.bottom, box.right, box.top, turns)


def _turns(runs: list[Run]) -> int:
    """The angle of most words: a page whose words all run upwards is turned to be read."""
    count = [0, 0, 0, 0]
    for run in runs:
        if run.style.angle != LEANING:
            count[run.style.angle] += len(run.text)
    return max(range(4), key=lambda angle: (count[angle] > sum(count) / 2, angle == 0))


def _picture_share(drawn: Drawn, frame: Frame) -> float:
    """How much of the page its largest picture covers."""
    page = (0.0, 0.0, frame.width, frame.height)
    areas = [_overlap(box, page) for box, _ in drawn.pictures]
    return max(areas, default=0.0) / max(frame.width * frame.height, 1.0)


def _overlap(one: Box, other: Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return max(across, 0.0) * max(down, 0.0)


@dataclass(frozen=True, slots=True)
class _Page:
    """Where the box of any single character can be asked for."""

    letters: Letters
    frame: Frame


def _lay_out(read: PageRead, view: Seen, drawn: Drawn, source: _Page) -> None:
    """Puts the words that are seen into cells, and the others into lines."""
    runs = [run for run in view.shown if run.style.angle != LEANING]
    found = grids_of(drawn.rulings, read.width, read.height, read.number)
    if found is None or drawn.too_much:
        read.cut = True
        found = []
    cells = all_cells(found)
    outside = _into_cells(runs, cells, source, read.number) if cells else runs
    found = [grid for grid in found if any(cell.lines for cell in grid.cells)]
    bars = [fill.box for fill in drawn.fills if _is_bar(fill.colour, fill.box, read)]
    read.flow = in_reading_order(outside, nested(found), read.width, read.number)
    if bars:
        _shade(read.lines, cells, bars)


def _into_cells(runs: list[Run], cells: list[GridCell], source: _Page, page: int) -> list[Run]:
    """Fills the cells, smallest first, and gives the runs that stand in none."""
    if not runs:
        return []
    boxes = np.array([cell.box for cell in cells])
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    by_area = np.argsort(area, kind="stable")
    boxes = boxes[by_area]
    places = np.array([(run.x0, run.top, run.x1, run.bottom) for run in runs])
    width = places[:, 2] - places[:, 0]
    height = places[:, 3] - places[:, 1]
    slack = np.minimum(2.0, np.minimum(width, height) / 2)  # points inside the ends of a run
    begins = _cell_of(boxes, places[:, 0] + slack, places[:, 1] + height / 2)
    ends = _cell_of(boxes, places[:, 2] - slack, places[:, 1] + height / 2)
    inside: dict[int, list[Run]] = {}
    outside: list[Run] = []
    for run, begin, end in zip(runs, begins.tolist(), ends.tolist(), strict=True):
        parts = [(begin, run)] if begin == end else _parted(run, boxes, source)
        for where, part in parts:
            if where < 0:
                outside.append(part)
            else:
                inside.setdefault(where, []).append(part)
    for where, held in inside.items():
        cells[int(by_area[where])].lines = lines_of(held, page)
    return outside


def _cell_of(boxes: Floats, x: Floats, y: Floats) -> NDArray[np.intp]:
    """The index of the first box that holds each point, or -1."""
    holds = (
        (x[:, None] >= boxes[:, 0])
        & (x[:, None] < boxes[:, 2])
        & (y[:, None] >= boxes[:, 1])
        & (y[:, None] < boxes[:, 3])
    )
    return np.where(holds.any(axis=1), holds.argmax(axis=1), -1)


def _parted(run: Run, boxes: Floats, source: _Page) -> list[tuple[int, Run]]:
    """A run that reaches over cells, cut where the cell changes."""
    of = source.letters.boxes(range(run.first, run.first + len(run.text)), source.frame)
    where = _cell_of(boxes, (of[:, 0] + of[:, 2]) / 2, (of[:, 1] + of[:, 3]) / 2)
    cuts = [0, *(np.flatnonzero(np.diff(where)) + 1).tolist(), len(run.text)]
    parts = []
    for start, end in itertools.pairwise(cuts):
        if run.text[start:end].strip():
            part = replace(
                run,
                text=run.text[start:end],
                x0=float(of[start:end, 0].min()),
                x1=float(of[start:end, 2].max()),
                first=run.first + start,
            )
            parts.append((int(where[start]), part))
    return parts


def _is_bar(colour: tuple[int, int, int], box: Box, read: PageRead) -> bool:
    area = (box[2] - box[0]) * (box[3] - box[1])
    return min(colour) < _WHITE and area < _BACKGROUND * read.width * read.height


def _shade(lines: list[Line], cells: list[GridCell], bars: list[Box]) -> None:
    """Marks the cells and lines that stand on a coloured bar."""
    ground = np.array(bars)
    if cells:
        boxes = np.array([cell.box for cell in cells])
        across = _shared(boxes[:, 0], boxes[:, 2], ground[:, 0], ground[:, 2])
        down = _shared(boxes[:, 1], boxes[:, 3], ground[:, 1], ground[:, 3])
        area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
        covered = (across * down).max(axis=1) > _MOST * area
        for cell, is_covered in zip(cells, covered.tolist(), strict=True):
            cell.shaded = is_covered
    every = [*lines, *(line for cell in cells for line in cell.lines)]
    if not every:
        return
    slack = np.array([line.size / 2 for line in every])
    places = np.array([line.box for line in every])
    middle = (places[:, 1] + places[:, 3]) / 2
    wide = _within(places[:, 0] + slack, places[:, 2] - slack, ground[:, 0], ground[:, 2])
    high = _within(middle - slack * _MOST, middle + slack * _MOST, ground[:, 1], ground[:, 3])
    for line, is_on_bar in zip(every, (wide & high).any(axis=1).tolist(), strict=True):
        line.shaded = is_on_bar


def _shared(start: Floats, end: Floats, other_start: Floats, other_end: Floats) -> Floats:
    """How much of each stretch lies in each other one."""
    shared: Floats = np.minimum(end[:, None], other_end) - np.maximum(start[:, None], other_start)
    return np.maximum(shared, 0.0)


def _within(
    start: Floats, end: Floats, other_start: Floats, other_end: Floats
) -> NDArray[np.bool_]:
    """Whether each stretch lies within each other one."""
    return (other_start <= start[:, None]) & (other_end >= end[:, None])
