"""Words are never lost: what stands in a section is read, whatever label stands above it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.document import Paragraph, Place
from extractors.plan import Kind, Plan
from extractors.reading import understand
from tests.extractors.documents import CellOf, Words, bold, cell, doc, h, heads, li, p, table

NEED = "Sam finds it hard to hold a pencil and tires after two lines."
OUTCOME = "By the end of Year 6 Sam will write ten lines in a lesson."
OUTCOME_2 = "By July 2028 Sam will carry out a four-part instruction."
PROVISION = "An occupational therapist will see Sam for 30 minutes each week."
PROVISION_2 = "A teaching assistant will rehearse instructions with Sam daily for ten minutes."
STRENGTH = "Sam draws well and tells long stories."
STEP = "Sam will write five lines by July."


def plan(*words: Words) -> Plan:
    found = understand(doc(*words))
    assert isinstance(found, Plan)
    return found


def texts(found: Plan, letter: str) -> list[tuple[str, str]]:
    return [(i.kind.value, i.text) for i in found.items if i.section == letter]


def thread(
    *, needs: tuple[Words, ...] = (), outcomes: tuple[Words, ...] = (), f: tuple[Words, ...] = ()
) -> Plan:
    """A plan with those words in Sections B, E and F."""
    return plan(
        h("Section A: Views"),
        p("Sam likes trains."),
        h("Section B: Special educational needs"),
        *(needs or (p(NEED),)),
        h("Section E: Outcomes"),
        *(outcomes or (li(OUTCOME, "1."), li(OUTCOME_2, "2."))),
        h("Section F: Special educational provision"),
        *(f or (p(PROVISION),)),
        h("Section I: Placement"),
        p("Alder Bank School."),
    )


@pytest.mark.parametrize(
    "label", ["To meet outcome {}:", "Outcome {} will be met by:", "For outcome {}", "Outcome {}:"]
)
def test_a_label_that_names_an_outcome_stands_over_provision(label: str) -> None:
    found = thread(
        f=(bold(label.format(1)), li(PROVISION), bold(label.format(2)), li(PROVISION_2)),
    )
    assert texts(found, "F") == [("provision", PROVISION), ("provision", PROVISION_2)]
    assert [(r.from_id, r.to_id) for r in found.references] == [("F1", "E1"), ("F2", "E2")]


def test_such_a_label_may_stand_on_the_line_of_the_provision() -> None:
    found = thread(f=(p(f"To meet outcome 2: {PROVISION}"),))
    assert texts(found, "F") == [("provision", PROVISION)]
    assert [(r.from_id, r.to_id) for r in found.references] == [("F1", "E2")]


def test_a_label_alone_that_asks_for_outcomes_is_answered_by_short_words_only() -> None:
    found = thread(f=(p(PROVISION), bold("Outcomes met:"), p("1 and 2"), p(PROVISION_2)))
    assert texts(found, "F") == [("provision", PROVISION), ("provision", PROVISION_2)]
    assert [(r.from_id, r.to_id) for r in found.references] == [("F1", "E1"), ("F1", "E2")]


def test_a_detail_of_nothing_is_provision() -> None:
    found = thread(f=(p(f"Support by: {PROVISION}"), p(f"Provided by: {PROVISION_2}")))
    assert [i.section for i in found.provision] == ["F"] * len(found.provision)
    assert PROVISION in " ".join(i.full_text for i in found.provision)
    assert PROVISION_2 in " ".join(i.full_text for i in found.provision)


def test_lettered_outcomes_after_a_labelled_step_are_outcomes() -> None:
    found = thread(
        outcomes=(
            p(f"(a) {OUTCOME}"),
            p(f"Step towards: {STEP}", italic=True),
            p(f"(b) {OUTCOME_2}"),
        ),
    )
    assert texts(found, "E") == [("outcome", OUTCOME), ("step", STEP), ("outcome", OUTCOME_2)]


@pytest.mark.parametrize(
    ("well", "now", "hard"),
    [
        ("I am good at", "At the moment", "I need help because"),
        ("Strengths:", "Current levels:", "Needs:"),
        ("What I can do", "How things are now", "What I find difficult"),
    ],
)
def test_labels_tell_strengths_and_levels_from_needs(well: str, now: str, hard: str) -> None:
    level = "Sam is working below the level of his year."
    found = thread(needs=(bold(well), p(STRENGTH), bold(now), p(level), bold(hard), p(NEED)))
    assert texts(found, "B") == [("strength", STRENGTH), ("current", level), ("need", NEED)]


def test_lettered_column_heads_are_repeated_in_the_table_of_each_area() -> None:
    areas: list[Words] = []
    for name, row in (
        ("Communication and interaction", (NEED, OUTCOME, PROVISION)),
        ("Cognition and learning", ("None identified.", OUTCOME_2, PROVISION_2)),
    ):
        columns = heads(
            "Section B Needs", "Section E Outcomes", "Section F Provision", "Section G Health"
        )
        areas += [h(name, 2), table(columns, [*row, cell("See Section G below")])]
    found = plan(
        h("Section A: Views"),
        p("Sam likes trains."),
        h("Sections B, E, F and G"),
        *areas,
        h("Section C - Health needs"),
        p("Sam has asthma and carries an inhaler."),
        h("Section G - Health provision"),
        p("None identified."),
    )
    assert texts(found, "B") == [("need", NEED)]
    assert texts(found, "E") == [("outcome", OUTCOME), ("outcome", OUTCOME_2)]
    assert texts(found, "F") == [("provision", PROVISION), ("provision", PROVISION_2)]
    assert found.section("C").passages


def test_a_row_labelled_with_a_number_is_no_part_of_the_row_above() -> None:
    rows = table(["Strengths", STRENGTH], ["Now", "Sam reads at level 3."], ["B3", NEED])
    found = thread(needs=(h("Sensory and physical", 2), rows))
    assert [(i.kind, i.number) for i in found.items if i.section == "B"] == [
        (Kind.STRENGTH, ""),
        (Kind.CURRENT, ""),
        (Kind.NEED, "B3"),
    ]


def test_what_an_overview_says_before_the_needs_is_none() -> None:
    found = thread(
        needs=(bold("Overview"), p("Sam reads to his sister."), bold("Needs"), p(NEED)),
    )
    assert texts(found, "B") == [("strength", "Sam reads to his sister."), ("need", NEED)]


def test_a_lead_in_under_an_outcome_stands_over_steps() -> None:
    cells = table(
        heads("No.", "Outcome"),
        ["1", cell(OUTCOME, p("To get there:", italic=True), li("Five lines by July."))],
    )
    found = thread(outcomes=(cells,))
    assert texts(found, "E") == [("outcome", OUTCOME), ("step", "Five lines by July.")]


@pytest.mark.parametrize("code", ["N1", "B1", "2.1", "(a)"])
def test_a_printed_number_is_found_whatever_its_form(code: str) -> None:
    found = thread(
        needs=(p(f"{code} {NEED}"),),
        f=(
            table(
                heads("Provision", "Which need does this meet?"),
                [PROVISION, code],
            ),
        ),
    )
    assert [(r.from_id, r.to_id) for r in found.references] == [("F1", "B1")]


def test_a_reference_in_a_row_speaks_for_the_row() -> None:
    found = thread(
        needs=(p(f"B1 {NEED}"),),
        outcomes=(
            table(heads("Need (B)", "Outcome (E)", "Provision (F)"), ["B1", OUTCOME, PROVISION]),
        ),
        f=(p(PROVISION_2),),
    )
    pairs = {(r.from_id, r.to_id) for r in found.references}
    assert {("E1", "B1"), ("F1", "B1"), ("F1", "E1")} <= pairs


def _at(paragraph: Paragraph, left: float, top: float, page: int = 1) -> Paragraph:
    return replace(paragraph, place=Place(page, (left, top, left + 90, top + 11)))


def test_labels_one_below_another_are_the_rows_of_a_card() -> None:
    labels = cell(
        _at(bold("E: Outcome"), 50, 100),
        _at(bold("B: Needs"), 50, 130),
        _at(bold("F: Provision"), 50, 50, page=2),
        rows=2,
        shaded=True,
    )
    card = table(
        [labels, cell(_at(p(OUTCOME), 160, 100.2))],
        [cell(_at(p("B1"), 160, 130.1), _at(p(PROVISION), 160, 50.3, page=2))],
    )
    found = plan(
        h("Section A: Views"),
        p("Sam likes trains."),
        h("Section B: Needs"),
        p(f"B1 {NEED}"),
        h("Sections E and F: Outcomes and provision"),
        card,
        h("Section I: Placement"),
        p("Alder Bank School."),
    )
    assert texts(found, "E") == [("outcome", OUTCOME)]
    assert texts(found, "F") == [("provision", PROVISION)]
    assert ("E1", "B1") in {(r.from_id, r.to_id) for r in found.references}


def test_goals_in_section_a_are_aspirations() -> None:
    found = plan(
        h("Section A: Views"),
        bold("My goals"),
        p("A job with horses."),
        bold("My family’s goals"),
        p("That he stays at his school."),
        *(x for c in "BEF" for x in (h(f"Section {c}"), p(PROVISION))),
    )
    assert texts(found, "A") == [
        ("aspiration", "A job with horses."),
        ("aspiration", "That he stays at his school."),
    ]


def test_a_few_words_that_end_in_a_need_number_refer_to_it() -> None:
    found = thread(
        needs=(p(f"2.4 {NEED}"),),
        outcomes=(p(f"(a) {OUTCOME}"), p("This is about 2.4", italic=True), li(STEP)),
    )
    assert texts(found, "E") == [("outcome", OUTCOME), ("step", STEP)]
    assert ("E1", "B1") in {(r.from_id, r.to_id) for r in found.references}


def test_needs_named_after_the_steps_are_the_outcomes() -> None:
    found = thread(
        needs=(p(f"B1 {NEED}"),),
        outcomes=(p(f"E1 {OUTCOME}"), p(f"Step: {STEP}"), p("Needs: B1")),
    )
    assert texts(found, "E") == [("outcome", OUTCOME), ("step", STEP)]
    assert ("E1", "B1") in {(r.from_id, r.to_id) for r in found.references}


def test_a_row_for_a_whole_area_does_not_say_which_belong_together() -> None:
    found = plan(
        h("Section A: Views"),
        p("Sam likes trains."),
        h("Sections B, E and F"),
        table(
            heads("Need (B)", "Outcome (E)", "Provision (F)"),
            [
                cell(li(NEED), li("Sam cannot tell the time.")),
                cell(li(OUTCOME), li(OUTCOME_2)),
                cell(li(PROVISION), li(PROVISION_2)),
            ],
        ),
        h("Section I: Placement"),
        p("Alder Bank School."),
    )
    assert [len(found.of(k)) for k in (Kind.NEED, Kind.OUTCOME, Kind.PROVISION)] == [2, 2, 2]
    assert not found.references


def test_a_shaded_row_of_references_is_no_row_of_heads() -> None:
    rows = [
        [cell(x, shaded=True) for x in ("Outcome 1", PROVISION, "Teacher trained in reading")],
        [cell(x) for x in ("Outcome 2", PROVISION_2, "Teaching assistant")],
    ]
    found = thread(f=(table(heads("Outcome", "Provision", "Staff"), *rows),))
    assert texts(found, "F") == [("provision", PROVISION), ("provision", PROVISION_2)]
    assert [(r.from_id, r.to_id) for r in found.references] == [("F1", "E1"), ("F2", "E2")]


def test_words_in_bold_are_no_headings() -> None:
    said = "A help card and an agreed subject line for emails, known to all teachers"
    found = thread(f=(p(PROVISION), bold(said), p(PROVISION_2), bold("Sam will rest daily at two")))
    assert [i.text for i in found.provision] == [
        PROVISION,
        said,
        PROVISION_2,
        "Sam will rest daily at two",
    ]


def test_a_head_broken_by_its_narrow_column_is_read() -> None:
    rows = table(heads("What will be provided", "Who", "Outcom e no."), [PROVISION, "Teacher", "2"])
    found = thread(f=(rows,))
    assert [(r.from_id, r.to_id) for r in found.references] == [("F1", "E2")]


def test_letters_set_alike_bear_each_other_out() -> None:
    found = plan(
        bold("A – About the child and all who know him", size=16.0),
        p("Sam likes trains."),
        bold("B – Needs", size=16.0),
        p(NEED),
        bold("E – Outcomes", size=16.0),
        p(OUTCOME),
        bold("F – Provision", size=16.0),
        p(PROVISION),
    )
    assert texts(found, "A") == [("view", "Sam likes trains.")]
    assert found.section("A").labelled


def test_help_with_a_numbered_goal_serves_it() -> None:
    found = thread(
        outcomes=(h("Goal 1", 2), p(OUTCOME), h("Goal 2", 2), p(OUTCOME_2)),
        f=(h("Help with goal 2", 2), p(PROVISION)),
    )
    assert [(r.from_id, r.to_id) for r in found.references] == [("F1", "E2")]


@pytest.mark.parametrize(
    "heading", ["Learning needs", "Identified needs", "Strengths", "Outcomes", "Targets", "Support"]
)
def test_provision_stays_in_its_section_whatever_its_heading(heading: str) -> None:
    found = thread(f=(bold(heading), li(PROVISION), p(PROVISION_2)))
    assert texts(found, "F") == [("provision", PROVISION), ("provision", PROVISION_2)]


def test_an_outcome_stays_in_its_section_under_a_heading_of_needs() -> None:
    found = thread(outcomes=(bold("Needs"), li(OUTCOME), li(OUTCOME_2)))
    assert texts(found, "E") == [("outcome", OUTCOME), ("outcome", OUTCOME_2)]


def test_a_need_that_points_to_another_section_is_kept() -> None:
    said = "Sam has epilepsy and cannot swim alone (see Section C)."
    furniture = "Outcomes are reviewed each year. For the help that Sam has see Section F."
    found = thread(needs=(p(said),), outcomes=(p(furniture), p(OUTCOME)))
    assert texts(found, "B") == [("need", said)]
    assert texts(found, "E") == [("outcome", OUTCOME)]


def test_a_table_without_heads_has_one_column_of_words() -> None:
    rows = table([PROVISION, "Therapist", "Weekly"], [PROVISION_2, "Teaching assistant", "Daily"])
    found = thread(f=(rows,))
    assert texts(found, "F") == [("provision", PROVISION), ("provision", PROVISION_2)]
    assert [c.text for c in found.provision[0].columns] == ["Therapist", "Weekly"]


def test_heads_of_unknown_words_are_no_items() -> None:
    found = thread(needs=(table(heads("Diagnosis", "Detail"), ["Autism", NEED]),))
    assert texts(found, "B") == [("need", NEED)]


def test_long_and_medium_term_stand_in_columns() -> None:
    columns = heads("Long term outcome", "Medium term outcome", "Short term targets")
    found = thread(outcomes=(table(columns, [OUTCOME, OUTCOME_2, STEP]),))
    assert texts(found, "E") == [("outcome", OUTCOME), ("step", OUTCOME_2), ("step", STEP)]


def test_an_aspiration_quoted_beside_an_outcome_is_none() -> None:
    found = thread(outcomes=(table(heads("Aspiration", "Outcome"), ["To be a vet", OUTCOME]),))
    assert texts(found, "E") == [("outcome", OUTCOME)]


def test_column_heads_with_their_letter_on_a_line_of_its_own() -> None:
    def head(letter: str, title: str) -> CellOf:
        return cell(bold(f"Section {letter}"), bold(title), shaded=True, head=True)

    row = [
        head("B", "Special educational need"),
        head("E", "Outcome"),
        head("F", "Special educational provision"),
        head("G", "Health provision"),
        head("H", "Social care provision"),
    ]
    care = "A care worker will help Sam to get up for 90 minutes each school morning."
    found = plan(
        h("A) Views, interests and aspirations"),
        p("Sam likes trains."),
        h("Sections B, E, F, G and H) Needs, outcomes and provision"),
        table(row, [NEED, OUTCOME, PROVISION, "-", care]),
    )
    assert texts(found, "B") == [("need", NEED)]
    assert texts(found, "E") == [("outcome", OUTCOME)]
    assert texts(found, "F") == [("provision", PROVISION)]
    assert texts(found, "H1") == [("provision", care)]
