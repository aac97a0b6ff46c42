"""goldenthread profile FOLDER: a profile proposed from what the folder's plans print alike."""

from __future__ import annotations

import argparse
from pathlib import Path

from extractors.proposal import as_file, propose
from extractors.teaching import vocabulary_of
from flows import console, output, private
from flows.commands.arguments import add_profile_argument
from flows.exits import ExitCode, Stop
from flows.instructions import instructions_of
from flows.inventory import take_inventory
from flows.job import Job, Limits
from flows.pool import glean_each


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("folder", metavar="FOLDER", help="a folder of plans, of several children")
    parser.add_argument(
        "--out", metavar="FILE", help="write the proposal there (otherwise it is shown)"
    )
    add_profile_argument(parser)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Reads the folder's plans and proposes what a profile may say."""
    folder, out = Path(arguments.folder), Path(arguments.out) if arguments.out else None
    if not folder.is_dir():
        raise Stop(f"{folder} is not a folder that can be opened.", ExitCode.USAGE)
    if out is not None:
        _check(out)
    told = instructions_of(Path(arguments.profile) if arguments.profile else None)
    paths = [given.path for given in take_inventory(folder).given if given.refused is None]
    read = []
    with console.bar() as bar:
        bar.begin("Reading the plans", len(paths))
        for gleaned in glean_each(paths, Limits(), told, Job(folder, folder).workers):
            bar.advance()
            read += [gleaned] if gleaned else []
    proposed = propose(read, vocabulary_of(told.profile))
    if not proposed:
        console.say(
            f"{len(read)} of {len(paths)} files were read. Nothing that plans of two children "
            "have in common is unknown, so there is nothing to propose."
        )
        return ExitCode.ALL_AUDITED
    text = as_file(proposed, len(read))
    if out is None:
        console.say(text.rstrip())
        return ExitCode.ALL_AUDITED
    with output.written_to(out):
        private.write(out, text.encode())
    placed = sum(bool(p.table) for p in proposed)
    console.say(
        f"{len(read)} of {len(paths)} files were read. Proposed: {placed} phrases with a guess, "
        f"{len(proposed) - placed} without. Look through {out}, then give it with --profile."
    )
    return ExitCode.ALL_AUDITED


def _check(out: Path) -> None:
    """Ends the command where the file is there: somebody may have worked on it."""
    if not out.parent.is_dir():
        raise Stop(f"There is no folder {out.parent} to write to.", ExitCode.USAGE)
    if out.exists() or out.is_symlink():
        raise Stop(f"{out} is there already. Give another name.", ExitCode.USAGE)
