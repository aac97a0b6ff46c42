"""f-transport."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, words
from checks.provision.said import saying
from extractors.plan import Kind


@check(
    "f-transport",
    "Transport to school stands outside Section F",
    section="F",
    severity=Severity.GOOD,
    source="Staffordshire County Council v JM [2016] UKUT 246 (AAC)",
    suggestion="Move it to the authority's decision on transport.",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(provision="Travel training for an hour each Monday with a travel trainer."),
        example(provision="«Home to school transport» with an escort."),
        example(provision="Sam will practise using public transport with a travel trainer weekly."),
    ],
    not_flagged="Travel training, and journeys that are part of what is taught.",
)
def f_transport(case: Case) -> Iterator[Hit]:
    """Getting to school is decided under other law, and as a rule is no such provision."""
    for line, _, found in saying(case, "transport"):
        yield Hit(words(line, found[0]), line)
