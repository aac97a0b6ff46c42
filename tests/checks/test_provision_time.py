"""What provision comes to by line, role and plan; and what is never held against a line of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.audit import judge
from checks.case import Case, prepare
from checks.catalogue import BY_ID
from checks.check import example
from checks.examples import plan_of
from checks.guards import GUARDS
from checks.provision.arithmetic import UNSAID, Timetable, timetable
from checks.provision.asked import f_additional
from checks.rubric import load_rubric

RUBRIC = load_rubric()


def case_of(*lines: str, setting: str = "") -> Case:
    """A case whose plan has those lines of provision."""
    made = plan_of(example(setting=setting, provision=lines))
    return prepare(made, RUBRIC, date(2026, 11, 21))


def times(*lines: str) -> Timetable:
    """What those lines come to."""
    case = case_of(*lines)
    return timetable(case.plan, case.provisions)


def found(check: str, *lines: str, setting: str = "") -> int:
    """How often a check speaks of those lines."""
    return len(judge(BY_ID[check], case_of(*lines, setting=setting)).hits)


def test_minutes_are_told_by_line_and_by_role() -> None:
    told = times(
        "A teaching assistant will teach Sam phonics, one to one, for 20 minutes each day.",
        "A teaching assistant trained by the speech therapist will practise sounds in a group of"
        " four for 15 minutes, twice a week.",
        "A speech and language therapist will see Sam for 45 minutes a fortnight.",
        "A wobble cushion.",
    )

    assert [line.item for line in told.lines] == ["F1", "F2", "F3"]
    assert [line.children for line in told.lines] == [1, 4, None]
    assert {role.role: role.least for role in told.by_role} == {
        "teaching assistant": 130,
        "speech and language therapist": 22.5,
    }
    assert (told.least, told.most) == (152.5, 152.5)


def test_two_adults_at_once_are_twice_the_time_of_their_role() -> None:
    told = times("Two trained assistants will help Sam to stand for 30 minutes each day.")

    assert told.least == 150
    assert told.by_role[0].least == 300


def test_a_range_keeps_both_ends_and_a_ceiling_promises_nothing() -> None:
    ranged = times("A mentor will meet Sam for 20 to 30 minutes a day.")
    ceiling = times("A mentor will meet Sam for up to 30 minutes a day.")

    assert (ranged.least, ranged.most) == (100, 150)
    assert (ceiling.least, ceiling.most) == (0, 150)


def test_a_block_is_counted_once_and_not_by_the_week() -> None:
    told = times("A counsellor will give six sessions of 50 minutes.")

    assert (told.least, told.lines[0].once) == (0, 300)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Phonics | By whom: Teaching assistant | How often: daily", "teaching assistant"),
        ("Games planned by the occupational therapist, run by a TA", "teaching assistant"),
        ("An intervenor supervised by the educational psychologist", "support worker"),
        ("Reading", UNSAID),
        ("Physiotherapy stretches by a trained TA", "teaching assistant"),
        ("Physiotherapy programme", "physiotherapist"),
        ("Typing practice supervised by a TA", "teaching assistant"),
        ("Games by staff trained by the occupational therapist", UNSAID),
    ],
)
def test_who_gives_it_is_not_who_planned_it(line: str, role: str) -> None:
    assert times(f"{line}, 30 minutes a week").lines[0].role == role


@pytest.mark.parametrize(
    ("line", "children"),
    [
        ("Lego therapy, 1:3", 3),
        ("1-1 teaching", 1),
        ("A language group (one adult to four children)", 4),
        ("A reading group (max 6)", 6),
        ("A friendship group of no more than six pupils", 6),
        ("A TA shared between two pupils", 2),
        ("Turn-taking games with two other children", 3),
        ("Phonics at 1:30", None),
        ("Phonics with a TA", None),
    ],
)
def test_how_many_are_taught_together(line: str, children: int | None) -> None:
    assert times(f"{line}, 30 minutes a week").lines[0].children == children


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(5, 60), st.integers(1, 5)), min_size=1, max_size=6))
def test_the_roles_and_the_lines_add_up_to_the_plan(amounts: list[tuple[int, int]]) -> None:
    told = times(*(f"A mentor will teach Sam, {m} minutes, {n} times a week." for m, n in amounts))

    assert told.least == sum(minutes * number for minutes, number in amounts)
    assert told.least == sum(line.least for line in told.lines)
    assert told.least == sum(role.least for role in told.by_role)


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 6), st.integers(5, 40), st.integers(1, 600))
def test_a_total_in_the_line_is_questioned_only_where_it_is_wrong(
    number: int, minutes: int, total: int
) -> None:
    line = f"A mentor will teach Sam in {number} sessions of {minutes} minutes each week,"
    right = found("f-arithmetic", f"{line} a total of {number * minutes} minutes a week.")
    other = found("f-arithmetic", f"{line} a total of {total} minutes a week.")

    assert right == 0
    assert other <= 1


def test_flexibility_with_its_reason_is_no_vagueness_and_a_special_school_is_no_reason() -> None:
    reason = (
        "A physiotherapist will teach Sam to stand for 30 minutes a week, shortened as needed"
        " because of fatigue after a seizure."
    )
    vague = "Physiotherapy as required."

    assert found("f-weasel", reason, setting="Oak Bank Special School") == 0
    assert found("f-weasel", vague, setting="Oak Bank Special School") == 1
    assert found("f-weasel", vague, setting="Oak Bank Primary School") == 1


def test_family_and_clubs_may_provide() -> None:
    lines = (
        "Her grandmother will read with her for 10 minutes each evening.",
        "The town's swimming club will teach her to float for 30 minutes each Saturday.",
    )

    for check in ("f-who", "f-expertise", "f-staff-undefined"):
        assert found(check, *lines) == 0


def test_both_guards_are_declared() -> None:
    assert {"f-flex-guard", "f-informal-ok"} <= {guard.id for guard in GUARDS}


def test_what_any_child_gets_is_asked_about_and_not_scored() -> None:
    case = case_of("Praise for effort in class.", "Precision teaching, 10 minutes a day.")

    assert [item.id for item in f_additional.about(case) if item] == ["F1"]


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Counselling: 10 sessions of 50 minutes over ten weeks, by a counsellor.", 0),
        ("A mentor will see Sam for 20 mins/day.", 0),
        ("A full-time assistant, 1:1.", 0),
        ("A lunchtime group for 30 minutes, run by a mentor.", 1),
        ("Reading with a mentor for 30 minutes.", 1),
    ],
)
def test_how_often_is_asked_where_nothing_tells_it(line: str, asked: int) -> None:
    assert found("f-frequency", line) == asked
