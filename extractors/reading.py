"""A Document understood as a Plan: one general reading for layouts never seen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import itemgetter

from extractors.choice import find_marks
from extractors.cover import read_cover
from extractors.document import Document, SetAside
from extractors.items import make_items
from extractors.lines import Line, lay_out
from extractors.making import Items
from extractors.marks import Mark
from extractors.plan import LETTERS, Passage, Plan, Section
from extractors.recognition import is_plan
from extractors.references import find_references
from extractors.regions import Regions
from extractors.sections import walk
from extractors.standing import THREAD
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
    titles = [h.text for h in regions.headings.get("E", ())]
    items = make_items(regions.pieces, titles[0] if len(titles) == 1 else "")
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
        _in_sections(document.set_aside, regions),
    )
    return Understood(plan, laid.lines, marks, regions, items)


def _in_sections(set_aside: tuple[SetAside, ...], regions: Regions) -> tuple[SetAside, ...]:
    """What was set aside, each with the section that it stands in: that of the words before it."""
    if not set_aside:
        return ()
    opened = [(h.place, letter) for letter, said in regions.headings.items() for h in said]
    stands = [(piece.place, piece.home or piece.letter) for piece in regions.pieces]
    begun = sorted((place.paragraph or 0, letter) for place, letter in opened + stands)
    found = []
    for aside in set_aside:
        at = bisect_right(begun, aside.place.paragraph or 0, key=itemgetter(0))
        section = begun[at - 1][1] if at else ""
        found.append(replace(aside, place=aside.place.within(section)))
    return tuple(found)


def _section(letter: str, regions: Regions) -> Section:
    opened = [m for m in regions.opened if letter in m.letters]
    together = {x for m in opened for x in m.letters if x not in THREAD}  # "Sections G and H"
    own = [p for p in regions.pieces if p.letter == letter]
    pieces = own or [p for p in regions.pieces if p.letter in together]
    return Section(
        letter,
        found=bool(opened or pieces),
        labelled=any(m.labelled for m in opened),
        says_none=bool(pieces) and all(says_none(p.text) for p in pieces),
        headings=tuple(regions.headings.get(letter, ())),
        passages=tuple(Passage(p.text, p.place) for p in pieces),
    )
