"""One walk through a Word story (main text, header, foot note) in the order of the page."""

from __future__ import annotations

import re
from collections import Counter

from lxml.etree import _Element as Element

from extractors.document import Block, Caveat, Paragraph, Place, SetAside
from extractors.numbering import Numbering
from extractors.symbols import BULLETS
from extractors.word_boxes import MC, Target, TextBox, chosen
from extractors.word_line import INSERTED, Line, LineReader, shows_placeholder, tidy
from extractors.word_parts import Marks, W, is_on, marks_of, val
from extractors.word_styles import Look, ParagraphStyle, Styles, heading_of, is_coloured, list_of
from extractors.word_tables import TableReader, Where

MAX_PARAGRAPHS = 50_000  # a plan of 128 pages has about 5,000
_THROUGH = INSERTED | {W + "sdtContent", W + "customXml", W + "smartTag"}
_P, _MARKS, _STYLE, _GROUND, _MARK = W + "p", W + "pPr", W + "pStyle", W + "shd", W + "rPr"
_NOT_READ = frozenset((W + "altChunk", W + "subDoc"))
_TYPED_BULLET = re.compile(rf"([{''.join(BULLETS)}]|[-–](?=\s)|o(?=\t))\s*(?=\S)")


class Story:
    """The blocks of one story, and what stands in it unseen."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        target: Target,
        *,
        paged: bool = False,
        painted: bool = False,
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._paged = paged  # the file says where its pages begin
        self._painted = painted  # something coloured may lie behind the text
        self._paragraphs = 0
        self._carried: tuple[Line, Element] | None = None  # its paragraph mark was deleted
        self._lines = LineReader(styles, target)
        self._tables = TableReader(self._lines, styles, self.blocks, paged=paged)
        self.set_aside: list[SetAside] = []

    @property
    def caveats(self) -> set[Caveat]:
        """What a reader of the results should know of how this story was read."""
        return self._lines.caveats | {aside.why for aside in self.set_aside}

    @property
    def pages(self) -> int | None:
        """How many pages the file says it has, as far as it was read."""
        return self._lines.page if self._paged else None

    @property
    def notes(self) -> list[str]:
        """The foot and end notes that its reader is sent to, in order."""
        return self._lines.notes

    def blocks(self, parent: Element, where: Where) -> list[Block]:
        """The blocks of a body, a cell or a text box."""
        outside, self._carried = self._carried, None
        found: list[Block] = []
        self._into(parent, where, found)
        self._put_down(where, found)
        self._carried = outside
        return found

    def _put_down(self, where: Where, found: list[Block]) -> None:
        """Prints a paragraph that was to run on into the next one, and found none."""
        if self._carried is not None:
            line, paragraph = self._carried
            self._carried = None
            marks = marks_of(paragraph.find(_MARKS))
            found += self._printed(line, marks, self._style(marks), where)

    def _into(self, parent: Element, where: Where, found: list[Block]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _P:
                found += self._paragraph(child, where)
            elif tag == W + "tbl":
                self._put_down(where, found)
                found += self._tables.read(child, where)
            elif tag == W + "sdt":
                before = self._lines.placeholder
                self._lines.placeholder = before or shows_placeholder(child)
                for content in child.iterchildren(W + "sdtContent"):
                    self._into(content, where, found)
                self._lines.placeholder = before
            elif tag in _THROUGH:
                self._into(child, where, found)
            elif tag == MC + "AlternateContent":
                self._into(chosen(child), where, found)
            elif tag in _NOT_READ:
                self._lines.caveats.add(Caveat.PARTLY_UNREADABLE)

    def _paragraph(self, element: Element, where: Where) -> list[Block]:
        """A paragraph, with the text boxes anchored in it."""
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            self._lines.caveats.add(Caveat.CUT_AT_LIMIT)
            return []
        marks = marks_of(element[0]) if len(element) and element[0].tag == _MARKS else {}
        style = self._style(marks)
        look = style.look._replace(bold=True) if where.bold else style.look
        on_paper = where.white_paper and not self._painted and not _is_barred(marks, style)
        self._lines.white_on_white = on_paper
        line = self._lines.read(element, look, self._carried[0] if self._carried else None)
        self._carried = None
        if _is_drop_cap(marks) and line.pieces:
            self._carried = line, element
            return []
        if _mark_deleted(marks):
            self._lines.caveats.add(Caveat.TRACKED_CHANGES)
            if line.pieces or line.boxes_before or line.boxes_after:
                self._carried = line, element
                return []
            self._put_aside(line, where)
            return []
        if _mark_inserted(marks):
            self._lines.caveats.add(Caveat.TRACKED_CHANGES)
        return self._printed(line, marks, style, where)

    def _printed(
        self, line: Line, marks: Marks, style: ParagraphStyle, where: Where
    ) -> list[Block]:
        """What a paragraph puts on the page."""
        if line.aside:
            self._put_aside(line, where)
        if self._lines.removed:
            return []
        place = self._place(line.page, where)  # before that of boxes, which count on
        label, level = self._label(line, marks, style)
        text = line.text
        if not text and not line.aside and any(char.isalnum() for char in label):
            text, label = label, ""  # a cell that holds nothing but its number
        if not label and (typed := _TYPED_BULLET.match(text)):
            label, text = typed[1], text[typed.end() :]
        found: list[Block] = []
        for box in line.boxes_before:
            found += self._boxed(box, where)
        if text:
            size, bold, italic = _looks(line, style)
            heading = heading_of(marks)
            paragraph = Paragraph(
                text,
                place,
                label,
                level,
                style.heading if heading is None else heading,
                size,
                bold,
                italic,
                where.shaded or _is_barred(marks, style),
            )
            found.append(paragraph)
        for box in line.boxes_after:
            found += self._boxed(box, where)
        return found

    def _boxed(self, box: TextBox, where: Where) -> list[Block]:
        """The blocks of a text box, which stands beside the text that it is anchored in."""
        page = self._lines.page
        if box.content is None:
            words = tidy(box.words)
            return [Paragraph(words, self._place(page, where))] if words else []
        inside = where._replace(shaded=where.shaded or box.shaded, white_paper=False)
        blocks = self.blocks(box.content, inside)
        self._lines.page = page
        return blocks

    def _label(self, line: Line, marks: Marks, style: ParagraphStyle) -> tuple[str, int]:
        num, level = list_of(marks)
        if not num:
            num = style.num
            if level is None:
                level = style.level
            if level is None and num:
                level = self._numbering.level_of_style(num, style.num_style)
        if num in {"", "0"} or (not line.pieces and _mark_hidden(marks)):
            return "", 0
        return self._numbering.label(num, level or 0), max(level or 0, style.depth)

    def _style(self, marks: Marks) -> ParagraphStyle:
        return self._styles.paragraph(val(marks.get(_STYLE)))

    def _put_aside(self, line: Line, where: Where) -> None:
        for text, why in line.aside:
            words = tidy(text)
            if words:
                self.set_aside.append(SetAside(words, why, self._place(line.page, where)))

    def _place(self, page: int, where: Where) -> Place:
        return Place(
            page=page if self._paged else None,
            paragraph=self._paragraphs,
            table=where.table,
            row=where.row,
            column=where.column,
            approximate=self._paged,
        )


def _looks(line: Line, style: ParagraphStyle) -> tuple[float, bool, bool]:
    """The size of most of its words, and whether all of them are bold, and italic."""
    if len(line.pieces) == 1 and not line.pieces[0][0].isspace():
        only = line.pieces[0][1]
        return only.size, only.bold, only.italic
    looks = Counter[Look]()
    for words, look in line.pieces:
        looks[look] += len(words.strip())
    looks = +looks or Counter({style.look: 1})  # spaces have no look
    size = max(looks, key=lambda look: looks[look]).size
    return size, all(look.bold for look in looks), all(look.italic for look in looks)


def _is_barred(marks: Marks, style: ParagraphStyle) -> bool:
    ground = marks.get(_GROUND)
    return style.shaded if ground is None else is_coloured(ground)


def _mark_inserted(marks: Marks) -> bool:
    own = marks.get(_MARK)
    return own is not None and own.find(W + "ins") is not None


def _is_drop_cap(marks: Marks) -> bool:
    """Whether it is only the large first letter of the next paragraph."""
    frame = marks.get(W + "framePr")
    return frame is not None and frame.get(W + "dropCap", "none") != "none"


def _mark_deleted(marks: Marks) -> bool:
    """Whether the paragraph's own mark was deleted, so that it runs on into the next one."""
    own = marks.get(_MARK)
    if own is None:
        return False
    return own.find(W + "del") is not None or own.find(W + "moveFrom") is not None


def _mark_hidden(marks: Marks) -> bool:
    own = marks.get(_MARK)
    return own is not None and is_on(own.find(W + "vanish"))
