"""Tables of a PDF: cells as pdfplumber finds them, merged and nested ones, and over pages."""

from __future__ import annotations

import io
from typing import Any

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber.table import TableFinder
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate, Spacer, Table, TableStyle
from reportlab.platypus import Paragraph as Flowing

from extractors.document import Paragraph
from extractors.document import Table as Found
from extractors.pdf_tables import Edge, cells_of, merged
from tests.extractors.pdf_files import HEIGHT, drawn, grid, read, rows_of, tables, texts, write

WORDS = "Amira will read a page of text aloud with no more than five errors each week"
STYLE = getSampleStyleSheet()["BodyText"]
HEAD = ["Need", "Outcome", "Provision"]


def laid_out(*parts: Flowable, size: tuple[float, float] = A4) -> bytes:
    """A PDF set by a layout engine that breaks tables over pages."""
    file = io.BytesIO()
    SimpleDocTemplate(file, pagesize=size, invariant=1, topMargin=60, bottomMargin=60).build(
        list(parts)
    )
    return file.getvalue()


def flowing(text: str) -> Flowing:
    return Flowing(text, STYLE)


def ruled(rows: list[list[Any]], *more: tuple[Any, ...], heads: int = 0) -> Table:
    table = Table(rows, colWidths=[140] * len(rows[0]), repeatRows=heads)
    table.setStyle(
        TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *more,
            ]
        )
    )
    return table


def plan_like(size: tuple[float, float]) -> bytes:
    """Bordered, merged and shaded tables over several pages."""
    parts: list[Flowable] = []
    for n in range(1, 7):
        rows: list[list[Any]] = [list(HEAD)]
        rows += [
            [flowing(f"N{n}.{i} {WORDS}"), flowing(f"E{n}.{i} {WORDS[:40]}"), flowing(WORDS * 2)]
            for i in range(4)
        ]
        parts += [
            flowing(f"Section {n}"),
            ruled(
                rows,
                ("BACKGROUND", (0, 0), (-1, 0), colors.lightblue),
                ("SPAN", (0, 1), (0, 2)),
                ("SPAN", (1, 3), (2, 3)),
            ),
            Spacer(1, 12),
        ]
    return laid_out(*parts, size=size)


def bare(text: str | None) -> str:
    return "".join((text or "").split())


@pytest.mark.parametrize("size", [A4, landscape(A4)])
def test_cells_hold_what_pdfplumber_finds_in_them(size: tuple[float, float]) -> None:
    data = plan_like(size)
    found = sorted(
        bare(cell.text)
        for block in read(data).blocks
        if isinstance(block, Found)
        for cell in block.cells
    )
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        expected = sorted(
            bare(text)
            for page in pdf.pages
            for table in page.extract_tables()
            for row in table
            for text in row
            if text is not None
        )
    # Repeated heads and rows broken over pages are joined, so nothing but those may be missing.
    assert [text for text in found if text not in expected] == []
    assert len(found) > 60


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 12)] * 4), min_size=4, max_size=40))
def test_cells_are_those_of_pdfplumbers_own_finder(raw: list[tuple[int, int, int, int]]) -> None:
    rulings = []
    for x, y, length, upright in raw:
        x0, top = 30.0 * x, 25.0 * y
        end = (x0, top + 25 * length) if upright % 2 else (x0 + 30 * length, top)
        rulings.append((x0, top, *end))
    edges = merged(rulings)

    class Page:  # all that the finder asks of one
        bbox = (0, 0, 600, 800)

        def __init__(self, edges: list[Edge]) -> None:
            self.edges = edges

    finder = TableFinder(Page(edges))  # type: ignore[arg-type]
    assert cells_of(edges) == finder.cells


def test_thin_filled_bars_are_borders() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (100, 130, 160):
            canvas.rect(60, HEIGHT - y, 400, 0.5, stroke=0, fill=1)
        for x in (60, 260, 460):
            canvas.rect(x, HEIGHT - 160, 0.5, 60, stroke=0, fill=1)
        for i, text in enumerate(("Need", "Outcome", "Reading", "Reads a page")):
            write(canvas, text, x=70 + 200 * (i % 2), top=120 + 30 * (i // 2))

    (table,) = tables(drawn(draw))
    assert rows_of(table) == [["Need", "Outcome"], ["Reading", "Reads a page"]]


def test_gaps_in_borders_are_bridged_and_leaning_lines_are_none() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [60, 200, 400], [100, 130, 160], [["a", "b"], ["c", "d"]])
        canvas.line(60, HEIGHT - 100, 400, HEIGHT - 160)

    (table,) = tables(drawn(draw))
    assert rows_of(table) == [["a", "b"], ["c", "d"]]


def test_a_path_that_draws_nothing_is_no_border() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, 600, 200, 100, stroke=0, fill=0)
        canvas.rect(250, 600, 200, 100, stroke=0, fill=0)
        canvas.drawString(60, 650, "Outside")

    assert tables(drawn(draw)) == []


