"""Grades: from the verdicts of a section's checks to one word, by rules that the rubric prints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checks.check import Severity, Verdict
from checks.rollup import Result
from checks.rubric import Rubric
from extractors.plan import LETTERS

OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class Grade:
    """How a section, or the whole plan, stands."""

    word: str
    share: float  # of the weight assessed, what was met
    assessed: int  # checks that counted
    not_assessed: int  # checks that could not count
    capped: bool  # a statutory check failed
    next_step: str  # what would move it up one, in words; empty at the top


def grades_of(results: Sequence[Result], rubric: Rubric) -> Mapping[str, Grade]:
    """The grade of every section in which something was assessed, and of the whole plan."""
    grades = {}
    for letter in (*LETTERS, OVERALL):
        own = [r for r in results if letter in (OVERALL, r.check.section)]
        if (grade := _grade(own, rubric)) is not None:
            grades[letter] = grade
    return grades


def _severity(result: Result, rubric: Rubric) -> Severity:
    return rubric.severity.get(result.check.id, result.check.severity)


def _met(result: Result) -> float:
    """What part of a check was met: by items where it looks at each, else all or nothing."""
    if result.verdict is Verdict.PASS:
        return 1.0
    faulty = {hit.item.id for hit in result.hits if hit.item and hit.verdict is Verdict.FAIL}
    if result.items and faulty:
        return 1 - min(len(faulty), result.items) / result.items
    return 0.0


def _grade(results: Sequence[Result], rubric: Rubric) -> Grade | None:
    rules = rubric.grades
    counted = [
        r
        for r in results
        if (r.verdict is Verdict.PASS or r.verdict is Verdict.FAIL)
        and _severity(r, rubric) in rules.weights
    ]
    left_out = [r for r in results if r.verdict in (Verdict.UNCLEAR, Verdict.NOT_ASSESSED)]
    weight = sum(rules.weights[_severity(r, rubric)] for r in counted)
    if not weight:
        return None
    met = sum(rules.weights[_severity(r, rubric)] * _met(r) for r in counted)
    share = round(met / weight, 3)
    earned = next((n for n, floor in enumerate(rules.floors) if share >= floor), len(rules.floors))
    statutory = [
        r.check
        for r in counted
        if _severity(r, rubric) is Severity.MUST and r.verdict is Verdict.FAIL
    ]
    cap = rules.words.index(rules.capped_at) if statutory else 0
    rung = max(earned, cap)
    return Grade(
        word=rules.words[rung],
        share=share,
        assessed=len(counted),
        not_assessed=len(left_out),
        capped=bool(statutory),
        next_step=_next_step(rung, cap, counted, rubric),
    )


def _next_step(rung: int, cap: int, counted: Sequence[Result], rubric: Rubric) -> str:
    """The faults whose mending would move the grade up one, heaviest first."""
    rules = rubric.grades
    if rung == 0:
        return ""
    target = rules.words[rung - 1]
    failed = [r for r in counted if r.verdict is Verdict.FAIL]
    if rung == cap:
        must = [r for r in failed if _severity(r, rubric) is Severity.MUST]
        names = ", ".join(r.check.id for r in must)
        return f"For «{target}», mend what the law requires first: {names}."
    weights = {r.check.id: rules.weights[_severity(r, rubric)] * (1 - _met(r)) for r in failed}
    total = sum(rules.weights[_severity(r, rubric)] for r in counted)
    missing = rules.floors[rung - 1] * total - (total - sum(weights.values()))
    chosen: list[str] = []
    for check in sorted(weights, key=lambda c: (-weights[c], c)):
        if missing <= 0:
            break
        chosen.append(check)
        missing -= weights[check]
    return f"For «{target}», mend: {', '.join(chosen)}."
