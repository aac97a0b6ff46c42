"""e-duplicate-within."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example, whole
from checks.outcomes.alike import alike, content_words
from checks.outcomes.read import readings
from extractors.plan import Item, Kind


@check(
    "e-duplicate-within",
    "No outcome is said twice",
    section="E",
    severity=Severity.GOOD,
    source="Our own inference",
    suggestion="Keep one of the two: [number] or [number].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            outcome=(
                "By July 2028 he will read a page aloud.",
                "By July 2028 he will swim 25 metres.",
            )
        ),
        example(
            outcome=(
                "By July 2027 he will use his exit card to go to the Harbour Room before he runs.",
                "«By Year 6 he will go to the Harbour Room with his exit card before he runs.»",
            )
        ),
    ],
    not_flagged="Two outcomes in different areas that share a few words.",
)
def e_duplicate_within(case: Case) -> Iterator[Hit]:
    """The same outcome twice is counted twice, and one of them is forgotten."""
    seen: list[tuple[Item, frozenset[str]]] = []
    for outcome, reading in readings(case):
        core = content_words(outcome, reading)
        twin = next((other for other, words in seen if alike(core, words)), None)
        if twin is not None:
            yield Hit(
                whole(outcome),
                outcome,
                reason=f"It says much the same as {twin.id}: «{twin.text}»",
            )
        seen.append((outcome, core))
