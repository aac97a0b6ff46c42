"""a-deficit-only."""

from __future__ import annotations

from collections.abc import Iterator

from checks.aspirations.contents import hard_sides
from checks.case import Case
from checks.check import By, Hit, Severity, check, example

MANY = 3  # sentences of difficulty, and none of a strength


@check(
    "a-deficit-only",
    "Section A is not only about what is difficult",
    section="A",
    severity=Severity.GOOD,
    source="Outcomes: SEND Guidance, Waltham Forest",
    suggestion="[Name] can [what], likes [what], and does best when [what].",
    reads=("A",),
    by=By.MEANING,
    examples=[
        example(
            view=(
                "Theo cannot sit still. He shouts out and upsets others.",
                "He struggles with reading, and refuses to write.",
            ),
            fails=True,
        ),
        example(
            view=(
                "Theo cannot sit still. He shouts out and upsets others.",
                "He struggles with reading, and refuses to write.",
                "He is kind to younger children and knows every bus in town.",
            ),
        ),
        example(view="I hate noise. I can't do maths. I struggle with stairs. I worry."),
    ],
    not_flagged="A child who speaks frankly as «I»; one strength among difficulties.",
)
def a_deficit_only(case: Case) -> Iterator[Hit]:
    """A page of what is wrong gives nobody a picture of the child, or anything to build on."""
    hard, good = hard_sides(case)
    if hard >= MANY and not good:
        yield Hit(
            reason=f"{hard} sentences of Section A tell what is difficult, and none what the child"
            " can do or likes."
        )
