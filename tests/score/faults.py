"""How well the checks find the faults that were planted in plans, and leave alone the rest.

A truth file lists what should be found, and what may be argued about either way. A finding that
is in neither list counts as a false alarm. Questions that a check asks about the whole thread, and
figures that are given for every plan, are no findings in this sense.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from checks.audit import Audit, audit, audit_caseload, joined
from checks.caseload.listing import match
from checks.catalogue import BY_ID
from checks.check import Finding, Verdict
from checks.rubric import Rubric, load_rubric
from extractors.caseload_list import load_caseload
from extractors.plan import Plan
from extractors.status import Unreadable
from tests.score.linked_plans import arguable_ends, arguable_links

AS_OF = date(2026, 11, 21)
FIGURES = frozenset(
    {
        "thread-chain-rate",
        "thread-area-agree",
        "e-change-type",
        "e-domain-labels",
        "dup-template-share",
        "f-contingency",
        "pfa-earlier",
    }
)
_WORD = re.compile(r"\w+")
_SAME = 0.6  # of the words of two items: then they are one

Fault = tuple[str, str]  # check, and the truth's id of the item or "" for the plan


@dataclass
class FaultScore:
    """Hits, misses and false alarms, by check."""

    hits: Counter[str] = field(default_factory=Counter)
    misses: Counter[str] = field(default_factory=Counter)
    alarms: Counter[str] = field(default_factory=Counter)
    near: Counter[str] = field(default_factory=Counter)  # much like a fault, and none
    near_flagged: Counter[str] = field(default_factory=Counter)
    detail: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    @property
    def precision(self) -> float:
        """The share of findings that were planted."""
        return _share(self.hits.total(), self.alarms.total())

    @property
    def recall(self) -> float:
        """The share of what was planted that was found."""
        return _share(self.hits.total(), self.misses.total())

    def lines(self) -> Iterator[str]:
        """Gives each miss and false alarm, and the figures over all checks."""
        for check in sorted(self.detail):
            yield from (f"{check}: {line}" for line in self.detail[check])
        left = self.near.total() - self.near_flagged.total()
        yield (
            f"all checks: precision {self.precision:.3f}, recall {self.recall:.3f},"
            f" near-misses left alone {left} of {self.near.total()}"
        )


def _share(part: int, rest: int) -> float:
    return part / (part + rest) if part + rest else 1.0


def score_faults(
    folder: Path, truths: Path, read: Callable[[Path], Plan | Unreadable]
) -> FaultScore:
    """The score over the plans of a folder that have a truth file with planted faults."""
    rubric = trusting()
    told: dict[str, Mapping[str, Any]] = {}
    audits: list[tuple[str, Audit]] = []
    arguable = arguable_links(truths)
    for path in sorted(truths.glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if truth["status"] != "auditable" or "found" not in truth:
            continue
        plan = read(folder / truth["file"])
        ends = arguable_ends(truth, arguable.get(truth["file"], frozenset()))
        told[truth["file"]] = truth | {"arguable": [*truth.get("arguable", ()), *ends]}
        if isinstance(plan, Plan):
            audits.append((truth["file"], audit(plan, rubric, AS_OF)))
    told = _with_list(told, truths.with_name("caseload-truth.toml"))
    rows = match(
        load_caseload(truths.with_name("caseload.csv")).children,
        [(file, one.plan) for file, one in audits],
    )
    caseload = audit_caseload(audits, rubric, AS_OF, rows.listed)
    whole = {file: joined(one, caseload[file]) for file, one in audits}
    score = FaultScore()
    for file, truth in told.items():
        _count(score, file, truth, whole.get(file))
    return score


def _with_list(told: Mapping[str, Mapping[str, Any]], truth: Path) -> dict[str, Mapping[str, Any]]:
    """The truth of each plan, with what the caseload list shows of it beside its own."""
    listed = tomllib.loads(truth.read_text(encoding="utf-8"))

    def rows(kind: str, file: str) -> list[dict[str, str]]:
        return [{"check": r["check"], "item": ""} for r in listed[kind] if r["file"] == file]

    whole: dict[str, Mapping[str, Any]] = {}
    for file, own in told.items():
        answered = {row["check"] for row in rows("answered", file)}
        left = [row for row in own["found"] if row["check"] not in answered]
        whole[file] = {
            **own,
            "found": [*left, *rows("found", file)],
            "arguable": [*own.get("arguable", ()), *rows("arguable", file)],
            "near": [*own.get("near", ()), *rows("near", file)],
        }
    return whole


def trusting() -> Rubric:
    """The rubric with every check run and believed: what is measured is the check itself."""
    return load_rubric().model_copy(update={"asserts": tuple(BY_ID), "off": (), "ask": ()})


def _count(score: FaultScore, file: str, truth: Mapping[str, Any], found: Audit | None) -> None:
    names = names_of(truth, found.plan) if found else {}
    got = {_fault(f, names): f for f in (_telling(found.findings) if found else ())}
    open_to_argument = _faults(truth.get("arguable", ()))
    wanted = _faults(truth["found"]) | (set(_loose_ends(truth)) - open_to_argument)
    for fault in sorted(wanted):
        hit = fault in got or (not fault[1] and any(g[0] == fault[0] for g in got))
        (score.hits if hit else score.misses)[fault[0]] += 1
        if not hit:
            score.detail[fault[0]].append(f"missed in {file}: {_said(truth, fault[1])}")
    false: set[Fault] = set()
    untold = not truth.get("links_told", True)
    for fault, finding in got.items():
        if untold and fault[0].startswith("thread-"):
            continue  # its author did not say of every line what it is for
        if not {fault, (fault[0], "")} & (wanted | open_to_argument):
            false |= {fault, (fault[0], "")}
            score.alarms[fault[0]] += 1
            about = finding.quote or finding.reason
            score.detail[fault[0]].append(f"false alarm in {file}: {fault[1]} {about[:150]}")
    for fault in _faults(truth.get("near", ())):
        score.near[fault[0]] += 1
        score.near_flagged[fault[0]] += fault in false


# What the author left without another end, and the check that should find it.
_ENDS = {
    "needs_without_outcome": "thread-need-outcome",
    "needs_without_provision": "thread-need-provision",
    "outcomes_without_need": "thread-outcome-need",
    "outcomes_without_provision": "thread-outcome-provision",
    "outcomes_without_aspiration": "thread-outcome-aspiration",
    "aspirations_without_outcome": "thread-aspiration-orphan",
}
# These may ask about the whole thread in one question, which is not about any planted fault.
_OF_THE_THREAD = frozenset({*_ENDS.values(), "thread-provision-orphan", "thread-area-agree"})


def _loose_ends(truth: Mapping[str, Any]) -> Iterator[Fault]:
    """Gives what has no other end by the author's own links, where all of them are told."""
    if truth.get("links_told", True):
        loose = truth["orphans"]
        yield from ((check, item) for kind, check in _ENDS.items() for item in loose.get(kind, ()))
        both = {*loose["provisions_without_need"]} & {*loose["provisions_without_outcome"]}
        yield from (("thread-provision-orphan", item) for item in both)


