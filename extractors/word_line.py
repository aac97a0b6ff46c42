"""What stands in one Word paragraph: its visible words, and those that no reader sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import ClassVar

from lxml.etree import _Element as Element

from extractors.document import Caveat
from extractors.symbols import symbol
from extractors.word_boxes import (
    MC,
    Target,
    TextBox,
    chosen,
    is_above,
    is_embedded_text,
    is_hidden,
    is_page_size,
    text_boxes,
)
from extractors.word_fields import OPEN, TICKED, Fields
from extractors.word_formula import M, formula
from extractors.word_parts import W, is_on, val
from extractors.word_styles import Look, Styles

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_GREY = "PlaceholderText"  # Word's own style for it
_INVITES = re.compile(
    r"\W*(?:please )?(?:click|tap|choose|enter|insert|type|select|add)\b", re.IGNORECASE
)

INSERTED = frozenset((W + "ins", W + "moveTo"))
REMOVED = frozenset((W + "del", W + "moveFrom"))
# Wrappers that add nothing to what the reader sees.
THROUGH = INSERTED | {
    W + name
    for name in ("smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo", "sdtContent")
}

_R, _MARKS = W + "r", W + "rPr"
_TEXT = frozenset((W + "t", W + "delText"))
_BREAK, _TAB = "\x0b", "\x1f"  # not allowed in XML, so never words of the file
_DROPPED = {0xAD: None, 0x200B: None, 0x2060: None, 0xFEFF: None, 0x2011: "-"}
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_PLAIN = re.compile(r"(?:[!-~’‘–£]++ ?)*+")  # nothing to tidy: most paragraphs
_SPACES = re.compile(r"[^\S\x0b\x1f]+")
_AROUND_TAB = re.compile(r" *\x1f[\x1f ]*")
_AROUND_BREAK = re.compile(r"[ \x1f]*\x0b[ \x1f]*")


@dataclass(slots=True)
class Line:
    """The pieces of one paragraph, in order."""

    page: int  # of its first visible word
    pieces: list[tuple[str, Look]] = field(default_factory=list)
    aside: list[tuple[str, Caveat]] = field(default_factory=list)
    boxes_before: list[TextBox] = field(default_factory=list)
    boxes_after: list[TextBox] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its visible words."""
        return tidy("".join(text for text, _ in self.pieces))


def tidy(text: str) -> str:
    """A text as printed: one space between words, a tab as a tab, a break as a new line."""
    if _PLAIN.fullmatch(text):
        return text.strip()
    text = _PRIVATE.sub(lambda found: symbol(found[0], ""), text.translate(_DROPPED))
    text = _AROUND_TAB.sub("\x1f", _SPACES.sub(" ", text))
    text = _AROUND_BREAK.sub("\x0b", text)
    return text.replace(_BREAK, "\n").replace(_TAB, "\t").strip()


