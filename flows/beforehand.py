"""What every guarded process would work out at its first plan, worked out before there are any.

The process that the guarded ones are copied from imports this module. It reads and audits a few
lines, so that the patterns of our words are in its memory, and so in theirs: a second of work for
each that an audit begins with, and for each that takes the place of one that died.
"""

from __future__ import annotations

import contextlib
from datetime import date

from checks.audit import audit
from checks.rubric import load_rubric
from extractors.document import Document, Paragraph, Place
from extractors.plan import Plan
from extractors.reading import understand

_LINES = (
    "Education, Health and Care Plan",
    "Name: Amira Hussain",
    "Section A: Views, interests and aspirations",
    "Amira wants to be a baker.",
    "Section B: Special educational needs",
    "Amira has difficulty with reading.",
    "Section E: Outcomes",
    "By the end of Year 6, Amira will read 60 words a minute.",
    "Section F: Special educational provision",
    "A teaching assistant will teach Amira to read for 20 minutes, four times a week.",
)


def _work_out() -> None:
    place = Place()
    lines = tuple(
        Paragraph(line, place, heading=1 if line.startswith("Section") else 0) for line in _LINES
    )
    plan = understand(Document("docx", lines))
    if isinstance(plan, Plan):
        audit(plan, load_rubric(), date(2026, 1, 1))


with contextlib.suppress(Exception):  # what goes wrong here, each process finds for itself
    _work_out()
