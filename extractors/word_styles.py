"""How Word prints text: the chain of defaults, styles and direct marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from lxml.etree import _Element as Element

from extractors.document import Caveat
from extractors.symbols import is_symbol_font
from extractors.word_parts import VAL, Marks, W, is_on, marks_of, number, val

_TINY = 2.0  # points: nobody can read it, so it is hidden on purpose
_CHAIN = 20  # styles that one style may be based on, in turn
_HEADING = re.compile(r"heading ?([1-9])$", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list (?:bullet|number) ([2-5])$", re.IGNORECASE)  # Word's own


class Look(NamedTuple):
    """How a stretch of text is printed."""

    bold: bool = False
    italic: bool = False
    size: float = 10.0  # Word's own, where the file says nothing
    struck: bool = False
    hidden: bool = False
    white: bool = False
    font: str = ""  # only a symbol font, whose letters are signs
    barred: bool = False  # on a coloured ground of its own
    covered: bool = False  # in the colour of that ground: blacked out

    def unseen(self, *, white_on_white: bool) -> Caveat | None:
        """Why a reader does not see it as part of the text; None where it is seen."""
        lost = self.covered or (white_on_white and self.white and not self.barred)
        if self.hidden or lost or self.size < _TINY:
            return Caveat.HIDDEN_TEXT
        return Caveat.STRUCK_THROUGH if self.struck else None


_PLAIN = Look()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says, its whole chain taken together."""

    look: Look = _PLAIN
    heading: int = 0
    num: str = ""
    level: int | None = None
    num_style: str = ""  # the style in the chain that brings the list
    shaded: bool = False
    depth: int = 0  # of a list that has a style for each depth: 1 for «List Bullet 2»


@dataclass(frozen=True, slots=True)
class TableStyle:
    """What a table style does to the first row, the first column and the rest."""

    shaded: bool = False
    head_shaded: bool = False
    head_bold: bool = False
    side_shaded: bool = False
    side_bold: bool = False
    coloured: bool = False  # any part of it is, so that white letters can be read


_RUN_STYLE, _OUTLINE, _LIST = W + "rStyle", W + "outlineLvl", W + "numPr"
_NO_TABLE_STYLE = TableStyle()


class Styles:
    """The styles of one document."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default = ""
        self._default_look = Look()
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, list[Element]] = {}
        self._tables: dict[str, TableStyle] = {}
        for child in () if root is None else root:
            if child.tag == W + "style" and child.get(W + "styleId"):  # report writers leave it out
                self._elements[child.get(W + "styleId", "")] = child
                if child.get(W + "type") == "paragraph" and _flag(child.get(W + "default")):
                    self._default = child.get(W + "styleId", "")
            elif child.tag == W + "docDefaults":
                marks = child.find(f"{W}rPrDefault/{W}rPr")
                self._default_look = _marked(Look(), marks)

    def lists(self) -> dict[str, str]:
        """Each numbering style's list."""
        found = {}
        for name, element in self._elements.items():
            if element.get(W + "type") == "numbering":
                found[name] = val(element.find(f"{W}pPr/{W}numPr/{W}numId"))
        return found

    def paragraph(self, name: str) -> ParagraphStyle:
        """A paragraph style; Word's default one where the name is empty or unknown."""
        name = name if name in self._elements else self._default
        style = self._paragraphs.get(name)
        if style is None:
            style = self._paragraphs[name] = self._paragraph(name)
        return style

    def table(self, name: str) -> TableStyle:
        """A table style; one that does nothing where the name is empty or unknown."""
        style = self._tables.get(name)
        if style is None:
            style = _NO_TABLE_STYLE
            for element in reversed(self._chain(name)):
                style = _table_style(style, element)
            self._tables[name] = style
        return style

    def run(self, marks: Element, base: Look) -> Look:
        """The look of a run with direct marks, in a paragraph of that look."""
        if len(marks) and marks[0].tag == _RUN_STYLE:  # always the first where there is one
            for element in self._character(val(marks[0])):
                base = _toggled(base, element)
        return _marked(base, marks)

    def _character(self, name: str) -> list[Element]:
        chain = self._characters.get(name)
        if chain is None:
            found = (element.find(W + "rPr") for element in reversed(self._chain(name)))
            chain = self._characters[name] = [marks for marks in found if marks is not None]
        return chain

    def _chain(self, name: str) -> list[Element]:
        """A style, the one that it is based on, and so on."""
        chain: list[Element] = []
        element = self._elements.get(name)
        while element is not None and element not in chain and len(chain) < _CHAIN:
            chain.append(element)
            element = self._elements.get(val(element.find(W + "basedOn")))
        return chain

    def _paragraph(self, name: str) -> ParagraphStyle:
        style = ParagraphStyle(look=self._default_look)
        for element in reversed(self._chain(name)):
            style = _paragraph_style(style, element)
        return style


