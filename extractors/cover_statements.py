"""What a document states of itself with a label, and in which part of it it does so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.cover_labels import DATES, Asked, asked, plain
from extractors.cover_lines import EDGE_OF_TABLE, LONG_LINE, Statement, Zone, in_lines
from extractors.cover_people import of_the_child
from extractors.dates import find_dates
from extractors.document import Block, Cell, Document, Paragraph, Table, paragraphs

_LONG_LABEL = 160  # characters: no label or title is longer
_VALUE_WORDS = 4  # "Final ☒", "to be confirmed"


def statements(document: Document) -> list[Statement]:
    """Everything that a document states with a label, and its short lines, in order."""
    found = list(_Reader(document).read())
    for paragraph in document.margins:
        found += in_lines([_whole(paragraph)], Zone.MARGIN)
    return of_the_child(found)


_BORN = re.compile(r"\b(?:date of birth|d\.?o\.?b\b|was born on|^born\b)", re.IGNORECASE)
_TITLE = re.compile(
    r"\b(?:education,?\s+health,?\s+(?:and|&)\s+(?:social\s+)?care\s*(?:\(ehc\)\s*)?plan|"
    r"ehc\s+plan|ehcp)\b",
    re.IGNORECASE,
)
_NOT_TITLE = re.compile(
    r"\b(?:review|letter|request|notice|guidance|understanding|content|parts of|statement of|"
    r"assessment for|dear|re(?=\s*:)|enclos\w+)\b",
    re.IGNORECASE,
)
_TITLE_WORDS = 14
_SECTION_CHARACTERS = 300  # a section that has begun holds more, a line of explanation less
_LETTER = re.compile(r"dear\s+\S", re.IGNORECASE)
_REVIEW_FORM = re.compile(
    r"(?:.*\b)?(?:annual|interim|early|emergency)\s+review\b(?!\s*(?:date|due|by|on)\b)|"
    r"record of (?:the )?(?:annual )?review|review (?:form|report|record)\b",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"\W*(?:(?:section|part)\s*[A-K1-7]\d?\b|[(\[]?(?-i:[A-K])\d?[)\]]?\s*(?:[|:–]|[.)-](?=\s))\s*\S|"
    r"(?-i:A1|A2)\b|[(\[]?(?-i:[A-K])[)\].:]?$|(?:the )?views,? (?:wishes,? )?(?:and )?interests)",
    re.IGNORECASE,
)


class _Reader:
    """Walks a document once, knowing in which part of it it stands."""

    def __init__(self, document: Document) -> None:
        self._blocks = document.blocks
        self._zone = Zone.FRONT
        flat = [p for p in paragraphs(document.blocks) if p.text]
        self._opening = _openings(flat)
        self._born = False  # a date of birth has been stated
        self._opened = 0  # sections or parts that have been opened

    def read(self) -> Iterator[Statement]:
        yield from self._each(self._blocks)

    def _each(self, blocks: tuple[Block, ...], *, nested: bool = False) -> Iterator[Statement]:
        edge = () if nested else (Statement("", EDGE_OF_TABLE, self._zone),)
        lines: list[Paragraph] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                zone = self._zone
                self._pass(block)
                if self._zone is not zone:
                    yield from _in_paragraphs(lines, zone)
                    lines = []
                lines.append(block)
            else:
                yield from _in_paragraphs(lines, self._zone)
                lines = []
                yield from edge
                yield from self._table(block)
                yield from edge
        yield from _in_paragraphs(lines, self._zone)

    def _table(self, table: Table) -> Iterator[Statement]:
        begins = {(cell.row, cell.column): cell for cell in table.cells}
        people = _of_people(table)
        taken: set[tuple[int, int]] = set()
        for cell in table.cells:
            for paragraph in paragraphs(cell.blocks):
                self._pass(paragraph, in_grid=table.columns > 1)
            if any(isinstance(block, Table) for block in cell.blocks):
                yield from self._each(cell.blocks, nested=True)
            elif (cell.row, cell.column) not in taken and cell.row not in people:
                yield from _in_cell(cell, begins, self._zone, taken)

    def _pass(self, paragraph: Paragraph, *, in_grid: bool = False) -> None:
        """Moves on to the part of the document that a paragraph opens."""
        text = paragraph.text
        if self._zone is Zone.SECTIONS or len(text) > _LONG_LABEL:
            return
        words = len(text.split())
        self._born = self._born or bool(_BORN.search(text))
        if id(paragraph) in self._opening:
            self._opened += 1
            # Some plans state who the child is inside their first part.
            if self._zone <= Zone.FRONT and (self._born or self._opened > 1):
                self._zone = Zone.SECTIONS
        elif words > _TITLE_WORDS:
            return
        elif _TITLE.search(text) and not _NOT_TITLE.search(text) and _stands_out(paragraph, text):
            self._zone = Zone.COVER
        elif self._zone is Zone.FRONT and not in_grid:
            form = _REVIEW_FORM.match(text) and _stands_out(paragraph, text)
            if _LETTER.match(text) or (form and not text.endswith(":")):
                self._zone = Zone.OTHER_PAPER


def _stands_out(paragraph: Paragraph, text: str) -> bool:
    """Whether a line may be a title: by its form, or because it is nothing else."""
    drawn = paragraph.bold or paragraph.heading or paragraph.shaded or paragraph.size > 13  # noqa: PLR2004
    return bool(drawn) or not text.rstrip().endswith((".", ":", ","))


def _openings(flat: list[Paragraph]) -> set[int]:
    """The paragraphs that open a section: those that much follows, unlike a contents page."""
    marks = [at for at, paragraph in enumerate(flat) if _is_mark(paragraph)]
    ends = [*marks[1:], len(flat)][: len(marks)]
    follow = [
        sum(len(p.text) for p in flat[at + 1 : end]) for at, end in zip(marks, ends, strict=True)
    ]
    for least in (_SECTION_CHARACTERS, 1, 0):
        found = {id(flat[at]) for at, much in zip(marks, follow, strict=True) if much >= least}
        if found:
            return found
    return set()


def _is_mark(paragraph: Paragraph) -> bool:
    text = _whole(paragraph)
    if len(text) > _LONG_LABEL or len(text.split()) > _TITLE_WORDS:
        return False
    return bool(_MARK.match(text)) and asked(paragraph.text) is None


def _whole(paragraph: Paragraph) -> str:
    named = any(char.isalnum() for char in paragraph.label)
    return f"{paragraph.label} {paragraph.text}" if named else paragraph.text


_SIBLINGS = re.compile(r"\b(?:siblings?|brothers?|sisters?)\b", re.IGNORECASE)
_PEOPLE = re.compile(
    r"\b(?:role|relationship|profession|position|job title|telephone|phone|contact|organisation|"
    r"agency|service|signature|advice|attended|invited|e ?mail|appendix)\b",
    re.IGNORECASE,
)


def _of_people(table: Table) -> set[int]:
    """The rows of a table of people: a row of heads like «Name | Role | Date», and what follows."""
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    for number in sorted(rows):
        heads = [cell.text for cell in rows[number] if cell.text]
        short = all(len(head.split()) <= 5 and ":" not in head for head in heads)  # noqa: PLR2004
        named = any(
            re.search(r"\b(?:name|who|from|author)\b", head, re.IGNORECASE) for head in heads
        )
        if short and named and len(heads) > 1 and _SIBLINGS.search(heads[0]):
            return {row for row in rows if row >= number}
        if len(heads) > 1 and short and named and any(_PEOPLE.search(head) for head in heads):
            if len(heads) == 2 and table.columns == 2 and not rows[number][0].head:  # noqa: PLR2004
                continue
            return {row for row in rows if row >= number}
    return set()


def _in_cell(
    cell: Cell,
    begins: dict[tuple[int, int], Cell],
    zone: Zone,
    taken: set[tuple[int, int]],
) -> Iterator[Statement]:
    """What a cell states: by itself, or as the label of the cell beside or below it."""
    lines = [line for p in paragraphs(cell.blocks) for line in _whole(p).split("\n") if line]
    if not lines:
        return
    label = " ".join(lines)
    whole = len(label) <= _LONG_LABEL and ":" not in label.rstrip(": ")
    kind = asked(label) if whole else None
    if kind is None and (len(lines) > 1 or len(label) > LONG_LINE or not label.endswith(":")):
        yield from in_lines(lines, zone)
        return
    if kind is None:
        kind = asked(label.rstrip(":").rsplit(":", 1)[-1])
    right = _beside(cell, begins)
    if kind in DATES and _is_prose(right):
        yield from in_lines(lines, zone)
        return
    below = begins.get((cell.row + cell.row_span, cell.column))
    for place in (right, below):
        if place is not None and not _is_label(place, cell) and (place is right or place.text):
            taken.add((place.row, place.column))
            yield Statement(label, place.text, zone, kind)
            return
    yield Statement("", label, zone)


def _is_prose(cell: Cell | None) -> bool:
    """Whether a cell holds words and no date, so that it is no value for a date's label."""
    if cell is None or len(cell.text.split()) <= _VALUE_WORDS:
        return False
    return not find_dates(cell.text)


