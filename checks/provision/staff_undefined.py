"""f-staff-undefined."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Fill, Hit, Severity, check, example, words
from checks.language.readings import ProvisionReading, ProvisionSort, Slot, Span
from checks.provision.said import informal, said
from checks.provision.slots import readings
from extractors.plan import Item, Kind

_GIVEN = (ProvisionSort.SESSION, ProvisionSort.ADULT_SUPPORT, ProvisionSort.OTHER)


@check(
    "f-staff-undefined",
    "Whoever provides is known by a role",
    section="F",
    severity=Severity.SHOULD,
    source="London Borough of Redbridge v HO [2020] UKUT 323 (AAC); Code of Practice 9.69",
    suggestion="A [role] trained in [what] will …",
    by=By.WORDS,
    reads=("F",),
    each=(Kind.PROVISION,),
    fill=Fill.GAPS,
    examples=[
        example(provision="A «trusted adult» will meet Sam for ten minutes each morning."),
        example(
            provision="A «key adult» will be available to Sam.", note="to be there is all it does"
        ),
        example(provision="«School staff» will read with Sam for ten minutes each day."),
        example(
            provision="A trusted adult, a teaching assistant trained in attachment, will meet Sam"
            " for ten minutes each morning."
        ),
        example(
            provision=(
                "His key adult is a learning mentor trained in attachment.",
                "His key adult will meet him for ten minutes each morning.",
            ),
            note="told in another line",
        ),
        example(provision="All staff will give instructions in two steps, in every lesson."),
        example(provision="A member of the Scout troop will walk with him on Fridays."),
    ],
    not_flagged="An adult whose role the line, or another line, gives; ways of working that bind"
    " everybody; family, clubs and volunteers.",
)
def f_staff_undefined(case: Case) -> Iterator[Hit]:
    """«A key adult» may be anybody, trained or not, and somebody else each day."""
    for line, span in without_role(case):
        yield Hit(words(line, span), line)


def without_role(case: Case) -> Iterator[tuple[Item, Span]]:
    """Gives the lines in which nobody but an undefined adult provides, with the words for them."""
    lines = list(readings(case))
    defined = {
        _plain(span.text)
        for _, reading in lines
        for span in undefined(reading)
        if _has_role(reading)
    }
    for line, reading in lines:
        there = any(weasel.family == "is available" for weasel in reading.weasel)
        given = there or reading.sort in _GIVEN or reading.slot(Slot.HOW_LONG)
        if not given or _has_role(reading) or reading.slot(Slot.EXPERTISE) or informal(reading):
            continue
        found = [span for span in undefined(reading) if _plain(span.text) not in defined]
        if found:
            yield line, found[0]


def undefined(reading: ProvisionReading) -> tuple[Span, ...]:
    """The words for adults without a role, in order."""
    key = [
        weasel.span
        for weasel in reading.weasel
        if weasel.family == "undefined adult" and weasel.span.text.lower() != "key person"
    ]  # the key person is a role that nurseries have by law
    return tuple(sorted([*key, *said(reading.text).get("nobody", ())], key=lambda s: s.start))


def _has_role(reading: ProvisionReading) -> bool:
    vague = undefined(reading)
    return any(
        not any(v.start <= role.start and role.end <= v.end for v in vague)
        for role in reading.slot(Slot.WHO)
    )


def _plain(text: str) -> str:
    """«her key adult» and «a key adult» are one."""
    return " ".join(text.lower().split()[-2:])
