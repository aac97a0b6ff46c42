"""How well links are found, each plan weighed without having been fitted on.

The linked plans of `plans12.json` are left out in turn, by wording alone. The sample plans, as they
are read from their files, are left out by child: once as if they printed nothing of what belongs
together, once as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from checks.thread.likeness import Matrix
from checks.thread.link import link
from checks.thread.links import End, Linked, Relation, Side, Thread
from checks.thread.table import WordTable
from checks.thread.weigh import ENDS
from checks.thread.weights import Question, Weights
from extractors.plan import EDUCATION, Plan
from extractors.read import read
from tests.score.faults import names_of
from tests.score.fit_thread import QUESTIONS, Seen, banded, fit_pairs, left_out, seen
from tests.score.linked_plans import LinkedPlan, arguable_links, is_linked, linked_samples

_LETTERS = {"aspiration": "A", "need": "B", "outcome": "E", "provision": "F"}


def score_threads(plans: Sequence[LinkedPlan], table: WordTable | None = None) -> dict[str, float]:
    """F1 of each relation, and their mean, over linked plans each left out in turn.

    Wording alone: nothing that a plan prints is used. The threshold is the best one on the plans
    that were fitted on, as the weights are.
    """
    counts = {relation: Counts() for relation in ENDS}
    whole = [Seen(linked.unprinted, table=table) for linked in plans]
    for held in whole:
        others = [plan for plan in whole if plan is not held]
        weights = fit_pairs(others)
        for relation in held.pairs:
            likely = held.weighed(weights)[relation].likely
            threshold = best_threshold(others, weights, relation)
            counts[relation] += counted(held.gold[relation], likely, threshold)
    found = {relation.value: count.f1 for relation, count in counts.items()}
    return found | {"mean": sum(found.values()) / len(found)}


def counted(gold: tuple[Matrix, Matrix], likely: Matrix, threshold: float) -> Counts:
    """The pairs of one plan that are likely enough, against those that are true."""
    true, counting = gold
    asserted = (likely >= threshold) & (counting > 0)
    return Counts(int((asserted * true).sum()), int(asserted.sum()), int(true.sum()))


def best_threshold(plans: Sequence[Seen], weights: Weights, relation: Relation) -> float:
    """The likelihood from which on pairs are called links with the best F1 on those plans."""
    here = [plan for plan in plans if relation in plan.pairs]
    kept = [plan.gold[relation][1] > 0 for plan in here]
    likely = [plan.weighed(weights)[relation].likely for plan in here]
    scores = np.concatenate([s[k] for s, k in zip(likely, kept, strict=True)])
    true = np.concatenate([p.gold[relation][0][k] for p, k in zip(here, kept, strict=True)])
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(true[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + true.sum())
    return float(scores[order][int(f1.argmax())])


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were said rightly, said at all, and there."""

    right: int = 0
    said: int = 0
    there: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(self.right + other.right, self.said + other.said, self.there + other.there)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.said + self.there) if self.said + self.there else 1.0

    def __str__(self) -> str:
        """Precision, recall and F1."""
        precision, recall = self.right / max(self.said, 1), self.right / max(self.there, 1)
        return (
            f"P {precision:.2f} R {recall:.2f} F1 {self.f1:.3f}"
            f"  ({self.right} right of {self.said} said, {self.there} there)"
        )


@dataclass
class SampleScore:
    """Links, and items said to have no other end, over sample plans."""

    links: dict[Relation, Counts] = field(default_factory=lambda: dict.fromkeys(ENDS, Counts()))
    none: dict[Question, Counts] = field(default_factory=lambda: dict.fromkeys(QUESTIONS, Counts()))

    def lines(self) -> Iterator[str]:
        """Gives a line for each relation, and for each question of what has no other end."""
        for relation, counts in self.links.items():
            yield f"  {relation.value:<34}{counts}"
        for (relation, side), counts in self.none.items():
            here, there = ENDS[relation] if side is Side.FROM else ENDS[relation][::-1]
            yield f"  {f'{here.value} without {there.value}':<34}{counts}"


def score_samples(
    folder: Path,
    truths: Path,
    fitted_on: Sequence[LinkedPlan],
    table: WordTable | None = None,
) -> dict[str, SampleScore]:
    """The sample plans without print and with it, weights and bands from other children's plans."""
    parts = left_out(seen([*fitted_on, *linked_samples(truths)], table))
    weights = {plan.linked.id: w for w, plans in banded(parts) for plan in plans}
    scores = {"what is printed hidden": SampleScore(), "as printed": SampleScore()}
    arguable = arguable_links(truths)
    for path in sorted(truths.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        open_ = arguable.get(truth["file"], frozenset())
        plan = read(folder / truth["file"]) if is_linked(truth) else None
        if isinstance(plan, Plan):
            names = names_of(truth, plan)
            for score, shown in zip(
                scores.values(), (replace(plan, references=()), plan), strict=True
            ):
                thread = link(shown, weights[truth["file"]], table=table)
                _count(score, truth, open_, thread, names)
    return scores


def _count(
    score: SampleScore,
    truth: Mapping[str, Any],
    arguable: AbstractSet[tuple[str, str]],
    thread: Thread,
    names: Mapping[str, str],
) -> None:
    true = {relation: pairs - arguable for relation, pairs in _true_links(truth).items()}
    there = {
        kind: {i["id"] for i in truth["sections"][letter]["items"] if i["kind"] == kind}
        for kind, letter in _LETTERS.items()
    }
    for relation in ENDS:
        said = {
            (_name(k.from_id, names), _name(k.to_id, names))
            for k in thread.links
            if k.relation is relation
            and k.verdict is Linked.LINKED
            and _of_the_thread(k.from_id, k.to_id)
        }
        score.links[relation] += _counted(said - arguable, true[relation])
    for relation, side in QUESTIONS:
        here, others = ENDS[relation] if side is Side.FROM else ENDS[relation][::-1]
        if there[here.value] and there[others.value]:
            ended = {pair[side is Side.TO] for pair in true[relation]}
            open_ = {pair[side is Side.TO] for pair in arguable if _joins(pair, relation)} - ended
            none = {
                _name(e.item_id, names)
                for e in thread.endings
                if e.relation is relation
                and e.item_id.startswith(_LETTERS[here.value])
                and e.end is End.NONE_FOUND
            }
            without = there[here.value] - ended - open_
            score.none[relation, side] += _counted(none - open_, without)


def _joins(pair: tuple[str, str], relation: Relation) -> bool:
    """Whether a pair of ids is one of that relation."""
    return tuple(id[0] for id in pair) == tuple(_LETTERS[kind.value] for kind in ENDS[relation])


def _true_links(truth: Mapping[str, Any]) -> dict[Relation, set[tuple[str, str]]]:
    """The links of a truth file, which lead from need to outcome to provision."""
    found: dict[Relation, set[tuple[str, str]]] = {relation: set() for relation in ENDS}
    for row in truth["links"]:
        if row["type"] == "outcome_aspiration":
            found[Relation.OUTCOME_ASPIRATION].add((row["from"], row["to"]))
        else:
            first, second = row["type"].split("_")
            found[Relation(f"{second}-{first}")].add((row["to"], row["from"]))
    return found


def _counted(said: AbstractSet[Any], there: AbstractSet[Any]) -> Counts:
    return Counts(len(said & there), len(said), len(there))


def _of_the_thread(*ids: str) -> bool:
    return all(id[0] in EDUCATION for id in ids)


def _name(id: str, names: Mapping[str, str]) -> str:
    return names.get(id, f"({id})")
