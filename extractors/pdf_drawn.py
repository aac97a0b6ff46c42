"""What is drawn on a PDF page beside its words: rulings, coloured bars and pictures."""

from __future__ import annotations

import ctypes
import math
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise, repeat

from extractors import pdf_engine as engine
from extractors.document import Box
from extractors.pdf_clip import Bounds, window_of
from extractors.pdf_frame import Frame

MAX_OBJECTS = 20_000
MAX_SEGMENTS = 60_000
MAX_DEPTH = 12
THIN = 3.0  # points: a filled shape no thicker than this is a line
_THICK_STROKE = 5.0  # points: a line drawn so thick is a bar
_CARD = (40.0, 12.0)  # points: the least width and height of a box that holds words
_FAR = 20_000.0  # points: no page is so large
_STRAIGHT = 0.5  # points: how far a ruling may lean

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]
_WHOLE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled area, and when it was drawn."""

    box: Box
    colour: tuple[int, int, int]
    order: int
    handle: int


@dataclass(slots=True)
class Drawn:
    """What a page holds beside words; `order` tells when each text object was drawn."""

    lines: list[Box] = field(default_factory=list)  # drawn as such
    sides: list[Box] = field(default_factory=list)  # of filled areas, which draw no line
    fills: list[Fill] = field(default_factory=list)
    pictures: list[tuple[Box, int]] = field(default_factory=list)
    images: dict[int, int] = field(default_factory=dict)  # the pictures by when they were drawn
    order: dict[int, int] = field(default_factory=dict)
    windows: dict[int, Box] = field(default_factory=dict)  # of text objects: no more of it is seen
    shapes: int = 0  # drawn with curves, as letters turned into outlines are
    objects: int = 0
    segments: int = 0

    @property
    def rulings(self) -> list[Box]:
        """All lines and sides that may be those of cells."""
        return self.lines + self.sides

    @property
    def too_much(self) -> bool:
        """Whether there is more than is worth looking at."""
        return self.objects > MAX_OBJECTS or self.segments > MAX_SEGMENTS


class _Buffer:
    """Room for what PDFium writes back, made once."""

    def __init__(self) -> None:
        self.floats = (ctypes.c_float * 8)()
        self.ints = (ctypes.c_uint * 4)()
        self.float_at = [ctypes.addressof(self.floats) + 4 * i for i in range(8)]
        self.int_at = [ctypes.addressof(self.ints) + 4 * i for i in range(4)]

    def matrix(self, handle: int) -> Matrix:
        """An object's own matrix."""
        engine.object_matrix(handle, self.float_at[0])
        return tuple(self.floats[:6])  # type: ignore[return-value]

    def bounds(self, handle: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of an object."""
        at = self.float_at
        engine.object_bounds(handle, at[0], at[1], at[2], at[3])
        left, bottom, right, top = self.floats[:4]
        return left, bottom, right, top

    def colour(self, handle: int) -> tuple[int, int, int, int]:
        """Red, green, blue and opacity, 0 to 255; black where the fill is a pattern."""
        at = self.int_at
        if not engine.fill_colour(handle, at[0], at[1], at[2], at[3]):
            return 0, 0, 0, 255
        red, green, blue, opacity = self.ints
        return red, green, blue, opacity

    def mode(self, handle: int) -> tuple[bool, bool]:
        """Whether a path is filled, and whether it is stroked."""
        engine.draw_mode(handle, self.int_at[0], self.int_at[1])
        return bool(self.ints[0]), bool(self.ints[1])


_BUFFER = _Buffer()


def drawn_on(page: int, frame: Frame) -> Drawn:
    """Everything drawn on a page, in the reader's coordinates."""
    drawn = Drawn()
    count = min(engine.object_count(page), MAX_OBJECTS + 1)
    handles = list(map(engine.object_at, repeat(page), range(count)))
    for handle, matrix, kind in _objects(handles, _WHOLE, drawn, 0):
        if kind == engine.TEXT:
            drawn.order[handle] = drawn.objects
            if window := window_of(handle):
                drawn.windows[handle] = _window(window, matrix, frame)
        elif kind == engine.PATH:
            _add_path(handle, matrix, frame, drawn)
        elif kind == engine.IMAGE:
            box = _placed(_BUFFER.bounds(handle), matrix, frame)
            drawn.pictures.append((box, drawn.objects))
            drawn.images[drawn.objects] = handle
        if drawn.too_much:
            break
    return drawn


def _objects(
    handles: list[int], matrix: Matrix, drawn: Drawn, depth: int
) -> Iterator[tuple[int, Matrix, int]]:
    """Objects in the order in which they are drawn, those inside forms included."""
    for handle, kind in zip(handles, map(engine.object_type, handles), strict=True):
        drawn.objects += 1
        if kind != engine.FORM:
            yield handle, matrix, kind
        elif depth < MAX_DEPTH and not drawn.too_much:
            count = min(engine.form_object_count(handle), MAX_OBJECTS + 1)
            inner = list(map(engine.form_object_at, repeat(handle), range(count)))
            whole = _times(_BUFFER.matrix(handle), matrix)
            yield from _objects(inner, whole, drawn, depth + 1)


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def _moved(point: Point, matrix: Matrix) -> Point:
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _placed(bounds: tuple[float, float, float, float], matrix: Matrix, frame: Frame) -> Box:
    left, bottom, right, top = bounds
    corners = ((left, bottom), (right, bottom), (left, top), (right, top))
    if matrix is not _WHOLE:
        corners = tuple(_moved(corner, matrix) for corner in corners)  # type: ignore[assignment]
    return _around([frame.point(*corner) for corner in corners])


def _window(bounds: Bounds, matrix: Matrix, frame: Frame) -> Box:
    """A window as a box on the page; an empty one stays empty."""
    left, bottom, right, top = bounds
    if left > right or bottom > top:
        return math.inf, math.inf, -math.inf, -math.inf
    return _placed(bounds, matrix, frame)


def _around(points: list[Point]) -> Box:
    xs = [x for x, _ in points]
    ys = [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _add_path(handle: int, matrix: Matrix, frame: Frame, drawn: Drawn) -> None:
    filled, stroked = _BUFFER.mode(handle)
    if not (filled or stroked):
        return
    count = max(engine.segment_count(handle), 0)
    drawn.segments += count
    colour = _BUFFER.colour(handle) if filled else (0, 0, 0, 0)
    if drawn.too_much or not (stroked or colour[3]):
        return
    if not stroked and 4 <= count <= 6:  # noqa: PLR2004 -- four corners, closed or not
        box = _placed(_BUFFER.bounds(handle), matrix, frame)
        if min(box[2] - box[0], box[3] - box[1]) <= THIN:
            _add_thin(box, drawn.lines)
            return
    whole = _times(_BUFFER.matrix(handle), matrix)
    thick = _stroke_thickness(handle, whole) if stroked else 0.0
    for points, straight, closed in _subpaths(handle, count):
        moved = points if whole == _WHOLE else [_moved(point, whole) for point in points]
        outline = [frame.point(*point) for point in moved]
        rulings = drawn.lines if stroked else drawn.sides
        if _add_outline(outline, straight=straight, closed=closed or filled, to=rulings):
            drawn.shapes += 1
        if filled and colour[3]:
            drawn.fills.append(Fill(_around(outline), colour[:3], drawn.objects, handle))
        elif thick > _THICK_STROKE and len(outline) == 2:  # noqa: PLR2004 -- one straight line
            drawn.fills.append(Fill(_thickened(outline, thick), (0, 0, 1), drawn.objects, handle))


def _stroke_thickness(handle: int, whole: Matrix) -> float:
    engine.stroke_width(handle, _BUFFER.float_at[0])
    a, b, c, d, _, _ = whole
    scale: float = abs(a * d - b * c) ** 0.5
    return float(_BUFFER.floats[0]) * scale


def _thickened(line: list[Point], thick: float) -> Box:
    x0, top, x1, bottom = _around(line)
    half = thick / 2
    if x1 - x0 > bottom - top:
        return x0, top - half, x1, bottom + half
    return x0 - half, top, x1 + half, bottom


def _subpaths(handle: int, count: int) -> Iterator[tuple[list[Point], list[bool], bool]]:
    """A path's pieces: points, whether the way to each was straight, whether the end is joined."""
    segments = list(map(engine.segment_at, repeat(handle), range(count)))
    kinds = list(map(engine.segment_type, segments))
    closes = list(map(engine.segment_closes, segments))
    found = (ctypes.c_float * (2 * count))()
    start, end = ctypes.addressof(found), ctypes.addressof(found) + 8 * count
    deque(map(engine.segment_point, segments, range(start, end, 8), range(start + 4, end, 8)), 0)
    values = found[:]
    points = list(zip(values[::2], values[1::2], strict=True))
    cuts = [i for i in range(1, count) if kinds[i] == engine.MOVE]
    for first, after in pairwise((0, *cuts, count)):
        if after - first > 1:
            straight = [kind != engine.CURVE for kind in kinds[first:after]]
            yield points[first:after], straight, any(closes[first:after])


def _add_outline(points: list[Point], *, straight: list[bool], closed: bool, to: list[Box]) -> bool:
    """Adds the upright and level sides of an outline; says whether it is curved somewhere."""
    pairs = list(zip(points, points[1:], straight[1:], strict=False))
    if closed and points[0] != points[-1]:
        pairs.append((points[-1], points[0], True))
    if not all(straight):
        if closed:
            _add_rounded(points, pairs, to)
        return True
    for (x0, y0), (x1, y1), _ in pairs:
        _add_ruling(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), to)
    return False


def _add_rounded(
    points: list[Point], pairs: list[tuple[Point, Point, bool]], to: list[Box]
) -> None:
    """A rectangle with rounded corners counts as one with sharp ones."""
    x0, top, x1, bottom = _around(points)
    if x1 - x0 < _CARD[0] or bottom - top < _CARD[1]:
        return
    sides = sum(
        abs(a[0] - b[0]) + abs(a[1] - b[1])
        for a, b, straight in pairs
        if straight and min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= _STRAIGHT
    )
    if sides > (x1 - x0) + (bottom - top):  # at least half of the way round
        to += [(x0, top, x1, top), (x0, bottom, x1, bottom)]
        to += [(x0, top, x0, bottom), (x1, top, x1, bottom)]


def _add_ruling(x0: float, top: float, x1: float, bottom: float, to: list[Box]) -> None:
    """Adds a line that is level or upright; one that leans, or leads nowhere, is no ruling."""
    if not (-_FAR < x0 <= x1 < _FAR and -_FAR < top <= bottom < _FAR):
        return
    if bottom - top <= _STRAIGHT < x1 - x0:
        middle = (top + bottom) / 2
        to.append((x0, middle, x1, middle))
    elif x1 - x0 <= _STRAIGHT < bottom - top:
        middle = (x0 + x1) / 2
        to.append((middle, top, middle, bottom))


def _add_thin(box: Box, to: list[Box]) -> None:
    """The line that a thin filled shape draws, through its middle."""
    x0, top, x1, bottom = box
    if x1 - x0 >= bottom - top:
        _add_ruling(x0, (top + bottom) / 2, x1, (top + bottom) / 2, to)
    else:
        _add_ruling((x0 + x1) / 2, top, (x0 + x1) / 2, bottom, to)