def test_borders_inside_a_form_stand_where_the_form_stands() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("grid")
        for y in (0, 20, 40):
            canvas.line(0, y, 200, y)
        for x in (0, 100, 200):
            canvas.line(x, 0, x, 40)
        canvas.endForm()
        canvas.saveState()
        canvas.translate(60, 600)
        canvas.scale(2, 2)
        canvas.doForm("grid")
        canvas.restoreState()
        for i, text in enumerate(("a", "b", "c", "d")):
            canvas.drawString(70 + 200 * (i % 2), 660 - 40 * (i // 2), text)

    (table,) = tables(drawn(draw))
    assert rows_of(table) == [["a", "b"], ["c", "d"]]


def test_a_merged_cell_stands_once_and_says_what_it_covers() -> None:
    def draw(canvas: Canvas) -> None:
        for y in (100, 160):
            canvas.line(60, HEIGHT - y, 460, HEIGHT - y)
        canvas.line(260, HEIGHT - 130, 460, HEIGHT - 130)
        for x in (60, 260, 460):
            canvas.line(x, HEIGHT - 100, x, HEIGHT - 160)
        write(canvas, "Need", x=70, top=130)
        write(canvas, "One", "Two", x=270, top=118, step=30)

    (table,) = tables(drawn(draw))
    assert [(c.row, c.column, c.row_span, c.text) for c in table.cells] == [
        (0, 0, 2, "Need"),
        (0, 1, 1, "One"),
        (1, 1, 1, "Two"),
    ]


def test_a_table_inside_a_cell_stays_inside_it_between_its_words() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [60, 200, 500], [100, 300], [["Outer", "Before"]])
        grid(canvas, [220, 340, 480], [140, 170, 200], [["a", "b"], ["c", "d"]])
        write(canvas, "After", x=205, top=280)

    (table,) = tables(drawn(draw))
    blocks = table.cells[1].blocks
    assert [type(block) for block in blocks] == [Paragraph, Found, Paragraph]
    assert isinstance(blocks[1], Found)
    assert rows_of(blocks[1]) == [["a", "b"], ["c", "d"]]


def test_words_that_run_over_a_border_in_one_go_are_parted_by_it() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [60, 200, 400], [100, 130, 160], [["", ""], ["c", "d"]])
        gap = " " * 45
        canvas.drawString(70, HEIGHT - 118, f"Need{gap}Outcome")

    (table,) = tables(drawn(draw))
    assert rows_of(table)[0] == ["Need", "Outcome"]


def test_upright_words_in_a_cell_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [60, 90, 560], [100, 200, 300], [["", WORDS], ["", "Two"]])
        canvas.saveState()
        canvas.translate(80, HEIGHT - 190)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Section F")
        canvas.restoreState()

    (table,) = tables(drawn(draw))
    assert rows_of(table) == [["Section F", WORDS], ["", "Two"]]


def test_a_coloured_bar_marks_cells_and_headings() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.1, 0.3, 0.5)
        canvas.rect(50, HEIGHT - 105, 480, 22, stroke=0, fill=1)
        canvas.setFillColorRGB(1, 1, 1)
        write(canvas, "Section B: Special educational needs", top=100)
        canvas.setFillColorRGB(0, 0, 0)
        write(canvas, "Sam finds reading hard.", top=130)

    blocks = read(drawn(draw)).blocks
    assert [(p.text, p.shaded) for p in blocks if isinstance(p, Paragraph)] == [
        ("Section B: Special educational needs", True),
        ("Sam finds reading hard.", False),
    ]


def test_one_box_alone_is_a_table_of_one_cell() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(50, HEIGHT - 200, 480, 120)
        write(canvas, "Section C: Health needs", "None known.", top=110, step=30)

    (table,) = tables(drawn(draw))
    assert (table.rows, table.columns) == (1, 1)
    assert table.cells[0].text == "Section C: Health needs\nNone known."


def test_a_table_over_pages_is_one_and_its_repeated_head_stands_once() -> None:
    rows: list[list[Any]] = [list(HEAD)]
    rows += [[f"N{i}", flowing(f"Outcome {i}. {WORDS}"), flowing(WORDS)] for i in range(30)]
    (table,) = tables(laid_out(ruled(rows, heads=1)))
    assert table.rows == 31
    assert [cell.text for cell in table.cells if cell.column == 0] == [
        "Need",
        *(f"N{i}" for i in range(30)),
    ]
    pages = {cell.place.page for cell in table.cells}
    assert pages == {1, 2, 3}
    assert all(cell.head for cell in table.cells if cell.row == 0)


