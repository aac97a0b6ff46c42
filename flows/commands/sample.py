"""goldenthread sample RUN: a sample of an audited caseload for an inspector, with blank columns."""

from __future__ import annotations

import argparse
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from flows import console, output, private
from flows.delivery import MANIFEST
from flows.exits import ExitCode, Stop
from reports.sample.pack import STRATA, draw_plans, pack


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds what the command takes."""
    parser.add_argument("run", metavar="RUN", help="the output folder of an audit")
    parser.add_argument("--size", metavar="N", type=int, required=True, help="how many plans")
    parser.add_argument(
        "--seed", metavar="S", required=True, help="any word: the same one draws the same plans"
    )
    parser.add_argument(
        "--strata",
        metavar="LIST",
        default="",
        help=f"draw in proportion from groups by these, with commas: {', '.join(STRATA)}",
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Draws the sample and writes its workbook beside the audit's."""
    out = Path(arguments.run)
    rows, as_of = _rows(out)
    if arguments.size < 1:
        raise Stop("--size must be at least 1.", ExitCode.USAGE)
    strata = [name.strip() for name in arguments.strata.split(",") if name.strip()]
    try:
        sample = draw_plans(rows, arguments.size, arguments.seed, strata)
    except ValueError as error:
        raise Stop(str(error), ExitCode.USAGE) from error
    if not sample.drawn:
        raise Stop("No plan in this run was audited, so none can be drawn.", ExitCode.USAGE)
    path = out / f"sample-{len(sample.drawn)}-{_plain(arguments.seed)}.xlsx"
    with output.written_to(out):
        private.write(path, pack(rows, sample, as_of))
    size = sum(stratum.size for stratum in sample.strata)
    console.say(f"{len(sample.drawn)} of {size} plans drawn, with seed «{arguments.seed}».")
    console.say(f"Workbook: {path}")
    return ExitCode.ALL_AUDITED


def _rows(out: Path) -> tuple[list[dict[str, Any]], date]:
    """The rows of a finished audit, and the day that it was judged by."""
    try:
        manifest = json.loads((out / ".goldenthread" / MANIFEST).read_bytes())
        lines = (out / output.PLANS).read_text(encoding="utf-8").split("\n")
        rows = [json.loads(line) for line in lines if line]
        if not all("versions" in row for row in rows if "child" in row):
            raise Stop(f"{out} was made by an older Goldenthread. Audit again.", ExitCode.USAGE)
        return rows, date.fromisoformat(manifest["as_of"])
    except (OSError, ValueError, KeyError) as error:
        raise Stop(
            f"{out} is not the output folder of a finished audit. Run «goldenthread audit» first.",
            ExitCode.USAGE,
        ) from error


def _plain(seed: str) -> str:
    """The seed as part of a file's name."""
    return re.sub(r"[^a-z0-9]+", "-", seed.lower()).strip("-")[:40] or "seed"
