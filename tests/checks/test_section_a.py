"""Section A as a whole: no hope is judged, and what only a person can see is asked."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import checks
from checks.audit import audit, judge
from checks.case import prepare
from checks.catalogue import BY_ID, CHECKS
from checks.check import Example, Verdict, example
from checks.examples import plan_of
from checks.guards import GUARDS
from checks.questions import QUESTIONS
from checks.rubric import load_rubric

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)
JUDGING = re.compile(
    r"\b(?:un)?realis(?:tic|m)\w*|\bunattainab|\bunachievab|\bfar-fetched|\bfanciful|\bpipe dream|"
    r"\b(?:too|over|overly)[ -]?(?:ambitious|high|optimistic)\b|\bmore modest\b|"
    r"\bunlikely\b|\bimpossible dream",
    re.IGNORECASE,
)
HOPED = re.compile(r"aspiration|hope|dream|ambition", re.IGNORECASE)
# Where our words promise that no hope is judged.
PROMISED = re.compile(
    r"\b(?:no|never|not|however)\b[^.]{0,60}\b(?:unrealistic|unlikely|too high)", re.IGNORECASE
)


def own_words() -> list[tuple[str, str]]:
    """Every text in the checks' code that may reach a reader, with the name of its file."""
    root = Path(checks.__file__).parent
    return [
        (path.name, node.value)
        for path in sorted(root.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def test_no_words_of_ours_judge_a_hope() -> None:
    judged = [
        (file, sentence)
        for file, text in own_words()
        for sentence in re.split(r"(?<=[.;:])\s", PROMISED.sub("", text))
        if JUDGING.search(sentence) and HOPED.search(f"{file} {sentence}")
    ]

    assert judged == []


def test_no_check_of_section_a_has_a_word_for_it() -> None:
    told = [
        getattr(check, part)
        for check in CHECKS
        if check.section == "A" or "aspiration" in check.id
        for part in ("title", "reason", "suggestion", "not_flagged")
    ]

    assert not [text for text in told if JUDGING.search(PROMISED.sub("", text))]


HOPES = (
    "Theo wants to be a gardener.",
    "Theo wants to be an astronaut.",
    "Theo wants to be the king of the moon.",
    "Theo wants to be a surgeon and a famous dancer.",
)


@pytest.mark.parametrize("hope", HOPES[1:])
@pytest.mark.parametrize("born", ["2011-03-04", "2017-03-04"])
def test_a_bold_hope_is_read_as_a_modest_one(hope: str, born: str) -> None:
    def found(aspiration: str) -> list[str]:
        plan = plan_of(
            example(
                name="Theo Marsh",
                aspiration=aspiration,
                view="I told Miss Osei with picture cards. I like plants and being outside.",
                need="Theo cannot read a label of more than three words.",
                outcome="By July 2028 Theo will read ten labels on plants without help.",
                provision="A teaching assistant will read labels with Theo for 20 minutes daily.",
                born=born,
                plan_date="2026-05-04",
            )
        )
        # Which outcome works towards a hope is told by its words, and they differ. Where no list
        # knows a trade, what leads to it is asked and not asserted.
        return sorted(
            f.check
            for f in audit(plan, RUBRIC, AS_OF).findings
            if f.verdict in (Verdict.FAIL, Verdict.UNCLEAR) and not f.check.startswith("thread-")
        )

    assert found(hope) == found(HOPES[0])


def test_the_guard_is_in_the_guide() -> None:
    assert "a-no-realism-judgement" in {guard.id for guard in GUARDS}


def test_whether_views_shaped_the_plan_is_asked_where_there_are_views() -> None:
    question = next(q for q in QUESTIONS if q.id == "a-views-shaped-plan")

    def asked(one: Example) -> list[object]:
        return list(question.about(prepare(plan_of(one), RUBRIC, AS_OF)))

    assert asked(example(view="I like trains.")) == [None]
    assert asked(example(empty="A")) == []
    assert asked(example(missing="A")) == []


def found_by(check: str, one: Example) -> list[str]:
    """The reasons that a check gives for an excerpt."""
    case = prepare(plan_of(one), RUBRIC, AS_OF)
    return [hit.reason for hit in judge(BY_ID[check], case).hits]


def test_a_hope_for_the_past_is_no_history() -> None:
    hoped = example(aspiration="I hope to go back to the school I used to love.", view="I am Ned.")

    assert found_by("a-history", hoped)


@pytest.mark.parametrize(
    "told",
    [
        "She was born at 26 weeks.",
        "Ned came to us from Leeds in 2019.",
        "He has been at three schools since the move.",
        "Year 7 was all right until the fire drill.",
        "Dom went to a residential school for the deaf from the age of eleven.",
        "He was adopted at two.",
        "Mum died when I was six.",
    ],
)
def test_history_is_known_in_many_words(told: str) -> None:
    one = example(view=(told, "Ned enjoys trains and his dog."))

    assert not found_by("a-history", one)


def test_a_heading_that_stands_over_anything_is_no_history() -> None:
    views = ("view", "Ned enjoys trains and is a polite boy in class.")

    assert found_by("a-history", example(("heading", "Views, interests and history"), views))
    assert not found_by("a-history", example(("heading", "My history"), views))


def test_a_section_that_only_says_there_is_nothing_is_asked_for_no_parts() -> None:
    parts = {check.id for check in CHECKS if check.section == "A"}

    found = audit(plan_of(example(none="A")), RUBRIC, AS_OF).findings

    assert {f.check for f in found} & parts <= {"a-aspiration-present", "a-parent-view"} | {
        "a-child-view",
        "a-first-person-or-method",
    }


def test_what_a_section_not_found_holds_is_not_assessed() -> None:
    verdicts = audit(plan_of(example(missing="A")), RUBRIC, AS_OF).verdicts
    of_a = [check.id for check in CHECKS if check.section == "A" and "A" in check.reads]

    assert {verdicts[check] for check in of_a if check in verdicts} <= {
        Verdict.NOT_ASSESSED,
        Verdict.NOT_APPLICABLE,
    }


def test_areas_of_adult_life_are_named_where_they_are_missing() -> None:
    one = example(aspiration="I want to go to college.", born="2010-03-04", plan_date="2026-05-04")

    (reason,) = found_by("a-pfa-aspirations", one)
    assert "independent living" in reason
    assert "good health" in reason
    assert "employment" not in reason
