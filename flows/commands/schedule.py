"""goldenthread schedule: the same audit by itself, by the clock."""

from __future__ import annotations

import argparse

from flows import console, job, output
from flows.commands.arguments import add_audit_arguments, job_of
from flows.exits import ExitCode, Stop
from flows.schedule import absolute, keep_running


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    add_audit_arguments(parser)
    parser.add_argument(
        "--cron",
        metavar="WHEN",
        help="«30 20 * * 1-5» is half past eight in the evening, Monday to Friday",
    )
    parser.add_argument(
        "--timezone", metavar="ZONE", default="Europe/London", help="otherwise Europe/London"
    )
    parser.add_argument(
        "--save-as",
        metavar="ID",
        help="run nothing; keep the job under this id, for a Prefect worker of your own",
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Runs until it is stopped, or keeps the job for somebody else to run."""
    asked = absolute(job_of(arguments))
    output.check_folders(asked)
    if arguments.save_as:
        console.say(f"Kept in {job.save(asked, arguments.save_as)}")
        return ExitCode.ALL_AUDITED
    if not arguments.cron:
        raise Stop("Say when, with --cron.", ExitCode.USAGE)
    keep_running(asked, arguments.cron, arguments.timezone)
    return ExitCode.ALL_AUDITED
