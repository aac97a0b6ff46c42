"""thread-advice-carried."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.language.amounts import amounts_in, total_of
from checks.provision.arithmetic import UNSAID, role_of_words
from extractors.plan import Passage

_ADVISES = re.compile(
    r"\b(?:recommend\w*|advis(?:es|ed|ing)|suggest\w*|requires?|should (?:have|receive|get)|"
    r"needs?|in (?:my|our|her|his) (?:view|opinion))\b",
    re.IGNORECASE,
)
_NEAR = 0.95
_HOUR = 60


@check(
    "thread-advice-carried",
    "What the advice quantifies, Section F carries",
    section="F",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69; SEND Regulations 2014, regulation 12(4)",
    suggestion="[Role] will [do what] for [as long as advised], [as often as advised].",
    by=By.MEANING,
    reads=("F", "K"),
    knows=lambda case: any(_advised(case)),
    examples=[
        example(
            K="«The speech and language therapist recommends an hour of direct therapy a week.»",
            provision="A speech and language therapist will see Sam for 30 minutes a week to work"
            " on sounds.",
        ),
        example(
            K="The speech and language therapist recommends an hour of direct therapy a week.",
            provision="A speech and language therapist will see Sam for 30 minutes, twice a week,"
            " to work on sounds.",
        ),
        example(
            K="«The occupational therapist advised 45 minutes a fortnight.»",
            provision="An occupational therapist will see Sam regularly.",
        ),
    ],
    not_flagged="Advice whose words the plan does not carry; advice by a role that gives nothing in"
    " Section F, for it may be given by another. This is only ever asked.",
)
def thread_advice_carried(case: Case) -> Iterator[Hit]:
    """Advice that is watered down on its way into Section F was the reason for the plan."""
    by_role = {time.role: time for time in case.timetable.by_role}
    named = {role_of_words(line.full_text) for line in case.plan.provision}
    for words, role, minutes in _advised(case):
        if role not in named:
            continue
        given = by_role[role].most if role in by_role else 0.0
        if given < minutes * _NEAR:
            yield Hit(
                words,
                verdict=Verdict.UNCLEAR,
                reason=f"The advice of the {role} comes to {_told(minutes)} a week; what Section F"
                f" says of that role comes to {_told(given)}. Please check.",
            )


def _advised(case: Case) -> Iterator[tuple[Passage, str, float]]:
    """Gives each amount that Section K quotes, whose advice it is, and its minutes a week."""
    for passage in case.plan.section("K").passages:
        weekly = total_of(amounts_in(passage.text))[0] if _ADVISES.search(passage.text) else 0.0
        role = role_of_words(passage.text) if weekly else UNSAID
        if role != UNSAID:
            yield passage, role, weekly


def _told(minutes: float) -> str:
    if not minutes:
        return "no amount"
    hours, rest = divmod(round(minutes), _HOUR)
    parts = [f"{hours} h" if hours else "", f"{rest} min" if rest else ""]
    return " ".join(part for part in parts if part)
