"""Points in time as plans name them: dates, terms, school years, key stages, phases, ages, reviews.

Each reader looks at one place in a text and says what point is named there. Where two readings are
possible the later one is taken, and the note says so: nobody is told that time has run out because
a phrase was read early.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from checks.language.readings import Basis
from checks.language.school import (
    Stage,
    academic_year,
    add_months,
    birthday,
    key_stage,
    school_year,
    stage_end,
    year_end,
    year_start,
)
from checks.language.words import amount

_OLDEST = 25  # an EHC plan ends at the latest with the year of the 25th birthday
_LAST_YEAR = 14


@dataclass(frozen=True, slots=True)
class Setting:
    """What a phrase is read against: whose plan, of when, and which edge of the point is meant."""

    born: date | None = None
    plan_date: date | None = None
    edge: str = ""  # "end", "start", "in", or "" where the words don't say
    which: str = ""  # the words before it: "the next", "this", "his current"

    @property
    def is_next(self) -> bool:
        """«the next key stage», not this one."""
        return "next" in self.which or "following" in self.which


@dataclass(frozen=True, slots=True)
class Point:
    """A point in time that a text names, and where its words end."""

    basis: Basis
    date: date | None
    end: int
    number: int | None = None
    note: str = ""


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
_NUMBER = r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


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
        return found and Point(Basis.DATE, found, match.end())
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
    return found and Point(Basis.DATE, found, match.end())


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
    ends = _HALF_ENDS.get(season) if match["half"] else _TERM_ENDS.get(season, _SUMMER)
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
    if found and (match["next"] or setting.is_next) and not match["this"]:
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


def _academic_year(match: re.Match[str], setting: Setting) -> Point | None:
    if match["span"]:
        began = int(match["span"][:4])
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


def _edge_note(name: str, edge: str) -> str:
    return (
        "" if edge in ("end", "start") else f"read as the end of {name}; its start could be meant"
    )


def _group_point(year: int, name: str, setting: Setting, at: int) -> Point:
    note = _edge_note(name, setting.edge)
    if setting.born is None:
        return Point(Basis.YEAR_GROUP, None, at, year, note or "no date of birth")
    end = year_start if setting.edge == "start" else year_end
    return Point(Basis.YEAR_GROUP, end(year, setting.born), at, year, note)


def _year_group(match: re.Match[str], setting: Setting) -> Point | None:
    named = match["later"] or match["group"]
    year = 0 if named.lower() == "r" else int(amount(named.lower()) or 0)
    if year > _LAST_YEAR:
        return None
    return _group_point(year, f"Year {year}", setting, match.end())


def _early_years(match: re.Match[str], setting: Setting) -> Point | None:
    words = match[0].lower()
    if "nursery" in words or "pre" in words or words.endswith("1"):
        return _group_point(-1, "nursery", setting, match.end())
    if "reception" in words or words.endswith("2"):
        return _group_point(0, "Reception", setting, match.end())
    return _stage_point(Stage.EARLY_YEARS, setting, match.end(), Basis.PHASE)


def _stage_point(stage: Stage, setting: Setting, at: int, basis: Basis = Basis.KEY_STAGE) -> Point:
    note = _edge_note(stage.value.capitalize(), setting.edge)
    number = stage.number if basis is Basis.KEY_STAGE else None
    if setting.born is None:
        return Point(basis, None, at, number, note or "no date of birth")
    if setting.edge == "start":
        return Point(basis, year_start(stage.first_year, setting.born), at, number, note)
    return Point(basis, stage_end(stage, setting.born), at, number, note)


def _numbered_stage(match: re.Match[str], setting: Setting) -> Point | None:
    number = int(amount(match["stage"].lower()) or 0)
    return _stage_point(list(Stage)[number], setting, match.end())


def _this_stage(match: re.Match[str], setting: Setting) -> Point | None:
    """«The next key stage», «this phase of education»: counted from the plan's date."""
    if setting.born is None or setting.plan_date is None:
        return Point(Basis.KEY_STAGE, None, match.end(), note="no date of birth or plan date")
    now = key_stage(school_year(setting.born, setting.plan_date))
    stages = list(Stage)
    if now is None or (setting.is_next and now is stages[-1]):
        return Point(Basis.PHASE, None, match.end(), note="after Year 13")
    return _stage_point(stages[now.number + setting.is_next], setting, match.end())


