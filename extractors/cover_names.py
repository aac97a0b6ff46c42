"""Whose name a cover states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.cover_labels import DATES, Asked, plain
from extractors.cover_lines import Statement, Zone
from extractors.cover_people import of_others
from extractors.dates import find_dates
from extractors.names import as_called, as_name, is_fuller, is_initials

_TITLE_ZONES = (Zone.COVER, Zone.FRONT, Zone.MARGIN)
_OF_CHILD = re.compile(r"\b(?:child|young person|pupil|student|learner|my)\b")
_SURNAME_FIRST = re.compile(
    r"\b(?:surname|family name|last name)\b.*\b(?:first|fore|given|other)", re.IGNORECASE
)
# What parts a name from the rest of a title or a running head.
_AROUND = re.compile(
    r"\s*(?:\||\t|\n|\s[–—-]\s|[:;]|\bpages?\b.*|\bD\.?O\.?B\b\.?|\bdate of birth\b|\bborn\b|"
    r"\bUPN\b|\bNHS\b(?: n\w+\.?)?|[A-Z]?\d[\w/.]*|\bthis is\b|\b(?:re|regarding)\b(?=:)|"
    r"\b(?:education,? health,? (?:and|&) (?:social )?care|EHC)\s*(?:\(EHC\))?\s*plan\b|\bEHCP\b|"
    r"\bOFFICIAL\b|\bSENSITIVE\b|\b(?:my )?name is\b|\bplan\b|\bfor\b|\bof\b|\bname\b|"
    r"\bworking document\b|[(\[][^)\]]*[)\]])\s*",
    re.IGNORECASE,
)
_OF_PLAN = re.compile(
    r"\b(?:education,? health|ehc|ehcp|plan|d\.?o\.?b|date of birth|born|upn|nhs|re:|regarding)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:re|regarding|subject|concerning)\s*:", re.IGNORECASE)
_ADULT = re.compile(r"\s*(?:mr|mrs|ms|dr|prof\w*)\b", re.IGNORECASE)
_BY_ADULT = re.compile(
    r"\b(?:by|co-?ordinator|officer|worker|manager|head ?teacher|se(?:n|nd)co|teacher|psychologist|"
    r"therapist|writer|author|director|consultant)\b",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s[–—-]\s")
_NOBODY = re.compile(
    r"\b(?:house|street|road|avenue|centre|floor|building|trust|together|working|better|every|"
    r"aiming|achieving|inclusion|futures?|families|learning|lives)\b",
    re.IGNORECASE,
)
_DETAILS = frozenset({Asked.DATE_OF_BIRTH, Asked.UPN, Asked.NHS_NUMBER, Asked.YEAR_GROUP})
_POSSESSIVE = re.compile(r"(?<=\w)['’][sS]?$")
_LINE_WORDS = 16
_SHORT_FORM = 3  # letters
_WHOLE_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NAME_BEFORE = re.compile(r"(?:(?:M(?:r|rs|s|iss)|Dr|Prof)\.?|\b[A-ZÀ-Þ][\w’'-]*) $")
_LONGEST_NAME = 20  # letters
_NEAR = 3  # statements
# «Hello, my name is Amira and I am eight.»
_MY_NAME = re.compile(
    r"(?:hi|hello)?\W*(?:my (?:full )?name(?:['’]s| is)|i am called|i[’']m called|call me)\s+"
    r"(?P<name>.+?)(?=[.!?,;]?\s+(?:and|but|i|i[’']m)\b|[.!;]|$)",
    re.IGNORECASE,
)
Named = tuple[str, str | None]


def child_name(said: list[Statement], prose: str) -> tuple[str | None, str | None]:
    """The child's name in full, and the name that the child goes by.

    A line without a label may be a slogan or an address as well as a name. A child's name is used
    in the plan's prose, or stands beside words that tell that the plan is the child's.
    """
    called = _called(said)
    found: list[str] = []
    for zone in (Zone.COVER, Zone.FRONT, Zone.MARGIN):
        for name, stated in _labelled([s for s in said if s.zone is zone], zone, prose):
            called = called or stated
            found += [name] if name else []
    for name, stated in _in_titles(said, prose, called):
        called = called or stated
        found.append(name)
    for zone in (Zone.OTHER_PAPER, Zone.SECTIONS):
        names = _labelled([s for s in said if s.zone is zone], zone, prose)
        found += [name for name, _ in names if name]
    if not found:
        return None, called
    whole = _whole(found)
    if is_initials(whole) and not called:
        alone = (name for name in found if " " not in name and not is_initials(name))
        called = next((name for name in alone if name[0] == whole[0]), None)
    return whole, called


def _whole(found: list[str]) -> str:
    """The first name, or the whole one of which it is only the initials or a part."""
    first = found[0]
    partial = " " not in first or is_initials(first) or len(first.split()[0].strip(".")) == 1
    if not partial:
        return first
    whole = (name for name in found if " " in name and not is_initials(name))
    return next((name for name in whole if is_fuller(name, first)), first)


def _called(said: list[Statement]) -> str | None:
    values = (as_called(s.value) for s in said if s.asked is Asked.KNOWN_AS)
    return next((value for value in values if value), None)


def _labelled(
    said: list[Statement], zone: Zone, prose: str
) -> Iterator[tuple[str | None, str | None]]:
    """The names that a part of the document states with a label."""
    last, given, middle = (
        _value(said, asked) for asked in (Asked.SURNAME, Asked.FORENAMES, Asked.MIDDLE_NAMES)
    )
    if last and given:
        both = " ".join(dict.fromkeys(f"{given} {middle}".split()))
        yield as_name(f"{last}, {both}", stated=True)
    for statement in said:
        if not statement.label and (mine := _MY_NAME.match(statement.value)):
            yield as_name(mine["name"], stated=True)
        if statement.asked is not Asked.NAME:
            continue
        if zone is Zone.SECTIONS and not _OF_CHILD.search(plain(statement.label)):
            continue
        name, called = _stated(statement, prose)
        if name and last and " " not in name and not given:
            name = f"{name} {as_name(last, stated=True)[0] or last}"
        yield name, called


def _stated(statement: Statement, prose: str) -> tuple[str | None, str | None]:
    """The name in a label's value; the first line of it where the whole is none."""
    first = bool(_SURNAME_FIRST.search(statement.label))
    for text in (statement.value, statement.value.partition("\n")[0]):
        name, called = as_name(text, stated=True, surname_first=first)
        if name:
            return (name if first else _as_used(name, text, prose)), called
    return None, called


