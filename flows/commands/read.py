"""goldenthread read FILE: the plan as it was understood, so that a reading can be looked at."""

from __future__ import annotations

import argparse
from pathlib import Path

from extractors.instructions import Instructions
from extractors.status import Status, Unreadable
from flows import console, output, private
from flows.commands.arguments import add_passwords_argument, add_profile_argument
from flows.exits import ExitCode, Stop
from flows.instructions import instructions_of
from flows.job import Limits
from flows.plan_in_words import HOW_READ, cover, in_words
from flows.pool import read_alone, show_alone
from reports.reading.page import MADE_BY, reading_page

_HEAD = 2_000  # bytes of a page, in which it says what made it


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("file", metavar="FILE", help="one plan")
    parser.add_argument(
        "--html",
        metavar="OUT",
        help="write a page for the browser that shows the file with all that was read of it, and "
        "what was left out and why (it holds the whole plan: keep it as you keep the plan)",
    )
    add_profile_argument(parser)
    add_passwords_argument(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Reads one file and says, or shows, what was understood."""
    told = instructions_of(
        Path(arguments.profile) if arguments.profile else None,
        Path(arguments.passwords) if arguments.passwords else None,
    )
    path = Path(arguments.file)
    if arguments.html:
        return _show(path, Path(arguments.html), told)
    found = read_alone(path, Limits(), told)
    if isinstance(found, Unreadable):
        return _not_read(found)
    console.say(in_words(found))
    return ExitCode.ALL_AUDITED


def _not_read(why: Unreadable) -> ExitCode:
    console.say(f"Not read ({why.status}): {why.reason} {why.status.action}".strip())
    return ExitCode.SOME_NOT_AUDITED


def _show(path: Path, out: Path, told: Instructions) -> ExitCode:
    """Writes the page, also for a file that was read and is no plan."""
    _check(path, out)
    shown = show_alone(path, Limits(), told)
    trace = shown.trace
    if trace is None:
        return _not_read(shown.unreadable or Unreadable(Status.READER_CRASHED))
    said = [(name, value) for name, value in cover(trace.plan) if value] if trace.plan else []
    said = [(name, value) for name, value in said if name != HOW_READ]  # the page has sentences
    page = reading_page(path.name, said, trace, shown.pictures, shown.thread)
    with output.written_to(out):
        private.write(out, page.encode("utf-8", "replace"))
    console.say(f"Page: {out}")
    return _not_read(trace.unreadable) if trace.unreadable else ExitCode.ALL_AUDITED


def _check(path: Path, out: Path) -> None:
    """Ends the command where the page would take the place of anything but an earlier page."""
    if out.is_dir() or not out.parent.is_dir():
        raise Stop(
            f"{out} cannot be written: give a file's name, in a folder that is there.",
            ExitCode.USAGE,
        )
    output.check_own(out, lambda there: there.resolve() != path.resolve() and _ours(there))


def _ours(out: Path) -> bool:
    with output.written_to(out), out.open("rb") as file:
        return f'name="generator" content="{MADE_BY}"'.encode() in file.read(_HEAD)
