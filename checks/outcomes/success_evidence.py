"""e-success-evidence."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Fill, Hit, Severity, check, example
from checks.language.readings import Letter, Met, OutcomeReading
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Kind

_FEWEST = 2  # outcomes; one alone is spoken of by itself
_SHARE = 0.5


@check(
    "e-success-evidence",
    "The outcomes say what will show that they were reached",
    section="E",
    severity=Severity.GOOD,
    source="A guide to «Outcomes», 2018: is it clear how everyone will know; Outcomes: SEND"
    " Guidance, Waltham Forest",
    suggestion="… as seen in [number] of [number] [records / lessons / days].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.GAPS,
    examples=[
        example(outcome="By July 2028 he will read 60 common signs."),
        example(
            outcome=("By July 2028 he will enjoy reading.", "By July 2028 he will be confident."),
            fails=True,
        ),
        example(
            outcome=(
                "By July 2028 he will enjoy reading, as shown in his reading diary.",
                "By July 2028 he will be confident, as seen by his teachers in class discussion.",
            )
        ),
    ],
    not_flagged="A criterion, which is evidence already, or an act that can be seen; single"
    " outcomes, of which other checks speak. It speaks once, where most of the set gives none.",
    by=By.WORDS,
)
def e_success_evidence(case: Case) -> Iterator[Hit]:
    """Where most outcomes name nothing that would show it, the review can only exchange views."""
    all_ = list(readings(case))
    without = [outcome.id for outcome, reading in all_ if not _shown(reading)]
    if len(all_) >= _FEWEST and len(without) > _SHARE * len(all_):
        named = ", ".join(without)
        yield Hit(
            reason=f"{len(without)} of {len(all_)} outcomes ({named}) name nothing that would show"
            " that they were reached."
        )


def _shown(reading: OutcomeReading) -> bool:
    measured = reading.letter(Letter.MEASURABLE) is Met.MET
    return measured or bool(reading.criterion) or "evidence" in told(reading.text)
