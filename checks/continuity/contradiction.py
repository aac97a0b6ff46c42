"""thread-contradiction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.aspirations.voices import FAMILY
from checks.case import Case, Statement
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.wordlists import wordlist
from extractors.plan import Kind, Passage

_NOT_NOW = re.compile(
    r"\b(?:until|used to|was|were|before|previously|at home|in school|at school|outside|"
    r"will|would|hopes?|wants?|sometimes|when|if|some)\b",
    re.IGNORECASE,
)
_NOW = (Kind.VIEW, Kind.STRENGTH, Kind.CURRENT, Kind.NEED, Kind.CONTEXT)


@check(
    "thread-contradiction",
    "The sections agree on how things are",
    section="",
    severity=Severity.SHOULD,
    source="Somerset, EHC plan quality guidance",
    suggestion="Find out which is true now, and put the same into both sections.",
    reads=("A", "B"),
    examples=[
        example(
            view="He walks to school with his sister.",
            need="He is «non-ambulant» and tires in his chair.",
        ),
        example(
            view="She was non-verbal until she was four.",
            strength="She speaks in full sentences.",
            note="progress over time",
        ),
        example(view="She chats freely at home.", need="In school she does not speak."),
    ],
    not_flagged="Progress over time, and what differs between home and school. Only a few plain"
    " facts are compared, and always as a question.",
    by=By.MEANING,
)
def thread_contradiction(case: Case) -> Iterator[Hit]:
    """Two sections that describe two different children make the whole plan doubtful."""
    told: dict[str, list[tuple[Statement, str]]] = {}
    for statement in case.statements("A", "B", "C", "D"):
        if _about_now(statement):
            for fact, spans in wordlist("contradictions").find(statement.words.text).items():
                told.setdefault(fact, []).append((statement, spans[0].text))
    for fact, noes in told.items():
        topic, _, side = fact.partition(".")
        yeses = told.get(f"{topic}.yes", [])
        if side != "no" or not yeses:
            continue
        (no, no_words), (yes, yes_words) = noes[0], yeses[0]
        yield Hit(
            Passage(no_words, no.words.place),
            no.item,
            Verdict.UNCLEAR,
            f"Section {yes.letter} says «{yes_words}», Section {no.letter} says «{no_words}»."
            " Can both be true? Please check.",
        )


def _about_now(statement: Statement) -> bool:
    """Whether it says how the child is now, everywhere."""
    text = statement.words.text
    kind = statement.item.kind if statement.item else Kind.CONTEXT
    first = text.split(".", maxsplit=1)[0]
    return kind in _NOW and not _NOT_NOW.search(text) and not FAMILY.match(first)
