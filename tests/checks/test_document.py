"""Checks on the document as a whole: what their examples cannot show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from checks.audit import audit, audit_caseload, judge
from checks.case import prepare
from checks.catalogue import BY_ID
from checks.check import Example, Verdict, example
from checks.document.length import FEWEST_PLANS, typical_words, words_in
from checks.examples import plan_of
from checks.rubric import load_rubric
from extractors.document import Caveat, Place
from extractors.plan import LETTERS, Passage, Plan

RUBRIC = load_rubric()
AS_OF = date(2026, 11, 21)


def quotes(check: str, one: Example | Plan) -> list[str]:
    """What a check quotes of an excerpt."""
    plan = one if isinstance(one, Plan) else plan_of(one)
    result = judge(BY_ID[check], prepare(plan, RUBRIC, AS_OF))
    return [hit.words.text if hit.words else "" for hit in result.hits]


def with_section(plan: Plan, letter: str, *lines: str) -> Plan:
    """The plan with those lines in one section, each a passage of its own."""
    sections = list(plan.sections)
    at = LETTERS.index(letter)
    told = tuple(Passage(line, Place(page=1, paragraph=n)) for n, line in enumerate(lines))
    sections[at] = replace(sections[at], passages=told)
    return replace(plan, sections=tuple(sections))


def caseload(lengths: list[int]) -> list[tuple[str, Plan]]:
    """Plans of so many words in Section B."""
    return [
        (
            f"{n}.pdf",
            with_section(plan_of(example(name=f"Ada {'BCDEFGHIJKLMNOP'[n]}rown")), "B", "x " * k),
        )
        for n, k in enumerate(lengths)
    ]


def test_a_plan_much_longer_than_the_middle_one_is_told_with_both_figures() -> None:
    plans = caseload([30] * 10 + [160])
    audits = [(file, audit(plan, RUBRIC, AS_OF)) for file, plan in plans]

    shown = audit_caseload(audits, RUBRIC, AS_OF)

    said = [f.reason for f in shown["10.pdf"].findings if f.check == "doc-concise"]
    assert len(said) == 1
    assert f"{words_in(plans[10][1])} words" in said[0]
    assert f"has {words_in(plans[0][1])}." in said[0]
    assert shown["0.pdf"].verdicts["doc-concise"] is Verdict.PASS


def test_no_length_is_typical_of_a_few_plans() -> None:
    plans = [plan for _, plan in caseload([100] * FEWEST_PLANS)]

    assert typical_words(plans) == words_in(plans[0])
    assert typical_words(plans[:-1]) is None


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("This plan will next be reviewed by 8 June 2027.", True),
        ("Annual review due: May 2027", True),
        ("The plan was last looked at on 8 June 2026.", False),
        ("The therapist will review the programme on 8 June 2027.", False),
    ],
)
def test_a_review_date_in_the_text_counts_where_it_is_the_plans(line: str, *, told: bool) -> None:
    plan = plan_of(example(status="final", plan_date="2026-05-04"))

    assert bool(quotes("doc-review-date", with_section(plan, "J", line))) is not told


def test_a_draft_needs_no_review_date() -> None:
    plan = plan_of(example(status="draft"))

    result = judge(BY_ID["doc-review-date"], prepare(plan, RUBRIC, AS_OF))

    assert result.verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("status", "line", "flagged"),
    [
        ("final", "Ysgol Pen-y-Bryn", False),
        ("final", "Education other than at a school (EOTAS)", False),
        ("final", "Awaiting the outcome of consultations", True),
        ("amended", "From September 2027: a mainstream secondary school", False),
        ("draft", "This section is left blank in a draft.", False),
        ("draft", "A special school for autistic pupils", True),
        ("proposed", "Beacon Academy", True),
        ("final", "N/A", True),
    ],
)
def test_section_i(status: str, line: str, *, flagged: bool) -> None:
    plan = with_section(plan_of(example(status=status)), "I", line)

    assert bool(quotes("doc-section-i-state", plan)) is flagged


def test_a_setting_named_on_the_cover_is_a_name_in_section_i() -> None:
    plan = plan_of(example(status="final", setting="Little Acorns"))

    assert not quotes("doc-section-i-state", with_section(plan, "I", "Little Acorns"))


def test_only_undated_rows_of_the_list_are_named() -> None:
    lines = ("Parents, 3 May 2026", "Dietitian", "School nurse", "EP, 4 May 2026")
    plan = with_section(plan_of(example()), "K", *lines)

    result = judge(BY_ID["doc-section-k-list"], prepare(plan, RUBRIC, AS_OF))

    assert [hit.reason for hit in result.hits] == [
        "No date was found for the advice of Dietitian; School nurse."
    ]


def test_a_list_without_any_date_is_asked_about() -> None:
    plan = with_section(plan_of(example()), "K", "Parents", "Dietitian", "School")

    result = judge(BY_ID["doc-section-k-list"], prepare(plan, RUBRIC, AS_OF))

    assert [hit.verdict for hit in result.hits] == [Verdict.UNCLEAR]


def test_at_most_five_sentences_are_hard_to_follow() -> None:
    terms = ("prosody", "hypotonia", "echolalia", "praxis", "interoception", "scoliosis", "syntax")
    needs = tuple(f"Her {term} is affected in lessons." for term in terms)

    assert len(quotes("doc-plain-language", example(need=needs))) == 5


def test_a_term_is_told_once_a_plan() -> None:
    needs = ("Her SLCN tires her.", "In class SLCN holds her back.", "SLCN is her main need.")

    assert len(quotes("doc-plain-language", example(need=needs))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Her scores were low (BPVS, CELF, DASH).",
        "She is seen by CAMHS (child and adolescent mental health services).",
        "Cognitive behaviour therapy has begun. The CBT helps her.",
        "NELL WILL USE HER SLCN CARDS",
        "She went to RNIB camp with the BBC.",
        "Her echolalia means that she repeats what she hears.",
    ],
)
def test_what_a_family_can_follow_is_left_in_peace(text: str) -> None:
    assert not quotes("doc-plain-language", example(need=text))


def test_a_very_long_sentence_is_hard_and_its_reading_age_is_told() -> None:
    long = (
        "Notwithstanding considerable multidisciplinary involvement, the persistent difficulties"
        " experienced in organising, sequencing and communicating information independently"
        " continue to necessitate individualised preparation, additional consolidation"
        " opportunities and considerable environmental modification across educational situations"
        " and extracurricular activities involving unfamiliar participants."
    )
    result = judge(BY_ID["doc-plain-language"], prepare(plan_of(example(need=long)), RUBRIC, AS_OF))

    assert "reading age" in result.hits[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "The CCG was asked in 2013.",
        "He had a statement of SEN until it was converted.",
        "She passed Entry Level 3 and a level 2 award.",
        "Amira will make a statement to the class.",
        "The next level is ten words.",
    ],
)
def test_the_past_and_other_levels_are_no_old_terms(text: str) -> None:
    assert not quotes("doc-obsolete-terms", example(strength=text))


@pytest.mark.parametrize("text", ["He works at P6.", "His statement says so: 15 hours.", "A BESD"])
def test_old_terms_are_found(text: str) -> None:
    assert quotes("doc-obsolete-terms", example(current=text))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("I cannot determine the child's views from what was sent.", "I cannot determine"),
        ("### Outcome 3", "### Outcome 3"),
        ("Below is a revised version of her needs.", "Below is a revised version"),
    ],
)
def test_talk_of_a_writing_program_is_found(text: str, quoted: str) -> None:
    (found,) = quotes("doc-ai-residue", example(need=text))

    assert found.startswith(quoted)


def test_a_person_in_section_f_is_named_only_where_an_authority_asks() -> None:
    plan = plan_of(example(provision="Mrs Lane will read with him for 20 minutes daily."))

    assert "doc-named-practitioner" not in audit(plan, RUBRIC, AS_OF).verdicts
    assert quotes("doc-named-practitioner", plan) == ["Mrs Lane"]


def test_how_sure_a_scan_was_read_is_told_by_section() -> None:
    plan = with_section(plan_of(example()), "B", "He finds reading hard.")
    sections = list(plan.sections)
    sections[1] = replace(
        sections[1], passages=(Passage("He f1nds", Place(page=2, confidence=0.4)),)
    )
    scan = replace(plan, sections=tuple(sections), caveats=frozenset({Caveat.READ_BY_OCR}))

    result = judge(BY_ID["doc-readable"], prepare(scan, RUBRIC, AS_OF))

    assert "B (100%)" in result.hits[0].reason
    assert result.verdict is Verdict.PASS
