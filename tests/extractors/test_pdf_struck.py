"""Words of a PDF with a line through them: agreed deletions, and lines that are none."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Caveat
from tests.extractors.pdf_files import (
    HEIGHT,
    Draw,
    drawn,
    grid,
    read,
    rows_of,
    tables,
    texts,
    write,
)

KEPT = "Sam will have three hours of support."


def width(text: str, font: str = "Helvetica", size: float = 11) -> float:
    measured = Canvas(io.BytesIO()).stringWidth(text, font, size)
    assert isinstance(measured, float)
    return measured


def struck(canvas: Canvas, before: str, words: str, after: str, *, top: float = 100) -> None:
    """One text object with a line through some of its words."""
    write(canvas, before + words + after, top=top)
    x, y = 60 + width(before), HEIGHT - top + 3
    canvas.line(x, y, x + width(words), y)


def aside(data: bytes) -> list[tuple[str, int | None]]:
    document = read(data)
    found = [s for s in document.set_aside if s.why is Caveat.STRUCK_THROUGH]
    assert (Caveat.STRUCK_THROUGH in document.caveats) == bool(found)
    assert all(s.place.box for s in found)
    return [(s.text, s.place.page) for s in found]


@pytest.mark.parametrize(
    ("before", "words", "after", "left"),
    [
        ("Sam will have ", "two", " three hours of support.", KEPT),
        ("Sam will have ", "two ", "three hours of support.", KEPT),
        ("", "Sam will", " He has a laptop.", "He has a laptop."),
        ("He has a laptop. ", "And a pen.", "", "He has a laptop."),
        ("Sam will have ", "2", " 3 hours.", "Sam will have 3 hours."),
        ("The low", "er", "ed desk.", "The lowed desk."),
    ],
)
def test_words_under_a_line_are_out_of_the_reading(
    before: str, words: str, after: str, left: str
) -> None:
    data = drawn(lambda c: struck(c, before, words, after))
    assert texts(data) == [left]
    assert aside(data) == [(words.strip(), 1)]


def test_a_passage_over_lines_is_set_aside_once() -> None:
    def draw(canvas: Canvas) -> None:
        struck(canvas, "He reads. ", "A teacher will sit with him", "", top=100)
        struck(canvas, "", "and listen to him.", " He writes.", top=114)

    data = drawn(draw)
    assert " ".join(texts(data)) == "He reads. He writes."
    assert aside(data) == [("A teacher will sit with him and listen to him.", 1)]


def test_thin_bars_double_lines_and_large_words_are_struck_too() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "A laptop", top=100)
        canvas.rect(60, HEIGHT - 97.4, width("A laptop"), 0.6, stroke=0, fill=1)
        write(canvas, "A reader pen", top=140)
        for y in (137.8, 136.2):
            canvas.line(60, HEIGHT - y, 60 + width("A reader pen"), HEIGHT - y)
        canvas.setFont("Helvetica-Bold", 24)
        canvas.drawString(60, HEIGHT - 200, "Draft")
        canvas.line(60, HEIGHT - 193, 60 + width("Draft", "Helvetica-Bold", 24), HEIGHT - 193)
        canvas.setFont("Helvetica", 11)
        write(canvas, "He has a desk.", top=240)

    data = drawn(draw)
    assert texts(data) == ["He has a desk."]
    assert [text for text, _ in aside(data)] == ["A laptop", "A reader pen", "Draft"]


def test_words_struck_in_a_cell_leave_the_table_whole() -> None:
    def draw(canvas: Canvas) -> None:
        grid(canvas, [60, 200, 400], [100, 130, 160], [["Need", "Provision"], ["Reading", "A pen"]])
        canvas.line(205, HEIGHT - 141, 205 + width("A pen"), HEIGHT - 141)

    data = drawn(draw)
    assert rows_of(tables(data)[0]) == [["Need", "Provision"], ["Reading", ""]]
    assert aside(data) == [("A pen", 1)]


def underlined(canvas: Canvas) -> None:
    write(canvas, KEPT, top=100)
    canvas.line(60, HEIGHT - 101.3, 60 + width(KEPT), HEIGHT - 101.3)


def overlined(canvas: Canvas) -> None:
    write(canvas, KEPT, top=100)
    canvas.line(60, HEIGHT - 91.5, 60 + width(KEPT), HEIGHT - 91.5)


def ruled_across(canvas: Canvas) -> None:
    """A rule of the page's width behind a heading in the middle."""
    write(canvas, KEPT, x=200, top=100)
    canvas.line(60, HEIGHT - 97, 540, HEIGHT - 97)


