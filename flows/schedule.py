"""An audit that runs by the clock: Prefect keeps the time, this process does the work."""

from __future__ import annotations

import contextlib
import hashlib
import os
import warnings
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flows import console, job, output, settings
from flows.exits import ExitCode, Stop
from flows.job import Job
from flows.lock import only_one
from flows.rubrics import settled
from flows.temporary_server import NoPrefect, serving


def absolute(asked: Job) -> Job:
    """The same job, understood in the same way from any folder."""
    return replace(
        asked,
        folder=asked.folder.resolve(),
        out=asked.out.resolve(),
        rubric=settled(asked.rubric),
        profile=asked.profile.resolve() if asked.profile else None,
        passwords=asked.passwords.resolve() if asked.passwords else None,
        caseload=asked.caseload.resolve() if asked.caseload else None,
    )


def id_of(asked: Job) -> str:
    """A name for a job that says nothing of it: one for each output folder."""
    return f"caseload-{hashlib.sha256(os.fsencode(asked.out)).hexdigest()[:10]}"


def check_clock(cron: str, timezone: str) -> None:
    """Ends the command where the times cannot be understood."""
    try:
        ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Stop(
            f"«{timezone}» is no time zone; write one like Europe/London.", ExitCode.USAGE
        ) from error
    from prefect.client.schemas.schedules import CronSchedule  # noqa: PLC0415 -- after its settings

    try:
        CronSchedule(cron=cron, timezone=timezone)
    except ValueError as error:
        raise Stop(
            f"«{cron}» is no schedule. Five parts: minute, hour, day, month, weekday; "
            "«30 20 * * 1-5» is half past eight in the evening, Monday to Friday.",
            ExitCode.USAGE,
        ) from error


def keep_running(asked: Job, cron: str, timezone: str) -> None:
    """Audits by the clock until it is stopped. Prefect learns the job's id, and no more."""
    output.prepare(asked)
    os.environ[job.JOBS] = str(asked.private / "jobs")
    settings.apply(asked.private / "prefect")
    check_clock(cron, timezone)
    with only_one(asked.private / "schedule-lock"):
        id = id_of(asked)
        job.save(asked, id)
        try:
            with serving(schedules=True):
                _serve(id, cron, timezone)
        except NoPrefect:
            raise Stop(
                "Prefect could not be started, so nothing was scheduled.", ExitCode.INTERNAL
            ) from None


def _serve(id: str, cron: str, timezone: str) -> None:
    from prefect.context import refresh_global_settings_context  # noqa: PLC0415 -- after its settings
    from prefect.schedules import Cron  # noqa: PLC0415 -- the same
    from prefect.types.entrypoint import EntrypointType  # noqa: PLC0415 -- the same

    from flows.audit import audit_caseload  # noqa: PLC0415 -- the same

    refresh_global_settings_context()  # it has been imported before the server had its address
    console.say(f"Waiting for {cron} ({timezone}). Ctrl-C ends it; then nothing runs any more.")
    with warnings.catch_warnings(), contextlib.suppress(SystemExit):
        # Asked to end, Prefect leaves a coroutine behind and exits as if all had been done.
        warnings.filterwarnings("ignore", "coroutine .* was never awaited", RuntimeWarning)
        audit_caseload.serve(
            name=id,
            parameters={"job_id": id},
            schedule=Cron(cron, timezone=timezone),
            limit=1,
            pause_on_shutdown=False,  # or it would stay paused when the service is started again
            print_starting_message=False,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
    raise KeyboardInterrupt
