"""PDFs with a lost index are read and said to be repaired; those cut in the middle are damaged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from extractors.document import Caveat, Document
from extractors.pdf_rescue import pages_named, rescued
from extractors.status import Status, Unreadable
from tests.extractors.pdf_files import drawn, read, result, texts, write


def page(n: int) -> bytes:
    return f"Sam will read a page of text number {n} aloud to a friend each day.".encode()


def draw(n: int, canvas: Canvas) -> None:
    write(canvas, f"Section {n}", page(n).decode())


PLAN = drawn(*(lambda c, n=n: draw(n, c) for n in range(1, 5)))
WORDS = texts(PLAN)


@pytest.mark.parametrize(
    "data",
    [
        PLAN[: PLAN.rindex(b"startxref")],
        PLAN[: PLAN.rindex(b"trailer")],
        PLAN.replace(b"trailer", b"tr").replace(b"startxref", b"st"),
    ],
    ids=["no end", "no trailer", "no sign of it"],
)
def test_what_is_left_whole_is_read(data: bytes) -> None:
    document = read(data)
    assert texts(data) == WORDS
    assert document.caveats & {Caveat.REPAIRED, Caveat.SECOND_READER}


def test_a_file_cut_in_the_middle_is_damaged() -> None:
    whole = PLAN[: PLAN.rindex(b"endstream")]
    for data in (whole, *(PLAN[: len(PLAN) * share // 10] for share in range(1, 9)), PLAN[:40]):
        found = result(data)
        assert isinstance(found, Unreadable)
        assert found.status is Status.DAMAGED


def test_a_whole_file_is_not_repaired() -> None:
    assert read(PLAN).caveats == frozenset()


def test_pages_are_counted_by_what_the_file_says_and_by_what_is_there() -> None:
    assert pages_named(PLAN) == 4
    assert pages_named(PLAN.replace(b"/Type /Page ", b"/Type /Pagf ")) == 4
    assert pages_named(b"<< /Type /Outlines /Count 40 >>") == 0


def test_a_file_too_large_or_empty_is_not_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    assert rescued(b"") == b""
    assert rescued(b"no file at all") == b""
    monkeypatch.setattr("extractors.pdf_rescue.MAX_BYTES", 10)
    assert rescued(PLAN) == b""


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(PLAN)), st.integers(0, len(PLAN)))
def test_any_hole_in_a_file_gives_a_document_or_a_reason(start: int, length: int) -> None:
    found = result(PLAN[:start] + PLAN[start + length :])
    assert isinstance(found, Document | Unreadable)
