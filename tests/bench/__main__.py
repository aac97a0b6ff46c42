"""How fast it is: `make bench`. Processor time, not the clock on the wall, save for the last."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import cycle, islice
from pathlib import Path

import pdfplumber
from lxml import etree

from checks.audit import audit
from checks.rubric import load_rubric
from extractors.document import Caveat
from extractors.guards import Content, Package, package, take_in
from extractors.instructions import Instructions
from extractors.plan import Plan
from extractors.read import document_in, read
from flows import pipeline
from flows.job import Job
from tests.bench.clock import TURNS, Work, least
from tests.bench.growth import growth

PLANS = Path(__file__).parents[2] / "sample_plans" / "plans"
AS_OF = date(2026, 11, 21)
RUBRIC = load_rubric()
LONG = 10  # pages
FEW, MANY = 100, 500  # plans that one worker reads


def main() -> int:
    """Prints the figures, all taken in this one run; plans with scanned pages are left out."""
    plans = {path: plan for path in sorted(PLANS.iterdir()) if (plan := _readable(path))}
    pdf = {path: plan.pages or 0 for path, plan in plans.items() if plan.format == "pdf"}
    word = [path for path, plan in plans.items() if plan.format == "docx"]
    _say(f"{len(pdf)} PDF and {len(word)} Word plans of {PLANS.name}; best of {TURNS} turns each")
    _say("One plan's thread, and its whole audit, as it grows; best of 20 turns")
    for line in growth(RUBRIC, AS_OF):
        _say(line)
    _memory(list(plans))
    _over_others(pdf)
    _over_parsing(word)
    _unchanged(list(plans))
    return 0


def _readable(path: Path) -> Plan | None:
    plan = read(path, Instructions(scans=False))
    whole = isinstance(plan, Plan) and Caveat.PARTLY_UNREADABLE not in plan.caveats
    return plan if whole and isinstance(plan, Plan) else None


def _over_others(pages: Mapping[Path, int]) -> None:
    """What reading a PDF into a plan takes beside what others take for its words alone."""
    works: dict[str, Work] = {
        "into a plan": read,
        "and checked": _read_and_check,
        "pdfplumber words + tables": _pdfplumber,
    }
    if shutil.which("pdftotext"):
        works["pdftotext -layout"] = _pdftotext
    spent = least(works, list(pages))
    for some, named in (
        (list(pages), "all"),
        ([path for path in pages if pages[path] >= LONG], f"of {LONG} pages or more"),
    ):
        total = sum(pages[path] for path in some)
        _say(f"PDF, {named}: {len(some)} plans, {total} pages")
        took = {name: sum(each[path] for path in some) for name, each in spent.items()}
        ours = took["into a plan"]
        for name, seconds in took.items():
            beside = "" if name in ("into a plan", "and checked") else f" {_beside(ours, seconds)}"
            _say(f"  {name:<26} {seconds / total * 1000:7.1f} ms a page{beside}")


def _beside(ours: float, theirs: float) -> str:
    if ours > theirs:
        return f"(a plan takes {ours / theirs:.1f} times as long)"
    return f"(takes {theirs / ours:.1f} times as long as a plan)"


def _over_parsing(word: Sequence[Path]) -> None:
    """What reading a Word file into a plan takes beyond unzipping and parsing its XML.

    A second copy of the styles, which Word 2010 wrote for older versions, counts on neither side.
    """
    works: dict[str, Work] = {
        "unzipping and parsing": _parse_parts,
        "into paragraphs and tables": _document,
        "into a plan": read,
        "and checked": _read_and_check,
    }
    spent = least(works, word)
    parsing = spent["unzipping and parsing"]
    _say(f"Word: {len(word)} plans")
    for name, each in spent.items():
        over = [each[path] - parsing[path] for path in word]
        beside = f" ({_mean(over):.1f} over parsing, {max(over) * 1000:.1f} at most)"
        _say(
            f"  {name:<26} {_mean(list(each.values())):7.1f} ms a plan{beside if any(over) else ''}"
        )


def _mean(seconds: Sequence[float]) -> float:
    return sum(seconds) / len(seconds) * 1000


def _memory(paths: Sequence[Path]) -> None:
    """What one worker holds after a few plans and after many, the same ones round and round."""
    held: list[float] = []
    for count, path in enumerate(islice(cycle(paths), MANY), 1):
        _read_and_check(path)
        if count in (FEW, MANY):
            held.append(_held())
    grown = held[1] / held[0] - 1 if held[0] else 0.0
    told = f"{held[0]:.0f} MB after {FEW} plans, {held[1]:.0f} MB after {MANY}"
    _say(f"Memory of one worker: {told}, {grown:+.1%}")


def _held() -> float:
    """Megabytes that this process holds now; 0 where the system does not say."""
    told = Path("/proc/self/statm")
    if not told.exists():
        return 0.0
    return int(told.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024**2


def _parse_parts(path: Path) -> None:
    parts = package(path.read_bytes())
    if not isinstance(parts, Package):
        return
    for name in parts.names:
        if name.startswith("word/") and name.endswith(".xml") and (data := parts.part(name)):
            etree.fromstring(data)


def _document(path: Path) -> None:
    content = take_in(path)
    if isinstance(content, Content):
        document_in(content)


def _read_and_check(path: Path) -> None:
    plan = read(path)
    if isinstance(plan, Plan):
        audit(plan, RUBRIC, AS_OF)


def _pdfplumber(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()
            page.close()


def _pdftotext(path: Path) -> None:
    """The whole process, as anybody would run it."""
    subprocess.run(["pdftotext", "-layout", path, os.devnull], check=True)  # noqa: S603, S607 -- no shell, wherever it is installed


def _unchanged(paths: Sequence[Path]) -> None:
    """A folder audited again with nothing changed, without the reports."""
    with tempfile.TemporaryDirectory() as room:
        folder = Path(room) / "plans"
        folder.mkdir()
        for path in paths:
            shutil.copy(path, folder)
        job = Job(folder, Path(room) / "out", AS_OF)
        first, again = _timed(job), _timed(job)
    _say(f"All of them, first audit:      {first * 1000:7.0f} ms by the clock, reports aside")
    _say(f"The same, nothing changed:     {again * 1000:7.0f} ms, {again / first:.1%} of the first")


def _timed(job: Job) -> float:
    started = time.monotonic()
    with pipeline.started(job, pipeline.Silent()) as run:
        pipeline.read_all(run)
        run.results()
    return time.monotonic() - started


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
