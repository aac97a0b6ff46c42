"""goldenthread checks: every check, in the order of the sections."""

from __future__ import annotations

import argparse
from itertools import groupby

from checks.audit import severity_of
from checks.catalogue import CHECKS
from checks.check import Check, Severity
from checks.rubric import Rubric
from checks.standing import Standing, right_in_words, standing_of
from flows import console
from flows.exits import ExitCode
from flows.rubrics import ABOUT, rubric_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("--rubric", metavar="RUBRIC", help=ABOUT)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Lists the checks, as the rubric has them."""
    rubric = rubric_of(arguments.rubric)
    console.say(f"{rubric.name} {rubric.version}, {rubric.hash}\n")
    width = max(len(check.id) for check in CHECKS)
    for section, checks in groupby(CHECKS, key=_section):
        console.say(section)
        for check in checks:
            console.say(f"  {check.id:<{width}}  {check.title} ({_stands(check, rubric)})")
    console.say(
        "\nRed asserts, amber asks, off is not run; behind it, of its findings on the sample plans,"
        " how many were right."
        "\n«goldenthread explain ID» says why a check is made, with examples and all figures."
    )
    return ExitCode.ALL_AUDITED


def _stands(check: Check, rubric: Rubric) -> str:
    """How firmly it asks, how far it is trusted, and by what: "should; red, 36 of 36"."""
    severity = severity_of(check, rubric)
    standing = standing_of(check, rubric)
    informs = severity is Severity.INFO and standing is not Standing.OFF
    return f"{severity}; {'informs' if informs else standing}, {right_in_words(check)}"


def _section(check: Check) -> str:
    return f"Section {check.section}" if check.section else "The whole plan"
