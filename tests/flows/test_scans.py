"""Scanned files in an audit: counted first, read after all others, their time announced."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extractors.ocr_engine import is_installed
from extractors.status import Status
from flows import pipeline
from flows.job import Job, Limits
from flows.pipeline import Silent
from flows.scans import time_for
from tests.extractors.pdf_files import drawn, write
from tests.extractors.scans import scanned
from tests.flows.small_plans import plan_file


class _Told(Silent):
    """Who is told of an audit, and remembers it."""

    def __init__(self) -> None:
        self.stages: list[str] = []

    def begin(self, what: str, total: int) -> None:
        self.stages.append(f"{what}: {total}")


@pytest.mark.skipif(not is_installed(), reason="text recognition is not installed")
def test_a_scan_is_read_after_the_others_and_not_again(tmp_path: Path) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    plan_file(folder / "plan.docx")
    words = ["A letter about something else.", "It holds no section of any plan."] * 3
    (folder / "scan.pdf").write_bytes(scanned(drawn(lambda c: write(c, *words))))
    job = Job(folder, tmp_path / "out", date(2026, 7, 31), workers=1)
    told = _Told()
    with pipeline.started(job, told) as run:
        pipeline.read_all(run)
        results = pipeline.conclude(run)
    assert [file.status for file in results.files] == [Status.AUDITED, Status.NOT_A_PLAN]
    assert told.stages == [
        "Looking at the files: 2",
        "Reading the plans: 2",
        "Reading 1 scanned file, about 1 page, about 1 minute: 1",
    ]
    with pipeline.started(job, Silent()) as again:
        assert not again.waiting


@pytest.mark.parametrize(
    ("pages", "workers", "said"),
    [
        ([1], 4, "1 scanned file, about 1 page, about 1 minute"),
        ([20, 60, 60], 2, "3 scanned files, about 140 pages, about 4 minutes"),
        ([100], 8, "1 scanned file, about 100 pages, about 5 minutes"),
    ],
)
def test_the_time_that_scans_take_is_said(pages: list[int], workers: int, said: str) -> None:
    assert time_for(pages, workers) == said


def test_a_scan_may_take_longer_the_more_pages_it_has() -> None:
    assert Limits(seconds=60).for_scan(12) == Limits(seconds=180)
