"""f-arithmetic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example, whole, words
from checks.language.amounts import Amount, amounts_in
from checks.language.rates import SchoolWeeks
from checks.language.readings import ProvisionReading, Span
from checks.language.words import amount
from checks.provision.arithmetic import LineTime, Timetable
from checks.provision.slots import readings
from extractors.plan import Item, Kind

_NEAR = 0.02
_HOUR = 60
_COUNT = re.compile(
    r"\b(\w+)\s+(?:\w+\s+)?(?:weeks|sessions|days|times|terms|months)\b", re.IGNORECASE
)
_YEARLY = (36.0, 38.0, 12.0)  # weeks of a year or a term that plans count by
_NOTHING = re.compile(
    r"(?<![\d.,:/])\b(?:0|zero|nil)\s*(?:x\s*)?(?:hours?|hrs?|minutes?|mins?|sessions?|times)\b",
    re.IGNORECASE,
)
_TOTAL_BEFORE = re.compile(
    r"\b(?:totals?|totall?ing|amount(?:s|ing) to|equat(?:es|ing) to|making|comes to|altogether|sum"
    r" of)\b[^.;|]{0,25}$",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(
    r"^[^.;|,]{0,30}\b(?:in total|altogether|in all|overall)\b", re.IGNORECASE
)
_FOR_WEEKS = re.compile(
    r"\b(?:over|for|across|in)\s+(?:a\s+period\s+of\s+|the\s+(?:first|next)\s+)?(?P<weeks>\w+)"
    r"\s+(?:school\s+|consecutive\s+)?weeks\b",
    re.IGNORECASE,
)
_BEYOND_SCHOOL = re.compile(
    r"\b(?:residential|waking|24|overnight|night|boarding|weekends?|evenings?|at home|"
    r"extended day|seven days|7 days)\b",
    re.IGNORECASE,
)
_ASSISTANTS = frozenset({"teaching assistant", "support worker", "early years practitioner"})


@check(
    "f-arithmetic",
    "The amounts of provision add up",
    section="F",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69, by arithmetic",
    suggestion="[Number] sessions of [minutes] minutes a week: [hours] hours in all.",
    by=By.FORM,
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(provision="Three sessions of 20 minutes a week, a total of one hour a week."),
        example(provision="«Three sessions of 20 minutes» a week, a total of two hours a week."),
        example(provision="A teaching assistant for «0 hours» a week."),
        example(
            provision=(
                "One-to-one help from a teaching assistant in class for 25 hours a week.",
                "«One-to-one help from a teaching assistant at other times for 16 hours a week.»",
            ),
        ),
        example(
            provision=(
                "A teaching assistant will be in the classroom for 20 hours a week.",
                "A specialist teacher will teach reading in a group of three, 5 hours a week.",
                "Sam will be taught maths in a class of twelve for 5 hours a week.",
                "Swimming with the class for 3 hours a week.",
            ),
            note="helpers and lessons overlap",
        ),
        example(provision="«Ten weekly sessions of 30 minutes» over six weeks."),
        example(provision="Six weekly sessions of 30 minutes over six weeks, three hours in all."),
        example(provision="«A teaching assistant will be with Sam for 60 hours a week.»"),
    ],
    not_flagged="Amounts that overlap: an assistant in a lesson that a teacher teaches; time"
    " outside the school week where the line says so.",
)
def f_arithmetic(case: Case) -> Iterator[Hit]:
    """Sums that cannot be right leave everybody to guess what was meant."""
    for line, reading in readings(case):
        yield from _of_line(line, reading, case.rubric.provision.year)
    yield from _more_than_the_week(case, case.timetable)


def _of_line(line: Item, reading: ProvisionReading, year: SchoolWeeks) -> Iterator[Hit]:
    """What cannot be right within one line."""
    text = reading.text
    if match := _NOTHING.search(text):
        span = Span(match.start(), match.end(), match[0])
        yield Hit(words(line, span), line, reason=f"«{match[0]}» provides nothing.")
        return
    amounts = amounts_in(text, year)
    total = next((a for a in amounts if _is_total(text, a)), None)
    others = [a for a in amounts if a is not total]
    if total and others and not _adds_up(text, total, others, year):
        yield Hit(
            words(line, _span(text, others[0])),
            line,
            reason=f"The line says {_words(text, total)} in all, and its parts come to something"
            " else.",
        )
    for one in amounts:
        if _too_many(text, one):
            yield Hit(
                words(line, _span(text, one)),
                line,
                reason="There are more sessions than would fit into the weeks that are named.",
            )


def _is_total(text: str, one: Amount) -> bool:
    return bool(
        _TOTAL_BEFORE.search(text[max(0, one.start - 40) : one.start])
        or _TOTAL_AFTER.search(text[one.end : one.end + 40])
    )


def _adds_up(text: str, total: Amount, others: list[Amount], year: SchoolWeeks) -> bool:
    """Whether a total is the sum of its parts: by the week, each once, or over the weeks named."""
    said = {total.most * total.goes[1]}
    if total.a_week:
        said.add(total.a_week[1])
    weekly = sum(one.a_week[1] for one in others if one.a_week)
    once = sum(one.most * one.goes[1] for one in others)
    sums = {weekly, once, sum(one.most for one in others)}
    counts = {amount(m[1].lower()) or 1 for m in _COUNT.finditer(text)}
    sums |= {each * count for each in (weekly, *(one.most for one in others)) for count in counts}
    sums |= {weekly * count for count in (*_YEARLY, *year)}
    return any(abs(one - other) <= _NEAR * max(one, other) for one in said for other in sums)


def _too_many(text: str, one: Amount) -> bool:
    """Whether a block of weekly sessions is longer than the weeks that it is given."""
    if not (one.block and one.rate and one.rate.weeks == 1):
        return False
    match = _FOR_WEEKS.search(text, one.end) or _FOR_WEEKS.search(text[: one.start])
    weeks = amount(match["weeks"].lower()) if match else None
    return bool(weeks and one.goes[0] > weeks * one.rate.most)


def _span(text: str, one: Amount) -> Span:
    """An amount's words, with the number of its sessions."""
    start = one.start
    before = re.search(r"(?:\w+[\s-]+){1,4}(?:of|x)\s+$", text[:start])
    if one.goes[1] > 1 and before:
        begins = re.search(r"(?:^|[.;|,]\s*)((?:\w+[\s-]+){1,5}(?:of|x)\s+)$", text[:start])
        start = begins.start(1) if begins else before.start()
    return Span(start, one.end, text[start : one.end])


