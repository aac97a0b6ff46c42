"""The rows of one child put together: across sheets, and where a list names a child twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace

from extractors.caseload_values import Value
from extractors.listed import Listed, Remark
from extractors.pupil_numbers import is_upn, plain_reference

_KEPT_APART = frozenset({"row", "sheet"})
_LETTERS = re.compile(r"[^\W\d_]+")


def put_together(
    children: Sequence[Listed], heads: Mapping[str, str]
) -> tuple[list[Listed], list[Remark]]:
    """Each child once, and what there is to say of it; where rows differ, neither is used.

    Rows that share a number under different names are of different children, and the number is
    nobody's. `heads` are those of the columns, as printed.
    """
    of_child: dict[tuple[object, ...], list[Listed]] = {}
    for child in children:
        of_child.setdefault(_who(child), []).append(child)
    whole, remarks = [], []
    for who, rows in of_child.items():
        people = _people(rows)
        for own in people:
            one, said = _one(own, heads)
            if len(people) > 1:
                named = str(who[0])
                one = replace(one, upn="") if named == "UPN" else replace(one, reference="")
                other = next(rows[0] for rows in people if rows is not own)
                told = f"The same {named} stands in {_where(other)} under another name"
                said.append(Remark(one.row, "", f"{told}, so no child is known by it.", one.sheet))
            whole.append(one)
            remarks += said
    remarks += _namesakes(whole)
    return sorted(whole, key=lambda one: (one.sheet, one.row)), remarks


def _where(row: Listed) -> str:
    return f"row {row.row}" + (f" of «{row.sheet}»" if row.sheet else "")


def _namesakes(children: Sequence[Listed]) -> Iterator[Remark]:
    """Rows of one name and date of birth that nothing else makes one child's."""
    first: dict[tuple[object, ...], Listed] = {}
    for child in children:
        if child.name and child.born:
            other = first.setdefault((_words(child.name), child.born), child)
            if other is not child:
                told = f"The same name and date of birth as in {_where(other)}"
                yield Remark(child.row, "", f"{told}: is it one child, listed twice?", child.sheet)


def _who(child: Listed) -> tuple[object, ...]:
    """By what rows are of one child."""
    if child.upn and is_upn(child.upn):
        return "UPN", child.upn
    if child.reference:
        return "reference", plain_reference(child.reference)
    if child.name and child.born:
        return "name", tuple(sorted(_words(child.name))), child.born
    return "row", child.sheet, child.row


def _words(name: str) -> frozenset[str]:
    bare = unicodedata.normalize("NFKD", name).casefold()
    return frozenset(_LETTERS.findall("".join(c for c in bare if not unicodedata.combining(c))))


def _people(rows: list[Listed]) -> list[list[Listed]]:
    """The rows of one number by whose they are: rows without a name are the first child's."""
    people: list[tuple[set[str], list[Listed]]] = []
    for row in rows:
        names = _words(row.name)
        known = (own for own in people if not names or not own[0] or own[0] & names)
        home = next(known, None)
        if home is None:
            home = (set(), [])
            people.append(home)
        home[0].update(names)
        home[1].append(row)
    return [own for _, own in people]


def _one(rows: list[Listed], heads: Mapping[str, str]) -> tuple[Listed, list[Remark]]:
    """One child of several rows: what they agree in, or only one of them says."""
    first = rows[0]
    if len(rows) == 1:
        return first, []
    found: dict[str, Value] = {}
    differ: list[str] = []
    for each in fields(Listed):
        if each.name not in _KEPT_APART:
            values = {_alike(each.name, v): v for v in reversed(list(_told(rows, each.name)))}
            if len(values) == 1:
                found[each.name] = next(iter(values.values()))
            elif values:
                differ.append(heads.get(each.name, each.name))
    one = Listed(row=first.row, sheet=first.sheet, **found)  # type: ignore[arg-type]  # by its names
    return one, list(_doubled(rows, differ))


def _told(rows: Sequence[Listed], name: str) -> Iterator[Value]:
    yield from (value for row in rows if (value := getattr(row, name)) not in (None, ""))


def _alike(name: str, value: Value) -> object:
    """A value as it is compared: «Bee, Ann» and «Ann Bee» are one name."""
    if name == "name":
        return _words(str(value))
    return plain_reference(value) if name == "reference" and isinstance(value, str) else value


def _doubled(rows: Sequence[Listed], differ: Sequence[str]) -> Iterator[Remark]:
    first = rows[0]
    columns = ", ".join(f"«{head}»" for head in differ)
    apart = f" The rows differ in {columns}, and neither is used there." if differ else ""
    for row in rows[1:]:
        if row.sheet == first.sheet or differ:
            yield Remark(row.row, "", f"The same child as in {_where(first)}.{apart}", row.sheet)
