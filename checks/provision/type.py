"""f-type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.language.readings import ProvisionReading
from checks.provision.purpose import hours_alone
from checks.provision.slots import readings
from checks.wordlists import wordlist
from extractors.plan import Kind

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@check(
    "f-type",
    "Provision says what it is",
    section="F",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69; Developing outcomes in EHC plans",
    suggestion="[Who] will provide [programme, therapy, teaching or aid] …",
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(provision="A speech therapist will teach Sam for 30 minutes each week."),
        example(provision="«Support when needed.»"),
        example(provision="10 hours TA.", note="told by f-hours-only"),
        example(provision="Memory games, ten minutes daily."),
    ],
    not_flagged="A programme or an activity that is only named; hours of a helper, for which"
    " another check asks.",
)
def f_type(case: Case) -> Iterator[Hit]:
    """Help can be anything: a family cannot ask for it, nor a school plan it."""
    for line, reading in readings(case):
        if not _named(reading) and not hours_alone(reading, case.plan.child):
            yield Hit(whole(line), line)


def _named(reading: ProvisionReading) -> bool:
    """Whether a word is left that says what is provided, once loose words are taken away."""
    spans = [weasel.span for weasel in reading.weasel]
    spans += wordlist("generic").find(reading.text).get("generic", ())
    return any(
        not any(span.start <= word.start() < span.end for span in spans)
        for word in _WORD.finditer(reading.text)
    )