def _as_used(name: str, printed: str, prose: str) -> str:
    """Two names in the order in which the plan's prose uses them: «Smith Amira» is Amira."""
    words = name.split()
    if len(words) != 2 or "," in printed or is_initials(name):  # noqa: PLR2004 -- first and last
        return name
    first, last = (_uses(word, prose) for word in words)
    return f"{words[1]} {words[0]}" if last > 1 and not first else name


def _uses(word: str, prose: str) -> int:
    """How often a text speaks of somebody by that name alone: not «Mr Smith», not «Jo Smith».

    A short form counts too: Dom for Dominic.
    """
    count = 0
    at = prose.find(word[:_SHORT_FORM])
    while at >= 0:
        said = _WHOLE_WORD.match(prose, at)
        whole = said is not None and word.startswith(said[0]) and not prose[at - 1 : at].isalnum()
        if whole and not _NAME_BEFORE.search(prose, max(0, at - _LONGEST_NAME), at):
            count += 1
        at = prose.find(word[:_SHORT_FORM], at + 1)
    return count


def _value(said: list[Statement], asked: Asked) -> str:
    """The value of a label as printed, where it may be part of a name."""
    values = (" ".join(s.value.split()).strip(" ,;:") for s in said if s.asked is asked)
    return next((v for v in values if v and as_name(f"{v}, Xy", stated=True)[0]), "")


def _in_titles(said: list[Statement], prose: str, known_as: str | None) -> list[Named]:
    """The names in titles, running heads and the subject of a letter, the surest first."""
    sure, likely = [], []
    for at, statement in enumerate(said):
        line = _line(statement)
        if statement.zone not in _TITLE_ZONES and not _ABOUT.match(line):
            continue
        details = any(s.asked in _DETAILS for s in said[at + 1 : at + 1 + _NEAR])
        of_plan = bool(_OF_PLAN.search(line) or find_dates(line) or details)
        for name, called in _in_line(line):
            of_called = known_as is not None and known_as.casefold() in name.casefold()
            if of_called or _uses(name.split()[0], prose):
                sure.append((name, called))
            elif of_plan and not _NOBODY.search(name):
                likely.append((name, called))
    return sure or likely


def _line(statement: Statement) -> str:
    """The words of a line without a label; of «Draft – Sam Green», the dash marks no label."""
    if not statement.label:
        return statement.value
    if statement.asked in DATES and (
        _DASH.search(statement.label) or not find_dates(statement.value)
    ):
        return f"{statement.label} – {statement.value}"
    return ""


def _in_line(line: str) -> Iterator[Named]:
    """The names in a title or running head: «EHC Plan for Sam Green, born 01/02/2012»."""
    if len(line.split()) > _LINE_WORDS or line.endswith((".", "?")):
        return
    if _BY_ADULT.search(line) or of_others(line):
        return
    for piece in _AROUND.split(line):
        text = _POSSESSIVE.sub("", piece.strip(" ,"))
        if _ADULT.match(text):
            continue
        for part in (*text.split(","), *([text] if text.count(",") == 1 else [])):
            name, called = as_name(_POSSESSIVE.sub("", part.strip()))
            if name and " " in name:
                yield name, called
