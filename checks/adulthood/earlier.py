"""pfa-earlier."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, words
from checks.wordlists import wordlist
from extractors.plan import Kind


@check(
    "pfa-earlier",
    "Adult life is thought of before Year 9, too",
    section="",
    severity=Severity.INFO,
    source="Outcomes guidance with the review-year chart: «at all stages»",
    suggestion="Nothing has to change: this shows where a plan already looks ahead.",
    by=By.MEANING,
    knows=lambda case: case.year is not None,
    applies=lambda case: (case.year or 0) < case.rubric.adulthood.from_year,
    examples=[
        example(
            born="2017-03-04",
            plan_date="2026-05-04",
            aspiration="«When I am older» I want to live near my sister.",
        ),
        example(born="2017-03-04", plan_date="2026-05-04", aspiration="I like trains."),
    ],
    not_flagged="This never fails a plan; it shows the first place that speaks of adult life.",
)
def pfa_earlier(case: Case) -> Iterator[Hit]:
    """The plan of a younger child that speaks of adult life shows it here, for information."""
    for item in case.plan.of(Kind.ASPIRATION, Kind.VIEW, Kind.OUTCOME, Kind.PROVISION):
        if found := wordlist("pfa").find(item.text).get("grown_up"):
            yield Hit(words(item, found[0]), item)
            return
