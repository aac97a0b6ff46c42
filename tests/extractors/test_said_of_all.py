"""Words that speak of several items, of a plan's tables or of a whole area, and are none."""

from __future__ import annotations

import pytest

from extractors.plan import Item, Kind, Plan
from extractors.reading import understand
from tests.extractors.documents import Words, bold, cell, doc, h, heads, li, p, table

NEED = "Sam cannot yet read a short text, so he misses what is taught."
OUTCOME = "Sam will read a page aloud, so that he can enjoy books."


def _plan(
    needs: tuple[Words, ...] = (p(NEED),),
    outcomes: tuple[Words, ...] = (p(OUTCOME),),
    provision: tuple[Words, ...] = (p("A teacher will read with Sam for 20 minutes daily."),),
    social: tuple[Words, ...] = (h("Section H1: Care"), p("None."), h("Section H2"), p("None.")),
) -> Plan:
    found = understand(
        doc(
            h("Education, Health and Care Plan"),
            h("Section A: Views, interests and aspirations"),
            p("Sam wants to be a bus driver when he is grown up."),
            h("Section B: Special educational needs"),
            *needs,
            h("Section C: Health needs"),
            p("None."),
            h("Section D: Social care needs"),
            p("None."),
            h("Section E: Outcomes"),
            *outcomes,
            h("Section F: Special educational provision"),
            *provision,
            h("Section G: Health provision"),
            p("None."),
            *social,
        )
    )
    assert isinstance(found, Plan)
    return found


def _items(plan: Plan, letter: str, *kinds: Kind) -> list[Item]:
    return [i for i in plan.items if i.section == letter and i.kind in kinds]


def test_a_time_alone_is_the_stem_of_paragraphs_numbered_by_hand() -> None:
    plan = _plan(
        outcomes=(
            p("By the end of Year 13 (July 2028):"),
            p("1) " + OUTCOME),
            p("2) Sam will travel."),
        )
    )
    said = _items(plan, "E", Kind.OUTCOME)
    assert [i.number for i in said] == ["1", "2"]
    assert {i.stem for i in said} == {"By the end of Year 13 (July 2028):"}


@pytest.mark.parametrize(
    "words",
    [
        "All outcomes are to be reached by the end of my course in July 2027.",
        "These outcomes are for the end of Key Stage 2 (July 2029).",
        "The outcomes below will be achieved by the end of Key Stage 4.",
        "Each outcome is to be met by July 2027. Sam and his family chose them.",
    ],
)
def test_a_time_said_of_all_outcomes_is_the_stem_of_each(words: str) -> None:
    plan = _plan(outcomes=(p(words), p(OUTCOME), p("Sam will travel alone by bus.")))
    said = _items(plan, "E", Kind.OUTCOME)
    assert len(said) == 2
    assert all(i.stem and i.stem in words for i in said)


def test_a_review_of_all_outcomes_is_no_time_to_reach_them() -> None:
    plan = _plan(outcomes=(p("All outcomes will be reviewed by July 2027."), p(OUTCOME)))
    assert [i.stem for i in _items(plan, "E", Kind.OUTCOME)] == [""]


def test_a_time_as_a_heading_is_the_stem_of_what_stands_under_it() -> None:
    plan = _plan(
        outcomes=(
            h("By the end of Key Stage 2", 2),
            p(OUTCOME),
            h("By the end of Year 8", 2),
            p("Sam will travel alone."),
        )
    )
    assert [i.stem for i in _items(plan, "E", Kind.OUTCOME)] == [
        "By the end of Key Stage 2",
        "By the end of Year 8",
    ]


def test_no_outcome_needed_is_no_outcome() -> None:
    plan = _plan(outcomes=(p(OUTCOME), p("No outcome is needed in this area.")))
    assert [i.text for i in _items(plan, "E", Kind.OUTCOME)] == [OUTCOME]


def test_columns_beside_the_outcome_that_are_not_known_are_none() -> None:
    plan = _plan(
        outcomes=(
            table(
                [
                    cell(shaded=True),
                    *heads("Outcome", "Preparing for adulthood", "How I and others will know"),
                ],
                ["E1", OUTCOME, "Employment", "Nine times in ten"],
                [
                    "E2",
                    "Sam will travel alone by bus, so that he can see friends.",
                    "Friends",
                    "A log",
                ],
            ),
        )
    )
    said = _items(plan, "E", Kind.OUTCOME)
    assert [i.number for i in said] == ["E1", "E2"]


