"""How likely each pair of items in a plan belongs together, by wording alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from checks.thread.concepts import Lexicon, words
from checks.thread.likeness import (
    Matrix,
    Subject,
    Vectors,
    cosine,
    nearness,
    purpose,
    signals,
    subject,
    vectors,
)
from checks.thread.links import Relation
from checks.thread.weights import Weights
from extractors.plan import Item, Kind, Plan

ENDS = {
    Relation.OUTCOME_ASPIRATION: (Kind.OUTCOME, Kind.ASPIRATION),
    Relation.OUTCOME_NEED: (Kind.OUTCOME, Kind.NEED),
    Relation.PROVISION_OUTCOME: (Kind.PROVISION, Kind.OUTCOME),
    Relation.PROVISION_NEED: (Kind.PROVISION, Kind.NEED),
}
_LINKS_OF_THE_THREAD = (Kind.ASPIRATION, Kind.NEED, Kind.OUTCOME, Kind.PROVISION)

# Contrast alone would join the only outcome to the only need: below both, hardly likely.
_LEAST_WORDS, _LEAST_CONCEPTS, _HARDLY = 0.05, 0.12, 0.10
_CLOSURE = 0.5  # how far two sides of a triangle speak for the third
_ORDER_REACH = 0.25  # of a list, over which standing in the same place still speaks for a pair
MOST_ITEMS = 300  # of one kind that are compared; no real plan comes near


@dataclass(frozen=True, slots=True)
class Pairs:
    """Every pair of one relation: rows are where links come from, columns where they go."""

    rows: tuple[Subject, ...]
    columns: tuple[Subject, ...]
    signals: Matrix  # rows x columns x SIGNALS


def pairs(plan: Plan, lexicon: Lexicon, others: Sequence[Item] = ()) -> dict[Relation, Pairs]:
    """The signals of every pair in the plan; a relation with an end missing is left out.

    `others` are items beside those of the golden thread: of the health and care sections.
    """
    names = frozenset(w.stem for w in words(f"{plan.child.name or ''} {plan.child.known_as or ''}"))
    subjects = {
        kind: [
            subject(i, i.full_text, lexicon, names)
            for i in (*plan.of(kind), *(other for other in others if other.kind is kind))[
                :MOST_ITEMS
            ]
        ]
        for kind in _LINKS_OF_THE_THREAD
    }
    purposes = [
        subject(s.item, purpose(s.item.text), lexicon, names) for s in subjects[Kind.OUTCOME]
    ]
    everyone = [s for kind in _LINKS_OF_THE_THREAD for s in subjects[kind]] + purposes
    if not everyone:
        return {}
    rows = _by_kind(vectors(everyone, lexicon), subjects, len(purposes))
    near = nearness(lexicon)
    found = {}
    for relation, (source, target) in ENDS.items():
        if subjects[source] and subjects[target]:
            by_words, by_concepts = _likeness(rows[source], rows[target], near)
            if relation is Relation.OUTCOME_ASPIRATION:  # an outcome's purpose may say it better
                for_words, for_concepts = _likeness(rows[None], rows[target], near)
                by_words = np.maximum(by_words, for_words)
                by_concepts = np.maximum(by_concepts, for_concepts)
            placed = (
                _areas(subjects[source], subjects[target], rows[source], rows[target]),
                _not_apart(subjects[source], subjects[target]),
                _order(relation, *by_words.shape),
            )
            found[relation] = Pairs(
                tuple(subjects[source]),
                tuple(subjects[target]),
                signals(by_words, by_concepts, *placed),
            )
    return found


def _by_kind(
    numbers: Vectors, subjects: Mapping[Kind, Sequence[Subject]], purposes: int
) -> dict[Kind | None, Vectors]:
    """The rows of each kind; None stands for the outcomes' purposes."""
    found: dict[Kind | None, Vectors] = {}
    first = 0
    sizes: list[tuple[Kind | None, int]] = [(k, len(s)) for k, s in subjects.items()]
    for kind, size in [*sizes, (None, purposes)]:
        here = slice(first, first + size)
        found[kind] = Vectors(numbers.words[here], numbers.concepts[here], numbers.areas[here])
        first += size
    return found


def _likeness(left: Vectors, right: Vectors, near: Matrix) -> tuple[Matrix, Matrix]:
    return cosine(left.words, right.words), cosine(left.concepts, right.concepts, near)


def _areas(
    sources: Sequence[Subject], targets: Sequence[Subject], left: Vectors, right: Vectors
) -> Matrix:
    """1 where both stand under the same printed area, else how alike their words' areas are."""
    alike = cosine(left.areas, right.areas)
    for row, source in enumerate(sources):
        for column, target in enumerate(targets):
            if source.item.area and source.item.area is target.item.area:
                alike[row, column] = 1.0
    return alike


def _not_apart(sources: Sequence[Subject], targets: Sequence[Subject]) -> Matrix:
    """0 where the plan prints the two under different areas, else 1."""
    return np.array(
        [
            [float(not (a and b) or a is b) for b in (t.item.area for t in targets)]
            for a in (s.item.area for s in sources)
        ]
    )


def _order(relation: Relation, rows: int, columns: int) -> Matrix:
    """1 where both stand at the same part of their lists, 0 from a quarter of the list apart on.

    Most plans take needs, outcomes and provision in one order; aspirations follow no order.
    """
    if relation is Relation.OUTCOME_ASPIRATION:
        return np.zeros((rows, columns))
    down, across = (np.arange(rows) + 0.5) / rows, (np.arange(columns) + 0.5) / columns
    apart = np.abs(down[:, np.newaxis] - across[np.newaxis, :])
    return np.asarray(np.maximum(0.0, 1.0 - apart / _ORDER_REACH))


def likelihoods(found: Mapping[Relation, Pairs], weights: Weights) -> dict[Relation, Matrix]:
    """How likely each pair is a link, each relation helped by the two others of its triangle."""
    alone = {}
    for relation, these in found.items():
        likely = weights.likelihood(relation, these.signals)
        if relation is not Relation.OUTCOME_ASPIRATION:
            words, concepts = these.signals[..., 0], these.signals[..., 1]
            hardly = (words < _LEAST_WORDS) & (concepts < _LEAST_CONCEPTS)
            likely = np.where(hardly, np.minimum(likely, _HARDLY), likely)
        alone[relation] = likely
    return alone | _closed(alone)


def _closed(alone: Mapping[Relation, Matrix]) -> dict[Relation, Matrix]:
    """Need, outcome and provision: where two sides of the triangle hold, the third may as well."""
    outcome_need = alone.get(Relation.OUTCOME_NEED)
    provision_outcome = alone.get(Relation.PROVISION_OUTCOME)
    provision_need = alone.get(Relation.PROVISION_NEED)
    if outcome_need is None or provision_outcome is None or provision_need is None:
        return {}
    by_third = {
        Relation.OUTCOME_NEED: _best_way(provision_outcome.T, provision_need),
        Relation.PROVISION_OUTCOME: _best_way(provision_need, outcome_need.T),
        Relation.PROVISION_NEED: _best_way(provision_outcome, outcome_need),
    }
    return {r: 1 - (1 - alone[r]) * (1 - _CLOSURE * way) for r, way in by_third.items()}


def _best_way(first: Matrix, second: Matrix) -> Matrix:
    """For each row and column, the likeliest way from one to the other through a third item."""
    best = np.zeros((first.shape[0], second.shape[1]))
    for middle in range(first.shape[1]):
        np.maximum(best, np.outer(first[:, middle], second[middle]), out=best)
    return best
