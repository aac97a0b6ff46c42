"""The caseload list beside the plans: who is matched by what, and what is left over."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.caseload.listing import Listing, match
from checks.caseload.signs import How
from checks.check import example
from checks.examples import plan_of
from extractors.document import Place
from extractors.listed import Listed
from extractors.plan import Passage, Plan
from extractors.pupil_numbers import is_upn

UPN = "K992446522065"
OTHER_UPN = "F851496765553"
BORN = date(2016, 3, 4)


def plan(name: str | None, upn: str = "", born: str | None = "2016-03-04") -> Plan:
    parts = [(key, text) for key, text in (("name", name), ("upn", upn)) if text]
    return plan_of(example(*parts, born=born))


def matched(listing: Listing) -> dict[str, tuple[int, How]]:
    return {file: (row.row, listing.how[file]) for file, row in listing.listed.items()}


def test_a_number_goes_before_a_reference_and_a_reference_before_a_name() -> None:
    rows = [
        Listed(2, upn=UPN, name="Ann Bee"),
        Listed(3, reference="0061-877", name="Carl Dee"),
        Listed(4, name="FERN, Ivy Grace", born=BORN),
    ]
    plans = [
        ("a.pdf", plan("Ann Bee", UPN)),
        ("61877 Dee C (0061877).docx", plan("Carl Dee")),
        ("c.pdf", plan("Ivy Fern")),
    ]

    found = match(rows, plans)

    assert matched(found) == {
        "a.pdf": (2, How.UPN),
        "61877 Dee C (0061877).docx": (3, How.FILE_NAME),
        "c.pdf": (4, How.NAME),
    }
    assert not found.no_plan
    assert not found.unlisted


@pytest.mark.parametrize(
    ("row", "of", "why"),
    [
        (
            Listed(2, upn=UPN, name="Ann Bee"),
            plan("Zed Wye", UPN),
            "the name or the date of birth is another",
        ),
        (Listed(2, name="Ann Cole"), plan("Ann Bee"), "No plan was found."),
        (Listed(2, name="Ann Bee"), plan("Ann Bee"), "the list gives no date of birth"),
        (Listed(2, name="Ann Bee", born=BORN), plan("Ann Bee", born=None), "the plan gives no"),
        (Listed(2, name="Ann Bee", born=date(2016, 3, 5)), plan("Ann Bee"), "of birth differ"),
        (
            Listed(2, name="Ann Bee", born=BORN, upn=OTHER_UPN),
            plan("Ann Bee", UPN),
            "the UPNs differ",
        ),
    ],
)
def test_what_does_not_agree_is_not_matched(row: Listed, of: Plan, why: str) -> None:
    found = match([row], [("a.pdf", of)])

    assert not found.listed
    assert [one.file for one in found.unlisted] == ["a.pdf"]
    (left,) = found.no_plan
    assert left.listed is row
    assert why in left.why


def test_what_has_one_name_on_both_sides_is_hinted_at_where_it_is_one_alone() -> None:
    rows = [Listed(2, name="Ann Bee"), Listed(3, name="Carl Dee"), Listed(4, name="Dee, Carl")]

    found = match(rows, [("a.pdf", plan("Ann Bee")), ("c.pdf", plan("Carl Dee"))])

    assert not found.listed
    assert [one.why for one in found.unlisted] == [
        "No row of the list fits it, but row 2 has its name: the list gives no date of birth.",
        "No row of the list fits it.",
    ]
    assert "«a.pdf» is of that name" in found.no_plan[0].why
    assert [one.why for one in found.no_plan[1:]] == ["No plan was found."] * 2


def test_twins_are_told_apart_by_their_first_names() -> None:
    rows = [Listed(2, name="Ann Bee Cole", born=BORN), Listed(3, name="Tim Bee Cole", born=BORN)]
    plans = [("a.pdf", plan("Tim Cole")), ("b.pdf", plan("Ann Cole"))]

    assert matched(match(rows, plans)) == {"a.pdf": (3, How.NAME), "b.pdf": (2, How.NAME)}


def printing(reference: str, of: Plan) -> Plan:
    """The plan with an authority's reference printed on its cover."""
    told = (Passage(reference, Place(page=1)),)
    return replace(of, child=replace(of.child, references=told))


def test_a_reference_that_the_plan_prints_goes_before_one_in_the_name_of_its_file() -> None:
    rows = [Listed(2, reference="SEN/00417"), Listed(3, reference="0061877")]
    plans = [("0061877.pdf", printing("sen 00417", plan("Ann Bee")))]

    found = match(rows, plans)

    assert matched(found) == {"0061877.pdf": (2, How.REFERENCE)}
    assert "fits row 2 of the list by reference printed" in found.no_plan[0].why


def test_leading_noughts_of_a_reference_count() -> None:
    found = match([Listed(2, reference="417")], [("a.pdf", printing("0417", plan("Ann Bee")))])

    assert not found.listed


@pytest.mark.parametrize("other", [plan("Carl Dee"), plan(None, born=None)])
def test_a_reference_that_two_children_share_tells_nobody(other: Plan) -> None:
    plans = [("a.pdf", printing("417 A", plan("Ann Bee"))), ("b.pdf", printing("417A", other))]

    found = match([Listed(2, reference="417-a")], plans)

    assert not found.listed
    assert "The plans of 2 children fit by reference printed" in found.no_plan[0].why


def test_a_reference_of_a_child_of_another_name_is_not_enough() -> None:
    row = Listed(2, reference="417-A", name="Carl Dee")

    found = match([row], [("a.pdf", printing("417A", plan("Ann Bee")))])

    assert not found.listed
    assert "the name or the date of birth is another" in found.no_plan[0].why