def to_be_filled_in(canvas: Canvas) -> None:
    write(canvas, KEPT, top=100)
    canvas.line(60 + width(KEPT), HEIGHT - 97, 540, HEIGHT - 97)


def too_tight_a_cell(canvas: Canvas) -> None:
    """Words that stand on the border of a cell as wide as they are."""
    write(canvas, KEPT, top=100)
    end = 60 + width(KEPT)
    for y in (75, 97, 120):
        canvas.line(60, HEIGHT - y, end, HEIGHT - y)
    for x in (60, end):
        canvas.line(x, HEIGHT - 75, x, HEIGHT - 120)


def a_dash(canvas: Canvas) -> None:
    write(canvas, KEPT, "-", top=100)
    canvas.line(60, HEIGHT - 111, 60 + width("-"), HEIGHT - 111)


def leaning(canvas: Canvas) -> None:
    write(canvas, KEPT, top=100)
    canvas.line(60, HEIGHT - 105, 60 + width(KEPT), HEIGHT - 90)


@pytest.mark.parametrize(
    "draw",
    [underlined, overlined, ruled_across, to_be_filled_in, too_tight_a_cell, a_dash, leaning],
)
def test_other_lines_strike_nothing(draw: Draw) -> None:
    data = drawn(draw)
    assert aside(data) == []
    assert KEPT in " ".join(texts(data))


def with_note(kind: str, flags: int = 4) -> bytes:
    """A page with a note over the second of its words."""
    data = drawn(lambda c: write(c, "Sam will have two three hours.", top=100))
    start = 60 + width("Sam will have ")
    end = start + width("two")
    top, bottom = HEIGHT - 90, HEIGHT - 103
    with pikepdf.open(io.BytesIO(data)) as pdf:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name("/" + kind),
            Rect=[start, bottom, end, top],
            QuadPoints=[start, top, end, top, start, bottom, end, bottom],
            Contents="A secret order",
            F=flags,
        )
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([note]))
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


def test_words_that_a_note_strikes_through_are_struck() -> None:
    data = with_note("StrikeOut")
    assert texts(data) == ["Sam will have three hours."]
    assert aside(data) == [("two", 1)]


@pytest.mark.parametrize("kind", ["Highlight", "Underline", "Squiggly", "Text", "Popup"])
def test_other_notes_strike_and_say_nothing(kind: str) -> None:
    data = with_note(kind)
    assert texts(data) == ["Sam will have two three hours."]
    assert read(data).set_aside == ()


def test_a_note_that_is_not_shown_strikes_nothing() -> None:
    assert texts(with_note("StrikeOut", flags=2)) == ["Sam will have two three hours."]


def test_highlighting_covers_no_words_where_form_fields_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "Sam will have two hours.", top=100)
        canvas.acroForm.textfield(name="x", value="Yes", x=300, y=700, width=80, height=20)

    data = drawn(draw)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        look = pdf.make_stream(b"1 1 0 rg 0 0 400 20 re f")
        look.Type, look.Subtype, look.BBox = (
            pikepdf.Name.XObject,
            pikepdf.Name.Form,
            pikepdf.Array([0, 0, 400, 20]),
        )
        mark = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot,
            Subtype=pikepdf.Name.Highlight,
            Rect=[50, HEIGHT - 105, 450, HEIGHT - 85],
            AP=pikepdf.Dictionary(N=look),
            F=4,
        )
        pdf.pages[0].Annots.append(pdf.make_indirect(mark))
        file = io.BytesIO()
        pdf.save(file)
    document = read(file.getvalue())
    assert document.set_aside == ()
    assert {"Sam will have two hours.", "Yes"} <= set(texts(file.getvalue()))
