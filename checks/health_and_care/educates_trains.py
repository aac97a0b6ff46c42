"""f-educates-trains."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.health_and_care.said import lines_of, said


@check(
    "f-educates-trains",
    "Therapy that educates or trains stands in Section F",
    section="G",
    severity=Severity.SHOULD,
    source="Children and Families Act 2014, section 21(5); Code of Practice 9.73 and 9.74",
    suggestion="Move it to Section F: [therapist] will [do what], [how long], [how often].",
    by=By.WORDS,
    reads=("G",),
    knows=lambda case: any(True for _ in lines_of(case, "G")),
    examples=[
        example(G="«Speech and language therapy, 30 minutes a week.»"),
        example(G="«An occupational therapist will teach Sam to write, an hour a month.»"),
        example(G="A physiotherapist will check his hips every six months in clinic."),
        example(G="Speech and language therapist: swallowing assessed every term."),
        example(G="Physiotherapy as in Section F."),
        example(G="The school nurse will teach staff to use his inhaler each year."),
    ],
    not_flagged="Medical therapy: clinics, splints, swallowing; nurses and doctors.",
)
def f_educates_trains(case: Case) -> Iterator[Hit]:
    """What educates or trains a child is special educational provision, whoever gives it."""
    for line in lines_of(case, "G"):
        found = said(line.words.text)
        if "as in f" in found or "medical" in found:
            continue
        if "speech" in found or ("therapy" in found and "educates" in found):
            yield Hit(line.words, line.item)
