"""f-weasel."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, words
from checks.language.readings import Weasel
from checks.provision.said import said
from checks.provision.slots import readings
from extractors.plan import Kind

# f-range, f-modality, f-staff-undefined, f-ratio
ELSEWHERE = frozenset({"up to", "modal", "would benefit", "undefined adult", "group size"})
_NEVER_SOFT = frozenset({"equivalent"})  # it takes back the amount that stands before it


@check(
    "f-weasel",
    "Provision leaves no room for doubt",
    section="F",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69; Worcestershire v SE [2020] UKUT 217 (AAC)",
    suggestion="[Who] will … [how long] … [how often].",
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(
            provision="A speech therapist will teach Sam in a group of three, 30 minutes a week."
        ),
        example(provision="Sam will have «access to» speech therapy «as required»."),
        example(
            provision="Sam will have access to the base for 10 minutes a day with an assistant."
        ),
    ],
    not_flagged="Such words in a line that says how long and how often; flexibility with its"
    " reason, in any kind of setting; «up to», «may», «a key adult», «a small group» and «as the"
    " school decides», which are other checks.",
)
def f_weasel(case: Case) -> Iterator[Hit]:
    """Provision worded as access or opportunity cannot be counted, so it cannot be enforced."""
    for line, reading in readings(case):
        if reading.flexible_for_reason:
            continue
        left = said(reading.text).get("delegated", ())  # told by f-delegated
        for weasel in _apart(reading.weasel):
            softened = weasel.softened and weasel.family not in _NEVER_SOFT
            if any(d.start <= weasel.span.start < d.end for d in left):
                continue
            if not softened and weasel.family not in ELSEWHERE:
                yield Hit(
                    words(line, weasel.span),
                    line,
                    reason=f"«{weasel.span.text}» leaves open what is owed.",
                )


def _apart(found: tuple[Weasel, ...]) -> list[Weasel]:
    """Those that do not overlap, of two that do the longer: «as and when available»."""
    kept: list[Weasel] = []
    for weasel in sorted(found, key=lambda w: w.span.start - w.span.end):
        span = weasel.span
        if all(span.end <= k.span.start or k.span.end <= span.start for k in kept):
            kept.append(weasel)
    return sorted(kept, key=lambda w: w.span.start)
