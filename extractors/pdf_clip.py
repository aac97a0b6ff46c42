"""The part of the page to which a PDF restricts what it draws."""

from __future__ import annotations

import ctypes

from extractors import pdf_engine as engine

_MOST_SEGMENTS = 200  # of a path: one of more is no plain window, and is taken to show everything
_X, _Y = ctypes.c_float(), ctypes.c_float()
_X_AT, _Y_AT = ctypes.addressof(_X), ctypes.addressof(_Y)

Bounds = tuple[float, float, float, float]  # left, bottom, right, top


def window_of(handle: int) -> Bounds | None:
    """The window through which an object is seen, not larger than it is; None where all of it is.

    In the coordinates of what the object stands in, the page or a form.
    """
    clip = engine.clip_of(handle)
    count = engine.clip_count(clip) if clip else 0
    window: Bounds | None = None
    for i in range(max(count, 0)):
        bounds = _bounds(clip, i)
        if bounds is None:
            continue
        window = bounds if window is None else _common(window, bounds)
    return window


def _common(one: Bounds, other: Bounds) -> Bounds:
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    return left, bottom, min(one[2], other[2]), min(one[3], other[3])


def _bounds(clip: int, index: int) -> Bounds | None:
    """The box around one of the paths of a window; None where it is too long to be looked at."""
    count = engine.clip_segment_count(clip, index)
    if not 0 < count <= _MOST_SEGMENTS:
        return None
    xs: list[float] = []
    ys: list[float] = []
    for i in range(count):
        engine.segment_point(engine.clip_segment_at(clip, index, i), _X_AT, _Y_AT)
        xs.append(_X.value)
        ys.append(_Y.value)
    return min(xs), min(ys), max(xs), max(ys)
