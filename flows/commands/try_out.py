"""goldenthread try: one sentence, or a file of them, judged by itself."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checks.catalogue import BY_ID
from checks.rubric import load_rubric
from extractors.plan import Kind
from flows import console
from flows.commands.arguments import day
from flows.exits import ExitCode, Stop
from flows.trying import SECTION_OF, NoStatement, Statement, statement_from, tried

_SAID = {True: "Meets what guidance asks.", False: "Does not meet it.", None: "Unclear."}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("sentence", nargs="?", help="the words, in quotes")
    parser.add_argument("--kind", choices=[kind.value for kind in SECTION_OF], help="what they are")
    parser.add_argument("--date-of-birth", metavar="DATE", type=day, help="as 2016-03-04")
    parser.add_argument("--plan-date", metavar="DATE", type=day, help="as 2026-05-04")
    parser.add_argument(
        "--jsonl",
        metavar="FILE",
        help="a file with one object a line: id, kind, text, date_of_birth, plan_date; "
        "one object a line comes out",
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Judges what was given."""
    if bool(arguments.jsonl) == bool(arguments.sentence):
        raise Stop("Give a sentence in quotes, or a file with --jsonl.", ExitCode.USAGE)
    rubric = load_rubric()
    if arguments.jsonl:
        for statement in _statements(Path(arguments.jsonl)):
            row = json.dumps(tried(statement, rubric), ensure_ascii=True)
            console.say(row)
        return ExitCode.ALL_AUDITED
    if not arguments.kind:
        raise Stop(f"Say what it is: --kind {'|'.join(SECTION_OF)}.", ExitCode.USAGE)
    statement = Statement(
        "1",
        Kind(arguments.kind),
        arguments.sentence,
        arguments.date_of_birth,
        arguments.plan_date,
    )
    console.say(_in_words(tried(statement, rubric)))
    return ExitCode.ALL_AUDITED


def _statements(path: Path) -> Iterator[Statement]:
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Stop(f"{path} cannot be read as a text file.", ExitCode.USAGE) from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield statement_from(json.loads(line))
            except (NoStatement, json.JSONDecodeError) as error:
                why = error if isinstance(error, NoStatement) else "it is no JSON object"
                raise Stop(f"Line {number} of {path}: {why}.", ExitCode.USAGE) from error


def _in_words(row: dict[str, Any]) -> str:
    lines = [_SAID[row["meets"]]]
    if row["deadline"]:
        lines.append(f"By {row['deadline']}.")
    for slot, found in row["slots"].items():
        said = found if isinstance(found, str) else ", ".join(found) or "not stated"
        lines.append(f"  {slot + ':':<12}{said}")
    for finding in row["findings"]:
        title = BY_ID[finding["check"]].title if finding["check"] in BY_ID else finding["check"]
        quote = f" «{finding['quote']}»" if finding["quote"] else ""
        lines.append(f"\n{title} – {finding['verdict']} ({finding['check']}){quote}")
        lines.append(f"  {finding['reason']}")
        if finding["suggestion"]:
            lines.append(f"  Pattern: {finding['suggestion']}")
    return "\n".join(lines)
