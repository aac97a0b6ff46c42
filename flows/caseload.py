"""The authority's caseload list: read before any plan, put beside the plans after all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from checks.audit import Audit
from checks.caseload.listing import Listing, match
from checks.clocks.clocks import clocks_of
from checks.clocks.records import Records
from extractors.caseload_list import load_caseload
from extractors.caseload_table import CaseloadError
from extractors.listed import CaseloadList
from flows.exits import ExitCode, Stop
from reports.result import Caseload, ListedChild, Results


def caseload_of(path: Path | None) -> CaseloadList | None:
    """The list in that file; ends the command where it cannot be used."""
    if path is None:
        return None
    try:
        return load_caseload(path)
    except CaseloadError as error:
        raise Stop(f"The caseload list {path} cannot be used. {error}", ExitCode.USAGE) from None


def beside_plans(told: CaseloadList | None, audits: Sequence[tuple[str, Audit]]) -> Listing:
    """Which plans belong to which rows; nothing where there is no list."""
    if told is None:
        return Listing()
    return match(told.children, [(file, audit.plan) for file, audit in audits])


def with_list(
    results: Results, told: CaseloadList | None, listing: Listing, as_of: date
) -> Results:
    """The results with each child's row, the clocks, and what is left over on either side."""
    if told is None:
        return results
    files = []
    for file in results.files:
        row = listing.listed.get(file.file)
        if row is None or file.audit is None:
            files.append(file)
            continue
        clocks = clocks_of(Records(row, as_of, file.audit.plan)) if file.counts else ()
        files.append(
            replace(file, listed=row, matched_by=listing.how[file.file].value, clocks=clocks)
        )
    left = tuple(
        ListedChild(one.listed, one.why, clocks_of(Records(one.listed, as_of)))
        for one in listing.no_plan
    )
    caseload = Caseload(
        file=told.file,
        hash=told.hash,
        children=len(told.children),
        rows=told.rows,
        columns=told.columns,
        unknown=told.unknown,
        remarks=told.remarks,
        differs=listing.differs,
        unlisted=listing.unlisted,
        no_plan=left,
    )
    return replace(results, files=tuple(files), caseload=caseload)
