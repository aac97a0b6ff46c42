"""The end point that an outcome states, as a date where one can be known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checks.language import leads
from checks.language.durations import begins_clause, read_duration
from checks.language.point import Point, Setting
from checks.language.points import read_point
from checks.language.readings import Basis, Span, Timeframe
from checks.language.school import USUAL, KeyStages, birthday
from checks.language.words import LONGEST, amount

_OF_THINGS = (Basis.YEAR_GROUP, Basis.KEY_STAGE, Basis.PHASE)  # «her Year 6 teacher»
_LAST_HOUR = 12  # «At 10, he ...» may be a time of day
_PERIODS = frozenset({"in", "during", "throughout", "while"})
_YEARS = (Basis.YEAR_GROUP, Basis.KEY_STAGE, Basis.ACADEMIC_YEAR)
_OPENERS = frozenset({"when", "once", "on", "upon", "after"})


def find_timeframe(
    text: str,
    born: date | None = None,
    plan_date: date | None = None,
    stages: KeyStages = USUAL,
) -> Timeframe | None:
    """The first end point with a date that a text states, else the first without, or None.

    How often or how long something is done («for 10 minutes every day», «within 5 seconds») is
    part of what is asked for, not an end point.
    """
    text = text[:LONGEST]
    setting = Setting(born, plan_date, stages=stages)
    first = None
    for found in _timeframes(text, setting):
        if found.date:
            return found
        first = first or found
    return first


def read_deadline(
    text: str,
    born: date | None = None,
    plan_date: date | None = None,
    stages: KeyStages = USUAL,
) -> Timeframe | None:
    """What a «By when» cell says, where bare words are enough: «July 2027», «12 months»."""
    found = find_timeframe(text, born, plan_date, stages)
    if found:
        return found
    start = len(text) - len(text.lstrip(" \t\n:–-"))
    setting = Setting(born, plan_date, edge="end", stages=stages)
    point = _edged(text, start, setting) or read_duration(text, start, setting)
    return _timeframe(text, start, point) if point else None


def _timeframes(text: str, setting: Setting) -> Iterator[Timeframe]:
    """Every end point of a text in order; those that a label or a bracket marks come last."""
    if opening := _opening(text, setting):
        yield opening
    for match in leads.LEAD.finditer(text):
        point = _led(text, match, setting)
        if point:
            yield _timeframe(text, match.start(), point)
    for match in leads.LABEL.finditer(text):
        point = _edged(text, match.end(), setting)
        closed = point and (match[0][0] != "(" or text[point.end : point.end + 1] == ")")
        if point and closed and point.basis is not Basis.PHASE:
            yield _timeframe(text, match.end(), point)


def _timeframe(text: str, start: int, point: Point) -> Timeframe:
    span = Span(start, point.end, text[start : point.end])
    return Timeframe(span, point.basis, point.date, point.number, point.note)


def _opening(text: str, setting: Setting) -> Timeframe | None:
    """«End of KS3: ...», «Year 6 – ...»: an end point that stands as a label in front."""
    start = len(text) - len(text.lstrip(" \t\n[("))
    point = _edged(text, start, replace(setting, edge=""))
    if point is None or point.basis in (Basis.PHASE, Basis.REVIEW):
        edge = leads.EDGE.match(text, start)
        return _timeframe(text, start, point) if point and edge else None
    labelled = re.compile(r"\s*(?:[:–—)\]]|-\s|,\s)").match(text, point.end)
    this_year = point.basis is Basis.ACADEMIC_YEAR and text[start : start + 4].lower() == "this"
    found = labelled or this_year or leads.EDGE.match(text, start)
    return _timeframe(text, start, point) if found else None


def _led(text: str, match: re.Match[str], setting: Setting) -> Point | None:
    """The end point after «by», «before», «within», and so on."""
    lead = match["lead"].lower().split()[0]
    at = match.end()
    if lead in ("by", "before", "prior", "until", "no") or match["lead"].lower() == "in time for":
        starts = lead in ("before", "prior") or match["lead"].lower() == "in time for"
        return _clause(text, at, setting) or (
            _edged(text, at, replace(setting, edge="start" if starts else ""))
            or _coming_duration(text, at, setting)
            or _bare_age(text, at, setting, lead)
        )
    if lead == "at":
        return _at(text, match, setting)
    if lead in ("on", "upon") and leads.MOVE.match(text, at):
        return _clause(text, at, setting)
    if lead in _OPENERS and begins_clause(text, match.start()):
        opened = _clause(text, at, setting, timed=False)
        return opened or (read_duration(text, at, setting) if lead == "after" else None)
    if lead in ("within", "in", "over", "for", "during", "throughout", "across", "while"):
        return _period(text, match, setting, lead)
    return None


def _at(text: str, match: re.Match[str], setting: Setting) -> Point | None:
    """«At the end of Year 6», «at transition to secondary»; «At 16, ...» as the first words."""
    if leads.MOVE.match(text, match.end()):
        return _clause(text, match.end(), setting)
    opens = begins_clause(text, match.start())
    point = _edged(text, match.end(), setting)
    if point is None:
        age = _bare_age(text, match.end(), setting, "by") if opens else None
        return age if age and (age.number or 0) > _LAST_HOUR else None
    if leads.EDGE.match(text, match.end()):
        return point
    return point if opens and point.basis is Basis.AGE else None


def _coming_duration(text: str, at: int, setting: Setting) -> Point | None:
    """«By the end of the next two years»."""
    edge = leads.EDGE.match(text, at)
    return read_duration(text, edge.end(), setting, "for") if edge else None


def _period(text: str, match: re.Match[str], setting: Setting, lead: str) -> Point | None:
    """«Within 12 months», «in 6 weeks' time», «over the next two terms», «In Year 5, ...»."""
    counted = leads.COUNTED.search(text, max(0, match.start() - 24), match.start())
    point = read_duration(text, match.end(), setting, lead)
    if point and not counted:
        return point
    setting = replace(setting, edge="end")
    if lead == "over" and (course := leads.COURSE_OF.match(text, match.end())):
        return _edged(text, course.end(), setting)
    if lead != "within" and lead not in _PERIODS:
        return None
    point = _edged(text, match.end(), setting)
    return point if point and _says_when(text, match, point, setting) else None


