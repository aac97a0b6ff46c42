"""f-unilateral."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, words
from checks.provision.said import saying
from extractors.plan import Kind


@check(
    "f-unilateral",
    "Provision changes only through a review",
    section="F",
    severity=Severity.MUST,
    source="R (Rotherham) cited by IPSEA, what should be in Section F; SEND Regulations 2014,"
    " regulations 20 to 22 and 28",
    suggestion="Leave it out. A change goes through a review and an amended plan.",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(provision="A teaching assistant will teach Sam phonics for 20 minutes each day."),
        example(provision="The authority «reserves the right» to change these hours."),
        example(provision="Ten hours of teaching assistant time a week, «subject to funding»."),
        example(provision="The hours may be reduced after the annual review."),
    ],
    not_flagged="Changes that go through a review; flexibility whose reason the line gives.",
)
def f_unilateral(case: Case) -> Iterator[Hit]:
    """Such a clause takes back the right to a review and to an appeal."""
    for line, reading, found in saying(case, "unilateral"):
        if not reading.flexible_for_reason and not _by_review(reading.text):
            yield Hit(words(line, found[0]), line)


def _by_review(text: str) -> bool:
    lower = text.lower()
    return "review" in lower and "without" not in lower
