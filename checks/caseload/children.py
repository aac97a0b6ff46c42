"""Whose plans they are: the plans of one child put together, children of one name told apart.

A child is known by a pupil or NHS number that can be right, by name and date of birth, or by name
and the authority's own reference. Where none of them tells, two plans of one name may be of one
child or of two, and that is what is said.
Near-linear: plans are compared only with those that share a number or a name.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractors.document import Caveat
from extractors.plan import Plan
from extractors.pupil_numbers import is_temporary, plain_reference

_LOOKED_AT = 50  # others who share a name or a number: a list of more tells nobody anything
_SHORT_FORM = 3  # letters that a short form keeps: Sam for Samuel
BY_PICTURE = frozenset({Caveat.READ_BY_OCR, Caveat.PARTLY_READ_BY_OCR})
Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose plan a file holds, as far as the whole caseload can tell."""

    child: str  # the first file of the child's: the same for every plan of that child
    may_be: str  # the same for every plan that may be of that child
    perhaps: tuple[str, ...] = ()  # the first file of each who may be the same child
    namesakes: tuple[str, ...] = ()  # the first file of each other child of the same name


def whose_plans(plans: Sequence[tuple[str, Plan]]) -> dict[str, Whose]:
    """Whose plan each file holds."""
    people = [_person(at, file, plan) for at, (file, plan) in enumerate(plans)]
    people = _together(people, _numbers, _agree_by_number)
    people = _together(people, _name_and_birth, _agree_by_name)
    shared = _shared_references(people)
    for person in people:
        person.references -= shared
    people = _together(people, _name_and_reference, _agree_by_reference)
    perhaps, namesakes = _alike(people)
    groups = {person.at: person.at for person in people}
    for one, other in sorted((a, b) for a, others in perhaps.items() for b in others):
        groups[_top(groups, max(one, other))] = _top(groups, min(one, other))
    first = {person.at: person.files[0] for person in people}
    return {
        file: Whose(
            child=person.files[0],
            may_be=first[_top(groups, person.at)],
            perhaps=tuple(first[at] for at in sorted(perhaps.get(person.at, ()))),
            namesakes=tuple(first[at] for at in sorted(namesakes.get(person.at, ()))),
        )
        for person in people
        for file in person.files
    }


@dataclass(slots=True)
class _Person:
    """What is known of one child, from one plan or from several."""

    at: int  # of the first of its files
    files: list[str]
    first_names: set[str] = field(default_factory=set)  # and what the child is called
    names: set[tuple[str, str]] = field(default_factory=set)  # first and last, in either order
    words: set[str] = field(default_factory=set)  # of the names
    born: set[dt.date] = field(default_factory=set)
    upns: set[str] = field(default_factory=set)
    nhs_numbers: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)  # by which the authority knows the child
    by_picture: bool = False  # read from a picture: a figure of a date may have been misread

    def take_in(self, other: _Person) -> None:
        """Adds what is known of the same child from another plan."""
        self.files += other.files
        self.first_names |= other.first_names
        self.names |= other.names
        self.words |= other.words
        self.born |= other.born
        self.upns |= other.upns
        self.nhs_numbers |= other.nhs_numbers
        self.references |= other.references
        self.by_picture |= other.by_picture


def _person(at: int, file: str, plan: Plan) -> _Person:
    child = plan.child
    person = _Person(at, [file], by_picture=bool(plan.caveats & BY_PICTURE))
    if child.date_of_birth:
        person.born.add(child.date_of_birth)
    if child.upn and child.upn_valid:
        person.upns.add(child.upn)
    if child.nhs_number and child.nhs_number_valid:
        person.nhs_numbers.add(child.nhs_number)
    person.references = {plain_reference(printed.text) for printed in child.references}
    words = _words(child.name)
    if words and len(words[0]) > 1:  # an initial is anybody's
        called = _words(child.known_as)[:1]
        person.first_names = {words[0], *called}
        person.words = {*words, *called}
        person.names = {_pair(first, words[-1]) for first in person.first_names}
    return person


def _pair(first: str, last: str) -> tuple[str, str]:
    """First and last name, in an order of their own: some covers print the surname first."""
    return (first, last) if first < last else (last, first)


def _words(name: str | None) -> list[str]:
    """The words of a name in small letters, without accents and apostrophes."""
    bare = unicodedata.normalize("NFKD", name or "").casefold()
    bare = "".join(c for c in bare if not unicodedata.combining(c) and c not in "'’‘`")
    return re.findall(r"[^\W\d_]+", bare)


def _numbers(person: _Person) -> Iterator[Key]:
    yield from (("UPN", number) for number in person.upns)
    yield from (("NHS", number) for number in person.nhs_numbers)


