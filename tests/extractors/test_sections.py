"""Which words belong to which section, in every shape that B, E and F are met in."""

from __future__ import annotations

import pytest

from extractors.plan import Area, Kind, Plan
from extractors.reading import understand
from tests.extractors.documents import TableOf, Words, bold, cell, doc, h, heads, li, p, table

NEED = "Sam finds it hard to hold a pencil and tires after two lines."
NEED_2 = "Sam cannot follow an instruction with more than two parts."
OUTCOME = "By the end of Year 6 Sam will write ten lines in a lesson."
OUTCOME_2 = "By July 2028 Sam will carry out a four-part instruction."
PROVISION = "An occupational therapist will see Sam for 30 minutes each week."
PROVISION_2 = "A teaching assistant will rehearse instructions with Sam daily for ten minutes."
STRENGTH = "Sam draws well and tells long stories."
VIEW = "Sam likes trains and his grandmother’s soup."


def rest(*letters: str) -> list[Words]:
    """The other sections, so that the document is a plan."""
    return [x for c in letters for x in (h(f"Section {c}: Other"), p("None identified."))]


def plan(*words: Words) -> Plan:
    found = understand(doc(*words))
    assert isinstance(found, Plan)
    return found


def texts(found: Plan, letter: str) -> list[tuple[str, str]]:
    return [(i.kind.value, i.text) for i in found.items if i.section == letter]


EXPECTED = {
    "B": [("need", NEED), ("need", NEED_2)],
    "E": [("outcome", OUTCOME), ("outcome", OUTCOME_2)],
    "F": [("provision", PROVISION), ("provision", PROVISION_2)],
}


def _row(*cells: str) -> list[str]:
    return list(cells)


