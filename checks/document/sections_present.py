"""doc-sections-present."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, Verdict, check, example

CORE = ("A", "B", "E", "F")


@check(
    "doc-sections-present",
    "Every section that the law names is there",
    section="",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 12(1); Code of Practice 9.62",
    suggestion="Section [letter]: [its content, or «None identified» and by whom].",
    examples=[
        example(none="C D G H1 H2 J"),
        example(missing="H2", fails=True),
        example(missing="C D G H1 H2", fails=True),
        example(missing="A B E F", fails=True, note="asked, not asserted: it may not be a reading"),
    ],
    not_flagged="A section that only says that nothing was identified; sections in another order.",
)
def doc_sections_present(case: Case) -> Iterator[Hit]:
    """An EHC plan has Sections A to K, with H1 and H2 apart, even where there is nothing to say."""
    missing = [s.letter for s in case.plan.sections if not s.found]
    if not missing:
        return
    named = ", ".join(missing)
    if set(CORE) <= set(missing):
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason=f"Sections {named} could not be found. Please check how this plan is set out.",
        )
    else:
        which = f"Section {named} was" if len(missing) == 1 else f"Sections {named} were"
        yield Hit(reason=f"{which} not found. {_WHY}")


_WHY = "Each section must be there, even where it only says that nothing was identified."
