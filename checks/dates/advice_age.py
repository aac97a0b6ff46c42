"""stale-advice-age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.dates.ends import in_words
from checks.document.advice import Advice, advice_of
from checks.schooling import months_between


def _newest(case: Case) -> dict[str, tuple[Advice, date]]:
    """The newest dated advice of each profession in Section K, by what the profession is called."""
    newest: dict[str, tuple[Advice, date]] = {}
    for advice in advice_of(case.plan):
        role = advice.role.lower()
        if advice.date and role and (role not in newest or newest[role][1] < advice.date):
            newest[role] = advice, advice.date
    return newest


@check(
    "stale-advice-age",
    "The advice behind the plan is not long out of date",
    section="K",
    severity=Severity.GOOD,
    source="SEND Regulations 2014, regulations 6 and 12(4); our own inference on its age",
    suggestion="[Profession], advice of [a date within the last three years].",
    reads=("K",),
    knows=lambda case: case.plan.facts.date is not None and bool(_newest(case)),
    by=By.FORM,
    examples=[
        example(
            plan_date="2026-05-04",
            K=(
                "Educational psychologist, Dr Oona Whitlock, 2 February 2026",
                "Speech and language therapist, Ewa Lindell, 14 January 2026",
            ),
        ),
        example(
            plan_date="2026-05-04",
            K=(
                "«Educational psychologist, Dr Oona Whitlock, 18 June 2020»",
                "Speech and language therapist, Ewa Lindell, 14 January 2026",
            ),
        ),
        example(
            plan_date="2026-05-04",
            K=(
                "Educational psychologist, Dr Oona Whitlock, 18 June 2020",
                "Educational psychologist, Dr Oona Whitlock, 2 February 2026",
            ),
            note="the older advice was renewed",
        ),
    ],
    not_flagged="Advice that the same profession renewed; advice without a date. It is said once a"
    " plan, of the oldest: a condition that does not change needs no new advice.",
)
def stale_advice_age(case: Case) -> Iterator[Hit]:
    """Provision written from what a child was like years ago may no longer fit the child."""
    months = case.rubric.dates.advice_months
    old = [
        (day, advice)
        for advice, day in _newest(case).values()
        if months_between(day, case.written) > months
    ]
    if not old:
        return
    day, oldest = min(old, key=lambda one: one[0])
    others = f", and so is that of {len(old) - 1} more" if len(old) > 1 else ""
    years = int(months_between(day, case.written) // 12)
    yield Hit(
        oldest.words,
        reason=f"It is of {in_words(day)}, {years} years before the plan{others}.",
    )
