"""What is known of one plan beside its own words, once the whole caseload has been read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checks.caseload.children import whose_plans
from checks.caseload.copies import Copy, copies
from checks.caseload.versions import Version, versions
from checks.document.length import typical_words
from checks.rubric import Rubric
from extractors.listed import Listed
from extractors.plan import Kind, Plan


@dataclass(frozen=True, slots=True)
class Known:
    """Other plans and records that bear on a plan."""

    copies: Mapping[str, Copy] = field(default_factory=dict)  # by item
    history: tuple[Plan, ...] = ()  # the child's plans before this one, the oldest first
    listed: Listed | None = None  # the child's row in the caseload list
    typical_words: float | None = None  # of the plans of the caseload; None where they are few

    @property
    def earlier(self) -> Plan | None:
        """The child's plan before this one, where one was given and the order is known."""
        return self.history[-1] if self.history else None


def known_of(
    plans: Sequence[tuple[str, Plan]], rubric: Rubric, listed: Mapping[str, Listed]
) -> dict[str, Known]:
    """What is known of each file's plan beside its own words."""
    whose = whose_plans(plans)
    found = [copies(plans, kind, rubric.copied, whose) for kind in (Kind.OUTCOME, Kind.PROVISION)]
    of_child = versions(plans)
    typical = typical_words(plan for _, plan in plans)
    by_file = dict(plans)
    return {
        file: Known(
            copies={
                item: copy for of_kind in found for item, copy in of_kind.get(file, {}).items()
            },
            history=_before(of_child[file], by_file),
            listed=listed.get(file),
            typical_words=typical,
        )
        for file, _ in plans
    }


def _before(version: Version, plans: Mapping[str, Plan]) -> tuple[Plan, ...]:
    """The child's plans before that one; none where it is not known which came first."""
    if not version.ordered:
        return ()
    at = version.history.index(version.file)
    return tuple(plans[file] for file in version.history[:at])
