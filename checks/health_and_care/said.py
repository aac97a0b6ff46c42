"""What Sections G, H1, H2 and J say, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case, Statement
from checks.language.phrases import Found
from checks.wordlists import found_in
from extractors.plan import Kind

_NOTHING = re.compile(
    r"[\W\d]*(?:none|no|nil|n/?a|nothing|not (?:applicable|required|known|needed)|"
    r"there (?:is|are) no)\b",
    re.IGNORECASE,
)


def said(text: str) -> Found:
    """The phrases of lexicon/health_and_care.toml in a text."""
    return found_in("health_and_care", text)


def lines_of(case: Case, *letters: str) -> Iterator[Statement]:
    """Gives what those sections provide, without sentences that there is nothing."""
    for letter in letters:
        if case.plan.section(letter).says_none:
            continue
        for told in case.statements(letter):
            ours = told.item is None or told.item.kind is Kind.PROVISION
            if ours and not _NOTHING.match(told.words.text):
                yield told
