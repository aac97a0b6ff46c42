"""The words of a PDF page put into the cells of its tables, cut where a cell ends."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from extractors.pdf_frame import Floats, Frame
from extractors.pdf_lines import lines_of
from extractors.pdf_tables import GridCell
from extractors.pdf_text import Letters, Run


@dataclass(frozen=True, slots=True)
class Source:
    """Where the box of any single character can be asked for."""

    letters: Letters
    frame: Frame


def into_cells(
    runs: list[Run], cells: list[GridCell], source: Source | None, page: int
) -> list[Run]:
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
        parts = [(begin, run)]
        if begin != end and source is not None:
            parts = _parted(run, boxes, source)
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


def _parted(run: Run, boxes: Floats, source: Source) -> list[tuple[int, Run]]:
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
