"""The grids that a page's rulings draw, found as pdfplumber finds them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

import numpy as np
from pdfplumber.table import cells_to_tables

from extractors.document import Box
from extractors.pdf_lines import Line
from extractors.pdf_rulings import Ruling, joined

MAX_CROSSINGS = 20_000  # of level and upright rulings: more than any plan's page has
_TOLERANCE = 3  # points, as pdfplumber takes them
_PAGE_FRAME = 0.75  # of a page's width and height: a box so large is its frame
_WIDEST_SPACE = 24.0  # points: between a table and the frame around it
_LEAST_BOX = (40.0, 12.0)  # points: a box that holds words by itself


Edge = dict[str, Any]  # as pdfplumber has them


@dataclass(slots=True)
class GridCell:
    """One cell of a grid on one page."""

    box: Box
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    page: int = 0
    lines: list[Line] = field(default_factory=list)
    inner: list[Grid] = field(default_factory=list)
    shaded: bool = False
    head: bool = False

    @property
    def text(self) -> str:
        """Its words, line by line."""
        return "\n".join(line.text for line in self.lines)


@dataclass(slots=True)
class Grid:
    """A table on one page."""

    cells: list[GridCell]
    box: Box
    rows: int
    columns: int
    page: int = 0
    foot: float = 0.0  # where its last part ends, on that part's page
    open_head: bool = False  # no line closes it at its top, or at its foot: a row is broken there
    open_foot: bool = False


def grids_of(edges: list[Edge], width: float, height: float, page: int) -> list[Grid] | None:
    """The page's tables, from the top; None where it has more rulings than a table can have."""
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright * (len(edges) - upright) > MAX_CROSSINGS:
        return None
    cells = cells_of(edges)
    tables = [part for table in cells_to_tables(cells) for part in _parted(table)]
    grids = [_grid(_made_whole(table), page) for table in tables]
    taken = {cell for table in tables for cell in table}
    alone = [box for box in cells if box not in taken]
    grids += [_grid([box], page) for box in alone if _holds_words(box, width, height)]
    return grids


def _parted(cells: list[Box]) -> list[list[Box]]:
    """A table, and apart from it each table that lies in one of its cells and shares its border."""
    boxes = np.array(cells)
    low, high = boxes[:, None, :2], boxes[:, None, 2:]
    begins = np.all(low >= boxes[:, :2] - 1, axis=2)
    ends = np.all(high <= boxes[:, 2:] + 1, axis=2)
    inside = np.asarray(begins & ends & ~np.eye(len(cells), dtype=bool))
    if not inside.any():
        return [cells]
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    parts: dict[int, list[Box]] = {}
    for i, cell in enumerate(cells):
        around = np.flatnonzero(inside[i])
        holder = int(around[area[around].argmin()]) if around.size else -1
        parts.setdefault(holder, []).append(cell)
    return list(parts.values())


def _made_whole(cells: list[Box]) -> list[Box]:
    """A table with its open corner: a column of labels on a ground goes on, its words do not."""
    left, bottom = min(cell[0] for cell in cells), max(cell[3] for cell in cells)
    first = [cell for cell in cells if cell[0] <= left + 1]
    others = [cell for cell in cells if cell[0] > left + 1]
    if len(first) != 1 or not others:
        return cells
    end = max(cell[3] for cell in others)
    if bottom - end < _LEAST_BOX[1]:
        return cells
    right = max(cell[2] for cell in others)
    return [*cells, (first[0][2], end, right, bottom)]


def cells_of(edges: list[Edge]) -> list[Box]:
    """The smallest cells that rulings enclose.

    The same as pdfplumber's own finder gives for its «lines» strategy, in a fifth of the time: a
    point is compared only with those on its own row and column.
    """
    upright = sorted((e for e in edges if e["orientation"] == "v"), key=itemgetter("x0", "top"))
    level = sorted((e for e in edges if e["orientation"] == "h"), key=itemgetter("top", "x0"))
    if min(len(upright), len(level)) < 2:  # noqa: PLR2004 -- two sides make a cell
        return []
    through: dict[tuple[float, float], tuple[set[int], set[int]]] = {}
    for i, j in _crossings(upright, level):
        point = through.setdefault((upright[i]["x0"], level[j]["top"]), (set(), set()))
        point[0].add(i)
        point[1].add(j)
    downs: dict[float, list[float]] = {}
    rights: dict[float, list[float]] = {}
    for x, y in sorted(through):
        downs.setdefault(x, []).append(y)
        rights.setdefault(y, []).append(x)
    found = (_smallest(point, through, downs, rights) for point in sorted(through))
    return [cell for cell in found if cell is not None]


def _crossings(upright: list[Edge], level: list[Edge]) -> list[tuple[int, int]]:
    """Which upright rulings cross or touch which level ones."""
    v = np.array([(e["x0"], e["top"], e["bottom"]) for e in upright])
    h = np.array([(e["top"], e["x0"], e["x1"]) for e in level])
    meets = (
        (v[:, None, 1] <= h[None, :, 0] + _TOLERANCE)
        & (v[:, None, 2] >= h[None, :, 0] - _TOLERANCE)
        & (v[:, None, 0] >= h[None, :, 1] - _TOLERANCE)
        & (v[:, None, 0] <= h[None, :, 2] + _TOLERANCE)
    )
    first, second = np.nonzero(meets)
    return list(zip(first.tolist(), second.tolist(), strict=True))


