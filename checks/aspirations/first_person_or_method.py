"""a-first-person-or-method."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.voices import FIRST_PERSON, family_voice, method_told
from checks.case import Case
from checks.check import Hit, Severity, check, example


@check(
    "a-first-person-or-method",
    "The child speaks, or the plan says who asked and how",
    section="A",
    severity=Severity.SHOULD,
    source="Kent and Somerset, EHC plan quality guidance",
    suggestion="[Name] gave these views to [whom] on [date], using [means].",
    reads=("A",),
    examples=[
        example(name="Theo Marsh", view="I like trains."),
        example(name="Theo Marsh", view="He told his TA with picture cards on 3 March."),
        example(name="Theo Marsh", view='Asked about school, Theo said: "I hate the bell."'),
        example(name="Theo Marsh", view="He is happy at home and likes football.", fails=True),
    ],
    not_flagged="The child's own words quoted inside an account in the third person.",
)
def a_first_person_or_method(case: Case) -> Iterator[Hit]:
    """Views put into somebody else's words need to say how they were found out."""
    statements = list(case.statements("A"))
    if case.plan.section("A").empty:
        return
    own = any(FIRST_PERSON.search(s.words.text) and not family_voice(s, case) for s in statements)
    if not own and not any(method_told(s) for s in statements):
        yield Hit(reason="Nobody speaks as «I», and it is not said who gathered the views, or how.")
