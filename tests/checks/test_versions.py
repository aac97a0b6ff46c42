"""Whose plans they are, and how the plans of one child follow each other."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.caseload.children import whose_plans
from checks.caseload.versions import Version, versions
from checks.check import example
from checks.examples import plan_of
from extractors.document import Caveat
from extractors.plan import Child, Facts, Plan
from extractors.pupil_numbers import is_upn

UPN = "M993484416630"
OTHER_UPN = next(
    f"{c}801200001001" for c in "ABCDEFGHJKLMNPQRTUVWXYZ" if is_upn(f"{c}801200001001")
)
TEMPORARY = next(
    f"{c}80120000200A" for c in "ABCDEFGHJKLMNPQRTUVWXYZ" if is_upn(f"{c}80120000200A")
)
NHS, OTHER_NHS = "9434765919", "4010232137"
BORN, OTHER_DAY = date(2016, 3, 4), date(2014, 9, 30)
MADE, LATER = date(2025, 5, 6), date(2026, 5, 6)
OUTCOME = (
    "By July 2028 Amira will read a page of a book that she has chosen to her grandmother, and say"
    " in her own words what happened in it."
)


def plan(  # noqa: PLR0913 -- what a cover may say
    name: str | None = "Amira Smith",
    born: date | None = BORN,
    *,
    upn: str | None = None,
    nhs: str | None = None,
    called: str | None = None,
    made: date | None = MADE,
    status: str | None = "final",
    outcome: str = OUTCOME,
    kind: str = "docx",
) -> Plan:
    return replace(
        plan_of(example(outcome=outcome)),
        child=Child(name, called, born, upn, nhs_number=nhs),
        facts=Facts(status, made),
        format=kind,
    )


def stand(*plans: Plan) -> list[Version]:
    """The versions of those plans, in files named a, b, c."""
    return list(versions([(chr(97 + n), one) for n, one in enumerate(plans)]).values())


ONE_CHILD = [
    pytest.param(plan(), plan(), id="name and date of birth"),
    pytest.param(plan("AMIRA SMITH"), plan("Amira Jane Smith"), id="a middle name"),
    pytest.param(plan("Smith Amira"), plan(), id="surname read first"),
    pytest.param(plan("Zoë O’Hare"), plan("Zoe O'Hare"), id="accents and apostrophes"),
    pytest.param(plan("Samuel Green", called="Sam"), plan("Sam Green"), id="called"),
    pytest.param(plan(upn=UPN), plan(born=None, upn=UPN), id="pupil number"),
    pytest.param(plan(nhs=NHS), plan("Amira Jones", OTHER_DAY, nhs=NHS), id="NHS, a new surname"),
    pytest.param(plan(upn=UPN), plan(None, upn=UPN), id="number, no name"),
    pytest.param(plan("A.S.", upn=UPN), plan(upn=UPN), id="number and initials"),
    pytest.param(plan(upn=TEMPORARY), plan(upn=UPN), id="temporary number before"),
    pytest.param(plan(upn="A000000000000"), plan(upn=UPN), id="a number that cannot be"),
]


@pytest.mark.parametrize(("one", "other"), ONE_CHILD)
def test_the_plans_of_one_child(one: Plan, other: Plan) -> None:
    for pair in ((one, other), (other, one)):
        found = whose_plans([("a", pair[0]), ("b", pair[1])])
        assert found["b"].child == found["a"].child == "a"
        assert not found["a"].namesakes
        assert not found["a"].perhaps


NAMESAKES = [
    pytest.param(plan(), plan(born=OTHER_DAY), id="born on another day"),
    pytest.param(plan(upn=UPN), plan(upn=OTHER_UPN), id="another pupil number"),
    pytest.param(plan(nhs=NHS), plan(nhs=OTHER_NHS), id="another NHS number"),
    pytest.param(plan(born=None, upn=UPN), plan(born=None, upn=OTHER_UPN), id="numbers only"),
]


@pytest.mark.parametrize(("one", "other"), NAMESAKES)
def test_children_of_one_name(one: Plan, other: Plan) -> None:
    for pair in ((one, other), (other, one)):
        a, b = stand(*pair)
        assert (a.whose.child, b.whose.child) == ("a", "b")
        assert (a.whose.namesakes, b.whose.namesakes) == (("b",), ("a",))
        assert a.whose.may_be != b.whose.may_be
        assert a.counts
        assert b.counts


NOBODY_CAN_TELL = [
    pytest.param(plan(born=None), plan(), id="no date of birth"),
    pytest.param(plan(born=None), plan(born=None), id="names alone"),
    pytest.param(plan(), plan(born=None, upn=UPN), id="one by date, one by number"),
    pytest.param(plan("Amira Smith"), plan("Amira Smith-Jones"), id="a part of the surname"),
    pytest.param(plan(upn=UPN), plan("Layla Smith", upn=UPN), id="twins with one number"),
    pytest.param(plan(None, upn=UPN), plan(None, OTHER_DAY, upn=UPN), id="number, other day"),
]


@pytest.mark.parametrize(("one", "other"), NOBODY_CAN_TELL)
def test_perhaps_one_child(one: Plan, other: Plan) -> None:
    for pair in ((one, other), (other, one)):
        a, b = stand(*pair)
        assert (a.whose.child, b.whose.child) == ("a", "b")
        assert (a.whose.perhaps, b.whose.perhaps) == (("b",), ("a",))
        assert a.whose.may_be == b.whose.may_be
        assert a.counts
        assert b.counts


STRANGERS = [
    pytest.param(plan(None, None), plan(None, None), id="nothing known"),
    pytest.param(plan(None), plan(None), id="only a date of birth"),
    pytest.param(plan("A.S."), plan("A.S."), id="initials"),
    pytest.param(plan(), plan("Layla Smith"), id="twins"),
    pytest.param(plan(), plan("Layla Smith", upn="000000"), id="twins, no good number"),
    pytest.param(plan(None, None, upn="A00"), plan(None, None, upn="A00"), id="a bad number"),
]


@pytest.mark.parametrize(("one", "other"), STRANGERS)
def test_nothing_in_common(one: Plan, other: Plan) -> None:
    a, b = stand(one, other)
    assert a.whose.child != b.whose.child
    assert a.whose.may_be != b.whose.may_be
    assert not (a.whose.perhaps)
    assert not (a.whose.namesakes)


def test_a_date_that_may_have_been_misread_makes_no_namesake() -> None:
    scan = replace(plan(born=OTHER_DAY, kind="pdf"), caveats=frozenset({Caveat.READ_BY_OCR}))
    a, b = stand(plan(), scan)
    assert (a.whose.perhaps, b.whose.perhaps) == (("b",), ("a",))
    assert not a.whose.namesakes


def test_a_third_plan_ties_two_together() -> None:
    found = whose_plans(
        [("a", plan(born=None, upn=UPN)), ("b", plan()), ("c", plan(upn=UPN))],
    )
    assert {whose.child for whose in found.values()} == {"a"}


def test_word_and_pdf_are_one_plan() -> None:
    word, pdf = stand(plan(), plan(kind="pdf", outcome=OUTCOME.replace("chosen to", "chosento")))
    assert (word.is_copy, pdf.is_copy) == (False, True)
    assert (word.counts, pdf.counts) == (True, False)
    assert pdf.file == "a"
    assert word.history == pdf.history == ("a",)


def test_the_copy_that_was_read_better_counts() -> None:
    scan = replace(plan(kind="pdf"), caveats=frozenset({Caveat.READ_BY_OCR}))
    a, b = stand(scan, plan())
    assert (a.is_copy, b.is_copy) == (True, False)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(plan(made=LATER), id="date"),
        pytest.param(plan(status="amended"), id="status"),
        pytest.param(plan(outcome="By July 2029 Amira will swim a length."), id="words"),
        pytest.param(plan(outcome=f"{OUTCOME} She will do so daily at home."), id="a sentence"),
    ],
)
def test_another_version_is_no_copy(other: Plan) -> None:
    a, b = stand(plan(), other)
    assert not a.is_copy
    assert not b.is_copy
    assert [v.counts for v in (a, b)] == [False, True]


def test_versions_stand_in_the_order_of_their_dates() -> None:
    a, b, c = stand(plan(made=LATER, status="amended"), plan(made=date(2024, 1, 1)), plan())
    assert a.history == ("b", "c", "a")
    assert (a.earlier, a.later, b.earlier, b.later) == ("c", None, None, "c")
    assert [v.counts for v in (a, b, c)] == [True, False, False]
    assert a.ordered


def test_a_draft_comes_before_the_final_of_its_day() -> None:
    a, _ = stand(plan(), plan(status="draft", outcome="By July 2028 Amira will swim."))
    assert a.history == ("b", "a")
    assert a.ordered


def test_without_a_date_the_order_is_not_known() -> None:
    a, b = stand(plan(made=None, outcome="By July 2028 Amira will swim."), plan())
    assert a.history == ("a", "b")
    assert not a.ordered
    assert not b.ordered
    assert b.counts
    assert not a.counts


def test_a_large_caseload_does_not_take_long() -> None:
    every = [
        (f"{n}", plan(f"Child{n % 900} Tester{n % 7}", date(2010, 1, 1 + n % 28), made=LATER))
        for n in range(1200)
    ]
    every += [(f"same {n}", plan(outcome=f"{OUTCOME} {n}{n}", made=MADE)) for n in range(150)]
    every += [(f"no date {n}", plan("Sam Green", None)) for n in range(150)]
    started = time.process_time()
    assert len(versions(every)) == len(every)
    assert time.process_time() - started < 2


_CHILDREN = st.builds(
    plan,
    st.sampled_from(["Amira Smith", "Amira Jones", "Layla Smith", "A.S.", None]),
    st.sampled_from([BORN, OTHER_DAY, None]),
    upn=st.sampled_from([UPN, OTHER_UPN, TEMPORARY, "A00", None]),
    nhs=st.sampled_from([NHS, OTHER_NHS, None]),
    made=st.sampled_from([MADE, LATER, None]),
    outcome=st.sampled_from([OUTCOME, "By July 2028 Amira will swim."]),
)


@given(st.lists(_CHILDREN, max_size=8))
@settings(max_examples=80, deadline=None)
def test_every_child_counts_once(plans: list[Plan]) -> None:
    every = [(f"{n}", one) for n, one in enumerate(plans)]
    found = versions(every)
    assert set(found) == {file for file, _ in every}
    children: dict[str, list[str]] = {}
    for file, version in found.items():
        children.setdefault(version.whose.child, []).append(file)
        assert version.file in version.history
    for files in children.values():
        assert sum(found[file].counts for file in files) == 1
    assert found == versions(every)
