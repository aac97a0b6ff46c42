"""What is known of one plan beside its own words, once the whole caseload has been read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checks.caseload.copies import Cluster, Copy, clusters
from checks.caseload.register import Register, register_of
from checks.caseload.versions import Version, versions
from checks.document.length import typical_words
from checks.rubric import Rubric
from extractors.listed import Listed
from extractors.plan import Plan


@dataclass(frozen=True, slots=True)
class Known:
    """Other plans and records that bear on a plan."""

    file: str = ""  # its name in the folder given
    copied: tuple[tuple[Copy, Cluster], ...] = ()  # its words that stand in other children's plans
    children: int = 1  # whose plans were given
    history: tuple[Plan, ...] = ()  # the child's plans before this one, the oldest first
    listed: Listed | None = None  # the child's row in the caseload list
    child: str = ""  # whose plan it is: what plans of one child, or perhaps of one, have in common
    register: Register = field(default_factory=Register)  # what the children are called
    version: Version | None = None  # how it stands among the plans of its child
    typical_words: float | None = None  # of the plans of the caseload; None where they are few

    @property
    def superseded(self) -> bool:
        """Whether a later plan of the child's was given."""
        own = self.version
        return own is not None and own.ordered and own.later is not None

    @property
    def earlier(self) -> Plan | None:
        """The child's plan before this one, where one was given and the order is known."""
        return self.history[-1] if self.history else None


def known_of(
    plans: Sequence[tuple[str, Plan]], rubric: Rubric, listed: Mapping[str, Listed]
) -> dict[str, Known]:
    """What is known of each file's plan beside its own words."""
    of_child = versions(plans)
    whose = {file: version.whose for file, version in of_child.items()}
    copied: dict[str, list[tuple[Copy, Cluster]]] = {}
    for cluster in clusters(plans, rubric.copied, whose, listed):
        for copy in cluster.copies:
            copied.setdefault(copy.file, []).append((copy, cluster))
    register = register_of(plans, whose)
    children = len({one.may_be for one in whose.values()})
    typical = typical_words(plan for _, plan in plans)
    by_file = dict(plans)
    return {
        file: Known(
            file=file,
            copied=tuple(copied.get(file, ())),
            children=children,
            history=_before(of_child[file], by_file),
            listed=listed.get(file),
            child=whose[file].may_be,
            register=register,
            version=of_child[file],
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
