"""PDFium's own functions, bound so that a call costs as little as Python allows.

The typed wrappers of the binding cost half as much again, its helper methods four times as much.
Handles are plain integers here. Nothing below may be called from two threads at once.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium

_I = ctypes.c_int
_P = ctypes.c_size_t  # handles and addresses of buffers

Call = Callable[..., int]


def address(handle: object) -> int:
    """The number behind one of the binding's typed handles."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def _bound(function: object, *arguments: type, gives: Any = _I) -> Call:  # noqa: ANN401 -- a ctypes type
    bound: Call = ctypes.PYFUNCTYPE(gives, *arguments)(address(function))
    return bound


# Text, by character.
char_count = _bound(pdfium.FPDFText_CountChars, _P)
text_of = _bound(pdfium.FPDFText_GetText, _P, _I, _I, _P)
unicode_of = _bound(pdfium.FPDFText_GetUnicode, _P, _I, gives=ctypes.c_uint)
loose_box = _bound(pdfium.FPDFText_GetLooseCharBox, _P, _I, _P)
text_object = _bound(pdfium.FPDFText_GetTextObject, _P, _I, gives=_P)
char_matrix = _bound(pdfium.FPDFText_GetMatrix, _P, _I, _P)
font_size = _bound(pdfium.FPDFText_GetFontSize, _P, _I, gives=ctypes.c_double)

# Text, by text object.
render_mode = _bound(pdfium.FPDFTextObj_GetTextRenderMode, _P)
font_of = _bound(pdfium.FPDFTextObj_GetFont, _P, gives=_P)
font_name = _bound(pdfium.FPDFFont_GetBaseFontName, _P, _P, ctypes.c_ulong, gives=ctypes.c_ulong)
font_weight = _bound(pdfium.FPDFFont_GetWeight, _P)
italic_angle = _bound(pdfium.FPDFFont_GetItalicAngle, _P, _P)

# What is drawn on a page.
object_count = _bound(pdfium.FPDFPage_CountObjects, _P)
object_at = _bound(pdfium.FPDFPage_GetObject, _P, _I, gives=_P)
form_object_count = _bound(pdfium.FPDFFormObj_CountObjects, _P)
form_object_at = _bound(pdfium.FPDFFormObj_GetObject, _P, ctypes.c_ulong, gives=_P)
object_type = _bound(pdfium.FPDFPageObj_GetType, _P)
object_matrix = _bound(pdfium.FPDFPageObj_GetMatrix, _P, _P)
object_bounds = _bound(pdfium.FPDFPageObj_GetBounds, _P, _P, _P, _P, _P)
fill_colour = _bound(pdfium.FPDFPageObj_GetFillColor, _P, _P, _P, _P, _P)
stroke_width = _bound(pdfium.FPDFPageObj_GetStrokeWidth, _P, _P)
is_transparent = _bound(pdfium.FPDFPageObj_HasTransparency, _P)
mark_count = _bound(pdfium.FPDFPageObj_CountMarks, _P)
mark_at = _bound(pdfium.FPDFPageObj_GetMark, _P, ctypes.c_ulong, gives=_P)
mark_value_type = _bound(pdfium.FPDFPageObjMark_GetParamValueType, _P, _P)
remove_mark = _bound(pdfium.FPDFPageObj_RemoveMark, _P, _P)
draw_mode = _bound(pdfium.FPDFPath_GetDrawMode, _P, _P, _P)
segment_count = _bound(pdfium.FPDFPath_CountSegments, _P)
segment_at = _bound(pdfium.FPDFPath_GetPathSegment, _P, _I, gives=_P)
segment_point = _bound(pdfium.FPDFPathSegment_GetPoint, _P, _P, _P)
segment_type = _bound(pdfium.FPDFPathSegment_GetType, _P)
segment_closes = _bound(pdfium.FPDFPathSegment_GetClose, _P)
clip_of = _bound(pdfium.FPDFPageObj_GetClipPath, _P, gives=_P)
clip_count = _bound(pdfium.FPDFClipPath_CountPaths, _P)
clip_segment_count = _bound(pdfium.FPDFClipPath_CountPathSegments, _P, _I)
clip_segment_at = _bound(pdfium.FPDFClipPath_GetPathSegment, _P, _I, _I, gives=_P)

TEXT = pdfium.FPDF_PAGEOBJ_TEXT
PATH = pdfium.FPDF_PAGEOBJ_PATH
IMAGE = pdfium.FPDF_PAGEOBJ_IMAGE
FORM = pdfium.FPDF_PAGEOBJ_FORM
MOVE = pdfium.FPDF_SEGMENT_MOVETO
CURVE = pdfium.FPDF_SEGMENT_BEZIERTO