def _name_and_birth(person: _Person) -> Iterator[Key]:
    yield from ((*name, born) for name in person.names for born in person.born)


def _name_and_reference(person: _Person) -> Iterator[Key]:
    yield from ((*name, told) for name in person.names for told in person.references)


def _shared_references(people: Iterable[_Person]) -> set[str]:
    """References that plans of several names print: of a form, a family or a team, not a child."""
    first: dict[str, _Person] = {}
    shared = set()
    for person in people:
        for told in person.references if person.names else ():
            if person.names.isdisjoint(first.setdefault(told, person).names):
                shared.add(told)
    return shared


def _together(
    people: list[_Person],
    keys: Callable[[_Person], Iterable[Key]],
    agree: Callable[[_Person, _Person], bool],
) -> list[_Person]:
    """The people, those who share a key and agree made into one."""
    into = {person.at: person.at for person in people}
    by_at = {person.at: person for person in people}
    sharing: dict[Key, list[int]] = {}
    for person in people:
        for key in sorted(keys(person), key=repr):
            others = sharing.setdefault(key, [])
            own = by_at[_top(into, person.at)]
            tops = dict.fromkeys(_top(into, at) for at in others[:_LOOKED_AT])
            same = next((at for at in tops if at != own.at and agree(by_at[at], own)), None)
            if same is not None:
                first, second = sorted((same, own.at))
                by_at[first].take_in(by_at[second])
                into[second] = first
            elif own.at not in tops:
                others.append(own.at)
    order = {file: n for n, file in enumerate(file for p in people for file in p.files)}
    whole = [person for person in people if into[person.at] == person.at]
    for person in whole:
        person.files.sort(key=order.__getitem__)
    return whole


def _top(into: dict[int, int], at: int) -> int:
    """Where a chain of «is the same as» ends; the chain is made shorter on the way."""
    end = at
    while into[end] != end:
        end = into[end]
    while into[at] != end:
        into[at], at = end, into[at]
    return end


def _agree_by_number(one: _Person, other: _Person) -> bool:
    """Whether two who share a number may be one: one of two twins' plans may hold the other's."""
    if _numbers_differ(one, other):
        return False
    if one.first_names and other.first_names:
        return any(_same_first_name(a, b) for a in one.first_names for b in other.first_names)
    return not _differ(one.born, other.born)


def _same_first_name(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= _SHORT_FORM and long.startswith(short))


def _agree_by_name(one: _Person, other: _Person) -> bool:
    """Whether two who share name and date of birth may be one."""
    return not _numbers_differ(one, other)


def _agree_by_reference(one: _Person, other: _Person) -> bool:
    """Whether two who share name and reference may be one."""
    return not _numbers_differ(one, other) and not _differ(one.born, other.born)


def _numbers_differ(one: _Person, other: _Person) -> bool:
    """Whether their numbers say that they are two; a temporary number gives way to another."""
    upns = [{upn for upn in p.upns if not is_temporary(upn)} for p in (one, other)]
    return _differ(*upns) or _differ(one.nhs_numbers, other.nhs_numbers)


def _differ(one: set[str] | set[dt.date], other: set[str] | set[dt.date]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _alike(people: Sequence[_Person]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Who may be the same child as whom, and who has only the same name."""
    sharing: dict[Key, list[_Person]] = {}
    for person in people:
        for key in _shared(person):
            sharing.setdefault(key, []).append(person)
    perhaps: dict[int, set[int]] = {}
    namesakes: dict[int, set[int]] = {}
    for key, those in sharing.items():
        for at, person in enumerate(those):
            for other in those[max(0, at - _LOOKED_AT) : at]:
                if (found := _relation(key, person, other)) is None:
                    continue
                kind = perhaps if found else namesakes
                kind.setdefault(person.at, set()).add(other.at)
                kind.setdefault(other.at, set()).add(person.at)
    return perhaps, namesakes


def _shared(person: _Person) -> Iterator[Key]:
    yield from _numbers(person)
    yield from (("name", *name) for name in sorted(person.names))
    yield from (
        ("first name and birth", first, born)
        for first in sorted(person.first_names)
        for born in sorted(person.born)
    )


def _relation(key: Key, one: _Person, other: _Person) -> bool | None:
    """Whether two who share a key may be one child; False for namesakes, None for strangers."""
    dates_hold = not (one.by_picture or other.by_picture)
    differ = _numbers_differ(one, other) or (dates_hold and _differ(one.born, other.born))
    if key[0] == "name":
        return not differ
    if key[0] == "first name and birth":  # a surname that was changed, or is given in part
        return True if not differ and len(one.words & other.words) > 1 else None
    return True
