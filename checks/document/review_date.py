"""doc-review-date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from extractors.dates import find_dates
from extractors.plan import LETTERS, Passage

_REVIEW = re.compile(r"\breview(?:ed|s)?\b", re.IGNORECASE)
_OF_THE_PLAN = re.compile(r"\b(?:plan|ehcp|annual|next|this)\b", re.IGNORECASE)
_PLAN = re.compile(r"\b(?:plan|ehcp)\b", re.IGNORECASE)
_ROUNDABOUT = re.compile(
    r"\breviewed (?:annually|yearly|every year|each year|once a year|at least annually|"
    r"every twelve months|regularly)\b",
    re.IGNORECASE,
)


@check(
    "doc-review-date",
    "The plan says when it will next be reviewed",
    section="",
    severity=Severity.SHOULD,
    source="Code of Practice 9.61; Children and Families Act 2014, section 44",
    suggestion="Date of next review: by [date, within twelve months of the plan's].",
    by=By.FORM,
    applies=lambda case: (case.plan.facts.status or "") not in ("draft", "proposed"),
    examples=[
        example(status="final", plan_date="2026-05-04", review_date="2027-05-03"),
        example(status="final", plan_date="2026-05-04", fails=True),
        example(
            ("status", "final"),
            ("K", "«The plan will be reviewed annually»."),
            plan_date="2026-05-04",
        ),
        example(
            ("status", "final"),
            ("E", "The first annual review of this plan will be held by 3 May 2027."),
            plan_date="2026-05-04",
        ),
    ],
    not_flagged="A date in the text instead of on the cover; a draft; the letter that a plan was"
    " sent with, which is not read: the date may stand there.",
)
def doc_review_date(case: Case) -> Iterator[Hit]:
    """A family should see from the plan itself by which day it has to be looked at again."""
    if case.plan.facts.review_date:
        return
    told: Passage | None = None
    for statement in case.statements(*LETTERS):
        text = statement.words.text
        if "review" not in text.lower():
            continue
        for match in _REVIEW.finditer(text):
            sentence = _sentence(text, match.start())
            if _OF_THE_PLAN.search(sentence) and find_dates(sentence):
                return
        roundabout = _ROUNDABOUT.search(text) if told is None else None
        if roundabout and _PLAN.search(own := _sentence(text, roundabout.start())):
            told = Passage(own.strip(" ."), statement.words.place)
    if told:
        yield Hit(words=told, reason="The plan says that it will be reviewed, but not by when.")
    else:
        sure = case.plan.facts.date is not None  # else the cover may not have been understood
        yield Hit(
            verdict=Verdict.FAIL if sure else Verdict.UNCLEAR,
            reason="No date of the next review was found in the plan.",
        )


def _sentence(text: str, at: int) -> str:
    """The sentence or line in which a place of a text stands."""
    begin = max(text.rfind(mark, 0, at) for mark in (". ", "\n", ";")) + 1
    ends = [end for mark in (". ", "\n", ";") if (end := text.find(mark, at)) >= 0]
    return text[begin : min(ends, default=len(text))]
