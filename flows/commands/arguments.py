"""What several commands take, understood in the same way."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from flows.exits import ExitCode, Stop
from flows.job import Job, Limits
from flows.rubrics import ABOUT

_LEAST_MEGABYTES = 512  # the readers alone need half of it


def day(text: str) -> date:
    """A date written as 2026-07-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"«{text}» is no date; write it as 2026-07-31") from None


def add_audit_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what an audit takes, whenever it runs."""
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        help="the folder of plans: PDF (scans too), Word of any age, OpenDocument, rich text",
    )
    parser.add_argument("--out", metavar="FOLDER", required=True, help="where the results go")
    parser.add_argument(
        "--as-of",
        metavar="DATE",
        type=day,
        help="the day by which dates are judged, as 2026-07-31 (otherwise today)",
    )
    parser.add_argument("--rubric", metavar="FILE", help=ABOUT)
    parser.add_argument(
        "--caseload",
        metavar="FILE",
        help="your own list of the children (CSV or Excel): who they are, and the days of requests,"
        " drafts, plans and reviews",
    )
    add_profile_argument(parser)
    add_passwords_argument(parser)
    parser.add_argument(
        "--workers", metavar="N", type=int, help="files read at a time (otherwise one a processor)"
    )
    parser.add_argument(
        "--max-seconds", metavar="N", type=int, help="give a file up after this (otherwise 60)"
    )
    parser.add_argument(
        "--max-memory", metavar="MB", type=int, help="give a file up beyond this (otherwise 1536)"
    )
    parser.add_argument(
        "--afresh", action="store_true", help="read every file again, even unchanged ones"
    )


def add_profile_argument(parser: argparse.ArgumentParser) -> None:
    """Adds the authority's profile."""
    parser.add_argument(
        "--profile",
        metavar="FILE",
        help="your authority's own headings and labels (TOML); «goldenthread profile» proposes one",
    )


def add_passwords_argument(parser: argparse.ArgumentParser) -> None:
    """Adds the passwords of protected files."""
    parser.add_argument(
        "--passwords",
        metavar="FILE",
        help="a text file with the passwords of protected files, one a line: a password to try on "
        "any file, or «name of the file → password» (* stands for any letters)",
    )


def job_of(arguments: argparse.Namespace) -> Job:
    """The job that the arguments of `audit` and `schedule` describe."""
    usual = Job(Path(), Path())
    limits = Limits(
        seconds=_at_least(1, arguments.max_seconds, "--max-seconds", usual.limits.seconds),
        megabytes=_at_least(
            _LEAST_MEGABYTES, arguments.max_memory, "--max-memory", usual.limits.megabytes
        ),
    )
    return Job(
        folder=Path(arguments.folder),
        out=Path(arguments.out),
        as_of=arguments.as_of,
        rubric=Path(arguments.rubric) if arguments.rubric else None,
        profile=Path(arguments.profile) if arguments.profile else None,
        passwords=Path(arguments.passwords) if arguments.passwords else None,
        caseload=Path(arguments.caseload) if arguments.caseload else None,
        workers=_at_least(1, arguments.workers, "--workers", usual.workers),
        limits=limits,
        afresh=arguments.afresh,
    )


def _at_least(least: int, given: int | None, option: str, usual: int) -> int:
    if given is None:
        return usual
    if given < least:
        raise Stop(f"{option} must be at least {least}.", ExitCode.USAGE)
    return given
