"""The grids that a page's rulings draw, found by pdfplumber's own finder."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from pdfplumber.table import TableFinder, merge_edges

from extractors.document import Box
from extractors.pdf_lines import Line

MAX_CROSSINGS = 6_000  # of level and upright rulings: more than any plan's page has
_TOLERANCE = 3  # points, as pdfplumber takes them
_NO_SETTING = 0
_PAGE_FRAME = 0.75  # of a page's width and height: a box so large is its frame
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


@dataclass(frozen=True, slots=True)
class _StandIn:
    """All that the table finder asks of a page."""

    edges: list[Edge]
    bbox: Box


def grids_of(
    rulings: list[tuple[float, float, float, float]], width: float, height: float, page: int
) -> list[Grid] | None:
    """The page's tables, from the top; None where it has more rulings than a table can have."""
    edges = _merged(rulings)
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright * (len(edges) - upright) > MAX_CROSSINGS:
        return None
    if min(upright, len(edges) - upright) < 2:  # noqa: PLR2004 -- two sides make a cell
        return []
    finder = TableFinder(
        _StandIn(edges, (0.0, 0.0, width, height)),  # type: ignore[arg-type]
        {"snap_tolerance": _NO_SETTING, "join_tolerance": _NO_SETTING},
    )
    grids = [_grid(list(table.cells), page) for table in finder.tables]
    taken = {cell for table in finder.tables for cell in table.cells}
    alone = [box for box in finder.cells if box not in taken]
    grids += [_grid([box], page) for box in alone if _holds_words(box, width, height)]
    return grids


def _merged(rulings: list[tuple[float, float, float, float]]) -> list[Edge]:
    if not rulings:
        return []
    found = np.unique(np.round(np.asarray(rulings), 1), axis=0)
    edges = [_edge(*ruling) for ruling in found.tolist()]
    edges = [edge for edge in edges if edge["width"] + edge["height"] >= 1]
    merged = merge_edges(edges, _TOLERANCE, _TOLERANCE, _TOLERANCE, _TOLERANCE)
    return [edge for edge in merged if edge["width"] + edge["height"] >= _TOLERANCE]


def _edge(x0: float, top: float, x1: float, bottom: float) -> Edge:
    return {
        "object_type": "line",
        "orientation": "v" if x1 - x0 < bottom - top else "h",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
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
