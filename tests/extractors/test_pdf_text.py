"""Words of a PDF page: spaces, hyphens, lines, looks, rotation, and where they stand."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Caveat, Paragraph
from tests.extractors.pdf_files import (
    HEIGHT,
    drawn,
    grid,
    only_paragraph,
    read,
    rows_of,
    tables,
    texts,
    write,
)

LONG = "Sam has a plan that says in so many words what he will be able to do when he is low-"


def test_a_hyphen_at_the_end_of_a_line_is_a_hyphen() -> None:
    data = drawn(lambda c: write(c, LONG, "arousal in class."))
    assert texts(data) == [LONG + "arousal in class."]


def test_few_lines_that_go_on_tell_how_paragraphs_stand_apart() -> None:
    full = "By July 2028 Sam will write a page about his weekend in each lesson of the last term."
    short = [
        f"{n} is one of the things that Sam will do by July 2028." for n in "ABCDEFGHIJKLMNOPQRST"
    ]
    long = (
        "By July 2028 Sam will read a book that he has chosen in each of the weeks of a",
        "month.",
    )

    def draw(canvas: Canvas) -> None:
        top = 80
        for lines in [*((one,) for one in short), long, long, long, *[(full,)] * 3]:
            write(canvas, *lines, top=top)
            top += 10 + 14 * len(lines)

    assert texts(drawn(draw)) == [*short, *[" ".join(long)] * 3, *[full] * 3]


def test_a_word_that_was_parted_at_the_end_of_a_line_is_made_whole_where_it_is_known() -> None:
    first = "The provision is written down here and will be looked at again. It is new pro-"
    data = drawn(lambda c: write(c, first, "vision for Sam."))
    assert texts(data) == [first[:-1] + "vision for Sam."]


@pytest.mark.parametrize(
    ("lines", "width", "words"),
    [
        ("Need\ns", 40, "Needs"),
        ("Steps\ntowar\nds it", 44, "Steps towards it"),
        ("Provi\nsion", 36, "Provision"),  # printed whole elsewhere
        ("Support\nin class", 50, "Support in class"),
        ("Read\nto me", 36, "Read to me"),
        ("Need\ns", 90, "Need s"),  # a wide cell breaks no word
    ],
)
def test_a_word_wider_than_its_cell_is_made_whole(lines: str, width: float, words: str) -> None:
    def draw(canvas: Canvas) -> None:
        rows = [[lines, "Provision for Sam"], ["a", "b"]]
        grid(canvas, [60, 60 + width, 300], [100, 150, 180], rows)

    (table,) = tables(drawn(draw))
    assert rows_of(table)[0][0].replace("\n", " ") == words


def test_spaces_that_are_only_gaps_are_read_and_letters_are_not_parted() -> None:
    def draw(canvas: Canvas) -> None:
        x = 60.0
        for word in ("Not", "known", "to", "us"):
            canvas.drawString(x, 700, word)
            x += canvas.stringWidth(word) + 0.2 * 11

    assert texts(drawn(draw)) == ["Not known to us"]


def test_a_page_of_nothing_but_spaces_is_a_blank_page() -> None:
    data = drawn(lambda c: write(c, "Sam reads."), lambda c: write(c, "   ", " "))
    assert texts(data) == ["Sam reads."]


def test_kerned_letters_are_not_parted() -> None:
    def draw(canvas: Canvas) -> None:
        x = 60.0
        for letter in "Outcomes":
            canvas.drawString(x, 700, letter)
            x += canvas.stringWidth(letter) + 0.05 * 11

    assert texts(drawn(draw)) == ["Outcomes"]


def test_a_bullet_in_another_font_stands_on_the_same_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Symbol", 14)
        canvas.drawString(60, 700, "\u2022")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(78, 700, "Sam reads a page aloud.")

    paragraph = only_paragraph(drawn(draw))
    assert (paragraph.label, paragraph.text) == ("•", "Sam reads a page aloud.")


def test_a_raised_figure_stands_on_its_line() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "By 1")
        canvas.setFont("Helvetica", 7)
        canvas.drawString(60 + canvas.stringWidth("By 1", "Helvetica", 11), 704, "st")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(92, 700, "July 2027")

    assert texts(drawn(draw)) == ["By 1st July 2027"]


@pytest.mark.parametrize(
    ("before", "figure", "after", "words"),
    [
        ("Sam reads 20", "1", " words a minute", "Sam reads 20 words a minute"),
        ("Support in reading", "12", ", each day", "Support in reading, each day"),
        ("A room of 20 m", "2", " or more", "A room of 20 m2 or more"),
        ("For 2 ", "1", "/2 hours", "For 2 1/2 hours"),
    ],
)
def test_the_mark_of_a_footnote_is_no_figure(
    before: str, figure: str, after: str, words: str
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, before)
        x = 60 + canvas.stringWidth(before, "Helvetica", 11)
        canvas.setFont("Helvetica", 7)
        canvas.drawString(x, 704, figure)
        x += canvas.stringWidth(figure, "Helvetica", 7)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(x, 700, after)

    assert texts(drawn(draw)) == [words]


def test_a_ligature_is_read_as_letters_and_unusual_spaces_as_spaces() -> None:
    data = drawn(lambda c: write(c, "Sam\u00a0will walk\u00ad to school"))
    assert texts(data)[0].startswith("Sam will walk")


def test_fake_bold_is_not_read_twice() -> None:
    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.2, 0.4):
            canvas.drawString(60 + shift, 700, "Section E Outcomes")

    assert texts(drawn(draw)) == ["Section E Outcomes"]


def test_a_heading_spaced_out_letter_by_letter_is_read_as_words() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(60, 700)
        text.setCharSpace(5)
        text.textOut("SECTION B NEEDS")
        canvas.drawText(text)

    assert texts(drawn(draw)) == ["SECTION B NEEDS"]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_as_it_is_turned(turn: int) -> None:
    data = drawn(lambda c: write(c, "Section A Views", "Sam likes trains."))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].Rotate = turn
        for_reader = io.BytesIO()
        pdf.save(for_reader)
    document = read(for_reader.getvalue())
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)] == [
        "Section A Views",
        "Sam likes trains.",
    ]
    box = document.blocks[0].place.box
    assert box is not None
    wide = box[2] - box[0] > box[3] - box[1]
    assert wide == (turn in {0, 180})


def test_a_box_counts_from_the_top_left_corner_of_the_page_that_is_shown() -> None:
    data = drawn(lambda c: write(c, "Section A", x=100, top=150))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].MediaBox = pikepdf.Array([40, 30, A4[0], A4[1]])
        shifted = io.BytesIO()
        pdf.save(shifted)
    box = only_paragraph(shifted.getvalue()).place.box
    assert box is not None
    assert box[0] == pytest.approx(60, abs=1)
    assert box[1] < 150 < box[3]


def test_a_landscape_page_drawn_sideways_is_read_level() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(0, HEIGHT)
        canvas.rotate(-90)
        canvas.drawString(80, 100, "Section F Provision")
        canvas.drawString(80, 86, "Sam has one hour a week.")

    document = read(drawn(draw))
    assert [p.text for p in document.blocks if isinstance(p, Paragraph)] == [
        "Section F Provision",
        "Sam has one hour a week.",
    ]
    box = document.blocks[0].place.box
    assert box is not None
    assert box[3] - box[1] > box[2] - box[0]  # on the page it stands upright


def test_words_in_a_form_are_read_where_they_stand() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("stamp")
        canvas.setFont("Helvetica", 11)
        canvas.drawString(0, 0, "Final plan")
        canvas.endForm()
        canvas.translate(100, HEIGHT - 300)
        canvas.scale(2, 2)
        canvas.doForm("stamp")

    paragraph = only_paragraph(drawn(draw))
    assert paragraph.text == "Final plan"
    assert paragraph.size == 22
    assert paragraph.place.box is not None
    assert paragraph.place.box[0] == pytest.approx(100, abs=2)


def test_bold_is_known_by_name_and_by_outlined_letters() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(60, 740, "By its name")
        canvas.setFont("Helvetica-Oblique", 11)
        canvas.drawString(60, 700, "Slanted")
        canvas.setFont("Helvetica", 11)
        text = canvas.beginText(60, 660)
        text.setTextRenderMode(2)
        text.textOut("By its outline")
        canvas.drawText(text)

    looks = [
        (p.text, p.bold, p.italic) for p in read(drawn(draw)).blocks if isinstance(p, Paragraph)
    ]
    assert looks == [
        ("By its name", True, False),
        ("Slanted", False, True),
        ("By its outline", True, False),
    ]


def test_form_values_are_read_and_said() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "Name of the child:")
        canvas.acroForm.textfield(
            name="child", value="Amira Okafor", x=200, y=int(HEIGHT - 90), width=200, height=20
        )

    paragraph = only_paragraph(drawn(draw))
    assert " ".join(paragraph.text.split()) == "Name of the child: Amira Okafor"
    assert Caveat.FORM_FIELDS in read(drawn(draw)).caveats


def test_letters_drawn_from_right_to_left_are_read_as_they_are_seen() -> None:
    def draw(canvas: Canvas) -> None:
        x = 60.0
        places = []
        for letter in "Outcome":
            places.append((x, letter))
            x += canvas.stringWidth(letter)
        for place, letter in reversed(places):
            canvas.drawString(place, 700, letter)

    assert texts(drawn(draw)) == ["Outcome"]


def test_a_landscape_page_keeps_its_own_width() -> None:
    data = drawn(lambda c: c.drawString(700, 500, "Review"), size=landscape(A4))
    box = only_paragraph(data).place.box
    assert box is not None
    assert box[0] == pytest.approx(700, abs=1)


def test_a_section_mark_set_tight_below_a_full_line_is_a_paragraph_of_its_own() -> None:
    lines = (
        "Her seizures are looked after by the community nurse, who comes to school each term.",
        "Section G: Health provision",
        "The community nurse trains the staff of the class each September before term begins.",
    )
    assert "Section G: Health provision" in texts(drawn(lambda c: write(c, *lines)))
