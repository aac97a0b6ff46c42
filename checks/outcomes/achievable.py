"""e-achievable."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.outcomes.levels import outcome_core, same_thing, told_in_b
from checks.outcomes.read import readings
from extractors.plan import Kind

_FAR = 10  # times the level of now


@check(
    "e-achievable",
    "Each outcome is a step that can be reached from where the child is",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.66: achievable; Outcomes: SEND Guidance, Waltham Forest: achievable"
    " within the time-frame",
    suggestion="Now: [level in Section B]. By [when]: [a level that can be reached from there].",
    reads=("B", "E"),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            current="He reads 12 words by sight (May 2026).",
            outcome="By July 2028 he will read 60 words by sight.",
        ),
        example(
            current="He reads 4 words by sight (May 2026).",
            outcome="«By July 2027 he will read 300 words by sight.»",
        ),
        example(
            current="He walks ten steps with a frame.",
            outcome="By July 2028 he will type 200 words.",
            note="not the same thing",
        ),
    ],
    not_flagged="Anything but amounts of the same thing in Sections B and E: whether another"
    " outcome can be reached is asked of the auditor. This is only ever asked.",
    by=By.MEANING,
)
def e_achievable(case: Case) -> Iterator[Hit]:
    """An outcome out of reach is given up on; from a stated level, people can judge the step."""
    now_told = told_in_b(case, Kind.CURRENT, Kind.STRENGTH, Kind.NEED)
    for outcome, reading in readings(case):
        for target, now, item in same_thing(now_told, outcome_core(reading)):
            if now.number > 1 and target.number >= _FAR * now.number:
                told = f"Section B ({item.id}) tells «{now.said}», the outcome asks for"
                yield Hit(
                    whole(outcome),
                    outcome,
                    Verdict.UNCLEAR,
                    f"{told} «{target.said}»: can that be reached in the time? Please check.",
                )
                break