SHAPES: dict[str, list[Words]] = {
    "three sections": [
        h("Section B: Special educational needs"),
        li(NEED),
        li(NEED_2),
        h("Section E: Outcomes"),
        li(OUTCOME),
        li(OUTCOME_2),
        h("Section F: Special educational provision"),
        li(PROVISION),
        li(PROVISION_2),
    ],
    "E before B": [
        h("Section E: Outcomes"),
        p(OUTCOME),
        p(OUTCOME_2),
        h("Section B: Special educational needs"),
        p(NEED),
        p(NEED_2),
        h("Section F: Special educational provision"),
        p(PROVISION),
        p(PROVISION_2),
    ],
    "marks repeated in each area": [
        h("Section B: Special educational needs"),
        li(NEED),
        li(NEED_2),
        h("Sensory and physical", 2),
        bold("Section E - Desired Outcomes"),
        li(OUTCOME),
        bold("Section F - Provision"),
        li(PROVISION),
        h("Communication and interaction", 2),
        bold("Section E - Desired Outcomes"),
        li(OUTCOME_2),
        bold("Section F - Provision"),
        li(PROVISION_2),
    ],
    "one row for each need": [
        h("Sections B, E and F"),
        table(
            heads("Special educational need", "Outcome", "Provision", "Review"),
            [NEED, OUTCOME, PROVISION, "-"],
            [NEED_2, OUTCOME_2, PROVISION_2, "-"],
        ),
    ],
    "letters as column heads": [
        table(heads("B", "E", "F"), [NEED, OUTCOME, PROVISION], [NEED_2, OUTCOME_2, PROVISION_2]),
    ],
    "letters in brackets as column heads": [
        table(
            heads("Need (B)", "Outcome (E)", "Provision (F)"),
            [NEED, OUTCOME, PROVISION],
            [NEED_2, OUTCOME_2, PROVISION_2],
        ),
    ],
    "heads repeated on the next page": [
        h("The golden thread: Sections B, E and F"),
        table(
            heads("Need", "Outcome", "Provision"),
            [NEED, OUTCOME, PROVISION],
            heads("Need", "Outcome", "Provision"),
            [NEED_2, OUTCOME_2, PROVISION_2],
        ),
    ],
    "letters as row heads": [
        table(
            [bold("B: Need"), NEED],
            [bold("E: Outcome"), OUTCOME],
            [bold("F: Provision"), PROVISION],
        ),
        table(
            [bold("B: Need"), NEED_2],
            [bold("E: Outcome"), OUTCOME_2],
            [bold("F: Provision"), PROVISION_2],
        ),
    ],
    "a card for each outcome": [
        h("Sections B, E and F"),
        *[
            table([bold("Need"), n], [bold("Outcome"), o], [bold("Provision"), f])
            for n, o, f in ((NEED, OUTCOME, PROVISION), (NEED_2, OUTCOME_2, PROVISION_2))
        ],
    ],
    "each section in one cell": [
        *[
            table([cell(bold(t), *[li(w) for w in words])])
            for t, words in (
                ("Section B: Special educational needs", (NEED, NEED_2)),
                ("Section E: Outcomes", (OUTCOME, OUTCOME_2)),
                ("Section F: Special educational provision", (PROVISION, PROVISION_2)),
            )
        ],
    ],
    "side by side": [
        table(
            [
                cell(bold("Section B: Needs"), li(NEED), li(NEED_2)),
                cell(bold("Section E: Outcomes"), li(OUTCOME), li(OUTCOME_2)),
                cell(bold("Section F: Provision"), li(PROVISION), li(PROVISION_2)),
            ]
        ),
    ],
    "letter, title and words in three cells": [
        table(
            [cell(bold("B"), rows=2), cell(NEED)],
            [cell(NEED_2)],
            [cell(bold("E"), rows=2), cell(OUTCOME)],
            [cell(OUTCOME_2)],
            [cell(bold("F"), rows=2), cell(PROVISION)],
            [cell(PROVISION_2)],
        ),
    ],
    "a table over two pages": [
        h("Sections B, E and F"),
        table(heads("Need", "Outcome", "Provision"), [NEED, OUTCOME, PROVISION]),
        table([NEED_2, OUTCOME_2, PROVISION_2]),
    ],
    "headings without letters under a group": [
        h("Sections B, E and F: My needs and my support"),
        h("Needs", 2),
        li(NEED),
        li(NEED_2),
        h("Outcomes", 2),
        li(OUTCOME),
        li(OUTCOME_2),
        h("Provision", 2),
        li(PROVISION),
        li(PROVISION_2),
    ],
    "continued": [
        h("Section B: Special educational needs"),
        li(NEED),
        bold("Section B (continued)"),
        li(NEED_2),
        h("Section E: Outcomes"),
        li(OUTCOME),
        li(OUTCOME_2),
        h("Section F: Provision"),
        li(PROVISION),
        li(PROVISION_2),
    ],
    "labels on the line": [
        h("Sections B, E and F"),
        p(f"Need 1: {NEED}"),
        p(f"Outcome 1: {OUTCOME}"),
        p(f"Provision: {PROVISION}"),
        p(f"Need 2: {NEED_2}"),
        p(f"Outcome 2: {OUTCOME_2}"),
        p(f"Provision: {PROVISION_2}"),
    ],
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_words_are_read_in_every_shape(shape: str) -> None:
    found = plan(h("Section A: Views"), p(VIEW), *SHAPES[shape], *rest("C", "D", "G", "I", "K"))
    assert {x: texts(found, x) for x in "BEF"} == EXPECTED
    assert texts(found, "A") == [("view", VIEW)]


def test_what_works_and_what_does_not_stand_side_by_side() -> None:
    areas: list[Words] = []
    for name, strength, need in (
        ("Communication and interaction", "-", NEED_2),
        ("Sensory and/or physical", STRENGTH, NEED),
    ):
        areas += [
            bold(name),
            table(heads("What is working", "What is not working so well"), [strength, need]),
        ]
    found = plan(
        h("Section A: Views"),
        p(VIEW),
        h("Section B: Special educational needs"),
        *areas,
        h("Section E: Outcomes"),
        p(OUTCOME),
        h("Section F: Provision"),
        p(PROVISION),
    )
    assert texts(found, "B") == [("need", NEED_2), ("strength", STRENGTH), ("need", NEED)]
    assert [i.area for i in found.needs] == [Area.COMMUNICATION, Area.SENSORY_PHYSICAL]


def _area_table() -> TableOf:
    return table(
        [cell(bold("SENSORY AND PHYSICAL"), columns=4, shaded=True)],
        [bold("Strengths"), cell(STRENGTH, columns=3)],
        [bold("Needs"), cell(p("Main skills", italic=True), li(f"{NEED} (K1)"), columns=3)],
        [cell(bold("Outcomes"), rows=2), bold("Long Term / Life"), cell(OUTCOME, columns=2)],
        [bold("Medium Term"), cell("Writes five lines by July 2027.", columns=2)],
        ["", "", "", ""],
        heads(
            "Special Educational Provision",
            "By Whom",
            "Frequency",
            "Which Need Does This Provision Meet",
        ),
        [PROVISION, "Therapist", "Weekly", NEED],
    )


def test_one_table_for_an_area_holds_everything() -> None:
    found = plan(
        h("A1 SUMMARY of the child or young person’s history"),
        p(VIEW),
        h("Sections B, E and F"),
        _area_table(),
        *rest("C", "D", "G", "H", "I", "J", "K"),
    )
    assert texts(found, "B") == [("strength", STRENGTH), ("need", NEED)]
    assert texts(found, "E") == [("outcome", OUTCOME), ("step", "Writes five lines by July 2027.")]
    assert [(c.head, c.text) for c in found.provision[0].columns] == [
        ("By Whom", "Therapist"),
        ("Frequency", "Weekly"),
    ]
    assert {i.area for i in found.of(Kind.NEED, Kind.OUTCOME)} == {Area.SENSORY_PHYSICAL}


def test_an_inner_table_belongs_to_the_cell_it_stands_in() -> None:
    inner = table(heads("What I can do", "What I find difficult"), [STRENGTH, NEED])
    found = plan(
        h("Section A: Views"),
        p(VIEW),
        h("Section B: Special educational needs"),
        table([cell(bold("Sensory and physical"), inner)]),
        h("Section E: Outcomes"),
        p(OUTCOME),
        h("Section F: Provision"),
        p(PROVISION),
    )
    assert texts(found, "B") == [("strength", STRENGTH), ("need", NEED)]


def test_a_table_inside_an_outcome_s_cell_is_its_provision() -> None:
    first = table(heads("Provision", "By whom"), [PROVISION, "Therapist"])
    second = table(heads("Provision", "By whom"), [PROVISION_2, "Teaching assistant"])
    found = plan(
        h("Section A: Views"),
        p(VIEW),
        h("Section B: Special educational needs"),
        p(NEED),
        h("Section E: Outcomes and Section F: Provision"),
        table(
            [
                cell(
                    p(f"Outcome 1: {OUTCOME}"), bold("Short-term targets:"), li("Five lines"), first
                )
            ],
            [cell(p(f"Outcome 2: {OUTCOME_2}"), second)],
        ),
        *rest("G", "H", "I"),
    )
    one, two = found.outcomes
    assert {(r.from_id, r.to_id) for r in found.references} == {("F1", one.id), ("F2", two.id)}


def test_a_mark_in_a_joined_table_ends_the_heads_above_it() -> None:
    joined = table(
        heads("What I can do", "What I find difficult"),
        [STRENGTH, NEED],
        [cell(bold("Section E: Outcomes"), columns=2, shaded=True)],
        [bold("1"), OUTCOME],
        [bold("2"), OUTCOME_2],
    )
    found = plan(
        h("Section A: Views"),
        p(VIEW),
        h("Section B: Special educational needs"),
        joined,
        h("Section F: Provision"),
        p(PROVISION),
    )
    assert [(i.number, i.text) for i in found.outcomes] == [("1", OUTCOME), ("2", OUTCOME_2)]


def _with_sections(*words: Words) -> list[Words]:
    return [
        h("Section A: Views"),
        p(VIEW),
        h("Section B: Special educational needs"),
        p(NEED),
        h("Section E: Outcomes"),
        p(OUTCOME),
        h("Section F: Provision"),
        p(PROVISION),
        *words,
    ]


def test_every_section_has_its_record() -> None:
    found = plan(
        *_with_sections(
            h("Section C: Health needs"),
            p("None identified."),
            h("Section D: Social care needs"),
            h("Section G: Health provision"),
            p("A nurse will visit each term."),
        )
    )
    assert [s.letter for s in found.sections if s.found] == ["A", "B", "C", "D", "E", "F", "G"]
    assert found.section("C").says_none
    assert found.section("D").empty
    assert [x.text for x in found.section("G").passages] == ["A nurse will visit each term."]
    assert found.section("E").labelled
    assert [x.text for x in found.section("E").headings] == ["Section E: Outcomes"]


def test_guidance_is_no_part_of_the_plan() -> None:
    words = _with_sections()
    words.insert(3, p("This section must set out all of the child’s special educational needs."))
    words.insert(4, p("Guidance: list each need on its own line."))
    assert texts(plan(*words), "B") == [("need", NEED)]


def test_reports_behind_k_are_left_out() -> None:
    found = plan(
        *_with_sections(
            h("Section K: Advice"),
            p("Educational psychologist, 2 March 2026"),
            h("Psychology report"),
            h("Outcomes", 2),
            p("The pupil will read a page."),
            h("Provision", 2),
            p("Daily precision teaching."),
        )
    )
    assert texts(found, "E") == [("outcome", OUTCOME)]
    assert texts(found, "F") == [("provision", PROVISION)]


def test_titles_alone_are_not_labelled() -> None:
    found = plan(
        bold("Education, Health and Care Plan", size=20.0),
        h("About me"),
        p(VIEW),
        h("Special educational needs"),
        p(NEED),
        h("My health needs"),
        p("None."),
        h("Outcomes"),
        p(OUTCOME),
        h("Special educational provision"),
        p(PROVISION),
    )
    assert texts(found, "E") == [("outcome", OUTCOME)]
    assert found.section("E").found
    assert not found.section("E").labelled


def test_health_columns_beside_provision_are_not_provision() -> None:
    found = plan(
        h("Section A: Views"),
        p(VIEW),
        h("Sections B, E, F, G and H"),
        table(
            heads("Need", "Outcome", "Provision (F)", "Health provision (G)", "Who"),
            [NEED, OUTCOME, PROVISION, "A nurse visits each term.", "Therapist"],
        ),
    )
    assert texts(found, "F") == [("provision", PROVISION)]
    assert [c.text for c in found.provision[0].columns] == ["Therapist"]
    assert [x.text for x in found.section("G").passages] == ["A nurse visits each term."]


def test_a_row_cut_by_the_page_s_end_goes_on() -> None:
    first, rest_of = "Sam finds it hard to hold a pencil and", "tires after two lines."
    found = plan(
        h("Section A: Views"),
        p(VIEW),
        h("Sections B, E and F"),
        table(heads("Need", "Outcome", "Provision"), [first, OUTCOME, PROVISION]),
        table([rest_of, "", li(PROVISION_2)]),
    )
    assert texts(found, "B") == [("need", NEED)]
    assert texts(found, "F") == [("provision", PROVISION), ("provision", PROVISION_2)]
    assert {(r.from_id, r.to_id) for r in found.references} == {
        ("F1", "E1"),
        ("F1", "B1"),
        ("E1", "B1"),
        ("F2", "E1"),
        ("F2", "B1"),
    }


def test_what_stands_below_a_card_s_provision_is_said_of_its_outcome() -> None:
    card = table(
        [bold("Outcome 1"), cell(OUTCOME, columns=2)],
        heads("What will happen", "Who will do it", "How often"),
        [PROVISION, "Therapist", "Weekly"],
        [bold("Review"), cell("Each July", columns=2)],
    )
    found = plan(
        h("Section A: Views"), p(VIEW), h("Section B: Needs"), p(NEED), h("Sections E and F"), card
    )
    assert [c.text for c in found.provision[0].columns] == ["Therapist", "Weekly"]
    assert [c.text for c in found.outcomes[0].columns] == ["Each July"]


def test_a_table_straight_under_an_outcome_is_its_provision() -> None:
    blocks: list[Words] = []
    for outcome, provision in ((OUTCOME, PROVISION), (OUTCOME_2, PROVISION_2)):
        blocks += [
            bold(f"Outcome: {outcome}"),
            table(heads("Provision", "Provided by"), [provision, "Staff"]),
        ]
    found = plan(
        h("Section A: Views"),
        p(VIEW),
        h("Section B: Needs"),
        p(NEED),
        h("Sections E and F"),
        *blocks,
    )
    assert {(r.from_id, r.to_id) for r in found.references} == {("F1", "E1"), ("F2", "E2")}


def test_labels_inside_the_cells_of_one_row_for_an_area() -> None:
    rows = table(
        heads(
            "Section B Needs",
            "Section E Outcomes",
            "Section F Provision",
            "Section G Health provision",
        ),
        [
            cell(p("Strengths:"), li(STRENGTH), p("Needs:"), li(NEED), li(NEED_2)),
            cell(li(OUTCOME), li(OUTCOME_2)),
            cell(li(PROVISION), li(PROVISION_2)),
            "A nurse visits each term.",
        ],
    )
    found = plan(
        h("Section A: Views"),
        p(VIEW),
        h("Sections B, E, F and G"),
        h("Sensory and physical", 2),
        rows,
        h("Section C - Health needs"),
        p("None."),
    )
    assert texts(found, "B") == [("strength", STRENGTH), ("need", NEED), ("need", NEED_2)]
    assert {x: texts(found, x) for x in "EF"} == {x: EXPECTED[x] for x in "EF"}
    assert found.section("C").says_none


def test_provision_for_a_whole_area_is_not_that_of_the_outcome_above_it() -> None:
    found = plan(
        h("Section A: Views"),
        p(VIEW),
        h("Section B: Special educational needs"),
        p(NEED),
        h("Section E: Outcomes and Section F: Provision"),
        table(
            [
                cell(
                    p(f"Outcome 1: {OUTCOME}"),
                    table(heads("Provision", "By whom"), [PROVISION, "-"]),
                )
            ],
            [cell(bold("Provision for the whole area:"), li(PROVISION_2))],
        ),
        *rest("G", "H", "I"),
    )
    assert {(r.from_id, r.to_id) for r in found.references} == {("F1", "E1")}
