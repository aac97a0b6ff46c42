"""Small results to make reports from: invented plans, really audited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checks.audit import audit
from checks.rubric import load_rubric
from extractors.document import Place
from extractors.plan import LETTERS, Area, Child, Facts, Item, Kind, Plan, Reference, Section
from extractors.status import Status
from reports.result import FileResult, LeftOut, Results

AS_OF = date(2026, 11, 21)
KINDS = {"A": Kind.ASPIRATION, "B": Kind.NEED, "E": Kind.OUTCOME, "F": Kind.PROVISION}
TEXTS = {
    "A1": "Osian wants to work with horses.",
    "B1": "Osian finds it hard to hold a pencil and his handwriting cannot be read.",
    "B2": "Osian has about two seizures a month.",
    "E1": "By the end of Year 6 Osian will touch-type 20 words a minute so that he can write "
    "stories with his friends.",
    "E2": "Osian will improve his confidence.",
    "F1": "Typing practice with a teaching assistant trained by the occupational therapist, "
    "1:1, 15 minutes, daily.",
    "F2": "Access to a quiet space as required.",
}


def plan(name: str = "Osian Prosser", texts: dict[str, str] | None = None) -> Plan:
    """An invented plan of those items, id to text."""
    texts = TEXTS if texts is None else texts
    items = tuple(
        Item(id, id[0], KINDS[id[0]], text, Place(page=2), area=Area.SENSORY_PHYSICAL)
        for id, text in texts.items()
    )
    sections = tuple(Section(letter, found=True, labelled=True) for letter in LETTERS)
    references = (Reference("F1", "E1", "same row", Place(page=3)),) if "F1" in texts else ()
    born = date(2015, 2, 3)
    return Plan(
        Child(name, date_of_birth=born, year_group="Year 6"),
        Facts("final", date(2025, 3, 1), date(2026, 3, 1), "Ysgol Pen-y-bryn", "Northmere"),
        sections,
        items,
        references,
        pages=4,
        format="pdf",
    )


def audited(
    file: str, name: str = "Osian Prosser", texts: dict[str, str] | None = None
) -> FileResult:
    """A file with that plan, audited."""
    status = Status.AUDITED
    found = audit(plan(name, texts), load_rubric(None), AS_OF)
    return FileResult(file, "ab" * 32, status, status.reason, status.action, found)


def refused(file: str, status: Status = Status.PASSWORD) -> FileResult:
    """A file that could not be read."""
    return FileResult(file, None, status, status.reason, status.action)


def results(*files: FileResult) -> Results:
    """An audit of those files."""
    return Results(
        files=files,
        left_out=(LeftOut("~$plan.docx", "lock file of Word"),),
        as_of=AS_OF,
        rubric="SEND Code of Practice 2015",
        rubric_hash="0123456789abcdef",
        version="0.1.0",
    )


def ladder() -> tuple[str, ...]:
    """The grades of the standard rubric, best first."""
    return tuple(load_rubric(None).grades.words)


def renamed(result: FileResult, file: str) -> FileResult:
    """The same result for another file."""
    return replace(result, file=file)
