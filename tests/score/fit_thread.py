"""Fits the thread's weights and bands: `python -m tests.score.fit_thread FILE [TABLE]`.

It fits on the sample plans and on FILE, linked plans in the form of `plans12.json`. The weights go
to checks/thread/weights.json; where a word table is given, to weights-with-table.json.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from checks.thread.concepts import standard_lexicon
from checks.thread.endings import seen_from, signs
from checks.thread.likeness import SIGNALS_WITH_TABLE, Matrix
from checks.thread.link import by_relation, printed_links
from checks.thread.links import Relation, Side
from checks.thread.settle import TRIANGLE, ways
from checks.thread.settle import signs as settling_signs
from checks.thread.table import WordTable, read_table
from checks.thread.weigh import ENDS, Pairs, Weighing, pairs, weigh
from checks.thread.weights import (
    FILE,
    FILE_WITH_TABLE,
    Ends,
    Question,
    Scale,
    Weights,
    write_weights,
)
from tests.score.knocked_out import knocked_out
from tests.score.linked_plans import ARGUABLE, LinkedPlan, linked_plans, linked_samples
from tests.score.ridge import fitted
from tests.score.thinned import thinned

SAMPLES = Path("sample_plans/truth")
FOLDS = 5
# Of what the order of the items weighs on these plans: all of them keep to one order, and others
# need not. Less costs F1 on every plan here.
ORDER_TRUSTED = 0.5
QUESTIONS: tuple[Question, ...] = tuple((relation, side) for relation in ENDS for side in Side)
# What a pair must reach before it is called a link: by labels that leave some defensible links out,
# so that to a second reader it is more. Of aspirations a wrong link accuses nobody.
LINKED_PRECISION = {
    Relation.OUTCOME_ASPIRATION: 0.65,
    Relation.OUTCOME_NEED: 0.84,
    Relation.PROVISION_OUTCOME: 0.77,
    Relation.PROVISION_NEED: 0.78,
}
# What an item without any link must reach before it is said to have none. That a need has no
# outcome or no provision are the gravest things that the thread says; and items that were made to
# have none are easier to tell than those that were left so.
NONE_PRECISION = dict.fromkeys(QUESTIONS, 0.85) | {
    (Relation.OUTCOME_NEED, Side.TO): 0.90,
    (Relation.PROVISION_NEED, Side.TO): 0.90,
    (Relation.OUTCOME_ASPIRATION, Side.FROM): 0.70,
    (Relation.OUTCOME_ASPIRATION, Side.TO): 0.70,
}
# How many items have no other end, where nobody looked for it: of needs more than of the rest.
SHARE_WITHOUT = dict.fromkeys(QUESTIONS, 0.06) | {
    (Relation.OUTCOME_NEED, Side.TO): 0.10,
    (Relation.PROVISION_NEED, Side.TO): 0.10,
    (Relation.OUTCOME_ASPIRATION, Side.FROM): 0.25,
    (Relation.OUTCOME_ASPIRATION, Side.TO): 0.15,
}
LEAST_NONE = 0.6  # below which no band lies: few plans print what a band by print could rest on
THINNED = (0.5, 0.25)  # shares of the lexicon by which plans are read as well, with a word table
NEVER = 2.0  # a band that no likelihood reaches


@dataclass(frozen=True)
class Seen:
    """A linked plan with the signals of its pairs; `knocked` is the item that lost its ends."""

    linked: LinkedPlan
    knocked: tuple[Question, str] | None = None
    table: WordTable | None = None
    known: float = 1.0  # the share of the lexicon's wordings by which it is read

    @cached_property
    def pairs(self) -> dict[Relation, Pairs]:
        """The signals of each pair."""
        lexicon = standard_lexicon() if self.known == 1.0 else thinned(self.known)
        return pairs(self.linked.plan, lexicon, table=self.table)

    @cached_property
    def gold(self) -> dict[Relation, tuple[Matrix, Matrix]]:
        """For each relation 1 for each true pair, and 1 for each pair that counts."""
        return {relation: _gold(self.linked, these) for relation, these in self.pairs.items()}

    def weighed(self, weights: Weights) -> dict[Relation, Weighing]:
        """How likely each pair is."""
        printed = by_relation(printed_links(self.linked.plan))
        return weigh(self.pairs, weights, printed)


def _gold(linked: LinkedPlan, these: Pairs) -> tuple[Matrix, Matrix]:
    ids = [[(r.item.id, c.item.id) for c in these.columns] for r in these.rows]
    true = np.array([[float(pair in linked.firm) for pair in line] for line in ids])
    counts = np.array([[float(pair not in linked.arguable) for pair in line] for line in ids])
    return true, counts


def seen(plans: Iterable[LinkedPlan], table: WordTable | None = None) -> list[Seen]:
    """The plans without print, those that print anything with it as well, and all knocked out.

    With a word table, also as a lexicon reads them that knows fewer words: for those the table is.
    """
    found = []
    for linked in plans:
        for one in (linked.unprinted, *([linked] if linked.plan.references else [])):
            found.append(Seen(one, table=table))
            found += [Seen(k.linked, (k.question, k.item_id), table) for k in knocked_out(one)]
        if table:
            found += [Seen(linked.unprinted, table=table, known=share) for share in THINNED]
    return found


def fit_pairs(plans: Sequence[Seen]) -> Weights:
    """The weights that make these plans' links likeliest; nothing of ends."""
    weights = _fit_alone(plans)
    return replace(weights, settling=_fit_settling(plans, weights))


