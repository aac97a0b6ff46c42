"""t-phase-mar."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, known_by, listed, missed
from checks.clocks.phase import concerned, phase_clock
from checks.clocks.records import Records


def concerns(records: Records) -> bool:
    """Whether the young person moves from a secondary school to a post-16 institution."""
    return concerned(records, to_post_16=True)


def clock(records: Records) -> Clock | None:
    """To 31 March of the year of the transfer."""
    return phase_clock("t-phase-mar", records, to_post_16=True)


@check(
    "t-phase-mar",
    "Before a move to a post-16 institution the plan is amended by 31 March",
    section="",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 18(1)(a); Code of Practice 9.180",
    suggestion="Issue the plan that names the post-16 institution, and record the day: [date].",
    by=By.RECORDS,
    caseload=True,
    applies=listed(concerns),
    knows=known_by(clock),
    examples=[
        example(listed="phase_due: 2026-03-31; phase_finalised: 2026-03-20", as_of="2026-11-21"),
        example(
            listed="phase_due: 2026-03-31; phase_finalised: 2026-05-05",
            as_of="2026-11-21",
            fails=True,
        ),
        example(
            listed="year_group: Year 12; setting: Northmere College; finalised: 2025-05-05",
            as_of="2026-11-21",
            fails=True,
            note="asked about: the list does not say where the young person was before",
        ),
    ],
    not_flagged="A young person who is not in Year 11 or 12. Whoever may have stayed on at the same"
    " school is asked about.",
)
def t_phase_mar(case: Case) -> Iterator[Hit]:
    """By then the plan names the college, so that there is time to prepare the move."""
    yield from missed(case, clock)
