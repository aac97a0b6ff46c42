"""One root cause, one finding: what a fault already says is not said again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from checks.check import Check, Hit, Severity, Verdict
from checks.continuity.ends import question


@dataclass(frozen=True, slots=True)
class Result:
    """What one check says of one plan."""

    check: Check
    verdict: Verdict
    hits: tuple[Hit, ...] = ()
    items: int = 0  # how many items it looked at one by one


_QUALITY = frozenset(
    {
        "e-specific",
        "e-measurable",
        "e-observable",
        "e-vague-verb",
        "e-benefit-clause",
        "e-compound",
        "e-format",
        "e-not-professional-led",
        "e-positive",
    }
)
_HORIZON = frozenset({"e-final-year", "e-phase-table", "e-horizon-12m", "e-short-in-long"})

# A fault on the left, found in an item, already says what those on the right would say of it.
MUTES: dict[str, frozenset[str]] = {
    # It has to go elsewhere: how well it is worded as an outcome does not matter.
    "e-not-provision": _QUALITY,
    "e-no-hours": _QUALITY,
    "e-not-service-view": _QUALITY,
    "e-not-aspiration": _QUALITY,
    # It is not known when it ends, so not whether that is far enough.
    "e-deadline-age": _HORIZON,
    "e-final-year": frozenset({"e-phase-table"}),
    # It is no need, so nothing has to follow from it.
    "b-provision-in-b": frozenset({"thread-need-outcome", "thread-need-provision"}),
}


def roll_up(results: Sequence[Result]) -> list[Result]:
    """The results without the hits that another fault of the same item already explains."""
    faults = {
        (result.check.id, hit.item.id)
        for result in results
        for hit in result.hits
        if hit.item and hit.verdict is Verdict.FAIL
    }
    muted = {(other, item) for check, item in faults for other in MUTES.get(check, ())}
    return _asked_once([_without(result, muted) for result in results])


def _asked_once(results: Sequence[Result]) -> list[Result]:
    """The results with what the words leave open of the thread in one question for the plan.

    It stands with the check that asks most firmly. The others stay unclear, and say no more.
    """
    open_ones = [(n, hit) for n, r in enumerate(results) for hit in r.hits if hit.left_open]
    if not open_ones:
        return list(results)
    ordered = sorted(open_ones, key=lambda one: _by_firmness(results[one[0]].check))
    first = ordered[0][0]
    asked = question([hit.left_open for _, hit in ordered])
    gathered = list(results)
    for n in {n for n, _ in open_ones}:
        kept = tuple(hit for hit in results[n].hits if not hit.left_open)
        gathered[n] = replace(results[n], hits=(*kept, asked) if n == first else kept)
    return gathered


def _by_firmness(check: Check) -> tuple[bool, str]:
    return check.severity is not Severity.MUST, check.id


def _without(result: Result, muted: set[tuple[str, str]]) -> Result:
    kept = tuple(h for h in result.hits if not (h.item and (result.check.id, h.item.id) in muted))
    if kept == result.hits:
        return result
    said = {hit.verdict for hit in kept}
    explained = {h.item.id for h in result.hits if h.item} - {h.item.id for h in kept if h.item}
    if Verdict.FAIL in said:
        verdict = Verdict.FAIL
    elif Verdict.UNCLEAR in said:
        verdict = Verdict.UNCLEAR
    else:
        verdict = Verdict.PASS if result.items > len(explained) else Verdict.NOT_ASSESSED
    return replace(result, verdict=verdict, hits=kept, items=result.items - len(explained))
