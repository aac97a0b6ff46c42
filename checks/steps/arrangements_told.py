"""What a plan says of the setting and reviewing of shorter-term targets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case, Statement
from checks.language.plain import sentences
from checks.wordlists import found_in
from extractors.plan import Item, Kind

# A column of the outcomes' table, or a heading, under which shorter-term targets stand.
_HEAD = re.compile(
    r"\b(?:short(?:er)?[- ]term|steps?|targets?|milestones?|stepping stones?|small(?:er)? steps)\b",
    re.IGNORECASE,
)
_OTHER = (Kind.NEED, Kind.STRENGTH, Kind.ASPIRATION, Kind.OUTCOME, Kind.STEP)
_SET_HEAD = re.compile(r"\b(?:set|agreed|written)\b.*\bby\b", re.IGNORECASE)
_REVIEW_HEAD = re.compile(r"\b(?:reviewed?|monitor\w*|how often|when)\b", re.IGNORECASE)


def steps_of(case: Case) -> tuple[Item, ...]:
    """The smaller steps that Section E prints."""
    return case.plan.of(Kind.STEP)


def has_steps(case: Case) -> bool:
    """Whether steps are printed, as items or in a column beside the outcomes."""
    return bool(steps_of(case)) or any(
        _HEAD.search(column.head) and column.text.strip()
        for outcome in case.plan.outcomes
        for column in outcome.columns
    )


def told(case: Case) -> Iterator[tuple[Statement, str]]:
    """Gives each sentence of Sections E and F that speaks of shorter-term targets."""
    for statement in case.statements("E", "F"):
        item = statement.item
        if (item is not None and item.kind in _OTHER) or not _speaks(
            statement.words.text, statement
        ):
            continue
        said = sentences(statement.words.text)
        for at, sentence in enumerate(said):
            if _speaks(sentence, statement):
                yield statement, " ".join(said[at : at + 2])  # «… They are reviewed each term.»


def _speaks(text: str, statement: Statement) -> bool:
    heading = statement.item.heading if statement.item else ""
    if heading and statement.letter == "E" and "targets" in found_in("steps", heading):
        return True
    found = found_in("steps", text)
    return "targets" in found or (statement.letter == "E" and "loosely" in found)


def set_in_columns(case: Case) -> bool:
    """Whether a column beside outcomes or steps says who sets them, and when."""
    return any(
        _SET_HEAD.search(column.head) and {"who", "rhythm"} <= found_in("steps", column.text).keys()
        for item in case.plan.of(Kind.OUTCOME, Kind.STEP)
        for column in item.columns
    )


def reviewed_in_columns(case: Case) -> bool:
    """Whether a column beside outcomes or steps says when they are looked at."""
    return any(
        _REVIEW_HEAD.search(column.head) and "rhythm" in found_in("steps", column.text)
        for item in case.plan.of(Kind.OUTCOME, Kind.STEP)
        for column in item.columns
    )
