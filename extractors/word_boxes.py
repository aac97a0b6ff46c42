"""Text boxes and pictures in a Word paragraph: what they hold, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from extractors.word_parts import R, W, number

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_O = "{urn:schemas-microsoft-com:office:office}"
_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PAGE_WIDTH, _PAGE_HEIGHT = 5_000_000, 7_000_000  # 14 by 19 cm in EMU: a page scanned
_TEXT_PROGRAMS = ("Word.", "Excel.", "AcroExch.", "Acrobat.")
Target = Callable[[str], Element | None]  # a relationship's id -> the part that it names
_PLAIN = re.compile(r"#?f{3}(f{3})?|white|window.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text box, or the words of a watermark."""

    content: Element | None
    words: str = ""
    shaded: bool = False

    @property
    def said(self) -> str:
        """All that stands in it, seen or not."""
        if self.content is None:
            return self.words
        lines = (paragraph.iter(W + "t") for paragraph in self.content.iter(W + "p"))
        return " ".join("".join(text.text or "" for text in line) for line in lines)


def chosen(alternate: Element) -> Element:
    """The one of several forms of the same thing that Word shows: the first choice."""
    choice = alternate.find(MC + "Choice")
    fallback = alternate.find(MC + "Fallback")
    if choice is not None and (len(choice) or fallback is None):
        return choice
    return alternate if fallback is None else fallback


def text_boxes(drawing: Element, target: Target) -> Iterator[TextBox]:
    """The text boxes of a drawing, each once; boxes inside a box are left to its reader.

    The words of a SmartArt diagram stand in a part of their own, which `target` gives.
    """
    for child in drawing:
        if child.tag == W + "txbxContent":
            yield TextBox(child, shaded=_is_filled(child))
        elif child.tag == _V + "textpath":
            yield TextBox(None, child.get("string", ""))
        elif child.tag == MC + "AlternateContent":
            yield from text_boxes(chosen(child), target)
        elif child.tag == _DGM + "relIds":
            yield from _diagram(target(child.get(R + "dm", "")))
        else:
            yield from text_boxes(child, target)


def _diagram(data: Element | None) -> Iterator[TextBox]:
    for point in () if data is None else data.iter(_DGM + "pt"):
        if point.get("type", "node") not in {"node", "asst"}:
            continue
        for paragraph in point.iter(_A + "p"):
            words = "".join(text.text or "" for text in paragraph.iter(_A + "t"))
            if words.strip():
                yield TextBox(None, words)


def is_hidden(drawing: Element) -> bool:
    """Whether a drawing is not shown."""
    for frame in drawing:
        marks = frame.find(_WP + "docPr")
        if marks is not None and marks.get("hidden") in {"1", "true"}:
            return True
        if "visibility:hidden" in frame.get("style", "").replace(" ", ""):
            return True
    return False


def is_embedded_text(drawing: Element) -> bool:
    """Whether it is another program's document of which this page shows a picture."""
    embedded = drawing.find(_O + "OLEObject")
    if embedded is None or embedded.get("DrawAspect") == "Icon":
        return False
    program: str = embedded.get("ProgID", "")
    return program.startswith(_TEXT_PROGRAMS)


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
