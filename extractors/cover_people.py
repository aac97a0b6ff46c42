"""Which statements of a cover speak of the child, and which of parents, siblings or officers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.cover_labels import Asked
from extractors.cover_lines import EDGE_OF_TABLE, Statement

_OTHERS = re.compile(
    r"\b(?:parents?|parental|carers?|mother|father|mum|dad|guardians?|siblings?|brothers?|sisters?|"
    r"twin|family|household|professionals?|social worker|emergency contacts?|next of kin|"
    r"head ?teacher|doctor|gp|co-?ordinator|case ?worker|case officer)\b",
    re.IGNORECASE,
)
_CHILD = re.compile(
    r"\b(?:child|children|young person|pupil|student|learner|my|me|personal|plan|section)\b",
    re.IGNORECASE,
)
_OF_PERSON = frozenset(
    {
        Asked.NAME,
        Asked.SURNAME,
        Asked.FORENAMES,
        Asked.MIDDLE_NAMES,
        Asked.KNOWN_AS,
        Asked.DATE_OF_BIRTH,
        Asked.NHS_NUMBER,
        Asked.REFERENCE,
        Asked.SEX,
    }
)
_HEADING_WORDS = 8


def of_others(words: str) -> bool:
    """Whether a label or heading speaks of somebody beside the child."""
    return bool(_OTHERS.search(words)) and not _CHILD.search(words)


def of_the_child(said: list[Statement]) -> list[Statement]:
    """The statements, with what stands under a heading such as «Parents» asked of nobody.

    A heading inside a table holds to the table's end.
    """
    return list(_each(said))


def _each(said: list[Statement]) -> Iterator[Statement]:
    under_others = named = in_table = by_table = False
    zone = None
    for statement in said:
        if not statement.label and statement.value == EDGE_OF_TABLE:
            in_table = not in_table
            under_others = under_others and not by_table
            continue
        if statement.zone is not zone or _CHILD.search(statement.label):
            under_others = False
        zone = statement.zone
        if (heading := _heading(statement, named=named)) is not None:
            under_others, by_table = heading, in_table
        named = named or (statement.asked is Asked.NAME and bool(statement.value))
        hidden = under_others and statement.asked in _OF_PERSON
        yield replace(statement, asked=Asked.OTHER) if hidden else statement


def _heading(statement: Statement, *, named: bool) -> bool | None:
    """Whether a heading opens what is said of others; None where it is no heading.

    A label without a value may be one that was left blank, and is a heading only where the child
    has been named before.
    """
    if statement.label and (statement.value or not named):
        return None
    text = statement.label or statement.value
    if len(text.split()) > _HEADING_WORDS or text.endswith((".", "?", "!")) or ":" in text[:-1]:
        return None
    if of_others(text):
        return True
    return False if _CHILD.search(text) else None
