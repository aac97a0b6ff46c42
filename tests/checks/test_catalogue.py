"""The catalogue holds every check, and every check says what it has to say."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import pytest

import checks
from checks.catalogue import BY_ID, CHECKS
from checks.check import Check, Severity
from checks.guide import FILE, explain, guide
from checks.rollup import MUTES
from checks.rubric import load_rubric
from extractors.plan import LETTERS

# Issue 2, section 4; what a file holds beside the plan, and numbers: issue 3, sections 2 and 5.
WANTED = """
doc-sections-present doc-sections-labelled doc-section-empty doc-identity-fields doc-placeholder
doc-tracked-changes doc-struck-through doc-hidden-text
a-aspiration-present a-child-view a-parent-view a-first-person-or-method
b-present b-areas-covered b-need-not-diagnosis b-provision-in-b
e-present e-count e-specific e-measurable e-observable e-vague-verb e-timebound
e-deadline-resolvable e-phase-end e-final-year e-phase-table e-horizon-12m e-ey-horizon
e-deadline-age e-benefit-clause e-not-provision e-no-hours e-not-service-view e-not-aspiration
e-absolutes e-compound e-tense e-short-in-long e-duplicate-within pfa-four-areas
f-present f-type f-duration f-frequency f-who f-expertise f-weasel f-modality f-range f-same-block
thread-outcome-aspiration thread-aspiration-orphan thread-outcome-need thread-need-outcome
thread-need-provision thread-outcome-provision thread-provision-orphan thread-area-agree
thread-contradiction thread-chain-rate
stale-expired stale-expiring stale-review-overdue stale-year-group stale-key-stage
b-itemised b-strengths b-baseline b-barrier-impact b-duplicate-need b-misplaced-area cd-stated
cd-related e-format e-success-evidence e-benefit-circular e-control-influence e-achievable
e-peer-ceiling e-horizon-far e-new-skill e-change-type e-person-consistency e-context
e-important-to-for e-age-appropriate e-breadth e-area-coverage e-holistic e-domain-labels
e-jargon e-not-professional-led e-positive e-builds-on-working steps-present steps-arrangements
steps-horizon steps-linked steps-provision steps-review
id-foreign-name id-pronoun id-upn dup-outcome-caseload dup-provision-caseload
doc-review-date doc-section-i-state doc-section-k-list doc-ai-residue doc-obsolete-terms
doc-medication-name doc-named-practitioner doc-readable doc-concise
t-6wk-decision t-20wk t-draft-15d t-ar-12m t-ar-report-2w t-ar-decision-4w t-ar-final-8w
t-phase-feb t-phase-mar t-post16-5m t-under5 t-outcomes-annual
a-long-term a-history a-communication a-strengths-interests a-deficit-only a-working-not-working
a-important-to-for a-coproduction a-pfa-aspirations a-post16-destination
f-banding f-delegated f-unilateral f-transport
ver-outcome-same
ver-date-rolled
ver-aspiration-same
ver-aspiration-moved
ver-need-dropped
ver-provision-cut
doc-plain-language
f-arithmetic
stale-advice-age
plan-age-3y
dup-template-share
f-ratio f-staff-undefined f-content f-training f-hours-only f-agency-split
id-other-child
f-review f-contingency f-intended-outcome
id-file-mismatch
id-dob-conflict
stale-setting
f-educates-trains gh-specific h1-h2-class f-personal-budget
pfa-earlier pfa-y9-review pfa-provision pfa-adult-focus
thread-advice-carried
"""


def test_the_checks_are_those_that_were_asked_for() -> None:
    ids = [check.id for check in CHECKS]

    assert sorted(ids) == sorted(WANTED.split())
    assert len(ids) == len(set(ids))


def test_no_check_was_forgotten() -> None:
    declared = set()
    for module in pkgutil.walk_packages(checks.__path__, "checks."):
        if module.name != "checks.guide":  # runs nothing, but is not a check either
            found = vars(importlib.import_module(module.name)).values()
            declared |= {value.id for value in found if isinstance(value, Check)}

    assert declared == set(BY_ID)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_is_one_file_and_says_all_that_it_should(check: Check) -> None:
    module = importlib.import_module(check.run.__module__)

    assert check.run.__name__ == check.id.replace("-", "_")
    assert (module.__doc__ or "").startswith(check.id)
    assert check.reason.endswith(".")
    assert check.source
    assert check.suggestion
    assert check.not_flagged
    assert check.section in ("", *LETTERS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_has_examples_of_both_answers(check: Check) -> None:
    answers = {example.faulty for example in check.examples}

    assert answers == ({True} if check.id == "thread-chain-rate" else {True, False})


def test_a_check_that_looks_at_items_reads_their_section() -> None:
    for check in CHECKS:
        assert not check.each or check.reads, check.id


def test_what_a_fault_mutes_is_in_the_catalogue() -> None:
    named = set(MUTES) | {other for muted in MUTES.values() for other in muted}

    assert named <= set(BY_ID)


def test_information_never_mutes_a_fault() -> None:
    assert all(BY_ID[cause].severity is not Severity.INFO for cause in MUTES)


def test_the_guide_is_current() -> None:
    kept = Path(FILE).read_text(encoding="utf-8")

    assert kept == guide(load_rubric()), "make guide"


def test_an_explanation_holds_reason_source_and_examples() -> None:
    said = explain(BY_ID["f-weasel"])

    assert "cannot be enforced" in " ".join(said.split())
    assert "Code of Practice 9.69" in said
    assert "«access to»" in said
