"""doc-struck-through."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.document.set_aside import told
from extractors.document import Caveat


@check(
    "doc-struck-through",
    "No words are struck through",
    section="",
    severity=Severity.INFO,
    source="IPSEA, the working document",
    suggestion="Take out the words that are agreed to go, and audit the plan again.",
    examples=[
        example(provision="A teaching assistant will read with Amira for 20 minutes each day."),
        example(
            provision="A teaching assistant will read with Amira for 20 minutes each day.",
            struck="«Amira would benefit from regular reading.»",
        ),
    ],
    not_flagged="Additions in bold, italics, underline or colour: they are read.",
    by=By.FORM,
)
def doc_struck_through(case: Case) -> Iterator[Hit]:
    """In a working document, words struck through are proposed or agreed to be deleted.

    They are not part of the plan as read, whoever struck them.
    """
    yield from told(case, Caveat.STRUCK_THROUGH, "are struck through")
