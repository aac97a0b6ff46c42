"""A caseload list read: the children in it, and what is wrong with it, row by row.

What a cell holds is never guessed: what cannot be read is left out and said, with row and column.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from extractors.caseload_children import put_together
from extractors.caseload_columns import Heads, find_heads
from extractors.caseload_table import CaseloadError, Cell, Formula, Sheet, sheets_of
from extractors.caseload_values import (
    DATES,
    LONGEST,
    YES_OR_NO,
    Value,
    Wrong,
    date_of,
    has_month_first,
    in_figures,
    is_blank,
    text_of,
    upn_of,
    yes_or_no,
)
from extractors.guards import bytes_of
from extractors.listed import CaseloadList, Listed, Remark
from extractors.status import Status, Unreadable

MOST_REMARKS = 2_000
# In which order things happen to a child: a date before that of an earlier step is remarked on.
_ORDER = (
    ("born", "requested"),
    ("requested", "decided"),
    ("requested", "drafted"),
    ("drafted", "first_finalised"),
    ("requested", "first_finalised"),
    ("reviewed", "review_decided"),
    ("reviewed", "review_reported"),
)


@dataclass(slots=True)
class _Making:
    """A list in the making."""

    children: list[Listed] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
    rows: int = 0


def load_caseload(path: Path) -> CaseloadList:
    """The caseload list in a file. Raises CaseloadError, which says what to do."""
    raw = bytes_of(path)
    if isinstance(raw, Unreadable):
        raise CaseloadError(_not_opened(path, raw))
    return caseload_in(raw.data, path.name)


def _not_opened(path: Path, why: Unreadable) -> str:
    if why.status is Status.CHANGED_WHILE_READING and not path.exists():
        return "There is no such file."
    if why.status is Status.TOO_LARGE:
        return "It is too large to be a list of children."
    if why.status is Status.LINK_NOT_FOLLOWED:
        return "It is a link to another place, and links are not followed: name the file itself."
    if why.status is Status.UNSUPPORTED:
        return "It is not an ordinary file."
    return why.reason


def caseload_in(data: bytes, file: str) -> CaseloadList:
    """The caseload list that the bytes of a file hold."""
    making = _Making()
    sheets = sheets_of(data)
    for sheet in sheets:
        heads = find_heads([row for _, row in sheet.rows])
        if heads is not None:
            _take_in(making, sheet, heads, several=len(sheets) > 1)
    if not making.columns:
        raise CaseloadError(
            "No row of it can be its heads: at least two columns need a name such as «UPN», «Name»,"
            " «Date of birth» or «Case reference», one of them telling who the child is."
        )
    if not making.children:
        raise CaseloadError("It has heads, but no row below them that names a child.")
    children, doubled = put_together(making.children)
    remarks = [*making.remarks, *doubled, *(r for c in children for r in _out_of_order(c, making))]
    return CaseloadList(
        file=file,
        children=tuple(children),
        columns=tuple(making.columns.items()),
        unknown=tuple(making.unknown),
        remarks=tuple(_not_too_many(sorted(remarks, key=lambda r: (r.sheet, r.row, r.column)))),
        rows=making.rows,
        hash=hashlib.sha256(data).hexdigest()[:12],
    )


def _not_too_many(remarks: list[Remark]) -> list[Remark]:
    more = len(remarks) - MOST_REMARKS
    if more <= 0:
        return remarks
    return [*remarks[:MOST_REMARKS], Remark(0, "", f"{more:,} more remarks are left out.")]


def _take_in(making: _Making, sheet: Sheet, heads: Heads, *, several: bool) -> None:
    """Adds the rows of one table."""
    name = sheet.name if several else ""
    for _, field_name, printed in heads.columns:
        making.columns.setdefault(field_name, printed)
    making.unknown.update(dict.fromkeys(heads.unknown))
    making.remarks += [
        Remark(0, printed, "Another column of this list says the same; this one is not used.", name)
        for _, printed in heads.twice
    ]
    body = sheet.rows[heads.row + 1 :]
    odd = _months_first(body, heads)
    making.remarks += [
        Remark(0, printed, Wrong.MONTH_FIRST.value, name)
        for _, field_name, printed in heads.columns
        if field_name in odd
    ]
    for number, cells in body:
        if heads.rank is not None and _lower_rank(cells, heads.rank):
            continue
        read = _row(number, cells, heads, odd, from_1904=sheet.from_1904)
        making.remarks += [replace(remark, sheet=name) for remark in read.remarks]
        if read.child is not None:
            making.rows += 1
            making.children.append(replace(read.child, sheet=name))


def _months_first(
    body: Sequence[tuple[int, tuple[Cell | Formula, ...]]], heads: Heads
) -> frozenset[str]:
    """The columns of dates that were written with the month first."""
    return frozenset(
        field_name
        for at, field_name, _ in heads.columns
        if field_name in DATES and has_month_first(row[at] for _, row in body if at < len(row))
    )


def _lower_rank(cells: Sequence[Cell | Formula], at: int) -> bool:
    """Whether a row is of a child's second or third need."""
    told = text_of(cells[at]) if at < len(cells) and not isinstance(cells[at], Formula) else ""
    return told.isdigit() and int(told) > 1