def test_what_stands_under_a_head_that_is_not_known_beside_numbers_of_needs_and_outcomes() -> None:
    plan = _plan(
        needs=(p("B1 " + NEED), p("B2 Sam is unable to wait for his turn.")),
        outcomes=(p("E1 " + OUTCOME), p("E2 Sam will wait for his turn in a game.")),
        provision=(
            table(
                heads("Need", "Outcome", "What", "Who", "How much and how often"),
                ["B1", "E1", "Reading together.", "Teacher", "20 minutes a day"],
                [
                    "B2",
                    "E1, E2",
                    "Turn-taking games.",
                    "Key worker trained by the speech therapist",
                    "10 minutes",
                ],
            ),
        ),
    )
    assert [i.text for i in _items(plan, "F", Kind.PROVISION)] == [
        "Reading together.",
        "Turn-taking games.",
    ]
    assert {(r.from_id, r.to_id) for r in plan.references} >= {
        ("F1", "B1"),
        ("F1", "E1"),
        ("F2", "E2"),
    }


def test_strengths_on_one_line_end_where_needs_are_numbered() -> None:
    plan = _plan(
        needs=(
            p("What Sam can do: he counts to ten."),
            li("B1. Sam counts objects wrongly when there are more than six."),
            p("Strengths: Sam is kind."),
            p("B2  Sam follows one instruction at a time."),
        )
    )
    assert [i.number for i in _items(plan, "B", Kind.NEED)] == ["B1", "B2"]
    assert len(_items(plan, "B", Kind.STRENGTH)) == 2


def test_strengths_on_one_line_go_on_as_they_are_set() -> None:
    plan = _plan(needs=(p("Strengths: Sam is kind."), p("Sam can count."), bold("Needs"), p(NEED)))
    assert [i.kind for i in _items(plan, "B", *Kind)] == [Kind.STRENGTH, Kind.STRENGTH, Kind.NEED]


def test_where_needs_are_numbered_what_is_not_is_none_unless_it_is_hard() -> None:
    plan = _plan(
        needs=(
            p("Sam's arithmetic is above average."),
            p("B1 " + NEED),
            p("B2 Sam cannot wait."),
            p("Sam struggles with noise."),
        )
    )
    assert [i.kind for i in _items(plan, "B", *Kind)] == [Kind.STRENGTH, *[Kind.NEED] * 3]


def test_no_needs_in_an_area_after_a_strength_is_no_need() -> None:
    plan = _plan(
        needs=(
            p("Sam tells long stories. He has no special educational needs in this area."),
            p(NEED),
        )
    )
    assert [i.text for i in _items(plan, "B", Kind.NEED)] == [NEED]


@pytest.mark.parametrize(
    "words",
    [
        "Each row reads from left to right: what Sam finds hard (B) and the help he will get (F).",
        "The four tables below set out, for each area, needs (Section B) and outcomes (Section E).",
    ],
)
def test_words_on_how_tables_are_read_are_no_need(words: str) -> None:
    assert [i.text for i in _items(_plan(needs=(p(words), p(NEED))), "B", *Kind)] == [NEED]


def test_outcome_and_its_provision_by_turns_each_with_its_section() -> None:
    plan = _plan(
        outcomes=(),
        provision=(
            bold("Outcome 1 (Section E)"),
            p("By July 2027 Sam will read a page aloud."),
            bold("Provision for Outcome 1 (Section F)"),
            li("A teacher will read with Sam for 20 minutes daily."),
            bold("Outcome 2 (Section E)"),
            p("By July 2027 Sam will travel alone by bus."),
            bold("Provision for Outcome 2 (Section F)"),
            li("A travel trainer will walk with Sam for one hour a week."),
        ),
    )
    assert [i.number for i in _items(plan, "E", Kind.OUTCOME)] == ["Outcome 1", "Outcome 2"]
    assert {(r.from_id, r.to_id) for r in plan.references} == {("F1", "E1"), ("F2", "E2")}


def test_one_section_h_says_the_same_of_both() -> None:
    plan = _plan(social=(h("Section H: Social care provision"), p("None.")))
    assert [s.says_none for s in plan.sections if s.letter in ("H1", "H2")] == [True, True]


def test_a_question_may_head_a_section() -> None:
    plan = _plan(
        social=(
            h("Section H1: What social care help must be given?"),
            p("None."),
            h("Section H2"),
            p("None."),
        )
    )
    assert all(s.labelled for s in plan.sections if s.letter in ("H1", "H2"))


