"""id-other-child."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case, Statement
from checks.caseload.register import Called, plain
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.identity.people import is_related, strangers, tells_relation, unknown_names
from extractors.plan import Passage

_READ = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2")
_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr|sir|prof|professor|nurse|sister)\.? $", re.IGNORECASE
)
_NEW_SENTENCE = re.compile(r"(?:^|[.!?:;•|\n]|[\"“‘(])\s*$")
_WHY = (
    "another child whose plan is in this caseload. Is it that child? Then the words may be copied,"
    " or tell this family what is not theirs to know."
)


@check(
    "id-other-child",
    "No other child of the caseload is named",
    section="",
    severity=Severity.SHOULD,
    source="UK GDPR, Article 5(1)(d) and (f); Schools Week, reporting on wrong names in plans",
    suggestion="[The child's name], or «[another pupil]»; and find out whence the words came.",
    knows=lambda case: case.plan.child.name is not None,
    caseload=True,
    by=By.RECORDS,
    examples=[
        example(
            name="Amira Hussain",
            provision="The escort of «Leon Adeyinka» will meet Amira at the gate.",
        ),
        example(
            name="Amira Hussain",
            provision="Staff will write down what Amira and «Leon» choose at lunch.",
        ),
        example(
            name="Amira Hussain",
            view="I sit with my friend Leon.",
            provision="Staff will write down what Amira and Leon choose at lunch.",
            note="a friend whom Section A names",
        ),
        example(
            name="Amira Hussain",
            other_child="Bilal Hussain",
            need="She copies what Bilal Hussain does at home.",
            note="of the same family",
        ),
        example(
            name="Amira Hussain",
            other_child="Ruth Carver",
            provision="Ms Ruth Carver will teach her the keyboard for 30 minutes each Monday.",
            note="a member of staff who has a child's name",
        ),
    ],
    not_flagged="Family of the same surname; names with a title; first names alone that Section A,"
    " C, D, I or K gives, or that stand beside words for friends, family or staff; those that"
    " id-foreign-name has told. What is known of the other child is never shown.",
)
def id_other_child(case: Case) -> Iterator[Hit]:
    """A name that belongs to another child's plan may be a breach of that child's privacy."""
    unknown = unknown_names(case)
    told: set[str] = set()
    for statement in case.statements(*_READ):
        for called in _others(case, statement):
            verdict = _verdict(called, statement, unknown)
            if verdict and plain(called.words) not in told:
                told.add(plain(called.words))
                yield Hit(
                    Passage(called.words, statement.words.place),
                    statement.item,
                    verdict,
                    f"«{called.words}» is {'' if called.whole else 'the first name of '}{_WHY}",
                )


def _others(case: Case, statement: Statement) -> Iterator[Called]:
    """Gives the names of other children in a statement, those of its own family left out."""
    known = case.known
    if known is None:
        return
    own = {plain(word) for word in (case.plan.child.name or "").split()}
    for called in known.register.names_in(statement.words.text):
        mine = known.child in called.children or not own.isdisjoint(
            plain(word) for word in called.words.split()
        )
        if not mine and not _TITLE.search(statement.words.text[: called.start]):
            yield called


def _verdict(called: Called, statement: Statement, unknown: frozenset[str]) -> Verdict | None:
    """How firmly to say it; nothing where the name may well be somebody else's."""
    text, before = statement.words.text, statement.words.text[: called.start]
    if called.whole:
        sure = statement.letter != "A" and not is_related(before)
        return Verdict.FAIL if sure else Verdict.UNCLEAR
    if statement.letter == "A" or called.words not in unknown or _NEW_SENTENCE.search(before):
        return None
    if tells_relation(text) or any(
        stranger.name == called.words for stranger in strangers(text, unknown)
    ):
        return None  # perhaps a friend; or id-foreign-name tells it
    return Verdict.UNCLEAR
