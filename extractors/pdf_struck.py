"""Words with a line through them: agreed deletions that the page still shows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from extractors.document import Box
from extractors.pdf_drawn import Drawn
from extractors.pdf_frame import Frame
from extractors.pdf_text import Letters, Run

# Of the font size, above the line that words stand on: an underline is lower, a ruling higher.
_LOWEST, _HIGHEST = 0.12, 0.5
_ENDS = 0.35  # of the font size: how far from the words' ends the line may end
_ENDS_OF_ONE = 0.15  # the same, for a line through one sign
_CORNER = 2.0  # points: an upright line so near to its end makes it a side of a cell
_SHORTEST = 2.0  # points
_BESIDE = 0.6  # of the font size: words further apart stand in different cells
_SPACE = 0.3  # of the font size: as wide as a space is


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Signs of a run under a line, from the first up to, not including, the last."""

    run: int
    start: int
    stop: int
    x0: float
    x1: float


def take_struck(
    runs: list[Run], drawn: Drawn, letters: Letters, frame: Frame, marked: Sequence[Box] = ()
) -> tuple[list[Run], list[Run]]:
    """The runs that are not struck through, and those that are, parted where a line begins or ends.

    A line through words is as long as they are and meets no other line. Lines found to be such
    are no rulings, and are taken from what is drawn. `marked` are boxes
    of the file that a note strikes through.
    """
    level = sorted([run for run in runs if run.style.angle == 0], key=attrgetter("base"))
    if not level:
        return runs, []
    bases = [run.base for run in level]
    tallest = max([run.style.size for run in level]) * _HIGHEST
    strikes: list[_Stretch] = []
    lines: set[Box] = set()
    for line in [*drawn.lines, *(_through(box, frame) for box in marked)]:
        x0, y, x1, bottom = line
        if bottom - y > 0 or x1 - x0 < _SHORTEST:
            continue
        begin, end = bisect_left(bases, y), bisect_right(bases, y + tallest)
        if begin == end:
            continue
        crossed = [i for i in range(begin, end) if _crosses(line, level[i])]
        if crossed and not _meets_upright(line, drawn):
            found = _covered(line, [(i, level[i]) for i in crossed], letters, frame)
            if found:
                strikes += found
                lines.add(line)
    if not strikes:
        return runs, []
    drawn.lines = [line for line in drawn.lines if line not in lines]
    return _parted(runs, level, strikes, letters, frame)


def _through(box: Box, frame: Frame) -> Box:
    """The line through the middle of a box of the file: left, bottom, right and top."""
    (x0, y0), (x1, y1) = frame.point(box[0], box[1]), frame.point(box[2], box[3])
    return min(x0, x1), (y0 + y1) / 2, max(x0, x1), (y0 + y1) / 2


def _crosses(line: Box, run: Run) -> bool:
    above = (run.base - line[1]) / max(run.style.size, 0.1)
    return _LOWEST < above < _HIGHEST and run.x0 < line[2] and run.x1 > line[0]


def _meets_upright(line: Box, drawn: Drawn) -> bool:
    """Whether a line ends at an upright one, as the sides of cells do."""
    x0, y, x1, _ = line
    return any(
        side[1] - _CORNER <= y <= side[3] + _CORNER
        and (abs(side[0] - x0) < _CORNER or abs(side[0] - x1) < _CORNER)
        for side in drawn.rulings
        if side[3] > side[1]
    )


def _covered(
    line: Box, runs: Sequence[tuple[int, Run]], letters: Letters, frame: Frame
) -> list[_Stretch]:
    """The words under a line, where it begins and ends as they do."""
    found = [part for i, run in runs for part in _under(line, i, run, letters, frame)]
    signs = "".join(
        level.text[part.start : part.stop] for part in found for i, level in runs if i == part.run
    )
    worded = sum(map(str.isalnum, signs))
    if not worded:
        return []
    size = max(run.style.size for _, run in runs)
    slack = size * (_ENDS if worded > 1 else _ENDS_OF_ONE)
    begins = abs(min(part.x0 for part in found) - line[0])
    ends = abs(max(part.x1 for part in found) - line[2])
    return found if max(begins, ends) <= slack else []


