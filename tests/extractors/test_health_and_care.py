"""Sections C, D, G, H1 and H2: read well enough to be the other end of a link."""

from __future__ import annotations

import pytest

from extractors.document import Document
from extractors.plan import Kind, Plan
from extractors.reading import understand
from tests.extractors.documents import Words, doc, h, heads, li, p, table

NEED = "Sam finds it hard to hold a pencil and tires after two lines."
OUTCOME = "By the end of Year 6 Sam will write ten lines in a lesson."
OTHER = "By July 2027 Sam will sleep through five nights of seven."
PROVISION = "An occupational therapist will see Sam for 30 minutes each week."
NURSE = "The sleep nurse will visit Sam at home for one hour each month."

AFTER = "A teaching assistant will repeat the exercises for ten minutes each day."


def _plan(*tail: Words, before: tuple[Words, ...] = ()) -> Plan:
    found = understand(_document(*tail, before=before))
    assert isinstance(found, Plan)
    return found


def _document(*tail: Words, before: tuple[Words, ...] = ()) -> Document:
    return doc(
        h("Education, Health and Care Plan"),
        h("Section A: Views, interests and aspirations"),
        p("Sam wants to be a bus driver when he is grown up."),
        h("Section B: Special educational needs"),
        p(NEED),
        *before,
        h("Section E: Outcomes"),
        p(f"Outcome 1: {OUTCOME}"),
        p(f"Outcome 2: {OTHER}"),
        h("Section F: Special educational provision"),
        p(PROVISION),
        *tail,
    )


def _said(plan: Plan, letter: str) -> list[tuple[Kind, str]]:
    return [(i.kind, i.text) for i in plan.items if i.section == letter]


def _joined(plan: Plan) -> set[tuple[str, ...]]:
    return {tuple(sorted((r.from_id, r.to_id))) for r in plan.references}


def test_needs_and_provision_bear_the_letter_of_their_section() -> None:
    plan = _plan(
        h("Section G: Health provision"),
        li(NURSE),
        h("Section H1: Social care provision"),
        p("Four hours a week of help at home."),
        h("Section H2: Any other social care provision"),
        p("A befriender will take Sam out for three hours each Saturday."),
        before=(
            h("Section C: Health needs"),
            p("Sam has asthma and poor sleep."),
            h("Section D: Social care needs"),
            p("Sam cannot be left alone after school."),
        ),
    )
    assert [(i.id, i.kind) for i in plan.health_and_care_needs] == [
        ("C1", Kind.NEED),
        ("D1", Kind.NEED),
    ]
    assert [i.id for i in plan.health_and_care_provision] == ["G1", "H1.1", "H2.1"]
    assert [i.text for i in plan.needs] == [NEED]
    assert [i.text for i in plan.provision] == [PROVISION]


@pytest.mark.parametrize(
    "words",
    [
        "None known at the time of writing.",
        "None; Sam is not yet 18.",
        "The family has not been known to children’s social care.",
        "Sam has no social worker. No social care needs were identified.",
        "N/A",
        "-",
    ],
)
def test_what_says_that_there_is_nothing_is_no_item(words: str) -> None:
    plan = _plan(h("Section G: Health provision"), p(words))
    assert not plan.health_and_care_provision
    assert plan.section("G").found


def test_something_beside_nothing_is_an_item() -> None:
    words = "Sam has night waking. No other health needs were identified."
    plan = _plan(before=(h("Section C: Health needs"), p(words)))
    assert _said(plan, "C") == [(Kind.NEED, words)]


def test_provision_in_g_is_joined_to_the_outcome_that_it_names() -> None:
    rows = table(heads("Provision", "By whom", "Outcome"), [NURSE, "Sleep nurse", "Outcome 2"])
    plan = _plan(h("Section G: Health provision"), rows)
    assert _said(plan, "G") == [(Kind.PROVISION, NURSE)]
    assert [c.text for c in plan.health_and_care_provision[0].columns] == ["Sleep nurse"]
    assert ("E2", "G1") in _joined(plan)


def test_a_number_after_the_words_joins_too() -> None:
    plan = _plan(h("Section G: Health provision"), p(f"{NURSE} (Outcome 2)"))
    assert _joined(plan) == {("E2", "G1")}


def test_a_line_of_its_own_joins_too() -> None:
    plan = _plan(h("Section H1: Social care provision"), p(NURSE), p("Supports outcome 2"))
    assert _said(plan, "H1") == [(Kind.PROVISION, NURSE)]
    assert _joined(plan) == {("E2", "H1.1")}


def test_a_heading_that_names_an_outcome_joins_what_stands_under_it() -> None:
    plan = _plan(h("Section G: Health provision"), h("Outcome 2", 2), li(NURSE))
    assert _said(plan, "G") == [(Kind.PROVISION, NURSE)]
    assert _joined(plan) == {("E2", "G1")}


def test_the_columns_of_one_row_are_joined() -> None:
    found = understand(
        doc(
            h("Education, Health and Care Plan"),
            h("Section A: Views"),
            p("Sam wants to be a bus driver when he is grown up."),
            h("Section B: Special educational needs"),
            p(NEED),
            h("Outcomes and provision"),
            table(
                heads(
                    "Outcome (E)", "Educational provision (F)", "Health provision (G)", "Care (H1)"
                ),
                [OUTCOME, PROVISION, "-", "-"],
                [OTHER, "-", NURSE, "A sitter will stay for two nights each month."],
            ),
            h("Section I: Placement"),
            p("Alder Bank School"),
        )
    )
    assert isinstance(found, Plan)
    assert _joined(found) == {("E1", "F1"), ("E2", "G1"), ("E2", "H1.1")}


def test_codes_of_health_and_care_provision_are_known() -> None:
    found = understand(
        doc(
            h("Education, Health and Care Plan"),
            h("Section A: Views"),
            p("Sam wants to be a bus driver when he is grown up."),
            h("Section B: Special educational needs"),
            p(NEED),
            h("Section E: Outcomes"),
            table(
                heads("No.", "Outcome", "Provision"),
                ["E1", OUTCOME, "F1"],
                ["E2", OTHER, "G1, H1.1"],
            ),
            h("Section F: Special educational provision"),
            table(heads("No.", "Provision"), ["F1", PROVISION], ["F1.1", AFTER]),
            h("Section G: Health provision"),
            table(heads("No.", "Provision"), ["G1", NURSE]),
            h("Section H1: Social care provision"),
            table(
                heads("No.", "Provision"), ["H1.1", "A sitter will stay for two nights each month."]
            ),
        )
    )
    assert isinstance(found, Plan)
    assert _joined(found) == {("E1", "F1"), ("E2", "G1"), ("E2", "H1.1")}
