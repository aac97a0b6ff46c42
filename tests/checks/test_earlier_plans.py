"""A plan held against the child's earlier plans, and against what else the caseload knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.audit import audit, audit_caseload
from checks.case import prepare
from checks.caseload.children import whose_plans
from checks.caseload.known import Known
from checks.caseload.register import register_of
from checks.check import Finding, Verdict, example
from checks.dates.plan_age import plan_age_3y
from checks.examples import plan_of
from checks.rubric import load_rubric
from checks.versions.earlier import last_issued, last_reviewed, two_reviews_ago
from checks.versions.pairs import pairs, same_words
from checks.versions.provision_cut import amount
from extractors.listed import Listed
from extractors.plan import Child, Facts, Item, Plan

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)
BORN = date(2016, 3, 4)
NOBODY: frozenset[str] = frozenset()
OUTCOME = "By the end of Year {} Amira will tell a friend what she did at the weekend."


def plan(day: date, *parts: tuple[str, str], status: str = "final") -> Plan:
    made = plan_of(example(*parts))
    return replace(made, child=Child("Amira Hussain", None, BORN), facts=Facts(status, day))


def found(*plans: Plan) -> list[Finding]:
    """What the last of those plans of one child shows beside the others."""
    audits = [(f"{n}.docx", audit(one, RUBRIC, AS_OF)) for n, one in enumerate(plans)]
    shown = audit_caseload(audits, RUBRIC, AS_OF)[f"{len(plans) - 1}.docx"].findings
    return [finding for finding in shown if finding.check.startswith("ver-")]


def test_what_stood_there_before_is_shown_beside_what_stands_there_now() -> None:
    before = plan(date(2025, 5, 4), ("outcome", OUTCOME.format(4)))
    now = plan(date(2026, 5, 4), ("outcome", OUTCOME.format(5)))

    (finding,) = found(before, now)

    assert finding.check == "ver-date-rolled"
    assert finding.quote == "By the end of Year 5"
    assert finding.before == OUTCOME.format(4)
    assert finding.item == "E1"


def test_a_draft_is_no_promise_and_an_amendment_no_review() -> None:
    first = plan(date(2023, 5, 4))
    second = plan(date(2025, 12, 4))
    draft = plan(date(2026, 3, 4), status="draft")
    now = prepare(plan(date(2026, 5, 4)), RUBRIC, AS_OF)
    case = replace(now, known=Known(history=(first, second, draft)))

    assert last_issued(case) is second
    assert last_reviewed(case) is first
    assert two_reviews_ago(case) is first


def test_two_plans_of_unknown_order_are_not_held_against_each_other() -> None:
    one = plan(date(2026, 5, 4), ("outcome", OUTCOME.format(4)))
    other = plan(date(2026, 5, 4), ("outcome", "By July 2028 Amira will swim a length."))

    assert not found(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Amira will read forty words.", "Amira will read fifty words."),
        ("Amira will eat with help.", "Amira will eat without help."),
        ("Amira will read 40 words.", "Amira will read 45 words."),
    ],
)
def test_a_number_or_a_without_makes_another_outcome(one: str, other: str) -> None:
    assert not same_words(one, other, frozenset({"amira"}))


def test_each_item_stands_in_one_pair_at_most() -> None:
    def items(*texts: str) -> tuple[Item, ...]:
        return plan_of(example(provision=texts)).provision

    now = items("A quiet table by the window.", "Speech therapy, 30 minutes a week.")
    before = items("Speech therapy, 60 minutes a week.", "Speech therapy, 20 minutes a week.")

    (pair,) = pairs(now, before, NOBODY)

    assert pair.now is now[1]


def test_the_register_knows_names_in_either_order_and_of_either_spelling() -> None:
    plans = [
        (f"{n}.docx", replace(plan(AS_OF), child=Child(name)))
        for n, name in enumerate(("Zoë O’Hare", "SMITH Leon", "Bao-Long Nguyen"))
    ]
    register = register_of(plans, whose_plans(plans))

    names = register.names_in("As for Zoe O'Hare and Leon Smith's aunt, Leon and Bao-Long said so.")

    assert [(called.words, called.whole) for called in names] == [
        ("Zoe O'Hare", True),
        ("Leon Smith", True),
        ("Bao-Long", False),
    ]


def test_a_plan_is_not_old_where_the_list_has_a_newer_one() -> None:
    old = prepare(plan(date(2021, 5, 4)), RUBRIC, AS_OF)
    newer = Known(listed=Listed(2, finalised=date(2025, 5, 4)))

    assert list(plan_age_3y.run(replace(old, known=Known())))
    assert not list(plan_age_3y.run(replace(old, known=newer)))


def test_an_older_version_is_not_told_that_it_is_old() -> None:
    plans = [plan(date(2021, 5, 4)), plan(date(2026, 5, 4))]
    audits = [(f"{n}.docx", audit(one, RUBRIC, AS_OF)) for n, one in enumerate(plans)]

    shown = audit_caseload(audits, RUBRIC, AS_OF)

    assert shown["0.docx"].verdicts["plan-age-3y"] is Verdict.NOT_APPLICABLE
    assert shown["1.docx"].verdicts["plan-age-3y"] is Verdict.PASS


@pytest.mark.parametrize(
    ("minutes", "said"), [(45, "45 minutes"), (60, "1 hour"), (150, "2 hours 30 minutes")]
)
def test_an_amount_is_said_as_people_say_it(minutes: float, said: str) -> None:
    assert amount(minutes) == said
