"""Which plans belong to which rows of the caseload list, and what is left over on either side.

By the unique pupil number, then the authority's own reference, then name with date of birth. Where
a row fits the plans of two children, or two rows fit one child's plan, neither is matched: that is
said, and left to a person.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath

from checks.caseload.children import Whose, whose_plans
from extractors.listed import Listed
from extractors.plan import Plan
from extractors.pupil_numbers import is_upn

_FEWEST_SIGNS = 4  # of a reference that is looked for in the name of a file
_NAMES = 2  # words of a name that must agree, a first and a last name at least
Key = tuple[object, ...]


class How(StrEnum):
    """By what a plan was found to belong to a row of the list."""

    UPN = "UPN"
    REFERENCE = "reference in the name of the file"
    NAME = "name and date of birth"


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A child of the list of whom no plan was found, and why."""

    listed: Listed
    why: str


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A plan that belongs to no row of the list, and why."""

    file: str
    why: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The list and the plans, put side by side."""

    listed: Mapping[str, Listed] = field(default_factory=dict)  # by file
    how: Mapping[str, How] = field(default_factory=dict)  # by file
    differs: Mapping[str, str] = field(default_factory=dict)  # by file: in what list and plan do
    no_plan: tuple[Unmatched, ...] = ()
    unlisted: tuple[Unlisted, ...] = ()


@dataclass(frozen=True, slots=True)
class _Child:
    """One child's plans."""

    at: int
    files: tuple[str, ...]
    plans: tuple[Plan, ...]


def match(children: Sequence[Listed], plans: Sequence[tuple[str, Plan]]) -> Listing:
    """The rows of the list and the plans that belong to them."""
    own = _children(plans, whose_plans(plans))
    fits: dict[int, list[tuple[int, How]]] = {}  # by row: the children that it fits
    doubts: dict[int, str] = {}  # by row
    steps: tuple[
        tuple[How, Callable[[Listed], Iterable[Key]], Callable[[_Child], Iterable[Key]]], ...
    ] = (
        (How.UPN, _upn_of_row, _upns),
        (How.REFERENCE, _reference_of_row, _references),
        (How.NAME, _names_of_row, _names),
    )
    for how, of_row, of_child in steps:
        index: dict[Key, list[int]] = {}
        for child in own:
            for key in dict.fromkeys(of_child(child)):
                index.setdefault(key, []).append(child.at)
        for at, row in enumerate(children):
            if at in fits or at in doubts:
                continue
            found = dict.fromkeys(n for key in of_row(row) for n in index.get(key, ()))
            likely = [n for n in found if _may_be(row, own[n], how)]
            if len(likely) == 1:
                fits[at] = [(likely[0], how)]
            elif likely:
                doubts[at] = f"The plans of {len(likely)} children fit by {how.value}."
            elif found:
                other = "has another UPN" if how is How.NAME else "is in another name"
                doubts[at] = f"A plan fits by {how.value}, but {other}."
    return _listing(children, own, fits, doubts)


def _listing(
    children: Sequence[Listed],
    own: Sequence[_Child],
    fits: Mapping[int, list[tuple[int, How]]],
    doubts: dict[int, str],
) -> Listing:
    rows_of: dict[int, list[int]] = {}
    for at, found in fits.items():
        for child, _ in found:
            rows_of.setdefault(child, []).append(at)
    listed: dict[str, Listed] = {}
    how: dict[str, How] = {}
    differs: dict[str, str] = {}
    unlisted: list[Unlisted] = []
    for one in own:
        rows = rows_of.get(one.at, [])
        if len(rows) == 1:
            row, by = children[rows[0]], fits[rows[0]][0][1]
            for file, plan in zip(one.files, one.plans, strict=True):
                listed[file], how[file] = row, by
                if said := _differences(row, plan):
                    differs[file] = said
        else:
            numbers = ", ".join(str(children[at].row) for at in sorted(rows))
            why = (
                f"Rows {numbers} of the list all fit it." if rows else "No row of the list fits it."
            )
            unlisted += [Unlisted(file, why) for file in one.files]
            for at in rows:
                doubts[at] = f"Its plan fits rows {numbers} of the list alike."
    matched = {id(row) for row in listed.values()}  # rows of two sheets may have one number
    no_plan = [
        Unmatched(row, doubts.get(at, "No plan was found."))
        for at, row in enumerate(children)
        if id(row) not in matched
    ]
    return Listing(
        listed, how, differs, tuple(no_plan), tuple(sorted(unlisted, key=lambda u: u.file))
    )


