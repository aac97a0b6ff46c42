"""Two readings of a PDF compared: where they differ in what matters, it is said."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Caveat
from tests.extractors.pdf_files import drawn, read, write

LINES = [
    "Section B: Special educational needs",
    "He finds it hard to read and can read ten words by sight when he is not tired.",
    "He needs help to plan his day, and to tell an adult what it was that upset him.",
] * 3
PLAIN = drawn(lambda c: write(c, *LINES))


def spaced(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 5)
    write(canvas, *map(" ".join, LINES))


def is_flagged(data: bytes) -> bool:
    return Caveat.READERS_DISAGREE in read(data).caveats


def test_common_pages_are_read_alike() -> None:
    assert not is_flagged(PLAIN)


def test_words_that_only_one_reader_finds_are_in_doubt() -> None:
    assert is_flagged(drawn(spaced))


def test_a_heading_spaced_letter_by_letter_is_no_doubt() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, " ".join("SECTION B NEEDS"), top=50)
        write(canvas, *LINES)

    assert not is_flagged(drawn(draw))


def test_a_third_reader_settles_a_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractors.pdf_page.words_in", lambda _: 400)
    assert not is_flagged(PLAIN)
    monkeypatch.setattr("pdfplumber.open", lambda _: 1 // 0)
    assert is_flagged(PLAIN)  # where the third cannot be asked, the doubt remains


def test_the_third_reader_is_asked_of_doubted_pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pdfplumber.open", lambda _: 1 // 0)
    assert not is_flagged(PLAIN)