# What a phase is called, the year group that it starts with, and the one that it ends with.
_PHASES: tuple[tuple[str, int | None, int | None], ...] = (
    (r"infants?(?:['’]s?)?(?: school| phase)?", 0, 2),
    (r"juniors?(?: school| phase)?", 3, 6),
    (r"first school|lower school", 0, 4),
    (r"middle school", 5, 8),
    (r"primary(?:[- ](?:school|education|phase|schooling|years|stage))?", 0, 6),
    (
        r"(?:secondary|high|senior|upper)(?:[- ](?:school|education|phase|schooling|years|stage))?",
        7,
        11,
    ),
    (r"(?:statutory|compulsory)(?: school(?:ing)?)?(?: education| age)?", 0, 11),
    (
        r"sixth[- ]form(?: college)?|6th[- ]form(?: college)?|post[- ]?16(?: education| provision| phase)?",
        12,
        13,
    ),
    (r"further education|fe\b", 12, None),
)


def _phase(match: re.Match[str], setting: Setting) -> Point | None:
    for pattern, first, last in _PHASES:
        if not re.fullmatch(pattern, match["phase"], re.IGNORECASE):
            continue
        start = setting.edge in ("start", "in", "") or bool(match["move"])
        year = first if start else last
        note = f"read as the {'start' if start else 'end'} of Year {year}" if year else ""
        if setting.born is None or year is None:
            return Point(Basis.PHASE, None, match.end(), note=note)
        when = year_start if start else year_end
        return Point(Basis.PHASE, when(year, setting.born), match.end(), note=note)
    return None


def _open_phase(match: re.Match[str], _: Setting) -> Point | None:
    return Point(
        Basis.PHASE, None, match.end(), note=f"when the {match[0].lower()} ends is not known"
    )


def _adulthood(match: re.Match[str], setting: Setting) -> Point | None:
    when = birthday(18, setting.born) if setting.born else None
    return Point(Basis.AGE, when, match.end(), 18, "adulthood read as the 18th birthday")


def _age(match: re.Match[str], setting: Setting) -> Point | None:
    words = next(group for group in match.groups() if group)
    age = int(amount(words.lower().rstrip("½")) or 0)
    if not 0 < age <= _OLDEST:
        return None
    note = f"«{match[0].strip()}» read as {age}" if "/" in match[0] else ""
    when = birthday(age, setting.born) if setting.born else None
    if when and "½" in match[0]:
        when = add_months(when, 6)
    return Point(Basis.AGE, when, match.end(), age, note or ("" if when else "no date of birth"))


def _review(match: re.Match[str], setting: Setting) -> Point | None:
    when = add_months(setting.plan_date, 12) if setting.plan_date else None
    return Point(
        Basis.REVIEW, when, match.end(), note="a review is due within 12 months of the plan"
    )