def _children(plans: Sequence[tuple[str, Plan]], whose: Mapping[str, Whose]) -> list[_Child]:
    of: dict[str, list[tuple[str, Plan]]] = {}
    for file, plan in plans:
        of.setdefault(whose[file].child, []).append((file, plan))
    return [
        _Child(at, tuple(f for f, _ in those), tuple(p for _, p in those))
        for at, those in enumerate(of.values())
    ]


def _upn_of_row(row: Listed) -> Iterator[Key]:
    if is_upn(row.upn):
        yield (row.upn,)


def _upns(child: _Child) -> Iterator[Key]:
    yield from ((p.child.upn,) for p in child.plans if p.child.upn and p.child.upn_valid)


def _reference_of_row(row: Listed) -> Iterator[Key]:
    plain = _sign(row.reference)
    if len(plain) >= _FEWEST_SIGNS and any(c.isdigit() for c in plain):
        yield (plain,)


def _references(child: _Child) -> Iterator[Key]:
    """What may be a reference in the names of a child's files: whole words that hold figures."""
    for file in child.files:
        stem = PurePosixPath(file).stem
        for word in re.split(r"[\s_(),;]+", stem):
            parts = [word, *re.split(r"[-.]+", word)]
            yield from ((_sign(p),) for p in parts if any(c.isdigit() for c in p))


def _sign(text: str) -> str:
    """A reference without what people put between its signs, its leading noughts kept."""
    return re.sub(r"[\W_]+", "", text.casefold())


def name_words(name: str | None) -> tuple[str, ...]:
    """The words of a name in small letters, without accents and apostrophes."""
    bare = unicodedata.normalize("NFKD", name or "").casefold()
    bare = "".join(c for c in bare if not unicodedata.combining(c) and c not in "'’‘`")
    return tuple(re.findall(r"[^\W\d_]+", bare))


def _names_of_row(row: Listed) -> Iterator[Key]:
    if row.born:
        yield from ((word, row.born) for word in name_words(row.name))


def _names(child: _Child) -> Iterator[Key]:
    for plan in child.plans:
        if plan.child.date_of_birth:
            words = name_words(f"{plan.child.name or ''} {plan.child.known_as or ''}")
            yield from ((word, plan.child.date_of_birth) for word in words)


def _may_be(row: Listed, child: _Child, how: How) -> bool:
    """Whether a row that shares a number or a day with a child's plans can be that child."""
    own = set(name_words(row.name))
    theirs = [
        set(name_words(f"{p.child.name or ''} {p.child.known_as or ''}"))
        for p in child.plans
        if p.child.name
    ]
    if how is How.NAME:
        numbers = {p.child.upn for p in child.plans if p.child.upn and p.child.upn_valid}
        if is_upn(row.upn) and numbers and row.upn not in numbers:
            return False
        return any(len(own & names) >= _NAMES for names in theirs)
    if not own or not theirs:
        return True
    born = {p.child.date_of_birth for p in child.plans if p.child.date_of_birth}
    same_day = row.born is None or not born or row.born in born
    shared = max(len(own & names) for names in theirs)
    if how is How.UPN:
        return shared > 0 or (same_day and row.born is not None and bool(born))
    return shared > 0 and same_day


def _differences(row: Listed, plan: Plan) -> str:
    """In what a row and a plan of the same child differ, without the words of either."""
    parts = []
    if row.born and plan.child.date_of_birth and row.born != plan.child.date_of_birth:
        parts.append("date of birth")
    if row.upn and plan.child.upn and row.upn != plan.child.upn.upper():
        parts.append("UPN")
    own, theirs = set(name_words(row.name)), set(name_words(plan.child.name))
    known = theirs | set(name_words(plan.child.known_as))
    if own and theirs and len(own & known) < min(_NAMES, len(own)):
        parts.append("name")
    return ", ".join(parts)
