"""goldenthread explain ID: what a check asks, why, where that is written, and examples."""

from __future__ import annotations

import argparse
import difflib
import textwrap

from checks.catalogue import BY_ID
from checks.check import Check, Example
from flows import console
from flows.exits import ExitCode, Stop

_WIDTH = 88


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
    console.say(explanation(check))
    return ExitCode.ALL_AUDITED


def explanation(check: Check) -> str:
    """All that is said of a check."""
    parts = [
        f"{check.id}: {check.title}",
        _filled(check.reason),
        f"How firmly: {check.severity}\nSource: {check.source}",
        _filled(f"Pattern: {check.suggestion}"),
    ]
    if check.not_flagged:
        parts.append(_filled(f"Not flagged: {check.not_flagged}"))
    good = [e for e in check.examples if not e.faulty]
    faulty = [e for e in check.examples if e.faulty]
    for head, examples in (("Meets it:", good), ("Does not («so» is what is flagged):", faulty)):
        if examples:
            parts.append("\n".join([head, *(_shown(example) for example in examples)]))
    return "\n\n".join(part for part in parts if part)


def _shown(example: Example) -> str:
    dates = [
        f"{what} {day.day} {day:%B %Y}" if day else ""
        for what, day in (
            ("born", example.born),
            ("plan of", example.plan_date),
            ("audited on", example.as_of),
        )
    ]
    said = ", ".join(filter(None, dates))
    lines = [f"{name}: {text}" for name, text in example.parts]
    if said:
        lines.append(f"({said})")
    if example.note:
        lines.append(f"[{example.note}]")
    return "\n".join(_filled(line, indent="    ", first="  - ") for line in lines)


def _filled(text: str, indent: str = "", first: str = "") -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=first or indent, subsequent_indent=indent)
