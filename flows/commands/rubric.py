"""goldenthread rubric diff: which plans and findings another rubric would change."""

from __future__ import annotations

import argparse
import zipfile
from collections.abc import Iterator
from pathlib import Path

from checks.caseload.listing import Listing, match
from checks.check import Finding
from checks.difference import Difference, audited, differences
from checks.rubric import Rubric
from extractors.listed import CaseloadList
from flows import console, output, private
from flows.caseload import caseload_of
from flows.commands.arguments import add_passwords_argument, add_profile_argument, day
from flows.comparing import Caseload, caseload_in
from flows.exits import ExitCode, Stop
from flows.job import Job
from flows.rubrics import ABOUT, rubric_of
from reports.workbook.difference_book import (
    SAID,
    TITLE,
    Compared,
    changed_checks,
    difference_workbook,
)

_LONGEST = 100  # letters of a quote


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    about = "say which plans and findings would change under another rubric"
    diff = actions.add_parser("diff", help=about, description=f"{about.capitalize()}.")
    diff.add_argument("before", metavar="A", help=f"«default», or {ABOUT}")
    diff.add_argument("after", metavar="B", help="the other one, in the same way")
    diff.add_argument(
        "folder",
        metavar="FOLDER",
        help="a folder of plans, or the output folder of an earlier audit, whose plans need not "
        "be read again",
    )
    diff.add_argument(
        "--as-of",
        metavar="DATE",
        type=day,
        help="the day by which dates are judged (otherwise that of the earlier audit, or today)",
    )
    diff.add_argument(
        "--caseload",
        metavar="FILE",
        help="your own list of the children (CSV or Excel), so that clocks are compared too",
    )
    diff.add_argument(
        "--out",
        metavar="FILE",
        help="write it as a workbook (.xlsx) too; it holds words of plans: keep it like them",
    )
    add_profile_argument(diff)
    add_passwords_argument(diff)


def run(arguments: argparse.Namespace) -> ExitCode:
    """Compares the two rubrics and says what changes."""
    rubrics = rubric_of(arguments.before), rubric_of(arguments.after)
    job = Job(
        folder=Path(arguments.folder),
        out=Path(),
        as_of=arguments.as_of,
        profile=Path(arguments.profile) if arguments.profile else None,
        passwords=Path(arguments.passwords) if arguments.passwords else None,
    )
    out = Path(arguments.out) if arguments.out else None
    if out:
        _check(out)
    told = caseload_of(Path(arguments.caseload) if arguments.caseload else None)
    with console.bar() as bar:
        caseload = caseload_in(job, bar)
        bar.begin("Comparing the rubrics", 0)
        listing = match(told.children, caseload.plans) if told else Listing()
        before, after = (
            audited(caseload.plans, rubric, caseload.as_of, listing.listed) for rubric in rubrics
        )
    names = (_named(rubrics[0]), _named(rubrics[1]))
    beside = _beside(told, listing) if told else "No caseload list: clocks are not compared."
    compared = Compared(names, caseload.as_of, beside, before, after, differences(before, after))
    console.say("\n".join(_told(compared, caseload)))
    if out:
        with output.written_to(out):
            private.write(out, difference_workbook(compared))
        console.say(f"\nWorkbook: {out}")
    return ExitCode.SOME_NOT_AUDITED if caseload.without else ExitCode.ALL_AUDITED


def _check(out: Path) -> None:
    """Ends the command where the workbook would take the place of anything but an earlier one."""
    if out.suffix.lower() != ".xlsx" or out.is_dir() or not out.parent.is_dir():
        raise Stop(
            f"{out} cannot be written: give the name of a workbook (.xlsx), in a folder that is"
            " there.",
            ExitCode.USAGE,
        )
    output.check_own(out, _ours)


def _ours(out: Path) -> bool:
    try:
        with zipfile.ZipFile(out) as book:
            return TITLE.encode() in book.read("docProps/core.xml")
    except (OSError, KeyError, zipfile.BadZipFile):
        return False


def _beside(told: CaseloadList, listing: Listing) -> str:
    """How many children of the list have a plan here."""
    found = len(told.children) - len(listing.no_plan)
    return f"{told.file}: {found:,} of {len(told.children):,} children have a plan here."


def _named(rubric: Rubric) -> str:
    return f"{rubric.name} {rubric.version}, {rubric.hash} (words: {rubric.lexicon.in_words})"


def _told(compared: Compared, caseload: Caseload) -> Iterator[str]:
    found = compared.found
    for letter, rubric in zip("AB", compared.rubrics, strict=True):
        yield f"{letter}: {rubric}"
    yield compared.beside
    of = len(caseload.plans)
    yield f"Dates as of {caseload.as_of}. Plans compared: {of:,}; {len(found):,} would change."
    if caseload.without:
        yield f"Files without a plan to compare: {caseload.without:,}."
    if not found:
        yield "\nNothing changes."
        return
    yield "\nFindings by check, A → B"
    yield from _counted(compared)
    regraded = [one for one in found if one.regraded]
    yield f"\nPlans whose grade changes: {len(regraded):,}"
    for one in regraded:
        yield f"  {one.file}: {one.grades[0]} → {one.grades[1]}"
    yield "\nFindings: + only under B, - only under A, ~ said otherwise"
    for one in found:
        yield from _of_plan(one)


def _counted(compared: Compared) -> Iterator[str]:
    """The checks whose counts change, or that ask more or less firmly."""
    lines = {row["check"]: row for row in changed_checks(compared)}
    width = max((len(check) for check in lines), default=0)
    for check, row in lines.items():
        told = [
            f"{said} {row[f'{said}_A']:,} → {row[f'{said}_B']:,}"
            for said in SAID.values()
            if row[f"{said}_A"] or row[f"{said}_B"]
        ]
        firm = [str(row["severity_A"] or ""), str(row["severity_B"] or "")]
        if all(firm) and firm[0] != firm[1]:
            told.append(" → ".join(firm))
        yield f"  {check:<{width}}  {'; '.join(told)}"
    if not lines:
        yield "  The same number for each."


def _of_plan(one: Difference) -> Iterator[str]:
    if not (one.gone or one.added or one.turned):
        return
    yield f"\n{one.file}"
    for finding in one.gone:
        yield f"  - {_line(finding)}"
    for finding in one.added:
        yield f"  + {_line(finding)}"
    for then, now in one.turned:
        yield f"  ~ {_line(now)}: {then.verdict} ({then.severity}) → {now.verdict} ({now.severity})"


def _line(finding: Finding) -> str:
    """Check, item and quote of a finding, in one line."""
    quote = " ".join(finding.quote.split())
    short = quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"
    where = finding.item or (f"Section {finding.section}" if finding.section else "the plan")
    return f"{finding.check}, {where}" + (f": «{short}»" if short else "")
