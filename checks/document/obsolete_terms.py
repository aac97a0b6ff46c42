"""doc-obsolete-terms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import Hit, Severity, check, example
from checks.language.readings import Span
from checks.wordlists import wordlist
from extractors.plan import LETTERS, Passage

NOW = {
    "statement": "an EHC plan since 2014",
    "action": "SEN support since 2014",
    "trust": "an integrated care board since 2022",
    "levels": "a measure that schools no longer use: say what the child can do",
    "careers": "a careers adviser",
    "assessment": "an EHC needs assessment since 2014",
    "behaviour": "social, emotional and mental health since 2014",
    "partnership": "closed or renamed: say who does it now",
}
# History told as past: «had a statement until 2014», «P6 in 2012», «was on School Action Plus».
_PAST = re.compile(
    r"\b(?:was|were|had|been|until|before|previous\w*|former\w*|used to|at the time|then|"
    r"transfer\w*|convert\w*|replac\w*|issued|moved from|history|ceased|originally|first|"
    r"in (?:19\d\d|200\d|201\d))\b",
    re.IGNORECASE,
)
_NO_LEVEL = re.compile(
    r"\b(?:entry|BTEC|NVQ|diploma|certificate|award|functional)\b", re.IGNORECASE
)


@check(
    "doc-obsolete-terms",
    "The plan speaks of today's law, services and measures",
    section="",
    severity=Severity.GOOD,
    source="Outcomes: SEND Guidance, Waltham Forest (changes from 2001 to 2014)",
    suggestion="Instead of [old term]: [today's name], or what the child can do, dated.",
    examples=[
        example(current="He is working at «level 3b» in reading."),
        example(provision="The «CCG» will pay for weekly physiotherapy."),
        example(view="She had a statement of special educational needs until 2014."),
        example(current="She was at P6 in number in 2016."),
        example(need="He is supported at «School Action Plus»."),
        example(outcome="By July 2028 he will pass Entry Level 3 in English."),
    ],
    not_flagged="A past that is told as past; levels of qualifications, such as Entry Level 3.",
)
def doc_obsolete_terms(case: Case) -> Iterator[Hit]:
    """A term that nobody uses any more shows that the text was not looked at for years."""
    told: set[str] = set()
    for statement in case.statements(*LETTERS):
        for sort, span in _terms(statement.words.text):
            if sort in told:  # once a plan says it
                continue
            told.add(sort)
            yield Hit(
                words=Passage(span.text, statement.words.place),
                item=statement.item,
                reason=f"«{span.text}» is a term of the past. Today it is {NOW[sort]}.",
            )


def _terms(text: str) -> Iterator[tuple[str, Span]]:
    """Gives the old terms of a text that its sentence does not tell as past."""
    for sort, spans in wordlist("obsolete").find(text).items():
        for span in spans:
            begin = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n", "; ")) + 1
            end = min(
                (at for mark in (". ", "\n", "; ") if (at := text.find(mark, span.end)) >= 0),
                default=len(text),
            )
            sentence = text[begin:end]
            if _PAST.search(sentence) or (sort == "levels" and _NO_LEVEL.search(sentence)):
                continue
            yield sort, span
