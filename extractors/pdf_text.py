"""A PDF page's words as PDFium gives them: runs of characters, each with its box and its look."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray

from extractors import pdf_engine as engine
from extractors.pdf_frame import Floats, Frame
from extractors.pdf_styles import FAR, Style, Styles

MAX_CHARACTERS = 500_000  # on one page
WORD = re.compile(r"[^\W_]{2,}")

_STRIDE = 6  # characters: few enough to ask little, more than most objects are short

# Word's symbol fonts keep their signs in the private area, or in place of letters.
_PRIVATE = dict(
    zip(
        "\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf0fe\uf06f\uf0fd\uf0e0\uf076\uf06e\uf06c\uf071\uf02d",
        "•▪➢✓☐☑☐☒→❖■●❑-",
        strict=True,
    )
) | dict(zip("\uf0d6\uf0a3\uf052\uf0fb\uf0e8\uf0de\uf020", "√☐☑✗➔⇒ ", strict=True))
# What PDFium gives for a hyphen at the end of a line, and spaces and signs that nobody sees.
_PLAIN: dict[str, str] = (
    {"\x02": "-", "\ufffe": "-", "\u00ad": "-", "\u2010": "-", "\u2011": "-"}
    | dict.fromkeys("\t\r\n\f\v\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008", " ")
    | dict.fromkeys("\u2009\u200a\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff\x00", " ")
    | _PRIVATE
)
_PLAIN_CODES = np.arange(0x10000, dtype=np.uint16)
_PLAIN_CODES[[ord(sign) for sign in _PLAIN]] = [ord(plain) for plain in _PLAIN.values()]
_SYMBOLS = str.maketrans("·§Øü¨þýonlqvà", "•▪➢✓☐☑☒☐■●❑❖→")


@dataclass(slots=True)
class Run:
    """Characters drawn in one go, in one line and one look."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    base: float  # of the line they stand on, measured across the way they run
    style: Style
    handle: int  # PDFium's text object
    order: int
    first: int  # index of the first character on the page
    first_word: float = 0.0  # how wide its first word is
    heading: int = 0  # the level that the tags of the file give it
    broke: bool = False  # PDFium sees a space or a new line behind it


@dataclass(slots=True)
class Letters:
    """A page's characters, the made-up ones of PDFium left in place, and whose they are."""

    text_page: int
    text: str
    objects: NDArray[np.uint64]
    cut: bool = False

    def boxes(self, indexes: Sequence[int], frame: Frame) -> Floats:
        """Where the characters of those indexes stand."""
        found = np.zeros((len(indexes), 4), dtype=np.float32)
        _each(map(engine.loose_box, repeat(self.text_page), indexes, _rows(found, 0)))
        whole = found.astype(np.float64)
        if not np.isfinite(whole).all():
            whole = np.nan_to_num(whole)
        return np.clip(frame.boxes(whole), -FAR, FAR)


def words_in(text: str) -> int:
    """How many words a text has, single signs left out."""
    return len(WORD.findall(text))


def letters_of(text_page: int) -> Letters:
    """A text page's characters, in one call for each."""
    found = max(engine.char_count(text_page), 0)
    count = min(found, MAX_CHARACTERS)
    objects = _objects(text_page, count)
    return Letters(text_page, _text(text_page, count), objects, cut=count < found)


def _objects(text_page: int, count: int) -> NDArray[np.uint64]:
    """The text object of each character; 0 for those that PDFium put between two objects.

    An object's characters stand together, so where two some way apart have the same one, all
    between them have it too.
    """
    objects = np.zeros(count, dtype=np.uint64)
    if not count:
        return objects
    samples = np.arange(0, count + _STRIDE - 1, _STRIDE)
    samples[-1] = count - 1
    known = _asked(text_page, samples)
    steps = np.diff(samples)
    is_sure = (known[:-1] == known[1:]) & (known[:-1] != 0)
    objects[:-1] = np.repeat(np.where(is_sure, known[:-1], 0), steps)
    objects[samples] = known
    is_open = np.append(np.repeat(~is_sure, steps), [False])
    is_open[samples] = False
    between = np.flatnonzero(is_open)
    objects[between] = _asked(text_page, between)
    _fill_inner(objects)
    return objects


def _asked(text_page: int, indexes: NDArray[np.intp]) -> NDArray[np.uint64]:
    handles = map(engine.text_object, repeat(text_page), indexes.tolist())
    return np.fromiter(handles, dtype=np.uint64, count=len(indexes))


def _fill_inner(objects: NDArray[np.uint64]) -> None:
    """Gives made-up spaces within an object to it, wherever the samples fell."""
    real = np.flatnonzero(objects)
    if real.size < 2:  # noqa: PLR2004 -- nothing lies between
        return
    skips = np.flatnonzero((np.diff(real) > 1) & (objects[real[:-1]] == objects[real[1:]]))
    for i in skips.tolist():
        objects[real[i] : real[i + 1]] = objects[real[i]]


