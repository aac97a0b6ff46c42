"""goldenthread rubric diff: which plans and findings another rubric would change."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from checks.audit import Audit
from checks.catalogue import BY_ID
from checks.check import Finding, Verdict
from checks.difference import Difference, audited, counts, differences
from checks.rubric import Rubric
from flows import console
from flows.commands.arguments import add_passwords_argument, add_profile_argument, day
from flows.comparing import Caseload, caseload_in
from flows.exits import ExitCode
from flows.job import Job
from flows.rubrics import ABOUT, rubric_of

_SAID = {  # what a finding of each verdict is called
    Verdict.FAIL: "faults",
    Verdict.UNCLEAR: "questions",
    Verdict.PASS: "notes",
}
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
    with console.bar() as bar:
        caseload = caseload_in(job, bar)
        bar.begin("Comparing the rubrics", 0)
        before, after = (audited(caseload.plans, rubric, caseload.as_of) for rubric in rubrics)
    console.say("\n".join(_told(rubrics, caseload, before, after)))
    return ExitCode.SOME_NOT_AUDITED if caseload.without else ExitCode.ALL_AUDITED


def _told(
    rubrics: Sequence[Rubric],
    caseload: Caseload,
    before: Mapping[str, Audit],
    after: Mapping[str, Audit],
) -> Iterator[str]:
    for letter, rubric in zip("AB", rubrics, strict=True):
        words = rubric.lexicon.in_words
        yield f"{letter}: {rubric.name} {rubric.version}, {rubric.hash} (words: {words})"
    found = differences(before, after)
    of = len(caseload.plans)
    yield f"Dates as of {caseload.as_of}. Plans compared: {of:,}; {len(found):,} would change."
    if caseload.without:
        yield f"Files without a plan to compare: {caseload.without:,}."
    if not found:
        yield "\nNothing changes."
        return
    yield "\nFindings by check, A → B"
    yield from _counted(before, after)
    regraded = [one for one in found if one.regraded]
    yield f"\nPlans whose grade changes: {len(regraded):,}"
    for one in regraded:
        yield f"  {one.file}: {one.grades[0]} → {one.grades[1]}"
    yield "\nFindings: + only under B, - only under A, ~ said otherwise"
    for one in found:
        yield from _of_plan(one)


def _counted(before: Mapping[str, Audit], after: Mapping[str, Audit]) -> Iterator[str]:
    """The checks whose counts change."""
    then, now = counts(before.values()), counts(after.values())
    changed = {check for check, verdict in then | now if _differs(check, verdict, then, now)}
    width = max((len(check) for check in changed), default=0)
    for check in BY_ID:
        if check in changed:
            told = [
                f"{said} {then[check, verdict]:,} → {now[check, verdict]:,}"
                for verdict, said in _SAID.items()
                if then[check, verdict] or now[check, verdict]
            ]
            yield f"  {check:<{width}}  {'; '.join(told)}"
    if not changed:
        yield "  The same number for each."


def _differs(
    check: str,
    verdict: Verdict,
    then: Mapping[tuple[str, Verdict], int],
    now: Mapping[tuple[str, Verdict], int],
) -> bool:
    return then.get((check, verdict), 0) != now.get((check, verdict), 0)


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
