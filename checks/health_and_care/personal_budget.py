"""f-personal-budget."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.health_and_care.said import said
from extractors.plan import Passage

_NAMES_THEM = re.compile(r"\b(?:outcomes?|needs?)\b|\b[BCDE]\d", re.IGNORECASE)


@check(
    "f-personal-budget",
    "A direct payment names the needs and outcomes that it is for",
    section="J",
    severity=Severity.SHOULD,
    source="SEND Regulations 2014, regulation 12(1)(j); Code of Practice 9.61 and 9.95",
    suggestion="A direct payment of [amount] pays for [what], to meet need [number] and outcome"
    " [number].",
    by=By.FORM,
    reads=("J",),
    examples=[
        example(
            J="A direct payment pays for four hours a week of care, to meet the need for care at"
            " home in D1 and outcome E3."
        ),
        example(J="«A direct payment of £40 a week.»"),
        example(none="J"),
        example(J="A personal budget was offered and not taken up."),
        example(
            provision="A tutor paid by direct payment will teach Sam to read, an hour a week.",
            empty="J",
            fails=True,
        ),
    ],
    not_flagged="Section J where no personal budget is held.",
)
def f_personal_budget(case: Case) -> Iterator[Hit]:
    """What is bought by direct payment is owed like all other provision, and is said as fully."""
    section = case.plan.section("J")
    told = section.passages
    if section.says_none or any("no_budget" in said(p.text) for p in told):
        return
    if told:
        if not any(_NAMES_THEM.search(passage.text) for passage in told):
            yield Hit(Passage(told[0].text, told[0].place))
        return
    for statement in case.statements("F", "G", "H1", "H2"):
        found = said(statement.words.text)
        if "budget" in found and "no_budget" not in found:
            yield Hit(
                reason=f"Section {statement.letter} speaks of a direct payment or personal budget,"
                " and Section J says nothing of it."
            )
            return
