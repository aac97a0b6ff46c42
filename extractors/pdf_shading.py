"""Which cells and lines of a PDF page stand on a coloured bar."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from extractors.document import Box
from extractors.pdf_frame import Floats
from extractors.pdf_lines import Line
from extractors.pdf_tables import GridCell

_MOST = 0.8  # of a cell, and of the height of letters


def shade(lines: list[Line], cells: list[GridCell], bars: list[Box]) -> None:
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
    if every:
        for line, on_bar in zip(every, _on_bars(every, ground), strict=True):
            line.shaded = on_bar


def _on_bars(lines: list[Line], bars: Floats) -> list[bool]:
    """For each line, whether all of it stands on one bar."""
    slack = np.array([line.size / 2 for line in lines])
    places = np.array([line.box for line in lines])
    middle = (places[:, 1] + places[:, 3]) / 2
    wide = _within(places[:, 0] + slack, places[:, 2] - slack, bars[:, 0], bars[:, 2])
    high = _within(middle - slack * _MOST, middle + slack * _MOST, bars[:, 1], bars[:, 3])
    return [bool(found) for found in np.any(wide & high, axis=1)]


def _shared(start: Floats, end: Floats, other_start: Floats, other_end: Floats) -> Floats:
    """How much of each stretch lies in each other one."""
    shared: Floats = np.minimum(end[:, None], other_end) - np.maximum(start[:, None], other_start)
    return np.maximum(shared, 0.0)


def _within(
    start: Floats, end: Floats, other_start: Floats, other_end: Floats
) -> NDArray[np.bool_]:
    """Whether each stretch lies within each other one."""
    return (other_start <= start[:, None]) & (other_end >= end[:, None])
