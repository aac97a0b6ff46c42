"""What a plan prints as belonging together: rows, cards, numbers and repeated words."""

from __future__ import annotations

from pathlib import Path

from extractors.plan import Plan
from extractors.read import read
from extractors.reading import understand
from tests.extractors.documents import Words, bold, cell, doc, h, heads, li, p, table

NEED = "Sam finds it hard to hold a pencil."
NEED_2 = "Sam cannot follow an instruction with two parts."
OUTCOME = "By the end of Year 6 Sam will write ten lines in a lesson."
OUTCOME_2 = "By July 2028 Sam will carry out a four-part instruction."
PROVISION = "An occupational therapist will see Sam for 30 minutes each week."
PROVISION_2 = "A teaching assistant will rehearse instructions with Sam daily."


def links(*words: Words) -> set[tuple[str, str]]:
    """The plan's links, each end by its section and number in order: ("F1", "E1")."""
    found = understand(
        doc(h("Section A: Views"), li("Sam likes trains."), *words, h("Section I: Placement"))
    )
    assert isinstance(found, Plan)
    return {(r.from_id, r.to_id) for r in found.references}


ROW = {("F1", "E1"), ("F1", "B1"), ("E1", "B1")}
ROWS = ROW | {("F2", "E2"), ("F2", "B2"), ("E2", "B2")}


def test_the_same_row() -> None:
    rows = table(
        heads("Need", "Outcome", "Provision"),
        [NEED, OUTCOME, PROVISION],
        [NEED_2, OUTCOME_2, PROVISION_2],
    )
    assert links(h("Sections B, E and F"), rows) == ROWS


def test_a_merged_need_belongs_to_each_row_that_it_reaches() -> None:
    rows = table(
        heads("Need", "Outcome", "Provision"),
        [cell(NEED, rows=2), OUTCOME, PROVISION],
        [OUTCOME_2, PROVISION_2],
    )
    assert links(h("Sections B, E and F"), rows) == {
        ("F1", "E1"),
        ("F1", "B1"),
        ("E1", "B1"),
        ("F2", "E2"),
        ("F2", "B1"),
        ("E2", "B1"),
    }


def test_a_blank_cell_links_nothing() -> None:
    rows = table(
        heads("Need", "Outcome", "Provision"),
        [NEED, OUTCOME, PROVISION],
        [NEED_2, "-", PROVISION_2],
    )
    assert links(h("Sections B, E and F"), rows) == ROW | {("F2", "B2")}


def _three(b: list[Words], e: list[Words], f: list[Words]) -> list[Words]:
    return [
        h("Section B: Special educational needs"),
        *b,
        h("Section E: Outcomes"),
        *e,
        h("Section F: Special educational provision"),
        *f,
    ]


B: list[Words] = [p(f"B1 {NEED}"), p(f"B2 {NEED_2}")]
E: list[Words] = [p(f"E1 {OUTCOME}"), p(f"E2 {OUTCOME_2}")]
F: list[Words] = [p(f"F1 {PROVISION}"), p(f"F2 {PROVISION_2}")]


def test_sections_apart_print_no_links() -> None:
    assert links(*_three(B, E, F)) == set()


def test_areas_alone_print_no_links() -> None:
    area: list[Words] = [h("Sensory and physical", 2)]
    assert links(*_three(area + B, area + E, area + F)) == set()


def test_numbers_in_brackets() -> None:
    e: list[Words] = [p(f"E1 {OUTCOME} (B1)"), p(f"E2 {OUTCOME_2} (Need 2)")]
    f: list[Words] = [p(f"F1 {PROVISION} [E1, E2]"), p(f"F2 {PROVISION_2}")]
    assert links(*_three(B, e, f)) == {("E1", "B1"), ("E2", "B2"), ("F1", "E1"), ("F1", "E2")}


def test_a_line_that_says_what_the_item_before_it_serves() -> None:
    b: list[Words] = [p(f"3.1\t{NEED}"), p(f"3.2\t{NEED_2}")]
    e: list[Words] = [p(f"5.1\t{OUTCOME}"), p("Helps with 3.1, 3.2"), p(f"5.2\t{OUTCOME_2}")]
    f: list[Words] = [p(f"6.1\t{PROVISION}"), p("So that I achieve 5.2")]
    assert links(*_three(b, e, f)) == {("E1", "B1"), ("E1", "B2"), ("F1", "E2")}


def test_a_line_after_steps_speaks_of_their_outcome() -> None:
    e: list[Words] = [
        p(f"E1 {OUTCOME}"),
        p("Small steps on the way:", italic=True),
        li("Five lines by Easter."),
        p("Helps with need 1"),
    ]
    assert links(*_three(B, e, F)) == {("E1", "B1")}


