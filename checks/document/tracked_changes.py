"""doc-tracked-changes."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.document.set_aside import told
from extractors.document import Caveat


@check(
    "doc-tracked-changes",
    "No tracked change is left in the file",
    section="",
    severity=Severity.INFO,
    source="IPSEA, the working document",
    suggestion="Accept or reject every change in Word, save the plan, and audit it again.",
    examples=[
        example(provision="A teaching assistant will read with Amira for 20 minutes each day."),
        example(
            provision="A teaching assistant will read with Amira for 20 minutes each day.",
            deleted="«as and when needed»",
        ),
        example(changed="yes", fails=True, note="words were added, and none deleted"),
    ],
    not_flagged="A change of the looks alone; comments in the margin.",
    by=By.FORM,
)
def doc_tracked_changes(case: Case) -> Iterator[Hit]:
    """While changes are tracked, nobody can tell what was agreed.

    The plan was read as if every change were accepted: what was added counts, what was deleted
    does not.
    """
    hits = list(told(case, Caveat.TRACKED_CHANGES, "were deleted with changes being tracked"))
    yield from hits
    if Caveat.TRACKED_CHANGES in case.plan.caveats and not hits:
        yield Hit(reason="Words were added with changes being tracked, and were read as accepted.")