class LineReader:
    """Reads the paragraphs of one story in order: fields and pages run on from one to the next."""

    def __init__(self, styles: Styles, target: Target) -> None:
        self._styles = styles
        self._target = target
        self._fields = Fields()
        self.page = 1
        self.pages_marked = False
        self.caveats: set[Caveat] = set()
        self.notes: list[str] = []  # the ids of the notes that the reader is sent to, in order
        self.removed: Caveat | None = None  # set while all that is read was deleted
        self.placeholder = False  # set while all that is read only says what to fill in
        self.white_on_white = True  # whether white letters stand on white paper here

    def read(self, paragraph: Element, look: Look, line: Line | None = None) -> Line:
        """A paragraph's line; where a line is given, its words are added to that one."""
        line = line or Line(self.page)
        self._inside(paragraph, look, line, self.removed)
        self._fields.end_paragraph()
        return line

    def _inside(self, parent: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        for child in parent:
            tag = child.tag
            if tag == _R:
                self._run(child, look, line, removed)
            elif tag in THROUGH:
                if tag in INSERTED:
                    self.caveats.add(Caveat.TRACKED_CHANGES)
                self._inside(child, look, line, removed)
            elif tag in REMOVED:
                self.caveats.add(Caveat.TRACKED_CHANGES)
                self._inside(child, look, line, Caveat.TRACKED_CHANGES)
            elif tag == W + "sdt":
                self._control(child, look, line, removed)
            elif tag == MC + "AlternateContent":
                self._inside(chosen(child), look, line, removed)
            elif tag == M + "oMath" or tag == M + "oMathPara":
                said = formula(child)
                beside = line.pieces and line.pieces[-1][0][-1:].isdigit()  # 1½, not 11/2
                self._add(f" {said}" if beside else said, look, line, removed)

    def _control(self, sdt: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        """A content control inside a paragraph."""
        marks = sdt.find(W + "sdtPr")
        box = None if marks is None else marks.find(W14 + "checkbox")
        if box is not None:
            checked = box.find(W14 + "checked")
            on = checked is not None and checked.get(W14 + "val", "1") in {"1", "true", "on"}
            self._add(TICKED if on else OPEN, look, line, removed)
            return
        before, self.placeholder = self.placeholder, self.placeholder or shows_placeholder(sdt)
        for content in sdt.iterchildren(W + "sdtContent"):
            self._inside(content, look, line, removed)
        self.placeholder = before

    def _run(self, run: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        for child in run:
            tag = child.tag
            if tag in _TEXT:
                text = child.text
                if text and look.font:
                    text = "".join(symbol(char, look.font) for char in text)
                if text:
                    self._add(text, look, line, removed)
            elif tag == _MARKS:
                look = self._styles.run(child, look)
            else:
                read = self._IN_RUN.get(tag)
                if read is not None:
                    read(self, child, look, line, removed)

    def _add(self, text: str, look: Look, line: Line, removed: Caveat | None) -> None:
        if self.placeholder or self._fields.instructing:
            return
        self._fields.said(text)
        why = removed or look.unseen(white_on_white=self.white_on_white)
        if why is None:
            if not line.pieces:
                line.page = self.page
            line.pieces.append((text, look))
        elif line.aside and line.aside[-1][1] is why:
            line.aside[-1] = (line.aside[-1][0] + text, why)
        else:
            line.aside.append((text, why))

    def _tab(self, _: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        self._add(_TAB, look, line, removed)

    def _break(self, _: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        self._add(_BREAK, look, line, removed)

    def _hyphen(self, _: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        self._add("-", look, line, removed)

    def _symbol(self, child: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        code = child.get(W + "char", "")
        if not re.fullmatch("[0-9A-Fa-f]{2,4}", code):
            return
        sign = symbol(chr(int(code, 16)), child.get(W + "font", ""))
        if sign.isprintable():
            self._add(sign, look, line, removed)

    def _field(self, child: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        shown = self._fields.mark(child)
        if child.find(W + "ffData") is not None:
            self.caveats.add(Caveat.FORM_FIELDS)
        if shown:
            self._add(shown, look, line, removed)

    def _new_page(self, _: Element, __: Look, ___: Line, ____: Caveat | None) -> None:
        self.page += 1
        self.pages_marked = True

    def _alternate(self, child: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        self._run(chosen(child), look, line, removed)

    def _instruction(self, child: Element, _: Look, __: Line, ___: Caveat | None) -> None:
        self._fields.told(child.text or "")

    def _note(self, child: Element, look: Look, _: Line, removed: Caveat | None) -> None:
        if removed is None and look.unseen(white_on_white=False) is None:
            self.notes.append(child.tag + child.get(W + "id", ""))

    def _ruby(self, child: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        for base in child.iterchildren(W + "rubyBase"):
            self._inside(base, look, line, removed)

    def _drawing(self, child: Element, look: Look, line: Line, removed: Caveat | None) -> None:
        boxes = list(text_boxes(child, self._target))
        why = removed or (Caveat.HIDDEN_TEXT if look.hidden or is_hidden(child) else None)
        if why is not None:
            line.aside += [(box.said, why) for box in boxes]
            return
        above = is_above(child, first=not line.text)
        (line.boxes_before if above else line.boxes_after).extend(boxes)
        if (not boxes and is_page_size(child)) or is_embedded_text(child):
            self.caveats.add(Caveat.PARTLY_UNREADABLE)

    _IN_RUN: ClassVar = {
        W + "tab": _tab,
        W + "ptab": _tab,
        W + "br": _break,
        W + "cr": _break,
        W + "noBreakHyphen": _hyphen,
        W + "sym": _symbol,
        W + "fldChar": _field,
        W + "instrText": _instruction,
        W + "footnoteReference": _note,
        W + "endnoteReference": _note,
        W + "ruby": _ruby,
        W + "lastRenderedPageBreak": _new_page,
        W + "drawing": _drawing,
        W + "pict": _drawing,
        W + "object": _drawing,
        MC + "AlternateContent": _alternate,
    }


def shows_placeholder(sdt: Element) -> bool:
    """Whether a content control is still empty and only says what to fill in.

    Programs that fill in a template often leave its mark standing: then it is known by its words.
    """
    if not is_on(sdt.find(f"{W}sdtPr/{W}showingPlcHdr")):
        return False
    words = "".join(text.text or "" for text in sdt.iter(W + "t"))
    styled = any(val(style) == _GREY for style in sdt.iter(W + "rStyle"))
    return styled or not words.strip() or _INVITES.match(words) is not None
