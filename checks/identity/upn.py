"""id-upn."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example


@check(
    "id-upn",
    "The pupil's numbers are numbers that can exist",
    section="",
    severity=Severity.GOOD,
    source="DfE, Unique pupil numbers: a guide for schools and local authorities; NHS Data Model"
    " and Dictionary, NHS number",
    suggestion="The number as the case system or the school's records hold it.",
    applies=lambda case: bool(case.plan.child.upn or case.plan.child.nhs_number),
    examples=[
        example(upn="M993484416630"),
        example(upn="L801200002001", fails=True, note="the letter does not agree with the digits"),
        example(nhs_number="9434765919"),
        example(nhs_number="9434765918", fails=True),
        example(upn="M99348441663", fails=True, note="a digit is missing"),
    ],
    not_flagged="A number that is not printed; a temporary pupil number, which ends in a letter.",
    by=By.FORM,
)
def id_upn(case: Case) -> Iterator[Hit]:
    """A number with a slip in it ties the plan to nobody, or to another child."""
    child = case.plan.child
    if child.upn and not child.upn_valid:
        yield Hit(
            reason="The pupil number on the cover can belong to nobody: its letter does not agree"
            " with its digits, or a character is missing or too many."
        )
    if child.nhs_number and not child.nhs_number_valid:
        yield Hit(
            reason="The NHS number on the cover can belong to nobody: its last digit does not"
            " agree with the others, or a digit is missing or too many."
        )
