"""f-banding."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, words
from checks.language.readings import Met
from checks.provision.said import saying
from extractors.plan import Kind


@check(
    "f-banding",
    "Provision is help, not a band or a sum of money",
    section="F",
    severity=Severity.MUST,
    source="R (Cumbria) cited by IPSEA, what should be in Section F; Children and Families Act"
    " 2014, section 42",
    suggestion="[Who] will provide [what] for [how long], [how often].",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(provision="A teaching assistant will teach Sam phonics for 20 minutes each day."),
        example(provision="«Band 4» support will be in place for the year."),
        example(provision="The school receives «£9,500 a year» for Sam."),
        example(
            provision="Band 4 funding, which pays for a teaching assistant for 15 hours a week."
        ),
        example(provision="A purse with £5 for the shop each Friday."),
    ],
    not_flagged="A band beside provision that the same line sets out in full; pocket money; a"
    " personal budget in Section J.",
)
def f_banding(case: Case) -> Iterator[Hit]:
    """A band or a sum buys different help in each school: the family cannot tell what is owed."""
    for line, reading, found in saying(case, "banding"):
        if reading.specified is not Met.MET:
            yield Hit(words(line, found[0]), line)
