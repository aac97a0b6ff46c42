"""A page as a picture: upright, straight, and what its pixels are on the page."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter

from extractors.ocr_engine import DPI, Picture

MAX_PIXELS = 20_000_000  # a page of A2; larger ones are taken coarser
_POINT = 72  # to the inch
_MOST_LEAN = 4.0  # degrees: paper is fed in no more crookedly
_LEAST_LEAN = 0.05
_DARK = 60  # of 255, darker than the paper: ink
_BLOCK = 32  # pixels: higher than a line of words
_NOISY = 5.0  # of 255: how much the paper of a good scan varies at most
_EVENED = 0.8  # pixels: the reach over which noise is evened out
_NOISES = 0.9  # times the noise: what is fainter then is no ink
_LEAST_NOISE, _MOST_NOISE = 15.0, 30.0
_DARKER = 4.0  # times: grey letters are made as dark as others
_DOWN, _ACROSS = 2, 8  # pixels to a step, while the lean is looked for


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page's picture, straightened; `scale` is pixels to the point."""

    grey: Picture
    scale: float
    turns: int = 0  # by how many quarters it was turned clockwise to be read

    @property
    def width(self) -> float:
        """The page's width in points."""
        return float(self.grey.shape[1] / self.scale)

    @property
    def height(self) -> float:
        """The page's height in points."""
        return float(self.grey.shape[0] / self.scale)


def taken(page: pypdfium2.PdfPage) -> PagePicture:
    """The picture of a page as a reader sees it, made straight."""
    width, height = page.get_size()
    scale = min(DPI / _POINT, math.sqrt(MAX_PIXELS / max(width * height, 1.0)))
    bitmap = page.render(scale=scale, grayscale=True)
    grey = np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width)
    bitmap.close()
    return PagePicture(_straight(grey), scale)


def turned(picture: PagePicture, quarters: int) -> PagePicture:
    """The picture turned clockwise by so many quarters."""
    grey = np.ascontiguousarray(np.rot90(picture.grey, -quarters))
    return PagePicture(_straight(grey), picture.scale, quarters)


def runs_upwards(grey: Picture) -> bool:
    """Whether a picture's words seem to stand on end: its ink falls into columns, not rows."""
    ink = _coarse(grey, (_ACROSS, _ACROSS))
    rows, columns = (ink.sum(axis=axis).astype(np.float64) for axis in (1, 0))
    return bool((np.diff(columns) ** 2).sum() > (np.diff(rows) ** 2).sum())


def _straight(grey: Picture) -> Picture:
    """The picture turned by the little that its lines lean."""
    lean = lean_of(grey)
    if abs(lean) < _LEAST_LEAN:
        return grey
    paper = paper_of(grey)
    return np.array(Image.fromarray(grey).rotate(lean, Image.Resampling.BICUBIC, fillcolor=paper))


def ground_of(grey: Picture) -> Picture:
    """For each pixel, how light that is which it stands on: the paper, or a coloured bar."""
    if min(grey.shape) < _BLOCK:
        return np.full_like(grey, paper_of(grey))
    rows, columns = (side // _BLOCK for side in grey.shape)
    blocks = grey[: rows * _BLOCK, : columns * _BLOCK].reshape(rows, _BLOCK, columns, _BLOCK)
    middles = np.percentile(blocks[:, ::2, :, ::2], 65, axis=(1, 3)).astype(np.uint8)
    large = Image.fromarray(middles).resize(
        (grey.shape[1], grey.shape[0]), Image.Resampling.BILINEAR
    )
    return np.array(large)


def without_noise(grey: Picture, ground: Picture) -> Picture:
    """The picture with specks and shades gone where it has them; else as it is."""
    depth = ground.astype(np.int16) - grey
    sample = depth[::4, ::4]
    noise = 1.48 * float(np.median(np.abs(sample - np.median(sample))))
    if noise < _NOISY:
        return grey
    even = np.array(Image.fromarray(grey).filter(ImageFilter.GaussianBlur(_EVENED)))
    least = min(max(_NOISES * noise, _LEAST_NOISE), _MOST_NOISE)
    ink = (ground.astype(np.float32) - even - least) * _DARKER
    return np.asarray(255 - np.clip(ink, 0, 255)).astype(np.uint8)


def paper_of(grey: Picture) -> int:
    """How light the paper is."""
    return int(np.percentile(grey[::8, ::8], 80))


def lean_of(grey: Picture) -> float:
    """By how many degrees lines of words fall away to the right.

    Where the picture is turned by the right angle, the ink of lines falls into the same rows, and
    the space between them is empty.
    """
    ink = _coarse(grey, (_DOWN, _ACROSS))
    y, x = np.nonzero(ink)
    if not y.size:
        return 0.0
    x = (x - ink.shape[1] / 2) * (_ACROSS / _DOWN)  # both ways in the same steps
    best, step = 0.0, 0.5
    tried = np.arange(-_MOST_LEAN, _MOST_LEAN + step, step)
    while step > _LEAST_LEAN / 2:
        best = max(tried, key=lambda lean: (_sharpness(x, y, lean), -abs(lean)))
        step /= 3
        tried = best + step * np.arange(-3, 4)
    return round(float(best), 2)


def _coarse(grey: Picture, step: tuple[int, int]) -> Picture:
    """Where there is ink, in steps of so many pixels down and across."""
    down, across = step
    rows, columns = grey.shape[0] // down, grey.shape[1] // across
    steps = grey[: rows * down, : columns * across].reshape(rows, down, columns, across)
    return np.asarray(steps.mean(axis=(1, 3)) < paper_of(grey) - _DARK).astype(np.uint8)


def _sharpness(x: np.ndarray, y: np.ndarray, lean: float) -> float:
    rows = np.rint(y - x * math.tan(math.radians(lean))).astype(np.intp)
    counts = np.bincount(rows - rows.min()).astype(np.float64)
    return float((np.diff(counts) ** 2).sum())
