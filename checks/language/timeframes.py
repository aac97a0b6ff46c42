"""The end point that an outcome states, as a date where one can be known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checks.language.durations import begins_clause, read_duration
from checks.language.point import Point, Setting
from checks.language.points import read_point
from checks.language.readings import Basis, Span, Timeframe
from checks.language.school import USUAL, KeyStages, birthday
from checks.language.words import LONGEST, amount

_I = re.IGNORECASE
_WORD = r"[^\W\d_][\w'’-]*"
_LEAD = re.compile(
    r"\b(?P<lead>by(?:\s+when)?|before|prior\s+to|until|at|in\s+time\s+for|no\s+later\s+than|within|over"
    r"|in|during|throughout|across|for|after|on|upon|when|once|while)\b[\s:]+",
    _I,
)
_CLAUSE = re.compile(
    r"(?:the\s+)?(?P<time>time|point)(?:\s+(?:that|at\s+which|when))?\s+"
    rf"|(?=(?:\[[^\]]{{1,30}}\]|{_WORD})\s)",
    _I,
)
_VERB = re.compile(
    rf"(?:(?:\[[^\]]{{1,30}}\]|{_WORD}?)\s+){{0,3}}?(?:\[[^\]]{{1,30}}\]|{_WORD}?)(?:['’](?:m|s|re)\b(?:\s+(?P<end3>leaving|finishing))?|\s+(?:"
    r"(?P<be>is|am|are|will\s+be|turns?|has\s+turned|reach(?:es)?|has\s+reached|becomes?)"
    r"|(?P<end>leaves?|finish(?:es)?|completes?|ends|has\s+(?:left|finished|completed))"
    r"|(?P<start>starts?|begins?|enters?|joins?|(?:moves?|goes|go|transfers?|transitions?|progress(?:es)?|gets?)"
    r"\s+(?:(?:on|up|over|across)\s+)?(?:in)?to)))\s+"
    r"(?:(?:due|ready)\s+to\s+(?:(?P<end2>leave|finish|complete)|(?P<start2>start|begin|enter|join|(?:move|go|transfer)"
    r"\s+(?:on\s+|up\s+)?(?:in)?to))\s+)?(?:(?:in|at|aged?)\s+)?",
    _I,
)
_GERUND = re.compile(
    r"(?:(?P<end>leaving|finishing|completing|completion\s+of)"
    r"|(?P<start>starting|beginning|entering|joining|entry\s+(?:in)?to|(?:moving|transferring|transitioning|going"
    r"|(?:his|her|their|the|my)?\s*(?:transition|transfer|move|progression|admission|entry))\s+(?:on\s+|up\s+)?"
    r"(?:in)?to))\s+",
    _I,
)
_EDGE = re.compile(
    r"(?:the\s+)?(?:very\s+)?(?:(?P<end>end|close|completion|conclusion|finish)|(?P<start>start|beginning))"
    r"\s+of\s+(?:(?:his|her|their|my|the)\s+(?:time|years|stay)\s+(?:at|in)\s+)?|(?:the\s+)?(?:time|point|date)\s+of\s+|(?P<end2>end)\s+(?!of\b)",
    _I,
)
_WHICH = re.compile(
    r"(?:(?:the|his|her|their|my|our|your|this|that|next|current|coming|following|present|a|an|its|first|final"
    rf"|statutory|{_WORD}['’]s)\s+){{0,3}}",
    _I,
)
_BARE_AGE = re.compile(
    r"(?P<age>\d{1,2})½?(?:\s?/\s?(?P<later>\d{1,2}))?(?!\.?\d|[:%/½])(?=\s*(?:,|$|he\b|she\b|they\b|i\b|I\b|years?\b"
    r"|[.;)]|[A-Z]\w+['’]?s?\s+(?:will|can|is|to|has)\b))"
)
# «By the time she is four»: in words only where it is said of somebody
_AGE_IN_WORDS = re.compile(
    r"(?P<age>two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|twenty)(?P<later>(?!))?\b(?!\s+(?:years?|months?|weeks?)\b)",
    _I,
)
_LABEL = re.compile(
    r"\(\s*(?:by\s+)?|\b(?:time-?\s?(?:scale|frame|line)|target\s+date|deadline|by\s+when|when|due(?:\s+by|\s+date)?"
    r"|date\s+due|to\s+be\s+achieved(?:\s+by)?|achieve\s+by|completion\s+date)\s*[:–—-]+\s*(?:by\s+)?",
    _I,
)
_COUNTED = re.compile(
    r"\b(?:times?|occasions?|once|twice|incidents?|sessions?|lessons?|days?|visits?|nights?|mornings?"
    r"|exclusions?|suspensions?|absences?|weeks?|out)\s+$",
    _I,
)
_NEW_SUBJECT = re.compile(r"\s*(?:[,:]|$|(?:he|she|they|we)\b|I\b|\[|[A-Z][a-z])")
_OF_THINGS = (Basis.YEAR_GROUP, Basis.KEY_STAGE, Basis.PHASE)  # «her Year 6 teacher»
_OF_A_THING = re.compile(
    r"\s+(?:teachers?|staff|levels?|work|texts?|books?|maths|english|curriculum|standards?|class|pupils?|students?"
    r"|children|peers|leads?|lessons?|expectations?|spellings?|words?|nurse|hall|day|week|run)\b",
    _I,
)
_BESIDE = re.compile(r"\s*(?:\(|,|–|-|\bin\b|\bon\b)\s*(?:by\s+|in\s+)?", _I)
_BRACKET = re.compile(r"\s*\(\s*(?:by\s+|in\s+)?", _I)
_PERIODS = frozenset({"in", "during", "throughout", "while"})
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
    for match in _LEAD.finditer(text):
        point = _led(text, match, setting)
        if point:
            yield _timeframe(text, match.start(), point)
    for match in _LABEL.finditer(text):
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
        edge = _EDGE.match(text, start)
        return _timeframe(text, start, point) if point and edge else None
    labelled = re.compile(r"\s*(?:[:–—)\]]|-\s|,\s)").match(text, point.end)
    this_year = point.basis is Basis.ACADEMIC_YEAR and text[start : start + 4].lower() == "this"
    found = labelled or this_year or _EDGE.match(text, start)
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
    if lead in _OPENERS and begins_clause(text, match.start()):
        opened = _clause(text, at, setting, timed=False)
        return opened or (read_duration(text, at, setting) if lead == "after" else None)
    if lead in ("within", "in", "over", "for", "during", "throughout", "across", "while"):
        return _period(text, match, setting, lead)
    return None


def _at(text: str, match: re.Match[str], setting: Setting) -> Point | None:
    """«At the end of Year 6»; «At age 16, ...» where it opens the sentence."""
    point = _edged(text, match.end(), setting)
    if point is None or _EDGE.match(text, match.end()):
        return point
    opens = begins_clause(text, match.start()) and point.basis is Basis.AGE
    return point if opens else None


def _coming_duration(text: str, at: int, setting: Setting) -> Point | None:
    """«By the end of the next two years»."""
    edge = _EDGE.match(text, at)
    return read_duration(text, edge.end(), setting, "for") if edge else None


def _period(text: str, match: re.Match[str], setting: Setting, lead: str) -> Point | None:
    """«Within 12 months», «in 6 weeks' time», «over the next two terms», «In Year 5, ...»."""
    counted = _COUNTED.search(text, max(0, match.start() - 24), match.start())
    point = read_duration(text, match.end(), setting, lead)
    if point and not counted:
        return point
    if lead == "within":
        point = _edged(text, match.end(), replace(setting, edge="end"))
        return point if point and point.basis is Basis.ACADEMIC_YEAR else None
    if lead in _PERIODS and begins_clause(text, match.start()):
        point = _edged(text, match.end(), replace(setting, edge="end"))
        return point if point and _names_a_period(text, match.end(), point) else None
    if lead == "during":
        point = _edged(text, match.end(), replace(setting, edge="end"))
        years = point and point.basis in (Basis.YEAR_GROUP, Basis.KEY_STAGE, Basis.ACADEMIC_YEAR)
        return point if point and years and not text[point.end :].strip(" .;)") else None
    if lead == "over" and re.compile(r"the\s+course\s+of\s+", _I).match(text, match.end()):
        after = text.index("of", match.end()) + 3
        return _edged(text, after, replace(setting, edge="end"))
    return None


