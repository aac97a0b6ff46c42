"""stale-setting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.language.words import word_set
from extractors.plan import Passage, Plan

_WORD = re.compile(r"[A-ZÀ-Þ][\w'’-]*|\b(?:of|the|and|in|for|y|upon|le)\b")
_KINDS = word_set(
    "school college academy nursery infant infants junior juniors primary secondary high community"
    " the of and in for special centre unit provision pre-school preschool ysgol church england ce"
    " c e rc catholic voluntary aided controlled grammar upper lower middle first house hall free"
    " trust specialist resource base alternative education pupil referral st saint saints"
)
_SHORTEST = 4


@check(
    "stale-setting",
    "Provision speaks of the setting that the child attends",
    section="F",
    severity=Severity.GOOD,
    source="Our own inference: words that were carried from an older plan",
    suggestion="[The setting named in Section I] will provide [what].",
    knows=lambda case: bool(
        case.known and any(p.facts.setting for p in case.known.history) and _settings(case.plan)
    ),
    caseload=True,
    by=By.RECORDS,
    examples=[
        example(
            setting="Stanwick Vale Academy",
            outcome="By July 2028 Amira will swim a length.",
            provision="The pool at «Cromley Community Primary» is booked for her on Mondays.",
            earlier_setting="Cromley Community Primary School",
        ),
        example(
            setting="Stanwick Vale Academy",
            view="I went to Cromley Community Primary School with my cousin.",
            provision="The academy's pool is booked for her on Mondays.",
            earlier_setting="Cromley Community Primary School",
            note="history, in Section A",
        ),
        example(
            setting="Cromley Academy",
            provision="The pool at Cromley Community Primary is booked for her on Mondays.",
            earlier_setting="Cromley Community Primary School",
            note="the same place under a new name",
        ),
    ],
    not_flagged="Sections A to D, which tell the history; a setting that only the plan itself shows"
    " to be an old one: it needs the child's earlier plan or the caseload list; a school that keeps"
    " its name in part.",
)
def stale_setting(case: Case) -> Iterator[Hit]:
    """Words about a setting that the child has left were carried over, and bind nobody."""
    for name in _former(case):
        for statement in case.statements("E", "F", "G", "H1", "H2"):
            if found := _named(name, statement.words.text):
                yield Hit(
                    Passage(found, statement.words.place),
                    statement.item,
                    reason=f"«{found}» was the setting in an earlier plan; it is not the one now.",
                )
                break  # once for each setting that was left


def _former(case: Case) -> tuple[tuple[str, ...], ...]:
    """The settings of the child's earlier plans that are not today's, by the words that tell."""
    known, plan = case.known, case.plan
    if known is None:
        return ()
    listed = known.listed.setting if known.listed else ""
    now = set(_telling(f"{_settings(plan)} {listed}"))
    names = (_telling(before.facts.setting or "") for before in known.history)
    return tuple(dict.fromkeys(name for name in names if name and now.isdisjoint(name)))


def _settings(plan: Plan) -> str:
    said = " ".join(passage.text for passage in plan.section("I").passages)
    return f"{plan.facts.setting or ''} {said}"


def _telling(setting: str) -> tuple[str, ...]:
    """The words of a setting's name that are its own: «Cromley» of «Cromley Primary School»."""
    words = (word.strip("'’-").lower() for word in _WORD.findall(setting))
    return tuple(word for word in words if word not in _KINDS and len(word) >= _SHORTEST)


def _named(name: tuple[str, ...], text: str) -> str:
    """Where a text names that setting: all of its own words, and what else of a name follows."""
    pattern = r"[\s-]+(?:\w+[\s-]+){0,2}?".join(rf"\b{re.escape(word)}\b" for word in name)
    kind = "|".join(sorted(_KINDS, key=len, reverse=True))
    many = "*" if len(name) > 1 else "+"  # a single word may be a town's as well
    match = re.search(rf"{pattern}(?:['’]s)?(?:\s+(?:{kind})\b){many}", text, re.IGNORECASE)
    return match[0] if match and match[0][:1].isupper() else ""