def test_a_row_broken_over_pages_is_one_row() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, "Section F", top=80)
        rows = [["Need", "Provision"], ["N1 Reading", "A teacher will\nsit with Sam and"]]
        grid(canvas, [60, 250, 500], [700, 730, 780], rows)

    def second(canvas: Canvas) -> None:
        grid(
            canvas,
            [60, 250, 500],
            [60, 90, 120],
            [["", "read with him each day."], ["N2 Writing", "A laptop"]],
        )

    (table,) = tables(drawn(first, second))
    assert [[" ".join(t.split()) for t in row] for row in rows_of(table)] == [
        ["Need", "Provision"],
        ["N1 Reading", "A teacher will sit with Sam and read with him each day."],
        ["N2 Writing", "A laptop"],
    ]
    assert [cell.place.page for cell in table.cells] == [1, 1, 1, 1, 2, 2]


def test_a_new_row_at_the_top_of_a_page_is_not_joined_to_the_last() -> None:
    def first(canvas: Canvas) -> None:
        rows = [["Need", "Provision"], ["N1 Reading", "A teacher reads with Sam."]]
        grid(canvas, [60, 250, 500], [720, 750, 780], rows)

    def second(canvas: Canvas) -> None:
        grid(canvas, [60, 250, 500], [60, 90, 120], [["N2 Writing", "A laptop."], ["N3", "Time."]])

    (table,) = tables(drawn(first, second))
    assert table.rows == 4


def nested_over_pages(canvas: Canvas, *, words: bool) -> None:
    """A card whose inner table is cut by the page's end, and then another card."""
    grid(canvas, [50, 500], [600, 780], [["Outcome 1: Mia will read the signs." if words else ""]])
    rows = [["Provision", "By whom"], ["Reading lesson each week, in", ""]]
    grid(canvas, [60, 300, 480], [700, 730, 780], rows)
    canvas.showPage()
    grid(canvas, [50, 500], [60, 150, 200], [[""], ["Outcome 2: Mia will ask for help."]])
    rows = [["the quiet room" if words else "Lesson each day", ""], ["A word bank", ""]]
    grid(canvas, [60, 300, 480], [60, 90, 120], rows)


def test_a_table_inside_a_card_goes_on_over_the_page_with_its_card() -> None:
    (table,) = tables(drawn(lambda canvas: nested_over_pages(canvas, words=True)))
    assert [cell.row for cell in table.cells] == [0, 1]
    (inner,) = [block for block in table.cells[0].blocks if isinstance(block, Found)]
    assert [row[0] for row in rows_of(inner)] == [
        "Provision",
        "Reading lesson each week, in the quiet room",
        "A word bank",
    ]


def test_cards_of_nothing_but_tables_stay_apart_over_pages() -> None:
    assert len(tables(drawn(lambda canvas: nested_over_pages(canvas, words=False)))) > 1