_AGE_WORDS = (
    r"\d{1,2}½?|" + _NUMBER.partition("|")[2] + "|fourteen|fifteen|sixteen|seventeen|eighteen"
)
_LATER = r"(?:\d{1,2}\s?(?:/|-|–|or|to)\s?)?"  # «19/20», «Years 5 and 6»: the later counts
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Setting], Point | None]], ...] = (
    (
        _compiled(
            rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?)?{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"
        ),
        _full_date,
    ),
    (_compiled(rf"{_MONTH}\s+{_DAY},?\s+(?P<year>20\d\d)\b"), _full_date),
    (_compiled(rf"{_MONTH}\s+(?P<day>[0-3]?\d)\s?(?:st|nd|rd|th)\b(?P<year>)"), _full_date),
    (
        _compiled(r"(?P<day>[0-3]?\d)[/.-](?P<month>[01]?\d)[/.-](?P<year>20\d\d|\d\d)\b"),
        _numeric_date,
    ),
    (_compiled(r"(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"), _numeric_date),
    (
        _compiled(
            r"(?P<season>autumn|spring|summer|easter|christmas)\b(?:\s+(?P<half>half)[- ]?term)?"
            r"(?:\s+(?:term|holidays?|break)\b)?(?:\s+[12]\b)?"
            r"(?:,?\s+(?:of|in)?\s*(?:the\s+)?(?:(?:year|y|yr)\s?"
            rf"(?P<group>{_NUMBER})\b|(?P<span>20\d\d\s?[/–-]\s?(?:20)?\d\d)(?:\s+(?:academic|school)"
            rf"\s+year)?|(?:academic\s+)?(?P<next>next)\s+(?:academic\s+|school\s+)?year"
            rf"|(?P<this>this)\s+(?:academic\s+|school\s+)?year|{_YEAR}))?"
        ),
        _term,
    ),
    (
        _compiled(
            r"(?:(?P<school>academic|school|college)\s+)?year"
            r"(?:\s+(?P<span>20\d\d\s?[/–-]\s?(?:20)?\d\d))?\b(?!\s?(?:group\s*)?(?:\d|[a-z]{1,8}een\b|r\b"
            r"|one\b|two\b|three\b|four\b|five\b|six\b|seven\b|eight\b|nine\b|ten\b|eleven\b|twelve\b|of\b|at\b))"
        ),
        _academic_year,
    ),
    (
        _compiled(
            r"(?P<span>20\d\d\s?[/–-]\s?(?:20)?\d\d)\b(?P<school>)(?:\s+(?:academic|school)\s+year)?"
        ),
        _academic_year,
    ),
    (
        _compiled(r"(?:key\s*stages?|ks|k\.s\.)\s?(?P<stage>[1-5]|one|two|three|four|five)\b"),
        _numbered_stage,
    ),
    (
        _compiled(
            r"(?:key\s+stage|phase|stage)\b(?:\s+of\s+(?:his\s+|her\s+|their\s+|my\s+)?education)?"
        ),
        _this_stage,
    ),
    (
        _compiled(
            r"(?:(?:national\s+curriculum\s+)?years?|yr|y|ncy)\s?(?:group\s+)?"
            rf"(?P<group>{_NUMBER}|fourteen|r)\b(?:\s?(?:/|-|–|and|or)\s?(?:y|year\s)?(?P<later>\d{{1,2}})\b)?"
        ),
        _year_group,
    ),
    (
        _compiled(
            rf"(?:half[- ]term\s+(?:in\s+|of\s+)?)?{_MONTH}(?:\s+half[- ]term)?(?:,?\s+{_YEAR})?"
        ),
        _month,
    ),
    (
        _compiled(
            r"reception(?:\s+(?:class|year))?|(?:early\s+years\s+)?foundation\s+stage(?:\s*[12])?|eyfs"
            r"|fs\s?[12]|f[12]\b|early\s+years|nursery(?:\s+(?:school|class|year))?|pre-?\s?school"
        ),
        _early_years,
    ),
    (
        _compiled(
            r"(?P<phase>"
            + "|".join(pattern for pattern, *_ in _PHASES)
            + r")\b(?P<move>\s+(?:transfer|transition))?"
        ),
        _phase,
    ),
    (_compiled(r"adulthood\b|an\s+adult\b"), _adulthood),
    (
        _compiled(
            rf"(?:ages?|aged)\s+(?:of\s+)?{_LATER}({_AGE_WORDS})\b½?"
            rf"|(\d{{1,2}})(?:st|nd|rd|th)\s+birthday|{_LATER}({_AGE_WORDS})\s+years?\s+(?:old|of\s+age)"
        ),
        _age,
    ),
    (_compiled(r"(?P<year>20\d\d)\b"), _calendar_year),
    (
        _compiled(
            r"(?:(?:annual|interim|statutory|termly|ehcp?|ehc\s+plan|yearly)\s+){1,2}reviews?(?:\s+meeting)?"
            r"|review(?:\s+meeting)?\b(?=\s*(?:,|$|[.;)]|he\b|she\b|they\b|i\b))"
        ),
        _review,
    ),
    (
        _compiled(
            r"(?!of\b)(?:[\w-]+\s+){0,3}?(?:course|placement|apprenticeship|internship|programme|college|university|studies"
            r"|school|education|qualification|intervention)\b"
        ),
        _open_phase,
    ),
)


def read_point(text: str, at: int, setting: Setting) -> Point | None:
    """The point in time whose words begin there."""
    for pattern, read in _READERS:
        match = pattern.match(text, at)
        if match and (point := read(match, setting)):
            return point
    return None