def _words(text: str, one: Amount) -> str:
    return f"«{text[one.start : one.end]}»"


def _more_than_the_week(case: Case, times: Timetable) -> Iterator[Hit]:
    """Lines, and helpers for this child alone, that need more hours than a week of school has."""
    by_id = {line.id: line for line in case.plan.provision}
    longest = case.rubric.provision.longest_week_hours * _HOUR
    alone: list[LineTime] = []
    for line in times.lines:
        item = by_id[line.item]
        if _BEYOND_SCHOOL.search(item.full_text):
            continue
        if line.least > longest * line.adults:
            yield Hit(
                whole(item),
                item,
                Verdict.UNCLEAR,
                f"{_hours(line.least)} hours a week are more than a week of school has."
                " Please check.",
            )
        elif line.one_to_one and line.role in _ASSISTANTS and line.least:
            alone.append(line)
    together = sum(line.least for line in alone)
    if len(alone) > 1 and together > longest:
        last = by_id[alone[-1].item]
        lines = ", ".join(line.item for line in alone)
        yield Hit(
            whole(last),
            last,
            Verdict.UNCLEAR,
            f"{lines} together give {_hours(together)} hours a week of a helper for this child"
            " alone: more than a week of school has. Please check whether they overlap.",
        )


def _hours(minutes: float) -> str:
    return f"{minutes / _HOUR:.1f}".removesuffix(".0")
