"""The figures of the Summary: each with how many it was counted over and what it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from checks.audit import Audit
from checks.check import Severity, Verdict
from checks.clocks.clock import is_clock
from checks.grade import OVERALL
from checks.language.readings import Met
from checks.thread.links import End, Relation
from reports.result import Results
from reports.workbook.frames import Frames

FEWEST_FOR_A_RATE = 10  # a percentage of fewer says more than is known
IDENTITY = ("id-foreign-name", "id-pronoun")


@dataclass(frozen=True, slots=True)
class Figure:
    """One tile: what it is called, its value, what that was counted over, what it means."""

    name: str
    value: str
    over: str
    meaning: str


def figures(results: Results, frames: Frames) -> tuple[Figure, ...]:
    """The tiles, in the order in which a manager asks; `frames` hold what counts."""
    audits = [r.audit for r in results.counted if r.audit]
    return (
        _audited(results),
        _statutory(audits),
        _whole_thread(audits),
        _needs_without_provision(audits),
        _outcomes_per_plan(frames.plans),
        _smart(frames.outcomes),
        _expired(frames.outcomes),
        _specified(frames.provision),
        _plans_with(
            audits,
            ("pfa-four-areas",),
            "Year 9 and above with all four adulthood areas",
            "Plans from Year 9 whose outcomes touch work or study, independent living, "
            "community and health.",
            met=True,
        ),
        _plans_with(
            audits,
            ("stale-review-overdue", "t-ar-12m"),
            "Reviews overdue",
            "By the caseload list; else the plan's own review date, or twelve months after it.",
        ),
        _plans_with(
            audits,
            IDENTITY,
            "Plans with an identity alert",
            "Another person's name or other pronouns stand in the plan: look at these first.",
        ),
        _not_assessed(audits),
    )


def _audited(results: Results) -> Figure:
    audited, counted = len(results.audited), len(results.counted)
    once = f"; {counted} counted, one for each child" if counted < audited else ""
    return Figure(
        "Plans audited",
        str(audited),
        f"of {len(results.files)} files given{once}",
        "Files that could be read as plans, wholly or in part. The rest are on «Not audited».",
    )


def part(count: int, of: int) -> str:
    """A count as a share: a percentage only where there are enough to speak of one."""
    if of >= FEWEST_FOR_A_RATE:
        return f"{100 * count / of:.0f}%"
    return f"{count} of {of}" if of else "–"


def _over(count: int, of: int, what: str) -> str:
    return f"{count:,} of {of:,} {what}" if of else f"no {what} to count"


def _statutory(audits: Sequence[Audit]) -> Figure:
    judged = [a for a in audits if OVERALL in a.grades]
    met = sum(not statutory_failures(a) for a in judged)
    return Figure(
        "Nothing statutory missing",
        part(met, len(judged)),
        _over(met, len(judged), "plans"),
        "Plans in which no check that rests on statute failed.",
    )


def statutory_failures(audit: Audit) -> int:
    """How often what a plan says fails what statute asks; the clocks are told apart."""
    return sum(
        f.verdict is Verdict.FAIL and f.severity is Severity.MUST and not is_clock(f.check)
        for f in audit.findings
    )


def _whole_thread(audits: Sequence[Audit]) -> Figure:
    whole, of = whole_threads(audits)
    return Figure(
        "Needs with a whole thread",
        part(whole, of),
        _over(whole, of, "needs"),
        "Needs for which both an outcome and provision were found, in print or by wording.",
    )


def whole_threads(audits: Sequence[Audit]) -> tuple[int, int]:
    """For how many needs both an outcome and provision were found, and of how many needs."""
    pairs = [pair for audit in audits for pair in _need_ends(audit)]
    return sum(all(end is End.LINKED for end in pair) for pair in pairs), len(pairs)


def _need_ends(audit: Audit) -> list[tuple[End, End]]:
    found = []
    for need in audit.plan.needs:
        outcome = audit.thread.ending(Relation.OUTCOME_NEED, need.id)
        provision = audit.thread.ending(Relation.PROVISION_NEED, need.id)
        if outcome and provision:
            found.append((outcome.end, provision.end))
    return found


def _needs_without_provision(audits: Sequence[Audit]) -> Figure:
    said = [[f for f in a.findings if f.check == "thread-need-provision"] for a in audits]
    failed = [sum(f.verdict is Verdict.FAIL for f in plan) for plan in said]
    to_check = sum(f.verdict is Verdict.UNCLEAR and f.item is not None for p in said for f in p)
    more = f"; {to_check} more to check" if to_check else ""
    return Figure(
        "Needs without provision",
        str(sum(failed)),
        f"in {sum(n > 0 for n in failed)} of {len(audits)} plans{more}",
        "Needs in Section B for which no provision was found. Every need must have provision.",
    )


def _outcomes_per_plan(plans: pd.DataFrame) -> Figure:
    counts = pd.to_numeric(plans["outcomes"]).dropna()
    middle = f"{counts.median():g}" if len(counts) else "–"
    span = f"from {counts.min():g} to {counts.max():g}" if len(counts) else "no plans to count"
    return Figure("Outcomes in a plan", middle, span, "The median: half of the plans have more.")


def _smart(outcomes: pd.DataFrame) -> Figure:
    judged = outcomes["smart"].dropna()
    met = int((judged == Met.MET.value).sum())
    return Figure(
        "Outcomes that are SMART",
        part(met, len(judged)),
        _over(met, len(judged), "outcomes"),
        "Specific, measurable and time-bound, and not a service. Whether one is achievable "
        "is for a person to say.",
    )


def _expired(outcomes: pd.DataFrame) -> Figure:
    left = pd.to_numeric(outcomes["days_left"]).dropna()
    past = int((left < 0).sum())
    return Figure(
        "Outcomes past their end",
        part(past, len(left)),
        _over(past, len(left), "dated outcomes"),
        "The end point that the outcome states lies before the day of the audit.",
    )


def _specified(provision: pd.DataFrame) -> Figure:
    judged = provision["specified"].dropna()
    met = int((judged == "specified").sum())
    return Figure(
        "Provision that is specified",
        part(met, len(judged)),
        _over(met, len(judged), "lines of provision"),
        "What, how long, how often and who, as far as that sort of provision needs them.",
    )


def _plans_with(
    audits: Sequence[Audit], checks: Sequence[str], name: str, meaning: str, *, met: bool = False
) -> Figure:
    """The plans in which one of these checks fails, or, with `met`, in which all of them pass."""
    said = [[a.verdicts[c] for c in checks if c in a.verdicts] for a in audits]
    judged = [v for v in said if any(x in (Verdict.PASS, Verdict.FAIL) for x in v)]
    failing = sum(Verdict.FAIL in v for v in judged)
    count = len(judged) - failing if met else failing
    value = part(count, len(judged)) if met else str(count)
    return Figure(name, value, _over(count, len(judged), "plans"), meaning)


def _not_assessed(audits: Sequence[Audit]) -> Figure:
    said = [v for a in audits for v in a.verdicts.values() if v is not Verdict.NOT_APPLICABLE]
    missing = sum(v is Verdict.NOT_ASSESSED for v in said)
    return Figure(
        "Checks not assessed",
        part(missing, len(said)),
        _over(missing, len(said), "checks"),
        "Checks whose section or date was not found. They count neither for nor against a plan.",
    )
