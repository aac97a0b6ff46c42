"""Which plans belong to which rows of the caseload list, and what is left over on either side.

By the unique pupil number, then the authority's own reference as the plan prints it, then the same
in the name of the file, then name with date of birth. Where a row fits the plans of two children,
or two rows fit one child's plan, neither is matched: that is said, and left to a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checks.caseload.children import Whose, whose_plans
from checks.caseload.same_name import same_name
from checks.caseload.signs import NAMES, STEPS, How, Key, OneChild, all_names, may_be, name_words
from extractors.listed import Listed
from extractors.plan import Plan


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


def match(children: Sequence[Listed], plans: Sequence[tuple[str, Plan]]) -> Listing:
    """The rows of the list and the plans that belong to them."""
    own = _children(plans, whose_plans(plans))
    matches = _Matches(children)
    for how, of_row, of_child in STEPS:
        index: dict[Key, list[int]] = {}
        for child in own:
            for key in dict.fromkeys(of_child(child)):
                index.setdefault(key, []).append(child.at)
        fitting: dict[int, list[int]] = {}  # by child: the rows that fit it
        for at in matches.open_rows:
            found = dict.fromkeys(n for key in of_row(children[at]) for n in index.get(key, ()))
            likely = [n for n in found if may_be(children[at], own[n], how)]
            if len(likely) == 1:
                fitting.setdefault(likely[0], []).append(at)
            elif likely:
                matches.why[at] = f"The plans of {len(likely)} children fit by {how.value}."
            elif found:
                matches.refuse(at, own[next(iter(found))], how)
        for child_at, rows in fitting.items():
            matches.settle(child_at, rows, how)
    matches.hint(own)
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
        self.perhaps: dict[int, str] = {}  # by child: what speaks for a row, and what against it

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

    def refuse(self, row: int, child: OneChild, how: How) -> None:
        """A row and a child that one sign puts together, and what else is known keeps apart."""
        name = how is How.NAME
        other = "the UPNs differ" if name else "the name or the date of birth is another"
        self.why[row] = f"«{child.files[0]}» fits by {how.value}, but {other}."
        told = f"{self.named([row])} of the list fits by {how.value}, but {other}."
        self.perhaps.setdefault(child.at, f"{told[:1].upper()}{told[1:]}")

    def hint(self, own: Sequence[OneChild]) -> None:
        """Says of what is left over on both sides where it has one name."""
        left = {child.at: all_names(child) for child in own if child.at not in self.rows}
        of_row = {at: frozenset(name_words(self._children[at].name)) for at in self.open_rows}
        for at, child in same_name(of_row, left).items():
            file, why = own[child].files[0], _undecided(self._children[at], own[child])
            self.why[at] = f"No plan was found, but «{file}» is of that name: {why}."
            told = f"No row of the list fits it, but {self.named([at])} has its name: {why}."
            self.perhaps.setdefault(child, told)

    def named(self, rows: Iterable[int]) -> str:
        """The rows in words: «row 3», «rows 3 and 7», «row 3 of «North» and row 3 of «South»»."""
        those = [self._children[at] for at in sorted(rows)]
        if self._sheets:
            return " and ".join(f"row {row.row} of «{row.sheet}»" for row in those)
        numbers = " and ".join(str(row.row) for row in those)
        return f"row{'s' if len(those) > 1 else ''} {numbers}"


def _listing(children: Sequence[Listed], own: Sequence[OneChild], matches: _Matches) -> Listing:
    listed: dict[str, Listed] = {}
    how: dict[str, How] = {}
    differs: dict[str, str] = {}
    unlisted: list[Unlisted] = []
    for one in own:
        rows = matches.rows.get(one.at, [])
        if len(rows) != 1:
            why = matches.perhaps.get(one.at, "No row of the list fits it.")
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


def _children(plans: Sequence[tuple[str, Plan]], whose: Mapping[str, Whose]) -> list[OneChild]:
    of: dict[str, list[tuple[str, Plan]]] = {}
    for file, plan in plans:
        of.setdefault(whose[file].child, []).append((file, plan))
    return [
        OneChild(at, tuple(f for f, _ in those), tuple(p for _, p in those))
        for at, those in enumerate(of.values())
    ]


def _undecided(row: Listed, child: OneChild) -> str:
    """Why a row and plans of one name are not matched."""
    if row.born is None:
        return "the list gives no date of birth"
    if not any(plan.child.date_of_birth for plan in child.plans):
        return "the plan gives no date of birth"
    return "the dates of birth differ"


def _differences(row: Listed, plan: Plan) -> str:
    """In what a row and a plan of the same child differ, without the words of either."""
    parts = []
    if row.born and plan.child.date_of_birth and row.born != plan.child.date_of_birth:
        parts.append("date of birth")
    if row.upn and plan.child.upn and row.upn != plan.child.upn.upper():
        parts.append("UPN")
    own, theirs = set(name_words(row.name)), set(name_words(plan.child.name))
    known = theirs | set(name_words(plan.child.known_as))
    if own and theirs and len(own & known) < min(NAMES, len(own)):
        parts.append("name")
    return ", ".join(parts)
