"""What Section A holds, told by broad words for each part that it is asked to hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.aspirations.voices import FIRST_PERSON
from checks.case import Case, Statement
from checks.language.phrases import Found
from checks.language.plain import sentences
from checks.needs.areas_covered import NONE
from checks.wordlists import wordlist
from extractors.plan import Kind

_ALL_IN_ONE = re.compile(r"\band\b|,|&|/|views|section|about me", re.IGNORECASE)
_AUTHORED = 5  # words: fewer are no account that something could be missing from


def found_in(text: str) -> Found:
    """What a text of Section A speaks of, by the categories of lexicon/section_a.toml."""
    return wordlist("section_a").find(text)


def speaks_of(case: Case, category: str, *letters: str) -> bool:
    """Whether anything in those sections, or a heading in them, speaks of it.

    «No needs were identified in communication and interaction» tells nothing of it.
    """
    return any(
        _about(s, category) for s in case.statements(*letters) if not NONE.search(s.words.text)
    )


def account_of(case: Case, category: str) -> bool:
    """Whether Section A speaks of it beside the hopes; in the hopes, where it has nothing else."""
    return any(_about(s, category) for s in accounts(case) or case.statements("A"))


def _about(statement: Statement, category: str) -> bool:
    if category in found_in(statement.words.text):
        return True
    heading = statement.item.heading if statement.item else ""
    found = found_in(heading) if heading else {}
    # «Views, interests and history» stands over anything: it does not say what is there.
    return bool({category, f"{category}_head"} & found.keys()) and not _ALL_IN_ONE.search(heading)


def hopes(case: Case) -> tuple[str, ...]:
    """The words of each aspiration in Section A."""
    return tuple(i.text for i in case.plan.aspirations if i.section == "A")


def accounts(case: Case) -> tuple[Statement, ...]:
    """What Section A tells beside the hopes: views, history, how things are."""
    return tuple(
        s
        for s in case.statements("A")
        if s.item is None
        or s.item.kind not in (Kind.ASPIRATION, Kind.OUTCOME)
        or len(_ENDED.findall(s.words.text)) > _HOPES_ALONE
    )


_ENDED = re.compile(r"[a-z][.!?](?:\s|$)")
_HOPES_ALONE = 2  # sentences: a longer account tells of more than what is hoped for


def told_at_all(case: Case) -> bool:
    """Whether Section A holds an account from which a part could be missing."""
    words = sum(len(s.words.text.split()) for s in case.statements("A"))
    return words >= _AUTHORED and not case.plan.section("A").says_none


def sentences_about(case: Case) -> Iterator[str]:
    """Gives the sentences of the account in which the child is spoken of, not speaking."""
    for statement in accounts(case):
        for sentence in sentences(statement.words.text):
            if not FIRST_PERSON.search(sentence):
                yield sentence


def hard_sides(case: Case) -> tuple[int, int]:
    """How many sentences tell what is hard or wrong, and how many a strength or a liking."""
    found = [found_in(sentence) for sentence in sentences_about(case)]
    good = sum("strength" in one for one in found)
    return sum("difficulty" in one and "strength" not in one for one in found), good