def test_a_column_that_names_needs_or_outcomes() -> None:
    rows = table(
        heads("Outcome", "Provision", "Which need"),
        ["Outcome 1", PROVISION, "B1"],
        ["1, 2", PROVISION_2, "B1, B2"],
    )
    assert links(*_three(B, E, [rows])) == {
        ("F1", "E1"),
        ("F1", "B1"),
        ("F2", "E1"),
        ("F2", "E2"),
        ("F2", "B1"),
        ("F2", "B2"),
    }


def test_a_column_that_repeats_the_outcome_s_words() -> None:
    rows = table(heads("Outcome", "Provision"), [OUTCOME_2, PROVISION], [OUTCOME, PROVISION_2])
    assert links(*_three(B, E, [rows])) == {("F1", "E2"), ("F2", "E1")}


def test_a_column_that_names_the_need_by_its_words() -> None:
    rows = table(heads("Provision", "Which need does this meet?"), [PROVISION, "Hold a pencil"])
    assert links(*_three(B, E, [rows])) == {("F1", "B1")}


def test_cards_with_printed_numbers() -> None:
    cards: list[Words] = [
        table(
            [bold("Outcome 1"), OUTCOME],
            [bold("Needs met:"), "B1, B2"],
            [cell(bold("Provision"), columns=2)],
            [bold("F1.1"), PROVISION],
            [bold("See also"), "F2.1"],
        ),
        table(
            [bold("Outcome 2"), OUTCOME_2],
            [bold("Needs met:"), "B2"],
            [cell(bold("Provision"), columns=2)],
            [bold("F2.1"), PROVISION_2],
        ),
    ]
    found = links(
        h("Section B: Special educational needs"), *B, h("E and F | Outcomes and provision"), *cards
    )
    assert found == {
        ("E1", "B1"),
        ("E1", "B2"),
        ("E2", "B2"),
        ("F1", "E1"),
        ("F2", "E2"),
        ("F2", "E1"),
    }


def test_provision_under_its_outcome() -> None:
    found = links(
        h("Section B: Special educational needs"),
        *B,
        h("Sections E and F"),
        bold("Outcome 1"),
        p(OUTCOME),
        bold("Provision to meet outcome 1:"),
        li(PROVISION),
        bold("Outcome 2"),
        p(OUTCOME_2),
        bold("Provision to meet outcome 2:"),
        li(PROVISION_2),
    )
    assert found == {("F1", "E1"), ("F2", "E2")}


def test_provision_under_a_heading_that_repeats_the_outcome() -> None:
    f: list[Words] = [
        bold(f"Outcome 1: {OUTCOME}"),
        li(PROVISION),
        bold(f"Outcome 2: {OUTCOME_2}"),
        li(PROVISION_2),
    ]
    assert links(*_three(B, E, f)) == {("F1", "E1"), ("F2", "E2")}


def test_outcomes_listed_before_provision_print_no_links() -> None:
    found = links(
        h("Section B: Special educational needs"),
        *B,
        h("Sections E and F"),
        bold("Outcomes"),
        li(OUTCOME),
        li(OUTCOME_2),
        bold("Provision"),
        li(PROVISION),
        li(PROVISION_2),
    )
    assert found == set()


def test_numbers_that_begin_again_in_each_area() -> None:
    def areas(one: str, two: str) -> list[Words]:
        return [
            h("Sensory and physical", 2),
            p(f"1. {one}"),
            h("Cognition and learning", 2),
            p(f"1. {two}"),
        ]

    found = links(*_three(areas(NEED, NEED_2), areas(f"{OUTCOME} (Need 1)", OUTCOME_2), F))
    assert found == {("E1", "B1")}


def test_row_heads_with_letters_make_a_card() -> None:
    card = table(
        [bold("B: Need"), NEED], [bold("E: Outcome"), OUTCOME], [bold("F: Provision"), PROVISION]
    )
    assert links(card) == ROW


def test_aspirations_by_number() -> None:
    found = understand(
        doc(
            h("Section A: Views"),
            bold("Aspirations"),
            p("A1 A job with horses."),
            p("A2 A dog."),
            *_three(B, [p(f"E1 {OUTCOME}"), p("Linked aspirations: A2")], F),
        )
    )
    assert isinstance(found, Plan)
    assert [(r.from_id, r.to_id) for r in found.references] == [("E1", "A2")]
    assert "A2" in found.references[0].how


def test_a_card_that_the_page_s_end_has_broken_goes_on_with_its_provision() -> None:
    plan = read(Path("sample_plans/plans/ZWB_FinalPlan_Feb2026.pdf"))
    assert isinstance(plan, Plan)
    items = {item.id: item for item in plan.items}
    printed = [(items[r.from_id], items[r.to_id]) for r in plan.references]
    over = [(a, b) for a, b in printed if (a.section, b.section) == ("F", "E")]
    over = [(a, b) for a, b in over if a.place.page != b.place.page and b.id == "E5"]
    assert [a.text[:26] for a, _ in over] == [
        "A deaf adult role model wh",
        "All four nursery practitio",
    ]
