"""What must not change the findings: whose name it is, which pronouns, which order."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from checks.audit import audit
from checks.check import Example, Verdict, example
from checks.examples import plan_of
from checks.rubric import load_rubric

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)
PLAN = example(
    ("name", "Tomos Hale"),
    ("sex", "male"),
    ("year_group", "Year 5"),
    ("status", "final"),
    ("setting", "Larkrise Primary School"),
    ("view", "Tomos told his teacher with picture cards that he likes trains and his dog."),
    ("aspiration", "Tomos wants to drive a train when he is grown up."),
    ("aspiration", "He hopes to have friends who come to his house."),
    ("area", "communication and interaction"),
    ("need", "Tomos finds it hard to start a conversation, so he plays alone at break."),
    ("need", "He uses sentences of two or three words and is often not understood."),
    ("need", "Tomos needs a speech and language therapist to see him weekly."),
    ("area", "cognition and learning"),
    ("need", "Tomos reads 20 common words and loses his place on a full page."),
    ("need", "He has dyslexia."),
    (
        "outcome",
        (
            "By the end of Year 6 Tomos will ask another child to play in 4 of 5 breaks, so "
            "that he has friends."
        ),
    ),
    ("outcome", "Tomos will improve his reading."),
    ("outcome", "By July 2020 he will read 60 common words aloud."),
    ("outcome", "Tomos will have access to a teaching assistant for 15 hours a week."),
    (
        "provision",
        (
            "A speech and language therapist will see him for 30 minutes each week in a "
            "group of three to practise asking others to play."
        ),
    ),
    ("provision", "Tomos will have regular access to a key adult as required."),
    (
        "provision",
        (
            "Precision teaching of common words by a trained teaching assistant, one to one, "
            "10 minutes daily."
        ),
    ),
    ("provision", "Staff should help him with his reading where possible."),
    ("C", "No health needs were identified."),
    ("D", "No social care needs were identified."),
    born="2016-03-04",
    plan_date="2026-05-04",
)
HERS = {"he": "she", "him": "her", "his": "her", "himself": "herself"}
_HIS = re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)


def told(parts: Example) -> Counter[tuple[str, str, str]]:
    found = audit(plan_of(parts), RUBRIC, AS_OF).findings
    return Counter((f.check, f.verdict.value, f.quote) for f in found)


def changed(texts: dict[int, str]) -> Example:
    parts = tuple((name, texts.get(n, text)) for n, (name, text) in enumerate(PLAN.parts))
    return Example(parts, PLAN.born, PLAN.plan_date)


def _without_thread(found: Counter[tuple[str, str, str]]) -> Counter[tuple[str, str, str]]:
    return Counter({k: v for k, v in found.items() if not k[0].startswith("thread-")})


def without_words(found: Counter[tuple[str, str, str]]) -> Counter[tuple[str, str]]:
    counted: Counter[tuple[str, str]] = Counter()
    for (check, verdict, _), number in found.items():
        counted[check, verdict] += number
    return counted


def test_the_plan_has_faults_of_many_sorts() -> None:
    assert len({check for check, verdict, _ in told(PLAN) if verdict != Verdict.PASS}) > 12


@pytest.mark.parametrize("name", ["Amina", "Zhi", "Oluwaseun", "Siân"])
def test_another_name_changes_no_finding(name: str) -> None:
    renamed = changed({n: t.replace("Tomos", name) for n, (_, t) in enumerate(PLAN.parts)})

    assert told(renamed) == Counter(
        {
            (check, verdict, quote.replace("Tomos", name)): number
            for (check, verdict, quote), number in told(PLAN).items()
        }
    )


def test_other_pronouns_change_no_finding() -> None:
    def hers(text: str) -> str:
        return _HIS.sub(lambda m: HERS[m[0].lower()], text).replace("male", "female")

    assert without_words(told(PLAN)) == without_words(
        told(changed({n: hers(text) for n, (_, text) in enumerate(PLAN.parts)}))
    )


def test_another_order_of_outcomes_and_provision_changes_no_finding() -> None:
    """But of the thread: where an item stands says something of what it belongs to."""

    def turned(kind: str) -> dict[int, str]:
        at = [n for n, (name, _) in enumerate(PLAN.parts) if name == kind]
        return {n: PLAN.parts[m][1] for n, m in zip(at, reversed(at), strict=True)}

    found = told(changed({**turned("outcome"), **turned("provision")}))
    assert _without_thread(found) == _without_thread(told(PLAN))


def test_british_and_american_spelling_are_judged_alike() -> None:
    british = "By the end of Year 6 Tomos will organise his coloured folders in 4 of 5 lessons."
    american = british.replace("organise", "organize").replace("coloured", "colored")

    found = [
        without_words(told(Example((("name", "Tomos Hale"), ("outcome", text)))))
        for text in (british, american)
    ]
    assert found[0] == found[1]
