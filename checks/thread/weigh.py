"""How likely each pair of items in a plan belongs together, by wording and by what is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checks.thread.concepts import Lexicon, words
from checks.thread.likeness import (
    SIGNALS,
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
from checks.thread.settle import HARDLY, settled
from checks.thread.table import WordTable
from checks.thread.weights import Scale, Weights
from extractors.plan import Area, Item, Kind, Plan

ENDS = {
    Relation.OUTCOME_ASPIRATION: (Kind.OUTCOME, Kind.ASPIRATION),
    Relation.OUTCOME_NEED: (Kind.OUTCOME, Kind.NEED),
    Relation.PROVISION_OUTCOME: (Kind.PROVISION, Kind.OUTCOME),
    Relation.PROVISION_NEED: (Kind.PROVISION, Kind.NEED),
}
_LINKS_OF_THE_THREAD = (Kind.ASPIRATION, Kind.NEED, Kind.OUTCOME, Kind.PROVISION)

# Contrast alone would join the only outcome to the only need: below both, hardly likely.
_LEAST_WORDS, _LEAST_CONCEPTS = 0.05, 0.12
# How likely a pair must be to be asked about because of a word table alone: on linked plans two in
# five of them are links, and half where the lexicon knows only a part of the words.
_WORTH_ASKING = 0.3
_NOT_PRINTED = 0.02  # of a pair that the plan leaves out where it prints the others
_ALONE = SIGNALS.index("few targets under heading")  # 1: no other target stands there
_ORDER_REACH = 0.25  # of a list, over which standing in the same place still speaks for a pair
MOST_ITEMS = 300  # of one kind that are compared; no real plan comes near

Printed = Mapping[Relation, AbstractSet[tuple[str, str]]]  # ids of the pairs that a plan prints


@dataclass(frozen=True, slots=True)
class Pairs:
    """Every pair of one relation: rows are where links come from, columns where they go."""

    rows: tuple[Subject, ...]
    columns: tuple[Subject, ...]
    signals: Matrix  # rows x columns x SIGNALS


@dataclass(frozen=True, slots=True)
class Weighing:
    """How likely each pair of one relation is a link, and through which third item, if any."""

    likely: Matrix
    printed: Matrix  # 1 where the plan prints the pair
    through: Mapping[tuple[int, int], int]  # of the triangle's other list, where it made the link


def pairs(
    plan: Plan, lexicon: Lexicon, others: Sequence[Item] = (), table: WordTable | None = None
) -> dict[Relation, Pairs]:
    """The signals of every pair in the plan; a relation with an end missing is left out.

    `others` are items beside those of the golden thread: of the health and care sections.
    """
    names = frozenset(w.stem for w in words(f"{plan.child.name or ''} {plan.child.known_as or ''}"))
    subjects = {
        kind: [
            subject(i, lexicon, names)
            for i in (*plan.of(kind), *(other for other in others if other.kind is kind))[
                :MOST_ITEMS
            ]
        ]
        for kind in _LINKS_OF_THE_THREAD
    }
    purposes = [purpose(s) for s in subjects[Kind.OUTCOME]]
    everyone = [s for kind in _LINKS_OF_THE_THREAD for s in subjects[kind]] + purposes
    if not everyone:
        return {}
    rows = _by_kind(vectors(everyone, lexicon, table), subjects, len(purposes))
    near = nearness(lexicon)
    found = {}
    for relation, (source, target) in ENDS.items():
        if subjects[source] and subjects[target]:
            alike = _likeness(rows[source], rows[target], near)
            if relation is Relation.OUTCOME_ASPIRATION:  # an outcome's purpose may say it better
                better = _likeness(rows[None], rows[target], near)
                alike = [np.maximum(*both) for both in zip(alike, better, strict=True)]
            placed = (
                *_headings(subjects[source], subjects[target]),
                _order(relation, *alike[0].shape),
            )
            found[relation] = Pairs(
                tuple(subjects[source]),
                tuple(subjects[target]),
                signals(alike, placed),
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
        found[kind] = numbers.part(here)
        first += size
    return found


def _likeness(left: Vectors, right: Vectors, near: Matrix) -> list[Matrix]:
    """How alike they are by words, by concepts, and by a word table where there is one."""
    alike = [cosine(left.words, right.words), cosine(left.concepts, right.concepts, near)]
    if left.table is not None and right.table is not None:
        alike.append(np.maximum(cosine(left.table, right.table), 0.0))
    return alike


def _headings(
    sources: Sequence[Subject], targets: Sequence[Subject]
) -> tuple[Matrix, Matrix, Matrix]:
    """What the headings of areas say of each pair: 0 where they part it, else 1.

    And how few others stand under the same heading, among the targets and among the sources.
    """
    left, right = _coded(sources), _coded(targets)
    known = (left[:, np.newaxis] >= 0) & (right[np.newaxis, :] >= 0)
    same = known & (left[:, np.newaxis] == right[np.newaxis, :])
    in_row, in_column = same.sum(axis=1, keepdims=True), same.sum(axis=0, keepdims=True)
    return (
        1.0 - (known & ~same),
        same / np.maximum(in_row, 1),
        same / np.maximum(in_column, 1),
    )


_AREAS = {area: number for number, area in enumerate(Area)}


def _coded(subjects: Sequence[Subject]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The printed area of each item as a number, -1 where none is printed."""
    return np.array([-1 if (a := s.item.area) is None else _AREAS[a] for s in subjects])