def _names_a_period(text: str, at: int, point: Point) -> bool:
    """Whether «In Year 4» opens the sentence, and not «In Year 4 maths lessons»."""
    if point.basis is Basis.PHASE:
        return False
    if point.basis is Basis.TERM and not re.search(r"term|\d", text[at : point.end], _I):
        return False
    return bool(_NEW_SUBJECT.match(text, point.end))


def _clause(text: str, at: int, setting: Setting, *, timed: bool = True) -> Point | None:
    """«the time he leaves school», «she is 16», «starting Year 7», «transition to secondary»."""
    if gerund := _GERUND.match(text, at):
        edge = "end" if gerund["end"] else "start"
        return _edged(text, gerund.end(), replace(setting, edge=edge))
    clause = _CLAUSE.match(text, at)
    verb = _VERB.match(text, clause.end()) if clause else None
    if clause is None or verb is None or (timed and not clause["time"] and verb["be"]):
        return None
    ends = verb["end"] or verb["end2"] or verb["end3"]
    starts = verb["start"] or verb["start2"]
    edge = "end" if ends else "start" if starts else "in"
    found = _edged(text, verb.end(), replace(setting, edge=edge))
    return found or (None if ends or starts else _bare_age(text, verb.end(), setting, "is"))


def _edged(text: str, at: int, setting: Setting) -> Point | None:
    """A point, with «the end of» or «the start of» before it, and which one: «the next ...»."""
    if edge := _EDGE.match(text, at):
        named = "end" if edge["end"] or edge["end2"] else "start" if edge["start"] else setting.edge
        setting, at = replace(setting, edge=named), edge.end()
    which = _WHICH.match(text, at)
    if which is None:
        return None
    for start in {which.end(): None, at: None}:
        point = read_point(text, start, replace(setting, which=which[0].lower()))
        if point and not (point.basis in _OF_THINGS and _OF_A_THING.match(text, point.end)):
            return _with_its_date(text, point, setting)
    return None


def _with_its_date(text: str, point: Point, setting: Setting) -> Point:
    """«the end of his course in July 2027», «Year 6 (July 2029)»: the date that is printed.

    Where it contradicts the year that is named with it, the later of the two counts.
    """
    open_end = point.date is None or point.basis is Basis.REVIEW
    beside = (_BESIDE if open_end else _BRACKET).match(text, point.end)
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
    match = _BARE_AGE.match(text, at)
    if match is None and lead == "is":
        match = _AGE_IN_WORDS.match(text, at)
    if match is None:
        return None
    age = int(amount((match["later"] or match["age"]).lower()) or 0)
    if not 2 <= age <= 25:  # noqa: PLR2004 -- the ages that a plan can speak of
        return None
    note = f"«{match[0]}» read as {age}" if match["later"] else ""
    when = birthday(age, setting.born) if setting.born else None
    return Point(Basis.AGE, when, match.end(), age, note or ("" if when else "no date of birth"))