def _paragraph_style(style: ParagraphStyle, element: Element) -> ParagraphStyle:
    """A style with what the next one in its chain adds."""
    marks = marks_of(element.find(W + "pPr"))
    heading = heading_of(marks)
    named = _HEADING.match(val(element.find(W + "name")))
    if heading is None and named:
        heading = int(named[1])
    num, level = list_of(marks)
    deep = _LIST_STYLE.match(val(element.find(W + "name")))
    ground = marks.get(W + "shd")
    return replace(
        style,
        look=_marked(style.look, element.find(W + "rPr")),
        heading=style.heading if heading is None else heading,
        num=num or style.num,
        level=style.level if level is None else level,
        num_style=element.get(W + "styleId", "") if num else style.num_style,
        shaded=style.shaded if ground is None else is_coloured(ground),
        depth=int(deep[1]) - 1 if deep else style.depth,
    )


def heading_of(marks: Marks) -> int | None:
    """The heading level that paragraph marks state: 0 for body text, None where they do not."""
    outline = marks.get(_OUTLINE)
    if outline is None:
        return None
    level = number(val(outline), 9)
    return level + 1 if 0 <= level < 9 else 0  # noqa: PLR2004 -- Word's level 9 is body text


def list_of(marks: Marks) -> tuple[str, int | None]:
    """The list and level that paragraph marks state."""
    found = marks.get(_LIST)
    if found is None:
        return "", None
    level = found.find(W + "ilvl")
    return val(found.find(W + "numId")), None if level is None else number(val(level))


def is_coloured(ground: Element | None) -> bool:
    """Whether w:shd puts a colour behind the text."""
    if ground is None:
        return False
    fill = ground.get(W + "fill", "auto").lower()
    pattern = ground.get(W + "val", "clear").lower()
    return fill not in {"auto", "ffffff", ""} or pattern.startswith(("pct", "solid"))


def _table_style(style: TableStyle, element: Element) -> TableStyle:
    whole = element.find(f"{W}tcPr/{W}shd")
    if whole is not None:
        shaded = is_coloured(whole)
        style = replace(style, shaded=shaded, coloured=style.coloured or shaded)
    for part in element.iterchildren(W + "tblStylePr"):
        shaded = is_coloured(part.find(f"{W}tcPr/{W}shd"))
        bold = is_on(part.find(f"{W}rPr/{W}b"))
        style = replace(style, coloured=style.coloured or shaded)
        if part.get(W + "type") == "firstRow":
            style = replace(style, head_shaded=shaded, head_bold=bold)
        elif part.get(W + "type") == "firstCol":
            style = replace(style, side_shaded=shaded, side_bold=bold)
    return style


def _marked(look: Look, marks: Element | None) -> Look:
    """A look with direct marks, or those of a style, put over it."""
    if marks is None:
        return look
    changes: list[tuple[str, str]] = []
    for mark in marks:
        tag = mark.tag
        if tag in _MARKS:
            changes.append((tag, mark.get(_FILL if tag == _GROUND else VAL, "")))
        elif tag == _FONTS:
            changes.append((tag, mark.get(_ASCII, "")))
    return _changed(look, tuple(changes)) if changes else look


@lru_cache(maxsize=512)
def _changed(look: Look, changes: tuple[tuple[str, str], ...]) -> Look:
    """A look with marks put over it, each by its tag and value."""
    said: dict[str, bool | float | str] = {}
    ink = ground = ""
    for tag, value in changes:
        name = tag.removeprefix(W)
        on = value not in {"0", "false", "off"}
        match name:
            case "b" | "i" | "vanish":
                said[_TOGGLES[name]] = on
            case "strike" | "dstrike":
                said["struck"] = on or bool(said.get("struck"))
            case "sz" if number(value) > 0:
                said["size"] = number(value) / 2
            case "color":
                ink = value.lower()
                said["white"] = _WHITE.fullmatch(ink) is not None
            case "shd" | "highlight":
                ground = value.lower()
                said["barred"] = ground not in _NO_GROUND
            case "rFonts":
                said["font"] = value if is_symbol_font(value) else ""
    if ink or ground:
        said["covered"] = bool(said.get("barred")) and ink == _INKS.get(ground, ground)
    return look._replace(**said)  # type: ignore[arg-type]


_TOGGLES = {"b": "bold", "i": "italic", "vanish": "hidden"}
_NAMES = ("b", "i", "sz", "strike", "dstrike", "vanish", "color", "shd", "highlight")
_MARKS = frozenset(W + name for name in _NAMES)
_GROUND, _FONTS, _FILL, _ASCII = W + "shd", W + "rFonts", W + "fill", W + "ascii"
_WHITE = re.compile(r"(?:f[89a-f]){3}")  # too little of another colour to be read on paper
_INKS = {"black": "000000", "yellow": "ffff00", "red": "ff0000", "blue": "0000ff"}
_NO_GROUND = frozenset(("auto", "ffffff", "none", "white", ""))


def _toggled(look: Look, marks: Element) -> Look:
    """A look under a character style: two styles that both say bold cancel each other."""
    new = _marked(look._replace(bold=False, italic=False, struck=False, hidden=False), marks)
    return new._replace(
        bold=look.bold != new.bold,
        italic=look.italic != new.italic,
        struck=look.struck != new.struck,
        hidden=look.hidden != new.hidden,
    )


def _flag(value: str | None) -> bool:
    return value not in {None, "0", "false", "off"}
