"""e-vague-verb."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, words
from checks.language.outcome import FIRM
from checks.language.phrases import load_phrases
from checks.language.readings import Letter, Met, Span
from checks.outcomes.read import readings
from extractors.plan import Kind


@check(
    "e-vague-verb",
    "No vague verb without a measure",
    section="E",
    severity=Severity.SHOULD,
    source="A guide to «Outcomes», 2018: outcomes that cannot be told to be achieved",
    suggestion="Instead of «[vague verb]»: [what will be seen], [how much or how often].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    fill=Fill.GAPS,
    examples=[
        example(outcome="By July 2028 he will swim 25 metres unaided."),
        example(outcome="By July 2028 he will «improve» his fitness."),
        example(outcome="By July 2028 he will improve his reading age to 8 years 6 months."),
        example(
            outcome="By July 2028 he will develop his play, so that he takes five turns at it."
        ),
        example(outcome="By July 2028 he will «develop» his play, so that he can join in games."),
    ],
    not_flagged="A vague verb with a firm measure, in itself or in what it is for: «improve his"
    " reading age to 8 years 6 months», «develop his play so that he takes five turns in a game».",
)
def e_vague_verb(case: Case) -> Iterator[Hit]:
    """Improve, develop, be confident: without a measure nobody can say when it is done."""
    for outcome, reading in readings(case):
        firm = reading.criterion or _firm(reading.benefit)
        measured = firm and reading.letter(Letter.MEASURABLE) is Met.MET
        if reading.vague and not measured:
            first = reading.vague[0]
            yield Hit(
                words(outcome, first),
                outcome,
                reason=f"«{first.text}» with no number, count or condition: how will anyone know?",
            )


def _firm(benefit: Span | None) -> bool:
    """Whether a measure stands in what it is for: «so that he takes five turns in a game»."""
    if benefit is None:
        return False
    return any(category in FIRM for category in load_phrases("outcome").find(benefit.text))
