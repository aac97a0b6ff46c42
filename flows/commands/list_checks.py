"""goldenthread checks: every check, in the order of the sections."""

from __future__ import annotations

import argparse
from itertools import groupby

from checks.catalogue import CHECKS
from checks.check import Check
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
            console.say(f"  {check.id:<{width}}  {check.title} ({check.severity})")
    console.say("\n«goldenthread explain ID» says why a check is made, with examples.")
    return ExitCode.ALL_AUDITED


def _section(check: Check) -> str:
    return f"Section {check.section}" if check.section else "The whole plan"
