"""Pictures of a PDF's pages, small enough to be kept in one file with what was read from them."""

from __future__ import annotations

import base64
import contextlib
import io
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

_SCALE = 110 / 72  # pixels a point: small print can be read
_LEAST_SCALE = 50 / 72
_LONGEST = 1_800  # pixels: a poster is not drawn larger
_COLOURS = 32  # enough for print; a photograph is packed in another way
_QUALITY = 60
_TOGETHER = 5 * 1024 * 1024  # bytes of all pictures, of which the page's text makes a third more
_MOST_A_PAGE = 160 * 1024
_USUAL = 64 * 1024  # bytes of a page of print
MAX_PICTURES = 100  # pages


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as a reader sees it."""

    page: int
    width: float  # of the page, in points
    height: float
    form: str  # "png" or "jpeg"
    base64: str


def pictures_of(data: bytes) -> tuple[Picture, ...]:
    """The pages of a PDF as pictures: the first MAX_PICTURES of them, and none that fails."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return ()
    with pdf:
        if pdf.get_formtype() != pdfium.FORMTYPE_NONE:
            with contextlib.suppress(pypdfium2.PdfiumError):
                pdf.init_forms()
        return tuple(_pictures(pdf))


def _pictures(pdf: pypdfium2.PdfDocument) -> Iterator[Picture]:
    count = min(len(pdf), MAX_PICTURES)
    room = min(_MOST_A_PAGE, _TOGETHER // max(count, 1))
    for index in range(count):
        with contextlib.suppress(pypdfium2.PdfiumError, ValueError, OSError):
            page = pdf[index]
            try:
                yield _picture(page, index + 1, room)
            finally:
                page.close()


def _picture(page: pypdfium2.PdfPage, number: int, room: int) -> Picture:
    """One page, drawn smaller where its picture would take more than its room."""
    width, height = page.get_size()
    scale = min(_SCALE * min(1.0, math.sqrt(room / _USUAL)), _LONGEST / max(width, height, 1.0))
    form, packed = _packed(page, scale, room)
    while len(packed) > room and scale > _LEAST_SCALE:
        scale = max(_LEAST_SCALE, scale * min(0.9, math.sqrt(room / len(packed))))
        form, packed = _packed(page, scale, room)
    text = base64.b64encode(packed).decode("ascii")
    return Picture(number, round(width, 1), round(height, 1), form, text)


def _packed(page: pypdfium2.PdfPage, scale: float, room: int) -> tuple[str, bytes]:
    """The page in few colours; where that takes more than its room, as a photograph."""
    drawn = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    few = drawn.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    png = io.BytesIO()
    few.save(png, "PNG")
    if len(png.getvalue()) <= room:
        return "png", png.getvalue()
    jpeg = io.BytesIO()
    drawn.save(jpeg, "JPEG", quality=_QUALITY)
    smaller = len(jpeg.getvalue()) < len(png.getvalue())
    return ("jpeg", jpeg.getvalue()) if smaller else ("png", png.getvalue())
