"""b-provision-in-b."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example
from extractors.plan import Kind, Passage

_AMOUNT = (
    r"(?:\d+|one|two|three|four|five|six|ten|fifteen|twenty|thirty|forty|half an?)[ -]?"
    r"(?:minutes?|mins?|hours?|hrs?|sessions?)"
)
_OFTEN = (
    r"(?:daily|weekly|fortnightly|termly|half[- ]termly|monthly|"
    r"(?:once|twice|(?:two|three|four|five|\d+) times) (?:a|each|every|per) \w+|"
    r"(?:each|every|per|a) (?:day|week|fortnight|term|month|morning|lesson))"
)
_SERVICE = (
    r"(?:speech and language therap\w+|salt|occupational therap\w+|physiotherap\w+|play therapy|"
    r"therap(?:y|ist)|counsell(?:ing|or)|psychologist|teaching assistants?|tas?\b|"
    r"lsas?\b|one[- ]to[- ]one|1:1|1-1|"
    r"specialist teach\w+|teacher of the deaf|mentor\w*|interventions?|programmes?|"
    r"key ?worker|travel training|elsa)"
)
_GIVEN = (
    r"(?:will|should|must|is to|needs? to|to) (?:be (?:provided|given|offered|delivered|supported "
    r"by|taught by|seen by)|receive|have access to|get)|"
    r"(?:receives?|is (?:supported|seen|taught) by|has access to)"
)
_STAFF = (
    r"(?:adults?|teachers?|staff|school|assistants?|therapists?|psychologists?|mentors?|tutors?|"
    r"nurses?|tas?|lsas?)"
)
_ASKED = r"(?:needs?|requires?|would benefit from)"
_SENTENCE = re.compile(r"[^.!?;]+[.!?;]?")
_NEED_VERB = re.compile(rf"\b{_ASKED}\b", re.IGNORECASE)
_GIVEN_VERB = re.compile(rf"\b(?:{_GIVEN})\b", re.IGNORECASE)
_QUANTITY = re.compile(rf"\b(?:{_AMOUNT}|{_OFTEN})\b", re.IGNORECASE)
_STAFF_DO = re.compile(rf"\b{_STAFF} (?:will|should|must|is to|are to)\b", re.IGNORECASE)
_SERVED = re.compile(rf"\b{_SERVICE}", re.IGNORECASE)


@check(
    "b-provision-in-b",
    "Provision stands in Section F, not among the needs",
    section="B",
    severity=Severity.GOOD,
    source="Developing outcomes in EHC plans, Delivering Better Outcomes Together",
    suggestion="Say here what [name] finds hard; put who does what, how long and how often into F.",
    reads=("B",),
    each=(Kind.NEED,),
    examples=[
        example(need="He needs visual information beside speech; spoken words alone are lost."),
        example(need="She needs help from an adult to dress, four times a day."),
        example(need="She tires quickly. «She needs weekly speech and language therapy.»"),
        example(need="«Occupational therapy should be provided weekly by a therapist.»"),
        example(need="«A familiar adult should read with her for ten minutes every morning.»"),
        example(need="He walks out. «He will receive weekly sessions with the school counsellor.»"),
        example(
            need="He was seen by a speech and language therapist in 2024, who found a stammer."
        ),
    ],
    not_flagged="«Needs» or «requires» as the idiom of a need, and reports of past assessments.",
)
def b_provision_in_b(case: Case) -> Iterator[Hit]:
    """Provision written into Section B is not owed by law: only Section F is."""
    for need in case.plan.needs:
        for sentence in _SENTENCE.findall(need.text):
            given = _GIVEN_VERB.search(sentence)
            asked = _NEED_VERB.search(sentence)
            counted, service = _QUANTITY.search(sentence), _SERVED.search(sentence)
            owed = given and _future(given[0])
            if (service and (owed or (counted and (asked or given)))) or (
                counted and _STAFF_DO.search(sentence)
            ):
                yield Hit(Passage(sentence.strip(), need.place), need)
                break


def _future(verb: str) -> bool:
    return verb.lower().startswith(("will", "should", "must", "is to"))
