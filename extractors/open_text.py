"""OpenDocument texts (.odt) without LibreOffice: one walk of their XML, in the page's order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element as Element

from extractors.document import (
    Block,
    Caveat,
    Cell,
    Document,
    Paragraph,
    Place,
    SetAside,
    Table,
    paragraphs,
)
from extractors.guards import Package, package
from extractors.looks import BREAK, LEVELS, TAB, Kind, Look, Numbers, aside, printed
from extractors.open_text_styles import (
    DRAW,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    OpenStyles,
)
from extractors.status import Status, Unreadable
from extractors.word_parts import number, parsed

MAX_PARAGRAPHS = 50_000
MAX_COLUMNS, MAX_REPEATED = 63, 200  # of rows that stand once for many
_MARGINS = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
_NOT_SHOWN = frozenset(
    (
        OFFICE + "annotation",
        OFFICE + "forms",
        TEXT + "tracked-changes",
        TEXT + "note-citation",
        TEXT + "ruby-text",
        TEXT + "sequence-decls",
        TEXT + "variable-decls",
        TEXT + "user-field-decls",
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}title",
        "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}desc",
    )
)
_P, _H, _LIST = TEXT + "p", TEXT + "h", TEXT + "list"
_HIDDEN = frozenset((TEXT + "hidden-text", TEXT + "hidden-paragraph"))
_HAS_TRACKED = frozenset((TEXT + "insertion", TEXT + "deletion"))


@dataclass(frozen=True, slots=True)
class _Where:
    """What surrounds a block: a cell, a list, a text box."""

    table: int | None = None
    row: int | None = None
    column: int | None = None
    list: str = ""
    level: int = -1
    label: str = ""  # of the point that begins here
    shaded: bool = False
    hidden: bool = False


@dataclass(slots=True)
class _Line:
    """The pieces of one paragraph, and the boxes and notes that hang on it."""

    pieces: list[tuple[str, Look]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)


def read_open_text(source: bytes | Package) -> Document | Unreadable:
    """The words of an OpenDocument text; what no reader sees is set aside."""
    parts = package(source) if isinstance(source, bytes) else source
    if isinstance(parts, Unreadable):
        return parts
    if b"encryption-data" in (parts.part("META-INF/manifest.xml") or b""):
        return Unreadable(Status.PASSWORD, "It is an OpenDocument text saved with a password.")
    content, repaired = parsed(parts.part("content.xml") or b"")
    styles = parsed(parts.part("styles.xml") or b"")[0]
    text = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        return Unreadable(Status.DAMAGED, "Its main text is missing.")
    walk = _Walk(OpenStyles(styles, content), text)
    blocks = [*walk.blocks(text, _Where()), *walk.notes]
    if not any(p.text for p in paragraphs(tuple(blocks))):
        return Unreadable(Status.DAMAGED if repaired else Status.NO_READABLE_TEXT)
    caveats = walk.caveats | {a.why for a in walk.set_aside}
    return Document(
        format="odt",
        blocks=tuple(blocks),
        margins=tuple(_margins(walk, styles)),
        set_aside=tuple(walk.set_aside),
        caveats=frozenset(caveats | ({Caveat.REPAIRED} if repaired else set())),
    )


def _margins(walk: _Walk, styles: Element | None) -> Iterator[Paragraph]:
    """The running heads and feet, each distinct text once."""
    seen: set[str] = set()
    kept = len(walk.set_aside)
    for page in () if styles is None else styles.iter(STYLE + "master-page"):
        for name in _MARGINS:
            for part in page.iterchildren(STYLE + name):
                for paragraph in paragraphs(tuple(walk.blocks(part, _Where()))):
                    if paragraph.text not in seen:
                        seen.add(paragraph.text)
                        yield replace(paragraph, place=Place())
    del walk.set_aside[kept:]


class _Walk:
    """One walk through a text; lists, tables and notes are counted as they come."""

    def __init__(self, styles: OpenStyles, text: Element) -> None:
        self._styles = styles
        self._counters: dict[str, Numbers] = {}
        self._paragraphs = self._tables = 0
        self.notes: list[Block] = []
        self.set_aside: list[SetAside] = []
        self.caveats: set[Caveat] = set()
        self._deleted: dict[str, str] = {}
        for region in text.iter(TEXT + "changed-region"):
            if any(child.tag in _HAS_TRACKED for child in region):
                self.caveats.add(Caveat.TRACKED_CHANGES)
            for deletion in region.iterchildren(TEXT + "deletion"):
                words = [" ".join(p.itertext()) for p in deletion.iter(_P, _H)]
                self._deleted[region.get(TEXT + "id", "")] = " ".join(words)

    def blocks(self, parent: Element, where: _Where) -> list[Block]:
        """The blocks of a body, a cell, a point of a list or a text box."""
        found: list[Block] = []
        for child in parent:
            tag = child.tag
            if tag in {_P, _H}:
                found += self._paragraph(child, where)
                where = replace(where, label="")
            elif tag == _LIST:
                found += self._list(child, where)
            elif tag == TABLE + "table":
                found += self._table(child, where)
            elif tag.startswith(DRAW):
                for box in _boxes(child):
                    found += self.blocks(box, where)
            elif tag not in _NOT_SHOWN:
                hidden = where.hidden or child.get(TEXT + "display") == "none"
                found += self.blocks(child, replace(where, hidden=hidden))
        return found

    def _list(self, element: Element, where: _Where) -> list[Block]:
        name = element.get(TEXT + "style-name") or where.list
        level = min(where.level + 1, LEVELS - 1)
        goes_on = element.get(TEXT + "continue-numbering") == "true" or element.get(
            TEXT + "continue-list"
        )
        if level == 0 and not goes_on:
            self._counters.pop(name, None)
        counter = self._counters.setdefault(name, Numbers())
        found: list[Block] = []
        for item in element:
            label = ""
            if item.tag == TEXT + "list-item" and next(item.iterchildren(_P, _H), None) is not None:
                start = item.get(TEXT + "start-value")
                usual = self._styles.start(name, level)
                counter.step(level, None if start is None else number(start), usual)
                label = self._styles.label(name, counter, level)
            inside = replace(where, list=name, level=level, label=label)
            found += self.blocks(item, inside)
        return found

    def _paragraph(self, element: Element, where: _Where) -> list[Block]:
        self._paragraphs += 1
        if self._paragraphs > MAX_PARAGRAPHS:
            self.caveats.add(Caveat.CUT_AT_LIMIT)
            return []
        style = self._styles.of("paragraph", element.get(TEXT + "style-name"))
        look = replace(style.look, aside=Caveat.HIDDEN_TEXT) if where.hidden else style.look
        line, place = _Line(), self._place(where)
        self._into(element, look, line)
        self.set_aside += aside(line.pieces, place)
        for change in line.changes:
            if words := self._deleted.pop(change, "").strip():
                self.set_aside.append(SetAside(words, Caveat.TRACKED_CHANGES, place))
        heading = number(element.get(TEXT + "outline-level"), 1) if element.tag == _H else 0
        kind = Kind(
            self._label(element, where, heading, style.list),
            max(0, where.level),
            heading or style.heading,
            where.shaded or style.shaded,
        )
        paragraph = printed(line.pieces, kind, place)
        found: list[Block] = [paragraph] if paragraph else []
        for box in line.boxes:
            ground = self._styles.of("graphic", box.getparent().get(DRAW + "style-name")).shaded
            found += self.blocks(box, _Where(shaded=ground))
        return found

    def _label(self, element: Element, where: _Where, heading: int, list_name: str) -> str:
        """What is printed before it: a point's sign or number, or a heading's own number."""
        if where.label or not heading or where.level >= 0:
            return where.label
        if element.get(TEXT + "is-list-header") == "true":
            return ""
        counter = self._counters.setdefault(list_name, Numbers())
        level = min(heading, LEVELS) - 1
        counter.step(level, None, self._styles.start(list_name, level))
        return self._styles.label(list_name, counter, level)

    def _into(self, element: Element, look: Look, line: _Line) -> None:
        if element.text:
            line.pieces.append((element.text, look))
        for child in element:
            self._inline(child, look, line)
            if child.tail:
                line.pieces.append((child.tail, look))

    def _inline(self, child: Element, look: Look, line: _Line) -> None:
        tag = child.tag
        if tag == TEXT + "s":
            line.pieces.append((" ", look))
        elif tag == TEXT + "tab":
            line.pieces.append((TAB, look))
        elif tag == TEXT + "line-break":
            line.pieces.append((BREAK, look))
        elif tag == TEXT + "change":
            line.changes.append(child.get(TEXT + "change-id", ""))
        elif tag == TEXT + "note":
            self._note(child)
        elif tag.startswith(DRAW):
            line.boxes += _boxes(child)
        elif tag in _HIDDEN:
            is_hidden = child.get(TEXT + "is-hidden") == "true"
            self._into(child, replace(look, aside=Caveat.HIDDEN_TEXT) if is_hidden else look, line)
        elif tag not in _NOT_SHOWN:
            self._into(child, self._styles.words(look, child.get(TEXT + "style-name")), line)

    def _note(self, element: Element) -> None:
        citation = element.findtext(TEXT + "note-citation") or ""
        body = element.find(TEXT + "note-body")
        blocks = [] if body is None else self.blocks(body, _Where())
        for n, block in enumerate(blocks):
            if n == 0 and isinstance(block, Paragraph):
                self.notes.append(replace(block, label=citation))
            else:
                self.notes.append(block)

    def _table(self, element: Element, where: _Where) -> list[Block]:
        self._tables += 1
        table, cells = self._tables, list[Cell]()
        rows = columns = 0
        for row, head in _rows(element, head=False):
            for _ in range(min(number(row.get(TABLE + "number-rows-repeated"), 1), MAX_REPEATED)):
                line = list(self._row(row, replace(where, table=table, row=rows + 1), head=head))
                cells += line
                columns = max([columns, *(cell.column + cell.column_span for cell in line)])
                rows += 1
                if not any(cell.text for cell in line):
                    break
        if not cells:
            return []
        return [Table(tuple(cells), rows, columns, Place(table=table))]

    def _row(self, row: Element, where: _Where, *, head: bool) -> Iterator[Cell]:
        column = 0
        for cell in row.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
            repeated = max(1, number(cell.get(TABLE + "number-columns-repeated"), 1))
            if cell.tag == TABLE + "covered-table-cell":
                column += repeated
                continue
            for _ in range(repeated):
                if column >= MAX_COLUMNS:
                    return
                yield self._cell(cell, replace(where, column=column + 1), head=head)
                column += 1

    def _cell(self, element: Element, where: _Where, *, head: bool) -> Cell:
        style = self._styles.of("table-cell", element.get(TABLE + "style-name"))
        inside = replace(where, list="", level=-1, label="", shaded=False)
        place = replace(self._place(where), paragraph=None)
        blocks = tuple(self.blocks(element, inside))
        row, column = (where.row or 1) - 1, (where.column or 1) - 1
        down = max(1, min(number(element.get(TABLE + "number-rows-spanned"), 1), 10_000))
        across = max(1, number(element.get(TABLE + "number-columns-spanned"), 1))
        across = min(across, MAX_COLUMNS - column)
        return Cell(row, column, blocks, place, down, across, style.shaded, head)

    def _place(self, where: _Where) -> Place:
        return Place(
            paragraph=self._paragraphs,
            table=where.table,
            row=where.row,
            column=where.column,
        )


def _boxes(drawing: Element) -> list[Element]:
    """The text boxes of a drawing, without those that stand in another one of them."""
    if drawing.tag == DRAW + "text-box":
        return [drawing]
    return [box for child in drawing for box in _boxes(child)]


def _rows(parent: Element, *, head: bool) -> Iterator[tuple[Element, bool]]:
    """The rows of a table, those that repeat on every page marked."""
    for child in parent:
        if child.tag == TABLE + "table-row":
            yield child, head
        elif child.tag in {TABLE + "table-rows", TABLE + "table-row-group"}:
            yield from _rows(child, head=head)
        elif child.tag == TABLE + "table-header-rows":
            yield from _rows(child, head=True)
