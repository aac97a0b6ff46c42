"""e-peer-ceiling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.language.readings import OutcomeReading, Span
from checks.language.school import age_on
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Kind

_MINUTES_A_YEAR = 5  # of age, that a child is expected to sit and attend
_MOST = 60  # minutes; a lesson of an hour is asked of any pupil from about 12
_LENGTH = re.compile(r"(\d+|an?)[ -]?(minutes?|mins?|hours?)\b", re.IGNORECASE)
_NEAR = 60  # characters between the verb and its length


@check(
    "e-peer-ceiling",
    "No outcome asks for more than other children of that age do",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes: not above expectations for any other peer in the cohort",
    suggestion="… in [number] of [number] lessons. / … for [what is usual at that age] minutes.",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2028 he will follow the class rules in four lessons out of five."),
        example(outcome="«By July 2028 he will behave in all lessons.»"),
        example(
            born="2020-03-04",
            plan_date="2026-05-04",
            outcome="«By July 2027 he will sit still for 60 minutes on the carpet.»",
        ),
        example(
            born="2020-03-04",
            plan_date="2026-05-04",
            outcome="By July 2028 he will sit on the carpet for 15 minutes.",
        ),
    ],
    not_flagged="Skills of any height, for gifts are not limited; only conduct in every lesson, and"
    " lengths of sitting or attending. This is only ever asked.",
    by=By.MEANING,
)
def e_peer_ceiling(case: Case) -> Iterator[Hit]:
    """An outcome must be realistic for any child: none behaves or attends all of the time."""
    for outcome, reading in readings(case):
        asked = _always(reading) or _too_long(reading, _age(case, reading))
        if asked:
            yield Hit(whole(outcome), outcome, Verdict.UNCLEAR, f"{asked} Please check.")


def _age(case: Case, reading: OutcomeReading) -> int | None:
    """The child's age when the outcome is to be reached, or now where that is not known."""
    end = reading.timeframe.date if reading.timeframe else None
    return age_on(case.born, end) if case.born and end and end > case.born else case.age


def _always(reading: OutcomeReading) -> str:
    """Conduct that is asked for in every lesson or at all times."""
    stop = reading.benefit.start if reading.benefit else len(reading.text)
    conduct = next((s for s in told(reading.text).get("conduct", ()) if s.start < stop), None)
    absolute = next((s for s in reading.absolutes if s.start < stop), None)
    if not conduct or not absolute:
        return ""
    return f"«{conduct.text} … {absolute.text}»: is that expected of every other pupil?"


def _too_long(reading: OutcomeReading, age: int | None) -> str:
    """Sitting or attending for longer than is usual at that age."""
    if age is None:
        return ""
    for span in told(reading.text).get("attending", ()):
        minutes, length = _length(reading.text, span)
        usual = min(_MINUTES_A_YEAR * age, _MOST)
        if minutes > usual:
            return f"«{length}» is long at the age of {age} (usual are up to {usual} minutes)."
    return ""


def _length(text: str, span: Span) -> tuple[int, str]:
    match = _LENGTH.search(text, span.start, span.end + _NEAR)
    if not match:
        return 0, ""
    number = int(match[1]) if match[1].isdigit() else 1
    return number * (60 if match[2].lower().startswith("hour") else 1), match[0]
