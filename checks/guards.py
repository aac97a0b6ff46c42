"""What must never be held against a plan: each guard is kept by the checks that it names."""

from __future__ import annotations

from checks.check import Guard

e_accreditation_guard = Guard(
    id="e-accreditation-guard",
    title="An outcome need not be a qualification",
    source="Code of Practice 9.66: it does not always have to be formal or accredited",
    keeps="No check asks an outcome for a certificate, a grade or an accredited course, and none"
    " remarks that one is missing; where a qualification is the outcome, it counts as a measure.",
)

GUARDS: tuple[Guard, ...] = (e_accreditation_guard,)
