"""What is found in each sample plan, a line a finding: so that a change shows what it changes."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from checks.check import Finding
from flows import pipeline
from flows.job import Job
from reports.result import FileResult

PLANS = Path(__file__).parents[2] / "sample_plans" / "plans"
KEPT = Path(__file__).parent / "kept"
AS_OF = date(2026, 11, 21)


def found() -> dict[str, str]:
    """The findings in every sample file, by the name of the text that keeps them."""
    with (
        tempfile.TemporaryDirectory() as out,
        pipeline.started(Job(PLANS, Path(out) / "out", AS_OF), pipeline.Silent()) as run,
    ):
        pipeline.read_all(run)
        results = pipeline.conclude(run)
    return {f"{result.file}.txt": _text(result) for result in results.files}


def _text(result: FileResult) -> str:
    lines = [f"{result.status}: {result.reason}"]
    if result.audit:
        grades = result.audit.grades.items()
        lines.append("grades: " + ", ".join(f"{part} {grade.word}" for part, grade in grades))
        lines += [_line(finding) for finding in result.audit.findings]
    return "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    place = str(finding.place) if finding.place else "-"
    quote = " ".join(finding.quote.split())
    return " | ".join([finding.check, finding.verdict, finding.item or "-", place, quote]).rstrip()
