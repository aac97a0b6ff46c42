"""Copied text: what counts as the same words, whose plans, and how long it takes."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date

from checks.audit import audit, audit_caseload, joined
from checks.caseload.children import whose_plans
from checks.caseload.copies import clusters
from checks.caseload.masking import masked
from checks.check import Verdict, example
from checks.examples import plan_of
from checks.rubric import load_rubric
from extractors.plan import Child, Plan

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)
UPN = "M993484416630"
COPIED = "By the end of Key Stage {} {} will use {} visual timetable to start work by {}."


def plan(name: str, outcome: str, upn: str | None = None) -> Plan:
    made = plan_of(example(outcome=outcome))
    return replace(made, child=Child(name=name, upn=upn))


def found(*plans: Plan) -> dict[str, list[str]]:
    files = [(f"{n}.docx", audit(p, RUBRIC, AS_OF)) for n, p in enumerate(plans)]
    return {
        file: [f.check for f in shown.findings if f.check.endswith("-caseload")]
        for file, shown in audit_caseload(files, RUBRIC, AS_OF).items()
    }


def test_names_pronouns_and_numbers_are_masked() -> None:
    her = masked("Amira’s plan: she reads 40 words by July 2027.", frozenset({"amira"}))
    his = masked("Leon's plan: he reads fifty words by May 2028.", frozenset({"leon"}))

    assert her == his


def test_the_same_words_in_two_childrens_plans_are_found_in_both() -> None:
    one = plan("Amira Hussain", COPIED.format(2, "Amira", "her", "herself"))
    two = plan("Leon Adeyinka", COPIED.format(3, "Leon", "his", "himself"))

    assert found(one, two) == {
        "0.docx": ["dup-outcome-caseload"],
        "1.docx": ["dup-outcome-caseload"],
    }


def test_a_word_more_or_less_is_still_the_same() -> None:
    long = (
        "By July 2028 {} will look at the visual timetable on the wall and start the first task of"
        " the lesson without being asked{}."
    )
    one = plan("Amira Hussain", long.format("Amira", ""))
    two = plan("Leon Adeyinka", long.format("Leon", " again"))

    assert found(one, two)["0.docx"]


def test_versions_of_one_childs_plan_are_no_copies() -> None:
    text = COPIED.format(2, "Amira", "her", "herself")

    assert found(plan("Amira Hussain", text, UPN), plan("Amira Hussain", text, UPN)) == {
        "0.docx": [],
        "1.docx": [],
    }


def test_words_of_the_law_are_no_copies() -> None:
    line = (
        "The special educational provision set out in this section must be provided by the local"
        " authority in full and at once."
    )
    plans = [("a", plan_of(example(provision=line))), ("b", plan_of(example(provision=line)))]

    assert not clusters(plans, RUBRIC.copied, whose_plans(plans), {})


def test_a_plans_own_audit_does_not_judge_what_needs_the_caseload() -> None:
    alone = audit(plan("Amira Hussain", "By July 2028 Amira will read."), RUBRIC, AS_OF)

    assert alone.verdicts["dup-outcome-caseload"] is Verdict.NOT_ASSESSED


def test_the_caseloads_findings_join_a_plans_own() -> None:
    one = audit(plan("Amira Hussain", COPIED.format(2, "Amira", "her", "herself")), RUBRIC, AS_OF)
    two = audit(plan("Leon Adeyinka", COPIED.format(3, "Leon", "his", "himself")), RUBRIC, AS_OF)
    caseload = audit_caseload([("one", one), ("two", two)], RUBRIC, AS_OF)

    whole = joined(one, caseload["one"])

    assert whole.verdicts["dup-outcome-caseload"] in (Verdict.FAIL, Verdict.UNCLEAR)
    assert {f.check for f in whole.findings} > {f.check for f in one.findings}


def test_a_caseload_does_not_take_long() -> None:
    start = "By July 2028 they will do the task"
    plans = [
        (f"{n}.docx", plan(f"Child {n}", f"{start} of {_word(n)} at {_word(n * 7)} {_END}"))
        for n in range(2000)
    ]

    started = time.process_time()
    clusters(plans, RUBRIC.copied, whose_plans(plans), {})

    assert time.process_time() - started < 4


_END = "with the help of a friend and of the list on the wall of the room."


def _word(n: int) -> str:
    """A made-up word for each number, so that texts differ."""
    return "".join(chr(97 + int(digit)) * 2 for digit in str(n))
