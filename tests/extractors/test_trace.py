"""What became of each paragraph: one fate each, and every item's words accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import Document, paragraphs
from extractors.fates import Became
from extractors.guards import Content, take_in
from extractors.instructions import Instructions
from extractors.plan import Plan
from extractors.read import document_in
from extractors.reading import understand
from extractors.trace import Trace, trace
from tests.extractors.documents import Words, bold, cell, doc, h, heads, li, p, table

SAMPLES = Path(__file__).parents[2] / "sample_plans" / "plans"
SOME = ("Plan 20931*", "0098813*", "McAllister*", "EHCP-JP*", "BRANNIGAN*", "Haroon*", "AR2*")


def _document(pattern: str) -> Document:
    content = take_in(next(SAMPLES.glob(pattern)))
    assert isinstance(content, Content)
    document = document_in(content, Instructions(scans=False))
    assert isinstance(document, Document)
    return document


def _fates(found: Trace) -> dict[str, Became]:
    return {words.text: words.fate.became for words in found.words}


@pytest.mark.parametrize("pattern", SOME)
def test_every_paragraph_has_its_fate_and_every_item_its_paragraphs(pattern: str) -> None:
    document = _document(pattern)
    found = trace(document)
    assert [w.text for w in found.words] == [x.text for x in paragraphs(document.blocks)]
    assert (found.plan or found.unreadable) == understand(document)
    if found.plan is None:
        assert {w.fate.became for w in found.words} == {Became.NOT_A_PLAN}
        return
    items = {item.id: item for item in found.plan.items}
    printed: dict[str, set[str]] = {id: set() for id in items}
    for words in found.words:
        assert set(words.fate.items) <= set(items)
        if words.fate.became is Became.ITEM:
            assert len(words.fate.items) == 1
            assert words.fate.letters == (items[words.fate.items[0]].section,)
            printed[words.fate.items[0]] |= set(f"{words.label} {words.text}".split())
    for id, item in items.items():
        assert set(item.text.split()) <= printed[id]


@pytest.mark.parametrize("pattern", SOME[:-1])
def test_nothing_said_in_the_thread_is_lost_without_a_word(pattern: str) -> None:
    found = trace(_document(pattern))
    lost = [w.text for w in found.words if w.fate.became in (Became.UNPLACED, Became.OUTSIDE)]
    assert not lost


_WORDS = st.sampled_from(
    [
        "Section B: Special educational needs",
        "Section E: Outcomes",
        "Section F: Special educational provision",
        "Sam finds it hard to read.",
        "By July 2027 Sam will read a page aloud.",
        "A teaching assistant will read with Sam for 20 minutes a day.",
        "Outcome 1",
        "By whom: a teacher",
        "None identified.",
        "-",
        "Please complete all boxes.",
        "Staff will:",
        "",
    ]
)
_ROWS = st.lists(st.tuples(_WORDS, _WORDS), min_size=1, max_size=3)


@settings(max_examples=30, deadline=None)
@given(st.lists(_WORDS | st.builds(lambda rows: table(*rows), _ROWS), max_size=12))
def test_whatever_is_printed_has_one_fate(words: list[object]) -> None:
    document = doc(*words, *_PLAN)  # type: ignore[arg-type]
    found = trace(document)
    assert len(found.words) == len(list(paragraphs(document.blocks)))
    assert (found.plan or found.unreadable) == understand(document)


_PLAN = (
    h("Section A: Views, interests and aspirations"),
    p("I want to be a vet."),
    h("Section B: Special educational needs"),
    bold("Strengths"),
    p("Sam sings well."),
    bold("Needs"),
    li("Sam finds it hard to read."),
    h("Section C: Health needs"),
    p("None identified."),
    h("Section D: Social care needs"),
    p("None identified."),
    h("Section E: Outcomes"),
    p("Guidance: outcomes should be specific, measurable and set out what will be achieved."),
    p("By the end of Year 6 Sam will:"),
    li("read a page aloud without help;"),
    li("write three sentences without help."),
    h("Section F: Special educational provision"),
    table(
        heads("Outcome", "Provision", "By whom"),
        [cell("E1"), cell("Reading for 20 minutes a day."), cell("A teaching assistant")],
        [cell("-"), cell("Typing for 10 minutes a day."), cell("-")],
    ),
    h("Section I: Placement"),
    p("Alder Bank Primary School"),
    h("Section K: Advice"),
    p("Educational psychologist, 2 February 2026"),
)


def test_each_sort_of_line_is_told_apart() -> None:
    found = trace(doc(h("Education, Health and Care Plan"), p("Name: Sam Ashe"), *_PLAN))
    fates = _fates(found)
    assert fates["Name: Sam Ashe"] is Became.BEFORE_SECTIONS
    assert fates["Section E: Outcomes"] is Became.SECTION_MARK
    assert fates["Strengths"] is Became.HEADING
    assert fates["Sam sings well."] is Became.ITEM
    assert fates["None identified."] is Became.SAYS_NONE
    assert fates["By the end of Year 6 Sam will:"] is Became.LEAD_IN
    assert fates["By whom"] is Became.LABEL
    assert fates["E1"] is Became.REFERENCE
    assert fates["A teaching assistant"] is Became.DETAIL
    assert fates["-"] is Became.BLANK
    assert fates["Alder Bank Primary School"] is Became.SECTION_WORDS


def test_guidance_is_left_out_with_its_reason() -> None:
    words = next(x for x in trace(doc(*_PLAN)).words if x.text.startswith("Guidance:"))
    assert words.fate.became is Became.GUIDANCE
    assert words.fate.became.left_out
    assert "not said of the child" in words.fate.became.words


def test_a_file_that_is_no_plan_has_a_trace_too() -> None:
    found = trace(doc(h("Minutes of a meeting"), p("Nothing was decided.")))
    assert found.plan is None
    assert found.unreadable is not None
    assert set(_fates(found).values()) == {Became.NOT_A_PLAN}


def test_a_row_cut_by_the_end_of_a_page_is_one_item_on_both() -> None:
    found = trace(_document("Plan 20931*"))
    assert isinstance(found.plan, Plan)
    of_item = [w for w in found.words if "F3" in w.fate.items and w.fate.became == "item"]
    assert {page for w in of_item for page, _ in w.stretches} == {2, 3}


def test_every_fate_has_words_for_officers() -> None:
    assert all(became.words.endswith(".") for became in Became)
    assert not Became.ITEM.left_out
    assert Became.HIDDEN.left_out


def test_a_row_of_wide_cells_that_begins_with_numbers_alone_stands_under_its_heads() -> None:
    """Cells of the second page may reach over columns that only the first page has."""
    words: list[Words] = list(_PLAN)
    at = words.index(h("Section F: Special educational provision")) + 1
    words[at] = table(
        [
            cell(bold("Outcome"), shaded=True),
            cell(bold("Provision"), shaded=True, columns=2),
            cell(bold("By whom"), shaded=True),
        ],
        [cell("Outcome 1"), cell("Reading for 20 minutes a day.", columns=2), cell("A tutor")],
        [cell("Outcome 1, Outcome 2"), cell("Typing every day.", columns=2), cell("A helper")],
    )
    fates = _fates(trace(doc(*words)))
    assert fates["Outcome 1, Outcome 2"] is Became.REFERENCE
    assert fates["Typing every day."] is Became.ITEM
    assert fates["A helper"] is Became.DETAIL
