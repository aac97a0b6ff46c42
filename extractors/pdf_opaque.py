"""Whether a picture hides what is below it: many let it through, as watermarks do."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import numpy as np
import pypdfium2.raw as pdfium

from extractors import pdf_engine as engine

_OPAQUE = 250  # of 255
_MOST = 0.98  # of a picture's points: its edges may be soft
_LARGEST = 60_000_000  # points of a picture: a larger one is not looked at
_WITH_ALPHA = {pdfium.FPDFBitmap_BGRA, pdfium.FPDFBitmap_BGRA_Premul}


def opaque_on(document: object, page: object) -> Callable[[int], bool]:
    """A question to be asked of a page's pictures, each looked at once."""
    known: dict[int, bool] = {}

    def is_opaque(handle: int) -> bool:
        if handle not in known:
            known[handle] = not engine.is_transparent(handle) and _is_solid(document, page, handle)
        return known[handle]

    return is_opaque


def _is_solid(document: object, page: object, handle: int) -> bool:
    """Whether nothing shows through a picture, its mask taken into account."""
    image = ctypes.cast(handle, pdfium.FPDF_PAGEOBJECT)
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(image, width, height)
    if not 0 < width.value * height.value <= _LARGEST:
        return False
    bitmap = pdfium.FPDFImageObj_GetRenderedBitmap(document, page, image)
    if not bitmap:
        return False
    try:
        if pdfium.FPDFBitmap_GetFormat(bitmap) not in _WITH_ALPHA:
            return True
        rows, stride = pdfium.FPDFBitmap_GetHeight(bitmap), pdfium.FPDFBitmap_GetStride(bitmap)
        held = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), rows * stride)
        signs = np.frombuffer(held, dtype=np.uint8).reshape(rows, stride)
        alpha = signs[:, 3 : 4 * pdfium.FPDFBitmap_GetWidth(bitmap) : 4]
        return bool((alpha >= _OPAQUE).mean() > _MOST)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
