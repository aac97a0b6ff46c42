"""A sample that can be defended: drawn again anywhere, and not reshuffled by one plan more."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from reports.data import jsonl
from reports.sample.choose import TOGETHER, Candidate, allocate, draw
from reports.sample.pack import draw_plans, pack
from tests.reports.audits import AS_OF, audited, refused

MANY = [Candidate(f"child {n}", f"{n}.pdf", ("KS2" if n % 3 else "KS4",)) for n in range(60)]


def test_the_same_seed_draws_the_same_plans_in_any_order() -> None:
    assert draw(MANY, 10, "autumn") == draw(MANY[::-1], 10, "autumn")
    assert draw(MANY, 10, "autumn").drawn != draw(MANY, 10, "spring").drawn


def test_strata_are_drawn_in_proportion() -> None:
    drawn = {s.name: len(s.drawn) for s in draw(MANY, 12, "autumn").strata}
    assert drawn == {"KS2": 8, "KS4": 4}


def test_one_plan_more_moves_at_most_one_plan_of_its_stratum() -> None:
    before = {c.id for c in draw(MANY, 12, "autumn").drawn}
    more = [*MANY, Candidate("a new child", "new.pdf", ("KS2",))]
    assert len(before - {c.id for c in draw(more, 12, "autumn").drawn}) <= 1


def test_small_groups_are_put_together() -> None:
    few = [*MANY, Candidate("x", "x.pdf", ("19+",)), Candidate("y", "y.pdf", ("nursery",))]
    assert TOGETHER in {s.name for s in draw(few, 12, "autumn").strata}


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(st.text(max_size=3), st.integers(1, 400), min_size=1, max_size=12),
    st.integers(0, 500),
)
def test_shares_add_up_and_never_exceed_a_stratum(sizes: dict[str, int], size: int) -> None:
    shares = allocate(sizes, size)
    assert sum(shares.values()) == min(size, sum(sizes.values()))
    assert all(0 <= shares[name] <= sizes[name] for name in sizes)


def test_the_pack_holds_what_an_inspector_needs() -> None:
    files = (audited("one.pdf"), audited("two.pdf", "Nia Rees"), refused("three.pdf"))
    rows = [json.loads(line) for line in jsonl(files).splitlines()]
    sample = draw_plans(rows, 5, "autumn", ["phase", "need"])
    made = pack(rows, sample, AS_OF)
    book = load_workbook(io.BytesIO(made))
    assert book.sheetnames == ["How it was drawn", "Sample", "Items", "Findings"]
    assert book["Sample"].max_row == 3
    assert pack(rows, sample, AS_OF) == made


def test_two_versions_of_one_child_count_once() -> None:
    rows = [json.loads(x) for x in jsonl((audited("old.pdf"), audited("new.pdf"))).splitlines()]
    rows[0]["versions"]["counted"] = False
    sample = draw_plans(rows, 5, "autumn", [])
    assert [c.file for c in sample.drawn] == ["new.pdf"]


def test_an_unknown_kind_of_stratum_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="shoe size"):
        draw_plans([], 5, "autumn", ["shoe size"])