def _beside(cell: Cell, begins: dict[tuple[int, int], Cell]) -> Cell | None:
    """The cell to the right; an empty one is passed over where a value stands behind it."""
    right = begins.get((cell.row, cell.column + cell.column_span))
    if right is None or right.text:
        return right
    behind = begins.get((cell.row, right.column + right.column_span))
    return behind if behind is not None and behind.text and asked(behind.text) is None else right


_STAGES = frozenset({"nursery", "college"})  # labels of a setting, and stages of education


def _is_label(cell: Cell, beside: Cell) -> bool:
    """Whether a cell is one more label, and not the value of the label beside it."""
    if not cell.text:
        return False
    drawn = [(c.shaded, c.head, _bold(c)) for c in (cell, beside)]
    kind = asked(cell.text)
    label = asked(beside.text)
    if label is Asked.STATUS and kind in DATES:
        return False  # «Final plan»
    if label is Asked.YEAR_GROUP and plain(cell.text) in _STAGES:
        return False
    return kind is not None and (drawn[0] == drawn[1] or cell.text.endswith(":"))


def _bold(cell: Cell) -> bool:
    return all(p.bold for p in paragraphs(cell.blocks) if p.text)


def _in_paragraphs(lines: list[Paragraph], zone: Zone) -> Iterator[Statement]:
    yield from in_lines([line for p in lines for line in _whole(p).split("\n")], zone)
