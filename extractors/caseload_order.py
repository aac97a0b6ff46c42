"""Which columns of a caseload list hold dates whose figures may stand in another order.

A date that can only have its month first tells of its whole column, unless it is one among many
that have not, and of the other columns where nothing shows the contrary. Excel set to American
dates turns what it can, and leaves the rest as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from extractors.caseload_values import DAY_FIRST, Wrong, text_of

_MONTHS = 12
_SLIPS = 20  # so many dates can only have their day first: one that cannot is a slip
_FEWEST = 3  # dates of either kind before the day of the month tells how Excel has read them


def odd_columns(columns: Mapping[str, Sequence[object]]) -> dict[str, Wrong]:
    """What is wrong with columns of dates, by what they hold; nothing of those in order."""
    found = {}
    for name, cells in columns.items():
        if _month_first(cells):
            found[name] = Wrong.MONTH_FIRST
        elif _turned(cells):
            found[name] = Wrong.TURNED
    if Wrong.MONTH_FIRST in found.values():
        doubtful = (name for name, cells in columns.items() if _in_doubt(cells))
        found |= dict.fromkeys((n for n in doubtful if n not in found), Wrong.MAY_BE_MONTH_FIRST)
    return found


def is_in_doubt(cell: object, wrong: Wrong | None) -> bool:
    """Whether a cell of a column with that fault is one of those that cannot be told."""
    if wrong is Wrong.TURNED:
        return isinstance(cell, date) or _figures(cell) is not None
    return wrong is not None and _figures(cell) is not None


def _figures(cell: object) -> tuple[int, int] | None:
    """The first two numbers of a date in figures that does not begin with its year."""
    if isinstance(cell, (date, int, float)):
        return None
    found = DAY_FIRST.fullmatch(text_of(cell))
    return (int(found[1]), int(found[3])) if found else None


def _all_figures(cells: Iterable[object]) -> list[tuple[int, int]]:
    return [told for cell in cells if (told := _figures(cell))]


def _month_first(cells: Iterable[object]) -> bool:
    """Whether dates of a column can only have their month first, and are no mere slips."""
    told = _all_figures(cells)
    months = sum(second > _MONTHS >= first for first, second in told)
    days = sum(first > _MONTHS >= second for first, second in told)
    return months * _SLIPS > days


def _in_doubt(cells: Iterable[object]) -> bool:
    """Whether a column has dates in figures, and none of them can only have its day first."""
    told = _all_figures(cells)
    return bool(told) and all(first <= _MONTHS for first, _ in told)


def _turned(cells: Sequence[object]) -> bool:
    """Whether a column looks as if Excel had read dates with the month first where it could."""
    days = [cell.day for cell in cells if isinstance(cell, date)]
    text = _all_figures(cells)
    return (
        min(len(days), len(text)) >= _FEWEST
        and max(days) <= _MONTHS
        and all(first > _MONTHS for first, _ in text)
    )
