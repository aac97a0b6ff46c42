"""t-phase-feb."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.clocks.clock import Clock, known_by, listed, missed
from checks.clocks.phase import concerned, phase_clock
from checks.clocks.records import Records


def concerns(records: Records) -> bool:
    """Whether the child moves to another phase, but not to a post-16 institution."""
    return concerned(records, to_post_16=False)


def clock(records: Records) -> Clock | None:
    """To 15 February of the year of the transfer."""
    return phase_clock("t-phase-feb", records, to_post_16=False)


@check(
    "t-phase-feb",
    "Before a transfer the plan is amended by 15 February",
    section="",
    severity=Severity.MUST,
    source="SEND Regulations 2014, regulation 18(1)(b); Code of Practice 9.179",
    suggestion="Issue the plan that names the next setting, and record the day: [date].",
    by=By.RECORDS,
    caseload=True,
    applies=listed(concerns),
    knows=known_by(clock),
    examples=[
        example(
            listed="year_group: Year 7; setting: Fenwick High School; reviewed: 2025-10-06;"
            " finalised: 2026-02-10",
            as_of="2026-11-21",
        ),
        example(
            listed="year_group: Year 7; setting: Fenwick High School; reviewed: 2025-11-24;"
            " finalised: 2026-04-20",
            as_of="2026-11-21",
            fails=True,
        ),
        example(
            listed="year_group: Year 7; setting: Brook Special School; finalised: 2024-04-20",
            as_of="2026-11-21",
            fails=True,
            note="asked about: a child at a special school may not have moved",
        ),
        example(
            listed="year_group: Year 6; setting: Hill Primary School; finalised: 2025-04-20",
            as_of="2026-11-21",
            note="the day has not come yet",
        ),
        example(
            listed="phase_due: 2026-02-15; phase_finalised: 2026-03-12",
            as_of="2026-11-21",
            fails=True,
        ),
    ],
    not_flagged="A child who is in no year before or after a transfer. A move that the list does"
    " not show, and a plan of which only the last issue is known, are asked about.",
)
def t_phase_feb(case: Case) -> Iterator[Hit]:
    """By then the plan names the next setting, so that a family can still appeal in time."""
    yield from missed(case, clock)
