"""The lines that a scan shows between the cells of its tables, found in the picture itself."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from extractors.ocr_engine import Picture, PixelBox

Mask = NDArray[np.bool_]
Depth = NDArray[np.int16]  # how much darker each pixel is than what it stands on

_FAINT = 25  # of 255, darker than the paper: a line
_VERY_FAINT = 12  # the same, of a line along which noise is evened out
_INK = 90  # the same, of letters
_MOST_DEPTH = 30  # a speck counts no more than a line does, while noise is evened out
_EVENED = 9  # pixels
_FAINT_LENGTH = 3  # times as long as others
_SURE = 300  # pixels: no row of letters is dark over so long a stretch
_BESIDE = 8  # pixels
_MOSTLY = 0.6
_LEAST = 0.6  # of the length that is looked for: what is left of a line where others cross it
_GAP = 14  # pixels: noise cuts a line no further apart, and tables stand further apart
_SOLID = 0.88  # of a stretch is dark where it is a line, however it was scanned
_LEVEL = 100  # pixels (36 points): no letter is so wide
_UPRIGHT = 50  # pixels (18 points)
_UPRIGHT_ALONE = 110  # pixels: one that leads from no level line to another is as long as this
_THICKEST = 12  # pixels: a line is no thicker
_REACH = 7  # pixels: where lines meet
_ERASED = 2  # pixels on each side of a line that hold its soft edge


@dataclass(slots=True)
class Ruled:
    """What lines a picture shows, and the picture without them."""

    grey: Picture
    level: list[PixelBox] = field(default_factory=list)
    upright: list[PixelBox] = field(default_factory=list)
    bars: list[PixelBox] = field(default_factory=list)  # dark ones, their words made dark on light

    @property
    def lines(self) -> list[tuple[float, float, float, float]]:
        """Each line through its middle, in pixels."""
        across = [(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2) for x0, y0, x1, y1 in self.level]
        down = [((x0 + x1) / 2, y0, (x0 + x1) / 2, y1) for x0, y0, x1, y1 in self.upright]
        return [(float(a), float(b), float(c), float(d)) for a, b, c, d in across + down]

    @property
    def sides(self) -> list[tuple[float, float, float, float]]:
        """The sides of the bars, in pixels: a bar draws no line, but may be a cell."""
        found: list[tuple[float, float, float, float]] = []
        for x0, y0, x1, y1 in self.bars:
            found += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
        return found


def ruled(grey: Picture, ground: Picture) -> Ruled:
    """The lines of a picture that stands straight."""
    depth = ground.astype(np.int16) - grey
    level = _lines(depth, _LEVEL)
    down = [(y0, x0, y1, x1) for x0, y0, x1, y1 in _lines(depth.T, _UPRIGHT)]
    upright = [line for line in down if _is_upright(line, level)]
    clean = grey.copy()
    for x0, y0, x1, y1 in [*level, *upright]:
        part = (
            slice(max(y0 - _ERASED, 0), y1 + _ERASED),
            slice(max(x0 - _ERASED, 0), x1 + _ERASED),
        )
        clean[part] = ground[part]
    return Ruled(clean, level, upright)


def _is_upright(line: PixelBox, level: list[PixelBox]) -> bool:
    """Whether an upright stroke is a line of a table, and not one of a large letter."""
    x0, y0, x1, y1 = line
    if y1 - y0 >= _UPRIGHT_ALONE:
        return True
    meets = [other for other in level if other[0] - _REACH <= x0 and x1 <= other[2] + _REACH]
    return any(abs(other[1] - y0) <= _REACH for other in meets) and any(
        abs(other[3] - y1) <= _REACH for other in meets
    )


def _lines(depth: Depth, length: int) -> list[PixelBox]:
    """The level lines: long, dark almost throughout, and thin.

    Faint ones are looked for where noise is evened out along them, and must be longer.
    """
    dark = depth > _FAINT
    sharp = [box for box in _thin(dark, length) if _stands_alone(box, dark)]
    faint = _thin(_evened(depth) > _VERY_FAINT, _FAINT_LENGTH * length)
    more = [box for box in faint if not any(_same(box, other) for other in sharp)]
    whole = _end_to_end([*sharp, *more])
    return [box for box in whole if box[2] - box[0] >= _LEAST * length]


def _end_to_end(boxes: list[PixelBox]) -> list[PixelBox]:
    """The lines, those made one that noise has cut into pieces."""
    whole: list[PixelBox] = []
    for box in sorted(boxes):
        for i, line in enumerate(whole):
            near = abs((line[1] + line[3]) - (box[1] + box[3])) <= _REACH
            if near and box[0] - line[2] <= _GAP:
                whole[i] = (
                    line[0],
                    min(line[1], box[1]),
                    max(line[2], box[2]),
                    max(line[3], box[3]),
                )
                break
        else:
            whole.append(box)
    return whole


def _thin(dark: Mask, length: int) -> list[PixelBox]:
    solid = _stretches(dark, length) & dark
    return [box for box in joined_boxes(solid) if box[3] - box[1] <= _THICKEST]


def _evened(depth: Depth) -> Depth:
    """The depth of each pixel as the mean of its neighbours to the left and right.

    What is as dark as ink counts as light here: faint lines are looked for, and no letters.
    """
    faint = np.clip(depth, -_MOST_DEPTH, _MOST_DEPTH)
    faint[depth > _INK] = -_MOST_DEPTH
    sums = np.zeros((depth.shape[0], depth.shape[1] + 1), dtype=np.int32)
    np.cumsum(faint, axis=1, out=sums[:, 1:])
    evened = np.zeros_like(depth)
    half = _EVENED // 2
    evened[:, half:-half] = (sums[:, _EVENED:] - sums[:, :-_EVENED]) // _EVENED
    return evened


def _stands_alone(box: PixelBox, dark: Mask) -> bool:
    """Whether it is light on both sides of a short line: a row of bold letters is dark there."""
    x0, y0, x1, y1 = box
    if x1 - x0 > _SURE:
        return True
    above = dark[max(y0 - _BESIDE, 0) : max(y0 - 2, 1), x0:x1]
    below = dark[y1 + 2 : y1 + _BESIDE, x0:x1]
    return all(side.size == 0 or side.any(axis=0).mean() < _MOSTLY for side in (above, below))


def _same(one: PixelBox, other: PixelBox) -> bool:
    """Whether one line lies on the other for the most part."""
    shared = min(one[2], other[2]) - max(one[0], other[0])
    near = one[1] - _REACH <= (other[1] + other[3]) / 2 <= one[3] + _REACH
    return near and shared > _MOSTLY * (one[2] - one[0])


def _stretches(mask: Mask, length: int) -> Mask:
    """The pixels that lie in some stretch of that length that is dark almost throughout."""
    height, width = mask.shape
    if width < length:
        return np.zeros_like(mask)
    sums = np.zeros((height, width + 1), dtype=np.int32)
    np.cumsum(mask, axis=1, out=sums[:, 1:])
    begins = sums[:, length:] - sums[:, :-length] >= _SOLID * length
    marks = np.zeros((height, width + 1), dtype=np.int16)
    marks[:, : width - length + 1] += begins
    marks[:, length:] -= begins
    return np.asarray(np.cumsum(marks, axis=1)[:, :-1] > 0)


def joined_boxes(solid: Mask) -> list[PixelBox]:
    """The boxes around stretches that touch from row to row."""
    rows, starts = np.nonzero(solid & ~_moved(solid, 1))
    _, ends = np.nonzero(solid & ~_moved(solid, -1))
    boxes: list[list[int]] = []
    open_: list[list[int]] = []
    for y, x0, x1 in zip(rows.tolist(), starts.tolist(), (ends + 1).tolist(), strict=True):
        open_ = [box for box in open_ if box[3] >= y]
        near = [box for box in open_ if box[0] <= x1 + 2 and box[2] >= x0 - 2]
        if near:
            first = near[0]
            for box in [*near[1:], [x0, y, x1, y + 1]]:
                first[:] = (
                    min(first[0], box[0]),
                    min(first[1], box[1]),
                    max(first[2], box[2]),
                    max(first[3], box[3]),
                )
                if box in open_ and box is not first:
                    open_ = [other for other in open_ if other is not box]
                    boxes = [other for other in boxes if other is not box]
        else:
            box = [x0, y, x1, y + 1]
            boxes.append(box)
            open_.append(box)
    return [(box[0], box[1], box[2], box[3]) for box in boxes]


def _moved(mask: Mask, by: int) -> Mask:
    """The mask moved sideways by a pixel."""
    moved = np.zeros_like(mask)
    if by > 0:
        moved[:, by:] = mask[:, :-by]
    else:
        moved[:, :by] = mask[:, -by:]
    return moved
