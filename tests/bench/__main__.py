"""How fast it is: `make bench`. Processor time, not the clock on the wall, save for the last."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import pdfplumber
from lxml import etree

from checks.audit import audit
from checks.rubric import load_rubric
from extractors.guards import Content, Package, package, take_in
from extractors.plan import Plan
from extractors.read import document_in, read
from flows import pipeline
from flows.job import Job

PLANS = Path(__file__).parents[2] / "sample_plans" / "plans"
AS_OF = date(2026, 11, 21)
RUBRIC = load_rubric()
TURNS = 3  # the best of them counts: the rest is the machine's other work


def main() -> int:
    """Prints the figures, all taken in this one run."""
    plans = {path: plan for path in sorted(PLANS.iterdir()) if isinstance(plan := read(path), Plan)}
    pdf = [path for path, plan in plans.items() if plan.format == "pdf"]
    word = [path for path, plan in plans.items() if plan.format == "docx"]
    _say(f"{len(pdf)} PDF and {len(word)} Word plans of {PLANS.name}; best of {TURNS} turns each")
    ours = _total(pdf, _read_and_check)
    theirs = _total(pdf, _pdfplumber)
    _say(f"PDF, reading and checking:       {ours / len(pdf) * 1000:7.0f} ms a plan")
    _say(f"PDF, pdfplumber words + tables:  {theirs / len(pdf) * 1000:7.0f} ms a plan")
    _say(f"pdfplumber takes                 {theirs / ours:7.1f} times as long")
    each = [_best(_read_and_check, path) * 1000 for path in word]
    _say(f"Word, reading and checking:      {statistics.mean(each):7.0f} ms a plan on average")
    _say(f"                                 {max(each):7.0f} ms at most")
    _over_parsing(word)
    _unchanged()
    return 0


def _over_parsing(word: Sequence[Path]) -> None:
    """What reading a Word file into a plan takes beyond unzipping and parsing its XML.

    A second copy of the styles, which Word 2010 wrote for older versions, counts on neither side.
    """
    parsing = _total(word, _parse_parts) / len(word) * 1000
    reading = _total(word, read) / len(word) * 1000
    walking = _total(word, _document) / len(word) * 1000
    _say(f"Word, unzipping and parsing:     {parsing:7.1f} ms a plan on average")
    _say(
        f"Word, reading into a plan:       {reading:7.1f} ms, {reading - parsing:.1f} ms over that"
    )
    _say(f"                                 {walking:7.1f} ms of it into paragraphs and tables")


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


def _total(paths: Iterable[Path], work: Callable[[Path], object]) -> float:
    return sum(_best(work, path) for path in paths)


def _best(work: Callable[[Path], object], path: Path) -> float:
    """The least processor time that the work took on that file."""
    turns = []
    for _ in range(TURNS):
        before = time.process_time()
        work(path)
        turns.append(time.process_time() - before)
    return min(turns)


def _unchanged() -> None:
    """A folder audited again with nothing changed, without the reports."""
    with tempfile.TemporaryDirectory() as out:
        job = Job(PLANS, Path(out) / "out", AS_OF)
        first, again = _timed(job), _timed(job)
    _say(f"All sample files, first audit:   {first * 1000:7.0f} ms by the clock, reports aside")
    _say(
        f"The same, nothing changed:       {again * 1000:7.0f} ms, {again / first:.1%} of the first"
    )


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
