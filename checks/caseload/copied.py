"""The statements of one plan whose words stand in other children's plans too."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, whole
from extractors.plan import Kind


def copied(case: Case, kind: Kind) -> Iterator[Hit]:
    """Gives the copied statements of that kind, each with how many children's plans hold it."""
    copied = case.known.copied if case.known else ()
    clusters = {copy.item: cluster for copy, cluster in copied if copy.item}
    for item in case.plan.of(kind):
        if cluster := clusters.get(item.id):
            yield Hit(
                whole(item),
                item,
                reason="The same words, names and numbers aside, stand in the plans of"
                f" {cluster.children} children (group {cluster.code}).",
            )
