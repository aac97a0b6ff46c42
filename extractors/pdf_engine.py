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
_P = POINTER = ctypes.c_size_t  # handles and addresses of buffers

Call = Callable[..., int]


def address(handle: object) -> int:
    """The number behind one of the binding's typed handles."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def bound(function: object, *arguments: type, gives: Any = _I) -> Call:  # noqa: ANN401 -- a ctypes type
    """A function of PDFium with plain numbers for its arguments and its result."""
    made: Call = ctypes.PYFUNCTYPE(gives, *arguments)(address(function))
    return made


# Text, by character.
char_count = bound(pdfium.FPDFText_CountChars, _P)
text_of = bound(pdfium.FPDFText_GetText, _P, _I, _I, _P)
unicode_of = bound(pdfium.FPDFText_GetUnicode, _P, _I, gives=ctypes.c_uint)
loose_box = bound(pdfium.FPDFText_GetLooseCharBox, _P, _I, _P)
text_object = bound(pdfium.FPDFText_GetTextObject, _P, _I, gives=_P)
char_matrix = bound(pdfium.FPDFText_GetMatrix, _P, _I, _P)
font_size = bound(pdfium.FPDFText_GetFontSize, _P, _I, gives=ctypes.c_double)

# Text, by text object.
render_mode = bound(pdfium.FPDFTextObj_GetTextRenderMode, _P)
font_of = bound(pdfium.FPDFTextObj_GetFont, _P, gives=_P)
font_name = bound(pdfium.FPDFFont_GetBaseFontName, _P, _P, ctypes.c_ulong, gives=ctypes.c_ulong)
font_weight = bound(pdfium.FPDFFont_GetWeight, _P)
italic_angle = bound(pdfium.FPDFFont_GetItalicAngle, _P, _P)

# What is drawn on a page.
object_count = bound(pdfium.FPDFPage_CountObjects, _P)
object_at = bound(pdfium.FPDFPage_GetObject, _P, _I, gives=_P)
form_object_count = bound(pdfium.FPDFFormObj_CountObjects, _P)
form_object_at = bound(pdfium.FPDFFormObj_GetObject, _P, ctypes.c_ulong, gives=_P)
object_type = bound(pdfium.FPDFPageObj_GetType, _P)
object_matrix = bound(pdfium.FPDFPageObj_GetMatrix, _P, _P)
object_bounds = bound(pdfium.FPDFPageObj_GetBounds, _P, _P, _P, _P, _P)
fill_colour = bound(pdfium.FPDFPageObj_GetFillColor, _P, _P, _P, _P, _P)
stroke_width = bound(pdfium.FPDFPageObj_GetStrokeWidth, _P, _P)
is_transparent = bound(pdfium.FPDFPageObj_HasTransparency, _P)
mark_count = bound(pdfium.FPDFPageObj_CountMarks, _P)
mark_at = bound(pdfium.FPDFPageObj_GetMark, _P, ctypes.c_ulong, gives=_P)
mark_name = bound(pdfium.FPDFPageObjMark_GetName, _P, _P, ctypes.c_ulong, _P)
mark_string = bound(pdfium.FPDFPageObjMark_GetParamStringValue, _P, _P, _P, ctypes.c_ulong, _P)
mark_value_type = bound(pdfium.FPDFPageObjMark_GetParamValueType, _P, _P)
remove_mark = bound(pdfium.FPDFPageObj_RemoveMark, _P, _P)
draw_mode = bound(pdfium.FPDFPath_GetDrawMode, _P, _P, _P)
segment_count = bound(pdfium.FPDFPath_CountSegments, _P)
segment_at = bound(pdfium.FPDFPath_GetPathSegment, _P, _I, gives=_P)
segment_point = bound(pdfium.FPDFPathSegment_GetPoint, _P, _P, _P)
segment_type = bound(pdfium.FPDFPathSegment_GetType, _P)
segment_closes = bound(pdfium.FPDFPathSegment_GetClose, _P)
content_of = bound(pdfium.FPDFPageObj_GetMarkedContentID, _P)
clip_of = bound(pdfium.FPDFPageObj_GetClipPath, _P, gives=_P)
clip_count = bound(pdfium.FPDFClipPath_CountPaths, _P)
clip_segment_count = bound(pdfium.FPDFClipPath_CountPathSegments, _P, _I)
clip_segment_at = bound(pdfium.FPDFClipPath_GetPathSegment, _P, _I, _I, gives=_P)

TEXT = pdfium.FPDF_PAGEOBJ_TEXT
PATH = pdfium.FPDF_PAGEOBJ_PATH
IMAGE = pdfium.FPDF_PAGEOBJ_IMAGE
FORM = pdfium.FPDF_PAGEOBJ_FORM
MOVE = pdfium.FPDF_SEGMENT_MOVETO
CURVE = pdfium.FPDF_SEGMENT_BEZIERTO
