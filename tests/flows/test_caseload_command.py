"""An audit with a caseload list: read before the plans, and changed without reading them again."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from pathlib import Path

import pytest

from checks.check import Verdict
from flows import job, pipeline, worker
from flows.commands.arguments import add_audit_arguments, job_of
from flows.exits import ExitCode, Stop
from flows.job import Job
from flows.schedule import absolute
from reports.result import Results
from tests.flows.small_plans import plan_file

AS_OF = date(2026, 11, 21)
LIST = """Open cases
Case ref,Name,Date of birth,Request received,Final plan issued
A-1001,Amira Hussain,{born},05/01/2026,20/06/2026
A-1002,Ben Wray,01/02/2015,05/01/2026,
"""


@pytest.fixture
def asked(tmp_path: Path) -> Job:
    plans = tmp_path / "plans"
    plans.mkdir()
    plan_file(plans / "a1001 Hussain.docx")
    (tmp_path / "cases.csv").write_text(LIST.format(born=""), encoding="utf-8")
    return Job(plans, tmp_path / "out", AS_OF, caseload=tmp_path / "cases.csv", workers=1)


def audited(asked: Job) -> tuple[Results, int]:
    """What was found, and how many files had to be read for it."""
    with pipeline.started(asked, pipeline.Silent()) as run:
        waiting = len(run.waiting)
        pipeline.read_all(run)
        return pipeline.conclude(run), waiting


def test_the_list_is_put_beside_the_plans_and_a_new_list_needs_no_reading(asked: Job) -> None:
    results, read = audited(asked)

    assert read == 1
    (file,) = results.files
    assert file.listed is not None
    assert file.listed.reference == "A-1001"
    assert file.matched_by == "reference in the name of the file"
    assert {clock.check: clock.verdict for clock in file.clocks}["t-20wk"] is Verdict.FAIL
    assert file.audit is not None
    assert file.audit.verdicts["t-20wk"] is not Verdict.NOT_ASSESSED
    assert results.caseload is not None
    assert [one.listed.name for one in results.caseload.no_plan] == ["Ben Wray"]

    assert asked.caseload is not None
    asked.caseload.write_text("Name,Ref\nBen Wray,A-1002\n", encoding="utf-8")
    changed, read = audited(asked)

    assert read == 0
    assert changed.files[0].listed is None
    assert changed.caseload is not None
    assert [one.file for one in changed.caseload.unlisted] == ["a1001 Hussain.docx"]


def test_a_list_that_cannot_be_used_ends_the_command_before_anything_is_read(
    asked: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert asked.caseload is not None
    asked.caseload.write_text("Dear colleague,\nplease find the list elsewhere.\n")
    monkeypatch.setattr(worker, "audit_file", None)

    with pytest.raises(Stop) as stopped, pipeline.started(asked, pipeline.Silent()):
        pass

    assert stopped.value.code is ExitCode.USAGE
    assert "cannot be used. No row of it can be its heads" in stopped.value.message
    assert "colleague" not in stopped.value.message
    assert not asked.out.exists()


def test_a_schedule_keeps_which_list_it_was(
    asked: Job, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(job.JOBS, str(tmp_path / "jobs"))

    job.save(absolute(asked), "caseload")

    assert job.load("caseload").caseload == asked.caseload


def test_the_option_is_understood() -> None:
    parser = ArgumentParser()
    add_audit_arguments(parser)

    told = job_of(parser.parse_args(["plans", "--out", "out", "--caseload", "cases.xlsx"]))

    assert told.caseload == Path("cases.xlsx")
