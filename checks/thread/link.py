"""The golden thread of one plan: what it prints as belonging together, then what its words say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from checks.thread.beyond import WORTH_ASKING, look_beyond
from checks.thread.concepts import Lexicon, standard_lexicon
from checks.thread.endings import seen_from, signs
from checks.thread.evidence import BY_TABLE, nothing_shared, of_print, of_third, of_words
from checks.thread.likeness import Subject
from checks.thread.links import Basis, End, Ending, Link, Linked, Relation, Side, Thread
from checks.thread.table import WordTable
from checks.thread.weigh import ENDS, Pairs, Weighing, asked_by_table, pairs, weigh
from checks.thread.weights import Weights, standard_weights, weights_with_table
from extractors.plan import Item, Kind, Plan, Reference

_RELATIONS = {ends: relation for relation, ends in ENDS.items()}


def link(
    plan: Plan,
    weights: Weights | None = None,
    lexicon: Lexicon | None = None,
    table: WordTable | None = None,
) -> Thread:
    """The links of the plan, each with its evidence, and what has no other end.

    A printed link is certain. By words a pair is linked, unclear or not linked, by bands fitted on
    plans whose links a person gave; an item that prints its own links takes no others by words.
    """
    weights = weights or (weights_with_table() if table else standard_weights())
    lexicon = lexicon or standard_lexicon()
    printed = printed_links(plan)
    found = pairs(plan, lexicon, table=table)
    weighed = weigh(found, weights, by_relation(printed))
    links = list(printed.values())
    endings: list[Ending] = []
    for relation, these in found.items():
        view = _View(relation, these, weighed[relation], weights, _middle(found, relation))
        by_words = list(_by_words(view))
        by_words += _by_table(view, {(k.from_id, k.to_id) for k in by_words})
        links += by_words
        here = [k for k in (*printed.values(), *by_words) if k.relation is relation]
        endings += [e for side in Side for e in _endings(view, side, here)]
    across, endings = look_beyond(plan, endings, weights, lexicon, table)
    links += across
    order = {item.id: place for place, item in enumerate(plan.items)}
    relations = list(ENDS)
    links.sort(key=lambda k: (relations.index(k.relation), order[k.from_id], order[k.to_id]))
    return Thread(tuple(links), tuple(endings))


def printed_links(plan: Plan) -> dict[_Key, Link]:
    """The links that the plan prints, and those that follow from two that it prints."""
    printed = dict(_printed(plan))
    return printed | _through_outcomes(printed)


def by_relation(printed: Iterable[_Key]) -> dict[Relation, set[tuple[str, str]]]:
    """The ids of what is printed together, for each relation."""
    found: dict[Relation, set[tuple[str, str]]] = {}
    for relation, source, target in printed:
        found.setdefault(relation, set()).add((source, target))
    return found


@dataclass(frozen=True, slots=True)
class _View:
    """One relation of the plan, weighed."""

    relation: Relation
    pairs: Pairs
    weighing: Weighing
    weights: Weights
    middle: tuple[Subject, ...]  # the third corner of its triangle


_MIDDLE = {
    Relation.OUTCOME_NEED: Kind.PROVISION,
    Relation.PROVISION_OUTCOME: Kind.NEED,
    Relation.PROVISION_NEED: Kind.OUTCOME,
}


def _middle(found: Mapping[Relation, Pairs], relation: Relation) -> tuple[Subject, ...]:
    """The items through which links of a relation may run."""
    for other, (source, target) in ENDS.items():
        if other in found and relation in _MIDDLE and _MIDDLE[relation] in (source, target):
            return found[other].rows if source is _MIDDLE[relation] else found[other].columns
    return ()


_Key = tuple[Relation, str, str]


def _printed(plan: Plan) -> Iterator[tuple[_Key, Link]]:
    """The links that the plan itself prints."""
    items = {item.id: item for item in plan.items}
    for reference in plan.references:
        ends = _ends(reference, items)
        if ends:
            relation, source, target = ends
            evidence = of_print(reference)
            yield (
                (relation, source.id, target.id),
                Link(relation, source.id, target.id, Basis.PRINTED, Linked.LINKED, evidence),
            )


def _ends(reference: Reference, items: Mapping[str, Item]) -> tuple[Relation, Item, Item] | None:
    """The relation that a reference states and its ends, whichever way round it was printed."""
    one, other = items.get(reference.from_id), items.get(reference.to_id)
    if one is None or other is None:
        return None
    for source, target in ((one, other), (other, one)):
        relation = _RELATIONS.get((source.kind, target.kind))
        if relation:
            return relation, source, target
    return None


def _through_outcomes(printed: Mapping[_Key, Link]) -> dict[_Key, Link]:
    """Provision to need, where the plan prints the provision by an outcome and that by the need."""
    told = {source for relation, source, _ in printed if relation is Relation.PROVISION_NEED}
    needs: dict[str, list[str]] = {}
    for relation, source, target in printed:
        if relation is Relation.OUTCOME_NEED:
            needs.setdefault(source, []).append(target)
    found = {}
    for relation, provision, outcome in printed:
        if relation is not Relation.PROVISION_OUTCOME or provision in told:
            continue
        for need in needs.get(outcome, ()):
            key = (Relation.PROVISION_NEED, provision, need)
            evidence = f"through {outcome}, which the plan prints beside both"
            found[key] = Link(*key, Basis.PRINTED, Linked.LINKED, evidence)
    return found


def _by_words(view: _View) -> Iterator[Link]:
    """The pairs that the words link, or might."""
    band, likely = view.weights.linked[view.relation], view.weighing.likely
    free = ~view.weighing.printed.any(axis=1, keepdims=True)
    sure: list[list[bool]] = (likely >= band).tolist()
    for row, column in np.argwhere(free & (likely >= band * WORTH_ASKING)).tolist():
        source, target = view.pairs.rows[row], view.pairs.columns[column]
        third = view.weighing.through.get((row, column))
        if third is not None:
            evidence = of_third(view.middle[third], source, target)
        elif source.mentions and target.mentions:
            evidence = of_words(source, target)
        else:
            continue
        verdict = Linked.LINKED if sure[row][column] else Linked.UNCLEAR
        ids = (source.item.id, target.item.id)
        yield Link(view.relation, *ids, Basis.WORDS, verdict, evidence)


def _by_table(view: _View, shown: AbstractSet[tuple[str, str]]) -> Iterator[Link]:
    """The pairs that nothing but a word table speaks for: asked about, and never linked."""
    asked = asked_by_table(view.relation, view.pairs, view.weights.pairs[view.relation])
    asked &= view.weighing.likely < view.weights.linked[view.relation]
    asked &= np.logical_not(view.weighing.printed.any(axis=1, keepdims=True))
    for row, column in np.argwhere(asked).tolist():
        ids = view.pairs.rows[row].item.id, view.pairs.columns[column].item.id
        if ids not in shown:
            yield Link(view.relation, *ids, Basis.WORDS, Linked.UNCLEAR, BY_TABLE)


def _endings(view: _View, side: Side, links: Sequence[Link]) -> Iterator[Ending]:
    """For each item at that end: whether it has another end, and what came closest."""
    sure = _evidence(links)
    by_table = {id for k in links if k.evidence == BY_TABLE for id in (k.from_id, k.to_id)}
    here = seen_from(side, view.pairs, view.weighing)
    asked = view.weights.ends[view.relation, side]
    none, apart = asked.scale.likelihood(signs(here)), here.apart
    band = asked.none_printed if here.mostly_printed else asked.none_by_words
    for place, this in enumerate(here.items):
        closest = here.others[int(here.likely[place].argmax())]
        if this.item.id in sure:
            end, evidence = End.LINKED, sure[this.item.id]
        elif not this.mentions:
            end, evidence = End.UNCLEAR, "it names no subject that could be compared"
        elif none[place] >= band and apart[place] and this.item.id not in by_table:
            end, evidence = End.NONE_FOUND, nothing_shared(this, closest)
        else:
            words = of_words(this, closest)
            end, evidence = End.UNCLEAR, f"closest is {closest.item.id}: {words}"
        yield Ending(view.relation, this.item.id, end, evidence)


def _evidence(links: Iterable[Link]) -> dict[str, str]:
    """For each item that is linked, the evidence of its first link."""
    found: dict[str, str] = {}
    for k in links:
        if k.verdict is Linked.LINKED:
            found.setdefault(k.from_id, k.evidence)
            found.setdefault(k.to_id, k.evidence)
    return found
