"""e-jargon."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, words
from checks.language.readings import Span
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import Item, Kind

_GLOSS = ("(", ", that is", " – that is", ", which means", ", meaning", ", or ")


@check(
    "e-jargon",
    "The outcomes are written in words that the family uses",
    section="E",
    severity=Severity.GOOD,
    source="Outcomes: SEND Guidance, Waltham Forest: no professional jargon; Code of Practice 9.61",
    suggestion="[Technical word] ([what it means in everyday words]), or the everyday words alone.",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(outcome="By July 2028 he will ask for a break before he is upset."),
        example(outcome="By July 2028 he will have fewer «dysregulated» mornings in class."),
        example(
            outcome="By July 2028 he will tell of his interoception (how his body feels) each day."
        ),
    ],
    not_flagged="A technical word that is explained beside it, and the names of aids. It"
    " speaks once, of all such words.",
    by=By.WORDS,
)
def e_jargon(case: Case) -> Iterator[Hit]:
    """An outcome belongs to the child and family: they have to be able to say it."""
    found = [
        (outcome, span)
        for outcome, reading in readings(case)
        for span in told(reading.text).get("jargon", ())
        if not reading.text[span.end :].lstrip().startswith(_GLOSS)
    ]
    if found:
        outcome, span = found[0]
        yield Hit(words(outcome, span), outcome, reason=_reason(found))


def _reason(found: list[tuple[Item, Span]]) -> str:
    named = "; ".join(dict.fromkeys(f"«{span.text}» ({item.id})" for item, span in found))
    return f"Technical words that a family may not use: {named}."
