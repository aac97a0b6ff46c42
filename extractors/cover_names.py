"""Whose name a cover states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.cover_labels import Asked, plain
from extractors.cover_statements import Statement, Zone
from extractors.names import as_called, as_name, fits_initials, is_initials

_ZONES = (Zone.COVER, Zone.FRONT, Zone.MARGIN, Zone.OTHER_PAPER, Zone.SECTIONS)
_OF_CHILD = re.compile(r"\b(?:child|young person|pupil|student|learner|my)\b")
# What parts a name from the rest of a title or a running head.
_AROUND = re.compile(
    r"\s*(?:\||\t|\n|\s[–—-]\s|[:;,]|\bpages?\b.*|\bD\.?O\.?B\b\.?|\bdate of birth\b|\bborn\b|"
    r"\bUPN\b|\bNHS\b(?: n\w+\.?)?|[A-Z]?\d[\w/.]*|"
    r"\b(?:education,? health,? (?:and|&) (?:social )?care|EHC)\s*(?:\(EHC\))?\s*plan\b|\bEHCP\b|"
    r"\bOFFICIAL\b|\bSENSITIVE\b|\b(?:my )?name is\b|\bplan\b|\bfor\b|\bof\b|\bname\b|"
    r"\bworking document\b|[(\[][^)\]]*[)\]])\s*",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?<=\w)['’]s?$")
_LINE_WORDS = 16


def child_name(said: list[Statement]) -> tuple[str | None, str | None]:
    """The child's name in full, and the name that the child goes by."""
    called = _called(said)
    found: list[str] = []
    for zone in _ZONES:
        there = [s for s in said if s.zone is zone]
        for name, stated in _candidates(there, zone):
            called = called or stated
            if name and name not in found:
                found.append(name)
    whole = [name for name in found if " " in name and not is_initials(name)]
    if not found:
        return None, called
    first = found[0]
    if is_initials(first):
        return next((name for name in whole if fits_initials(name, first)), first), called
    if " " not in first:  # one name only: the whole one may stand elsewhere
        return next((n for n in whole if first.lower() in n.lower().split()), first), called
    return first, called


def _called(said: list[Statement]) -> str | None:
    values = (as_called(s.value) for s in said if s.asked is Asked.KNOWN_AS)
    return next((value for value in values if value), None)


def _candidates(said: list[Statement], zone: Zone) -> Iterator[tuple[str | None, str | None]]:
    """The names that a part of the document states, the surest first."""
    last = _value(said, Asked.SURNAME)
    given = _value(said, Asked.FORENAMES)
    if last and given:
        yield f"{given} {last}", None
    for statement in said:
        if statement.asked is not Asked.NAME:
            continue
        if zone is Zone.SECTIONS and not _OF_CHILD.search(plain(statement.label)):
            continue
        name, stated = as_name(statement.value.split("\n")[0])
        if name and last and " " not in name and not given:
            name = f"{name} {last}"
        yield name, stated
    if zone not in {Zone.SECTIONS, Zone.OTHER_PAPER}:
        yield from _in_lines(said)


def _value(said: list[Statement], asked: Asked) -> str | None:
    values = (as_name(s.value)[0] for s in said if s.asked is asked)
    return next((value for value in values if value), None)


def _in_lines(said: list[Statement]) -> Iterator[tuple[str | None, str | None]]:
    """Names in titles and running heads: «EHC Plan for Sam Green, born 01/02/2012»."""
    for statement in said:
        line = statement.value
        if statement.label or len(line.split()) > _LINE_WORDS or line.endswith((".", "?")):
            continue
        for piece in _AROUND.split(line):
            name, called = as_name(_POSSESSIVE.sub("", piece.strip()))
            if name and " " in name:
                yield name, called