@dataclass(slots=True)
class _Read:
    """What one row gave."""

    child: Listed | None = None
    remarks: list[Remark] = field(default_factory=list)


def _row(
    number: int,
    cells: Sequence[Cell | Formula],
    heads: Heads,
    odd: frozenset[str],
    *,
    from_1904: bool,
) -> _Read:
    read = _Read()
    found: dict[str, Value] = {}
    for at, field_name, printed in heads.columns:
        cell = cells[at] if at < len(cells) else None
        value, wrong = _value(cell, field_name, odd, from_1904=from_1904)
        if wrong is not None:
            read.remarks.append(Remark(number, printed, wrong.value))
        if value not in (None, ""):
            found[field_name] = value
    forename, surname = found.pop("forename", ""), found.pop("surname", "")
    if forename and surname:
        found["name"] = f"{forename} {surname}"
    if any(found.get(who) for who in ("upn", "reference", "name")):
        read.child = Listed(row=number, **found)  # type: ignore[arg-type]  # by the columns' names
    elif found:
        read.remarks.append(
            Remark(number, "", "The row names nobody: it has no UPN, reference or name.")
        )
    else:
        read.remarks.clear()  # a row of notes, or a total
    return read


def _value(
    cell: Cell | Formula, field_name: str, odd: frozenset[str], *, from_1904: bool
) -> tuple[Value, Wrong | None]:
    """What a cell gives its column, and what is wrong with it."""
    told = "=" if isinstance(cell, Formula) else text_of(cell)
    if told.startswith("="):
        return None, Wrong.FORMULA
    if len(told) > LONGEST:
        return None, Wrong.TOO_LONG
    if field_name in YES_OR_NO:
        answer = yes_or_no(told, field_name) if told else None
        return (None, answer) if isinstance(answer, Wrong) else (answer, None)
    if is_blank(told) or (field_name in odd and in_figures(cell)):
        return None, None  # that a column is odd is said once
    if field_name in DATES:
        day = date_of(cell, from_1904=from_1904)
        return (None, day) if isinstance(day, Wrong) else (day, None)
    return upn_of(told) if field_name == "upn" else (told, None)


def _out_of_order(child: Listed, making: _Making) -> Iterator[Remark]:
    """What cannot be right about a child's dates."""
    for first, second in _ORDER:
        before, after = getattr(child, first), getattr(child, second)
        if before and after and after < before:
            printed = making.columns.get(first, first)
            yield Remark(
                child.row,
                making.columns.get(second, second),
                f"It is before the date in the column «{printed}», so no clock is judged by it.",
                child.sheet,
            )
