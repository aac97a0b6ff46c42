"""Section K read into its rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from checks.check import example
from checks.document.advice import Advice, advice_of
from checks.examples import plan_of
from extractors.document import Place
from extractors.plan import LETTERS, Passage


def advice(*passages: Passage | str) -> tuple[Advice, ...]:
    """What a Section K with those words is read as."""
    plan = plan_of(example(need="He finds reading hard."))
    told = tuple(p if isinstance(p, Passage) else Passage(p, Place(page=7)) for p in passages)
    sections = list(plan.sections)
    at = LETTERS.index("K")
    sections[at] = replace(sections[at], passages=told)
    return advice_of(replace(plan, sections=tuple(sections)))


def cell(text: str, row: int, column: int) -> Passage:
    return Passage(text, Place(page=7, table=2, row=row, column=column))


def test_a_table_gives_a_row_for_each() -> None:
    found = advice(
        cell("Educational psychologist", 2, 2),
        cell("Dr Wren Ashby", 2, 3),
        cell("4 March 2026", 2, 4),
        cell("R. Osei", 3, 3),
        cell("School nurse", 3, 2),
        cell("12/02/26", 3, 4),
    )

    assert [(a.role, a.date) for a in found] == [
        ("Educational psychologist", date(2026, 3, 4)),
        ("School nurse", date(2026, 2, 12)),
    ]
    assert found[1].words.text == "School nurse | R. Osei | 12/02/26"


def test_lines_give_one_each_whatever_parts_them() -> None:
    found = advice(
        "K1 Occupational therapist, Bea Lund, 3.2.26",
        "Appendix 2: School (Mrs Tell, SENCO) – 9 February 2026",
        "Parents' views",
        "Social worker; 2024",
    )

    assert [(a.role, a.date, a.dated) for a in found] == [
        ("Occupational therapist", date(2026, 2, 3), True),
        ("School", date(2026, 2, 9), True),
        ("Parents' views", None, False),
        ("Social worker", None, True),
    ]


def test_several_lines_make_one_where_the_date_stands_alone() -> None:
    found = advice(
        "School", "Hill School", "6 May 2026", "Portage worker", "Jo Vale", "1 April 2026"
    )

    assert [(a.role, a.date) for a in found] == [
        ("School", date(2026, 5, 6)),
        ("Portage worker", date(2026, 4, 1)),
    ]


def test_a_date_that_runs_into_the_next_line_is_whole() -> None:
    found = advice("Speech therapist; Ana Pike; 11 February", "2025", "School; 2 March 2026")

    assert [(a.role, a.date) for a in found] == [
        ("Speech therapist", date(2025, 2, 11)),
        ("School", date(2026, 3, 2)),
    ]


def test_reports_that_are_bound_in_are_not_read_as_rows() -> None:
    found = advice(
        "Educational psychologist, 4 March 2026",
        "Appendix 1",
        "Author: Dr Wren Ashby",
        "I saw him with his teacher on 1 March 2026.",
    )

    assert len(found) == 1


def test_who_signs_the_plan_gives_no_advice() -> None:
    found = advice("School nurse, 4 March 2026", "Signed: ________ Duly authorised officer")

    assert [a.role for a in found] == ["School nurse"]


def test_a_sentence_is_no_row() -> None:
    assert advice("The reports of the school and the therapist are attached.") == ()


def test_a_row_that_says_there_is_none_is_not_given() -> None:
    found = advice(cell("Social care", 2, 1), cell("Not involved", 2, 2))

    assert not found[0].given


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=6))
def test_whatever_stands_there_is_read_without_fail(lines: list[str]) -> None:
    rows = advice(*lines)

    assert all(row.role or row.dated for row in rows)
