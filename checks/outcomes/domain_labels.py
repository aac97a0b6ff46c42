"""e-domain-labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from extractors.plan import Kind

_DOMAINS = {
    "education": re.compile(r"\beducation", re.IGNORECASE),
    "health": re.compile(r"\bhealth\b(?! and care\b)", re.IGNORECASE),
    "care": re.compile(r"\bcare\b", re.IGNORECASE),
}
_FEWEST = 2


@check(
    "e-domain-labels",
    "The outcomes stand under education, health and social care",
    section="E",
    severity=Severity.INFO,
    source="Outcomes: SEND Guidance, Waltham Forest: outcomes are separated into education, health"
    " and social care; other guidance prefers them together",
    suggestion="Headings within Section E: [Education] [Health] [Social care].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            ("heading", "Education outcomes"),
            ("outcome", "By July 2028 he will read a page."),
            ("heading", "Health outcomes"),
            ("outcome", "By July 2028 he will take his inhaler without a reminder."),
        ),
        example(outcome="By July 2028 he will read a page.", fails=True),
    ],
    not_flagged="Nothing, unless an authority that wants the three apart switches it on: it is off"
    " otherwise, and only ever information.",
    by=By.FORM,
)
def e_domain_labels(case: Case) -> Iterator[Hit]:
    """Some authorities set outcomes out by education, health and social care; most do not."""
    headings = " | ".join(outcome.heading for outcome in case.plan.outcomes)
    named = [name for name, pattern in _DOMAINS.items() if pattern.search(headings)]
    if len(named) < _FEWEST:
        yield Hit(reason="The outcomes are not grouped by education, health and social care.")
