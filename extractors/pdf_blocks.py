"""Pages of lines and grids become the blocks of a document, each word in its place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from extractors.document import Block, Box, Cell, Paragraph, Place, Table
from extractors.pdf_frame import turned_back
from extractors.pdf_lines import Line
from extractors.pdf_page import PageRead
from extractors.pdf_paragraphs import Draft, leadings, may_be_broken, paragraphs_of, words_of
from extractors.pdf_tables import Grid, GridCell, all_cells

_RUNNING_TEXT = 0.75  # of a page's width: running text reaches further than that
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PADDING = 8.0  # points: cells keep their words no further than this from their sides


@dataclass(slots=True)
class _Setting:
    """What is known of the whole document while its blocks are put together."""

    pages: Mapping[int, PageRead]
    leading: Mapping[float, float]  # outside tables
    cell_leading: Mapping[float, float]
    known: frozenset[str]
    tables: int = 0
    paragraphs: int = 0


def blocks_of(pages: Sequence[PageRead]) -> tuple[Block, ...]:
    """The document's blocks in reading order."""
    setting = _setting(pages)
    blocks: list[Block] = []
    lines: list[Line] = []
    for page in pages:
        for item in page.flow:
            if isinstance(item, Line):
                lines.append(item)
                continue
            blocks.extend(_flow(lines, setting))
            blocks.append(_table(item, setting))
            lines = []
    return (*blocks, *_flow(lines, setting))


def _setting(pages: Sequence[PageRead]) -> _Setting:
    flow = [page.lines for page in pages]
    cells = [cell for page in pages for cell in all_cells(page.grids)]
    _set_limits(pages)
    for cell in cells:
        _set_cell_limits(cell)
    return _Setting(
        pages={page.number: page for page in pages},
        leading=leadings(flow),
        cell_leading=leadings(cell.lines for cell in cells),
        known=_words([*flow, *(cell.lines for cell in cells)]),
    )


def _set_limits(pages: Sequence[PageRead]) -> None:
    """Tells each line outside columns how far lines run on pages of that width."""
    for width in {page.width for page in pages}:
        lines = [line for page in pages if page.width == width for line in page.lines]
        limit = min(max((line.x1 for line in lines if "\t" not in line.text), default=0.0), width)
        if limit < _RUNNING_TEXT * width:  # nothing but short lines: take the margins as equal
            limit = width - min((line.x0 for line in lines), default=0.0)
        for line in lines:
            line.limit = line.limit or limit


def _set_cell_limits(cell: GridCell) -> None:
    if cell.lines:
        padding = min(line.x0 for line in cell.lines) - cell.box[0]
        padding = min(max(padding, 1.0), _PADDING)
        for line in cell.lines:
            line.limit = cell.box[2] - padding
            if line.angle % 2:  # upright words run along the cell's height
                room = cell.box[3] - cell.box[1] - (line.bottom - line.top) - 2 * padding
                line.limit = line.x1 + max(room, 0.0)


def _words(groups: Iterable[Sequence[Line]]) -> frozenset[str]:
    """Every word printed whole within a line, in small letters; none where no line needs them."""
    groups = list(groups)
    found: set[str] = set()
    if not any(_may_be_parted(lines) for lines in groups):
        return frozenset()
    for lines in groups:
        for line in lines:
            found.update(_WORD.findall(line.text.lower()))
    return frozenset(found)


def _may_be_parted(lines: Sequence[Line]) -> bool:
    """Whether some word of a column or cell may be parted by the end of its line."""
    return any(line.text.endswith("-") for line in lines) or any(
        may_be_broken(one, two) for one, two in itertools.pairwise(lines)
    )


def _flow(lines: Sequence[Line], setting: _Setting) -> list[Paragraph]:
    return [_paragraph(draft, setting) for draft in paragraphs_of(lines, setting.leading)]


