"""A child as the authority's own caseload list gives it: one row of an export from its records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Listed:
    """One row of the caseload list. What the list does not say is None or empty."""

    row: int  # as the list's own program counts it
    upn: str = ""
    reference: str = ""
    name: str = ""
    born: date | None = None
    year_group: str = ""
    primary_need: str = ""
    setting: str = ""
    setting_type: str = ""
    caseworker: str = ""
    writer: str = ""  # of the plan, or the supplier of it
    requested: date | None = None
    decided: date | None = None  # that there will be an assessment, or not
    drafted: date | None = None
    finalised: date | None = None
    reviewed: date | None = None  # the last review meeting
    review_decided: date | None = None
    review_due: date | None = None
    amendment_noticed: date | None = None
    looked_after: bool | None = None
    tribunal: bool | None = None
    exception: bool | None = None  # one of regulation 10(4) holds: the 20 weeks do not apply
