"""What belongs together in a plan, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Relation(StrEnum):
    """The four joints of the golden thread."""

    OUTCOME_ASPIRATION = "outcome-aspiration"
    OUTCOME_NEED = "outcome-need"
    PROVISION_OUTCOME = "provision-outcome"
    PROVISION_NEED = "provision-need"


class Side(StrEnum):
    """An end of a relation."""

    FROM = "from"
    TO = "to"


class Basis(StrEnum):
    """How a link is known."""

    PRINTED = "printed"
    WORDS = "words"


class Linked(StrEnum):
    """How sure a link is."""

    LINKED = "linked"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Link:
    """Two items that belong together. From and to run as in the relation's name."""

    relation: Relation
    from_id: str
    to_id: str
    basis: Basis
    verdict: Linked
    evidence: str  # in words, never a bare number: "both about handwriting: ..."


class End(StrEnum):
    """Whether an item has another end in one relation."""

    LINKED = "linked"
    UNCLEAR = "unclear"
    NONE_FOUND = "none found"


@dataclass(frozen=True, slots=True)
class Ending:
    """Whether one item has another end in one relation, and what came closest."""

    relation: Relation
    item_id: str
    end: End
    evidence: str


@dataclass(frozen=True, slots=True)
class Thread:
    """The golden thread of one plan.

    `endings` has one entry for every item and relation that it could take part in, but only where
    both kinds of items were found in the plan: with no outcomes there is nothing to say of needs.
    """

    links: tuple[Link, ...] = ()
    endings: tuple[Ending, ...] = field(default=())

    def linked(self, relation: Relation, item_id: str) -> tuple[Link, ...]:
        """The sure links of that item in that relation."""
        return tuple(
            link
            for link in self.links
            if link.relation is relation
            and link.verdict is Linked.LINKED
            and item_id in (link.from_id, link.to_id)
        )

    def ending(self, relation: Relation, item_id: str) -> Ending | None:
        """Whether that item has another end in that relation; None where nothing can be said."""
        return next(
            (e for e in self.endings if e.relation is relation and e.item_id == item_id), None
        )
