"""a-coproduction."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.contents import found_in, told_at_all
from checks.aspirations.voices import FIRST_PERSON, method_told
from checks.case import Case
from checks.check import Hit, Severity, check, example, whole


@check(
    "a-coproduction",
    "Section A tells who took part, in more than a stock line",
    section="A",
    severity=Severity.SHOULD,
    source="Code of Practice 9.61; Outcomes: SEND Guidance, Waltham Forest",
    suggestion="[Name] told [whom] on [date], using [means]. [Parents] met [whom] on [date]."
    " Because of what they said, [what was changed].",
    reads=("A",),
    examples=[
        example(view="Theo told his TA with picture cards on 3 March. Mum met us at home."),
        example(view="«This plan has been co-produced with Theo and his family.»"),
        example(
            view=(
                "Theo's views have been fully considered.",
                "Dad said that mornings are the worst, so Theo starts at ten.",
            ),
        ),
        example(view="Theo is seven, lives in a flat and likes trains.", fails=True),
    ],
    not_flagged="Views in the child's own words; how the views shaped the plan, which the auditor"
    " is asked.",
)
def a_coproduction(case: Case) -> Iterator[Hit]:
    """Anyone can write that all were involved: who said what to whom shows it."""
    stock: Hit | None = None
    for statement in case.statements("A"):
        found = found_in(statement.words.text)
        if "stock" in found:
            if stock is None and statement.item:
                stock = Hit(whole(statement.item), statement.item)
            continue
        if "took_part" in found or method_told(statement):
            return
        if FIRST_PERSON.search(statement.words.text):
            return
    if stock:
        yield Hit(
            stock.words,
            stock.item,
            reason="The plan claims that all took part, and does not tell who said what.",
        )
    elif told_at_all(case):
        yield Hit(reason="Section A does not tell who took part in it, or how.")
