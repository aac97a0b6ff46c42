"""All that was found, as frames of rows: plans, outcomes, provision, links, findings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from reports.result import FileResult, Results
from reports.workbook.finding_rows import FINDING, finding_rows
from reports.workbook.item_rows import OUTCOME, PROVISION, outcome_rows, provision_rows
from reports.workbook.plan_rows import PLAN, plan_row
from reports.workbook.thread_rows import THREAD, thread_rows

_REFUSED = ["file", "status", "reason", "action"]


@dataclass(frozen=True, slots=True)
class Frames:
    """The rows behind every sheet."""

    plans: pd.DataFrame
    outcomes: pd.DataFrame
    provision: pd.DataFrame
    thread: pd.DataFrame
    findings: pd.DataFrame
    refused: pd.DataFrame

    def of(self, files: Collection[str]) -> Frames:
        """The rows of those files alone, each under its own number."""
        return replace(
            self,
            plans=_of(self.plans, files),
            outcomes=_of(self.outcomes, files),
            provision=_of(self.provision, files),
            thread=_of(self.thread, files),
            findings=_of(self.findings, files),
        )


def _of(frame: pd.DataFrame, files: Collection[str]) -> pd.DataFrame:
    return frame[frame["file"].isin(files)]


def frames(results: Results) -> Frames:
    """The frames of one audit, rows in the order of the files and of the plans' own print."""
    audited = [(r.file, r.audit) for r in results.files if r.audit]
    day = results.as_of
    return Frames(
        plans=_frame([plan_row(r) for r in results.files], PLAN),
        outcomes=_frame([o for f, a in audited for o in outcome_rows(f, a, day)], OUTCOME),
        provision=_frame([p for f, a in audited for p in provision_rows(f, a)], PROVISION),
        thread=_frame([t for f, a in audited for t in thread_rows(f, a)], THREAD),
        findings=_frame([x for f, a in audited for x in finding_rows(f, a)], FINDING),
        refused=_frame([_refused(r) for r in results.files if not r.audit], _REFUSED),
    )


def _frame(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns), dtype=object)


def _refused(result: FileResult) -> dict[str, Any]:
    return {
        "file": result.file,
        "status": result.status.value,
        "reason": result.reason,
        "action": result.action,
    }
