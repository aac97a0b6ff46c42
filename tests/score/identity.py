"""How well covers are read: names, dates, numbers, status, over all sample plans.

A wrong value misleads where a missing one is seen to be missing, so each wrong one takes a right
one away: the figure is (right - wrong) / asked.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from extractors.document import Document, paragraphs
from extractors.guards import take_in
from extractors.plan import Plan
from extractors.read import document_in
from extractors.reading import understand
from extractors.status import Unreadable

Figures = dict[str, Counter[str]]
_KINDS = ("right", "wrong", "missing")
_CALLED = r"(?:known as|preferred(?: name)?|called|known by)\W{1,6}"


def score_identity(plans: Path, truth: Path, children: Path) -> tuple[Figures, list[str]]:
    """By field, how many values are right, wrong and missing; and each that is not right."""
    told = {c["file"]["name"]: c["child"] for c in map(_toml, sorted(children.glob("*.toml")))}
    figures: Figures = {}
    misses = []
    for path in sorted(truth.glob("*.json")):
        true = json.loads(path.read_text(encoding="utf-8"))
        document = _document(plans / true["file"])
        if document is None or not true.get("child"):
            continue
        plan = understand(document)
        if not isinstance(plan, Plan):
            continue
        wanted = _wanted(true, told.get(path.stem, {}), document)
        for field, read in _read(plan).items():
            kind = _judged(read, wanted[field])
            figures.setdefault(field, Counter())[kind] += 1
            if kind != "right":
                misses.append(f"{path.stem}: {field} {kind}: {read or '-'} for {wanted[field]}")
    return figures, misses


def lines(plans: Path, truth: Path, children: Path) -> Iterable[str]:
    """The figures as lines."""
    figures, misses = score_identity(plans, truth, children)
    for field, counts in figures.items():
        asked = sum(counts[kind] for kind in _KINDS)
        said = ", ".join(f"{counts[kind]} {kind}" for kind in _KINDS)
        yield f"{field:<14} {(counts['right'] - counts['wrong']) / asked:.3f}  {said}"
    yield from (f"    {miss}" for miss in misses)


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _document(path: Path) -> Document | None:
    content = take_in(path)
    if isinstance(content, Unreadable):
        return None
    document = document_in(content)
    return document if isinstance(document, Document) else None


def _wanted(true: Mapping[str, Any], told: Mapping[str, Any], document: Document) -> dict[str, str]:
    """What the file prints; numbers and the name a child goes by, only where it does print them."""
    text = "\n".join(p.text for p in (*paragraphs(document.blocks), *document.margins))
    child, plan = true["child"], true["plan"]
    upn, called = told.get("upn", ""), told.get("known_as") or child["first"]
    said = re.search(_CALLED + re.escape(called), text, re.IGNORECASE)
    return {
        "name": child["name"],
        "known as": called if said else "",
        "date of birth": child["dob"],
        "UPN": upn if upn and upn in text.replace(" ", "") else "",
        "year group": child["year_group"] or "",
        "status": plan["type"] or "",
        "plan date": plan["date"] or "",
        "review date": plan["review_by"] or "",
    }


def _read(plan: Plan) -> dict[str, str]:
    child, facts = plan.child, plan.facts
    return {
        "name": child.name or "",
        "known as": child.known_as or "",
        "date of birth": str(child.date_of_birth or ""),
        "UPN": child.upn or "",
        "year group": child.year_group or "",
        "status": facts.status or "",
        "plan date": str(facts.date or ""),
        "review date": str(facts.review_date or ""),
    }


def _judged(read: str, wanted: str) -> str:
    if _plain(read) == _plain(wanted):
        return "right"
    return "wrong" if read else "missing"


def _plain(text: str) -> str:
    """A value without what covers write in several ways: «Year 6» and «NCY 6», O’Hare."""
    if year := re.fullmatch(r"(?:year|yr|ncy|y)\.? ?(\d+)", text, re.IGNORECASE):
        return f"year {year[1]}"
    return text.replace("’", "'").casefold()
