"""What one plan's thread and checks take, as plans grow: the best of twenty turns.

Nothing that was found in the plan's texts is remembered from one turn to the next. What stays is
what a run over many plans has too: the compiled words of the lexicon.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from time import process_time

from checks.audit import audit
from checks.language.memory import forget
from checks.rubric import Rubric
from checks.thread.link import link
from extractors.document import Place
from extractors.plan import LETTERS, Child, Facts, Item, Kind, Passage, Plan, Section

SIZES = ((8, 8, 25), (20, 20, 60), (40, 40, 120))  # needs, outcomes, lines of provision
TURNS = 20
TRUTH = Path(__file__).parents[2] / "sample_plans" / "truth"
_ASPIRATIONS = 4
_LETTERS = {Kind.ASPIRATION: "A", Kind.NEED: "B", Kind.OUTCOME: "E", Kind.PROVISION: "F"}


def growth(rubric: Rubric, as_of: date) -> Iterator[str]:
    """Gives a line for each size."""
    for needs, outcomes, provision in SIZES:
        plan = plan_of(needs, outcomes, provision)
        linked = _best(partial(link, plan))
        audited = _best(partial(audit, plan, rubric, as_of))
        size = f"{needs} needs, {outcomes} outcomes, {provision} provision"
        yield f"  {size:<40} thread {linked:6.1f} ms, with all checks {audited:6.1f} ms"


def _best(work: Callable[[], object]) -> float:
    """Milliseconds of processor time."""
    spent = []
    for _ in range(TURNS):
        forget()
        before = process_time()
        work()
        spent.append(process_time() - before)
    return min(spent) * 1000


def plan_of(needs: int, outcomes: int, provision: int) -> Plan:
    """A plan of that size, out of the words of the sample plans, one child's after another's."""
    counts = dict(zip(_LETTERS, (_ASPIRATIONS, needs, outcomes, provision), strict=True))
    items = [
        Item(f"{_LETTERS[kind]}{place}", _LETTERS[kind], kind, text, Place(page=1))
        for kind, count in counts.items()
        for place, text in enumerate(islice(cycle(_texts(kind)), count), 1)
    ]
    sections = tuple(
        Section(
            letter,
            found=True,
            labelled=True,
            passages=tuple(Passage(i.text, i.place) for i in items if i.section == letter),
        )
        for letter in LETTERS
    )
    return Plan(Child(name="Robin Ashdown"), Facts(), sections, tuple(items))


def _texts(kind: Kind) -> list[str]:
    return [
        item["full_text"] or item["text"]
        for file in sorted(TRUTH.glob("*.json"))
        for item in json.loads(file.read_text(encoding="utf-8"))["sections"].get(
            _LETTERS[kind], {"items": ()}
        )["items"]
        if item["kind"] == kind
    ]
