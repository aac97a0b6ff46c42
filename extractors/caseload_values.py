"""One cell of a caseload list as what its column holds, or what is wrong with it."""

from __future__ import annotations

import calendar
import functools
import math
import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from extractors.caseload_columns import words
from extractors.pupil_numbers import is_upn

DATES = frozenset(
    {
        *("born", "requested", "decided", "drafted", "finalised", "first_finalised", "amended"),
        *("reviewed", "review_reported", "review_decided", "review_due", "amendment_noticed"),
        *("phase_due", "phase_finalised", "transfers", "moved_in"),
    }
)
YES_OR_NO = frozenset({"looked_after", "tribunal", "exception"})
LONGEST = 300  # letters of a cell: a caseload list holds names and dates, no papers
_FIRST_YEAR, _LAST_YEAR = 1980, 2100
_EPOCHS = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_SERIALS = range(29_221, 73_051)  # 1980 to 2099, as Excel counts days
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL_MONTHS = frozenset(month.casefold() for month in calendar.month_name if month)
_THIS_CENTURY = 60  # two figures up to here mean 20.., beyond it 19..
_TIME = r"(?:[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?\s*(?:Z|[+-]\d\d:?\d\d)?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.IGNORECASE)
_YEAR_FIRST_NAMED = re.compile(
    rf"(\d{{4}})[-/. ]([a-z]{{3,9}})\.?[-/. ](\d{{1,2}}){_TIME}", re.IGNORECASE
)
DAY_FIRST = re.compile(
    rf"(\d{{1,2}})\s*([-/.])\s*(\d{{1,2}})\s*\2\s*(\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE
)
_DAY_FIRST_NAMED = re.compile(
    r"(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})[-/., ]*(\d{4}|\d{2})"
    + _TIME,
    re.IGNORECASE,
)
_MONTH_NAMED_FIRST = re.compile(
    rf"([a-z]{{3,9}})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}}){_TIME}", re.IGNORECASE
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)  # how other programs keep Excel from changing a number
_FIGURES_OF_UPN = 6  # of a mistyped number: fewer are none
_UNKNOWN_UPN = re.compile(r"UN\d+")


class Wrong(StrEnum):
    """What can be wrong with a cell, in words for whoever keeps the list. Never what it holds."""

    NO_DATE = "It is no date that can be read: write 31/12/2026 or 2026-12-31."
    NO_SUCH_DAY = "No calendar has that day. Dates are read day first: 31/12/2026."
    MONTH_FIRST = (
        "This column has dates with the month first, so which of its figures are days cannot be"
        " told: none of its dates in figures is used. Write them day first, or as 2026-12-31."
    )
    FAR_AWAY = "The year is too long ago or too far ahead to be right."
    NO_ANSWER = "It is neither yes nor no."
    FORMULA = "It is a formula, and no formula is worked out here: save the list with its values."
    TOO_LONG = "It is too long for a list of children, and is not used."
    BAD_UPN = "It is no unique pupil number: its check letter or its length is wrong."
    MAY_BE_MONTH_FIRST = (
        "Another column of this list has dates with the month first, and nothing shows that this"
        " one has not: none of its dates in figures is used. Write them as 2026-12-31."
    )
    TURNED = (
        "Up to the 12th its dates are dates of Excel, from the 13th on they are text: Excel seems"
        " to have read them with the month first, so none is used. Import them again as text."
    )
    TWO_VALUES = "Two columns of this head differ here, so neither is used."
    ERROR = "It is an error that Excel shows in place of a value: mend the formula behind it."


