"""Where words of a Word file stand, said so that a person can find them."""

from __future__ import annotations

import io

import docx
import pytest

from extractors.document import Document, Place
from extractors.plan import Plan
from extractors.reading import understand
from extractors.word import read_word


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place(page=3, paragraph=9), "page 3"),
        (Place(page=3, paragraph=9).within("F"), "page 3"),
        (Place(page=3, table=2, row=4), "page 3, table 2, row 4"),
        (Place(paragraph=17), "paragraph 17"),
        (Place(paragraph=17).within("E"), "Section E, paragraph 17"),
        (Place(paragraph=17, table=3, row=4).within("F"), "Section F, table 3, row 4"),
        (
            Place(page=5, table=3, row=4, approximate=True).within("F"),
            "Section F, table 3, row 4, about page 5",
        ),
        (Place(page=5, paragraph=7, approximate=True).within("E"), "Section E, about page 5"),
        (Place(), "place not known"),
    ],
)
def test_a_place_in_words(place: Place, words: str) -> None:
    assert str(place) == words


def test_items_and_struck_words_say_their_section_and_row() -> None:
    document = docx.Document()
    document.add_heading("Section A: Views, interests and aspirations", 1)
    document.add_paragraph("I want to be a vet.")
    document.add_heading("Section B: Special educational needs", 1)
    document.add_paragraph("Amira finds it hard to follow what is said to the whole class.")
    document.add_heading("Section E: Outcomes", 1)
    document.add_paragraph("By July 2027 Amira will follow a spoken instruction of two steps.")
    document.add_heading("Section F: Special educational provision", 1)
    table = document.add_table(3, 2)
    rows = [
        ("Provision", "How often"),
        ("A teaching assistant repeats each instruction to her.", "Each lesson"),
        ("A speech and language therapist works with her for 30 minutes.", "Weekly"),
    ]
    for row, said in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, said, strict=True):
            cell.text = text
    table.cell(2, 0).paragraphs[0].add_run(" Or less.").font.strike = True
    file = io.BytesIO()
    document.save(file)
    found = read_word(file.getvalue())
    assert isinstance(found, Document)
    plan = understand(found)
    assert isinstance(plan, Plan)
    assert [str(item.place) for item in plan.provision] == [
        "Section F, table 1, row 2",
        "Section F, table 1, row 3",
    ]
    assert str(plan.outcomes[0].place) == "Section E, paragraph 6"
    assert [(a.text, str(a.place)) for a in plan.set_aside] == [
        ("Or less.", "Section F, table 1, row 3")
    ]
