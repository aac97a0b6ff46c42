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

GUARDS: tuple[Guard, ...] = (
    a_no_realism_judgement,
    e_accreditation_guard,
)
