"""Text boxes and pictures in a Word paragraph: what they hold, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from extractors.word_parts import W, number

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PAGE_WIDTH, _PAGE_HEIGHT = 5_000_000, 7_000_000  # 14 by 19 cm in EMU: a page scanned
_PLAIN = re.compile(r"#?f{3}(f{3})?|white|window.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text box, or the words of a watermark."""

    content: Element | None
    words: str = ""
    shaded: bool = False


def chosen(alternate: Element) -> Element:
    """The one of several forms of the same thing that Word shows: the first choice."""
    choice = alternate.find(MC + "Choice")
    fallback = alternate.find(MC + "Fallback")
    if choice is not None and (len(choice) or fallback is None):
        return choice
    return alternate if fallback is None else fallback


def text_boxes(drawing: Element) -> Iterator[TextBox]:
    """The text boxes of a drawing, each once; boxes inside a box are left to its reader."""
    for child in drawing:
        if child.tag == W + "txbxContent":
            yield TextBox(child, shaded=_is_filled(child))
        elif child.tag == _V + "textpath":
            yield TextBox(None, child.get("string", ""))
        elif child.tag == MC + "AlternateContent":
            yield from text_boxes(chosen(child))
        else:
            yield from text_boxes(child)


def is_above(drawing: Element, *, first: bool) -> bool:
    """Whether a drawing stands above its paragraph's words rather than below them."""
    anchor = drawing.find(_WP + "anchor")
    place = None if anchor is None else anchor.find(_WP + "positionV")
    if place is None or place.get("relativeFrom") not in {"paragraph", "line"}:
        return first
    return number(place.findtext(_WP + "posOffset")) <= 0


def is_page_size(drawing: Element) -> bool:
    """Whether it is a picture as large as a page, not one laid behind the words."""
    for frame in drawing.iterchildren(_WP + "inline", _WP + "anchor"):
        size = frame.find(_WP + "extent")
        if size is None or frame.get("behindDoc") in {"1", "true"}:
            continue
        wide, high = number(size.get("cx")), number(size.get("cy"))
        return wide >= _PAGE_WIDTH and high >= _PAGE_HEIGHT
    return False


def _is_filled(content: Element) -> bool:
    """Whether the shape around a text box is coloured."""
    holder = content.getparent()
    shape = None if holder is None else holder.getparent()
    if shape is None:
        return False
    if shape.tag.startswith(_V):
        fill = shape.get("fillcolor", "white").split(" ")[0]
        return shape.get("filled", "t") not in {"f", "false"} and not _PLAIN.fullmatch(fill)
    for marks in shape:
        fill = marks.find(_A + "solidFill")
        if fill is not None and len(fill):
            return fill[0].get("val", "").lower() not in {"ffffff", "bg1"}
    return False
