"""b-baseline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.needs.words import told
from extractors.plan import Kind

_DATED = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2}\b|\b(?:spring|summer|autumn) term\b|"
    r"\b(?:at|aged?) \d|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w* '?\d\d\b",
    re.IGNORECASE,
)


@check(
    "b-baseline",
    "Section B says where the child is now, and as of when",
    section="B",
    severity=Severity.GOOD,
    source="What are outcomes?, Central Bedfordshire: skills that the child does not have now",
    suggestion="[Name] now [does what], [how much or how often], seen in [month and year].",
    reads=("B",),
    each=(Kind.NEED,),
    examples=[
        example(need="She cannot tell her news.", current="Uses two-word phrases (January 2026)."),
        example(need="He is well behind his class in reading and in number.", fails=True),
        example(need="He reads 40 words by sight.", fails=True, note="when, it does not say"),
        example(need="His reading age was 6 years 4 months in May 2026, so he cannot read signs."),
    ],
    not_flagged="Whether each need has its own level: this looks at Section B as a whole.",
    by=By.WORDS,
)
def b_baseline(case: Case) -> Iterator[Hit]:
    """Progress can only be told from where a child started: how much, and on what date."""
    measured = any("level" in told(said.words.text) for said in case.statements("B"))
    if not measured:
        yield Hit(reason="No level was found in Section B that a later one could be compared with.")
    elif not any(_DATED.search(said.words.text) for said in case.statements("B")):
        yield Hit(reason="Section B gives levels, but no date or year in which they were seen.")
