"""f-training."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, whole
from checks.language.readings import ProvisionReading, Slot
from checks.provision.said import said, saying
from extractors.plan import Kind

_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"autumn|spring|summer|inset|once a year)\b",
    re.IGNORECASE,
)
_LONGEST = 40  # words
_FEWEST = 2  # parts missing before it is told: one may stand elsewhere


@check(
    "f-training",
    "Training of staff says in what, by whom, for whom and when",
    section="F",
    severity=Severity.GOOD,
    source="Advice from parents on vague provision; Code of Practice 9.69",
    suggestion="[Who] will train [whom] in [what] for [how long], by [when].",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(provision="«Staff will be trained.»"),
        example(
            provision="The speech therapist will train his two assistants in signing for two hours"
            " each September."
        ),
        example(provision="«Autism training for staff.»"),
        example(provision="Travel training for an hour each Monday."),
        example(provision="His mentor will meet him in the workshop for 30 minutes each Monday."),
        example(provision="«A course in signing for staff.»"),
        example(
            provision="An assistant trained by the therapist will practise for ten minutes a day."
        ),
    ],
    not_flagged="Training of the child; staff who are trained already; one part that is missing.",
)
def f_training(case: Case) -> Iterator[Hit]:
    """Training that nobody is to give, on no day, is not given."""
    for line, reading, _ in saying(case, "trains"):
        if len(reading.text.split()) > _LONGEST:
            continue  # it is about more than training
        missing = _missing(reading)
        if len(missing) >= _FEWEST:
            said_of = " and ".join(missing)
            yield Hit(whole(line), line, reason=f"The line does not say {said_of}.")


def _missing(reading: ProvisionReading) -> list[str]:
    """What a line about training leaves out."""
    found = said(reading.text)
    timed = reading.slot(Slot.HOW_LONG) or reading.slot(Slot.HOW_OFTEN)
    parts = {
        "in what": "training_subject" in found,
        "by whom": "training_giver" in found,
        "when or for how long": bool(timed) or _dated(reading.text),
    }
    return [part for part, there in parts.items() if not there]


def _dated(text: str) -> bool:
    return _MONTH.search(text) is not None
