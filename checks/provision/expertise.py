"""f-expertise."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import Fill, Hit, Severity, check, example, whole
from checks.language.readings import Slot
from checks.provision.experts import expertise_stated, people_named, title_tells
from checks.provision.said import informal
from checks.provision.slots import unsaid
from extractors.plan import Kind

_TITLE_BEFORE = 15  # letters before a role's last word that may belong to its title


@check(
    "f-expertise",
    "Provision says what training its provider has",
    section="F",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69",
    suggestion="[Role] trained in [method] by [whom] …",
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(
            provision="A speech therapist will teach Sam in a group of three, 30 minutes a week."
        ),
        example(provision="«A teaching assistant will read with Sam for 20 minutes each day.»"),
        example(provision="Her grandmother will read with her for 20 minutes each evening."),
        example(provision="An assistant trained in Elklan will teach Sam for 20 minutes each day."),
    ],
    not_flagged="Titles that say it: a speech therapist; family, clubs and volunteers. Lines that"
    " name nobody, for which another check asks who.",
)
def f_expertise(case: Case) -> Iterator[Hit]:
    """The Code asks for the level of expertise: an adult is not enough."""
    for line, reading in unsaid(case, Slot.EXPERTISE):
        if informal(reading):
            continue
        who = " ".join(
            reading.text[max(0, span.start - _TITLE_BEFORE) : span.end]
            for span in reading.slot(Slot.WHO)
        )
        if title_tells(who) or expertise_stated(reading.text):
            continue
        if who or people_named(reading.text):
            yield Hit(whole(line), line)
