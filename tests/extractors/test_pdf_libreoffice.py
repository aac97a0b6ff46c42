"""A plan written in Word and printed by LibreOffice reads the same from both files."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table as WordTable

from extractors.document import Document, Paragraph, Table, paragraphs
from extractors.pdf import read_pdf
from extractors.word import read_word

SENTENCE = (
    "Amira will read a page of low-arousal text aloud to a familiar adult with no more than five"
    " errors, on four mornings in each week, so that she can follow the lesson."
)


def shade(table: WordTable) -> None:
    for cell in table.rows[0].cells:
        fill = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="C6D9F1"/>')
        cell._tc.get_or_add_tcPr().append(fill)  # noqa: SLF001 -- python-docx cannot shade
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)  # noqa: SLF001 -- nor repeat a head


def add_table(document: object, rows: list[list[str]]) -> WordTable:
    table: WordTable = document.add_table(len(rows), len(rows[0]))  # type: ignore[attr-defined]
    table.style = "Table Grid"
    for made, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(made.cells, row, strict=True):
            cell.text = text
    return table


def write_plan(path: Path) -> None:
    """Bordered, shaded, merged, nested and long tables, lists, and a landscape part."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "EHC Plan of Amira Okafor"
    document.add_heading("Section A: Views, interests and aspirations", 1)
    document.add_paragraph(f"{SENTENCE} {SENTENCE}")
    for text in ("Trains and buses", SENTENCE, "A friend of her own"):
        document.add_paragraph(text, style="List Bullet")
    document.add_heading("Section B: Special educational needs", 1)
    merged = add_table(
        document,
        [["Need", "Outcome", "Provision"], *([f"B{i}", SENTENCE, SENTENCE] for i in range(1, 5))],
    )
    shade(merged)
    merged.cell(1, 0).merge(merged.cell(2, 0)).text = "B1 and B2: reading"
    document.add_heading("Section E: Outcomes", 1)
    outer = add_table(document, [["Card", "Outcome 1"], ["Steps", "In turn:"]])
    inner = outer.cell(1, 1).add_table(rows=2, cols=2)
    inner.style = "Table Grid"
    for cell, text in zip(inner._cells, ("What", "By when", "Reads", "July"), strict=True):  # noqa: SLF001 -- in order
        cell.text = text
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_heading("Section F: Special educational provision", 1)
    rows = [[f"F{i}", f"Outcome {i}", SENTENCE, "Weekly."] for i in range(1, 26)]
    shade(add_table(document, [["No.", "Outcome", "Provision", "How often"], *rows]))
    document.save(str(path))


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The plan as a Word file, and as LibreOffice prints it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed, so nothing can be printed to a PDF")
    folder = tmp_path_factory.mktemp("printed")
    write_plan(folder / "plan.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(  # noqa: S603 -- our own file, by the program that was found
        [*command, str(folder / "plan.docx")], check=True, capture_output=True, timeout=120
    )
    return (folder / "plan.docx").read_bytes(), (folder / "plan.pdf").read_bytes()


def both(printed: tuple[bytes, bytes]) -> tuple[Document, Document]:
    word, pdf = read_word(printed[0]), read_pdf(printed[1])
    assert isinstance(word, Document)
    assert isinstance(pdf, Document)
    return word, pdf


def lines(document: Document) -> list[tuple[str, str]]:
    return [
        (p.label and "•" if not p.label[:1].isalnum() else p.label, " ".join(p.text.split()))
        for p in paragraphs(document.blocks)
        if p.text
    ]


def shape(table: Table) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells]


def test_both_files_give_the_same_paragraphs(printed: tuple[bytes, bytes]) -> None:
    word, pdf = both(printed)
    assert lines(pdf) == lines(word)


def test_both_files_give_the_same_tables(printed: tuple[bytes, bytes]) -> None:
    word, pdf = both(printed)
    found = [shape(block) for block in pdf.blocks if isinstance(block, Table)]
    assert found == [shape(block) for block in word.blocks if isinstance(block, Table)]


def test_the_head_of_a_long_table_is_known_and_each_cell_keeps_its_page(
    printed: tuple[bytes, bytes],
) -> None:
    _, pdf = both(printed)
    table = [block for block in pdf.blocks if isinstance(block, Table)][-1]
    assert {cell.row for cell in table.cells if cell.head} == {0}
    pages = [cell.place.page or 0 for cell in table.cells if cell.column == 0]
    assert pages == sorted(pages)
    assert len(set(pages)) > 1
    assert [p.text for p in pdf.margins] == ["EHC Plan of Amira Okafor"]


def test_every_word_that_pdfplumber_finds_is_read(printed: tuple[bytes, bytes]) -> None:
    _, pdf = both(printed)
    read = " ".join(
        p.text for p in [*paragraphs(pdf.blocks), *pdf.margins] if isinstance(p, Paragraph)
    )
    with pdfplumber.open(io.BytesIO(printed[1])) as plain:
        words = {
            word["text"] for page in plain.pages for word in page.extract_words(use_text_flow=True)
        }
    assert [word for word in words if word.strip("\uf0b7") not in read] == []
