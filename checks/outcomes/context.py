"""e-context."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Kind

_FEWEST = 2  # outcomes without: one alone is a matter of style
_SHARE = 0.5


@check(
    "e-context",
    "The outcomes say where, when or with whom",
    section="E",
    severity=Severity.GOOD,
    source="A guide to «Outcomes», 2018: where, when and with whom do you want it to happen",
    suggestion="… [where], [when], with [whom].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2028 she will talk with two friends at lunch."),
        example(
            outcome=(
                "By July 2028 she will talk more.",
                "By July 2028 she will read harder books.",
            ),
            fails=True,
        ),
        example(
            outcome=("By July 2028 she will read aloud in class.", "By July 2028 she will swim.")
        ),
    ],
    not_flagged="An outcome with one of the three; single outcomes. It speaks once, where more than"
    " half of the set has none.",
    by=By.WORDS,
)
def e_context(case: Case) -> Iterator[Hit]:
    """A skill shown once with one adult is not yet of use: where and with whom belongs to it."""
    all_ = list(readings(case))
    without = [
        outcome.id
        for outcome, reading in all_
        if not {"context"} & told(reading.text).keys() and "context" not in told(reading.stem)
    ]
    if len(without) >= _FEWEST and len(without) > _SHARE * len(all_):
        yield Hit(
            reason=f"{len(without)} of {len(all_)} outcomes ({', '.join(without)}) say neither"
            " where, nor when, nor with whom."
        )
