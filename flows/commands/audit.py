"""goldenthread audit: a folder of plans in, a workbook out."""

from __future__ import annotations

import argparse

from extractors.status import Status
from flows import console, pipeline, settings
from flows.commands.arguments import add_audit_arguments, job_of
from flows.console import Bar
from flows.exits import ExitCode, Stop
from flows.job import Job
from flows.pipeline import Run
from flows.summary import adds_up, summary
from flows.temporary_server import NoPrefect, serving
from reports.result import Results

_GOOD = {Status.AUDITED, Status.AUDITED_PARTLY, Status.DUPLICATE}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    add_audit_arguments(parser)
    parser.add_argument(
        "--no-prefect", action="store_true", help="without Prefect: the same results, sooner"
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Audits the folder and says what was found."""
    job = job_of(arguments)
    with console.bar() as bar, pipeline.started(job, bar) as under_way:
        if not under_way.inventory.found:
            raise Stop(f"There are no files in {job.folder}.", ExitCode.USAGE)
        results = _results(under_way, job, bar, prefect=not arguments.no_prefect)
    console.say(summary(job, under_way.inventory, results))
    if not adds_up(under_way.inventory, results):
        console.warn("The files do not add up. Please report this as a fault of the program.")
        return ExitCode.INTERNAL
    good = all(result.status in _GOOD for result in results.files)
    return ExitCode.ALL_AUDITED if good else ExitCode.SOME_NOT_AUDITED


def _results(run: Run, job: Job, bar: Bar, *, prefect: bool) -> Results:
    """What was found, by way of Prefect where there is something to read."""
    if run.unchanged:
        console.warn(f"Unchanged since an earlier audit, not read again: {run.unchanged:,}")
    if prefect and run.waiting:
        bar.begin("Getting ready", 0)
        try:
            return _under_prefect(run, job)
        except NoPrefect:
            console.warn("Prefect could not be started; the audit goes on without it.")
            run.look_again()
    pipeline.read_all(run)
    results = pipeline.conclude(run)
    bar.begin("Writing the workbook", 1)
    pipeline.deliver(run, results)
    return results


def _under_prefect(run: Run, job: Job) -> Results:
    settings.apply(job.private / "prefect")
    with serving() as address:
        from flows import audit  # noqa: PLC0415 -- Prefect reads its settings on import

        return audit.audit_here(run, address)