def _says_when(text: str, match: re.Match[str], point: Point, setting: Setting) -> bool:
    """Whether the period is the outcome's own, and not that of a thing in it."""
    lead = match["lead"].lower()
    if lead == "within":
        return point.basis is Basis.ACADEMIC_YEAR
    if begins_clause(text, match.start()):
        return _names_a_period(text, match.end(), point)
    if text[point.end :].strip(" .;)"):
        return False
    if lead == "in":
        return _is_to_come(text[: match.start()], point, setting)
    return lead == "during" and point.basis in _YEARS


def _is_to_come(before: str, point: Point, setting: Setting) -> bool:
    """«... will start college in September 2027»: a day ahead, which nothing looks back from."""
    if point.basis not in (Basis.DATE, Basis.MONTH) or point.date is None:
        return False
    past = setting.plan_date is not None and point.date <= setting.plan_date
    return not past and not leads.LOOKS_BACK.search(before)


def _names_a_period(text: str, at: int, point: Point) -> bool:
    """Whether «In Year 4» opens the sentence, and not «In Year 4 maths lessons»."""
    if point.basis is Basis.PHASE:
        return False
    if point.basis is Basis.TERM and not leads.OF_A_TERM.search(text[at : point.end]):
        return False
    return bool(leads.NEW_SUBJECT.match(text, point.end))


def _clause(text: str, at: int, setting: Setting, *, timed: bool = True) -> Point | None:
    """«the time he leaves school», «she is 16», «starting Year 7», «transition to secondary»."""
    if gerund := leads.GERUND.match(text, at):
        edge = "end" if gerund["end"] else "start"
        return _edged(text, gerund.end(), replace(setting, edge=edge))
    clause = leads.CLAUSE.match(text, at)
    verb = leads.VERB.match(text, clause.end()) if clause else None
    if clause is None or verb is None or (timed and not clause["time"] and verb["be"]):
        return None
    ends = verb["end"] or verb["end2"] or verb["end3"]
    starts = verb["start"] or verb["start2"]
    edge = "end" if ends else "start" if starts else "in"
    found = _edged(text, verb.end(), replace(setting, edge=edge))
    return found or (None if ends or starts else _bare_age(text, verb.end(), setting, "is"))


def _edged(text: str, at: int, setting: Setting) -> Point | None:
    """A point, with «the end of» or «the start of» before it, and which one: «the next ...»."""
    if edge := leads.EDGE.match(text, at):
        named = "end" if edge["end"] or edge["end2"] else "start" if edge["start"] else setting.edge
        setting, at = replace(setting, edge=named), edge.end()
    which = leads.WHICH.match(text, at)
    if which is None:
        return None
    for start in {which.end(): None, at: None}:
        point = read_point(text, start, replace(setting, which=which[0].lower()))
        if point and not (point.basis in _OF_THINGS and leads.OF_A_THING.match(text, point.end)):
            return _with_its_date(text, point, setting)
    return None


def _with_its_date(text: str, point: Point, setting: Setting) -> Point:
    """«the end of his course in July 2027», «Year 6 (July 2029)»: the date that is printed.

    Where it contradicts the year that is named with it, the later of the two counts.
    """
    open_end = point.date is None or point.basis in (Basis.REVIEW, Basis.TERM)
    beside = (leads.BESIDE if open_end else leads.BRACKET).match(text, point.end)
    dated = beside and read_point(text, beside.end(), replace(setting, edge="end"))
    if dated and dated.basis in (Basis.DATE, Basis.MONTH) and dated.date:
        end = dated.end + (text[dated.end : dated.end + 1] == ")")
        sure = point.number is not None and point.date is not None
        later = max(dated.date, point.date) if sure and point.date else dated.date
        return replace(point, date=later, end=end, note=dated.note)
    return point


def _bare_age(text: str, at: int, setting: Setting, lead: str) -> Point | None:
    """«By 18, ...»: a number that can only be an age."""
    if lead not in ("by", "before", "is"):
        return None
    match = leads.BARE_AGE.match(text, at)
    if match is None and lead == "is":
        match = leads.AGE_IN_WORDS.match(text, at)
    if match is None:
        return None
    age = int(amount((match["later"] or match["age"]).lower()) or 0)
    if not 2 <= age <= 25:  # noqa: PLR2004 -- the ages that a plan can speak of
        return None
    note = f"«{match[0]}» read as {age}" if match["later"] else ""
    when = birthday(age, setting.born) if setting.born else None
    return Point(Basis.AGE, when, match.end(), age, note or ("" if when else "no date of birth"))
