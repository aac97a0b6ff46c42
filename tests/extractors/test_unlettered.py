"""A plan that prints no letters: its titles alone say where each section begins."""

from __future__ import annotations

import pytest

from extractors.plan import Kind, Plan
from extractors.reading import understand
from tests.extractors.documents import bold, doc, p

VIEW = "Sam likes to be outside and does not like the bell."
HOPE = "Sam wants to be a bus driver when he is grown up."
NEED = "Sam finds it hard to hold a pencil and tires after two lines."
OUTCOME = "By the end of Year 6 Sam will write ten lines in a lesson."
PROVISION = "An occupational therapist will see Sam for 30 minutes each week."


@pytest.mark.parametrize("title", ["This is me", "About me", "All about me", "My views"])
def test_section_a_is_found_though_its_title_is_set_in_another_way(title: str) -> None:
    found = understand(
        doc(
            bold("Education, Health and Care Plan", size=20),
            bold(title, size=11),
            p(VIEW),
            bold("My aspirations", size=11),
            p(HOPE),
            bold("My special educational needs", size=16),
            p(NEED),
            bold("My health needs", size=16),
            p("None were identified."),
            bold("The outcomes sought for me", size=16),
            p(OUTCOME),
            bold("My special educational provision", size=16),
            p(PROVISION),
            bold("My school", size=16),
            p("Alder Bank Primary School"),
        )
    )
    assert isinstance(found, Plan)
    assert [(i.section, i.kind, i.text) for i in found.items] == [
        ("A", Kind.VIEW, VIEW),
        ("A", Kind.ASPIRATION, HOPE),
        ("B", Kind.NEED, NEED),
        ("E", Kind.OUTCOME, OUTCOME),
        ("F", Kind.PROVISION, PROVISION),
    ]
    assert not found.section("A").labelled
