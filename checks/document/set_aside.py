"""Words in the file that its reader does not see as part of the plan, told in one finding."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit
from extractors.document import Caveat
from extractors.plan import Passage


def told(case: Case, why: Caveat, what: str) -> Iterator[Hit]:
    """One hit for all that was set aside for one reason: the first words of it, and how many."""
    found = [
        aside
        for aside in case.plan.set_aside
        if aside.why is why and any(char.isalnum() for char in aside.text)
    ]
    if not found:
        return
    first = found[0]
    rest = {1: "", 2: " One more passage is."}.get(
        len(found), f" So are {len(found) - 1} more passages."
    )
    yield Hit(
        words=Passage(first.text, first.place),
        reason=f"These words {what}, and were left out of the reading.{rest}",
    )
