"""Dark bars with light words on them, as headings often have: turned to dark on light."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from extractors.ocr_engine import Picture, PixelBox
from extractors.ocr_rulings import Mask, joined_boxes

_STEP = 8  # pixels
_WINDOW = (5, 20)  # steps down and across: the least that can be told from a row of bold letters
_DARK = 0.62  # of it: letters on white are never so close
_MIDDLE = 140  # of 255: darker is dark
_EDGE = 3  # pixels on each side of a bar's edge: neither bar nor paper
_LEAST = (20, 250)  # pixels: how high and wide a bar is


def dark_bars(grey: Picture) -> list[PixelBox]:
    """The dark bars of a picture, words on them included."""
    rows, columns = (side // _STEP for side in grey.shape)
    if rows < _WINDOW[0] or columns < _WINDOW[1]:
        return []
    dark = grey[: rows * _STEP, : columns * _STEP] < _MIDDLE
    shares = dark.reshape(rows, _STEP, columns, _STEP).mean(axis=(1, 3))
    found = []
    for x0, y0, x1, y1 in joined_boxes(_covered(shares)):
        box = _to_the_pixel(grey, (x0 * _STEP, y0 * _STEP, x1 * _STEP, y1 * _STEP))
        if box and (grey[box[1] : box[3], box[0] : box[2]] < _MIDDLE).mean() > _DARK:
            found.append(box)
    return found


def lightened(grey: Picture, bars: Sequence[PixelBox], paper: int) -> Picture:
    """The picture with each bar's words dark on light, and its edge gone."""
    if not bars:
        return grey
    light = grey.copy()
    for x0, y0, x1, y1 in bars:
        inside = 255 - grey[y0 + _EDGE : y1 - _EDGE, x0 + _EDGE : x1 - _EDGE]
        light[max(y0 - _EDGE, 0) : y1 + _EDGE, max(x0 - _EDGE, 0) : x1 + _EDGE] = paper
        ground = float(np.median(inside)) if inside.size else paper
        even = inside.astype(np.float32) + (paper - ground)
        light[y0 + _EDGE : y1 - _EDGE, x0 + _EDGE : x1 - _EDGE] = np.clip(even, 0, 255)
    return light


def _covered(shares: NDArray[np.float64]) -> Mask:
    """The steps that lie in some window that is dark for the most part."""
    down, across = _WINDOW
    sums = np.pad(shares, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    inner = sums[down:, across:] - sums[:-down, across:] - sums[down:, :-across]
    dark = (inner + sums[:-down, :-across]) / (down * across) > _DARK
    covered = np.zeros(shares.shape, dtype=bool)
    for y, x in zip(*np.nonzero(dark), strict=True):
        covered[y : y + down, x : x + across] = True
    return covered


def _to_the_pixel(grey: Picture, box: PixelBox) -> PixelBox | None:
    """The box with its edges where light turns to dark; None where that is too small for a bar."""
    x0, y0, x1, y1 = box
    top, left = max(y0 - _STEP, 0), max(x0 - _STEP, 0)
    rows = np.flatnonzero(grey[top : y1 + _STEP, x0:x1].mean(axis=1) < _MIDDLE)
    if rows.size < _LEAST[0]:
        return None
    y0, y1 = top + int(rows[0]), top + int(rows[-1]) + 1
    columns = np.flatnonzero(grey[y0:y1, left : x1 + _STEP].mean(axis=0) < _MIDDLE)
    if columns.size < _LEAST[1] / 2:
        return None
    x0, x1 = left + int(columns[0]), left + int(columns[-1]) + 1
    return (x0, y0, x1, y1) if x1 - x0 >= _LEAST[1] and y1 - y0 >= _LEAST[0] else None
