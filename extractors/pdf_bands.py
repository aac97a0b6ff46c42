"""The last row of a banded table: white, below the last band, with no line to close it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.document import Box
from extractors.pdf_drawn import Drawn
from extractors.pdf_rows import strips_between
from extractors.pdf_text import Run

_WHITE = 245  # a fill this light in red, green and blue is no band
_SAME = 3.0  # points
_LOWEST, _HIGHEST = 9.0, 260.0  # points: how high a row may be
_WIDE = 150.0  # points: a table is no narrower
_TOUCH = 1.0  # points: two bands so near follow each other without a row between them
_FIRST_LINE = 2.2  # of the font size: below the band, where the row's first line stands at most
_NEXT_LINE = 1.5  # of the font size: lines of one cell stand no further apart
_PAD = 3.0  # points below the words


def closing_rules(drawn: Drawn, runs: Sequence[Run]) -> list[Box]:
    """The rules that would close the last rows of banded tables."""
    bands = [
        fill.box
        for fill in drawn.fills
        if min(fill.colour) < _WHITE
        and fill.box[2] - fill.box[0] > _WIDE
        and _LOWEST <= fill.box[3] - fill.box[1] <= _HIGHEST
    ]
    rules = []
    for stack in _stacks(bands) if len(bands) > 1 else ():
        if not _is_closed(stack, drawn):
            bottom = _foot_of_row(stack, runs)
            if bottom is not None:
                rules.append((stack[-1][0], bottom, stack[-1][2], bottom))
    return rules


def _stacks(bands: Sequence[Box]) -> list[list[Box]]:
    """Bands of one width below each other, with a row between some of them."""
    stacks: list[list[Box]] = []
    for band in sorted(set(bands), key=lambda box: (box[1], box[0])):
        for stack in stacks:
            last = stack[-1]
            same = abs(last[0] - band[0]) <= _SAME and abs(last[2] - band[2]) <= _SAME
            if same and -_TOUCH <= band[1] - last[3] <= _HIGHEST:
                stack.append(band)
                break
        else:
            stacks.append([band])
    return [s for s in stacks if any(b[1] - a[3] >= _LOWEST for a, b in pairwise(s))]


def _is_closed(stack: Sequence[Box], drawn: Drawn) -> bool:
    """Whether lines are drawn below the last band, or down past it."""
    x0, _, x1, bottom = stack[-1]
    highest = max(b[1] - a[3] for a, b in pairwise(stack)) + _HIGHEST / 4
    return any(
        line[0] < x1
        and line[2] > x0
        and line[3] > bottom + _LOWEST / 2
        and line[1] < bottom + highest
        for line in drawn.lines
    )


def _foot_of_row(stack: Sequence[Box], runs: Sequence[Run]) -> float | None:
    """Where the words of the row below the last band end; None where there is no such row."""
    x0, _, x1, bottom = stack[-1]
    inside = [run for run in runs if run.x0 >= x0 - _SAME and run.x1 <= x1 + _SAME]
    strips = strips_between([run for run in inside if stack[0][1] < run.base <= bottom])
    below = sorted((run for run in runs if run.top >= bottom - _SAME), key=lambda run: run.base)
    within = {id(run) for run in inside}
    row: list[Run] = []
    for run in below:
        reach = _NEXT_LINE if row else _FIRST_LINE
        last = row[-1].base if row else bottom
        crosses = any(run.x0 < strip < run.x1 for strip in strips)
        if run.base - last > reach * run.style.size or crosses or id(run) not in within:
            break
        row.append(run)
    columns = {sum(run.x0 > strip for strip in strips) for run in row}
    return max(run.bottom for run in row) + _PAD if len(columns) > 1 else None
