"""Every clock of one child, in the order in which they run."""

from __future__ import annotations

from checks.clocks import (
    amended_final,
    draft_fifteen_days,
    outcomes_yearly,
    phase_february,
    phase_march,
    post_16_five_months,
    review_decision,
    review_report,
    review_twelve_months,
    six_weeks,
    twenty_weeks,
    under_five,
)
from checks.clocks.clock import Clock, Concern, Reading
from checks.clocks.records import Records


def _always(_records: Records) -> bool:
    return True


_CLOCKS: tuple[tuple[Reading, Concern], ...] = (
    (six_weeks.clock, _always),
    (draft_fifteen_days.clock, _always),
    (twenty_weeks.clock, twenty_weeks.concerns),
    (review_twelve_months.clock, _always),
    (review_report.clock, _always),
    (review_decision.clock, _always),
    (amended_final.clock, _always),
    (phase_february.clock, phase_february.concerns),
    (phase_march.clock, phase_march.concerns),
    (post_16_five_months.clock, post_16_five_months.concerns),
    (under_five.clock, under_five.concerns),
    (outcomes_yearly.clock, outcomes_yearly.concerns),
)


def clocks_of(records: Records) -> tuple[Clock, ...]:
    """The clocks that can be read for a child."""
    found = (reading(records) for reading, concerns in _CLOCKS if concerns(records))
    return tuple(clock for clock in found if clock)
