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
    finalised: date | None = None  # the final plan, as issued first or last: lists differ
    reviewed: date | None = None  # the last review meeting
    review_decided: date | None = None
    review_due: date | None = None
    amendment_noticed: date | None = None
    looked_after: bool | None = None
    tribunal: bool | None = None
    exception: bool | None = None  # one of regulation 10(4) holds: the 20 weeks do not apply
    first_finalised: date | None = None  # the child's first final plan, where that is told apart
    review_reported: date | None = None  # when the report of the last review meeting was sent
    amended: date | None = None  # the final plan as amended after the last review
    moved_in: date | None = None  # when the plan came from another authority
    phase_due: date | None = None  # by when the plan names the setting of the next phase
    phase_finalised: date | None = None  # when it was issued so
    transfers: date | None = None  # when the child moves to the next setting
    sheet: str = ""  # of the workbook, where rows of several were read


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong with a list in one place. It never says what stands there."""

    row: int  # 0: with the list as a whole
    column: str  # its head as the list prints it
    says: str
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class CaseloadList:
    """A caseload list as it was read."""

    file: str  # its name, without the folder
    children: tuple[Listed, ...]
    columns: tuple[tuple[str, str], ...]  # what was found, under which head
    unknown: tuple[str, ...]  # heads that nothing is known of
    remarks: tuple[Remark, ...] = ()
    rows: int = 0  # that hold a child, before those of one child were put together
    hash: str = ""  # twelve letters that change with its content
