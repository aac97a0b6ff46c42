"""What a word table changes: `python -m tests.score.with_table FILE TABLE`.

Links by wording alone, of FILE (in the form of `plans12.json`) and the sample plans, each plan
weighed by other children's: by the whole lexicon, and as if it knew only a share of its wordings,
which is how an authority's plans are met; what the table asks about is counted with what is linked.
Then the sample plans as they are read from their files, and the time that one plan takes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from time import process_time

import numpy as np

from checks.thread.link import link
from checks.thread.links import Relation
from checks.thread.table import WordTable, read_table
from checks.thread.weigh import ENDS, asked_by_table
from tests.score.fit_thread import FOLDS, SAMPLES, Seen, fit_pairs, part_of, seen
from tests.score.linked_plans import LinkedPlan, linked_plans, linked_samples
from tests.score.threads import Counts, best_threshold, counted, score_samples, score_threads

KNOWN = (1.0, 0.5, 0.3, 0.15)  # shares of the lexicon's wordings
OFTEN = 10  # that a plan is linked; the quickest time counts


def main(arguments: Sequence[str]) -> int:
    """Prints each figure without the table, then with it."""
    file, table = Path(arguments[0]), read_table(Path(arguments[1]))
    for line in lines(file, table):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    return 0


def lines(file: Path, table: WordTable) -> Iterator[str]:
    """All of the figures."""
    listed, samples = linked_plans(file), linked_samples(SAMPLES)
    for name, used in (("without the table", None), ("with the table", table)):
        yield name
        found = score_threads(listed, used)
        yield f"  {file.stem} left out in turn: " + _told(found)
        for known, by_relation in shares(first_of_each([*listed, *samples]), used).items():
            f1 = {relation.value: counts.f1 for relation, counts in by_relation.items()}
            mean = {"mean": sum(f1.values()) / len(f1)}
            yield f"  {known:.0%} of the lexicon known: " + _told(f1 | mean)
        plans = SAMPLES.with_name("plans")
        for title, score in score_samples(plans, SAMPLES, listed, used).items():
            yield f"  sample plans, {title}"
            yield from (f"  {line}" for line in score.lines())
        times = sorted(milliseconds(plan, used) for plan in samples)
        yield f"  {median(times):.1f} ms a plan (median; most {times[-1]:.1f})"


def first_of_each(plans: Sequence[LinkedPlan]) -> list[LinkedPlan]:
    """One plan of each child."""
    return list({plan.child: plan for plan in reversed(plans)}.values())


def shares(
    plans: Sequence[LinkedPlan], table: WordTable | None
) -> dict[float, dict[Relation, Counts]]:
    """For each share of the lexicon, how well each relation is found by wording alone."""
    found = {known: dict.fromkeys(ENDS, Counts()) for known in KNOWN}
    for part in range(FOLDS):
        fitted_on = [p for p in seen(plans, table) if not p.knocked and part_of(p) != part]
        weights = fit_pairs(fitted_on)
        whole = [p for p in fitted_on if p.known == 1.0 and not p.linked.plan.references]
        thresholds = {relation: best_threshold(whole, weights, relation) for relation in ENDS}
        for known, counts in found.items():
            for plan in (Seen(p.unprinted, table=table, known=known) for p in plans):
                if part_of(plan) == part:
                    for relation, weighing in plan.weighed(weights).items():
                        these, least = plan.pairs[relation], thresholds[relation]
                        asked = asked_by_table(relation, these, weights.pairs[relation])
                        said = np.where(asked, np.maximum(weighing.likely, least), weighing.likely)
                        counts[relation] += counted(plan.gold[relation], said, least)
    return {known: dict(counts) for known, counts in found.items()}


def milliseconds(linked: LinkedPlan, table: WordTable | None) -> float:
    """How long the thread of one plan takes, at its quickest."""
    times = []
    for _ in range(OFTEN):
        began = process_time()
        link(linked.plan, table=table)
        times.append(process_time() - began)
    return min(times) * 1000


def _told(figures: dict[str, float]) -> str:
    return ", ".join(f"{name} {figure:.3f}" for name, figure in figures.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
