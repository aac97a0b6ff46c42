"""The audit as a Prefect flow: batches of files, then the caseload, then the reports.

Prefect is told ids and counts, never a path, a name or a word of a plan: its parameters, task
names, states and logs all end in a database. What goes wrong inside a task is therefore kept here
and raised again outside; Prefect is told only that it went wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.settings import PREFECT_API_URL, PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.task_runners import ThreadPoolTaskRunner

from flows import console, debug, job, pipeline
from flows.exits import ExitCode, Stop
from flows.pipeline import Run
from flows.pool import Pool
from flows.temporary_server import NoPrefect
from reports.result import Results

_AT_ONCE = 4  # batches: enough to keep every process busy while one of them ends
_QUIET: dict[str, Any] = {"persist_result": False, "log_prints": False, "retries": 0}
_FLOW: dict[str, Any] = {
    **_QUIET,
    "name": "audit-caseload",
    "task_runner": ThreadPoolTaskRunner(max_workers=_AT_ONCE),
}
_TASK: dict[str, Any] = {**_QUIET, "cache_policy": NO_CACHE}
Work = Callable[[], None]


class WentWrong(RuntimeError):  # noqa: N818 -- what it says is all that Prefect may know
    """Something went wrong; what it was is not for Prefect's database."""


@task(name="audit-batch", task_run_name="batch-{number}", **_TASK)
def audit_batch(number: int, work: Work) -> None:  # noqa: ARG001 -- the run is named by it
    """Reads and audits the files of one batch."""
    work()


@task(name="audit-scans", **_TASK)
def audit_scans(work: Work) -> None:
    """Reads the scanned files by text recognition, and audits them."""
    work()


@task(name="audit-crashed", **_TASK)
def audit_crashed(work: Work) -> None:
    """Tries the files once more at which a process died."""
    work()


@task(name="look-at-caseload", **_TASK)
def look_at_caseload(work: Work) -> None:
    """Puts the results together and runs the checks that need every plan."""
    work()


@task(name="write-reports", **_TASK)
def write_reports(work: Work) -> None:
    """Writes the workbook and the rest."""
    work()


class _Steps:
    """One run's work for the tasks, which learn nothing of it and pass nothing on."""

    def __init__(self, run: Run) -> None:
        self.error: Exception | None = None
        self._run = run
        self._results: Results | None = None

    @property
    def results(self) -> Results:
        """What was found, once all is done."""
        if self._results is None:
            raise WentWrong("there are no results")
        return self._results

    def carry_out(self, pool: Pool) -> None:
        """Runs every step as a task of the flow that this is called in."""
        batches = [
            audit_batch.submit(n, self._hushed(partial(self._run.audit, batch, pool)))
            for n, batch in enumerate(self._run.batches(), 1)
        ]
        for batch in batches:
            batch.result()
        audit_scans(self._hushed(partial(self._run.audit_scans, pool)))
        audit_crashed(self._hushed(self._run.audit_crashed))
        look_at_caseload(self._hushed(self._conclude))
        write_reports(self._hushed(self._deliver))

    def _conclude(self) -> None:
        self._results = pipeline.conclude(self._run)

    def _deliver(self) -> None:
        pipeline.deliver(self._run, self.results)

    def _hushed(self, work: Callable[[], object]) -> Work:
        """The same work; what goes wrong in it is kept here, and raised without a word."""

        def do() -> None:
            try:
                work()
            except Exception as error:  # noqa: BLE001 -- raised again outside of Prefect
                self.error = self.error or error
                raise WentWrong("the console says what") from None

        return do


@flow(**_FLOW)
def audit_caseload(job_id: str) -> dict[str, int]:
    """The audit that the private job file of that id asks for; gives how many files by status."""
    try:
        asked = job.load(job_id)
        with pipeline.started(asked, pipeline.Silent()) as run, run.processes() as pool:
            results = _carried_out(_Steps(run), pool)
    except Stop as stop:
        console.warn(stop.message)
        raise WentWrong(f"exit code {stop.code.value}") from None
    except Exception:  # noqa: BLE001 -- the boundary to Prefect's database
        debug.note()
        console.warn("A fault in the program stopped the audit.")
        raise WentWrong(f"exit code {ExitCode.INTERNAL.value}") from None
    console.say(f"Audited: {console.counted(results.by_status)}")
    return {status.value: count for status, count in results.by_status.items()}


def _carried_out(steps: _Steps, pool: Pool) -> Results:
    """What the steps found, or what went wrong in one of them, in its own words."""
    try:
        steps.carry_out(pool)
    except WentWrong:
        if steps.error is not None:
            raise steps.error from None
        raise
    return steps.results


def audit_here(run: Run, address: str) -> Results:
    """Audits a run that the command line has begun, under the Prefect server at that address."""
    steps = _Steps(run)
    # A heartbeat tells a server that outlives us that we are alive; here it costs a second.
    quiet = {PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None, PREFECT_API_URL: address}
    with run.processes() as pool:

        @flow(**_FLOW)
        def audit_one_caseload() -> None:
            steps.carry_out(pool)

        try:
            with temporary_settings(quiet):
                audit_one_caseload()
        except Exception as error:
            if steps.error is not None:
                raise steps.error from None
            raise NoPrefect from error
    return steps.results