def _paragraph(
    draft: Draft, setting: _Setting, table: int | None = None, cell: GridCell | None = None
) -> Paragraph:
    setting.paragraphs += 1
    first = draft.lines[0]
    box = first.box if len(draft.lines) == 1 else _around(draft.lines, first.page)
    return Paragraph(
        text=words_of(draft, setting.known),
        place=Place(
            page=first.page,
            box=as_seen(box, setting.pages[first.page]),
            paragraph=setting.paragraphs,
            table=table,
            row=cell.row + 1 if cell else None,
            column=cell.column + 1 if cell else None,
            confidence=min(map(attrgetter("confidence"), draft.lines)),
        ),
        label=draft.label,
        level=draft.level,
        heading=first.heading,
        size=first.size,
        bold=all(map(attrgetter("bold"), draft.lines)),
        italic=all(map(attrgetter("italic"), draft.lines)),
        shaded=all(map(attrgetter("shaded"), draft.lines)),
        stretches=_stretches(draft.lines, setting) if len(draft.lines) > 1 else (),
    )


def _stretches(lines: Sequence[Line], setting: _Setting) -> tuple[tuple[int, Box], ...]:
    """The parts of a paragraph, where it runs over columns or pages; nothing where it does not."""
    parts = [[lines[0]]]
    for one, two in itertools.pairwise(lines):
        if two.page != one.page or two.base < one.base - one.size:
            parts.append([])
        parts[-1].append(two)
    if len(parts) == 1:
        return ()
    pages = [part[0].page for part in parts]
    return tuple(
        (page, as_seen(_around(part, page), setting.pages[page]))
        for page, part in zip(pages, parts, strict=True)
    )


def _around(lines: Sequence[Line], page: int) -> Box:
    """Where the lines stand on that page."""
    x0, top, x1, bottom = zip(*[line.box for line in lines if line.page == page], strict=True)
    return min(x0), min(top), max(x1), max(bottom)


def as_seen(box: Box, page: PageRead) -> Box:
    """The box on the page as the file shows it, rounded to a tenth of a point."""
    if page.turns:
        box = turned_back(box, page.turns, page.width, page.height)
    x0, top, x1, bottom = box
    return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)


def _table(grid: Grid, setting: _Setting) -> Table:
    setting.tables += 1
    number = setting.tables
    cells = tuple(_cell(cell, number, setting) for cell in grid.cells)
    place = Place(page=grid.page, box=as_seen(grid.box, setting.pages[grid.page]), table=number)
    return Table(cells, grid.rows, grid.columns, place)


def _cell(cell: GridCell, table: int, setting: _Setting) -> Cell:
    page = setting.pages[cell.page]
    return Cell(
        row=cell.row,
        column=cell.column,
        blocks=tuple(_cell_blocks(cell, table, setting)),
        place=Place(
            page=cell.page,
            box=as_seen(cell.box, page),
            table=table,
            row=cell.row + 1,
            column=cell.column + 1,
        ),
        row_span=cell.row_span,
        column_span=cell.column_span,
        shaded=cell.shaded,
        head=cell.head,
    )


def _cell_blocks(cell: GridCell, table: int, setting: _Setting) -> list[Block]:
    """A cell's paragraphs, with the tables inside it between them."""
    blocks: list[Block] = []
    waiting = list(cell.lines)
    for grid in sorted(cell.inner, key=lambda grid: (grid.page, grid.box[1])):
        place = (grid.page, grid.box[1] + 2)
        above = [line for line in waiting if (line.page, line.base) <= place]
        waiting = [line for line in waiting if (line.page, line.base) > place]
        blocks.extend(_in_cell(above, cell, table, setting))
        blocks.append(_table(grid, setting))
    blocks.extend(_in_cell(waiting, cell, table, setting))
    return blocks


def _in_cell(
    lines: Sequence[Line], cell: GridCell, table: int, setting: _Setting
) -> list[Paragraph]:
    drafts = paragraphs_of(lines, setting.cell_leading)
    return [_paragraph(draft, setting, table, cell) for draft in drafts]