def _fit_alone(plans: Sequence[Seen]) -> Weights:
    """The weights of each pair by itself, none below zero."""
    scales = {}
    for relation in ENDS:
        rows, answers = [], []
        for plan in plans:
            if plan.knocked is None and not plan.linked.plan.references and relation in plan.pairs:
                true, counts = plan.gold[relation]
                keep = counts.reshape(-1) > 0
                signals = plan.pairs[relation].signals
                rows.append(signals.reshape(-1, signals.shape[-1])[keep])
                answers.append(true.reshape(-1)[keep])
        whole, wanted = np.vstack(rows), np.concatenate(answers)
        scale = fitted(whole, wanted, np.ones(len(wanted)), least=0.0)
        names = np.array(SIGNALS_WITH_TABLE[: whole.shape[1]])
        trusted = np.where(names == "order", ORDER_TRUSTED, 1.0)
        scales[relation] = replace(
            scale, weights=tuple((np.array(scale.weights) * trusted).tolist())
        )
    return Weights(scales, {}, dict.fromkeys(ENDS, 0.5), {}, "")


def _fit_settling(plans: Sequence[Seen], weights: Weights) -> dict[Relation, Scale]:
    """How need, outcome and provision settle each other, in plans with print and without."""
    rows: dict[Relation, list[Matrix]] = {relation: [] for relation in TRIANGLE}
    answers: dict[Relation, list[Matrix]] = {relation: [] for relation in TRIANGLE}
    for plan in plans:
        if plan.knocked is None:
            weighed = plan.weighed(weights)
            alone = {relation: weighing.likely for relation, weighing in weighed.items()}
            for relation in TRIANGLE.keys() & alone.keys():
                true, counts = plan.gold[relation]
                free = np.asarray(weighed[relation].printed.sum(axis=1) == 0)
                keep = (counts > 0) & free[:, np.newaxis]
                around = ways(relation, alone)
                rows[relation].append(settling_signs(alone[relation], around, free)[keep])
                answers[relation].append(true[keep])
    found = {}
    for relation in TRIANGLE:
        whole, wanted = np.vstack(rows[relation]), np.concatenate(answers[relation])
        found[relation] = fitted(whole, wanted, np.ones(len(wanted)))
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """Items of one question that the plan prints no end for: how they look, and which have none."""

    signs: Matrix
    none: Matrix
    linked: Matrix  # how likely the likeliest pair is
    printed: Matrix  # whether the plan prints this joint for most items
    speaks: Matrix  # whether it names a subject at all


def told(plans: Iterable[Seen], weights: Weights, question: Question) -> Told:
    """Every item that the question can be asked of."""
    relation, side = question
    looks: list[Matrix] = []
    rest: list[tuple[float, ...]] = []
    for plan in plans:
        if relation not in plan.pairs or (plan.knocked and plan.knocked[0] != question):
            continue
        if plan.known < 1.0:
            continue
        here = seen_from(side, plan.pairs[relation], plan.weighed(weights)[relation])
        true, counts = (m if side is Side.FROM else m.T for m in plan.gold[relation])
        look = signs(here)
        for place, item in enumerate(here.items):
            none = not true[place].any()
            arguable = none and not counts[place].all()
            another = plan.knocked is not None and plan.knocked[1] != item.item.id
            if here.prints[place] or arguable or another:
                continue
            looks.append(look[place])
            likeliest = float(here.likely[place].max())
            rest.append((none, likeliest, here.mostly_printed, bool(item.mentions)))
    return Told(np.array(looks), *np.array(rest, dtype=float).T)


def fit_ends(plans: Sequence[Seen], weights: Weights) -> dict[Question, Ends]:
    """For each question how items without another end look, without bands."""
    found = {}
    for question in QUESTIONS:
        items = told(plans, weights, question)
        shares = _shares(items, question)
        found[question] = Ends(fitted(items.signs, items.none, shares), NEVER, NEVER)
    return found


def _shares(items: Told, question: Question) -> Matrix:
    """How much each item counts, so that as many have no other end as have none in real plans."""
    wanted = SHARE_WITHOUT[question]
    without, rest = items.none.sum(), (1 - items.none).sum()
    return np.where(items.none > 0, wanted * rest / ((1 - wanted) * max(without, 1.0)), 1.0)


