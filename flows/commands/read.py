"""goldenthread read FILE: the plan as it was understood, so that a reading can be looked at."""

from __future__ import annotations

import argparse
from pathlib import Path

from extractors.status import Unreadable
from flows import console
from flows.commands.arguments import add_profile_argument
from flows.exits import ExitCode
from flows.instructions import instructions_of
from flows.job import Limits
from flows.plan_in_words import in_words
from flows.pool import read_alone


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("file", metavar="FILE", help="one plan (PDF or Word)")
    add_profile_argument(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Reads one file and says what was understood."""
    told = instructions_of(Path(arguments.profile) if arguments.profile else None)
    found = read_alone(Path(arguments.file), Limits(), told)
    if isinstance(found, Unreadable):
        console.say(f"Not read ({found.status}): {found.reason} {found.status.action}".strip())
        return ExitCode.SOME_NOT_AUDITED
    console.say(in_words(found))
    return ExitCode.ALL_AUDITED
