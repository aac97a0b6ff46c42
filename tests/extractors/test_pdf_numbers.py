"""Numbers in a PDF: those of items, of pages, of years, each told from the others."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Paragraph
from tests.extractors.pdf_files import Draw, drawn, read, texts, write

LONG = "By the end of Year 6 Sam will tell an adult whom he trusts what worries him (as seen in"


def test_the_number_of_an_item_is_its_label_where_a_gap_parts_them() -> None:
    def draw(canvas: Canvas) -> None:
        for i, (x, label, text) in enumerate(
            [(60, "E1", "Reads a page."), (90, "(a)", "each day"), (60, "F1.2", "A teacher helps.")]
        ):
            canvas.drawString(x, 700 - 14 * i, label)
            canvas.drawString(x + 30, 700 - 14 * i, text)
        write(canvas, "B12 tablets are taken at home.", top=200)

    found = [(b.label, b.level, b.text) for b in read(drawn(draw)).blocks if type(b) is Paragraph]
    assert found == [
        ("E1", 0, "Reads a page."),
        ("(a)", 1, "each day"),
        ("F1.2", 0, "A teacher helps."),
        ("", 0, "B12 tablets are taken at home."),
    ]


def test_a_year_that_ends_a_bracket_at_the_top_of_a_page_is_no_page_number() -> None:
    def first(canvas: Canvas) -> None:
        write(canvas, "Section A")
        write(canvas, LONG, top=760)

    pages = drawn(first, lambda c: write(c, "2026).", "Section B", top=60))
    assert texts(pages) == ["Section A", f"{LONG} 2026).", "Section B"]


def test_a_bracket_that_is_open_goes_on_in_bold() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, LONG, top=280)
        canvas.setFont("Helvetica-Bold", 11)
        write(canvas, "K2, page 4)", top=294)

    assert texts(drawn(draw)) == [f"{LONG} K2, page 4)"]


def test_a_version_in_the_foot_is_a_running_foot_on_every_page() -> None:
    def page(number: int, *words: str) -> Draw:
        def draw(canvas: Canvas) -> None:
            write(canvas, *words)
            canvas.drawString(60, 30, "Version 4")
            canvas.drawString(400, 30, str(number))

        return draw

    document = read(drawn(page(1, "One."), page(2, "Two."), page(3, "Three.")))
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == [
        "One.",
        "Two.",
        "Three.",
    ]


def test_points_below_a_point_keep_their_depth_over_the_page() -> None:
    def begun(canvas: Canvas) -> None:
        canvas.drawString(60, 60, "•")
        canvas.drawString(70, 60, "He cannot yet tell a story. What comes out is:")

    def goes_on(canvas: Canvas) -> None:
        for i, text in enumerate(["single sentences", "pronouns"]):
            canvas.drawString(80, 780 - 14 * i, "•")
            canvas.drawString(90, 780 - 14 * i, text)

    found = [b for b in read(drawn(begun, goes_on)).blocks if isinstance(b, Paragraph)]
    assert [(b.label, b.level) for b in found] == [("•", 0), ("•", 1), ("•", 1)]


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("as the psychologist says on page 2 of her report, he reads well in class.", True),
        ("report on page 2.", True),
        ("By July Sam will get it right in 8 of 10", True),
        ("Page 2 of 3", False),
        ("Plan for Sam, page 2", False),
        ("Sam Example, EHC plan, page 12 of 30", False),
    ],
)
def test_a_sentence_that_names_a_page_is_no_running_head(line: str, *, stays: bool) -> None:
    body = "Sam is ten and likes to draw. He reads with his mother each evening, and that is in the"
    data = drawn(
        lambda canvas: write(canvas, body, top=300),
        lambda canvas: write(canvas, line, body, top=60),
    )
    assert any(line in text for text in texts(data)) is stays
