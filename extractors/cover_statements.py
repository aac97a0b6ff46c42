"""What a document states of itself: each label with its value, and in which part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice

from extractors.cover_labels import DATES, Asked, asked
from extractors.dates import find_dates
from extractors.document import Block, Cell, Document, Paragraph, Table, paragraphs

_LONG_LINE = 400  # characters: beyond it a paragraph is prose, and is not looked through
_LATE_LINE = 160  # the same, after the first section
_LONG_LABEL = 160  # characters: no label or title is longer
_VALUE_WORDS = 4  # "Final ☒", "to be confirmed"
_MOST_LABELS = 12  # of one line
_LABEL_WORDS = 10


class Zone(IntEnum):
    """The part of a document that a statement stands in; the plan's own cover comes first."""

    COVER = 0
    FRONT = 1  # before the first title: part of the cover where no letter or form stands there
    MARGIN = 2
    SECTIONS = 3
    OTHER_PAPER = 4  # a letter or a review form bound in


@dataclass(frozen=True, slots=True)
class Statement:
    """A label and its value; a line of which nothing is a label has none."""

    label: str
    value: str
    zone: Zone
    asked: Asked | None = None


def statements(document: Document) -> list[Statement]:
    """Everything that a document states with a label, and its short lines, in order."""
    found = list(_Reader(document).read())
    for paragraph in document.margins:
        found += in_lines([_whole(paragraph)], Zone.MARGIN)
    return found


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

    def _each(self, blocks: tuple[Block, ...]) -> Iterator[Statement]:
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
                yield from self._table(block)
        yield from _in_paragraphs(lines, self._zone)

    def _table(self, table: Table) -> Iterator[Statement]:
        begins = {(cell.row, cell.column): cell for cell in table.cells}
        people = _of_people(table)
        taken: set[tuple[int, int]] = set()
        for cell in table.cells:
            for paragraph in paragraphs(cell.blocks):
                self._pass(paragraph, in_grid=table.columns > 1)
            if any(isinstance(block, Table) for block in cell.blocks):
                yield from self._each(cell.blocks)
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
    if kind is None and (len(lines) > 1 or len(label) > _LONG_LINE or not label.endswith(":")):
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


def _is_label(cell: Cell, beside: Cell) -> bool:
    """Whether a cell is one more label, and not the value of the label beside it."""
    if not cell.text:
        return False
    drawn = [(c.shaded, c.head, _bold(c)) for c in (cell, beside)]
    kind = asked(cell.text)
    label = asked(beside.text)
    if (label is Asked.STATUS and kind in DATES) or (
        label is Asked.YEAR_GROUP and kind is Asked.SETTING
    ):
        return False  # «Final plan», «Nursery»
    return kind is not None and (drawn[0] == drawn[1] or cell.text.endswith(":"))


def _bold(cell: Cell) -> bool:
    return all(p.bold for p in paragraphs(cell.blocks) if p.text)


def _in_paragraphs(lines: list[Paragraph], zone: Zone) -> Iterator[Statement]:
    yield from in_lines([line for p in lines for line in _whole(p).split("\n")], zone)


def in_lines(lines: list[str], zone: Zone) -> Iterator[Statement]:
    """What lines of text state: «Label: value», several on a line, or a label and then a value."""
    waiting = ""  # a label that stands alone on its line
    for line in lines:
        if not line.strip() or len(line) > (_LATE_LINE if zone is Zone.SECTIONS else _LONG_LINE):
            waiting = ""
            continue
        pairs = list(_pairs(line))
        if waiting:
            kind, value = asked(waiting), line.strip()
            if pairs or (kind in DATES and not find_dates(line)):
                yield Statement(waiting, "", zone, kind)
            else:
                yield Statement(waiting, value, zone, kind)
                value = ""
            waiting = ""
            if not value:
                continue
        if not pairs:
            yield Statement("", line.strip(), zone)
            continue
        for label, value in pairs[:-1]:
            yield Statement(label, value, zone, asked(label))
        label, value = pairs[-1]
        if value:
            yield Statement(label, value, zone, asked(label))
        else:
            waiting = label
    if waiting:
        yield Statement(waiting, "", zone, asked(waiting))


_COLON = re.compile(r"\s*(?::|\t|\s[–—-](?=\s)|\.{4,}|…+|_{4,}(?=\s*\w))\s*")
_COLUMNS = re.compile(r"\t|\s{3,}|\s\|\s")


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    """The labels of a line with their values; none where it holds no label."""
    if ":" not in line.rstrip(": ") and asked(line) is not None:
        yield line.strip(), ""
        return
    if "\t" in line and ":" not in line:
        yield from _across(line)
        return
    marks = [
        (found, _label_before(line, found, first=at == 0))
        for at, found in enumerate(islice(_COLON.finditer(line), _MOST_LABELS))
    ]
    labels = [(found, label) for found, label in marks if label]
    for at, (found, label) in enumerate(labels):
        after = len(line)
        if at + 1 < len(labels):
            following, label_after = labels[at + 1]
            after = following.start() - len(label_after)
        yield label, _COLUMNS.split(line[found.end() : after].strip(" |;,\t"))[0].strip()


def _across(line: str) -> Iterator[tuple[str, str]]:
    """The labels and values of a line set in columns; a label may run on into its value."""
    waiting = ""
    for cell in filter(None, map(str.strip, line.split("\t"))):
        if waiting and asked(cell) is None:
            yield waiting, cell
            waiting = ""
            continue
        if waiting:
            yield waiting, ""
        label = _label_at_start(cell)
        waiting = cell if label == cell else ""
        if label and not waiting:
            yield label, cell[len(label) :].strip()
    if waiting:
        yield waiting, ""


def _label_at_start(text: str) -> str:
    """The longest label that the text begins with, empty where there is none."""
    ends = [found.end() for found in re.finditer(r"\S+", text)][:_LABEL_WORDS]
    return next((text[:end] for end in reversed(ends) if asked(text[:end]) is not None), "")


def _label_before(line: str, mark: re.Match[str], *, first: bool) -> str:
    """The longest label that stands before a mark, empty where there is none.

    The first of a line is the whole of its text («Previous status» is not «status»), and so is
    one that no colon marks.
    """
    before = line[: mark.start()]
    if not first:
        before = _COLUMNS.split(before)[-1]
    if first or ":" not in mark[0]:
        return before.strip() if asked(before) is not None else ""
    for found in list(re.finditer(r"\S+", before))[-_LABEL_WORDS:]:
        if asked(before[found.start() :]) is not None:
            return before[found.start() :]
    return ""
