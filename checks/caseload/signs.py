"""The signs by which a row of the caseload list and a child's plans are told to belong together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from extractors.listed import Listed
from extractors.plan import Plan
from extractors.pupil_numbers import is_temporary, is_upn, plain_reference

_FEWEST_SIGNS = 4  # of a reference that is looked for in the name of a file
NAMES = 2  # words of a name that must agree, a first and a last name at least
Key = tuple[object, ...]


class How(StrEnum):
    """By what a plan was found to belong to a row of the list."""

    UPN = "UPN"
    REFERENCE = "reference printed in the plan"
    FILE_NAME = "reference in the name of the file"
    NAME = "name and date of birth"


@dataclass(frozen=True, slots=True)
class OneChild:
    """One child's plans."""

    at: int
    files: tuple[str, ...]
    plans: tuple[Plan, ...]


def _upn_of_row(row: Listed) -> Iterator[Key]:
    if is_upn(row.upn):
        yield (row.upn,)


def _upns(child: OneChild) -> Iterator[Key]:
    yield from ((p.child.upn,) for p in child.plans if p.child.upn and p.child.upn_valid)


def _reference_of_row(row: Listed) -> Iterator[Key]:
    if plain := plain_reference(row.reference):
        yield (plain,)


def _printed(child: OneChild) -> Iterator[Key]:
    """The references that a child's plans print with a label."""
    yield from ((plain_reference(r.text),) for p in child.plans for r in p.child.references)


def _name_of_file_of_row(row: Listed) -> Iterator[Key]:
    yield from (
        key
        for key in _reference_of_row(row)
        if len(str(key[0])) >= _FEWEST_SIGNS and any(c.isdigit() for c in str(key[0]))
    )


def _in_names_of_files(child: OneChild) -> Iterator[Key]:
    """What may be a reference in the names of a child's files: whole words that hold figures."""
    for file in child.files:
        stem = PurePosixPath(file).stem
        for word in re.split(r"[\s_(),;]+", stem):
            parts = [word, *re.split(r"[-.]+", word)]
            yield from ((plain_reference(p),) for p in parts if any(c.isdigit() for c in p))


def name_words(name: str | None) -> tuple[str, ...]:
    """The words of a name in small letters, without accents and apostrophes."""
    bare = unicodedata.normalize("NFKD", name or "").casefold()
    bare = "".join(c for c in bare if not unicodedata.combining(c) and c not in "'’‘`")
    return tuple(re.findall(r"[^\W\d_]+", bare))


def _names_of_row(row: Listed) -> Iterator[Key]:
    if row.born:
        yield from ((word, row.born) for word in name_words(row.name))


def _names(child: OneChild) -> Iterator[Key]:
    for plan in child.plans:
        if plan.child.date_of_birth:
            yield from ((word, plan.child.date_of_birth) for word in _called(plan))


def all_names(child: OneChild) -> frozenset[str]:
    """The words of all names that a child's plans give."""
    return frozenset(word for plan in child.plans for word in _called(plan))


def _called(plan: Plan) -> tuple[str, ...]:
    """The words of what a plan calls its child."""
    return name_words(f"{plan.child.name or ''} {plan.child.known_as or ''}")


def may_be(row: Listed, child: OneChild, how: How) -> bool:
    """Whether a row that shares a number or a day with a child's plans can be that child."""
    own = set(name_words(row.name))
    theirs = [set(_called(p)) for p in child.plans if p.child.name]
    if how is How.NAME:
        numbers = {p.child.upn for p in child.plans if p.child.upn and p.child.upn_valid}
        lasting = {upn for upn in numbers if not is_temporary(upn)}  # others give way
        told = is_upn(row.upn) and not is_temporary(row.upn)
        if told and lasting and row.upn not in lasting:
            return False
        return any(len(own & names) >= NAMES for names in theirs)
    if not own or not theirs:
        return True
    born = {p.child.date_of_birth for p in child.plans if p.child.date_of_birth}
    same_day = row.born is None or not born or row.born in born
    shared = max(len(own & names) for names in theirs)
    if how is How.UPN:
        return shared > 0 or (same_day and row.born is not None and bool(born))
    return shared > 0 and same_day


# How rows and plans are matched, the surest first.
STEPS: tuple[
    tuple[How, Callable[[Listed], Iterable[Key]], Callable[[OneChild], Iterable[Key]]], ...
] = (
    (How.UPN, _upn_of_row, _upns),
    (How.REFERENCE, _reference_of_row, _printed),
    (How.FILE_NAME, _name_of_file_of_row, _in_names_of_files),
    (How.NAME, _names_of_row, _names),
)
