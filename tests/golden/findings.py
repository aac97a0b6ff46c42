"""What is found in each sample plan, a line a finding: so that a change shows what it changes."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from checks.check import Finding
from flows import pipeline
from flows.job import Job
from reports.result import Caseload, FileResult

PLANS = Path(__file__).parents[2] / "sample_plans" / "plans"
CASELOAD = PLANS.parent / "caseload.csv"
KEPT = Path(__file__).parent / "kept"
AS_OF = date(2026, 11, 21)


def found() -> dict[str, str]:
    """The findings in every sample file, by the name of the text that keeps them."""
    with (
        tempfile.TemporaryDirectory() as out,
        pipeline.started(
            Job(PLANS, Path(out) / "out", AS_OF, caseload=CASELOAD), pipeline.Silent()
        ) as run,
    ):
        pipeline.read_all(run)
        results = pipeline.conclude(run)
    texts = {f"{result.file}.txt": _text(result) for result in results.files}
    return texts | {"caseload list.txt": _list(results.caseload)}


def _text(result: FileResult) -> str:
    lines = [f"{result.status}: {result.reason}"]
    if result.audit:
        grades = result.audit.grades.items()
        lines.append("grades: " + ", ".join(f"{part} {grade.word}" for part, grade in grades))
        if result.listed:
            lines.append(f"listed: row {result.listed.row}, by {result.matched_by}")
        lines += [_line(finding) for finding in result.audit.findings]
    return "\n".join(lines) + "\n"


def _list(caseload: Caseload | None) -> str:
    """What is left over of the caseload list, and what is to be mended in it."""
    assert caseload is not None
    lines = [f"no plan: row {one.listed.row}: {one.why}" for one in caseload.no_plan]
    lines += [f"not listed: {one.file}: {one.why}" for one in caseload.unlisted]
    lines += [f"differ: {file}: {what}" for file, what in sorted(caseload.differs.items())]
    lines += [f"mend: row {r.row}, {r.column or '-'}: {r.says}" for r in caseload.remarks]
    return "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    place = str(finding.place) if finding.place else "-"
    quote = " ".join(finding.quote.split())
    return " | ".join([finding.check, finding.verdict, finding.item or "-", place, quote]).rstrip()
