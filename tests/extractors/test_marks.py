"""What opens a section, in every form met, and what only looks as if it did."""

from __future__ import annotations

import pytest

from extractors.choice import find_marks
from extractors.document import Document, Paragraph
from extractors.lines import lay_out
from extractors.marks import candidates, letters_in
from tests.extractors.documents import (
    CellOf,
    TableOf,
    Words,
    bold,
    cell,
    doc,
    h,
    heads,
    li,
    p,
    table,
)

FORMS = [
    (h("Section E: Outcomes"), "E"),
    (h("Section E - Outcomes"), "E"),
    (h("Section E – Outcomes"), "E"),
    (h("Section E—Outcomes"), "E"),
    (bold("SECTION E"), "E"),
    (bold("SECTIONE: OUTCOMES"), "E"),
    (bold("Section  B  My Special Educational Needs"), "B"),
    (bold("E. Outcomes"), "E"),
    (bold("E) Outcomes"), "E"),
    (bold("(E) Outcomes"), "E"),
    (bold("E - Outcomes"), "E"),
    (bold("E | Outcomes"), "E"),
    (bold("E: Outcome"), "E"),
    (p("(A) Views, interests and aspirations"), "A"),
    (bold("Part E: Outcomes"), "E"),
    (bold("Part 5: What I will achieve (Section E)"), "E"),
    (bold("Outcomes (E)"), "E"),
    (bold("(E) Outcomes and (F) Provision"), "E F"),
    (bold("Outcomes (E) and provision (F)"), "E F"),
    (bold("* Section E: Outcomes"), "E"),
    (bold("Section E - Outcomes: Cognition and Learning"), "E"),
    (bold("Cognition and Learning: Section E - Desired Outcomes"), "E"),
    (bold("Sections B, E and F"), "B E F"),
    (bold("PART 6: OBJECTIVES AND PROVISION (SECTIONS E AND F)"), "E F"),
    (bold("Section E and Section F: Outcomes and provision"), "E F"),
    (bold("E and F | Outcomes and special educational provision"), "E F"),
    (bold("Sections E, F, G, H"), "E F G H1 H2"),
    (bold("Sections C and D: Health and social care"), "C D"),
    (bold("Section H1: Social care provision"), "H1"),
    (bold("Section H: Social care provision"), "H1 H2"),
    (bold("A1 SUMMARY of the child or young person’s history and views"), "A"),
    (bold("A2 - Summary of the views, interests and aspirations"), "A"),
    (bold("K - The advice and information gathered"), "K"),
    (Paragraph("Outcomes", p("").place, label="E.", bold=True), "E"),
    (Paragraph("Outcomes", p("").place, label="Section E:", heading=1), "E"),
    (bold("Section F (continued)"), "F"),
]

NO_MARKS = [
    p("Please see Section F for the provision."),
    p("Section F of this plan sets out the provision that Sam must have."),
    p("Sections B, E and F rewritten after the review"),
    p("Section F updated following the tribunal"),
    p("Section B: This section must set out all of the child’s special educational needs."),
    p("Section 37 of the Children and Families Act 2014"),
    p("Section F: Special educational provision ........ 7"),
    p("A teaching assistant will read with Sam each day."),
    p("I like football and my cat."),
    p("I - the headteacher - agree"),
    li("E1 By the end of Year 6 Sam will read 40 words.", label=""),
    p("B1 Handwriting: Sam’s hand tires after two lines."),
    p("A level student"),
    p("E – Education"),
    p("F: 01234 567890"),
    p("Under Section E we want Sam to read."),
]


def _letters(document: Document) -> list[str]:
    return [" ".join(m.letters) for m in find_marks(lay_out(document).lines) if m.labelled]


@pytest.mark.parametrize(("line", "letters"), FORMS, ids=lambda x: getattr(x, "text", x))
def test_a_mark_in_every_form_names_its_sections(line: Paragraph, letters: str) -> None:
    marks = [m for m in candidates(lay_out(doc(line)).lines) if m.labelled]
    assert [" ".join(m.letters) for m in marks] == [letters]


@pytest.mark.parametrize("line", NO_MARKS, ids=lambda x: x.text)
def test_what_is_no_mark(line: Paragraph) -> None:
    assert [m for m in candidates(lay_out(doc(line)).lines) if m.labelled] == []


def test_the_title_may_stand_on_the_next_line() -> None:
    found = find_marks(lay_out(doc(p("SECTION E", size=14.0), p("Outcomes", size=14.0))).lines)
    assert [(m.title, m.last) for m in found] == [("Outcomes", 1)]


