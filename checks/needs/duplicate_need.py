"""b-duplicate-need."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, whole
from checks.outcomes.alike import alike, told_words
from extractors.plan import Item, Kind


@check(
    "b-duplicate-need",
    "No need is told twice",
    section="B",
    severity=Severity.GOOD,
    source="Guidance on the quality of EHC plans: one need under one area",
    suggestion="Keep it once, under [area]; say there what it means in other areas too.",
    reads=("B",),
    each=(Kind.NEED,),
    examples=[
        example(
            need=("He cannot wait for his turn.", "He reads word by word and loses the sense.")
        ),
        example(
            need=(
                "Loud noise in the dining hall and corridors makes her cover her ears and cry.",
                "«Noise in corridors and the dining hall makes her cry and cover her ears.»",
            )
        ),
    ],
    not_flagged="Two sides of one need that share a few words.",
    by=By.MEANING,
)
def b_duplicate_need(case: Case) -> Iterator[Hit]:
    """A need that stands twice is answered twice, or each time by half."""
    seen: list[tuple[Item, frozenset[str]]] = []
    for need in case.plan.needs:
        core = told_words(need.text)
        twin = next((other for other, words in seen if alike(core, words)), None)
        if twin is not None:
            yield Hit(
                whole(need), need, reason=f"It says much the same as {twin.id}: «{twin.text}»"
            )
        seen.append((need, core))
