"""A Document understood as a Plan: one general reading for layouts never seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractors.choice import find_marks
from extractors.cover import read_cover
from extractors.document import Document
from extractors.items import make_items
from extractors.lines import Line, lay_out
from extractors.making import Items
from extractors.marks import Mark
from extractors.plan import LETTERS, Passage, Plan, Section
from extractors.recognition import is_plan
from extractors.references import find_references
from extractors.regions import Regions
from extractors.sections import walk
from extractors.status import Status, Unreadable
from extractors.vocabulary import Vocabulary, standard, using
from extractors.wording import says_none


@dataclass(frozen=True, slots=True)
class Understood:
    """What a document was understood as, with the steps on the way to it."""

    plan: Plan | Unreadable
    lines: list[Line]
    marks: list[Mark]
    regions: Regions
    items: Items


def understand(document: Document, vocabulary: Vocabulary | None = None) -> Plan | Unreadable:
    """The plan that a document holds, or the reason why it holds none."""
    return step_by_step(document, vocabulary=vocabulary).plan


def step_by_step(
    document: Document,
    collect: Callable[[list[Mark]], Regions] = Regions,
    vocabulary: Vocabulary | None = None,
) -> Understood:
    """The plan with the steps on the way to it; `collect` makes what the walk collects into.

    It is read by the standard vocabulary where no other is given.
    """
    with using(vocabulary or standard()):
        return _understood(document, collect)


def _understood(document: Document, collect: Callable[[list[Mark]], Regions]) -> Understood:
    laid = lay_out(document)
    marks = find_marks(laid.lines)
    if not is_plan(laid.lines, marks):
        refused = Unreadable(Status.NOT_A_PLAN)
        return Understood(refused, laid.lines, marks, collect([]), Items([], []))
    regions = walk(laid.nodes, collect(marks))
    items = make_items(regions.pieces)
    child, facts = read_cover(document)
    plan = Plan(
        child,
        facts,
        tuple(_section(letter, regions) for letter in LETTERS),
        tuple(m.item() for m in items.made),
        tuple(find_references(items, regions.pieces)),
        document.format,
        document.pages,
        document.caveats,
        document.set_aside,
    )
    return Understood(plan, laid.lines, marks, regions, items)


def _section(letter: str, regions: Regions) -> Section:
    pieces = [p for p in regions.pieces if p.letter == letter]
    opened = [m for m in regions.opened if letter in m.letters]
    return Section(
        letter,
        found=bool(opened or pieces),
        labelled=any(m.labelled for m in opened),
        says_none=bool(pieces) and all(says_none(p.text) for p in pieces),
        headings=tuple(regions.headings.get(letter, ())),
        passages=tuple(Passage(p.text, p.line.paragraph.place) for p in pieces),
    )
