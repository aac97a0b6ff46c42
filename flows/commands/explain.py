"""goldenthread explain ID: what a check asks, why, where that is written, and examples."""

from __future__ import annotations

import argparse

from checks.audit import severity_of
from checks.catalogue import BY_ID
from checks.guide import explain
from checks.lexicon_file import near
from checks.standing import STANDINGS_IN_WORDS, standing_of
from flows import console
from flows.exits import ExitCode, Stop
from flows.rubrics import ABOUT, rubric_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("id", metavar="ID", help="the check, as «goldenthread checks» lists it")
    parser.add_argument("--rubric", metavar="RUBRIC", help=ABOUT)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Explains one check."""
    check = BY_ID.get(arguments.id)
    if check is None:
        guess = near(arguments.id, BY_ID)
        raise Stop(f"There is no check «{arguments.id}»{guess}.", ExitCode.USAGE)
    rubric = rubric_of(arguments.rubric)
    console.say(explain(check))
    standing = standing_of(check, rubric)
    console.say(
        f"\nUnder «{rubric.name}» {rubric.version}: {severity_of(check, rubric)}; {standing}"
        f" ({STANDINGS_IN_WORDS[standing]})."
    )
    return ExitCode.ALL_AUDITED
