"""Dates as plans write them, day first: 3/11/2016, 3.11.16, 3rd November 2016, 03-Nov-2016."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = rf"(?P<name>{_NAMES})(?![A-Za-z])\.?"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:19|20)\d\d|['’]?\d\d(?!\d))"
_BEGIN, _END = r"(?<![\d/.,:-])(?<![A-Za-z])", r"(?![\d/]|[.,:-]\d)"
_FORMS = tuple(
    re.compile(_BEGIN + form + _END, re.IGNORECASE)
    for form in (
        rf"{_DAY}\s?(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s,./-]*{_MONTH}[\s,./-]*{_YEAR}",
        rf"{_MONTH}\s+{_DAY}(?:\s?(?:st|nd|rd|th))?,?\s+(?P<year>(?:19|20)\d\d)",
        r"(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})",
        rf"{_DAY}\s?(?P<mark>[/.\-–])\s?(?P<month>\d{{1,2}})\s?(?P=mark)\s?{_YEAR}",
        r"(?P<day>\d\d)(?P<mark> | ?\| ?)(?P<month>\d\d)(?P=mark)(?P<year>(?:19|20)\d\d)",
    )
)
_MONTH_ALONE = re.compile(
    rf"(?<![A-Za-z\d]){_MONTH}[\s,]*(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_FIGURES = re.compile(r"\d\d")  # of a year at least
_THIS_CENTURY = 60  # two figures up to here mean 20.., beyond it 19..


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text, by where it begins and ends; a month alone stands for its first day."""

    start: int
    end: int
    date: date
    month_only: bool = False


def may_hold_date(text: str) -> bool:
    """Whether a text has the figures that any date has: most have none."""
    return _FIGURES.search(text) is not None


def find_dates(text: str) -> list[DateFound]:
    """Every date in a text, in its order; a day that no calendar has is none."""
    found: list[DateFound] = []
    if not may_hold_date(text):
        return found
    for form in _FORMS:
        found += _new(form, text, found)
    found += _new(_MONTH_ALONE, text, found)
    return sorted(found, key=lambda d: d.start)


def _new(form: re.Pattern[str], text: str, found: list[DateFound]) -> Iterator[DateFound]:
    """The dates of one form that overlap none of those found already."""
    for match in form.finditer(text):
        start, end = match.span()
        if any(start < other.end and other.start < end for other in found):
            continue
        named = match.groupdict()
        try:
            day = date(_year(named["year"]), _month(named), int(named.get("day") or 1))
        except ValueError:
            continue
        yield DateFound(start, end, day, month_only=not named.get("day"))


def _month(named: dict[str, str]) -> int:
    if named.get("name"):
        return _MONTHS.index(named["name"][:3].lower()) + 1
    return int(named["month"])


def _year(figures: str) -> int:
    year = int(figures.lstrip("'’"))
    if year >= 100:  # noqa: PLR2004 -- written in full
        return year
    return 2000 + year if year <= _THIS_CENTURY else 1900 + year
