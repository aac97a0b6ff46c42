"""Recognised words become runs like those of any PDF: each with its size, line and look."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.ocr_engine import Picture, Word
from extractors.pdf_text import Run, Style

# How high letters are in the usual fonts, as a share of the font size.
_X_HEIGHT, _ASCENT, _DESCENT = 0.52, 0.72, 0.21
_TALL = re.compile(r"[A-Z0-9bdfhklt£&(!?/\[]")
_LOW = re.compile(r"[gjpqy(,;\[]")
_LETTERED = re.compile(r"[^\W_]")
_SAME = 0.12  # of a size: sizes that differ by no more are one
_LEAST, _MOST = 4.0, 72.0  # points


@dataclass(frozen=True, slots=True)
class Read:
    """The words of one page, and what pixels are to points on it."""

    words: tuple[Word, ...]
    scale: float


def sizes_of(pages: Sequence[Read]) -> list[dict[int, float]]:
    """For each page, the font size of every line in points: lines nearly alike have the same."""
    rough = [_rough_sizes(page) for page in pages]
    weights: dict[float, int] = {}
    for page, sizes in zip(pages, rough, strict=True):
        for word in page.words:
            size = round(sizes[word.line] * 2) / 2
            weights[size] = weights.get(size, 0) + len(word.text)
    steps = _steps(weights)
    return [
        {line: min(steps, key=lambda step: abs(step - size)) for line, size in sizes.items()}
        for sizes in rough
    ]


def _steps(weights: dict[float, int]) -> list[float]:
    """The sizes that the document is set in, the most used first."""
    steps: list[float] = []
    for size in sorted(weights, key=lambda size: (-weights[size], size)):
        if all(abs(size - step) > _SAME * step for step in steps):
            steps.append(size)
    return steps


def _rough_sizes(page: Read) -> dict[int, float]:
    found: dict[int, list[float]] = {}
    for word in page.words:
        found.setdefault(word.line, []).extend(_size(word, page.scale))
    known = [size for sizes in found.values() for size in sizes]
    usual = statistics.median(known) if known else 11.0
    return {
        line: min(max(statistics.median(sizes or [usual]), _LEAST), _MOST)
        for line, sizes in found.items()
    }


def _size(word: Word, scale: float) -> list[float]:
    """The size that a word's height tells; nothing where it has no letter."""
    if not _LETTERED.search(word.text):
        return []
    share = _ASCENT if _TALL.search(word.text) else _X_HEIGHT
    share += _DESCENT if _LOW.search(word.text) else 0
    size = (word.box[3] - word.box[1]) / scale / share
    return [size] * len(word.text)


def runs_of(page: Read, sizes: dict[int, float], grey: Picture) -> list[Run]:
    """The page's words as runs, in points."""
    return [_run(word, i, sizes[word.line], page.scale) for i, word in enumerate(page.words)]


def _run(word: Word, order: int, size: float, scale: float) -> Run:
    x0, top, x1, bottom = (side / scale for side in word.box)
    style = Style(size, bold=False, italic=False, angle=0, mode=0, colour=(0, 0, 0), opacity=255)
    base = word.base / scale
    return Run(
        text=f"{word.text} ",
        x0=x0,
        top=min(top, base - _ASCENT * size),
        x1=x1,
        bottom=max(bottom, base + _DESCENT * size),
        base=base,
        style=style,
        handle=0,
        order=order,
        first=0,
        first_word=x1 - x0,
        broke=True,
    )
