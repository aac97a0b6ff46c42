"""Whose name a cover states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.cover_labels import Asked, plain
from extractors.cover_lines import Statement, Zone
from extractors.names import as_called, as_name, fits_initials, is_initials

_TITLE_ZONES = (Zone.COVER, Zone.FRONT, Zone.MARGIN)
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


def child_name(said: list[Statement], prose: str) -> tuple[str | None, str | None]:
    """The child's name in full, and the name that the child goes by.

    A line without a label may be a slogan as well as a name; a child's name is used in the
    plan's prose.
    """
    found: list[str] = []
    called = _called(said)
    for zone in (Zone.COVER, Zone.FRONT, Zone.MARGIN):
        for name, stated in _labelled([s for s in said if s.zone is zone], zone):
            called = called or stated
            found += [name] if name else []
    lines = [(n, c) for s in said if s.zone in _TITLE_ZONES for n, c in _in_line(s)]
    used = [(n, c) for n, c in lines if re.search(rf"\b{re.escape(n.split()[0])}\b", prose)]
    for name, stated in used or lines:
        called = called or stated
        found.append(name)
    for zone in (Zone.OTHER_PAPER, Zone.SECTIONS):
        names = (name for name, _ in _labelled([s for s in said if s.zone is zone], zone))
        found += [name for name in names if name]
    return (_whole(found), called) if found else (None, called)


def _whole(found: list[str]) -> str:
    """The first name, or the whole one of which it is only the initials or a part."""
    first = found[0]
    whole = [name for name in found if " " in name and not is_initials(name)]
    if is_initials(first):
        return next((name for name in whole if fits_initials(name, first)), first)
    if " " not in first:
        return next((name for name in whole if first.lower() in name.lower().split()), first)
    return first


def _called(said: list[Statement]) -> str | None:
    values = (as_called(s.value) for s in said if s.asked is Asked.KNOWN_AS)
    return next((value for value in values if value), None)


def _labelled(said: list[Statement], zone: Zone) -> Iterator[tuple[str | None, str | None]]:
    """The names that a part of the document states with a label."""
    last = _value(said, Asked.SURNAME)
    given = _value(said, Asked.FORENAMES)
    if last and given:
        yield f"{given} {last}", None
    for statement in said:
        if statement.asked is not Asked.NAME:
            continue
        if zone is Zone.SECTIONS and not _OF_CHILD.search(plain(statement.label)):
            continue
        name, called = as_name(statement.value)
        if name is None:
            name, called = as_name(statement.value.partition("\n")[0])
        if name and last and " " not in name and not given:
            name = f"{name} {last}"
        yield name, called


def _value(said: list[Statement], asked: Asked) -> str | None:
    values = (as_name(s.value)[0] for s in said if s.asked is asked)
    return next((value for value in values if value), None)


def _in_line(statement: Statement) -> Iterator[tuple[str, str | None]]:
    """The names in a title or running head: «EHC Plan for Sam Green, born 01/02/2012»."""
    line = statement.value
    if statement.label or len(line.split()) > _LINE_WORDS or line.endswith((".", "?")):
        return
    for piece in _AROUND.split(line):
        name, called = as_name(_POSSESSIVE.sub("", piece.strip()))
        if name and " " in name:
            yield name, called
