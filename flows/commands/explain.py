"""goldenthread explain ID: what a check asks, why, where that is written, and examples."""

from __future__ import annotations

import argparse
import difflib

from checks.catalogue import BY_ID
from checks.guide import explain
from flows import console
from flows.exits import ExitCode, Stop


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("id", metavar="ID", help="the check, as «goldenthread checks» lists it")


def run(arguments: argparse.Namespace) -> ExitCode:
    """Explains one check."""
    check = BY_ID.get(arguments.id)
    if check is None:
        near = difflib.get_close_matches(arguments.id, BY_ID, n=3)
        hint = f" Did you mean {' or '.join(near)}?" if near else ""
        raise Stop(f"There is no check «{arguments.id}».{hint}", ExitCode.USAGE)
    console.say(explain(check))
    return ExitCode.ALL_AUDITED
