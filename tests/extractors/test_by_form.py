"""Labels and heads whose words are not known, told by what stands beside, beneath or in them."""

from __future__ import annotations

import pytest

from extractors.plan import Area, Plan
from extractors.reading import understand
from tests.extractors.documents import Words, bold, doc, h, heads, li, p, table

NEED = "Sam needs each sentence to be said twice and shown."
STRENGTH = "Sam draws trains from memory."
OUTCOME = "By the end of Year 6 Sam will write ten lines in a lesson."
OUTCOME_2 = "By July 2028 Sam will carry out a four-part instruction."
PROVISION = "An occupational therapist will see Sam for 30 minutes each week."


def plan(*, b: tuple[Words, ...] = (), e: tuple[Words, ...] = ()) -> Plan:
    parts = (
        ("Section A: Views", (p("Sam likes trains."),)),
        ("Section B: Special educational needs", b or (p(NEED),)),
        ("Section E: Outcomes", e or (p(OUTCOME),)),
        ("Section F: Special educational provision", (p(PROVISION),)),
        ("Section I: Placement", (p("Alder Bank School."),)),
    )
    found = understand(doc(*(w for title, words in parts for w in (h(title), *words))))
    assert isinstance(found, Plan)
    return found


def said(found: Plan, letter: str) -> list[tuple[str, str]]:
    return [(i.kind.value, i.text) for i in found.items if i.section == letter]


def test_an_area_beside_a_label_is_the_area_whatever_the_label_says() -> None:
    found = plan(b=(p("Zone\tCognition and learning"), p(NEED)))
    assert said(found, "B") == [("need", NEED)]
    assert found.needs[0].area is Area.COGNITION


def test_a_code_beside_a_label_is_the_number_of_what_follows_or_refers_to_what_was_numbered() -> (
    None
):
    found = plan(
        b=(p("Tag\tNEED-1"), p(NEED)),
        e=(p("Tag\tOUT-1"), p(OUTCOME), p("Goes with\tNEED-1")),
    )
    assert [(i.number, i.text) for i in found.needs] == [("NEED-1", NEED)]
    assert [(i.number, i.text) for i in found.outcomes] == [("OUT-1", OUTCOME)]
    assert ("E1", "B1") in {(r.from_id, r.to_id) for r in found.references}


def test_a_figure_beside_a_label_is_no_number() -> None:
    found = plan(b=(p(NEED), p("Spelling age\t7.2")))
    assert any("7.2" in i.full_text for i in found.items if i.section == "B")


def test_what_stands_under_every_heading_is_no_words_of_the_plan() -> None:
    line = "Brought up to date 20/01/2026 by the team"
    parts = ("A: Views", "B: Special educational needs", "E: Outcomes", "F: Provision")
    words = ("Sam likes trains.", NEED, OUTCOME, PROVISION)
    both = zip(parts, words, strict=True)
    found = understand(doc(*(w for t, x in both for w in (h(f"Section {t}"), p(line), p(x)))))
    assert isinstance(found, Plan)
    assert [i.text for i in found.items] == list(words)


@pytest.mark.parametrize(
    ("good", "hard"),
    [
        ("Where I shine", "What bothers me"),
        ("Things that go well", "Things that do not go well"),
        ("How it is (strengths)", "How it is (needs)"),
    ],
)
def test_headings_and_heads_of_needs_are_told_by_what_they_speak_of(good: str, hard: str) -> None:
    under = plan(b=(bold(good), li(STRENGTH), bold(hard), li(NEED)))
    assert said(under, "B") == [("strength", STRENGTH), ("need", NEED)]
    beside = plan(b=(table(heads(good, hard), [STRENGTH, NEED]),))
    assert sorted(said(beside, "B")) == [("need", NEED), ("strength", STRENGTH)]


def test_a_diagnosis_over_a_column_or_as_a_heading_makes_no_needs_of_strengths() -> None:
    found = plan(b=(bold("Learning difficulties"), li("Sam enjoys drawing trains.")))
    assert said(found, "B") == [("strength", "Sam enjoys drawing trains.")]


def test_a_list_of_steps_ends_where_the_next_numbered_outcome_comes() -> None:
    steps = (p("On the way there:"), li("Sam writes five lines."))
    found = plan(e=(li(OUTCOME, "5.1"), *steps, li(OUTCOME_2, "5.2")))
    assert said(found, "E")[-1] == ("outcome", OUTCOME_2)


def test_a_sentence_about_outcomes_is_no_heading() -> None:
    told = p("The outcomes may be looked at again at the next annual review", label="•")
    found = plan(e=(told, p(OUTCOME)))
    assert ("outcome", OUTCOME) in said(found, "E")
    assert len(found.section("E").headings) == 1
