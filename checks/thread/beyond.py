"""Ends of the thread in the health and social care sections, for what has none in B, E and F.

A need that the health service meets is no orphan, and a health outcome may answer a need of
Section C (Code of Practice 9.66, 9.69; regulation 12(1)(c), (d), (g), (h)).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checks.thread.concepts import Lexicon
from checks.thread.evidence import of_words
from checks.thread.likeness import Matrix, Subject
from checks.thread.links import Basis, End, Ending, Link, Linked, Relation
from checks.thread.table import WordTable
from checks.thread.weigh import Pairs, pairs, weigh
from checks.thread.weights import Weights
from extractors.plan import HEALTH_AND_CARE, Plan

WORTH_ASKING = 0.5  # of a band: a pair less likely is not shown as a possible link


def look_beyond(
    plan: Plan,
    endings: Sequence[Ending],
    weights: Weights,
    lexicon: Lexicon,
    table: WordTable | None = None,
) -> tuple[list[Link], list[Ending]]:
    """The links by words into Sections C, D, G, H1 and H2, and the endings with these known."""
    others = (*plan.health_and_care_needs, *plan.health_and_care_provision)
    if not others or all(ending.end is End.LINKED for ending in endings):
        return [], list(endings)
    found = pairs(plan, lexicon, others, table)
    weighed = weigh(found, weights, {})
    links: list[Link] = []
    changed: list[Ending] = []
    for ending in endings:
        relation = ending.relation
        best = None
        if ending.end is not End.LINKED and relation in found:
            best = max(
                _across(found[relation], weighed[relation].likely, ending.item_id),
                key=lambda pair: pair[0],
                default=None,
            )
        if best is None:
            changed.append(ending)
            continue
        link = _link(relation, best, weights.linked[relation])
        if link and link.verdict is Linked.LINKED:
            links.append(link)
            changed.append(replace(ending, end=End.LINKED, evidence=link.evidence))
        elif link and ending.end is End.NONE_FOUND:
            evidence = f"closest is {best[3]}: {link.evidence}"
            changed.append(replace(ending, end=End.UNCLEAR, evidence=evidence))
        else:
            changed.append(ending)
    return links, changed


_Pair = tuple[float, Subject, Subject, str]  # likelihood, both ends, and which one lies beyond


def _across(these: Pairs, likely: Matrix, item_id: str) -> Iterator[_Pair]:
    """The pairs of that item with items of the health and social care sections."""
    for row, source in enumerate(these.rows):
        for column, target in enumerate(these.columns):
            if item_id == source.item.id:
                other = target.item
            elif item_id == target.item.id:
                other = source.item
            else:
                continue
            if other.section in HEALTH_AND_CARE and source.mentions and target.mentions:
                yield float(likely[row, column]), source, target, other.id


def _link(relation: Relation, pair: _Pair, band: float) -> Link | None:
    likely, source, target, other = pair
    shared = source.concepts & target.concepts  # their place in another list says nothing here
    if likely < band * WORTH_ASKING or not shared:
        return None
    verdict = Linked.LINKED if likely >= band else Linked.UNCLEAR
    evidence = f"in {_where(source, target, other)}, {of_words(source, target)}"
    return Link(relation, source.item.id, target.item.id, Basis.WORDS, verdict, evidence)


def _where(source: Subject, target: Subject, other: str) -> str:
    item = source.item if source.item.id == other else target.item
    return f"Section {item.section}"
