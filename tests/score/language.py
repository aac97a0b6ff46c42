"""Figures on how English is read: published statements, time-frames, and flagged plans."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from checks.language.outcome import read_outcome
from checks.language.provision import LIGHT, read_provision
from checks.language.readings import Letter, Met, OutcomeReading, ProvisionReading, Slot
from checks.language.timeframes import find_timeframe

Row = dict[str, Any]


@dataclass
class Judged:
    """How statements came out that somebody else had judged."""

    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    total: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    unclear: int = 0
    publishers: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))
    misses: list[Row] = field(default_factory=list)

    def add(self, row: Row, met: Met, good: str) -> None:
        """Counts one statement; unclear is neither verdict."""
        wanted = Met.MET if row["verdict"] == good else Met.NOT_MET
        right = met is wanted
        self.total[row["verdict"]] += 1
        self.right[row["verdict"]] += right
        self.unclear += met is Met.UNCLEAR
        self.publishers[row.get("publisher", "")].append(right)
        if not right:
            self.misses.append({"id": row.get("id"), "text": row["text"], "read": met.value})

    def figures(self) -> Row:
        """Balanced accuracy, recall of each verdict, and accuracy averaged by publisher."""
        recall = {v: self.right[v] / self.total[v] for v in sorted(self.total)}
        by_publisher = [sum(p) / len(p) for p in self.publishers.values()]
        return {
            "n": sum(self.total.values()),
            "balanced_accuracy": _mean(recall.values()),
            "recall": {v: round(r, 3) for v, r in recall.items()},
            "unclear": self.unclear,
            "by_publisher": _mean(by_publisher),
            "misses": self.misses,
        }


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return round(sum(known) / len(known), 3) if known else None


def score_published(folder: Path) -> dict[str, Row]:
    """How statements of published guidance are judged; contested and constructed ones apart."""
    sorts: dict[str, tuple[str, str, Callable[[str], Met]]] = {
        "outcomes": ("outcomes.jsonl", "good", lambda t: read_outcome(t).smart),
        "outcomes_adjacent": ("outcomes_adjacent.jsonl", "good", lambda t: read_outcome(t).smart),
        "provision": ("provision.jsonl", "specific", lambda t: read_provision(t).specified),
    }
    found: dict[str, Row] = {}
    for name, (file, good, judge) in sorts.items():
        plain, argued = Judged(), Judged()
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            heap = argued if row.get("contested") or row.get("constructed") else plain
            heap.add(row, judge(row["text"]), good)
        found[name] = {**plain.figures(), "contested_or_constructed": argued.figures()}
    return found


def score_timeframes(path: Path) -> Row:
    """Whether each phrase is seen to be a time-frame, and read as the right date."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    present = exact = 0
    misses: list[Row] = []
    for row in rows:
        born, plan_date = date.fromisoformat(row["dob"]), date.fromisoformat(row["plan_date"])
        found = find_timeframe(row["text"], born, plan_date)
        read = "none" if found is None else str(found.date) if found.date else "undated"
        present += (read == "none") == (row["expect"] == "none")
        exact += read == row["expect"]
        if read != row["expect"]:
            misses.append({"text": row["text"], "expect": row["expect"], "read": read})
    return {"n": len(rows), "present": present, "exact": exact, "misses": misses}


OUTCOME_FLAGS: dict[str, Callable[[OutcomeReading], bool]] = {
    "t": lambda r: r.timeframe is not None,
    "m": lambda r: r.letter(Letter.MEASURABLE) is Met.MET,
    "a": lambda r: r.observable,
    "b": lambda r: r.benefit is not None,
    "w": lambda r: bool(r.vague) and r.letter(Letter.SPECIFIC) is not Met.MET,
    "V": lambda r: bool(r.provision),
    "S": lambda r: bool(r.aspiration),
}
PROVISION_FLAGS: dict[str, Callable[[ProvisionReading], bool]] = {
    "y": lambda r: bool(r.slot(Slot.WHAT)),
    "h": lambda r: bool(r.slot(Slot.HOW_LONG)),
    "f": lambda r: bool(r.slot(Slot.HOW_OFTEN)),
    "s": lambda r: bool(r.slot(Slot.WHO) or r.slot(Slot.EXPERTISE)),
    "x": lambda r: bool(r.slot(Slot.EXPERTISE)),
    "w": lambda r: any(not w.softened and w.family not in LIGHT for w in r.weasel),
}


def score_flags(path: Path) -> dict[str, Row]:
    """How the flags of hand-labelled plans are read: accuracy, precision, recall, F1, misses."""
    counts: dict[str, Counts] = defaultdict(Counts)
    for plan in json.loads(path.read_text(encoding="utf-8")):
        for item in plan["E"]:
            outcome = read_outcome(item["text"])
            for flag, test in OUTCOME_FLAGS.items():
                counts[f"outcome {flag}"].add(item, flag, read=test(outcome))
        for item in plan["F"]:
            provision = read_provision(item["text"])
            for flag, says in PROVISION_FLAGS.items():
                counts[f"provision {flag}"].add(item, flag, read=says(provision))
    return {name: found.figures() for name, found in counts.items()}


@dataclass
class Counts:
    """How often a flag was read, and how often that was right."""

    both: int = 0
    read_only: int = 0
    labelled_only: int = 0
    neither: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, item: Row, flag: str, *, read: bool) -> None:
        """Counts one item."""
        labelled = flag in item["flags"]
        self.both += read and labelled
        self.read_only += read and not labelled
        self.labelled_only += labelled and not read
        self.neither += not read and not labelled
        if read != labelled:
            self.misses.append(f"{'read' if read else 'labelled'} only: {item['text']}")

    def figures(self) -> Row:
        """Accuracy, precision, recall and F1."""
        n = self.both + self.read_only + self.labelled_only + self.neither
        read, labelled = self.both + self.read_only, self.both + self.labelled_only
        return {
            "n": n,
            "labelled": labelled,
            "accuracy": round((self.both + self.neither) / n, 3),
            "precision": round(self.both / read, 3) if read else None,
            "recall": round(self.both / labelled, 3) if labelled else None,
            "f1": round(2 * self.both / (read + labelled), 3) if read + labelled else None,
            "misses": self.misses,
        }
