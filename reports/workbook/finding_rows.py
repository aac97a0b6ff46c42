"""The rows of findings: what was noted, where, why, and how often the check is right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from checks.audit import Audit
from checks.catalogue import BY_ID
from checks.check import Finding
from checks.standing import right_in_words
from extractors.plan import Plan

FINDING = [
    "file",
    "child",
    "section",
    "item",
    "check",
    "title",
    "verdict",
    "severity",
    "quote",
    "place",
    "reason",
    "suggestion",
    "source",
    "right",
]


def finding_rows(file: str, audit: Audit) -> Iterator[dict[str, Any]]:
    """A row for every finding of a plan."""
    yield from (_finding(file, audit.plan, finding) for finding in audit.findings)


def _finding(file: str, plan: Plan, finding: Finding) -> dict[str, Any]:
    check = BY_ID.get(finding.check)
    return {
        "file": file,
        "child": plan.child.name,
        "section": finding.section,
        "item": finding.item,
        "check": finding.check,
        "title": title_of(finding.check),
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "quote": finding.quote,
        "place": str(finding.place) if finding.place else "",
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "source": check.source if check else "",
        "right": right_in_words(check) if check else "",
    }


def title_of(check: str) -> str:
    """What a check asks of a plan, in its own words."""
    return BY_ID[check].title if check in BY_ID else check
