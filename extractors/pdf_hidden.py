"""Words that are in the file but that nobody sees on the page."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import compress, islice, repeat

import numpy as np

from extractors import pdf_engine as engine
from extractors.document import Box
from extractors.pdf_drawn import MAX_OBJECTS, Drawn, Fill
from extractors.pdf_styles import INVISIBLE
from extractors.pdf_text import Run

_ACTUAL_TEXT = ctypes.create_string_buffer(b"ActualText")
_ACTUAL_TEXT_AT = ctypes.addressof(_ACTUAL_TEXT)
_TINY = 2.0  # points: nobody reads letters so small
_SAME_COLOUR = 24  # of 255, in each of red, green and blue
_UNDER_PICTURE = 0.3  # of the page: a picture so large can be a scan with words laid over it
_WHITE = (255, 255, 255)
_FILLED_MODES = {0, 4}  # letters that are filled and not outlined


@dataclass(frozen=True, slots=True)
class Seen:
    """A page's words, parted by whether a reader of the page sees them."""

    shown: list[Run]
    hidden: list[Run]
    recognised: bool  # those shown are unseen words over a scan


def unmask(page: int) -> None:
    """Takes off a page what its letters are said to stand for, so that those drawn are read.

    A file may give words an «actual text» that is not what the page shows; PDFium believes it.
    """
    room = MAX_OBJECTS
    level = list(map(engine.object_at, repeat(page), range(min(engine.object_count(page), room))))
    while level:
        room -= len(level)
        for handle in compress(level, map(engine.mark_count, level)):
            _unmask(handle)
        kinds = zip(level, map(engine.object_type, level), strict=True)
        inner = (
            engine.form_object_at(handle, i)
            for handle, kind in kinds
            if kind == engine.FORM
            for i in range(engine.form_object_count(handle))
        )
        level = list(islice(inner, room))


def _unmask(handle: int) -> None:
    for i in range(engine.mark_count(handle) - 1, -1, -1):
        mark = engine.mark_at(handle, i)
        if engine.mark_value_type(mark, _ACTUAL_TEXT_AT) > 0:
            engine.remove_mark(handle, mark)


def seen(
    runs: list[Run],
    drawn: Drawn,
    width: float,
    height: float,
    is_opaque: Callable[[int], bool] = lambda _: False,
) -> Seen:
    """The words that are seen, and those that are not.

    Unseen words over a large picture are what text recognition leaves in a scan: they stand for
    what the picture shows, and are read, but only on a page that shows no words of its own.
    `is_opaque` tells of a picture whether nothing below it is seen.
    """
    shown: list[Run] = []
    unseen: list[Run] = []
    hidden: list[Run] = []
    for run, fills in zip(runs, _fills_around(runs, drawn.fills), strict=True):
        if (
            run.style.mode == INVISIBLE
            or run.style.opacity == 0
            or (drawn.pictures and _is_under_picture(run, drawn, is_opaque))
        ):
            unseen.append(run)
        elif (
            _is_off_page(run, width, height)
            or _is_tiny(run)
            or _is_outside(run, drawn.windows.get(run.handle))
            or _is_covered(run, fills, drawn, width)
        ):
            hidden.append(run)
        else:
            shown.append(run)
    scans = [box for box, _ in drawn.pictures if _area(box) > _UNDER_PICTURE * width * height]
    letters = sum([len(run.text) for run in shown])
    over = [run for run in unseen if any(_holds(box, run) for box in scans)]
    if sum(len(run.text) for run in over) > 3 * letters:
        rest = [run for run in unseen if run not in over]
        return Seen(shown + over, hidden + rest, recognised=True)
    return Seen(shown, hidden + unseen, recognised=False)


def without(view: Seen, unseen: Collection[int]) -> Seen:
    """The same view, with the words of those text objects among the hidden ones."""
    shown = [run for run in view.shown if run.handle not in unseen]
    hidden = [run for run in view.shown if run.handle in unseen]
    return Seen(shown, [*view.hidden, *hidden], view.recognised)


def _fills_around(runs: list[Run], fills: list[Fill]) -> list[list[Fill]]:
    """For each run, the fills that its middle stands on, in the order in which they are drawn."""
    around: list[list[Fill]] = [[] for _ in runs]
    if runs and fills:
        places = np.array([(run.x0 + run.x1, run.top + run.bottom) for run in runs]) / 2
        boxes = np.array([fill.box for fill in fills])
        x, y = places[:, :1], places[:, 1:]
        holds = (boxes[:, 0] <= x) & (x <= boxes[:, 2]) & (boxes[:, 1] <= y) & (y <= boxes[:, 3])
        for run, fill in zip(*(found.tolist() for found in np.nonzero(holds)), strict=True):
            around[run].append(fills[fill])
    return around


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_off_page(run: Run, width: float, height: float) -> bool:
    x, y = (run.x0 + run.x1) / 2, (run.top + run.bottom) / 2
    return not (0 <= x <= width and 0 <= y <= height)


def _is_tiny(run: Run) -> bool:
    return run.style.size < _TINY and min(run.bottom - run.top, run.x1 - run.x0) < _TINY


def _is_outside(run: Run, window: Box | None) -> bool:
    """Whether words stand wholly beside the window through which they are drawn."""
    if window is None:
        return False
    x0, top, x1, bottom = window
    return run.x1 < x0 or run.x0 > x1 or run.bottom < top or run.top > bottom


def _holds(box: Box, run: Run) -> bool:
    x, y = (run.x0 + run.x1) / 2, (run.top + run.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _is_covered(run: Run, fills: list[Fill], drawn: Drawn, width: float) -> bool:
    """Whether words have the colour of what they stand on, or something was drawn over them."""
    when = drawn.order.get(run.handle, 0)
    ground = _WHITE
    for fill in fills:
        if fill.order < when:
            ground = fill.colour
        elif _hides(fill, run, width):
            return True
    if _like(run.style.colour, ground) and run.style.mode in _FILLED_MODES:
        return not any(_holds(box, run) and order < when for box, order in drawn.pictures)
    return False


def _is_under_picture(run: Run, drawn: Drawn, is_opaque: Callable[[int], bool]) -> bool:
    """Whether a picture was drawn over words later that lets nothing through."""
    when = drawn.order.get(run.handle, 0)
    return any(
        order > when
        and box[0] <= run.x0 + 1
        and box[2] >= run.x1 - 1
        and box[1] <= run.top + run.style.size / 2
        and box[3] >= run.bottom - run.style.size / 2
        and is_opaque(drawn.images[order])
        for box, order in drawn.pictures
    )


def _hides(fill: Fill, run: Run, width: float) -> bool:
    """Whether a fill drawn after the words lies over all that the page shows of them."""
    x0, top, x1, bottom = fill.box
    wide = x0 <= max(run.x0, 0) + 1 and x1 >= min(run.x1, width) - 1
    high = top <= run.top + run.style.size / 2 and bottom >= run.bottom - run.style.size / 2
    return wide and high and not engine.is_transparent(fill.handle)


def _like(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return (
        abs(one[0] - other[0]) <= _SAME_COLOUR
        and abs(one[1] - other[1]) <= _SAME_COLOUR
        and abs(one[2] - other[2]) <= _SAME_COLOUR
    )
