"""Rulings are snapped and joined exactly as pdfplumber does it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pdfplumber.table import merge_edges

from extractors.pdf_rulings import Ruling, joined

_TENTHS = st.integers(0, 400).map(lambda tenths: tenths / 10)
_RULINGS = st.lists(st.tuples(_TENTHS, _TENTHS, _TENTHS), max_size=25)


@settings(max_examples=200, deadline=None)
@given(_RULINGS)
def test_the_same_as_pdfplumber_to_the_last_digit(drawn: list[tuple[float, float, float]]) -> None:
    rulings = [(place, min(a, b), max(a, b)) for place, a, b in drawn]
    edges = [
        {"orientation": "v", "x0": x, "x1": x, "top": top, "bottom": bottom, "height": bottom - top}
        for x, top, bottom in rulings
    ]
    theirs: list[Ruling] = [
        (edge["x0"], edge["top"], edge["bottom"]) for edge in merge_edges(edges, 3, 3, 3, 3)
    ]
    assert joined(rulings, 3) == theirs


def test_rulings_that_touch_become_one() -> None:
    assert joined([(10.0, 0.0, 50.0), (10.0, 52.0, 90.0), (10.0, 95.0, 99.0)], 3) == [
        (10.0, 0.0, 90.0),
        (10.0, 95.0, 99.0),
    ]
    assert joined([], 3) == []
