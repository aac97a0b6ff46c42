"""e-change-type."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.language.readings import OutcomeReading
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Kind

# In the order in which they are looked for: the rarer kinds first.
_KINDS = ("circumstance", "attitude", "knowledge", "skill", "behaviour")


@check(
    "e-change-type",
    "What kinds of change the outcomes ask for",
    section="E",
    severity=Severity.INFO,
    source="Outcomes: SEND Guidance, Waltham Forest: changes in behaviour, skills, knowledge,"
    " attitudes and circumstances",
    suggestion="Nothing has to change.",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            outcome=("By July 2028 he will read 60 signs.", "By July 2028 he will enjoy reading."),
            fails=True,
            note="told, not a fault: one skill, one attitude",
        ),
        example(outcome="By July 2028 he will tessellate hexagons."),
    ],
    not_flagged="Any mixture: this only tells what there is.",
    by=By.WORDS,
)
def e_change_type(case: Case) -> Iterator[Hit]:
    """Outcomes may change what a child does, can do, knows, feels, or how life is."""
    kinds: dict[str, list[str]] = {}
    for outcome, reading in readings(case):
        kind = _kind(reading)
        if kind:
            kinds.setdefault(kind, []).append(outcome.id)
    if kinds:
        told_ = "; ".join(f"{kind}: {', '.join(kinds[kind])}" for kind in _KINDS if kind in kinds)
        yield Hit(reason=f"By their words the outcomes change {told_}.")


def _kind(reading: OutcomeReading) -> str:
    """The kind of change that its first telling words name."""
    stop = reading.benefit.start if reading.benefit else len(reading.text)
    found = {
        kind: spans[0].start
        for kind in _KINDS
        if (spans := told(reading.text).get(f"change.{kind}")) and spans[0].start < stop
    }
    return min(found, key=lambda kind: (found[kind], _KINDS.index(kind)), default="")