def text_of(cell: object) -> str:
    """A cell as a line of text, without what cannot be seen."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    if isinstance(cell, datetime):
        cell = cell.date()
    told = str(cell)
    if shown := _AS_TEXT.fullmatch(told.strip()):
        told = shown[1]
    if told.isascii() and told.isprintable():
        return " ".join(told.split())
    told = "".join(" " if unicodedata.category(c) in ("Cc", "Zs", "Zl", "Zp") else c for c in told)
    told = "".join(c for c in told if unicodedata.category(c) not in ("Cf", "Cs", "Cn"))
    return " ".join(told.split())


@functools.cache
def _listed(of: str, field: str = "") -> frozenset[str]:
    found: Any = words()["words"]
    own: Any = found.get(field, {}) if field else {}
    return frozenset([*found[of], *own.get(of, ())])


def is_blank(told: str) -> bool:
    """Whether a cell says that there is nothing."""
    return told.casefold() in _listed("blank")


def yes_or_no(told: str, field: str) -> bool | Wrong:
    """What a cell answers."""
    plain = told.casefold().strip(" .")
    if plain in _listed("yes", field):
        return True
    return False if plain in _listed("no", field) else Wrong.NO_ANSWER


def upn_of(told: str) -> tuple[str, Wrong | None]:
    """The pupil number in a cell as it should be written, and what is wrong with it."""
    number = re.sub(r"[\s.-]", "", told).upper()
    if not number or _UNKNOWN_UPN.fullmatch(number):  # SEN2's codes for a number not known
        return "", None
    if sum(c.isdigit() for c in number) < _FIGURES_OF_UPN:  # «Total», «see notes»
        return "", Wrong.BAD_UPN
    return number, None if is_upn(number) else Wrong.BAD_UPN


def date_of(cell: object, *, from_1904: bool = False) -> date | Wrong:
    """The day that a cell gives, read day first unless it is written otherwise beyond doubt."""
    if isinstance(cell, datetime):
        return _likely(cell.date())
    if isinstance(cell, date):
        return _likely(cell)
    if isinstance(cell, bool):
        return Wrong.NO_DATE
    if isinstance(cell, (int, float)):
        return _serial(float(cell), from_1904=from_1904)
    told = text_of(cell)
    if told.replace(".", "", 1).isascii() and re.fullmatch(r"\d{5}(?:\.\d+)?", told):
        return _serial(float(told), from_1904=from_1904)
    return _written(told)


def _serial(days: float, *, from_1904: bool) -> date | Wrong:
    """A day as Excel counts it."""
    if not math.isfinite(days) or int(days) not in _SERIALS:
        return Wrong.NO_DATE
    return _EPOCHS[from_1904] + timedelta(days=int(days))


def _written(told: str) -> date | Wrong:
    if found := _YEAR_FIRST.fullmatch(told):
        return _day(found[1], found[3], found[4])
    if found := DAY_FIRST.fullmatch(told):
        return _day(found[4], found[3], found[1])
    if found := _COMPACT.fullmatch(told):
        return _day(*found.groups())
    for form, (year, month, day) in (
        (_YEAR_FIRST_NAMED, (1, 2, 3)),
        (_DAY_FIRST_NAMED, (3, 2, 1)),
        (_MONTH_NAMED_FIRST, (3, 1, 2)),
    ):
        if (found := form.fullmatch(told)) and (number := _month(found[month])):
            return _day(found[year], str(number), found[day])
    return Wrong.NO_DATE


def _month(name: str) -> int:
    whole = name.casefold()
    known = whole in _MONTHS or whole == "sept" or whole in _FULL_MONTHS
    return _MONTHS.index(whole[:3]) + 1 if known else 0


def _day(year: str, month: str, day: str) -> date | Wrong:
    number = int(year)
    if len(year) == 2:  # noqa: PLR2004 -- figures
        number += 2000 if number <= _THIS_CENTURY else 1900
    try:
        return _likely(date(number, int(month), int(day)))
    except ValueError:
        return Wrong.NO_SUCH_DAY


def _likely(day: date) -> date | Wrong:
    return day if _FIRST_YEAR <= day.year < _LAST_YEAR else Wrong.FAR_AWAY


def is_total(told: str) -> bool:
    """Whether words begin a row that sums up others."""
    return _FIGURES.sub("", told).casefold().strip() in _listed("total")


_FIGURES = re.compile(r"[\d:;,.()=%-]+")


def is_error(told: str) -> bool:
    """Whether a cell shows one of Excel's errors; «#N/A» says that there is nothing."""
    return bool(_ERROR.fullmatch(told))


_ERROR = re.compile(r"#(?:REF!|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|#+)")


Value = str | bool | date | None
Values = Mapping[str, Value]
