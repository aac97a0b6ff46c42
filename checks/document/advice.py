"""Section K read into its rows: whose advice the plan was written from, and of when.

A list of advice is a table with a row for each, a line for each, or a few lines for each. Reports
that are bound in after the list are no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from checks.wordlists import wordlist
from extractors.dates import find_dates
from extractors.plan import Passage, Plan

_YEAR_ALONE = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER = re.compile(r"^\W*(?:(?:K|App(?:endix|\.)?|Annex|Item|No\.?)?\s*[A-Z]?\d*(?:\.\d+)*\W)\s*")
_PARTS = re.compile(r"\s*(?:[|;:(),]|\s[–—-]\s)\s*")
_REPORT = re.compile(  # where the list ends: a report begins, or somebody signs
    r"^\W*(?:(?:appendix|annex|report)\s*\w{0,2}|(?:author|written by|signed|signature)\b.*)\W*$",
    re.IGNORECASE,
)
_FEW_WORDS = 12  # of a line without a date that is one of a list all the same
_SOON = 6  # words in which a sentence has to come to whose advice it tells of


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice in the plan's own list."""

    role: str  # whose it is, as printed: "Educational psychologist"; empty where none is known
    words: Passage  # the row as printed, its cells parted by « | »
    date: date | None = None  # the latest in the row; a month alone gives its first day
    dated: bool = False  # a year alone is no date, but says when

    @property
    def given(self) -> bool:
        """Whether there is such advice: not «Social care | not involved»."""
        return self.dated or "nothing" not in wordlist("advice").find(self.words.text)


def advice_of(plan: Plan) -> tuple[Advice, ...]:
    """The rows of Section K, in their order; none where it holds no list that can be read."""
    rows: list[Advice] = []
    for at, together in groupby(_listed(plan.section("K").passages), key=_row_of):
        passages = list(together)
        rows += [_advice(passages)] if at else _from_lines(passages)
    return tuple(row for row in rows if row.role or (row.dated and not _later(row, plan)))


def _later(row: Advice, plan: Plan) -> bool:
    """Whether it is dated after the plan: a target that stands near the list, say."""
    return bool(row.date and plan.facts.date and row.date > plan.facts.date)


def _listed(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Gives the passages up to the first report that is bound in."""
    for n, passage in enumerate(passages):
        if n and passage.place.table is None and _REPORT.match(passage.text):
            return
        yield passage


def _row_of(passage: Passage) -> tuple[int, int] | None:
    place = passage.place
    return (place.table, place.row) if place.table and place.row else None


def _from_lines(lines: Sequence[Passage]) -> Iterator[Advice]:
    """Gives the advice of lines outside a table: a line for each, or role, name and date below."""
    several = any(_is_date(line.text) for line in lines)
    held: list[Passage] = []
    for line in lines:
        if held and (_advice(held).date or (_role(line.text) and not several)):
            yield _advice(held)
            held = []
        if held or _role(line.text) or _may_be_row(line.text):
            held.append(line)
    if held:
        yield _advice(held)


def _may_be_row(text: str) -> bool:
    """Whether a line without a profession may be one of the list: «R. Quist, 2 May 2026»."""
    return bool(_dates(text)) and not text.rstrip().endswith(".")


def _is_date(text: str) -> bool:
    """Whether a line holds a date and nothing else."""
    found = find_dates(text)
    return len(found) == 1 and len(text.strip()) == found[0].end - found[0].start


def _advice(passages: Sequence[Passage]) -> Advice:
    """One row, of one or several passages."""
    ordered = sorted(passages, key=lambda p: p.place.column or 0)
    in_table = passages[0].place.table is not None
    text = (" | " if in_table else " ").join(p.text for p in ordered)
    days = _dates(text)
    return Advice(
        role=next(filter(None, (_role(p.text) for p in ordered)), ""),
        words=replace(ordered[0], text=text),
        date=max(days, default=None),
        dated=bool(days or _YEAR_ALONE.search(text)),
    )


def _dates(text: str) -> list[date]:
    return [found.date for found in find_dates(text)]


def _role(text: str) -> str:
    """Whose advice a cell or line says it is: the first of its parts that names a profession."""
    sentence = text.rstrip().endswith(".")
    if not _dates(text) and (sentence or len(text.split()) > _FEW_WORDS):
        return ""  # it only speaks of somebody
    for part in _PARTS.split(_NUMBER.sub("", text, count=1)):
        found = wordlist("advice").find(part).get("adviser")
        if found and (not sentence or len(part[: found[0].end].split()) <= _SOON):
            return part.strip(" .")
    return ""
