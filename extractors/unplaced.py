"""What has the form of a heading or label in a plan, though no word of the vocabulary knows it."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from extractors import wording
from extractors.choice import find_marks
from extractors.cover import read_cover, year_group
from extractors.cover_labels import Asked, asked
from extractors.cover_lines import Statement, Zone
from extractors.dates import find_dates
from extractors.document import Document, paragraphs
from extractors.headings import left_out, other_document, plain, titles
from extractors.labels import announced, is_number, only_refers, split_number
from extractors.lines import Box, Grid, Line, Node, lay_out
from extractors.marks import Mark
from extractors.names import as_name
from extractors.plan import Child
from extractors.pupil_numbers import is_upn
from extractors.recognition import other_paper
from extractors.tables import label_column
from extractors.vocabulary import Vocabulary, using

_WORDS = 12  # a heading or label is hardly ever longer
_BENEATH = 12  # lines that tell what stands under a heading
_PROSE = 8  # words: a paragraph of that length is the child's own
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LABELLED = re.compile(r"^([^:\t.?!]{2,60}?)\s*(?::|\t)\s*(\S.*)$", re.DOTALL)
_OF_PLAN = re.compile(
    r"(?:section|part)s?\s*[A-K]?\d?$|.*\b(?:education,? health,? (?:and|&) care plan|ehcp?)\b",
    re.IGNORECASE,
)


class Form(StrEnum):
    """How words are set that look like a heading or a label."""

    HEADING = "a heading"
    COLUMN = "the head of a column"
    LABEL = "a label beside words"
    COVER = "a label on the cover"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Words that look like a heading or label, and what speaks for what they are."""

    words: str  # as printed, without number and letter
    form: Form
    letter: str = ""  # of the section, where it is printed with them
    before: str = ""  # the section last opened before them
    after: str = ""  # the section opened next
    said: tuple[str, ...] = ()  # what each line beneath or beside reads like: "need", "", "outcome"


@dataclass(frozen=True, slots=True)
class Gleaned:
    """What one plan tells about its layout, and by what it is known to be another child's plan."""

    child: str  # the name; empty where the cover does not say
    names: frozenset[str]  # words of the child's name, in small letters
    prose: frozenset[str]  # what its longer paragraphs say, as hashes
    small: frozenset[str]  # words that stand somewhere in small letters, so are no names
    unplaced: tuple[Unplaced, ...]


def glean(document: Document, vocabulary: Vocabulary) -> Gleaned:
    """What a document prints like headings and labels without their being known."""
    with using(vocabulary):
        laid = lay_out(document)
        child, _ = read_cover(document)
        reader = _Reader(laid.nodes, laid.lines, child)
        found = tuple(dict.fromkeys(reader.found()))
    texts = [p.text for p in paragraphs(document.blocks)]
    called = " ".join(filter(None, (child.name, child.known_as)))
    return Gleaned(
        (child.name or "").lower(),
        frozenset(w.lower() for w in _WORD.findall(called)),
        frozenset(_hash(t) for t in texts if len(t.split()) >= _PROSE),
        frozenset(w for t in texts for w in _WORD.findall(t) if w.islower()),
        _with_dates(found, child),
    )


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class _Reader:
    """Walks a document that is laid out, and knows which sections are open where."""

    def __init__(self, nodes: list[Node], lines: list[Line], child: Child) -> None:
        self._child = child
        self._nodes = nodes
        self._lines = lines
        self._marks = find_marks(lines)
        self._by_line = {m.line.number: m for m in self._marks}
        self._titled = {n for m in self._marks for n in range(m.line.number + 1, m.last + 1)}
        self._first = min((m.line.number for m in self._marks), default=len(lines))

    def found(self) -> Iterator[Unplaced]:
        """Everything of that sort, in reading order; nothing of a review form or a report."""
        if other_paper(self._lines, self._marks):
            return
        for mark in self._marks:
            if mark.labelled and mark.title and not mark.known and len(mark.letters) == 1:
                yield from self._made(mark.title, mark.line, Form.HEADING, mark=mark)
        yield from self._each(self._nodes)

    def _each(self, nodes: list[Node]) -> Iterator[Unplaced]:
        for node in nodes:
            if isinstance(node, Grid):
                yield from self._in_grid(node)
            else:
                yield from self._in_line(node)

    def _in_line(self, line: Line) -> Iterator[Unplaced]:
        if self._taken(line):
            return
        p = line.paragraph
        labelled = _LABELLED.match(line.text)
        if line.number < self._first and labelled:
            yield from self._on_cover(labelled[1], labelled[2])
        elif labelled and not p.heading and not p.bold:
            yield from self._made(labelled[1], line, Form.LABEL, beside=[labelled[2]])
        elif line.styled and not (line.box and line.box.cell.shaded and not line.alone):
            beneath = self._beneath(line)
            if beneath:
                yield from self._made(line.text, line, Form.HEADING, beside=beneath)

    def _in_grid(self, grid: Grid) -> Iterator[Unplaced]:
        rows = [[b for b in row if b.lines] for row in grid.rows]
        rows = [row for row in rows if row]
        heads = _heads(rows)
        labels = label_column(grid)
        for number, row in enumerate(rows):
            if heads and number == 0:
                for box in row:
                    below = [b.text for r in rows[1:] for b in r if _same_column(b, box)]
                    yield from self._of_box(box, Form.COLUMN, below)
            elif len(row) == 2 and row[0].lines[0].number < self._first:  # noqa: PLR2004 -- label and value
                yield from self._on_cover(row[0].text, row[1].text)
            elif labels and len(row) == 2:  # noqa: PLR2004 -- label and words
                yield from self._of_box(row[0], Form.LABEL, [n.text for n in row[1].lines])
                yield from self._each(row[1].nodes)
            else:
                for box in row:
                    yield from self._each(box.nodes)

    def _of_box(self, box: Box, form: Form, beside: list[str]) -> Iterator[Unplaced]:
        if not self._taken(box.lines[0]):
            yield from self._made(box.text, box.lines[0], form, beside=beside)

    def _taken(self, line: Line) -> bool:
        """It opens a section, or is the title of one."""
        return line.number in self._by_line or line.number in self._titled

    def _beneath(self, line: Line) -> list[str]:
        """What stands under a heading, up to the next."""
        found = []
        for later in self._lines[line.number + 1 : line.number + 1 + _BENEATH]:
            if self._taken(later) or (later.styled and later.short and not later.bulleted):
                break
            found.append(later.text)
        return found

    def _made(
        self,
        text: str,
        line: Line,
        form: Form,
        *,
        mark: Mark | None = None,
        beside: list[str] | None = None,
    ) -> Iterator[Unplaced]:
        """The words, if they are short, and if nothing knows them."""
        words = split_number(text.strip().rstrip(": "))[1]
        if not _may_be_label(words) or _known(words):
            return
        before = [m for m in self._marks if m.line.number < line.number]
        after = [m for m in self._marks if m.line.number > line.number]
        yield Unplaced(
            words,
            form,
            mark.letters[0] if mark else "",
            before[-1].letters[-1] if before else "",
            after[0].letters[0] if after else "",
            tuple(_reads_like(t) for t in beside or self._beneath(line)),
        )

    def _on_cover(self, label: str, value: str) -> Iterator[Unplaced]:
        words = label.strip().rstrip(": ")
        known = asked(words) is not None or is_number(words) or _OF_PLAN.match(words)
        if _may_be_label(words) and not known:
            yield Unplaced(words, Form.COVER, said=(_value(words, value, self._child),))


