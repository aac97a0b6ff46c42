"""What must never be held against a plan: each guard is kept by the checks that it names."""

from __future__ import annotations

from checks.check import Guard

a_no_realism_judgement = Guard(
    id="a-no-realism-judgement",
    title="No aspiration is called unrealistic",
    source="SEND outcomes guidance, 2016: there is no right or wrong aspiration",
    keeps="No check weighs how likely a hope is, and no words of ours say that one is too high: a"
    " plan for a child who wants to be an astronaut is read as one for a child who wants to be a"
    " gardener.",
)

e_accreditation_guard = Guard(
    id="e-accreditation-guard",
    title="An outcome need not be a qualification",
    source="Code of Practice 9.66: it does not always have to be formal or accredited",
    keeps="No check asks an outcome for a certificate, a grade or an accredited course, and none"
    " remarks that one is missing; where a qualification is the outcome, it counts as a measure.",
)

f_flex_guard = Guard(
    id="f-flex-guard",
    title="Flexibility that gives its reason is no vagueness",
    source="Worcestershire County Council v SE [2020] UKUT 217 (AAC); B-M and B-M v Oxfordshire"
    " County Council [2018] UKUT 35 (AAC)",
    keeps="f-weasel, f-delegated and f-unilateral leave alone a line that may change for a reason"
    " which it states, such as tiredness after a seizure. A special school is no such reason: no"
    " check reads Section F less strictly for the kind of setting.",
)

f_informal_ok = Guard(
    id="f-informal-ok",
    title="Family, clubs and volunteers may provide",
    source="SEND outcomes guidance with the review-year chart; what is in Section F stays the"
    " authority's duty",
    keeps="f-who, f-expertise and f-staff-undefined ask no role and no training of family, of a"
    " club or of a volunteer.",
)

GUARDS: tuple[Guard, ...] = (
    a_no_realism_judgement,
    e_accreditation_guard,
    f_flex_guard,
    f_informal_ok,
)
