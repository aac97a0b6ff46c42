"""What became of every paragraph of a document: for whoever doubts a reading of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Block, Box, Caveat, Document, Paragraph, Place, SetAside, Table
from extractors.fates import Became, Fate
from extractors.plan import Plan
from extractors.reading import step_by_step
from extractors.status import Unreadable
from extractors.tracing import Tracer, Watched
from extractors.vocabulary import Vocabulary, standard, using


@dataclass(frozen=True, slots=True)
class Spot:
    """One cell that words stand in."""

    table: int  # from 1, in reading order
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Traced:
    """One paragraph as printed, and what became of it."""

    text: str
    label: str
    level: int
    heading: int
    bold: bool
    place: Place
    stretches: tuple[tuple[int, Box], ...]  # where it stands, on each page
    cells: tuple[Spot, ...]  # that it stands in, the outermost first
    fate: Fate


@dataclass(frozen=True, slots=True)
class Trace:
    """A file's words in reading order, each with what became of it, and the plan that they made."""

    format: str
    pages: int | None
    words: tuple[Traced, ...]
    plan: Plan | None = None  # one of the two is there
    unreadable: Unreadable | None = None
    margins: tuple[Traced, ...] = ()
    set_aside: tuple[Traced, ...] = ()
    caveats: frozenset[Caveat] = frozenset()
    unread_pages: tuple[int, ...] = ()


def trace(document: Document, vocabulary: Vocabulary | None = None) -> Trace:
    """What was understood of a document, and what became of each of its paragraphs."""
    with using(vocabulary or standard()):
        done = step_by_step(document, Watched, vocabulary)
        tracer = Tracer(done)
        words = [(p, cells, tracer.fate(p)) for p, cells in _in_cells(document.blocks)]
    return Trace(
        document.format,
        document.pages,
        tuple(_traced(*one) for one in words),
        done.plan if isinstance(done.plan, Plan) else None,
        done.plan if isinstance(done.plan, Unreadable) else None,
        tuple(_traced(p, (), Fate(Became.RUNNING)) for p in document.margins),
        tuple(_aside(one) for one in document.set_aside),
        document.caveats,
        document.unread_pages,
    )


def _traced(p: Paragraph, cells: tuple[Spot, ...], fate: Fate) -> Traced:
    here = ((p.place.page, p.place.box),) if p.place.page and p.place.box else ()
    return Traced(
        p.text, p.label, p.level, p.heading, p.bold, p.place, p.stretches or here, cells, fate
    )


def _aside(one: SetAside) -> Traced:
    words = Paragraph(one.text, one.place)
    return _traced(words, (), Fate(Became(one.why.value)))


def _in_cells(
    blocks: tuple[Block, ...], cells: tuple[Spot, ...] = (), tables: list[Table] | None = None
) -> Iterator[tuple[Paragraph, tuple[Spot, ...]]]:
    """Every paragraph in reading order with the cells that it stands in."""
    tables = [] if tables is None else tables
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block, cells
            continue
        tables.append(block)
        number = len(tables)
        for cell in block.cells:
            spans = max(1, cell.row_span), max(1, cell.column_span)
            spot = Spot(number, cell.row, cell.column, *spans, cell.shaded)
            yield from _in_cells(cell.blocks, (*cells, spot), tables)
