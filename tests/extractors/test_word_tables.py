"""Word's tables: every cell once, at its place on the grid."""

from __future__ import annotations

import io

import docx
import pytest

from extractors.document import Cell, Document, Table
from extractors.word import read_word
from tests.extractors.word_files import (
    at,
    cell,
    control,
    first_table,
    para,
    read,
    row,
    run,
    table,
    words,
)

SPAN = "<w:gridSpan w:val='{}'/>"
DOWN, GOES_ON = "<w:vMerge w:val='restart'/>", "<w:vMerge/>"


def grid(found: Table) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in found.cells]


def test_rows_and_columns() -> None:
    found = first_table(read(table(row("a", "b"), row("c", "d"))))
    assert grid(found) == [
        (0, 0, 1, 1, "a"),
        (0, 1, 1, 1, "b"),
        (1, 0, 1, 1, "c"),
        (1, 1, 1, 1, "d"),
    ]
    assert (found.rows, found.columns) == (2, 2)
    place = found.cells[3].place
    assert (place.table, place.row, place.column) == (1, 2, 2)


def test_merged_across() -> None:
    found = first_table(read(table(row(cell("a", marks=SPAN.format(2)), "b"), row("c", "d", "e"))))
    assert grid(found)[:2] == [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")]
    assert found.columns == 3


def test_merged_down_stands_once() -> None:
    found = first_table(
        read(
            table(
                row(cell("need", marks=DOWN), "1"),
                row(cell(marks=GOES_ON), "2"),
                row(cell(marks=GOES_ON), "3"),
                row(cell("other"), "4"),
            )
        )
    )
    assert grid(found)[0] == (0, 0, 3, 1, "need")
    assert [c.text for c in found.cells] == ["need", "1", "2", "3", "other", "4"]


def test_merged_down_twice_in_one_column() -> None:
    rows = [row(cell(x, marks=DOWN if x else GOES_ON), "x") for x in ("a", "", "b", "")]
    found = first_table(read(table(*rows)))
    assert [g for g in grid(found) if g[1] == 0] == [(0, 0, 2, 1, "a"), (2, 0, 2, 1, "b")]


def test_a_continued_cell_without_a_beginning_keeps_its_words() -> None:
    found = first_table(read(table(row("a", "b"), row(cell("c", marks=GOES_ON), "d"))))
    assert at(found, 1, 0).text == "c"


def test_old_merge_across() -> None:
    left, right = "<w:hMerge w:val='restart'/>", "<w:hMerge/>"
    found = first_table(read(table(row(cell("a", marks=left), cell(marks=right), "b"))))
    assert grid(found) == [(0, 0, 1, 2, "a"), (0, 2, 1, 1, "b")]


def test_a_row_that_begins_further_right() -> None:
    found = first_table(read(table(row("a", "b"), row("c", marks="<w:gridBefore w:val='1'/>"))))
    assert at(found, 1, 1).text == "c"


def test_content_controls_around_rows_and_cells() -> None:
    wrapped = row(control(cell("a")), "b") + control(row("c", control(cell("d"))))
    assert words(read(table(wrapped))) == ["a", "b", "c", "d"]
    assert first_table(read(control(table(row("a"))))).cells[0].text == "a"


def test_an_empty_control_leaves_an_empty_cell() -> None:
    empty = control(cell("Click here"), "<w:showingPlcHdr/>")
    found = first_table(read(table(row("Name", empty, "x"))))
    assert [c.text for c in found.cells] == ["Name", "", "x"]


def test_nested_tables() -> None:
    found = first_table(read(table(row(cell("a", table(row("b", "c")), "d")))))
    inner = found.cells[0].blocks[1]
    assert isinstance(inner, Table)
    assert (inner.place.table, [c.text for c in inner.cells]) == (2, ["b", "c"])
    assert found.cells[0].text == "a\nb\nc\nd"


def test_head_rows_and_coloured_cells() -> None:
    head = row(cell("Outcome", marks="<w:shd w:fill='DDDDDD'/>"), marks="<w:tblHeader/>")
    found = first_table(read(table(head, row("x"))))
    assert [(c.head, c.shaded) for c in found.cells] == [(True, True), (False, False)]


def test_colour_and_weight_by_the_style_of_the_table() -> None:
    document = docx.Document()
    rows = document.add_table(2, 2, style="Medium Shading 1 Accent 1").rows
    for one in rows:
        for place in one.cells:
            place.text = "x"
    head, body = shading(document)
    assert head.shaded
    assert head.blocks[0].bold  # type: ignore[union-attr]
    assert not body.blocks[0].bold  # type: ignore[union-attr]


def shading(document: object) -> tuple[Cell, Cell]:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    found = read_word(file.getvalue())
    assert isinstance(found, Document)
    return at(first_table(found), 0, 1), at(first_table(found), 1, 1)


@pytest.mark.parametrize("span", ["300000000", "-1", "x", "0", "٣" * 9])
def test_a_hostile_span_is_bounded(span: str) -> None:
    found = first_table(read(table(row(cell("a", marks=SPAN.format(span)), "b"))))
    assert [c.text for c in found.cells] == ["a", "b"]
    assert found.columns <= 64


def test_a_very_long_merge() -> None:
    rows = [row(cell("a", marks=DOWN), "x")] + [row(cell(marks=GOES_ON), "x")] * 1000
    assert first_table(read(table(*rows))).cells[0].row_span == 1001


@pytest.mark.parametrize("depth", [30, 75])
def test_deeply_nested_tables_keep_their_words(depth: int) -> None:
    body = para("deep")
    for _ in range(depth):
        body = table(row(cell(body, "<w:p/>")))
    assert words(read(body)) == ["deep"]


def test_a_deleted_table_is_gone() -> None:
    document = read(table(row("a", marks="<w:del/>")) + para(run("b")))
    assert words(document) == ["b"]
    assert len(document.blocks) == 1


def test_a_cell_with_nothing_but_its_number() -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
        "<w:lvlText w:val='E%1'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    )
    numbered = para(marks="<w:numPr><w:numId w:val='1'/></w:numPr>")
    rows = [row(cell(numbered), "Sam will read."), row(cell(numbered), "Sam will write.")]
    assert words(read(table(*rows), numbering=numbering)) == [
        "E1",
        "Sam will read.",
        "E2",
        "Sam will write.",
    ]
