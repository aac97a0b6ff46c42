"""cd-stated."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case, Statement
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.needs.areas_covered import NONE
from checks.needs.words import told

_OF = {"C": "health", "D": "social care"}
_MOST = 18  # words: what is longer tells something besides where to look


@check(
    "cd-stated",
    "Sections C and D say what is needed, or that nothing is",
    section="C",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 12(1)(c) and (d); Code of Practice 9.69",
    suggestion="No [health / social care] needs were identified by [who], [when].",
    knows=lambda case: any(case.plan.section(letter).found for letter in _OF),
    examples=[
        example(C="Epilepsy with night-time seizures, so that she is tired.", none="D"),
        example(none="C", empty="D", fails=True),
        example(C="Asthma, which an inhaler controls.", D="«See attached report.»"),
        example(C="No health needs were identified by the paediatrician.", none="D"),
    ],
    not_flagged="A section that was not found; «none identified», in whatever words; reference to"
    " a report beside what the need is.",
    by=By.FORM,
)
def cd_stated(case: Case) -> Iterator[Hit]:
    """By law health and social care needs are specified; where there are none, it should say so."""
    for letter, what in _OF.items():
        section = case.plan.section(letter)
        if not section.found or section.says_none:
            continue
        said = list(case.statements(letter))
        if not said:
            unsure = Verdict.FAIL if case.complete else Verdict.UNCLEAR
            yield Hit(
                section.headings[0] if section.headings else None,
                verdict=unsure,
                reason=f"Section {letter} is blank: were there no {what} needs, or did nobody ask?",
            )
        elif all(_says_nothing(statement) for statement in said):
            yield Hit(
                said[0].words,
                said[0].item,
                reason=f"Section {letter} names no {what} need, nor says that there is none.",
            )


def _says_nothing(statement: Statement) -> bool:
    """Whether it only says where to look, or that something is still to come."""
    text = statement.words.text
    short = len(text.split()) <= _MOST
    return short and not NONE.search(text) and "elsewhere" in told(text)
