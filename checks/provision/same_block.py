"""f-same-block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, whole
from extractors.plan import Item, Kind

_WORD = re.compile(r"[^\W_]+")
_FEWEST = 5  # words: shorter lines, such as «Visual timetable», are shared by their nature


@check(
    "f-same-block",
    "The same provision is not pasted under several outcomes",
    section="F",
    severity=Severity.SHOULD,
    source="Schools Week, reporting on copied text in plans",
    suggestion="Write it once, and name the outcomes that it serves: «Towards E1, E2 and E4».",
    reads=("F",),
    each=(Kind.PROVISION,),
    examples=[
        example(
            provision=(
                "A teaching assistant will teach phonics for 20 minutes each day.",
                "A teaching assistant will teach number for 20 minutes each day.",
            )
        ),
        example(
            provision=(
                "High quality teaching from school staff with differentiation.",
                "«High quality teaching from school staff with differentiation.»",
            )
        ),
        example(provision=("A visual timetable.", "A visual timetable.")),
    ],
    not_flagged="A line printed once that names several outcomes; lines of a few words.",
    by=By.FORM,
)
def f_same_block(case: Case) -> Iterator[Hit]:
    """Text pasted under each outcome shows provision that was not thought of for any of them."""
    first: dict[tuple[str, ...], Item] = {}
    for line in case.plan.provision:
        said = tuple(word.lower() for word in _WORD.findall(line.full_text))
        if len(said) < _FEWEST:
            continue
        if said in first:
            same = first[said].id
            yield Hit(whole(line), line, reason=f"The same words stand at {same}.")
        else:
            first[said] = line
