"""doc-readable."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from extractors.document import Caveat
from extractors.plan import Section

_SCANNED = frozenset({Caveat.READ_BY_OCR, Caveat.PARTLY_READ_BY_OCR})
_DOUBTFUL = 0.75  # of the certainty of text recognition


@check(
    "doc-readable",
    "The file could be read, and how surely",
    section="",
    severity=Severity.INFO,
    source="Goldenthread's own",
    suggestion="Ask for the Word file or the PDF made from it instead of a scan.",
    by=By.FORM,
    examples=[
        example(need="He finds reading hard."),
        example(unread="some pages", fails=True),
    ],
    not_flagged="A file that is read word by word from what its program wrote. This is said for"
    " information, and is no fault of the plan's words.",
)
def doc_readable(case: Case) -> Iterator[Hit]:
    """What could not be read surely is asked about, and never held against a plan."""
    plan = case.plan
    said: list[str] = []
    if plan.caveats & _SCANNED:
        said.append(f"The text was read from a scan. {_doubtful(plan.sections)}".strip())
    if Caveat.PARTLY_UNREADABLE in plan.caveats:
        said.append("Some pages are pictures whose words were not read.")
    if Caveat.CUT_AT_LIMIT in plan.caveats:
        said.append("The file is longer than what is read of a file: its end is missing.")
    if Caveat.REPAIRED in plan.caveats:
        said.append("The file was damaged, and most of it could be recovered.")
    if said:
        yield Hit(reason=" ".join(said))


def _doubtful(sections: tuple[Section, ...]) -> str:
    """In words: the sections in which much was not read with certainty."""
    doubts = {}
    for section in sections:
        if section.passages:
            low = sum(p.place.confidence < _DOUBTFUL for p in section.passages)
            doubts[section.letter] = low / len(section.passages)
    named = [f"{letter} ({share:.0%})" for letter, share in doubts.items() if share > 0]
    if not named:
        return "All of it was read with certainty."
    return f"Passages that are not certain, by section: {', '.join(named)}."