@pytest.mark.parametrize("ground", [True, False])
def test_heads_left_alone_at_a_pages_foot_are_a_row_of_their_own(*, ground: bool) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.8)
        if ground:
            canvas.rect(50, HEIGHT - 780, 400, 30, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.setFont("Helvetica" if ground else "Helvetica-Bold", 10)
        grid(canvas, [50, 250, 450], [750, 780], [["Provision", "By whom"]])
        canvas.showPage()
        grid(canvas, [50, 250, 450], [60, 90], [["Reading lesson each week", ""]])

    (table,) = tables(drawn(draw))
    assert rows_of(table) == [["Provision", "By whom"], ["Reading lesson each week", ""]]


def test_a_row_head_merged_over_rows_and_pages_is_one_cell() -> None:
    def draw(canvas: Canvas) -> None:
        parts: list[tuple[list[float], list[list[str]]]] = [
            ([720, 750, 780], [["Support", "Who"], ["Reading lesson each", "Teacher"]]),
            ([60, 90, 120, 150], [["day", ""], ["A word bank", "TA"], ["A desk", "School"]]),
        ]
        for tops, rows in parts:
            top = tops[0]
            grid(canvas, [96, 300, 450], tops, rows)
            for y in (top, tops[-1]):
                canvas.line(50, HEIGHT - y, 96, HEIGHT - y)
            canvas.line(50, HEIGHT - top, 50, HEIGHT - tops[-1])
            if top > 60:
                write(canvas, "Help", x=55, top=740)
                canvas.showPage()
                canvas.setFont("Helvetica", 11)

    (table,) = tables(drawn(draw))
    assert [(cell.text, cell.row_span) for cell in table.cells if cell.column == 0] == [("Help", 4)]
    assert [row[-2:] for row in rows_of(table)][1] == ["Reading lesson each day", "Teacher"]


def test_columns_set_anew_under_the_same_heads_are_the_same_columns() -> None:
    def draw(canvas: Canvas) -> None:
        heads = ["Outcome", "Provision", "Staff"]
        first = ["Outcome 6", "Swimming each week", "Assistant holding the"]
        grid(canvas, [60, 120, 300, 450], [720, 750, 780], [heads, first])
        canvas.showPage()
        canvas.setFont("Helvetica", 11)
        rest = [heads, ["", "", "rescue certificate"], ["Outcome 7", "A talk", "Teacher"]]
        grid(canvas, [60, 125, 295, 450], [60, 90, 120, 150], rest)

    (table,) = tables(drawn(draw))
    assert rows_of(table)[1:] == [
        ["Outcome 6", "Swimming each week", "Assistant holding the rescue certificate"],
        ["Outcome 7", "A talk", "Teacher"],
    ]


def test_cards_on_neighbouring_pages_stay_apart() -> None:
    def card(n: int) -> list[Flowable]:
        rows: list[list[Any]] = [
            [f"Outcome {n}", flowing(WORDS)],
            ["Needs met", f"B{n}"],
            ["Provision", flowing(WORDS * 3)],
        ]
        return [ruled(rows), Spacer(1, 20)]

    parts = [*card(1), *card(2), PageBreak(), *card(3)]
    assert [table.rows for table in tables(laid_out(*parts))] == [3, 3, 3]


ROWS = [
    ["Need", "Provision", "How often"],
    ["Reading is hard for Sam", "A teacher reads with him", "Daily"],
    ["Writing is slow", "A laptop and a scribe", "In each lesson"],
]


def test_rows_between_rules_are_a_table_though_no_upright_line_is_drawn() -> None:
    def draw(canvas: Canvas) -> None:
        for i in range(4):
            canvas.line(60, HEIGHT - 100 - 30 * i, 540, HEIGHT - 100 - 30 * i)
        for i, row in enumerate(ROWS):
            for x, text in zip((65, 240, 420), row, strict=True):
                write(canvas, text, x=x, top=120 + 30 * i)

    (table,) = tables(drawn(draw))
    assert rows_of(table) == ROWS


def test_heads_above_the_first_rule_belong_to_the_table() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "Sections E and F", top=80)
        for x, text in zip((65, 240, 420), ("Outcome", "Provision", "By whom"), strict=True):
            write(canvas, text, x=x, top=106)
        write(canvas, "and how often", x=420, top=118)
        for i in range(4):
            canvas.line(60, HEIGHT - 126 - 30 * i, 540, HEIGHT - 126 - 30 * i)
        for i, row in enumerate(ROWS):
            for x, text in zip((65, 240, 420), row, strict=True):
                write(canvas, text, x=x, top=146 + 30 * i)

    data = drawn(draw)
    (table,) = tables(data)
    heads, *body = rows_of(table)
    assert [head.split() for head in heads] == [
        ["Outcome"],
        ["Provision"],
        ["By", "whom", "and", "how", "often"],
    ]
    assert body == ROWS
    assert "Sections E and F" in texts(data)


