"""goldenthread checks: every check, in the order of the sections."""

from __future__ import annotations

import argparse
from itertools import groupby

from checks.catalogue import CHECKS
from checks.check import Check, Severity
from checks.standing import earned_by, figures_of, right_in_words
from flows import console
from flows.exits import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds nothing: the command takes no arguments."""


def run(_arguments: argparse.Namespace) -> ExitCode:
    """Lists the checks."""
    width = max(len(check.id) for check in CHECKS)
    for section, checks in groupby(CHECKS, key=_section):
        console.say(section)
        for check in checks:
            console.say(f"  {check.id:<{width}}  {check.title} ({check.severity}; {_right(check)})")
    console.say(
        "\nRed asserts, amber asks, off is not run; behind it, of its findings on the sample plans,"
        " how many were right."
        "\n«goldenthread explain ID» says why a check is made, with examples and all figures."
    )
    return ExitCode.ALL_AUDITED


def _right(check: Check) -> str:
    """How far the check is trusted, and by what: "red, 36 of 36"."""
    standing = "informs" if check.severity is Severity.INFO else earned_by(check, figures_of(check))
    return f"{standing}, {right_in_words(check)}"


def _section(check: Check) -> str:
    return f"Section {check.section}" if check.section else "The whole plan"
