"""The numbers that a cover states: pupil and NHS number, and the authority's own references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.cover_labels import Asked, asked
from extractors.cover_lines import Statement, Zone
from extractors.dates import find_dates
from extractors.document import Document, Place, paragraphs
from extractors.plan import Passage
from extractors.pupil_numbers import is_nhs_number, is_upn, plain_reference

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


_WORD_OF_REFERENCE = re.compile(r"[^\W\d_]{1,6}|[\w/_.:#‐‑–-]*\d[\w/_.:#‐‑–-]*")
_ENDS = re.compile(r"\n|\t|\s{3,}|\s[|(–-]\s*(?=[^\W\d])")  # what follows is no part of it
_BETWEEN_TWO = re.compile(r"\s+(?:/|and|or|&)\s+|[;,]\s+")
_APART = re.compile(r"[(\[|]|[,;:–—](?=\s)")  # between a label and what stands before it
_MOST_WORDS = 4
_LINE_WORDS, _LABEL_WORDS = 25, 4
_SIGNS = range(3, 25)  # letters and figures of a reference
_FEWEST_FIGURES = 2
_TELEPHONE = re.compile(r"(?:44|0)\d{9,10}")
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:version|v ?\d+|page|section|year|appendix|part|row|tel|nhs|upn|uln|term)\b",
    re.IGNORECASE,
)


def references(said: list[Statement], document: Document) -> tuple[Passage, ...]:
    """The numbers by which the authority's own records know the child, each with its place."""
    found: dict[str, Passage] = {}
    for printed in _printed_references(said):
        place = _place(printed, document)
        if place is not None:
            found.setdefault(plain_reference(printed), Passage(printed, place))
    others = {upn(said), nhs_number(said)}
    return tuple(passage for sign, passage in found.items() if sign.upper() not in others)


def _printed_references(said: list[Statement]) -> Iterator[str]:
    for zone in _COVERS:
        for statement in said:
            if statement.zone is not zone:
                continue
            if statement.asked is Asked.REFERENCE:
                yield from filter(None, map(_reference, _BETWEEN_TWO.split(statement.value)))
            elif not statement.label:
                yield from _within(statement.value)


def _within(line: str) -> Iterator[str]:
    """The references in a line without a label of its own: «Sam Green | EHCP ref 2026/0417»."""
    words = line.split()
    if len(words) > _LINE_WORDS:
        return
    for at, word in enumerate(words):
        if any(c.isdigit() for c in word) and (printed := _reference(word)):
            label = _APART.split(" ".join(words[max(0, at - _LABEL_WORDS) : at]))[-1].split()
            before = (" ".join(label[start:]) for start in range(len(label)))
            said = (asked(one) for one in before if one)  # «Form ref» goes before «ref»
            if next(filter(None, said), None) is Asked.REFERENCE:
                yield printed


def _reference(value: str) -> str:
    """The reference that stands behind its label; nothing where what stands there can be none."""
    told = _ENDS.split(value.strip(), maxsplit=1)[0].strip(" .;,()[]#")
    words, sign = told.split(), plain_reference(told)
    if len(words) > _MOST_WORDS or not all(map(_WORD_OF_REFERENCE.fullmatch, words)):
        return ""
    if len(sign) not in _SIGNS or sum(c.isdigit() for c in sign) < _FEWEST_FIGURES:
        return ""
    if find_dates(told) or _TELEPHONE.fullmatch(sign) or is_upn(sign.upper()):
        return ""
    return "" if _OF_SOMETHING_ELSE.search(told) else told


def _place(printed: str, document: Document) -> Place | None:
    """Where words of the cover stand first."""
    lines = (*paragraphs(document.blocks), *document.margins)
    return next((p.place for p in lines if printed in p.text), None)


def _labelled(said: list[Statement], of: Asked, form: re.Pattern[str]) -> str | None:
    for zone in _ZONES:
        for statement in said:
            if statement.zone is zone and statement.asked is of:
                number = _GAPS.sub("", statement.value).upper()
                if form.fullmatch(number) and not find_dates(statement.value):
                    return number
    return None
