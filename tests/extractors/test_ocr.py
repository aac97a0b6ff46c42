"""Scans, read by text recognition for real."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extractors import ocr_engine, pdf, pdf_doubt
from extractors.document import Caveat, Document, Paragraph, Table, paragraphs
from extractors.ocr_engine import Word, is_installed
from extractors.ocr_words import grouped, runs_of
from extractors.pdf import read_pdf
from extractors.read import scans_in
from extractors.status import Status, Unreadable
from tests.extractors.pdf_files import drawn, grid, rows_of, write
from tests.extractors.scans import faxed, scanned

pytestmark = pytest.mark.skipif(not is_installed(), reason="text recognition is not installed")

_OUTCOME = "By the end of Year 6 Amira will ask\nan adult for help in four lessons out\nof five."
_ROWS = [
    ["Section E: Outcome", "Section F: Provision"],
    [_OUTCOME, "A speech and language therapist will\nwork with Amira for 30 minutes."],
    ["By July 2027 Amira will read a menu.", "• A teacher will hear her read\n• Ten minutes daily"],
]


def plan(canvas: Canvas) -> None:
    canvas.setFont("Helvetica-Bold", 16)
    write(canvas, "Education, Health and Care Plan", top=60)
    canvas.setFont("Helvetica-Bold", 13)
    write(canvas, "Section B: Special educational needs of Amira", top=90)
    canvas.setFont("Helvetica", 11)
    write(canvas, "Amira needs instructions to be broken into single steps.", top=115)
    write(canvas, "Section A and Sections C and D are on another page.", top=135)
    grid(canvas, [60, 290, 530], [160, 190, 250, 300], _ROWS)


def read(data: bytes) -> Document:
    document = read_pdf(data)
    assert isinstance(document, Document), document
    return document


@pytest.fixture(scope="module")
def fax() -> Document:
    """A page as from a fax, lying on its side."""
    return read(scanned(drawn(plan), lambda picture: faxed(picture).rotate(90, expand=True)))


def test_a_fax_on_its_side_gives_its_table_row_by_row(fax: Document) -> None:
    (table,) = [block for block in fax.blocks if isinstance(block, Table)]
    assert rows_of(table) == [
        ["Section E: Outcome", "Section F: Provision"],
        [
            _OUTCOME.replace("\n", " "),
            "A speech and language therapist will work with Amira for 30 minutes.",
        ],
        ["By July 2027 Amira will read a menu.", "A teacher will hear her read\nTen minutes daily"],
    ]


def test_headings_are_bold_and_larger_as_they_are_printed(fax: Document) -> None:
    words = [block for block in fax.blocks if isinstance(block, Paragraph)]
    assert [p.bold for p in words] == [True, True, False, False]
    assert words[0].size > words[1].size > words[2].size == words[3].size


def test_it_is_said_that_a_scan_was_read(fax: Document) -> None:
    assert fax.caveats == {Caveat.READ_BY_OCR}
    assert fax.unread_pages == ()


def test_places_are_on_the_page_as_the_file_has_it(fax: Document) -> None:
    first = fax.blocks[0]
    box = first.place.box
    assert box is not None
    # Turned by a quarter to the left, the title runs up the left side, from the foot.
    assert 30 < box[0] < 75
    assert 520 < box[3] < 545


def test_words_are_as_certain_as_the_least_certain(fax: Document) -> None:
    assert all(0 < p.place.confidence < 1 for p in paragraphs(fax.blocks))


def test_the_same_scan_gives_the_same_document(fax: Document) -> None:
    data = scanned(drawn(plan), lambda picture: faxed(picture).rotate(90, expand=True))
    again = read(data)
    assert again == fax
    every = zip(paragraphs(again.blocks), paragraphs(fax.blocks), strict=True)
    assert all(a.place.confidence == b.place.confidence for a, b in every)


def test_a_scanned_page_among_others_is_read_and_said() -> None:
    first = drawn(
        lambda c: write(c, *(f"Words {n} that the file holds as text." for n in range(9)))
    )
    document = read(_joined(first, scanned(drawn(plan))))
    assert document.caveats == {Caveat.PARTLY_READ_BY_OCR}
    typed = [p for p in paragraphs(document.blocks) if p.place.page == 1]
    assert {p.place.confidence for p in typed} == {1.0}
    assert any("Special educational needs" in p.text for p in paragraphs(document.blocks))


def test_scans_are_counted_without_being_read() -> None:
    found = read_pdf(scanned(drawn(plan)), scans=False)
    assert isinstance(found, Unreadable)
    assert found.status is Status.NO_READABLE_TEXT
    assert scans_in(found) == 1


def test_without_the_extra_a_scan_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pdf, pdf_doubt):
        monkeypatch.setattr(module, "is_installed", lambda: False)
    found = read_pdf(scanned(drawn(plan)))
    assert isinstance(found, Unreadable)
    assert found.status is Status.NO_READABLE_TEXT
    assert 'pip install -e ".[ocr]"' in found.reason


def test_a_picture_of_no_words_stays_unread() -> None:
    found = read_pdf(scanned(drawn(plan), lambda picture: Image.new("L", picture.size, 250)))
    assert isinstance(found, Unreadable)
    assert found.status is Status.NO_READABLE_TEXT


def test_data_that_is_not_what_it_should_be_is_not_read_by(monkeypatch: pytest.MonkeyPatch) -> None:
    ocr_engine.is_installed.cache_clear()
    monkeypatch.setattr(ocr_engine, "_SHA256", {"eng": "0" * 64})
    assert not ocr_engine.is_installed()
    ocr_engine.is_installed.cache_clear()


@pytest.mark.parametrize(
    ("read_as", "meant"),
    [
        (["Ihave", "a", "dog"], "I have a dog"),
        (["|", "like", "it"], "I like it"),
        (["T", "want", "to"], "I want to"),
        (["That", "is"], "That is"),
        (["Is", "it"], "Is it"),
    ],
)
def test_the_word_i_is_told_from_what_it_looks_like(read_as: list[str], meant: str) -> None:
    words = [
        Word(text, (60 * n, 100, 60 * n + 50, 120), 120.0, 90.0, 1)
        for n, text in enumerate(read_as)
    ]
    depth = np.zeros((200, 400), dtype=np.int16)
    ((run,),) = runs_of([grouped(words, 2.0, depth)], {})
    assert run.text.strip() == meant


def _joined(*files: bytes) -> bytes:
    whole = pikepdf.new()
    for file in files:
        with pikepdf.open(io.BytesIO(file)) as one:
            whole.pages.extend(one.pages)
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()