def _faults(rows: Iterable[Mapping[str, str]]) -> set[Fault]:
    return {(row["check"], row.get("item") or "") for row in rows}


def _telling(findings: Iterable[Finding]) -> Iterator[Finding]:
    for finding in findings:
        general = finding.check in _OF_THE_THREAD and finding.item is None
        if finding.check not in FIGURES and not (general and finding.verdict is Verdict.UNCLEAR):
            yield finding


def _fault(finding: Finding, names: Mapping[str, str]) -> Fault:
    item = finding.item
    return finding.check, names.get(item, f"({item})") if item else ""


def names_of(truth: Mapping[str, Any], plan: Plan) -> dict[str, str]:
    """The truth's id of each item read: that of the item with the most words in common."""
    names: dict[str, str] = {}
    for letter, section in truth["sections"].items():
        theirs = [(row["id"], _words(row["text"])) for row in section["items"]]
        for item in (i for i in plan.items if i.section == letter):
            own = _words(item.text)
            best = max(theirs, key=lambda their: _alike(own, their[1]), default=None)
            if best and _alike(own, best[1]) >= _SAME:
                names[item.id] = best[0]
                theirs.remove(best)  # the same words may stand there twice
    return names


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.lower()))


def _alike(one: Counter[str], other: Counter[str]) -> float:
    shared = (one & other).total()
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def _said(truth: Mapping[str, Any], id: str) -> str:
    rows = (row for section in truth["sections"].values() for row in section["items"])
    return next((f"{id} {row['text'][:150]}" for row in rows if row["id"] == id), "the plan")