def left_out(plans: Sequence[Seen]) -> list[tuple[Weights, list[Seen]]]:
    """Weights, and the plans of children on whose plans they were not fitted."""
    parts: list[tuple[Weights, list[Seen]]] = []
    for part in range(FOLDS):
        others = [p for p in plans if part_of(p) != part]
        weights = fit_pairs(others)
        ends = fit_ends(others, weights)
        parts.append((replace(weights, ends=ends), [p for p in plans if part_of(p) == part]))
    return parts


def part_of(plan: Seen) -> int:
    """The part of the plans in which a child's are left out together."""
    return hashlib.sha256(plan.linked.child.encode()).digest()[0] % FOLDS


def with_bands(weights: Weights, parts: Sequence[tuple[Weights, Sequence[Seen]]]) -> Weights:
    """The weights with bands at which, on plans left out, the precision asked for was reached."""
    linked = {relation: _linked(relation, parts) for relation in ENDS}
    ends = {q: _ends(q, replace(weights, linked=linked), parts) for q in QUESTIONS}
    return replace(weights, linked=linked, ends=ends)


def _linked(relation: Relation, parts: Sequence[tuple[Weights, Sequence[Seen]]]) -> float:
    scores, answers = [], []
    for weights, plans in parts:
        for plan in plans:
            if plan.knocked is None and plan.known == 1.0 and relation in plan.pairs:
                weighing = plan.weighed(weights)[relation]
                true, counts = plan.gold[relation]
                open_ = (counts > 0) & ~weighing.printed.any(axis=1, keepdims=True)
                scores.append(weighing.likely[open_])
                answers.append(true[open_])
    return _least(np.concatenate(scores), np.concatenate(answers), LINKED_PRECISION[relation])


def _least(scores: Matrix, true: Matrix, precision: float) -> float:
    """The lowest score from which on that precision holds."""
    order = np.argsort(-scores, kind="stable")
    held = np.cumsum(true[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(held >= precision)
    return float(scores[order][good[-1]]) if len(good) else NEVER


def _ends(
    question: Question, weights: Weights, parts: Sequence[tuple[Weights, Sequence[Seen]]]
) -> Ends:
    """Two bands: where the plan prints most links of this kind, and where only words can tell."""
    likely, shares, none, printed = [], [], [], []
    for made, plans in parts:
        items = told(plans, made, question)
        said = made.ends[question].scale.likelihood(items.signs)
        sayable = (items.linked < weights.linked[question[0]]) & (items.speaks > 0)
        likely.append(np.where(sayable, said, 0.0))
        shares.append(_shares(items, question))
        none.append(items.none)
        printed.append(items.printed)
    whole = [np.concatenate(column) for column in (likely, shares, none, printed)]
    bands = [_band(question, *(c[whole[3] == kind] for c in whole[:3])) for kind in (1.0, 0.0)]
    return replace(weights.ends[question], none_printed=bands[0], none_by_words=bands[1])


def _band(question: Question, likely: Matrix, shares: Matrix, none: Matrix) -> float:
    order = np.argsort(-likely, kind="stable")
    right = np.cumsum((shares * none)[order])
    held = right / np.cumsum(shares[order])
    good = np.flatnonzero((held >= NONE_PRECISION[question]) & (likely[order] >= LEAST_NONE))
    return float(likely[order][good[-1]]) if len(good) else NEVER


def data_of(files: Sequence[Path]) -> str:
    """The SHA-256 of the files that weights are fitted on."""
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def fit(
    plans: Sequence[LinkedPlan], table: WordTable | None = None
) -> tuple[Weights, list[tuple[Weights, list[Seen]]]]:
    """The weights of all plans with bands, and what the bands rest on."""
    whole = seen(plans, table)
    weights = fit_pairs(whole)
    weights = replace(weights, ends=fit_ends(whole, weights))
    parts = left_out(whole)
    return with_bands(weights, parts), parts


def banded(
    parts: Sequence[tuple[Weights, Sequence[Seen]]],
) -> Iterator[tuple[Weights, Sequence[Seen]]]:
    """Gives each part's plans with weights and bands that rest on the other parts alone."""
    for weights, plans in parts:
        yield with_bands(weights, [p for p in parts if p[0] is not weights]), plans


def main() -> None:
    """Fits, and keeps what was fitted."""
    file = Path(sys.argv[1])
    table = read_table(Path(sys.argv[2])) if sys.argv[2:] else None
    weights, _ = fit(linked_plans(file) + linked_samples(SAMPLES), table)
    data = data_of([file, *sorted(SAMPLES.glob("*.json")), SAMPLES.with_name(ARGUABLE)])
    kept = FILE_WITH_TABLE if table else FILE
    write_weights(replace(weights, data=data, table=table.about.name if table else ""), kept)
    print(kept.read_text(encoding="utf-8"))  # noqa: T201 -- a script says what it made


if __name__ == "__main__":
    main()
