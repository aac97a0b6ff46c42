"""A Document understood as a Plan: one general reading for layouts never seen."""

from __future__ import annotations

from extractors.choice import find_marks
from extractors.cover import read_cover
from extractors.document import Document
from extractors.items import make_items
from extractors.lines import lay_out
from extractors.plan import LETTERS, Passage, Plan, Section
from extractors.recognition import is_plan
from extractors.references import find_references
from extractors.regions import Regions
from extractors.sections import walk
from extractors.status import Status, Unreadable
from extractors.wording import says_none


def understand(document: Document) -> Plan | Unreadable:
    """The plan that a document holds, or the reason why it holds none."""
    laid = lay_out(document)
    marks = find_marks(laid.lines)
    if not is_plan(laid.lines, marks):
        return Unreadable(Status.NOT_A_PLAN)
    regions = walk(laid.nodes, marks)
    items = make_items(regions.pieces)
    child, facts = read_cover(document)
    return Plan(
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
