"""What each term of the thread's lexicon is worth: `python -m tests.score.terms FILE [HOW MANY]`.

Every term that stands in a linked plan (the sample plans, and FILE in the form of `plans12.json`)
is taken out in turn, the plans in which it stands are linked anew by wording alone, and F1 is
reckoned again. Printed are the terms without which it rises most: an ambiguous one should be taken
out or narrowed, one that is merely unlucky on these plans should stay.

Each plan is weighed by weights and thresholds of other children's plans. They stay as they are
while a term is out: fitting them anew for each of a thousand terms would take a day.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from checks.language.categories import Category
from checks.language.phrases import Found, Phrases
from checks.thread.concepts import Lexicon, standard_data, standard_lexicon, with_plurals
from checks.thread.links import Relation
from checks.thread.weigh import ENDS, pairs, weigh
from checks.thread.weights import Weights
from tests.score.fit_thread import FOLDS, SAMPLES, Seen, fit_pairs, part_of
from tests.score.linked_plans import LinkedPlan, linked_plans, linked_samples
from tests.score.threads import Counts, best_threshold, counted

Term = tuple[str, str]  # a concept, and a line of its terms
Tally = Mapping[Relation, Counts]


@dataclass(frozen=True, slots=True)
class Held:
    """A plan, with weights and thresholds of other children's plans."""

    seen: Seen
    weights: Weights
    thresholds: Mapping[Relation, float]
    group: str  # which plans it is reckoned with

    def tally(self, lexicon: Lexicon) -> Tally:
        """What is linked rightly, at all, and there, by that lexicon."""
        found = pairs(self.seen.linked.plan, lexicon)
        weighed = weigh(found, self.weights, {})
        return {r: counted(self.seen.gold[r], weighed[r].likely, self.thresholds[r]) for r in found}


class Without(Phrases):
    """The phrases of a lexicon, with other terms for one concept."""

    def __init__(self, whole: Phrases, concept: str, terms: Iterable[str]) -> None:
        """Compiles the terms that are left."""
        super().__init__({concept: Category(tuple(with_plurals(term) for term in terms))})
        self._whole, self._concept = whole, concept

    def find(self, text: str) -> Found:
        """The phrases of each concept in a text."""
        found = {c: spans for c, spans in self._whole.find(text).items() if c != self._concept}
        return found | dict(super().find(text))


@dataclass(frozen=True, slots=True)
class Worth:
    """How F1 changes without a term: in all, and in each group of plans."""

    term: Term
    change: float
    in_groups: Mapping[str, float]
    plans: int  # in which it stands

    def __str__(self) -> str:
        """One line."""
        concept, words = self.term
        groups = ", ".join(f"{name} {change:+.4f}" for name, change in self.in_groups.items())
        return f"{self.change:+.4f}  {concept}: {words}  ({groups}; stands in {self.plans} plans)"


def main(arguments: Sequence[str]) -> int:
    """Prints the terms without which the thread is found best."""
    file, most = Path(arguments[0]), int(arguments[1]) if arguments[1:] else 60
    groups = {file.stem: linked_plans(file), "sample plans": linked_samples(SAMPLES)}
    for worth in sorted(worths(held(groups)), key=lambda w: (-w.change, w.term))[:most]:
        print(worth)  # noqa: T201 -- a script says what it found
    return 0


def held(groups: Mapping[str, Sequence[LinkedPlan]]) -> list[Held]:
    """The plans as if they printed nothing, each to be weighed by those of other children."""
    group_of = {plan.id: name for name, plans in groups.items() for plan in plans}
    whole = [Seen(plan.unprinted) for plans in groups.values() for plan in plans]
    found = []
    for part in range(FOLDS):
        others = [plan for plan in whole if part_of(plan) != part]
        weights = fit_pairs(others)
        thresholds = {relation: best_threshold(others, weights, relation) for relation in ENDS}
        found += [
            Held(plan, weights, thresholds, group_of[plan.linked.id])
            for plan in whole
            if part_of(plan) == part
        ]
    return found


def worths(plans: Sequence[Held]) -> Iterator[Worth]:
    """What becomes of F1 without each term that stands in the plans."""
    lexicon = standard_lexicon()
    before = [plan.tally(lexicon) for plan in plans]
    base = _f1(plans, before)
    for term, places in standing(plans).items():
        less = without(lexicon, term)
        after = list(before)
        for place in places:
            after[place] = plans[place].tally(less)
        changes = {name: f1 - base[name] for name, f1 in _f1(plans, after).items()}
        yield Worth(term, sum(changes.values()) / len(changes), changes, len(places))


def standing(plans: Sequence[Held]) -> dict[Term, list[int]]:
    """For each term the plans in which it stands; those that stand in none are left out."""
    known = {
        (concept, line): f"{concept}\n{line}"
        for concept, lines in terms().items()
        for line in lines
    }
    phrases = Phrases({name: Category((with_plurals(t[1]),)) for t, name in known.items()})
    found: dict[str, list[int]] = {}
    for place, plan in enumerate(plans):
        texts = (item.full_text for item in plan.seen.linked.plan.items)
        for name in sorted({name for text in texts for name in phrases.find(text)}):
            found.setdefault(name, []).append(place)
    return {term: found[name] for term, name in known.items() if name in found}


@cache
def terms() -> dict[str, list[str]]:
    """The terms of each concept."""
    return {
        concept: [line.strip() for line in entry["terms"].splitlines() if line.strip()]
        for concept, entry in standard_data().items()
        if isinstance(entry, dict)
    }


def without(lexicon: Lexicon, term: Term) -> Lexicon:
    """The lexicon without one term of one concept."""
    concept, out = term
    left = [line for line in terms()[concept] if line != out]
    return replace(lexicon, phrases=Without(lexicon.phrases, concept, left))


def _f1(plans: Sequence[Held], tallies: Sequence[Tally]) -> dict[str, float]:
    """For each group of plans the mean F1 of the four relations."""
    sums: dict[str, dict[Relation, Counts]] = {}
    for plan, tally in zip(plans, tallies, strict=True):
        own = sums.setdefault(plan.group, {})
        for relation, counts in tally.items():
            own[relation] = own.get(relation, Counts()) + counts
    return {name: sum(c.f1 for c in own.values()) / len(own) for name, own in sums.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
