"""id-foreign-name."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, Verdict, check, example
from checks.identity.people import plain, strangers, unknown_names
from extractors.plan import Passage


@check(
    "id-foreign-name",
    "No other child's name stands in the plan",
    section="",
    severity=Severity.SHOULD,
    source="Schools Week, reporting on wrong names in plans; UK GDPR, Article 5(1)(d) and (f)",
    suggestion="[The child's name]; and find out from whose plan these words were copied.",
    knows=lambda case: case.plan.child.name is not None,
    examples=[
        example(
            name="Amira Hussain",
            view="My friend Beth and my brother Cormac are kind.",
            need="Amira eats alone when Beth is away.",
            outcome="By July 2028 Beth and Amira will play a game for ten minutes.",
        ),
        example(
            name="Amira Hussain",
            need="She plays with her friend Ali. Ali finds it hard to wait, and so does she.",
        ),
        example(name="Amira Hussain", need="«Callum» finds it hard to wait for his turn."),
        example(
            name="Amira Hussain", provision="The workshop manager will write to «Leon»'s tutor."
        ),
        example(name="Amira Hussain", provision="Staff will watch for «Leon»'s triggers."),
        example(name="Zofia Bell", known_as="Zosia", need="Zosia finds loud rooms hard."),
        example(name="Amira Hussain", provision="Makaton will be used. Lexia helps her to read."),
    ],
    not_flagged="Friends, family and staff: names that Section A or the list of advice gives, or"
    " that are introduced; programmes; short forms of the child's own name.",
)
def id_foreign_name(case: Case) -> Iterator[Hit]:
    """Another child's name shows copied text, and may be a breach of that child's privacy."""
    unknown = unknown_names(case)
    for statement in case.statements("B", "E", "F", "G", "H1", "H2"):
        told: set[str] = set()
        for stranger in strangers(statement.words.text, unknown):
            if plain(stranger.name) in told:
                continue
            told.add(plain(stranger.name))
            yield Hit(
                Passage(stranger.name, statement.words.place),
                statement.item,
                Verdict.FAIL if stranger.subject else Verdict.UNCLEAR,
                f"«{stranger.name}» stands here where {_called(case)} would.",
            )


def _called(case: Case) -> str:
    child = case.plan.child
    return child.known_as or (child.name or "the child").split()[0]
