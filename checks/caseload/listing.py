"""Which plans belong to which rows of the caseload list, and what is left over on either side.

By the unique pupil number, then the authority's own reference as the plan prints it, then the same
in the name of the file, then name with date of birth. Where a row fits the plans of two children,
or two rows fit one child's plan, neither is matched: that is said, and left to a person.
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
from extractors.pupil_numbers import is_temporary, is_upn, plain_reference

_FEWEST_SIGNS = 4  # of a reference that is looked for in the name of a file
_NAMES = 2  # words of a name that must agree, a first and a last name at least
Key = tuple[object, ...]


class How(StrEnum):
    """By what a plan was found to belong to a row of the list."""

    UPN = "UPN"
    REFERENCE = "reference printed in the plan"
    FILE_NAME = "reference in the name of the file"
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
    matches = _Matches(children)
    for how, of_row, of_child in _STEPS:
        index: dict[Key, list[int]] = {}
        for child in own:
            for key in dict.fromkeys(of_child(child)):
                index.setdefault(key, []).append(child.at)
        fitting: dict[int, list[int]] = {}  # by child: the rows that fit it
        for at in matches.open_rows:
            found = dict.fromkeys(n for key in of_row(children[at]) for n in index.get(key, ()))
            likely = [n for n in found if _may_be(children[at], own[n], how)]
            if len(likely) == 1:
                fitting.setdefault(likely[0], []).append(at)
            elif likely:
                matches.why[at] = f"The plans of {len(likely)} children fit by {how.value}."
            elif found:
                other = (
                    "has another UPN" if how is How.NAME else "is of another name or date of birth"
                )
                matches.why[at] = f"A plan fits by {how.value}, but {other}."
        for child_at, rows in fitting.items():
            matches.settle(child_at, rows, how)
    return _listing(children, own, matches)


class _Matches:
    """What is settled so far: the rows of each child, and why a row has no plan.

    What a surer sign has settled no weaker one disputes: a plan with a row's UPN is not shared
    with a row of the same name.
    """

    def __init__(self, children: Sequence[Listed]) -> None:
        self._children = children
        self._sheets = len({row.sheet for row in children}) > 1
        self.rows: dict[int, list[int]] = {}  # by child: one, or several of which none is the one
        self.how: dict[int, How] = {}  # by child
        self.why: dict[int, str] = {}  # by row: why it has no plan

    @property
    def open_rows(self) -> list[int]:
        """The rows of which nothing is settled."""
        taken = {at for rows in self.rows.values() for at in rows}
        return [at for at in range(len(self._children)) if at not in taken and at not in self.why]

    def settle(self, child: int, rows: list[int], how: How) -> None:
        """The rows that fit a child by one sign: one is the child's, several are in doubt."""
        before = self.rows.get(child)
        if before is not None:
            told = f"Its plan fits {self.named(before)} of the list by {self.how[child].value}."
            self.why.update(dict.fromkeys(rows, told))
            return
        self.rows[child], self.how[child] = rows, how
        if len(rows) > 1:
            told = f"Its plan fits {self.named(rows)} of the list alike, by {how.value}."
            self.why.update(dict.fromkeys(rows, told))

    def named(self, rows: Iterable[int]) -> str:
        """The rows in words: «row 3», «rows 3 and 7», «row 3 of «North» and row 3 of «South»»."""
        those = [self._children[at] for at in sorted(rows)]
        if self._sheets:
            return " and ".join(f"row {row.row} of «{row.sheet}»" for row in those)
        numbers = " and ".join(str(row.row) for row in those)
        return f"row{'s' if len(those) > 1 else ''} {numbers}"


def _listing(children: Sequence[Listed], own: Sequence[_Child], matches: _Matches) -> Listing:
    listed: dict[str, Listed] = {}
    how: dict[str, How] = {}
    differs: dict[str, str] = {}
    unlisted: list[Unlisted] = []
    for one in own:
        rows = matches.rows.get(one.at, [])
        if len(rows) != 1:
            why = "No row of the list fits it."
            if rows:
                named = matches.named(rows)
                why = f"{named[:1].upper()}{named[1:]} of the list fit it alike."
            unlisted += [Unlisted(file, why) for file in one.files]
            continue
        row = children[rows[0]]
        for file, plan in zip(one.files, one.plans, strict=True):
            listed[file], how[file] = row, matches.how[one.at]
            if said := _differences(row, plan):
                differs[file] = said
    matched = {id(row) for row in listed.values()}  # rows of two sheets may have one number
    no_plan = tuple(
        Unmatched(row, matches.why.get(at, "No plan was found."))
        for at, row in enumerate(children)
        if id(row) not in matched
    )
    unlisted.sort(key=lambda one: one.file)
    return Listing(listed, how, differs, no_plan, tuple(unlisted))


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
    if plain := plain_reference(row.reference):
        yield (plain,)


def _printed(child: _Child) -> Iterator[Key]:
    """The references that a child's plans print with a label."""
    yield from ((plain_reference(r.text),) for p in child.plans for r in p.child.references)


def _name_of_file_of_row(row: Listed) -> Iterator[Key]:
    yield from (
        key
        for key in _reference_of_row(row)
        if len(str(key[0])) >= _FEWEST_SIGNS and any(c.isdigit() for c in str(key[0]))
    )


def _in_names_of_files(child: _Child) -> Iterator[Key]:
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
        lasting = {upn for upn in numbers if not is_temporary(upn)}  # others give way
        told = is_upn(row.upn) and not is_temporary(row.upn)
        if told and lasting and row.upn not in lasting:
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


# How rows and plans are matched, the surest first.
_STEPS: tuple[
    tuple[How, Callable[[Listed], Iterable[Key]], Callable[[_Child], Iterable[Key]]], ...
] = (
    (How.UPN, _upn_of_row, _upns),
    (How.REFERENCE, _reference_of_row, _printed),
    (How.FILE_NAME, _name_of_file_of_row, _in_names_of_files),
    (How.NAME, _names_of_row, _names),
)


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
