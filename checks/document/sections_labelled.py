"""doc-sections-labelled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from extractors.plan import Section


@check(
    "doc-sections-labelled",
    "Every section carries its letter",
    section="",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 12(1)",
    suggestion="Section [letter]: [its title].",
    examples=[
        example(A="I like trains."),
        example(unlabelled="F", fails=True),
        example(missing="H2", note="what is missing cannot carry a letter: another check says so"),
    ],
    not_flagged="Local titles or Parts 1 to 7, so long as the letter stands with them.",
    by=By.FORM,
)
def doc_sections_labelled(case: Case) -> Iterator[Hit]:
    """The law asks that each section be separately identified, so that nobody has to guess."""
    bare = [s for s in case.plan.sections if s.found and not s.labelled and not _lettered(s)]
    if bare:
        titles = "; ".join(f"«{s.headings[0].text}»" for s in bare if s.headings)
        letters = ", ".join(s.letter for s in bare)
        printed = f" It is headed {titles}." if titles else ""
        yield Hit(
            words=bare[0].headings[0] if bare[0].headings else None,
            reason=f"Without its letter on the page: Section {letters}.{printed}",
        )


def _lettered(section: Section) -> bool:
    """Whether one of its headings prints the letter all the same."""
    mark = re.compile(
        rf"\bsection\W{{0,3}}{section.letter}\b|^\W*{section.letter}\s*[:.)–-]", re.IGNORECASE
    )
    return any(mark.search(heading.text) for heading in section.headings)