@pytest.mark.parametrize(
    "words",
    [
        "The SENCO looks at his strips and finished work each half term.",
        "Reviewed by the SENCO each half term.",
        "If an outcome is not on course after two terms, the tutor will call a meeting.",
        "If there is no change after two terms the psychologist is consulted.",
        "Short-term targets will be set by the SENCO and Sam each term.",
    ],
)
def test_what_is_done_to_see_whether_provision_works_is_none(words: str) -> None:
    line = "A teacher will read with Sam for 20 minutes daily."
    plan = _plan(provision=(li(line), li(words)))
    assert [i.text for i in _items(plan, "F", Kind.PROVISION)] == [line]


@pytest.mark.parametrize(
    "words",
    [
        "If Sam is not calm, a teaching assistant will take him to the quiet room.",
        "An occupational therapist will review his sensory diet each term.",
        "The therapist checks progress with Sam for 30 minutes each term.",
    ],
)
def test_what_is_done_with_the_child_is_provision(words: str) -> None:
    plan = _plan(provision=(li(words),))
    assert [i.text for i in _items(plan, "F", Kind.PROVISION)] == [words]


def test_needs_and_outcomes_named_together_before_the_words() -> None:
    plan = _plan(
        needs=(p("a) " + NEED), p("b) Sam cannot wait for his turn.")),
        outcomes=(p("1) " + OUTCOME), p("2) Sam will wait."), p("3) Sam will travel alone.")),
        provision=(
            p("F1 (outcomes 2 to 3) A mentor will walk with Sam for one hour a week."),
            p("For need a) and outcome 1): A teacher will read with Sam for 20 minutes daily."),
        ),
    )
    assert {(r.from_id, r.to_id) for r in plan.references} == {
        ("F1", "E2"),
        ("F1", "E3"),
        ("F2", "B1"),
        ("F2", "E1"),
    }


def test_the_title_of_section_e_may_say_by_when() -> None:
    found = understand(
        doc(
            h("Education, Health and Care Plan"),
            h("Section A: Views"),
            p("Sam wants to be a bus driver."),
            h("Section B: Special educational needs"),
            p(NEED),
            h("Section E: Outcomes, by the end of Key Stage 4 (July 2027)"),
            p(OUTCOME),
            h("Section F: Special educational provision"),
            p("A teacher will read with Sam for 20 minutes daily."),
            h("Section I: Placement"),
            bold("Wren Street Infant School"),
            p("Maintained infant school"),
        )
    )
    assert isinstance(found, Plan)
    assert "July 2027" in _items(found, "E", Kind.OUTCOME)[0].stem
    assert next(x.text for x in found.section("I").passages) == "Wren Street Infant School"


def test_a_label_before_a_dash_leaves_the_words_whole() -> None:
    words = "(a) Sam tires and works slowly: he finishes half of a task in the time."
    plan = _plan(needs=(p(f"Needs – {words}"),))
    assert [(i.number, i.text) for i in _items(plan, "B", Kind.NEED)] == [
        ("(a)", "Sam tires and works slowly: he finishes half of a task in the time.")
    ]


def test_needs_and_outcomes_that_the_heading_of_an_area_names() -> None:
    plan = _plan(
        needs=(p("(a) " + NEED), p("(b) Sam cannot wait for his turn.")),
        outcomes=(p("(i) " + OUTCOME), p("(ii) Sam will wait.")),
        provision=(
            h("Cognition and learning: need (a), outcome (i)", 2),
            li("A teacher will read with Sam for 20 minutes daily."),
            h("Social, emotional and mental health: need (b), outcome (ii)", 2),
            li("A mentor will play with Sam for 20 minutes daily."),
        ),
    )
    assert {(r.from_id, r.to_id) for r in plan.references} == {
        ("F1", "B1"),
        ("F1", "E1"),
        ("F2", "B2"),
        ("F2", "E2"),
    }


def test_a_card_that_names_its_need_and_outcome() -> None:
    plan = _plan(
        needs=(p("1. " + NEED), p("2. Sam cannot wait for his turn.")),
        outcomes=(p("Outcome 1: " + OUTCOME), p("Outcome 2: Sam will wait.")),
        provision=(
            table(
                [cell(bold("To meet need 2 and achieve outcome 2"), columns=2, shaded=True)],
                [cell(bold("What")), "Turn-taking games."],
                [cell(bold("Who")), "A mentor, for 20 minutes daily."],
            ),
        ),
    )
    assert {(r.from_id, r.to_id) for r in plan.references} == {("F1", "B2"), ("F1", "E2")}


def test_sections_g_and_h_spoken_of_together_are_not_empty() -> None:
    plan = _plan(social=(h("Sections H1 and H2: Social care provision"), p("No provision.")))
    assert not any(s.empty for s in plan.sections if s.letter in ("H1", "H2"))
