"""How often each check is right, and what it may therefore do: `make measured` writes it down.

The figures rest on the sample plans, whose truth files carry what was planted in them. Beside them
stands what published guidance said of single statements: it judges few checks, but nobody here
wrote its words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from checks.catalogue import CHECKS
from checks.check import Check, Severity
from checks.standing import FILE, Counts, Figures, earned_by
from tests.score.faults import FaultScore

_HEAD = """\
# How often each check was right, on plans whose faults were known before. `make measured` writes
# this file, from the sample plans and their truth files; nobody writes it by hand.
# What follows from it stands in checks/standing.py.

"""


def figures(score: FaultScore, published: Mapping[str, Counts]) -> dict[str, Figures]:
    """The figures of every check that there are any of, in the order of the catalogue."""
    found = {
        check.id: Figures(
            Counts(score.hits[check.id], score.misses[check.id], score.alarms[check.id]),
            score.near[check.id],
            score.near_flagged[check.id],
            published.get(check.id, Counts()),
        )
        for check in CHECKS
    }
    return {id: own for id, own in found.items() if own != Figures()}


def lines(found: Mapping[str, Figures]) -> Iterator[str]:
    """Gives the table: a line for each check, then how many may do what."""
    yield (
        f"{'check':26} {'found':>5} {'missed':>6} {'false':>5}  {'precision':<19} {'recall':<6}"
        f" {'near':>7}  {'published':>11}  standing"
    )
    for check in CHECKS:
        yield _line(check, found.get(check.id, Figures()))
    standings = [_standing(check, found.get(check.id, Figures())) for check in CHECKS]
    yield ", ".join(f"{word} {standings.count(word)}" for word in sorted(set(standings)))


def _line(check: Check, own: Figures) -> str:
    counts, interval = own.sample, own.sample.interval
    precision = (
        f"{counts.precision:.2f} [{interval[0]:.2f}, {interval[1]:.2f}]"
        if interval and counts.precision is not None
        else "-"
    )
    recall = "-" if counts.recall is None else f"{counts.recall:.2f}"
    left = own.near_misses - own.near_misses_flagged
    near = f"{left} of {own.near_misses}" if own.near_misses else "-"
    told = own.published
    published = f"{told.found}/{told.missed}/{told.false_alarms}" if told != Counts() else "-"
    return (
        f"{check.id:26} {counts.found:5} {counts.missed:6} {counts.false_alarms:5}"
        f"  {precision:<19} {recall:<6} {near:>7}  {published:>11}  {_standing(check, own)}"
    )


def _standing(check: Check, own: Figures) -> str:
    return "informs" if check.severity is Severity.INFO else str(earned_by(check, own))


def write(found: Mapping[str, Figures], truths: Path, on: date) -> None:
    """Writes the figures where the checks find them."""
    rows = [f'on = {on}\ntruth = "{truth_hash(truths)}"\n\n[checks]\n']
    rows += [f"{id} = {{ {_row(own)} }}\n" for id, own in found.items()]
    FILE.write_text(_HEAD + "".join(rows), encoding="utf-8")


def truth_hash(truths: Path) -> str:
    """Twelve letters that change whenever a truth file does, or the caseload list beside them."""
    content = hashlib.sha256()
    for path in (*sorted(truths.glob("*.json")), *sorted(truths.parent.glob("caseload*"))):
        content.update(path.read_bytes())
    return content.hexdigest()[:12]


def _row(own: Figures) -> str:
    values = {
        "found": own.sample.found,
        "missed": own.sample.missed,
        "false_alarms": own.sample.false_alarms,
        "near_misses": own.near_misses,
        "near_misses_flagged": own.near_misses_flagged,
        "published_found": own.published.found,
        "published_missed": own.published.missed,
        "published_false_alarms": own.published.false_alarms,
    }
    always = ("found", "missed", "false_alarms")
    return ", ".join(f"{name} = {n}" for name, n in values.items() if n or name in always)
