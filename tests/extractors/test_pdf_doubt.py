"""Letters of a PDF that stand for nothing, or for other letters than the page shows."""

from __future__ import annotations

import io

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.status import Status, Unreadable
from tests.extractors.pdf_files import drawn, read, result, texts, write

LINES = [
    "Section B: Special educational needs",
    "He finds it hard to read and can read ten words by sight when he is not tired.",
    "He needs help to plan his day, and to tell an adult what it was that upset him.",
] * 6


def mapped(codes: dict[int, int], *, only_last: bool = False) -> bytes:
    """Two pages whose letters are said to stand for other signs, on the last page or on both."""
    file = io.BytesIO()
    data = drawn(lambda c: write(c, *LINES), lambda c: write(c, *LINES))
    pairs = "".join(f"<{code:02x}> <{sign:04x}>\n" for code, sign in codes.items())
    said = (
        "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <00> <ff> "
        f"endcodespacerange\n{len(codes)} beginbfchar\n{pairs}endbfchar\nendcmap\n"
    )
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages[1:] if only_last else pdf.pages:
            fonts = page.Resources.Font
            page.Resources = pikepdf.Dictionary(
                Font={name: pikepdf.Dictionary(dict(font)) for name, font in fonts.items()}
            )
            for font in page.Resources.Font.values():
                font.ToUnicode = pdf.make_stream(said.encode())
        pdf.save(file)
    return file.getvalue()


PRINTED = range(33, 127)
MAPS = {
    "signs of nobody's": {code: 0xE000 + code for code in PRINTED},
    "no sign at all": dict.fromkeys(PRINTED, 0),
    "half a sign": dict.fromkeys(PRINTED, 0xD800),
    "one sign": dict.fromkeys(PRINTED, 0xFFFD),
    "other letters": {code: (code - 97 + 13) % 26 + 97 for code in range(97, 123)},
}


@pytest.mark.parametrize("codes", MAPS.values(), ids=MAPS.keys())
def test_letters_that_stand_for_nothing_are_no_words(codes: dict[int, int]) -> None:
    found = result(mapped(codes))
    assert isinstance(found, Unreadable)
    assert found.status is Status.NO_READABLE_TEXT
    assert "no program" in found.reason


@pytest.mark.parametrize("codes", MAPS.values(), ids=MAPS.keys())
def test_a_page_of_such_letters_is_unread_and_the_other_is_read(codes: dict[int, int]) -> None:
    document = read(mapped(codes, only_last=True))
    assert document.unread_pages == (2,)
    assert document.blocks[0].place.page == 1


def test_lines_to_write_on_and_rows_of_dashes_are_no_letters_without_meaning() -> None:
    def notes(canvas: Canvas) -> None:
        write(canvas, "My notes", *["_" * 70] * 20, *["-" * 60] * 5, "- - - - - -")

    assert read(drawn(lambda c: write(c, *LINES), notes)).unread_pages == ()


def test_words_with_a_space_behind_each_letter_are_words() -> None:
    spaced = " ".join("Sam needs help to read, each day.")
    assert texts(drawn(lambda c: write(c, spaced))) == ["Sam needs help to read, each day."]
    assert texts(drawn(lambda c: write(c, "A, B, C, D, E and F are met."))) == [
        "A, B, C, D, E and F are met."
    ]


def test_words_run_together_are_no_words() -> None:
    found = result(drawn(lambda c: write(c, *("".join(line.split()) for line in LINES))))
    assert isinstance(found, Unreadable)
    assert found.status is Status.NO_READABLE_TEXT