def test_the_title_may_stand_in_the_next_cell() -> None:
    bar = table([cell(bold("E"), shaded=True), cell(bold("Outcomes"), shaded=True)])
    found = find_marks(lay_out(doc(bar, "By July 2028 Sam will read.")).lines)
    assert [(m.letters, m.title) for m in found] == [(("E",), "Outcomes")]


def _plan(*before: Words) -> Document:
    words = "Sam finds it hard to hold a pencil and tires after two lines of writing. " * 3
    blocks = []
    for letter, title in (("A", "Views"), ("B", "Needs"), ("E", "Outcomes"), ("F", "Provision")):
        blocks += [h(f"Section {letter}: {title}"), p(words)]
    return doc(*before, *blocks)


def test_a_contents_page_opens_nothing() -> None:
    contents = [p(f"Section {x}: {t}") for x, t in (("A", "Views"), ("B", "Needs"))]
    contents += [p(f"Section {x}: {t}") for x, t in (("E", "Outcomes"), ("F", "Provision"))]
    found = find_marks(lay_out(_plan(bold("Contents"), *contents)).lines)
    assert [m.line.paragraph.heading for m in found] == [1, 1, 1, 1]


def test_a_table_that_explains_the_sections_opens_nothing() -> None:
    rows: list[list[CellOf | str | Paragraph | TableOf]] = [
        [cell(bold(f"SECTION {x}")), f"This part says what must be in {x} of every plan."]
        for x in "ABEF"
    ]
    found = find_marks(lay_out(_plan(table(*rows))).lines)
    assert [m.line.paragraph.heading for m in found] == [1, 1, 1, 1]


def test_a_list_of_versions_opens_nothing() -> None:
    versions = table(
        heads("Version", "Date", "What changed"),
        ["2", "3 May 2026", "Section E: outcomes updated at annual review"],
        ["3", "9 June 2026", "Section F provision quantified following mediation"],
    )
    found = find_marks(lay_out(_plan(versions, p("This plan is made by the council."))).lines)
    assert [m.line.paragraph.heading for m in found] == [1, 1, 1, 1]


def test_a_sentence_of_a_covering_letter_opens_nothing() -> None:
    said = "Section E: the outcomes may be reviewed at the next annual review if you ask us."
    found = find_marks(lay_out(_plan(p(said), p("Yours sincerely"))).lines)
    assert [m.line.paragraph.heading for m in found] == [1, 1, 1, 1]


def test_reports_bound_in_behind_k_open_nothing() -> None:
    document = doc(
        *_plan().blocks,
        h("Section K: Advice"),
        p("Educational psychologist, 2 March 2026"),
        h("Outcomes"),
        p("The pupil will read."),
        h("Section B: Summary"),
        p("Words of a report."),
    )
    assert _letters(document) == ["A", "B", "E", "F", "K"]


def test_sections_may_stand_in_any_order() -> None:
    order = "AEBFCD"
    blocks = [
        x for c in order for x in (h(f"Section {c}: Text"), p("Some words of the plan. " * 9))
    ]
    assert _letters(doc(*blocks)) == list(order)


def test_titles_open_sections_where_no_letter_is_printed() -> None:
    parts = ["Part 1: All about me", "Part 2: Special educational needs", "Part 3: Outcomes"]
    parts += ["Part 4: Special educational provision", "Part 5: Placement"]
    blocks = [x for t in parts for x in (bold(t, size=14.0), p("Words.", size=10.0))]
    found = find_marks(lay_out(doc(*blocks)).lines)
    assert ["".join(m.letters) for m in found] == ["A", "B", "E", "F", "I"]


def test_an_area_called_health_is_no_section() -> None:
    plan = _plan().blocks
    inside = (h("Health", 2), p("By July 2027 Sam will sleep through five nights."))
    found = find_marks(lay_out(doc(*plan[:6], *inside, *plan[6:])).lines)
    assert ["".join(m.letters) for m in found] == ["A", "B", "E", "F"]


def test_a_field_of_the_cover_is_no_section() -> None:
    cover = table([cell(bold("School or setting")), "Alder Bank"], [cell(bold("UPN")), "X1"])
    found = find_marks(lay_out(doc(cover, *_plan().blocks)).lines)
    assert "I" not in {x for m in found for x in m.letters}


def test_no_marks_in_a_document_without_any() -> None:
    assert find_marks(lay_out(doc(p("A letter."), table(heads("Date", "Word")))).lines) == []


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("B, E and F", "B E F"),
        ("E to H", "E F G H1 H2"),
        ("H1 and H2", "H1 H2"),
        ("E-F", "E F"),
        ("E AND F", "E F"),
    ],
)
def test_lists_of_letters(text: str, letters: str) -> None:
    assert " ".join(letters_in(text)) == letters
