"""Which row and which child's plans, both left over, have one name: a hint, and no match."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from checks.caseload.signs import NAMES

Names = Mapping[int, frozenset[str]]  # the words of each name


def same_name(rows: Names, children: Names) -> dict[int, int]:
    """The one child for each row whose name is the row's, where no other row or child has it."""
    holding: dict[str, list[int]] = {}
    for child, words in children.items():
        for word in words:
            holding.setdefault(word, []).append(child)
    alike = {
        row: [
            child
            for child, shared in Counter(n for w in words for n in holding.get(w, ())).items()
            if shared >= NAMES
        ]
        for row, words in rows.items()
    }
    claims = Counter(child for found in alike.values() for child in found)
    return {
        row: found[0] for row, found in alike.items() if len(found) == 1 and claims[found[0]] == 1
    }
