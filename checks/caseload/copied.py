"""The statements of one plan whose words stand in other children's plans too."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, whole
from extractors.plan import Kind


def copied(case: Case, kind: Kind) -> Iterator[Hit]:
    """Gives the copied statements of that kind, each with how many children's plans hold it."""
    copies = case.known.copies if case.known else {}
    for item in case.plan.of(kind):
        if copy := copies.get(item.id):
            yield Hit(
                whole(item),
                item,
                reason="The same words, names and numbers aside, stand in the plans of"
                f" {copy.children} children (group {copy.group}).",
            )
