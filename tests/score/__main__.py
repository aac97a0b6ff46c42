"""How well plans are read and judged: `make score`; with `--write`, what checks may do for it.

Measured are the reading of the sample plans against their truth files, and whose plans they are;
the same with each layout's own words left out, scanned, and as Word against PDF; the faults planted
in them; and statements and linked plans that others have judged. What is not there is said to be
skipped. `--write` measures the checks alone, and writes `checks/measured.toml`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from extractors.read import read
from flows import pipeline
from flows.job import Job
from tests.score import identity, standings
from tests.score.both_files import OFFICE, agreement
from tests.score.faults import AS_OF, score_faults
from tests.score.language import score_published, score_timeframes
from tests.score.left_out import score_left_out
from tests.score.linked_plans import linked_plans
from tests.score.published import score_reasons
from tests.score.scans import score_scans
from tests.score.threads import score_samples, score_threads

ROOT = Path(__file__).parents[2]
PLANS = ROOT / "sample_plans" / "plans"
TRUTH = ROOT / "sample_plans" / "truth"
CHILDREN = ROOT / "sample_plans" / "children"
BESIDE = ROOT.parent / "shared"  # measuring sticks that are not part of the project
LINKED = BESIDE / "threads" / "plans12.json"


def main(arguments: Sequence[str]) -> int:
    """Prints every figure that can be had here, or writes down those of the checks."""
    if "--write" in arguments:
        _show("How often each check is right", _written, [PLANS, TRUTH, BESIDE / "published"])
        return 0
    sections: list[tuple[str, Callable[[], Iterable[str]], Iterable[Path]]] = [
        ("Reading the sample plans", _reading, [PLANS, TRUTH, BESIDE / "score" / "score.py"]),
        ("Whose plan it is, and as of when", _identity, [PLANS, TRUTH, CHILDREN]),
        ("Each sample layout as if it had never been seen", _left_out, [PLANS, TRUTH]),
        ("Sample plans scanned, and read by text recognition", _scans, [PLANS, TRUTH]),
        ("How often each check is right, on the sample plans", _standings, [PLANS, TRUTH]),
        (
            "The same plan as a Word file and as its PDF",
            _both_files,
            [PLANS, Path(OFFICE or "soffice")],
        ),
        ("Statements that published guidance judged", _published, [BESIDE / "published"]),
        ("The reasons of published guidance, and ours", _reasons, [BESIDE / "published"]),
        ("Time-frames read as dates", _timeframes, [BESIDE / "threads" / "timeframes.json"]),
        ("The thread, by words", _threads, [LINKED]),
        ("The thread of the sample plans", _sample_threads, [PLANS, TRUTH, LINKED]),
    ]
    for section in sections:
        _show(*section)
    return 0


def _show(title: str, lines: Callable[[], Iterable[str]], needed: Iterable[Path]) -> None:
    sys.stdout.write(f"\n{title}\n{'-' * len(title)}\n")
    missing = [path for path in needed if not path.exists()]
    if missing:
        sys.stdout.write(f"skipped: {', '.join(path.name for path in missing)} not here\n")
        return
    for line in lines():
        sys.stdout.write(line.rstrip() + "\n")
        sys.stdout.flush()


def _reading() -> list[str]:
    """What the scorer that lies beside the project says of our plans.jsonl."""
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary) / "out"
        with pipeline.started(Job(PLANS, out, AS_OF), pipeline.Silent()) as run:
            pipeline.read_all(run)
            pipeline.deliver(run, pipeline.conclude(run))
        extracted = out / "extracted.json"
        _python(BESIDE / "score" / "adapter.py", out / "plans.jsonl", extracted)
        words = (extracted, "--truth", TRUTH, "--by-layout")
        said = _python(BESIDE / "score" / "score.py", *words).splitlines()
        return [*said, *_taken_in(said)]


def _taken_in(said: list[str]) -> list[str]:
    """The share of sentences from outside Sections A, B, E and F that were read into them."""
    found = [m for line in said if (m := re.match(r"TRAPS\s+(\d+)/(\d+)", line))]
    return [f"SENTENCES FROM OUTSIDE TAKEN IN {int(m[1]) / int(m[2]):.1%}" for m in found]


def _identity() -> Iterable[str]:
    return identity.lines(PLANS, TRUTH, CHILDREN)


def _python(*words: str | Path) -> str:
    ended = subprocess.run(  # noqa: S603 -- the measuring sticks beside the project
        [sys.executable, *map(str, words)], check=True, capture_output=True, text=True
    )
    return ended.stdout


def _left_out() -> Iterable[str]:
    return score_left_out(PLANS, TRUTH)


def _scans() -> Iterable[str]:
    return score_scans(PLANS, TRUTH)


def _standings() -> Iterable[str]:
    """The table, what was missed and what was a false alarm, and the figures over all checks."""
    score = score_faults(PLANS, TRUTH, read)
    published = BESIDE / "published"
    reasons = score_reasons(published).by_check if published.exists() else {}
    yield from standings.lines(standings.figures(score, reasons))
    yield from score.lines()


def _written() -> Iterable[str]:
    score = score_faults(PLANS, TRUTH, read)
    found = standings.figures(score, score_reasons(BESIDE / "published").by_check)
    standings.write(found, TRUTH, datetime.now(tz=UTC).date())
    yield from standings.lines(found)
    yield from score.lines()


def _reasons() -> Iterable[str]:
    return score_reasons(BESIDE / "published").lines()


def _both_files() -> Iterable[str]:
    with tempfile.TemporaryDirectory() as temporary:
        return list(agreement(sorted(PLANS.glob("*.docx")), Path(temporary)).lines())


def _published() -> Iterable[str]:
    for name, figures in score_published(BESIDE / "published").items():
        yield f"{name}: {_told(figures)}"
        yield f"    contested or constructed: {_told(figures['contested_or_constructed'])}"


def _told(figures: dict[str, Any]) -> str:
    names = ("n", "balanced_accuracy", "recall", "unclear", "by_publisher")
    return ", ".join(f"{name.replace('_', ' ')} {figures[name]}" for name in names)


def _timeframes() -> Iterable[str]:
    figures = score_timeframes(BESIDE / "threads" / "timeframes.json")
    yield "presence {present} of {n}, exact date {exact} of {n}".format(**figures)
    yield from (f"    {json.dumps(miss, ensure_ascii=False)}" for miss in figures["misses"])


def _threads() -> Iterable[str]:
    for relation, f1 in score_threads(linked_plans(LINKED)).items():
        yield f"{relation:<20} F1 {f1:.3f}"


def _sample_threads() -> Iterable[str]:
    for title, figures in score_samples(PLANS, TRUTH, linked_plans(LINKED)).items():
        yield title
        yield from figures.lines()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
