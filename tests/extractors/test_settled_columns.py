"""Whatever a table's columns are called, its own section's items stand in one of them."""

from __future__ import annotations

import pytest

from extractors.plan import Plan
from extractors.reading import understand
from tests.extractors.documents import CellOf, Words, bold, cell, doc, h, heads, li, p, table

NEEDS = (
    "Sam finds it hard to hold a pencil and tires after two lines.",
    "Sam does not yet name his feelings and runs out when he is upset.",
    "Sam cannot cross a road safely and does not see cars coming.",
)
OUTCOMES = (
    "By the end of Year 6 Sam will write ten lines in a lesson.",
    "By July 2028 Sam will carry out a four-part instruction.",
    "By July 2028 Sam will walk to the shop and back once a week.",
)
PROVISION = (
    "Direct work on understanding and using question words",
    "A movement break with heavy work that Sam has chosen",
    "Structured, cumulative phonics work with over-learning",
)
UNDER = {
    "Preparing for adulthood": ("Employment", "Independent living", "Good health"),
    "PfA strand": ("Employment", "Health", "Community"),
    "Steps towards": ("Sam writes two lines.", "Two parts, with help", "To the gate"),
    "Where I am now": ("Sam writes one line.", "Sam follows one part.", "Not alone yet."),
    "Who will help": ("SENCO", "Class teacher", "Parents"),
    "Colour": ("green", "amber", "green"),
    "How I and others will know": ("Ten lines counted", "Tutor's checklist", "Mum's diary"),
    "Resources": ("Writing slope", "Visual timetable", "Coloured overlays"),
    "Who": ("Teaching assistant", "Class teacher", "Speech therapist"),
    "Length": ("30 minutes", "10 minutes", "1 hour"),
    "Outcome": ("1", "E2", "2 and 3"),
}


def texts(letter: str, kind: str, words: Words) -> list[str]:
    found = understand(
        doc(
            h("Section A: Views"),
            p("Sam likes trains."),
            h("Section B: Special educational needs"),
            words if letter == "B" else p(NEEDS[0]),
            h("Section E: Outcomes"),
            *((words,) if letter == "E" else (li(OUTCOMES[0], "1."), li(OUTCOMES[1], "2."))),
            h("Section F: Special educational provision"),
            *((words,) if letter == "F" else (p("A teacher reads with Sam daily."),)),
            h("Section I: Placement"),
            p("Alder Bank School."),
        )
    )
    assert isinstance(found, Plan)
    return [i.text for i in found.items if i.section == letter and i.kind.value == kind]


@pytest.mark.parametrize("kind_of_head", ["all", "header row", "bold"])
@pytest.mark.parametrize(
    "columns",
    [
        ("What we want to see", "Colour"),
        ("Steps towards", "I will be able to"),
        ("Preparing for adulthood", "*", "How I and others will know"),
        ("Where I am now", "What will be different for me", "Steps towards"),
        ("PfA strand", "Aim", "Where I am now"),
        ("Who will help", "Steps towards", "*"),
    ],
)
def test_outcomes_stand_under_one_head_whatever_it_is_called(
    columns: tuple[str, ...], kind_of_head: str
) -> None:
    rows = [[UNDER[c][i] if c in UNDER else OUTCOMES[i] for c in columns] for i in range(3)]
    names = [c.replace("*", "The change I would make") for c in columns]
    found = texts("E", "outcome", table(_heads(names, kind_of_head), *rows))
    assert found == list(OUTCOMES)


@pytest.mark.parametrize(
    "columns",
    [
        ("Support", "Resources", "Length"),
        ("What the school will do", "Resources", "Who"),
        ("Resources", "Who", "Arrangement", "Outcome"),
        ("Length", "Strategy", "Resources"),
    ],
)
def test_a_column_of_names_beside_the_provision_says_more_of_it(columns: tuple[str, ...]) -> None:
    rows = [[UNDER[c][i] if c in UNDER else PROVISION[i] for c in columns] for i in range(3)]
    assert texts("F", "provision", table(heads(*columns), *rows)) == list(PROVISION)


def test_alone_a_column_of_things_is_the_provision() -> None:
    rows = [[UNDER[c][i] for c in ("Resources", "Who")] for i in range(3)]
    found = texts("F", "provision", table(heads("Resources", "Who"), *rows))
    assert found == list(UNDER["Resources"])


@pytest.mark.parametrize("name", ["Area of difficulty", "Area of need", "What is hard for me"])
def test_sentences_under_a_head_that_may_name_areas_are_needs(name: str) -> None:
    rows = [["Sam draws well.", need] for need in NEEDS]
    assert texts("B", "need", table(heads("Strengths", name), *rows)) == list(NEEDS)


@pytest.mark.parametrize("label", ["Colour", "Preparing for adulthood", "To be reviewed"])
def test_what_stands_beside_an_unknown_label_of_a_card_only_says_more_of_its_item(
    label: str,
) -> None:
    card = table(
        [cell(bold("Outcome")), OUTCOMES[0]],
        [cell(bold(label)), UNDER.get(label, ("Each term",))[0]],
        [cell(bold("Outcome")), OUTCOMES[1]],
        [cell(bold(label)), UNDER.get(label, ("Each term",))[1 if label in UNDER else 0]],
    )
    assert texts("E", "outcome", card) == list(OUTCOMES[:2])


def test_an_outcome_beside_an_unknown_label_is_an_outcome_still() -> None:
    card = table([cell(bold("Outcome")), OUTCOMES[0]], [cell(bold("Travel")), OUTCOMES[2]])
    assert texts("E", "outcome", card) == [OUTCOMES[0], OUTCOMES[2]]


def _heads(names: list[str], kind: str) -> list[CellOf]:
    if kind == "header row":
        return [cell(n, head=True) for n in names]
    return [cell(bold(n)) for n in names] if kind == "bold" else heads(*names)
