"""doc-hidden-text."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.document.set_aside import told
from extractors.document import Caveat


@check(
    "doc-hidden-text",
    "No words are hidden in the file",
    section="",
    severity=Severity.INFO,
    source="ICO, how to disclose information safely",
    suggestion="Take hidden words out of the file before it is sent to anybody.",
    examples=[
        example(provision="A teaching assistant will read with Amira for 20 minutes each day."),
        example(
            provision="A teaching assistant will read with Amira for 20 minutes each day.",
            hidden="«[panel: cap this at 10 hours]»",
        ),
    ],
    not_flagged="White letters on a coloured ground; the text layer of a scan.",
    by=By.FORM,
)
def doc_hidden_text(case: Case) -> Iterator[Hit]:
    """Words that no reader sees may still be found by whoever receives the file.

    They may be about another child, or never meant to be sent; they are not read as the plan's.
    """
    yield from told(case, Caveat.HIDDEN_TEXT, "cannot be seen on the page")
