"""doc-sections-present."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example

CORE = ("A", "B", "E", "F")  # hardly ever left out: more likely they were not recognised
_MOST = 4  # sections that may be missing before the reading itself is in doubt


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
        example(missing="C D G H1", fails=True),
        example(missing="E", fails=True, note="asked: it may be there and not be recognised"),
    ],
    not_flagged="A section that only says that nothing was identified; sections in another order.",
    by=By.FORM,
)
def doc_sections_present(case: Case) -> Iterator[Hit]:
    """An EHC plan has Sections A to K, with H1 and H2 apart, even where there is nothing to say."""
    missing = [s.letter for s in case.plan.sections if not s.found]
    if not missing:
        return
    which = (
        f"Section {missing[0]} was" if len(missing) == 1 else f"Sections {', '.join(missing)} were"
    )
    if len(missing) > _MOST or set(CORE) & set(missing):
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason=f"{which} not found. Please check: the plan may be set out in a way of its own.",
        )
    else:
        yield Hit(
            reason=f"{which} not found. Each section must be there, even where it only says that"
            " nothing was identified."
        )
