"""Points in time that the calendar gives: dates, months, terms and years."""

from __future__ import annotations

import re
from datetime import date, timedelta

from checks.language.point import NUMBER, Point, Reader, Setting, compiled
from checks.language.readings import Basis
from checks.language.school import academic_year, add_months, year_start
from checks.language.words import amount

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?P<year>20\d\d|['’]?\d\d)(?![\d:.]*\d|\s?%)"
_TERM_ENDS = {"autumn": (12, 31), "christmas": (12, 31), "spring": (4, 30), "easter": (4, 30)}
_SUMMER = (7, 31)
_HALF_ENDS = {"autumn": (10, 31), "spring": (2, 28), "summer": (5, 31)}


def _full_year(digits: str) -> int:
    value = int(digits.strip("'’"))
    return value if value > 99 else 2000 + value  # noqa: PLR2004 -- two digits


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return add_months(date(year, month, 1), 1) - timedelta(days=1)


def _coming(month: int, day: int, after: date | None) -> date | None:
    """The first such day after the plan's own."""
    if after is None:
        return None
    this_year = date(after.year, month, day)
    return this_year if this_year > after else date(after.year + 1, month, day)


def _month_number(match: re.Match[str]) -> int:
    return _MONTHS.index(match["month"][:3].lower()) + 1


def _full_date(match: re.Match[str], setting: Setting) -> Point | None:
    month, day = _month_number(match), int(match["day"])
    if match["year"]:
        found = _day_of(_full_year(match["year"]), month, day)
        return Point(Basis.DATE, found, match.end()) if found else None
    if _day_of(2024, month, day) is None:
        return None
    safe = min(day, 28) if month == 2 else day  # noqa: PLR2004 -- February
    return Point(
        Basis.DATE,
        _coming(month, safe, setting.plan_date),
        match.end(),
        note="no year is given: read as the first after the plan's date",
    )


def _numeric_date(match: re.Match[str], _: Setting) -> Point | None:
    found = _day_of(_full_year(match["year"]), int(match["month"]), int(match["day"]))
    return Point(Basis.DATE, found, match.end()) if found else None


def _month(match: re.Match[str], setting: Setting) -> Point | None:
    month = _month_number(match)
    day_of_start = setting.edge == "start"
    if match["year"]:
        year = _full_year(match["year"])
        note = ""
        if len(match["year"]) == 2 and int(match["year"]) <= 31:  # noqa: PLR2004 -- could be a day
            note = f"«{match['year']}» is read as the year, not as the day"
        end = date(year, month, 1) if day_of_start else _month_end(year, month)
        return Point(Basis.MONTH, end, match.end(), note=note)
    if setting.plan_date is None:
        return Point(Basis.MONTH, None, match.end(), note="no year is given")
    year = setting.plan_date.year
    if _month_end(year, month) <= setting.plan_date:
        year += 1
    return Point(
        Basis.MONTH,
        _month_end(year, month),
        match.end(),
        note="no year is given: read as the first after the plan's date",
    )


def _term(match: re.Match[str], setting: Setting) -> Point | None:
    season = match["season"].lower()
    ends = (
        _HALF_ENDS.get(season)
        if match["half"] or match["first"]
        else _TERM_ENDS.get(season, _SUMMER)
    )
    month, day = ends or _SUMMER
    autumn = month >= 9  # noqa: PLR2004 -- the months before the year's change
    note = (
        "" if season not in ("easter", "christmas") else f"{season.title()} read as the term's end"
    )
    if group := match["group"]:
        if setting.born is None:
            return Point(Basis.TERM, None, match.end(), note="no date of birth")
        began = year_start(int(amount(group.lower()) or 0), setting.born).year
        return Point(Basis.TERM, date(began + (not autumn), month, day), match.end(), note=note)
    if match["span"]:
        began = int(match["span"][:4])
        return Point(Basis.TERM, date(began + (not autumn), month, day), match.end(), note=note)
    if match["year"]:
        return Point(
            Basis.TERM, date(_full_year(match["year"]), month, day), match.end(), note=note
        )
    found = _coming(month, day, setting.plan_date)
    if found and match["next"] and not match["this"]:
        began = academic_year(setting.plan_date or found) + 1
        found = date(began + (not autumn), month, day)
    return Point(Basis.TERM, found, match.end(), note=note)


def _this_term(match: re.Match[str], setting: Setting) -> Point | None:
    if setting.plan_date is None:
        return Point(Basis.TERM, None, match.end(), note="no plan date")
    ends = sorted(
        end
        for month, day in ((12, 31), (4, 30), (7, 31))
        if (end := _coming(month, day, setting.plan_date))
    )
    return Point(Basis.TERM, ends[1 if setting.is_next else 0], match.end())


def _numbered_term(match: re.Match[str], setting: Setting) -> Point | None:
    """«Term 4» of six; the first three could be terms of three as well."""
    month, day = ((10, 31), (12, 31), (2, 28), (4, 30), (5, 31), (7, 31))[int(match["term"]) - 1]
    if int(match["term"]) <= 3:  # noqa: PLR2004 -- schools with three terms
        return Point(Basis.TERM, None, match.end(), note="of three terms, or of six?")
    if match["year"]:
        return Point(Basis.TERM, date(_full_year(match["year"]), month, day), match.end())
    return Point(Basis.TERM, _coming(month, day, setting.plan_date), match.end())


def _numeric_month(match: re.Match[str], _: Setting) -> Point | None:
    month = int(match["month"])
    if not 1 <= month <= len(_MONTHS):
        return None
    return Point(Basis.MONTH, _month_end(int(match["year"]), month), match.end())


def _academic_year(match: re.Match[str], setting: Setting) -> Point | None:
    if any(word in setting.which for word in ("first", "second", "third", "final", "last")):
        return None  # «his first year in secondary school»
    if match["span"]:
        began = _full_year(re.split(r"\D", match["span"])[0])
    elif setting.plan_date is None:
        return Point(Basis.ACADEMIC_YEAR, None, match.end(), note="no plan date")
    else:
        began = academic_year(setting.plan_date + timedelta(days=31)) + setting.is_next
    if setting.edge == "start":
        return Point(Basis.ACADEMIC_YEAR, date(began, 9, 1), match.end())
    note = "" if match["school"] or match["span"] else "read as the school year"
    return Point(Basis.ACADEMIC_YEAR, date(began + 1, 7, 31), match.end(), note=note)


def _calendar_year(match: re.Match[str], setting: Setting) -> Point | None:
    year = int(match["year"])
    if setting.edge == "start":
        return Point(Basis.DATE, date(year, 1, 31), match.end())
    note = "" if setting.edge == "end" else f"read as the end of {year}"
    return Point(Basis.DATE, date(year, 12, 31), match.end(), note=note)


READERS: tuple[Reader, ...] = (
    (
        compiled(
            rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"
        ),
        _full_date,
    ),
    (compiled(rf"{_MONTH}\s+{_DAY},?\s+(?P<year>20\d\d)\b"), _full_date),
    (compiled(rf"{_MONTH}\s+(?P<day>[0-3]?\d)\s?(?:st|nd|rd|th)\b(?P<year>)"), _full_date),
    (
        compiled(r"(?P<day>[0-3]?\d)[/.-](?P<month>[01]?\d)[/.-](?P<year>20\d\d|\d\d)\b"),
        _numeric_date,
    ),
    (compiled(r"(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"), _numeric_date),
    (
        compiled(
            r"(?:(?:early|mid|late)[- ])?"
            r"(?P<season>autumn|spring|summer|easter|christmas)\b"
            r"(?:\s+(?P<half>half)[- ]?term)?"
            r"(?:\s+(?:term|holidays?|break)\b)?(?:\s+(?:(?P<first>1)|2)\b)?"
            r"(?:,?\s+(?:of|in)?\s*(?:the\s+)?(?:(?:year|y|yr)\s?"
            rf"(?P<group>{NUMBER})\b|(?P<span>20\d\d\s?[/–-]\s?(?:20)?\d\d)(?:\s+(?:academic|school)"
            rf"\s+year)?|(?:academic\s+)?(?P<next>next)\s+(?:academic\s+|school\s+)?year"
            rf"|(?P<this>this)\s+(?:academic\s+|school\s+)?year|{_YEAR}))?"
        ),
        _term,
    ),
    (
        compiled(
            r"(?:(?P<school>academic|school|college)\s+)?year"
            r"(?:\s+(?P<span>(?:20)?\d\d\s?[/–-]\s?(?:20)?\d\d))?\b(?!\s?(?:group\s*)?(?:\d|[a-z]{1,8}een\b|r\b"
            r"|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|of\b|at\b|in\b))"
        ),
        _academic_year,
    ),
    (
        compiled(
            r"(?P<span>20\d\d\s?[/–-]\s?(?:20)?\d\d)\b(?P<school>)(?:\s+(?:academic|school)\s+year)?"
        ),
        _academic_year,
    ),
    (
        compiled(
            rf"(?:half[- ]term\s+(?:in\s+|of\s+)?)?{_MONTH}(?:\s+half[- ]term)?(?:,?\s+{_YEAR})?"
        ),
        _month,
    ),
    (compiled(r"(?P<month>[01]?\d)/(?P<year>20\d\d)\b"), _numeric_month),
    (compiled(rf"term\s?(?P<term>[1-6])\b(?:,?\s+(?:of\s+)?{_YEAR})?"), _numbered_term),
    (compiled(r"(?:half[- ])?term\b(?!\s+time)"), _this_term),
    (compiled(r"(?:(?P<part>early|mid|late)[- ])?(?:year\s+)?(?P<year>20\d\d)\b"), _calendar_year),
)
