"""One PDF page: its lines outside tables, its tables, and what on it is not to be read."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

import pypdfium2.raw as pdfium

from extractors import pdf_engine as engine
from extractors.document import Box
from extractors.pdf_bands import closing_rules
from extractors.pdf_cells import Source, into_cells
from extractors.pdf_columns import in_reading_order
from extractors.pdf_drawn import THIN, Drawn, drawn_on
from extractors.pdf_frame import Frame
from extractors.pdf_hidden import seen, without
from extractors.pdf_lines import Line
from extractors.pdf_open import mark_open, open_ends
from extractors.pdf_rows import missing_sides
from extractors.pdf_shading import shade
from extractors.pdf_spaced import close_up
from extractors.pdf_struck import take_struck
from extractors.pdf_styles import LEANING
from extractors.pdf_tables import (
    Grid,
    all_cells,
    grids_of,
    merged,
    nested,
    strip_frame,
)
from extractors.pdf_tagged import mark_running, take_headings, take_tables
from extractors.pdf_text import Run, letters_of, runs_of, words_in

_WHITE = 245  # a fill this light in red, green and blue is no bar
_ODD = re.compile("[\x00-\x1f\ue000-\uf8ff\ufffd-\uffff]")  # signs that stand for no letter
_LARGEST = 20_000.0  # points: larger than any page that can be printed
_FIELD = 32.0  # points: a space to fill in is no higher
_BACKGROUND = 0.6  # of the page: a fill so large is its background


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be looked at beside the words and lines of a page."""

    struck: Sequence[Box] = ()  # of the file: left, bottom, right, top; notes strike these through
    is_opaque: Callable[[int], bool] = lambda _: False  # of a picture: nothing is seen below it
    unseen: Collection[int] = frozenset()  # text objects on layers that are off
    tags: bool = False  # where what is drawn leaves a doubt
    headings: bool = False  # those that the tags tell of


NOTHING = Asked()


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
    struck: list[Run] = field(default_factory=list)
    recognised: bool = False  # its words lie unseen over a picture: somebody's text recognition
    picture_share: float = 0.0
    shapes: int = 0
    letters: int = 0
    odd_letters: int = 0
    given: int | None = None  # words, as PDFium parts them
    lost: bool = False  # the file is damaged here
    cut: bool = False

    @property
    def lines(self) -> list[Line]:
        """Its lines outside tables."""
        return [item for item in self.flow if isinstance(item, Line)]

    @property
    def grids(self) -> list[Grid]:
        """Its tables, those inside others left out."""
        return [item for item in self.flow if isinstance(item, Grid)]


def read_page(page: object, text_page: object, number: int, ask: Asked = NOTHING) -> PageRead:
    """Everything on one page; the handles are the binding's own."""
    frame = _frame(page)
    if not (1 < frame.width < _LARGEST and 1 < frame.height < _LARGEST):
        return PageRead(number, 0.0, 0.0, lost=True)
    handle, text_handle = engine.address(page), engine.address(text_page)
    letters = letters_of(text_handle)
    runs = runs_of(letters, frame)
    turns = _turns(runs)
    if turns:
        frame = frame.turned(-turns % 4)
        runs = runs_of(letters, frame)
    close_up(runs, letters, frame)
    drawn = drawn_on(handle, frame)
    view = seen(runs, drawn, frame.width, frame.height, ask.is_opaque)
    if ask.unseen:
        view = without(view, ask.unseen)
    read = PageRead(
        number, frame.width, frame.height, -turns % 4, hidden=view.hidden, shapes=drawn.shapes
    )
    shown, read.struck = take_struck(view.shown, drawn, letters, frame, ask.struck)
    read.recognised = view.recognised
    read.picture_share = _picture_share(drawn, frame)
    read.given = words_in(letters.text)
    read.letters = sum(len(run.text) for run in shown)
    if _ODD.search(letters.text):
        read.odd_letters = sum(len(_ODD.findall(run.text)) for run in shown)
    read.leaning = [run for run in shown if run.style.angle == LEANING]
    read.cut = letters.cut or drawn.too_much
    if ask.headings:
        take_headings(page, shown)
    lay_out(read, shown, drawn, Source(letters, frame), page if ask.tags else None)
    if ask.tags:
        mark_running(read.lines, shown, frame.height)
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


def lay_out(
    read: PageRead,
    shown: list[Run],
    drawn: Drawn,
    source: Source | None,
    tagged: object | None = None,
) -> None:
    """Puts the words that are seen into cells, and the others into lines.

    `tagged` is the page where its tags may tell of tables that are not drawn.
    """
    runs = [run for run in shown if run.style.angle != LEANING]
    too_much = drawn.too_much
    found = None if too_much else _grids(read, runs, drawn)
    if found is None:
        read.cut = True
        found = []
    found = [
        grid
        for grid in found
        if not (_is_field(grid, found, runs) or _is_background(grid, drawn.lines))
    ]
    cells = all_cells(found)
    outside = into_cells(runs, cells, source, read.number) if cells else runs
    found = [grid for grid in found if any(cell.lines for cell in grid.cells)]
    if tagged is not None:
        outside, more = take_tables(tagged, outside, read.number)
        found += more
        cells += all_cells(more)
    bars = [fill.box for fill in drawn.fills if _is_bar(fill.colour, fill.box, read)]
    for grid in found:
        strip_frame(grid)
    read.flow = in_reading_order(outside, nested(found), read.width, read.number)
    if bars:
        shade(read.lines, cells, bars)


def _grids(read: PageRead, runs: list[Run], drawn: Drawn) -> list[Grid] | None:
    """The page's tables, those without upright lines included."""
    drawn.lines += closing_rules(drawn, runs)
    edges = merged(drawn.rulings)
    ends = open_ends(edges)
    if ends:
        drawn.lines += ends
        edges = merged(drawn.rulings)
    found = grids_of(edges, read.width, read.height, read.number)
    sides = missing_sides(edges, found or [], runs)
    if sides:
        drawn.lines += sides
        found = grids_of(merged(drawn.rulings), read.width, read.height, read.number)
    mark_open(found or [], ends)
    return found


def _is_background(grid: Grid, lines: list[Box]) -> bool:
    """Whether a column of coloured bars has no line beside it: bars are no table."""
    x0, top, x1, bottom = grid.box
    return grid.columns == 1 and not any(
        min(abs(line[0] - x0), abs(line[0] - x1)) < THIN
        and min(line[3], bottom) - max(line[1], top) > (bottom - top) / 2
        for line in lines
    )


def _is_field(grid: Grid, grids: list[Grid], runs: list[Run]) -> bool:
    """Whether a box is the space to fill in beside words on the same line."""
    x0, top, x1, bottom = grid.box
    if len(grid.cells) > 1 or bottom - top > _FIELD:
        return False
    beside = [
        run
        for run in runs
        if top < (run.top + run.bottom) / 2 < bottom and (run.x1 <= x0 + 1 or run.x0 >= x1 - 1)
    ]
    others = [other.box for other in grids if other is not grid]
    return any(not any(b[0] <= run.x0 <= b[2] for b in others) for run in beside)


def _is_bar(colour: tuple[int, int, int], box: Box, read: PageRead) -> bool:
    area = (box[2] - box[0]) * (box[3] - box[1])
    return min(colour) < _WHITE and area < _BACKGROUND * read.width * read.height
