"""a-aspiration-present."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example

_WANTS = r"(?:wants?|would (?:like|love)|['’]d (?:like|love))"
_WHOM = r"(?:him|her|them|me|our \w+|my \w+|(?-i:[A-Z][a-z]+))"
HOPE = re.compile(
    r"\b(?:hop(?:e|es|ed|ing)|dreams?|ambitions?|aspir\w+|aims? to|wish(?:es)? (?:to|for|that)|"
    r"looks? forward to|in (?:the|his|her|their|my) future|grows? up|one day|as an adult|"
    r"adult life|when (?:i|he|she|they)(?:['’]m|['’]re| am| is| are)? "
    r"(?:grows?|grown|older|an adult|leaves?))\b|"
    # what somebody wants to do, to have, or for the child; not what the school is wanted to do
    rf"\b{_WANTS} (?:{_WHOM} )?to\b|\b{_WANTS} an? \w",
    re.IGNORECASE,
)


@check(
    "a-aspiration-present",
    "Section A says what the child and family hope for",
    section="A",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 12(1)(a); Outcomes: SEND Guidance, Waltham Forest",
    suggestion="[Name] wants to [hope for the future]. [Parents] hope that [hope].",
    reads=("A",),
    examples=[
        example(aspiration="Theo wants to work with horses."),
        example(view="When I grow up I would like to live near my brother."),
        example(view="Theo likes horses and football.", fails=True, note="a hobby is no hope"),
        example(view="Mum would like the college place to continue.", fails=True),
        example(empty="A", fails=True),
    ],
    not_flagged="Any hope, however unlikely: no aspiration is ever called unrealistic.",
)
def a_aspiration_present(case: Case) -> Iterator[Hit]:
    """Outcomes are steps towards what the child wants from life, so that has to be written."""
    if case.plan.aspirations:
        return
    if not any(HOPE.search(s.words.text) for s in case.statements("A")):
        yield Hit(reason="Section A holds no hope, wish or ambition for the future.")
