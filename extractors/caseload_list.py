"""A caseload list read: the children in it, and what is wrong with it, row by row.

What a cell holds is never guessed: what cannot be read is left out and said, with row and column.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from extractors.caseload_children import put_together
from extractors.caseload_columns import Heads, find_heads
from extractors.caseload_order import is_in_doubt, odd_columns
from extractors.caseload_table import CaseloadError, Cell, Formula, Sheet, sheets_of
from extractors.caseload_values import (
    DATES,
    LONGEST,
    YES_OR_NO,
    Value,
    Wrong,
    date_of,
    is_blank,
    is_error,
    is_total,
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
    told = sheets_of(data)
    hidden = [sheet.name for sheet in told if sheet.hidden]
    sheets = [sheet for sheet in told if not sheet.hidden]
    for sheet in sheets:
        heads = find_heads([row for _, row in sheet.rows])
        if heads is not None:
            _take_in(making, sheet, heads, several=len(sheets) > 1)
    if not making.columns:
        raise CaseloadError(
            "No row of it can be its heads: at least two columns need a name such as «UPN», «Name»,"
            " «Date of birth» or «Case reference», one of them telling who the child is."
            + (" Hidden sheets are not read." if hidden else "")
        )
    if not making.children:
        raise CaseloadError("It has heads, but no row below them that names a child.")
    children, doubled = put_together(making.children, making.columns)
    unread = [Remark(0, "", "The sheet is hidden, and is not read.", name) for name in hidden]
    unordered = (remark for child in children for remark in _out_of_order(child, making))
    remarks = [*unread, *making.remarks, *doubled, *unordered]
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
    dates = {of: at for at, of, _ in heads.columns if of in DATES}
    odd = odd_columns({of: [_at(row, at) for _, row in body] for of, at in dates.items()})
    making.remarks += [
        Remark(0, printed, odd[field_name].value, name)
        for _, field_name, printed in heads.columns
        if field_name in odd
    ]
    for number, cells in body:
        if _lower_rank(cells, heads.rank) or _heads_again(cells, heads):
            continue
        read = _row(number, cells, heads, odd, from_1904=sheet.from_1904)
        making.remarks += [replace(remark, sheet=name) for remark in read.remarks]
        if read.child is not None:
            making.rows += 1
            making.children.append(replace(read.child, sheet=name))


def _at(cells: Sequence[Cell | Formula], at: int) -> Cell | Formula:
    """The cell of a row that stands there; None where the row ends before."""
    return cells[at] if at < len(cells) else None


def _lower_rank(cells: Sequence[Cell | Formula], at: int | None) -> bool:
    """Whether a row is of a child's second or third need."""
    cell = _at(cells, at) if at is not None else None
    told = "" if isinstance(cell, Formula) else text_of(cell)
    return told.isdigit() and int(told) > 1


def _heads_again(cells: Sequence[Cell | Formula], heads: Heads) -> bool:
    """Whether a row is the row of heads once more, as at the top of each printed page."""
    cells_of = ((_at(cells, at), printed) for at, _, printed in heads.columns)
    told = [(text_of(cell), printed) for cell, printed in cells_of if cell is not None]
    return len(told) > 1 and all(value in ("", printed) for value, printed in told)


@dataclass(slots=True)
class _Read:
    """What one row gave."""

    child: Listed | None = None
    remarks: list[Remark] = field(default_factory=list)


def _row(
    number: int,
    cells: Sequence[Cell | Formula],
    heads: Heads,
    odd: Mapping[str, Wrong],
    *,
    from_1904: bool,
) -> _Read:
    read = _Read()
    found: dict[str, Value] = {}
    for at, field_name, printed in heads.columns:
        cell = _at(cells, at)
        if field_name in heads.again:
            cell, differs = _one_of([cell, *(_at(cells, n) for n in heads.again[field_name])])
            if differs:
                read.remarks.append(Remark(number, printed, Wrong.TWO_VALUES.value))
        value, wrong = _value(cell, field_name, odd, from_1904=from_1904)
        if wrong is not None:
            read.remarks.append(Remark(number, printed, wrong.value))
        if value not in (None, ""):
            found[field_name] = value
    if _is_note(cells):
        return _Read()
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


def _one_of(cells: Sequence[Cell | Formula]) -> tuple[Cell | Formula, bool]:
    """What several columns of one head say together; nothing, and that they differ, if they do."""
    told = [c for c in cells if isinstance(c, Formula) or not is_blank(text_of(c))]
    if len({"=" if isinstance(c, Formula) else text_of(c).casefold() for c in told}) > 1:
        return None, True
    return (told[0] if told else None), False


def _is_note(cells: Sequence[Cell | Formula]) -> bool:
    """Whether a row is of no child: a total, or one cell with a line that holds figures."""
    told = [t for c in cells if (t := "=" if isinstance(c, Formula) else text_of(c))]
    if not told:
        return True
    alone = len(told) == 1 and len(cells) > 1
    return is_total(told[0]) or (alone and " " in told[0] and any(c.isdigit() for c in told[0]))


def _value(
    cell: Cell | Formula, field_name: str, odd: Mapping[str, Wrong], *, from_1904: bool
) -> tuple[Value, Wrong | None]:
    """What a cell gives its column, and what is wrong with it."""
    told = "=" if isinstance(cell, Formula) else text_of(cell)
    if wrong := _unusable(told):
        return None, wrong
    if field_name in YES_OR_NO:
        answer = yes_or_no(told, field_name) if told else None
        return (None, answer) if isinstance(answer, Wrong) else (answer, None)
    if is_blank(told) or is_in_doubt(cell, odd.get(field_name)):
        return None, None  # that a column is odd is said once
    if field_name in DATES:
        day = date_of(cell, from_1904=from_1904)
        return (None, day) if isinstance(day, Wrong) else (day, None)
    return upn_of(told) if field_name == "upn" else (told, None)


def _unusable(told: str) -> Wrong | None:
    """Why the words of a cell are of no use to any column."""
    if told.startswith("="):
        return Wrong.FORMULA
    if len(told) > LONGEST:
        return Wrong.TOO_LONG
    return Wrong.ERROR if is_error(told) else None


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
