"""e-jargon."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example, words
from checks.language.readings import Span
from checks.language.terms import abbreviations, hard_words, written_out
from checks.outcomes.read import readings
from checks.outcomes.words import told
from extractors.plan import LETTERS, Item, Kind


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
        example(outcome="By July 2028 he will tell of his interoception (how his body feels)."),
        example(outcome="By July 2028 she will use her «AAC» to order in a café."),
    ],
    not_flagged="A technical word that is explained beside it, an abbreviation that the plan writes"
    " out, and the names of aids. It speaks once, of all such words.",
    by=By.WORDS,
)
def e_jargon(case: Case) -> Iterator[Hit]:
    """An outcome belongs to the child and family: they have to be able to say it."""
    found = [
        (outcome, span) for outcome, reading in readings(case) for span in _terms(reading.text)
    ]
    left = [(item, span) for item, span in found if not _written_out(case, span)]
    if left:
        outcome, span = left[0]
        yield Hit(words(outcome, span), outcome, reason=_reason(left))


def _terms(text: str) -> Iterator[Span]:
    """The technical words and abbreviations of an outcome."""
    hard = hard_words(text)
    own = () if hard else _unexplained(told(text).get("jargon", ()), text)
    yield from (*hard, *own, *abbreviations(text))


def _unexplained(spans: tuple[Span, ...], text: str) -> Iterator[Span]:
    """Those after which no bracket says what they mean."""
    return (span for span in spans if not text[span.end :].lstrip().startswith("("))


def _written_out(case: Case, span: Span) -> bool:
    short = span.text.isupper() or span.text[:-1].isupper()
    return short and written_out(span.text, (s.words.text for s in case.statements(*LETTERS)))


def _reason(found: list[tuple[Item, Span]]) -> str:
    named = "; ".join(dict.fromkeys(f"«{span.text}» ({item.id})" for item, span in found))
    return f"Words that a family may not use: {named}."