def _under(line: Box, index: int, run: Run, letters: Letters, frame: Frame) -> list[_Stretch]:
    """The signs of a run whose middles are under a line."""
    slack = _ENDS_OF_ONE * run.style.size
    if line[0] <= run.x0 + slack and line[2] >= run.x1 - slack:
        return [_Stretch(index, 0, len(run.text), run.x0, run.x1)]
    boxes = letters.boxes(range(run.first, run.first + len(run.text)), frame)
    middles = (boxes[:, 0] + boxes[:, 2]) / 2
    under = ((middles >= line[0]) & (middles <= line[2])).nonzero()[0].tolist()
    if not under:
        return []
    start, stop = under[0], under[-1] + 1
    x0, x1 = float(boxes[start:stop, 0].min()), float(boxes[start:stop, 2].max())
    return [_Stretch(index, start, stop, x0, x1)]


def _parted(
    runs: list[Run], level: list[Run], strikes: list[_Stretch], letters: Letters, frame: Frame
) -> tuple[list[Run], list[Run]]:
    struck_signs: dict[int, set[int]] = {}
    for part in strikes:
        run = level[part.run]
        struck_signs.setdefault(id(run), set()).update(range(part.start, part.stop))
    kept: list[Run] = []
    struck: list[Run] = []
    for run in runs:
        signs = struck_signs.get(id(run))
        if signs is None:
            kept.append(run)
        elif len(signs) == len(run.text):
            struck.append(run)
        else:
            for piece, is_struck in _pieces(run, signs, letters, frame):
                (struck if is_struck else kept).append(piece)
    _close_gaps(kept, struck)
    return kept, struck


def _close_gaps(kept: Sequence[Run], struck: Sequence[Run]) -> None:
    """Gives the room of struck words to those before them, lest it be taken for a wide gap."""
    taken = {id(run) for run in struck}
    bases = {round(run.base) for run in struck}
    level = [r for r in [*kept, *struck] if r.style.angle == 0 and round(r.base) in bases]
    for _, line in groupby(sorted(level, key=_place), key=lambda run: round(run.base)):
        last: Run | None = None
        gone: list[Run] = []
        for run in line:
            if id(run) in taken:
                gone.append(run)
                continue
            if gone:
                _close_gap(last, gone, run)
            last, gone = run, []
        if gone and last is not None and _is_beside(last, gone[0]):
            last.x1 = max(last.x1, gone[-1].x1)


def _place(run: Run) -> tuple[int, float]:
    return round(run.base), run.x0


def _is_beside(before: Run, run: Run) -> bool:
    return run.x0 - before.x1 < _BESIDE * run.style.size


def _close_gap(last: Run | None, gone: Sequence[Run], run: Run) -> None:
    if not _is_beside(gone[-1], run):
        return
    if last is None:
        run.x0 = min(run.x0, gone[0].x0)
    elif _is_beside(last, gone[0]):
        signs = (last.text[-1], gone[0].text[0], gone[-1].text[-1], run.text[0])
        room = _SPACE if " " in signs else 0.0
        last.x1 = max(last.x1, run.x0 - room * run.style.size)


def _pieces(run: Run, signs: set[int], letters: Letters, frame: Frame) -> list[tuple[Run, bool]]:
    """A run's struck parts and those between them."""
    boxes = letters.boxes(range(run.first, run.first + len(run.text)), frame)
    cuts = [i for i in range(1, len(run.text)) if (i in signs) != (i - 1 in signs)]
    pieces = []
    for start, stop in zip([0, *cuts], [*cuts, len(run.text)], strict=True):
        text = run.text[start:stop]
        bare = text.strip()
        if not bare:
            continue
        first = start + text.index(bare[0])
        word = first + len(bare.split(None, 1)[0]) - 1
        piece = replace(
            run,
            text=text,
            x0=float(boxes[start:stop, 0].min()),
            x1=float(boxes[start:stop, 2].max()),
            first=run.first + start,
            first_word=float(boxes[word, 2] - boxes[first, 0]),
            broke=run.broke and stop == len(run.text),
        )
        pieces.append((piece, start in signs))
    return pieces