def test_banded_rows_without_borders_are_a_table() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.85, 0.9, 1)
        for i in (0, 2):
            canvas.rect(60, HEIGHT - 130 - 30 * i, 480, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for i, row in enumerate(ROWS):
            for x, text in zip((65, 240, 420), row, strict=True):
                write(canvas, text, x=x, top=120 + 30 * i)

    (table,) = tables(drawn(draw))
    assert rows_of(table) == ROWS
    assert [c.shaded for c in table.cells if c.column == 0] == [True, False, True]


@pytest.mark.parametrize(
    "rest", ["", "Sam is pleased with all of this and has said so to his teacher."]
)
def test_the_last_white_row_of_a_banded_table_belongs_to_it(rest: str) -> None:
    rows = [*ROWS, ["Maths is hard", "Counters to hold", "Weekly"]]

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.85, 0.9, 1)
        for i in (0, 2):
            canvas.rect(60, HEIGHT - 130 - 30 * i, 480, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for i, row in enumerate(rows):
            for x, text in zip((65, 240, 420), row, strict=True):
                write(canvas, text, x=x, top=120 + 30 * i)
        write(canvas, "each day", x=240, top=223)  # the last row has two lines
        write(canvas, rest, x=60, top=260)

    data = drawn(draw)
    (table,) = tables(data)
    assert rows_of(table) == [*ROWS, ["Maths is hard", "Counters to hold each day", "Weekly"]]
    assert texts(data)[-1] == (rest or "Weekly")


def test_words_below_a_banded_table_are_no_row_of_it() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0.85, 0.9, 1)
        for i in (0, 2):
            canvas.rect(60, HEIGHT - 130 - 30 * i, 480, 30, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        for i, row in enumerate(ROWS):
            for x, text in zip((65, 240, 420), row, strict=True):
                write(canvas, text, x=x, top=120 + 30 * i)
        write(canvas, "Section F", "He has a laptop of his own in all lessons.", top=208)

    data = drawn(draw)
    (table,) = tables(data)
    assert rows_of(table) == ROWS
    assert texts(data)[-2:] == ["Section F", "He has a laptop of his own in all lessons."]


def test_rules_under_headings_make_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for i in range(4):
            write(canvas, f"Section {'ABCD'[i]}", top=95 + 60 * i)
            canvas.line(60, HEIGHT - 100 - 60 * i, 540, HEIGHT - 100 - 60 * i)
            write(canvas, WORDS, "Sam has said so.", top=115 + 60 * i)

    assert tables(drawn(draw)) == []


def test_a_page_of_too_many_rulings_is_read_as_lines() -> None:
    def draw(canvas: Canvas) -> None:
        for i in range(190):
            canvas.line(20, 20 + 4 * i, 580, 20 + 4 * i)
            canvas.line(20 + 2.9 * i, 20, 20 + 2.9 * i, 780)
        write(canvas, "Section A is under a net of lines.")

    data = drawn(draw)
    assert tables(data) == []
    assert texts(data) == ["Section A is under a net of lines."]


def open_row_over_pages(canvas: Canvas, first: str, second: str, *, closed: bool) -> None:
    """A row broken over two pages whose sides are drawn on both, and a line on neither."""
    for level in (700, 740) if not closed else (700, 740, 780):
        canvas.line(60, HEIGHT - level, 460, HEIGHT - level)
    for x in (60, 260, 460):
        canvas.line(x, HEIGHT - 700, x, HEIGHT - 780)
    write(canvas, "O1", "O2", x=70, top=720, step=40)
    write(canvas, "She will swim.", first, x=270, top=720, step=40)
    canvas.showPage()
    for level in (120, 160) if not closed else (80, 120, 160):
        canvas.line(60, HEIGHT - level, 460, HEIGHT - level)
    for x in (60, 260, 460):
        canvas.line(x, HEIGHT - 80, x, HEIGHT - 160)
    write(canvas, second, x=270, top=100)
    write(canvas, "O3", x=70, top=140)
    write(canvas, "She will cook.", x=270, top=140)


def test_a_row_left_open_at_a_pages_foot_goes_on_at_the_next_pages_head() -> None:
    sentence = ("She will read.", "Then she will write.")  # nothing in the words tells of a break
    data = drawn(lambda canvas: open_row_over_pages(canvas, *sentence, closed=False))
    [table] = tables(data)
    assert rows_of(table) == [
        ["O1", "She will swim."],
        ["O2", "She will read.\nThen she will write."],
        ["O3", "She will cook."],
    ]


@pytest.mark.parametrize(
    ("first", "rest", "rows"),
    [
        ("so that he can camp with", "Scouts.", 2),
        ("so that he can camp with", "Sam and Ali.", 2),
        ("so that he can camp.", "Scouts are asked in.", 3),
        ("a wish to join in", "Scouts are asked in.", 3),
    ],
)
def test_a_sentence_that_wants_more_goes_on_over_the_page(first: str, rest: str, rows: int) -> None:
    def top(canvas: Canvas) -> None:
        rows = [["Need", "Outcome"], ["Sam tires early.", first]]
        grid(canvas, [60, 260, 460], [700, 740, 780], rows)
        canvas.showPage()
        grid(canvas, [60, 260, 460], [60, 100], [["Sam dislikes rain.", rest]])

    [table] = tables(drawn(top))
    assert table.rows == rows


def test_lines_that_stand_on_a_rule_leave_no_table_open() -> None:
    def chart(canvas: Canvas) -> None:
        canvas.line(60, HEIGHT - 300, 460, HEIGHT - 300)
        for x in (100, 200, 300):
            canvas.line(x, HEIGHT - 300, x, HEIGHT - 200)
        write(canvas, "Amira reads aloud.", x=110, top=250)

    assert tables(drawn(chart)) == []