def _order(relation: Relation, rows: int, columns: int) -> Matrix:
    """1 where both stand at the same part of their lists, 0 from a quarter of the list apart on.

    Most plans take needs, outcomes and provision in one order; aspirations follow no order.
    """
    if relation is Relation.OUTCOME_ASPIRATION:
        return np.zeros((rows, columns))
    down, across = (np.arange(rows) + 0.5) / rows, (np.arange(columns) + 0.5) / columns
    apart = np.abs(down[:, np.newaxis] - across[np.newaxis, :])
    return np.asarray(np.maximum(0.0, 1.0 - apart / _ORDER_REACH))


def weigh(
    found: Mapping[Relation, Pairs], weights: Weights, printed: Printed
) -> dict[Relation, Weighing]:
    """How likely each pair is a link, each relation helped by the two others of its triangle.

    What the plan prints is certain, and an item that prints its own ends has no others.
    """
    by_print = {r: _by_print(these, printed.get(r, frozenset())) for r, these in found.items()}
    alone = {}
    for relation, these in found.items():
        likely = weights.pairs[relation].likelihood(these.signals)
        of_aspirations = relation is Relation.OUTCOME_ASPIRATION
        hardly = by_table_alone(relation, these) if of_aspirations else _bare(these.signals)
        likely = np.where(hardly, np.minimum(likely, HARDLY), likely)
        told = by_print[relation].any(axis=1, keepdims=True)
        likely = np.where(told, np.minimum(likely, _NOT_PRINTED), likely)
        alone[relation] = np.maximum(likely, by_print[relation])
    return {
        relation: Weighing(likely, by_print[relation], {})
        if relation not in weights.settling
        else _settled(relation, alone, by_print[relation], weights)
        for relation, likely in alone.items()
    }


def _settled(
    relation: Relation, alone: Mapping[Relation, Matrix], printed: Matrix, weights: Weights
) -> Weighing:
    likely, through = settled(relation, alone, printed, weights.settling[relation])
    return Weighing(likely, printed, through)


def by_table_alone(relation: Relation, these: Pairs) -> NDArray[np.bool_]:
    """The pairs that nothing but a word table can speak for; none where there is no table.

    Of aspirations a little in common says something already, for they have no words of the field.
    """
    if these.signals.shape[-1] == len(SIGNALS):
        return np.zeros(these.signals.shape[:2], dtype=bool)
    if relation is Relation.OUTCOME_ASPIRATION:
        return np.asarray(these.signals[..., :2].max(axis=-1) <= 0)
    return _bare(these.signals)


def asked_by_table(relation: Relation, these: Pairs, scale: Scale) -> NDArray[np.bool_]:
    """The pairs that are worth a question because their words lie near each other in a table."""
    likely = scale.likelihood(these.signals)
    return by_table_alone(relation, these) & (likely >= _WORTH_ASKING)


def _by_print(these: Pairs, printed: AbstractSet[tuple[str, str]]) -> Matrix:
    matrix = np.zeros((len(these.rows), len(these.columns)))
    down = {s.item.id: row for row, s in enumerate(these.rows)}
    across = {s.item.id: column for column, s in enumerate(these.columns)}
    for source, target in printed:
        if source in down and target in across:
            matrix[down[source], across[target]] = 1.0
    return matrix


def _bare(signal: Matrix) -> NDArray[np.bool_]:
    """Where a pair has neither words nor subjects in common, nor a heading to itself."""
    apart = (signal[..., 0] < _LEAST_WORDS) & (signal[..., 1] < _LEAST_CONCEPTS)
    return np.asarray(apart & (signal[..., _ALONE] < 1.0))