def test_plans_of_one_name_with_one_reference_are_versions_of_one_childs() -> None:
    old = printing("417 A", plan("Ann Bee", born=None))
    new = printing("417A", plan("Ann Bee", UPN))

    found = match([Listed(2, reference="417-a")], [("a.pdf", old), ("b.pdf", new)])

    assert set(found.listed) == {"a.pdf", "b.pdf"}


def test_a_reference_that_plans_of_other_names_print_makes_nobody_one_child() -> None:
    plans = [
        ("a.pdf", printing("SEN12", plan("Ann Bee", born=None))),
        ("b.pdf", printing("SEN12", plan("Ann Bee"))),
        ("c.pdf", printing("SEN12", plan("Carl Dee"))),
    ]

    assert match([Listed(2, name="Ann Bee", born=BORN)], plans).listed.keys() == {"b.pdf"}


def test_what_a_number_has_settled_no_name_disputes() -> None:
    rows = [Listed(2, upn=UPN, name="Ann Bee", born=BORN), Listed(7, name="Ann Bee", born=BORN)]

    found = match(rows, [("a.pdf", plan("Ann Bee", UPN))])

    assert matched(found) == {"a.pdf": (2, How.UPN)}
    assert [one.why for one in found.no_plan] == ["Its plan fits row 2 of the list by UPN."]


def test_a_temporary_number_gives_way_to_another() -> None:
    temporary = next(
        number for first in "ABCDEFGHJKLMNPQRTUVWXYZ" if is_upn(number := f"{first}80120000300A")
    )

    found = match(
        [Listed(2, upn=UPN, name="Ann Bee", born=BORN)], [("a.pdf", plan("Ann Bee", temporary))]
    )

    assert matched(found) == {"a.pdf": (2, How.NAME)}
    assert found.differs == {"a.pdf": "UPN"}


def test_rows_of_several_sheets_are_named_with_their_sheets() -> None:
    rows = [
        Listed(2, name="Ann Bee", born=BORN, sheet="North"),
        Listed(2, name="Ann May Bee", born=BORN, sheet="South"),
    ]

    found = match(rows, [("a.pdf", plan("Ann Bee"))])

    assert found.unlisted[0].why.startswith("Row 2 of «North» and row 2 of «South» of the list")


def test_two_rows_that_fit_one_plan_are_left_to_a_person() -> None:
    rows = [Listed(2, name="Ann Bee", born=BORN), Listed(7, name="Ann May Bee", born=BORN)]

    found = match(rows, [("a.pdf", plan("Ann Bee"))])

    assert not found.listed
    assert found.unlisted[0].why == "Rows 2 and 7 of the list fit it alike."
    told = "Its plan fits rows 2 and 7 of the list alike, by name and date of birth."
    assert [one.why for one in found.no_plan] == [told] * 2


def test_one_row_that_fits_two_children_is_left_to_a_person() -> None:
    plans = [("a.pdf", plan("Ann Bee Cole", OTHER_UPN)), ("b.pdf", plan("Ann Bee Dare", UPN))]

    found = match([Listed(2, name="Ann Bee", born=BORN)], plans)

    assert not found.listed
    assert found.no_plan[0].why == "The plans of 2 children fit by name and date of birth."


def test_every_version_of_a_childs_plan_has_the_childs_row() -> None:
    plans = [("new.pdf", plan("Ann Bee", UPN)), ("old.pdf", plan("Ann Bee", UPN))]

    found = match([Listed(2, upn=UPN)], plans)

    assert set(found.listed) == {"new.pdf", "old.pdf"}


def test_rows_of_two_sheets_may_have_one_number() -> None:
    rows = [Listed(2, upn=UPN, sheet="North"), Listed(2, upn=OTHER_UPN, sheet="South")]
    plans = [("a.pdf", plan("Ann Bee", UPN)), ("b.pdf", plan("Carl Dee", OTHER_UPN))]

    assert not match(rows, plans).no_plan


def test_in_what_list_and_plan_differ_is_said_without_either() -> None:
    row = Listed(2, upn=UPN, name="Ann Smith", born=date(2016, 4, 3))

    found = match([row], [("a.pdf", plan("Ann Bee", UPN))])

    assert found.differs == {"a.pdf": "date of birth, name"}


CHILDREN = [("Ann Bee", 1), ("Carl Dee", 2), ("Eve Fox", 3), ("Gus Hay", 4), ("Ida Joy", 5)]


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 1000), listed=st.sets(st.sampled_from(CHILDREN)))
def test_neither_order_of_rows_nor_of_plans_matters_and_nobody_is_lost(
    seed: int, listed: set[tuple[str, int]]
) -> None:
    rows = [Listed(10 + n, name=name, born=date(2016, 3, n)) for name, n in sorted(listed)]
    plans = [(f"{n}.pdf", plan(name, born=f"2016-03-0{n}")) for name, n in CHILDREN]
    mixed_rows, mixed_plans = list(rows), list(plans)
    random.Random(seed).shuffle(mixed_rows)  # noqa: S311 -- an order, no secret
    random.Random(seed).shuffle(mixed_plans)  # noqa: S311 -- the same

    found = match(mixed_rows, mixed_plans)

    assert matched(found) == matched(match(rows, plans))
    assert len(found.listed) + len(found.unlisted) == len(plans)
    assert len(found.listed) + len(found.no_plan) == len(rows)


def test_a_list_of_nobody_and_a_folder_of_nothing() -> None:
    assert match([], []) == Listing()
    assert len(match([Listed(2, name="Ann Bee", born=BORN)], []).no_plan) == 1
    row = replace(Listed(2), upn="not a number")
    assert match([row], [("a.pdf", plan(None))]).no_plan[0].listed is row
