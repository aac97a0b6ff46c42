"""a-history."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.aspirations.contents import account_of, told_at_all
from checks.case import Case
from checks.check import Hit, Severity, check, example

_BORN = re.compile(r"\b(?:born|birth|weeks' gestation|as a baby|pregnancy)\b", re.IGNORECASE)


@check(
    "a-history",
    "Section A tells the child's history in brief",
    section="A",
    severity=Severity.GOOD,
    source="Education, health and care plans: examples of good practice (2014); Somerset, EHC"
    " plan quality guidance",
    suggestion="[Name] was [born / diagnosed / moved] in [year]. [She/He] has been at [setting]"
    " since [when], and before that [where].",
    reads=("A",),
    examples=[
        example(view=("Theo likes trains.", "He was born at 29 weeks and moved here in 2023.")),
        example(("heading", "My history"), ("view", "Theo lives with his aunt and two dogs.")),
        example(view="Theo is a polite boy who finds loud lessons boring.", fails=True),
        example(
            ("view", "Theo is a polite boy who enjoys loud music and finds maths boring."),
            ("need", "Theo was born without sight in one eye and misses what is on his left."),
            note="it is told in Section B",
        ),
    ],
    not_flagged="A history that is told in Section B; how full it is.",
)
def a_history(case: Case) -> Iterator[Hit]:
    """A short history of health, home, schools and friends shows how things came to be."""
    if not told_at_all(case) or account_of(case, "history"):
        return
    if any(_BORN.search(s.words.text) for s in case.statements("B", "C")):
        return
    yield Hit(reason="Section A tells nothing of the child's history: health, home, schools.")
