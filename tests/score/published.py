"""What published guidance held against single statements, beside what our checks say of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from checks.audit import audit
from checks.check import example
from checks.examples import plan_of
from checks.standing import Counts
from tests.score.faults import AS_OF, trusting

Row = dict[str, Any]

_VAGUE = ("f-weasel",)
# The publishers' reasons, and the checks that say the same: the first is the one that should.
CHECKS_FOR: Mapping[str, tuple[str, ...]] = {
    "vague_verb": ("e-vague-verb", "e-specific", "e-observable"),
    "not_specific": ("e-specific", "e-vague-verb", "e-observable"),
    "not_measurable": ("e-measurable", "e-observable"),
    "no_timeframe": ("e-timebound", "e-deadline-resolvable"),
    "is_provision": ("e-not-provision", "e-no-hours", "e-not-service-view"),
    "service": ("e-not-service-view", "e-not-provision"),
    "is_activity": ("e-not-provision", "e-specific", "e-measurable"),
    "is_aspiration": ("e-not-aspiration", "e-control-influence"),
    "control": ("e-control-influence", "e-not-aspiration"),
    "absolutes": ("e-absolutes",),
    "negative": ("e-positive",),
    "jargon": ("e-jargon",),
    "several_results": ("e-compound",),
    "hours_missing": ("f-duration",),
    "duration_missing": ("f-duration",),
    "frequency_missing": ("f-frequency",),
    "staff_missing": ("f-who", "f-staff-undefined"),
    "staff_undefined": ("f-staff-undefined", "f-who"),
    "expertise_missing": ("f-expertise",),
    "group_size_missing": ("f-ratio", "f-weasel"),
    "access_to": _VAGUE,
    "opportunities_for": _VAGUE,
    "regular": (*_VAGUE, "f-frequency"),
    "weasel_as_required": _VAGUE,
    "weasel_as_appropriate": _VAGUE,
    "would_benefit": ("f-modality", "f-weasel"),
    "may_should": ("f-modality", "f-weasel"),
    "range": ("f-range",),
    "up_to": ("f-range", "f-weasel"),
    "programme_undefined": ("f-content", "f-type"),
    "generic_universal": ("f-additional", "f-type", "f-weasel"),
    "is_not_provision": ("f-type",),
    "delegated": ("f-delegated",),
    "banding": ("f-banding",),
}
# What makes a statement poor. Other checks may speak of a good one: «so that» is no condition.
_DECIDING = frozenset(check for checks in CHECKS_FOR.values() for check in checks)
_SORTS = {
    "outcomes.jsonl": ("outcome", "good", "e-"),
    "provision.jsonl": ("provision", "specific", "f-"),
}


@dataclass
class Reasons:
    """How far our reasons are the publishers'."""

    found: Counter[str] = field(default_factory=Counter)  # by check
    missed: Counter[str] = field(default_factory=Counter)
    false_alarms: Counter[str] = field(default_factory=Counter)
    shared: dict[str, list[bool]] = field(default_factory=dict)  # by publisher: any reason alike?
    named: Counter[str] = field(default_factory=Counter)  # by reason
    not_named: Counter[str] = field(default_factory=Counter)

    @property
    def by_check(self) -> dict[str, Counts]:
        """Found, missed and false alarms of each check that a publisher's reason speaks of."""
        return {
            check: Counts(self.found[check], self.missed[check], self.false_alarms[check])
            for check in sorted({*self.found, *self.missed, *self.false_alarms})
        }

    def lines(self) -> Iterator[str]:
        """Gives how many statements share a reason, and which reasons were not named."""
        every = [yes for told in self.shared.values() for yes in told]
        mean = sum(sum(told) / len(told) for told in self.shared.values()) / len(self.shared)
        yield (
            f"of {len(every)} statements with reasons, {sum(every) / len(every):.3f} share one or"
            f" more with the publisher; averaged by publisher {mean:.3f}"
        )
        named, total = self.named.total(), self.named.total() + self.not_named.total()
        left = ", ".join(f"{reason} {n}" for reason, n in sorted(self.not_named.items()))
        yield f"of {total} reasons, {named / total:.3f} are named; not named: {left or 'none'}"


def score_reasons(folder: Path) -> Reasons:
    """How far our reasons are the publishers', contested and constructed statements left out."""
    reasons = Reasons()
    for file, (part, good, prefix) in _SORTS.items():
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("contested") or row.get("constructed"):
                continue
            said = _said(part, row["text"], prefix)
            if row["verdict"] == good:
                reasons.false_alarms.update(said & _DECIDING)
            elif row["reason_source"] == "publisher" and row["reasons"]:
                _compare(reasons, row, said)
    return reasons


def _compare(reasons: Reasons, row: Row, said: set[str]) -> None:
    """Counts one poor statement: for each reason, the checks that say the same."""
    right: set[str] = set()
    for reason in row["reasons"]:
        same = said & {*CHECKS_FOR.get(reason, ())}
        (reasons.named if same else reasons.not_named)[reason] += 1
        right |= same
        if not same and reason in CHECKS_FOR:
            reasons.missed[CHECKS_FOR[reason][0]] += 1
    reasons.found.update(right)
    reasons.shared.setdefault(row["publisher"], []).append(bool(right))


def _said(part: str, text: str, prefix: str) -> set[str]:
    """The checks of that section that find something in a statement that stands alone."""
    plan = plan_of(example((part, text)))
    found = audit(plan, trusting(), AS_OF).findings
    return {f.check for f in found if f.check.startswith(prefix) and f.item}
