"""What PDFs do that has led readers astray: ligatures, turned heads, merged cells, memory."""

from __future__ import annotations

import io
import resource
import sys

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Paragraph
from tests.extractors.pdf_files import HEIGHT, drawn, grid, read, rows_of, tables, texts, write

WORDS = "Sam will read a page aloud to a friend on each day of the week, and write of it."


def said_to_be(signs: dict[str, str], text: str) -> bytes:
    """A page whose letters the file itself says to stand for others."""
    pairs = "".join(
        f"<{ord(sign):02x}> <{stands.encode('utf-16-be').hex()}>\n"
        for sign, stands in signs.items()
    )
    said = (
        "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <00> <ff> "
        f"endcodespacerange\n{len(signs)} beginbfchar\n{pairs}endbfchar\nendcmap\n"
    )
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(drawn(lambda c: write(c, text)))) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            font.ToUnicode = pdf.make_stream(said.encode())
        pdf.save(file)
    return file.getvalue()


@pytest.mark.parametrize("stands", ["fi", "\ufb01"])
def test_a_ligature_is_read_as_its_letters(stands: str) -> None:
    assert texts(said_to_be({"#": stands}, "Section #ve: speci#c needs")) == [
        "Section five: specific needs"
    ]


def test_a_soft_hyphen_at_the_end_of_a_line_parts_a_word() -> None:
    lines = [
        "The provision is written down here and will be looked at again. It is new pro#",
        "vision for Sam.",
    ]
    data = drawn(lambda c: write(c, *(line.replace("#", "\u00ad") for line in lines)))
    assert texts(data)[0].endswith("It is new provision for Sam.")


def test_a_word_with_a_hyphen_of_its_own_keeps_it_at_the_end_of_a_line() -> None:
    first = "She works in a low-arousal room. The school has a room that is quiet and is low-"
    assert texts(drawn(lambda c: write(c, first, "arousal."))) == [f"{first}arousal."]


def test_heads_that_stand_upright_are_read_in_their_columns() -> None:
    def draw(canvas: Canvas) -> None:
        rows = [["", "", ""], ["Reading", "Daily", "Teacher"]]
        grid(canvas, [60, 200, 340, 480], [100, 180, 210], rows)
        for x, head in zip((130, 270, 410), ("Need", "How often", "By whom"), strict=True):
            canvas.saveState()
            canvas.translate(x, HEIGHT - 175)
            canvas.rotate(90)
            canvas.drawString(0, 0, head)
            canvas.restoreState()
        write(canvas, WORDS, top=260)

    (table,) = tables(drawn(draw))
    assert rows_of(table) == [["Need", "How often", "By whom"], ["Reading", "Daily", "Teacher"]]


def test_words_upside_down_and_on_a_shifted_page_are_read() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(500, 300)
        canvas.rotate(180)
        canvas.drawString(0, 0, "Section A Views")
        canvas.drawString(0, -14, "Sam likes trains.")

    with pikepdf.open(io.BytesIO(drawn(draw))) as pdf:
        pdf.pages[0].CropBox = pikepdf.Array([100, 100, 560, 500])
        file = io.BytesIO()
        pdf.save(file)
    assert texts(file.getvalue()) == ["Section A Views", "Sam likes trains."]


@pytest.mark.parametrize("head", [True, False])
def test_a_new_row_under_a_merged_cell_is_not_joined_to_the_last(head: bool) -> None:
    """The merged cell is empty on the next page: the row is new all the same."""

    def first(canvas: Canvas) -> None:
        grid(canvas, [60, 200, 500], [640, 670], [["Need", "Provision"]])
        for x in (60, 200, 500):
            canvas.line(x, HEIGHT - 670, x, HEIGHT - 790)
        for x, y in ((60, 790), (200, 710), (200, 750), (200, 790)):
            canvas.line(x, HEIGHT - y, 500, HEIGHT - y)
        write(canvas, "Reading", x=65, top=690)
        write(canvas, "A laptop.", "A reader pen.", "A desk.", x=205, top=690, step=40)

    def second(canvas: Canvas) -> None:
        heads = [["Need", "Provision"]] if head else []
        tops: list[float] = [60, 90, 120, 150]
        rows = [*heads, ["", "A teacher reads."], ["Maths", "Counters."]]
        grid(canvas, [60, 200, 500], tops[: len(rows) + 1], rows)

    (table,) = tables(drawn(first, second))
    columns = [[c.text for c in table.cells if c.column == column] for column in (0, 1)]
    assert columns[1] == [
        "Provision",
        "A laptop.",
        "A reader pen.",
        "A desk.",
        "A teacher reads.",
        "Counters.",
    ]
    assert [text for text in columns[0] if text] == ["Need", "Reading", "Maths"]


def test_a_form_in_itself_and_letters_of_another_shape_end() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, "Section A", WORDS)

    with pikepdf.open(io.BytesIO(drawn(draw))) as pdf:
        inner = pdf.make_stream(b"0 0 m 100 100 l S")
        for _ in range(40):  # deeper than is looked at
            outer = pdf.make_stream(b"/X Do")
            outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
            for form in (inner, outer):
                form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
                form.BBox = pikepdf.Array([0, 0, 595, 842])
            inner = outer
        page = pdf.pages[0]
        page.Resources.XObject = pikepdf.Dictionary(X=inner)
        page.Contents = pikepdf.Array([page.Contents, pdf.make_stream(b" /X Do")])
        file = io.BytesIO()
        pdf.save(file)
    assert texts(file.getvalue()) == ["Section A", WORDS]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not count memory in this way")
def test_memory_does_not_grow_with_the_plans_that_are_read() -> None:
    def form(canvas: Canvas) -> None:
        write(canvas, *[WORDS] * 40)
        canvas.acroForm.textfield(name="x", value="Yes", x=300, y=100, width=80, height=20)

    data = drawn(form, lambda c: grid(c, [60, 260, 460], [80, 110, 140], [["a", "b"]] * 2))

    def peak() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    for _ in range(15):
        assert isinstance(read(data).blocks[0], Paragraph)
    before = peak()
    for _ in range(60):
        read(data)
    assert peak() - before < 4_000  # kilobytes: pages left open would take as much each ten plans
