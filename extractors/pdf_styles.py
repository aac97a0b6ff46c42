"""How words of a PDF look: size, weight, slant, turn, colour, and whether they are seen at all."""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass

from extractors import pdf_engine as engine
from extractors.pdf_frame import Frame

FAR = 100_000.0  # points: nothing on a page is so far from its corner
INVISIBLE = 3  # the render mode of words that are there to be searched, not seen
_CLIPPING = 7
_STROKED = 2  # the render mode of letters filled and outlined: some programs' bold
_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"italic|oblique", re.IGNORECASE)
_SYMBOL_NAME = re.compile(r"wingdings|webdings|symbol", re.IGNORECASE)
LEANING = -1  # the angle of words that run neither level nor upright


@dataclass(frozen=True, slots=True)
class Style:
    """How words look."""

    size: float
    bold: bool
    italic: bool
    angle: int  # quarter turns clockwise from level, or LEANING
    mode: int
    colour: tuple[int, int, int]
    opacity: int


class Styles(dict[tuple[float | int, ...], tuple[Style, bool]]):
    """The styles of a page's words by what PDFium says of them, each made when first asked for.

    Beside each, whether its font is one of signs.
    """

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._fonts: dict[int, tuple[bool, bool, bool]] = {}
        self._name = ctypes.create_string_buffer(256)

    def __missing__(self, key: tuple[float | int, ...]) -> tuple[Style, bool]:
        font, mode, size, a, b, c, d, red, green, blue, opacity = key
        if font not in self._fonts:
            self._fonts[int(font)] = self._font(int(font))
        bold, italic, of_signs = self._fonts[int(font)]
        style = Style(
            size=round(_sane(size * math.hypot(c, d)), 1),
            bold=bold or mode == _STROKED,
            italic=italic,
            angle=_angle(*self._frame.direction(a, b)),
            mode=INVISIBLE if mode == _CLIPPING else int(mode),
            colour=(int(red), int(green), int(blue)),
            opacity=int(opacity),
        )
        self[key] = style, of_signs
        return style, of_signs

    def _font(self, font: int) -> tuple[bool, bool, bool]:
        """Whether a font is bold, slanted, or one of signs: its name is surer than its figures."""
        size = engine.font_name(font, ctypes.addressof(self._name), len(self._name))
        name = self._name.raw[: max(min(size, len(self._name)) - 1, 0)].decode("latin-1")
        bold = bool(_BOLD_NAME.search(name)) or engine.font_weight(font) >= _BOLD_WEIGHT
        angle = ctypes.c_int()
        slanted = bool(engine.italic_angle(font, ctypes.addressof(angle))) and angle.value != 0
        italic = bool(_ITALIC_NAME.search(name)) or slanted
        return bold, italic, bool(_SYMBOL_NAME.search(name))


def _sane(value: float) -> float:
    """A number as it can stand on a page; broken files hold others."""
    return max(-FAR, min(value, FAR)) if math.isfinite(value) else 0.0


def _angle(across: float, down: float) -> int:
    """Quarter turns clockwise, on the page, of the way in which words run."""
    steep = max(abs(across), abs(down)) * 0.1
    if abs(down) <= steep:
        return 0 if across >= 0 else 2
    if abs(across) <= steep:
        return 1 if down > 0 else 3
    return LEANING