def _heads(rows: list[list[Box]]) -> bool:
    """The first row is set apart from those below it."""
    if len(rows) < 2 or len(rows[0]) < 2:  # noqa: PLR2004 -- heads and a row
        return False
    apart = all(line.styled for b in rows[0] for line in b.lines)
    return apart and any(not line.styled for row in rows[1:] for b in row for line in b.lines)


def _same_column(box: Box, head: Box) -> bool:
    return head.cell.column <= box.cell.column < head.cell.column + max(1, head.cell.column_span)


def _may_be_label(words: str) -> bool:
    count = len(words.split())
    return 0 < count <= _WORDS and not words.endswith((".", ";", ",")) and len(words) > 1


def _known(words: str) -> bool:
    """The vocabulary says what it is, or it is a number or a reference."""
    role, area, number, _ = announced(words)
    if role or area or number or titles(words) or asked(words) is not None:
        return True
    if _OF_PLAN.match(words):
        return True
    other = any(other_document(words, what) for what in ("title", "review title", "review"))
    return other or is_number(words) or only_refers(words) or left_out(words)


def _reads_like(text: str) -> str:
    """What a line reads like by its own words; empty where they do not say."""
    words = split_number(text)[1] or text
    if wording.by_a_time(words):
        return "outcome"
    if wording.provides(words):
        return "provision"
    if wording.hope(words):
        return "aspiration"
    if wording.difficulty(words):
        return "need"
    return "strength" if wording.of_needs(words) == "strength" else ""


def _value(label: str, value: str, child: Child) -> str:
    """What a value on the cover looks like."""
    first = value.partition("\n")[0].strip()
    dates = find_dates(first)
    if dates:
        return f"date {dates[0].date.isoformat()}"
    if is_upn(first.replace(" ", "")):
        return "upn"
    if year_group(Statement(label, first, Zone.COVER, Asked.YEAR_GROUP)) and not first.isdigit():
        return "year-group"
    name = as_name(first)[0] if " " in first else None
    return "name" if name and name == (child.name or name) else ""


def _with_dates(found: tuple[Unplaced, ...], child: Child) -> tuple[Unplaced, ...]:
    """The same, where a date that lies years before all others is one of birth."""
    dates = sorted(dt.date.fromisoformat(s[5:]) for u in found for s in u.said if s[:5] == "date ")
    lone = len(dates) > 1 and (dates[1] - dates[0]).days > 2 * 365
    born = dates[0] if dates and child.date_of_birth is None and lone else None
    return tuple(
        Unplaced(
            u.words, u.form, u.letter, u.before, u.after, tuple(_dated(s, born) for s in u.said)
        )
        for u in found
    )


def _dated(said: str, born: dt.date | None) -> str:
    if not said.startswith("date "):
        return said
    return "date-of-birth" if born and said == f"date {born.isoformat()}" else "date"


def in_common(words: str) -> str:
    """The words as they are compared between plans: without whose they are."""
    return plain(words)