def _text(text_page: int, count: int) -> str:
    """One sign for each character, so that places in it are places on the page."""
    codes = np.zeros(count + 1, dtype=np.uint16)
    written = engine.text_of(text_page, 0, count, codes.ctypes.data)
    codes = codes[:count]
    if written == count + 1 and not bool(((codes & 0xF800) == 0xD800).any()):  # noqa: PLR2004 -- surrogates
        return _PLAIN_CODES[codes].tobytes().decode("utf-16-le")
    signs = [engine.unicode_of(text_page, i) for i in range(count)]
    text = "".join(chr(code) if _is_sign(code) else "\ufffd" for code in signs)
    return text.translate({ord(sign): plain for sign, plain in _PLAIN.items()})


def _is_sign(code: int) -> bool:
    return code <= 0x10FFFF and not 0xD800 <= code < 0xE000  # noqa: PLR2004 -- what Unicode allows


def runs_of(letters: Letters, frame: Frame) -> list[Run]:
    """The page's runs, in the order in which they are drawn."""
    objects = letters.objects
    if not objects.any():
        return []
    changes = (np.flatnonzero(np.diff(objects)) + 1).tolist()
    starts = [0, *changes]
    stops = [*changes, len(objects)]
    spans = zip(objects[starts].tolist(), starts, stops, strict=True)
    said = [(*span, letters.text[span[1] : span[2]]) for span in spans]
    worded = [(handle, start) for handle, start, _, text in said if handle and text.strip()]
    looks = iter(_looks(letters.text_page, frame, worded))
    runs: list[Run] = []
    ends: list[int] = []  # of each run: its first character, the end of its first word, its last
    for handle, start, _, text in said:
        bare = text.strip()
        if not handle:
            if runs:
                runs[-1].broke = True
        elif bare:
            first = start + text.index(bare[0])
            word = bare.find(" ")
            last = first + len(bare) - 1
            ends += (first, first + word - 1 if word > 0 else last, last)
            style, base, of_signs = next(looks)
            if of_signs:
                text = text.translate(_SYMBOLS)  # noqa: PLW2901 -- its letters stand for them
            runs.append(Run(text, 0, 0, 0, 0, base, style, handle, len(runs), start))
    _place(runs, letters.boxes(ends, frame))
    return runs


def _place(runs: Sequence[Run], boxes: Floats) -> None:
    """Gives each run the box around its first and its last character."""
    firsts, words, lasts = boxes[0::3], boxes[1::3], boxes[2::3]
    low = np.minimum(firsts[:, :2], lasts[:, :2]).tolist()
    high = np.maximum(firsts[:, 2:], lasts[:, 2:]).tolist()
    widths = np.maximum(words[:, 2] - firsts[:, 0], 0).tolist()
    backwards = (firsts[:, 0] > lasts[:, 2]).tolist()
    boxed = zip(runs, low, high, widths, backwards, strict=True)
    for run, (x0, top), (x1, bottom), width, is_back in boxed:
        run.x0, run.top, run.x1, run.bottom, run.first_word = x0, top, x1, bottom, width
        if is_back and run.style.angle == 0:
            run.text = run.text[::-1]  # drawn from right to left, seen the other way round


Look = tuple[Style, float, bool]  # of words; the line they stand on; whether their font is of signs


def _looks(text_page: int, frame: Frame, objects: Sequence[tuple[int, int]]) -> list[Look]:
    """How text objects look, each given with its first character on the page."""
    handles, firsts = [one[0] for one in objects], [one[1] for one in objects]
    matrices = np.zeros((len(objects), 6), dtype=np.float32)
    colours = np.zeros((len(objects), 4), dtype=np.uint32)
    _each(map(engine.char_matrix, repeat(text_page), firsts, _rows(matrices, 0)))
    parts = [_rows(colours, part) for part in range(4)]
    has_colour = list(map(engine.fill_colour, handles, *parts))
    colours[np.flatnonzero(np.array(has_colour) == 0)] = (0, 0, 0, 255)
    keys = zip(
        map(engine.font_of, handles),
        map(engine.render_mode, handles),
        map(engine.font_size, repeat(text_page), firsts),
        *matrices[:, :4].T.tolist(),
        *colours.T.tolist(),
        strict=True,
    )
    known = map(Styles(frame).__getitem__, keys)
    points = np.nan_to_num(matrices[:, 4:].astype(np.float64), posinf=0.0, neginf=0.0)
    x, y = np.clip(points, -FAR, FAR).T
    across, down = frame.point(x, y)
    return [
        (style, _base(right, below, style.angle), of_signs)
        for (style, of_signs), right, below in zip(
            known, across.tolist(), down.tolist(), strict=True
        )
    ]


def _base(across: float, down: float, angle: int) -> float:
    """The line that words stand on, measured across the way in which they run."""
    return (down, -across, -down, across)[angle] if angle > 0 else down


def _rows(found: NDArray[Any], column: int) -> range:
    """The addresses of one column of a table, for PDFium to write to."""
    start, step = found.ctypes.data + column * found.itemsize, found.shape[1] * found.itemsize
    return range(start, start + step * len(found), step)


def _each(calls: Iterable[object]) -> None:
    """Has each of the calls made."""
    deque(calls, maxlen=0)
