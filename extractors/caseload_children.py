"""The rows of one child put together: across sheets, and where a list names a child twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from extractors.caseload_values import Value
from extractors.listed import Listed, Remark
from extractors.pupil_numbers import is_upn

_KEPT_APART = frozenset({"row", "sheet"})
_LETTERS = re.compile(r"[^\W\d_]+")


def put_together(children: Sequence[Listed]) -> tuple[list[Listed], list[Remark]]:
    """Each child once, and what there is to say of it; where rows differ, neither is used.

    Rows that share a number under different names are of different children, and the number is
    nobody's.
    """
    of_child: dict[tuple[object, ...], list[Listed]] = {}
    for child in children:
        of_child.setdefault(_who(child), []).append(child)
    whole, remarks = [], []
    for who, rows in of_child.items():
        people = _people(rows)
        for own in people:
            one, said = _one(own)
            if len(people) > 1:
                one = replace(one, upn="") if who[0] == "UPN" else replace(one, reference="")
                said.append(Remark(one.row, "", _shared(str(who[0])), one.sheet))
            whole.append(one)
            remarks += said
    return sorted(whole, key=lambda one: (one.sheet, one.row)), remarks


def _shared(number: str) -> str:
    return f"The {number} stands in a row of another name too, so no child is known by it."


def _who(child: Listed) -> tuple[object, ...]:
    """By what rows are of one child."""
    if child.upn and is_upn(child.upn):
        return "UPN", child.upn
    if child.reference:
        return "reference", child.reference.casefold()
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


def _one(rows: list[Listed]) -> tuple[Listed, list[Remark]]:
    """One child of several rows: what they agree in, or only one of them says."""
    first = rows[0]
    if len(rows) == 1:
        return first, []
    found: dict[str, Value] = {}
    differ = 0
    for each in fields(Listed):
        if each.name not in _KEPT_APART:
            values = list(dict.fromkeys(_told(rows, each.name)))
            if len(values) == 1:
                found[each.name] = values[0]
            differ += len(values) > 1
    one = Listed(row=first.row, sheet=first.sheet, **found)  # type: ignore[arg-type]  # by its names
    return one, list(_doubled(rows, differ))


def _told(rows: Sequence[Listed], name: str) -> Iterator[Value]:
    yield from (value for row in rows if (value := getattr(row, name)) not in (None, ""))


def _doubled(rows: Sequence[Listed], differ: int) -> Iterator[Remark]:
    first = rows[0]
    where = f"row {first.row}" + (f" of «{first.sheet}»" if first.sheet else "")
    columns = f"{differ} column{'' if differ == 1 else 's'}"
    apart = f" The rows differ in {columns}, and neither is used there." if differ else ""
    for row in rows[1:]:
        if row.sheet == first.sheet or differ:
            yield Remark(row.row, "", f"The same child as in {where}.{apart}", row.sheet)
