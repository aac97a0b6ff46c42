"""How recognised words look: whether they are bold, and whether the first of a line is a bullet."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from extractors.ocr_engine import PixelBox, Word

Depth = NDArray[np.int16]  # how much darker each pixel is than what it stands on

BULLET = "•"
_BOLD = 1.22  # times the usual stroke: between what plain and bold letters have
_LEAST_LETTERS = 3  # fewer say little of a stroke
_APART = 1.0  # of the font size: a gap as wide as this may part a label from its value
_BEHIND_SIGN = 3.0  # of the font size: words stand no further behind their bullet
_INK = 0.5  # of the darkest
_SIGN = 2  # letters: a bullet is read as no more
_BULLET = (0.12, 0.62)  # of the font size: how wide and how high a bullet is
_SOLID = 0.62  # of its box is ink
_NEAR_BASE = 0.12  # of the font size: a full stop or a comma stands lower than a bullet
_GAP = 0.25  # of the font size: a bullet stands apart from the words behind it


def groups_of(words: Sequence[Word], size: Mapping[int, float], scale: float) -> list[list[Word]]:
    """Words that stand together on one line: what looks alike or does not, as one."""
    groups: list[list[Word]] = []
    for word in words:
        last = groups[-1][-1] if groups else None
        is_sign = last is not None and len(groups[-1]) == 1 and len(last.text) <= _SIGN
        wide = (_BEHIND_SIGN if is_sign else _APART) * size[word.line] * scale
        if last and last.line == word.line and word.box[0] - last.box[2] < wide:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def stroke_of(words: Sequence[Word], depth: Depth) -> float:
    """How wide the strokes of a group's letters are, in pixels; 0 where that cannot be told.

    A stroke's darkness is the same however blurred it is, so it is that which is measured.
    """
    if sum(sign.isalpha() for word in words for sign in word.text) < _LEAST_LETTERS:
        return 0.0
    parts = [_part(depth, word.box, 2) for word in words]
    darkest = float(np.percentile(np.concatenate([part.ravel() for part in parts]), 97))
    if darkest <= 0:
        return 0.0
    dark, strokes = 0.0, 0
    for part in parts:
        ink = part > _INK * darkest
        near = ink.copy()
        near[:, 1:] |= ink[:, :-1]
        near[:, :-1] |= ink[:, 1:]
        strokes += int((ink[:, 1:] & ~ink[:, :-1]).sum())
        dark += float(part[near].sum())
    return dark / darkest / max(strokes, 1)


def is_bold(stroke: float, usual: float) -> bool:
    """Whether a stroke, as a share of the font size, is that of bold letters."""
    return usual > 0 and stroke > _BOLD * usual


def usual_stroke(strokes: Sequence[tuple[float, int]]) -> float:
    """The stroke of most letters, each given with how many letters have it."""
    known = list(itertools.chain.from_iterable([stroke] * n for stroke, n in strokes if stroke))
    return statistics.median(known) if known else 0.0


def with_bullet(group: list[Word], size: float, depth: Depth) -> list[Word]:
    """The group with its first word as the bullet that it is; `size` in pixels.

    Recognition takes a bullet for whatever letter is nearest: e, *, ¢, «, or °.
    """
    first = group[0]
    if len(group) < 2 or len(first.text) > _SIGN or not _is_bullet(first, size, depth):  # noqa: PLR2004 -- a bullet and its words
        return group
    if group[1].box[0] - first.box[2] < _GAP * size:
        return group
    return [replace(first, text=BULLET, confidence=100.0), *group[1:]]


def _is_bullet(word: Word, size: float, depth: Depth) -> bool:
    """Whether it is a small mark in the middle of the line's height, and solid or no letter."""
    x0, y0, x1, y1 = word.box
    least, most = _BULLET
    fits = all(least * size <= side <= most * size for side in (x1 - x0, y1 - y0))
    if not fits or word.base - y1 < _NEAR_BASE * size:
        return False
    if not any(sign.isalnum() for sign in word.text):
        return True
    part = _part(depth, word.box, 0)
    darkest = float(part.max(initial=0))
    return darkest > 0 and float((part > _INK * darkest).mean()) > _SOLID


def _part(depth: Depth, box: PixelBox, beside: int) -> NDArray[np.float64]:
    x0, y0, x1, y1 = box
    return depth[max(y0, 0) : y1, max(x0 - beside, 0) : x1 + beside].astype(np.float64)