def _smallest(
    point: tuple[float, float],
    through: dict[tuple[float, float], tuple[set[int], set[int]]],
    downs: dict[float, list[float]],
    rights: dict[float, list[float]],
) -> Box | None:
    """The smallest cell whose top left corner is a point, its four sides being rulings."""
    x, y = point
    upright, level = through[point]
    for bottom in downs[x][bisect_right(downs[x], y) :]:
        below = through[x, bottom]
        if upright.isdisjoint(below[0]):
            continue
        for right in rights[y][bisect_right(rights[y], x) :]:
            beside = through[right, y]
            corner = through.get((right, bottom))
            if corner is None or level.isdisjoint(beside[1]):
                continue
            if not (corner[0].isdisjoint(beside[0]) or corner[1].isdisjoint(below[1])):
                return x, y, right, bottom
    return None


def merged(rulings: list[tuple[float, float, float, float]]) -> list[Edge]:
    """Rulings snapped to each other and joined end to end, as pdfplumber does it."""
    if not rulings:
        return []
    level: list[Ruling] = []
    upright: list[Ruling] = []
    for x0, top, x1, bottom in sorted({*map(tuple, np.round(rulings, 1).tolist())}):
        if x1 - x0 + bottom - top < 1:
            continue
        if x1 - x0 < bottom - top:
            upright.append((x0, top, bottom))
        else:
            level.append((top, x0, x1))
    edges = [_edge(x0, top, x1, top) for top, x0, x1 in joined(level, _TOLERANCE)]
    edges += [_edge(x, top, x, bottom) for x, top, bottom in joined(upright, _TOLERANCE)]
    return [edge for edge in edges if edge["width"] + edge["height"] >= _TOLERANCE]


def _edge(x0: float, top: float, x1: float, bottom: float) -> Edge:
    return {
        "orientation": "v" if x1 - x0 < bottom - top else "h",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _holds_words(box: Box, width: float, height: float) -> bool:
    """Whether a single box is neither a tick box nor the page's own frame."""
    across, down = box[2] - box[0], box[3] - box[1]
    is_frame = across > _PAGE_FRAME * width and down > _PAGE_FRAME * height
    return across >= _LEAST_BOX[0] and down >= _LEAST_BOX[1] and not is_frame


def _grid(boxes: list[Box], page: int) -> Grid:
    lefts = sorted({box[0] for box in boxes})
    tops = sorted({box[1] for box in boxes})
    cells = [
        GridCell(
            box=box,
            row=tops.index(box[1]),
            column=lefts.index(box[0]),
            row_span=sum(box[1] <= top < box[3] - 1 for top in tops),
            column_span=sum(box[0] <= left < box[2] - 1 for left in lefts),
            page=page,
        )
        for box in sorted(boxes, key=lambda box: (box[1], box[0]))
    ]
    around = (lefts[0], tops[0], max(box[2] for box in boxes), max(box[3] for box in boxes))
    return Grid(cells, around, len(tops), len(lefts), page, foot=around[3])


def strip_frame(grid: Grid) -> None:
    """Takes off empty columns as high as the table: the space between it and a frame around it."""
    for column in (grid.columns - 1, 0):
        cells = [cell for cell in grid.cells if cell.column == column]
        is_frame = len(cells) == 1 and cells[0].row_span == grid.rows and not cells[0].lines
        if not is_frame or grid.columns < 3:  # noqa: PLR2004 -- a table is left within
            continue
        if cells[0].box[2] - cells[0].box[0] > _WIDEST_SPACE:
            continue  # an empty cell, or the rest of one that is merged over rows and pages
        grid.cells.remove(cells[0])
        grid.columns -= 1
        for cell in grid.cells:
            cell.column -= column == 0
        lefts, rights = zip(*((cell.box[0], cell.box[2]) for cell in grid.cells), strict=True)
        grid.box = (min(lefts), grid.box[1], max(rights), grid.box[3])


def nested(grids: list[Grid]) -> list[Grid]:
    """The outermost grids; each other one is put into the cell that it stands in."""
    outer: list[Grid] = []
    by_size = sorted(grids, key=lambda grid: _area(grid.box), reverse=True)
    cells: list[GridCell] = []
    for grid in by_size:
        around = [cell for cell in cells if _inside(grid.box, cell.box)]
        if around:
            min(around, key=lambda cell: _area(cell.box)).inner.append(grid)
        else:
            outer.append(grid)
        cells.extend(grid.cells)
    return sorted(outer, key=lambda grid: (grid.box[1], grid.box[0]))


def all_cells(grids: list[Grid]) -> list[GridCell]:
    """The cells of grids, those of nested ones included."""
    found: list[GridCell] = []
    for grid in grids:
        for cell in grid.cells:
            found.append(cell)
            found.extend(all_cells(cell.inner))
    return found


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _inside(inner: Box, outer: Box) -> bool:
    return (
        inner[0] >= outer[0] - 1
        and inner[1] >= outer[1] - 1
        and inner[2] <= outer[2] + 1
        and inner[3] <= outer[3] + 1
    )
