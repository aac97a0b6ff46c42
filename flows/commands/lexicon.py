"""goldenthread lexicon lint: what should be mended in a file of words."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from checks.lexicon_file import LexiconError
from checks.lexicon_lint import Background, Remark, background, lint, lint_ours
from extractors.plan import Kind
from flows import console
from flows.comparing import Caseload, caseload_in
from flows.exits import ExitCode, Stop
from flows.job import Job

_KINDS = (Kind.ASPIRATION, Kind.NEED, Kind.OUTCOME, Kind.PROVISION)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    about = "say what should be mended in a file of words"
    lint_ = actions.add_parser("lint", help=about, description=f"{about.capitalize()}.")
    lint_.add_argument(
        "file", nargs="?", metavar="FILE", help="your own words (otherwise those of the program)"
    )
    lint_.add_argument(
        "--plans",
        metavar="FOLDER",
        help="try the words on these: a folder of plans, or the output folder of an earlier audit "
        "(otherwise on the statements of the sample plans)",
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Looks through the words; what must be mended gives another exit code than a remark."""
    texts = _texts(arguments.plans)
    try:
        remarks = lint(Path(arguments.file), texts) if arguments.file else lint_ours(texts)
    except LexiconError as error:
        raise Stop(str(error), ExitCode.USAGE) from None
    for line in _told(remarks):
        console.say(line)
    return ExitCode.SOME_NOT_AUDITED if any(r.must for r in remarks) else ExitCode.ALL_AUDITED


def _texts(folder: str | None) -> Background:
    if folder is None:
        return background()
    with console.bar() as bar:
        caseload = caseload_in(Job(Path(folder), Path()), bar)
    texts = _statements(caseload)
    if not texts:
        raise Stop(f"No plan in {folder} could be read.", ExitCode.USAGE)
    return Background(texts)


def _statements(caseload: Caseload) -> list[str]:
    return sorted({item.text for _, plan in caseload.plans for item in plan.of(*_KINDS)})


def _told(remarks: Iterable[Remark]) -> Iterator[str]:
    mend = look = 0
    for remark in remarks:
        mend, look = mend + remark.must, look + (not remark.must)
        said = "" if remark.must else " (perhaps meant so)"
        yield f"{remark.file}, line {remark.line}: «{remark.words}»: {remark.why}{said}."
    yield f"To mend: {mend:,}. To look at: {look:,}."
