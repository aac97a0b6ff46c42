"""The pupil and NHS numbers that a cover states."""

from __future__ import annotations

import re

from extractors.cover_labels import Asked
from extractors.cover_lines import Statement, Zone
from extractors.dates import find_dates
from extractors.pupil_numbers import is_nhs_number, is_upn

_COVERS = (Zone.COVER, Zone.FRONT, Zone.MARGIN)
_ZONES = (*_COVERS, Zone.OTHER_PAPER, Zone.SECTIONS)
_GAPS = re.compile(r"[\s.‐‑–-]+")
# What may have been meant as a number, though a figure too many or too few was typed.
_AS_UPN = re.compile(r"[A-Z]?\d{9,13}[A-Z]?")
_AS_NHS = re.compile(r"\d{9,11}")
_UPN = re.compile(r"\b[A-Z]\d{11}[\dA-Z]\b")
_NHS = re.compile(
    r"\bNHS\b(?:\s*(?:number|no|n°|#)?)[\s.:#]*(\d{3}[\s-]?\d{3}[\s-]?\d{4})\b", re.IGNORECASE
)


def upn(said: list[Statement]) -> str | None:
    """The unique pupil number: as its label gives it, or anywhere on the cover if it can be one."""
    if labelled := _labelled(said, Asked.UPN, _AS_UPN):
        return labelled
    found = (n for s in said if s.zone in _COVERS for n in _UPN.findall(f"{s.label} {s.value}"))
    return next((number for number in found if is_upn(number)), None)


def nhs_number(said: list[Statement]) -> str | None:
    """The NHS number: as its label gives it, or behind those letters if it can be one."""
    if labelled := _labelled(said, Asked.NHS_NUMBER, _AS_NHS):
        return labelled
    found = (n for s in said if s.zone in _COVERS for n in _NHS.findall(f"{s.label} {s.value}"))
    return next((bare for n in found if is_nhs_number(bare := _GAPS.sub("", n))), None)


def _labelled(said: list[Statement], asked: Asked, form: re.Pattern[str]) -> str | None:
    for zone in _ZONES:
        for statement in said:
            if statement.zone is zone and statement.asked is asked:
                number = _GAPS.sub("", statement.value).upper()
                if form.fullmatch(number) and not find_dates(statement.value):
                    return number
    return None
