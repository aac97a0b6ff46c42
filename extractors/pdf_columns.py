"""In which order a page is read: down its columns where it has them, else from top to foot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.document import Box
from extractors.pdf_lines import Line, lines_of
from extractors.pdf_tables import Grid
from extractors.pdf_text import Run

_LEAST_LINES = 5  # on each side: fewer make no column
_GUTTER = 8.0  # points: columns stand no nearer to each other
_CROSSING = 0.3  # of the lines: headings and the like may run over both columns
_FILLED = 0.7  # of a column's width: full lines of running text fill more than that
_FULL_SHARE = 0.25  # of the lines of a column are full
_LEAST_FULL = 3  # lines
_MIDDLE = (0.25, 0.75)  # of the page's width: where a gutter can be
_STEP = 2.0  # points


@dataclass(frozen=True, slots=True)
class _Piece:
    """Runs that stand together on one line, or a table."""

    box: Box
    runs: tuple[Run, ...] = ()
    grid: Grid | None = None


def in_reading_order(
    runs: list[Run], grids: list[Grid], width: float, page: int
) -> list[Line | Grid]:
    """A page's lines and tables in the order in which they are read."""
    pieces = _pieces(runs)
    gutter = _gutter(pieces, width)
    if gutter is None:
        return _stacked(lines_of(runs, page), grids)
    pieces += [_Piece(grid.box, grid=grid) for grid in grids]
    pieces.sort(key=lambda piece: piece.box[1])
    ordered: list[Line | Grid] = []
    band: list[_Piece] = []
    for piece in pieces:
        if piece.box[0] < gutter < piece.box[2]:
            ordered += _columns(band, gutter, page)
            band = []
            ordered += _read([piece], page)
        else:
            band.append(piece)
    return ordered + _columns(band, gutter, page)


def _stacked(lines: Sequence[Line], grids: Sequence[Grid]) -> list[Line | Grid]:
    """Lines with the tables between them; lines keep the order that they have."""
    ordered: list[Line | Grid] = []
    waiting = list(lines)
    for grid in grids:
        below: list[Line] = []
        for line in waiting:
            (ordered if _is_above(line, grid) else below).append(line)
        waiting = below
        ordered.append(grid)
    return [*ordered, *waiting]


def _is_above(line: Line, grid: Grid) -> bool:
    return (line.top + line.bottom) / 2 <= grid.box[1] + 2


def _columns(band: list[_Piece], gutter: float, page: int) -> list[Line | Grid]:
    """The left side of a band, then its right side."""
    ordered: list[Line | Grid] = []
    for side in (
        [piece for piece in band if piece.box[2] <= gutter],
        [piece for piece in band if piece.box[2] > gutter],
    ):
        read = _read(side, page)
        limit = max((piece.box[2] for piece in side), default=0.0)
        for item in read:
            if isinstance(item, Line):
                item.limit = limit
        ordered += read
    return ordered


def _read(pieces: Sequence[_Piece], page: int) -> list[Line | Grid]:
    runs = [run for piece in pieces for run in piece.runs]
    grids = [piece.grid for piece in pieces if piece.grid is not None]
    return _stacked(lines_of(runs, page), grids)


def _pieces(runs: list[Run]) -> list[_Piece]:
    """Runs joined along their lines, up to gaps as wide as a gutter may be."""
    pieces: list[list[Run]] = []
    level = [run for run in runs if run.style.angle == 0]
    for run in sorted(level, key=lambda run: (round(run.base), run.x0)):
        last = pieces[-1][-1] if pieces else None
        near = last is not None and round(last.base) == round(run.base)
        if last is not None and near and run.x0 - last.x1 < max(_GUTTER, run.style.size):
            pieces[-1].append(run)
        else:
            pieces.append([run])
    turned = [[run] for run in runs if run.style.angle != 0]
    return [_Piece(_around(group), tuple(group)) for group in [*pieces, *turned]]


def _around(runs: Sequence[Run]) -> Box:
    if len(runs) == 1:
        return runs[0].x0, runs[0].top, runs[0].x1, runs[0].bottom
    return (
        min([run.x0 for run in runs]),
        min([run.top for run in runs]),
        max([run.x1 for run in runs]),
        max([run.bottom for run in runs]),
    )


def _gutter(pieces: Sequence[_Piece], width: float) -> float | None:
    """The middle of the empty strip between two columns of running text, where there is one."""
    if len(pieces) < 2 * _LEAST_LINES:
        return None
    start, end = _MIDDLE[0] * width, _MIDDLE[1] * width
    if sum(piece.box[0] > start for piece in pieces) < _LEAST_LINES:
        return None
    steps = [start + i * _STEP for i in range(int((end - start) / _STEP))]
    boxes = np.array([piece.box for piece in pieces])
    places = np.array(steps)[:, np.newaxis]
    crossed = ((boxes[:, 0] < places) & (places < boxes[:, 2])).sum(axis=1).tolist()
    fewest = min(crossed)
    if fewest > _CROSSING * len(pieces):
        return None
    strip = _widest([x for x, count in zip(steps, crossed, strict=True) if count == fewest])
    middle = (strip[0] + strip[-1]) / 2
    is_wide = strip[-1] - strip[0] >= _GUTTER - _STEP
    return middle if is_wide and _are_columns(pieces, middle) else None


def _widest(steps: list[float]) -> list[float]:
    """The longest stretch of neighbouring steps."""
    best: list[float] = []
    stretch: list[float] = []
    for x in steps:
        stretch = [*stretch, x] if stretch and x - stretch[-1] < 1.5 * _STEP else [x]
        if len(stretch) > len(best):
            best = stretch
    return best


def _are_columns(pieces: Sequence[_Piece], gutter: float) -> bool:
    """Whether there is running text on both sides, side by side, and not labels and values."""
    left = [piece.box for piece in pieces if piece.box[2] <= gutter]
    right = [piece.box for piece in pieces if piece.box[0] >= gutter]
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    beside = min(max(b[3] for b in left), max(b[3] for b in right)) - max(
        min(b[1] for b in left), min(b[1] for b in right)
    )
    if beside <= 0:
        return False
    start, end = min(b[0] for b in left), max(b[2] for b in right)
    return _is_running_text(left, gutter - start) and _is_running_text(right, end - gutter)


def _is_running_text(side: Sequence[Box], room: float) -> bool:
    """Whether enough lines fill the column; labels and values leave most of it empty."""
    full = sum(box[2] - box[0] > _FILLED * room for box in side)
    return full >= max(_LEAST_FULL, _FULL_SHARE * len(side))
