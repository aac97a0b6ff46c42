"""The golden thread of one plan: what it prints as belonging together, then what its words say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from checks.thread.beyond import WORTH_ASKING, look_beyond
from checks.thread.concepts import Lexicon, standard_lexicon
from checks.thread.evidence import nothing_shared, of_print, of_words
from checks.thread.likeness import Matrix
from checks.thread.links import Basis, End, Ending, Link, Linked, Relation, Thread
from checks.thread.weigh import ENDS, Pairs, likelihoods, pairs
from checks.thread.weights import Weights, standard_weights
from extractors.plan import Item, Plan, Reference

# From this share of a kind's items on, the plan prints its links, and one without stands out.
_MOSTLY_PRINTED = 0.6
_RELATIONS = {ends: relation for relation, ends in ENDS.items()}


def link(plan: Plan, weights: Weights | None = None, lexicon: Lexicon | None = None) -> Thread:
    """The links of the plan, each with its evidence, and what has no other end.

    A printed link is certain. By words a pair is linked, unclear or not linked, by bands fitted on
    plans whose links a person gave; an item that prints its own links takes no others by words.
    """
    weights, lexicon = weights or standard_weights(), lexicon or standard_lexicon()
    printed = dict(_printed(plan))
    printed |= _through_outcomes(printed)
    found = pairs(plan, lexicon)
    likely = likelihoods(found, weights)
    links = list(printed.values())
    endings: list[Ending] = []
    for relation, these in found.items():
        view = _View(relation, these, likely[relation], weights)
        by_words = list(_by_words(view, printed))
        links += by_words
        endings += _endings(view, [*printed.values(), *by_words])
    across, endings = look_beyond(plan, endings, weights, lexicon)
    links += across
    order = {item.id: place for place, item in enumerate(plan.items)}
    relations = list(ENDS)
    links.sort(key=lambda k: (relations.index(k.relation), order[k.from_id], order[k.to_id]))
    return Thread(tuple(links), tuple(endings))


@dataclass(frozen=True, slots=True)
class _View:
    """One relation of the plan, weighed."""

    relation: Relation
    pairs: Pairs
    likely: Matrix
    weights: Weights


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


def _by_words(view: _View, printed: Mapping[_Key, Link]) -> Iterator[Link]:
    """The pairs that the words link, or might."""
    told = {source for relation, source, _ in printed if relation is view.relation}
    band = view.weights.bands[view.relation]
    for row, source in enumerate(view.pairs.rows):
        for column, target in enumerate(view.pairs.columns):
            likely = view.likely[row, column]
            if source.item.id in told or likely < band.linked * WORTH_ASKING:
                continue
            if not (source.mentions and target.mentions):
                continue
            verdict = Linked.LINKED if likely >= band.linked else Linked.UNCLEAR
            yield Link(
                view.relation,
                source.item.id,
                target.item.id,
                Basis.WORDS,
                verdict,
                of_words(source, target),
            )


def _endings(view: _View, links: Iterable[Link]) -> Iterator[Ending]:
    """For each item at either end: whether it has another end, and what came closest."""
    here = [k for k in links if k.relation is view.relation]
    sure = {id for k in here if k.verdict is Linked.LINKED for id in (k.from_id, k.to_id)}
    evidence_of = _evidence(here)
    printed = {id for k in here if k.basis is Basis.PRINTED for id in (k.from_id, k.to_id)}
    band = view.weights.bands[view.relation]
    sides = (
        (view.pairs.rows, view.pairs.columns, view.likely, band.none_from),
        (view.pairs.columns, view.pairs.rows, view.likely.T, band.none_to),
    )
    for these, others, likely, by_words in sides:
        mostly = sum(this.item.id in printed for this in these) >= _MOSTLY_PRINTED * len(these)
        none = band.linked * WORTH_ASKING if mostly else by_words
        for row, this in enumerate(these):
            closest = others[int(likely[row].argmax())]
            if this.item.id in sure:
                end, evidence = End.LINKED, evidence_of[this.item.id]
            elif not this.mentions:
                end, evidence = End.UNCLEAR, "it names no subject that could be compared"
            elif likely[row].max() < none:
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
