"""A document understood as a plan, or told from one; and what holds for any document at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Cell, Document, Paragraph, Place, Table, paragraphs
from extractors.plan import LETTERS, Plan
from extractors.reading import understand
from extractors.status import Status, Unreadable
from tests.extractors.documents import Words, bold, doc, h, heads, li, p, table

SECTIONS: list[Words] = [
    h("Section A: Views, interests and aspirations"),
    p("Sam likes trains."),
    h("Section B: Special educational needs"),
    p("Sam finds it hard to hold a pencil."),
    h("Section E: Outcomes"),
    p("By July 2028 Sam will write ten lines."),
    h("Section F: Special educational provision"),
    p("A therapist will see Sam each week."),
]


def status(*words: Words) -> Status | None:
    found = understand(doc(*words))
    return found.status if isinstance(found, Unreadable) else None


def test_a_plan_is_a_plan() -> None:
    assert status(bold("Education, Health and Care Plan", size=20.0), *SECTIONS) is None


def test_a_covering_letter_does_not_hide_the_plan() -> None:
    letter = [
        p("Dear Mr and Mrs Green"),
        p("Following the annual review meeting I enclose the amended plan. Section F has changed."),
        p("Yours sincerely"),
    ]
    assert status(*letter, *SECTIONS) is None


@pytest.mark.parametrize(
    "title",
    [
        "Report of the annual review meeting",
        "Annual Review of an Education, Health and Care Plan",
        "EHC Plan Annual Review Form",
        "Record of the interim review",
    ],
)
def test_a_review_form_is_no_plan_though_it_repeats_the_sections(title: str) -> None:
    assert status(bold(title, size=20.0), *SECTIONS) is Status.NOT_A_PLAN


def test_a_review_form_is_known_by_what_it_asks() -> None:
    asks: list[Words] = [
        table(heads("Name", "Role", "Attended"), ["M. Green", "Parent", "Yes"]),
        bold("Date of review meeting"),
        bold("Attendees"),
        bold("Progress since the last review"),
        bold("Recommendations from the review meeting"),
    ]
    assert status(*asks, *SECTIONS) is Status.NOT_A_PLAN


def test_a_review_bound_in_behind_k_leaves_the_plan_a_plan() -> None:
    behind: list[Words] = [
        h("Section K: Advice"),
        p("School, 3 March 2026"),
        h("Annual review form"),
        bold("Attendees"),
        bold("Date of review meeting"),
        bold("Progress since the last review"),
        bold("Recommendations from the review meeting"),
    ]
    assert status(*SECTIONS, *behind) is None


@pytest.mark.parametrize(
    "words",
    [
        [h("My Support Plan"), h("About me"), p("Sam likes trains."), h("Outcomes"), p("To read.")],
        [p("Dear parents"), p("Section F of your plan has been changed."), p("Yours sincerely")],
        [
            h("Psychology report"),
            h("Background"),
            p("Sam was seen."),
            h("Outcomes"),
            h("Provision"),
        ],
        [p("Nothing of note.")],
        [],
    ],
)
def test_other_documents_are_no_plans(words: list[Words]) -> None:
    assert status(*words) is Status.NOT_A_PLAN


def test_items_are_numbered_by_section_in_the_order_of_print() -> None:
    found = understand(doc(*SECTIONS, p("A teacher will read with Sam.")))
    assert isinstance(found, Plan)
    assert [i.id for i in found.items] == ["A1", "B1", "E1", "F1", "F2"]


def test_an_item_stands_where_its_first_word_stands() -> None:
    words = Paragraph("By July 2028 Sam will write.", Place(page=3, box=(10.0, 20.0, 30.0, 40.0)))
    found = understand(doc(*SECTIONS[:5], words, *SECTIONS[6:]))
    assert isinstance(found, Plan)
    assert found.outcomes[0].place is words.place


def test_a_section_with_needs_does_not_say_none_though_one_area_does() -> None:
    area = [h("Sensory and physical", 2), p("No needs were identified in this area.")]
    found = understand(doc(*SECTIONS[:4], *area, *SECTIONS[4:], h("Section C: Health"), p("None.")))
    assert isinstance(found, Plan)
    assert not found.section("B").says_none
    assert found.section("C").says_none


# -- what holds for any document

_FRAGMENTS = st.sampled_from(
    [
        "Section A: Views",
        "Section B",
        "Section E: Outcomes",
        "Sections E and F",
        "E",
        "F",
        "(B) Needs",
        "Section K",
        "Needs",
        "Strengths",
        "Outcome 1",
        "Provision",
        "By whom",
        "Which need",
        "B1, E2",
        "Communication and interaction",
        "Steps towards this outcome:",
        "None identified",
        "-",
        "",
        "B1 Sam finds reading hard.",
        "By July 2028 Sam will:",
        "read 40 words",
        "Needs met: B1",
        "A therapist will see Sam weekly. [E1]",
        "Outcome 1\tBy July Sam will read.",
        "1.",
        "(continued)",
        "Education, Health and Care Plan",
        "•",
        "Section E - Outcomes: Cognition and learning",
    ]
)
_PARAGRAPHS = st.builds(
    Paragraph,
    text=_FRAGMENTS | st.text(max_size=30),
    place=st.just(Place()),
    label=st.sampled_from(["", "•", "1.", "(a)", "E1", "Section B:"]),
    level=st.integers(0, 2),
    heading=st.integers(0, 2),
    size=st.sampled_from([0.0, 8.0, 11.0, 16.0]),
    bold=st.booleans(),
    italic=st.booleans(),
    shaded=st.booleans(),
)


def _tables(blocks: st.SearchStrategy[Paragraph | Table]) -> st.SearchStrategy[Table]:
    cells = st.builds(
        Cell,
        row=st.integers(0, 4),
        column=st.integers(0, 3),
        blocks=st.lists(blocks, max_size=3).map(tuple),
        place=st.just(Place()),
        row_span=st.integers(1, 3),
        column_span=st.integers(1, 4),
        shaded=st.booleans(),
        head=st.booleans(),
    )
    return st.builds(
        Table, st.lists(cells, max_size=8).map(tuple), st.just(5), st.just(4), st.just(Place())
    )


_BLOCKS = st.recursive(_PARAGRAPHS, lambda b: b | _tables(b), max_leaves=10)
_DOCUMENTS = st.builds(
    Document, st.just("docx"), st.lists(_BLOCKS, max_size=14).map(tuple), st.none()
)


@settings(deadline=None, max_examples=40)
@given(_DOCUMENTS)
def test_any_document_gives_a_plan_or_a_reason(document: Document) -> None:
    found = understand(document)
    assert isinstance(found, Plan | Unreadable)
    if isinstance(found, Plan):
        assert [s.letter for s in found.sections] == list(LETTERS)
        ids = [i.id for i in found.items]
        assert len(ids) == len(set(ids))
        assert {e for r in found.references for e in (r.from_id, r.to_id)} <= set(ids)


@settings(deadline=None, max_examples=40)
@given(_DOCUMENTS)
def test_no_words_are_made_up(document: Document) -> None:
    whole = Document("docx", (*doc(*SECTIONS).blocks, *document.blocks), None)
    found = understand(whole)
    printed = {
        w for x in paragraphs(whole.blocks) for w in re.findall(r"\w+", f"{x.label} {x.text}")
    }
    if isinstance(found, Plan):
        for item in found.items:
            assert set(re.findall(r"\w+", item.full_text)) <= printed


def test_no_words_are_in_two_items() -> None:
    said = iter(f"Word{n}a word{n}b word{n}c word{n}d word{n}e." for n in range(40))
    blocks: list[Words] = []
    for heading in SECTIONS[::2]:
        blocks += [heading, p(next(said)), p(next(said)), li(next(said)), li(next(said), level=1)]
        blocks += [table(heads("Need", "Outcome", "By whom"), [next(said), next(said), next(said)])]
        blocks += [table([bold("Provision"), next(said)], [bold("Needs met"), next(said)])]
    found = understand(doc(*blocks))
    assert isinstance(found, Plan)
    words = [w for i in found.items for w in re.findall(r"word\d+\w", i.full_text.lower())]
    assert len(words) == len(set(words))
    assert len(words) > 100
