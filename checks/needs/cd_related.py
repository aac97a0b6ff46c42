"""cd-related."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.needs.areas_covered import NONE
from checks.needs.words import told

_MOST = 7  # words beside the condition: a longer line names others too, or says more


@check(
    "cd-related",
    "Health and social care needs are those that go with the special educational needs",
    section="C",
    severity=Severity.SHOULD,
    source="SEND Regulations 2014, regulation 12(1)(c) and (d): needs which relate to the child's"
    " special educational needs, or to a disability",
    suggestion="[Condition], which [how it goes with the special educational need or disability].",
    knows=lambda case: any(case.plan.section(letter).found for letter in "CD"),
    examples=[
        example(C="Epilepsy; seizures leave her tired."),
        example(C="«He has hay fever.»"),
        example(C="A nut allergy; because of his speech delay he cannot say when he reacts."),
    ],
    not_flagged="Any condition that may go with a special educational need, and one of which the"
    " plan says how it does. This is only ever asked.",
    by=By.MEANING,
)
def cd_related(case: Case) -> Iterator[Hit]:
    """Sections C and D hold what goes with the special educational needs; the rest is a note."""
    for said in case.statements("C", "D"):
        found = told(said.words.text)
        rest = len(said.words.text.split()) - len(found.get("apart", ()))
        if (
            rest <= _MOST
            and "apart" in found
            and "tied" not in found
            and not NONE.search(said.words.text)
        ):
            named = found["apart"][0].text
            yield Hit(
                said.words,
                said.item,
                Verdict.UNCLEAR,
                f"«{named}»: how does it go with the special educational needs? Please check.",
            )
