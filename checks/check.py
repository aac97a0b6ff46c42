"""What a check is, how one is declared, and what it finds."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from extractors.document import Place
from extractors.plan import Item, Kind, Passage

if TYPE_CHECKING:
    from checks.case import Case
    from checks.language.readings import Span


class Severity(StrEnum):
    """How firmly the source asks."""

    MUST = "must"  # statute
    SHOULD = "should"  # the Code of Practice or case law
    GOOD = "good practice"  # guidance; an authority may decide otherwise
    INFO = "information"  # never fails a plan


class Verdict(StrEnum):
    """What a check says of a plan, or of one item in it."""

    PASS = "pass"  # noqa: S105 -- a verdict, not a secret
    FAIL = "fail"
    UNCLEAR = "unclear"
    NOT_ASSESSED = "not assessed"
    NOT_APPLICABLE = "n/a"


class By(StrEnum):
    """By what a check decides, and so how far a program can be trusted with it."""

    FORM = "form"  # structure, dates, arithmetic
    WORDS = "words"  # patterns and word lists
    MEANING = "meaning"  # likeness of subject: asked, never asserted, unless the plan prints it
    RECORDS = "records"  # an earlier version of the plan, or the caseload list


class Fill(StrEnum):
    """How much of the pattern that a check suggests is filled with what the plan already says."""

    NOTHING = "nothing"
    GAPS = "gaps"  # all that the outcome or the line says; blanks for the rest
    ANEW = "anew"  # it is no outcome: only its time and its purpose can stay


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check yields: words that do not meet it.

    `words` is None where the fault is that something is missing from the whole plan. `reason` and
    `suggestion` replace the check's own where this case needs other words. `before` is what stood
    there in the child's earlier plan. `printed` says that what the plan prints shows the fault, not
    likeness of meaning: it may be asserted though the check otherwise asks.
    """

    words: Passage | None = None
    item: Item | None = None
    verdict: Verdict = Verdict.FAIL
    reason: str = ""
    suggestion: str = ""
    before: Passage | None = None
    printed: bool = False
    left_open: str = ""  # what words cannot tell of the thread: «for 2 of 5 (B1, B2), whether …»


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that stands out in a plan, with all that a person needs to judge it."""

    check: str
    verdict: Verdict
    severity: Severity
    section: str
    item: str | None  # the item's id
    quote: str
    place: Place | None
    reason: str
    suggestion: str  # a pattern that would satisfy the check, never text about the child
    before: str = ""  # what stood there in the child's earlier plan


@dataclass(frozen=True, slots=True)
class Example:
    """An excerpt of a plan; «so» marks the words to be flagged. Without marks, it passes.

    What the parts may be called stands in checks/examples.py.
    """

    parts: tuple[tuple[str, str], ...]  # ("outcome", "By the end of Year 6 ..."), in order
    born: date | None = None
    plan_date: date | None = None
    as_of: date | None = None
    fails: bool = False  # for a fault of what is missing, which no mark can show
    note: str = ""  # why it passes or fails, where that is not plain

    @property
    def faulty(self) -> bool:
        """Whether the check should find something in it."""
        return self.fails or any("«" in text for _, text in self.parts)


@dataclass(frozen=True, slots=True)
class Check:
    """One rule: what it asks, why, where that is written, and examples of both answers."""

    id: str
    title: str  # what a good plan does: "Provision leaves no room for doubt"
    severity: Severity
    source: str
    reason: str  # shown to the writer; the docstring of the rule
    suggestion: str  # a pattern with blanks
    examples: tuple[Example, ...]
    run: Callable[[Case], Iterator[Hit]]
    section: str  # where its findings belong: a letter of the plan, or "" for the whole plan
    reads: tuple[str, ...] = ()  # sections it cannot do without: not found, not assessed
    each: tuple[Kind, ...] = ()  # items that it looks at one by one: none there, not assessed
    knows: Callable[[Case], bool] = field(default=lambda _case: True)  # else: not assessed
    applies: Callable[[Case], bool] = field(default=lambda _case: True)  # else: n/a
    not_flagged: str = ""  # what a reader might expect it to flag, and it does not
    caseload: bool = False  # it needs what is known once all plans have been read: `Case.known`
    by: By = By.WORDS
    fill: Fill = Fill.NOTHING


Rule = Callable[["Case"], Iterator[Hit]]


def check(  # noqa: PLR0913 -- a declaration names each of its parts
    id: str,
    title: str,
    *,
    section: str,
    severity: Severity,
    source: str,
    suggestion: str,
    examples: list[Example],
    reads: tuple[str, ...] = (),
    each: tuple[Kind, ...] = (),
    knows: Callable[[Case], bool] = lambda _case: True,
    applies: Callable[[Case], bool] = lambda _case: True,
    not_flagged: str = "",
    caseload: bool = False,
    by: By = By.WORDS,
    fill: Fill = Fill.NOTHING,
) -> Callable[[Rule], Check]:
    """The declaration of a check: the function below it is the rule, its docstring the reason."""

    def declare(rule: Rule) -> Check:
        return Check(
            id=id,
            title=title,
            severity=severity,
            source=source,
            reason=" ".join((inspect.getdoc(rule) or "").split()),
            suggestion=suggestion,
            examples=tuple(examples),
            run=rule,
            section=section,
            reads=reads,
            each=each,
            knows=knows,
            applies=applies,
            not_flagged=not_flagged,
            caseload=caseload,
            by=by,
            fill=fill,
        )

    return declare


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can judge: put to the auditor of a plan by name, and never scored."""

    id: str
    title: str
    section: str
    source: str
    asks: str  # the question as the auditor reads it
    about: Callable[[Case], Iterator[Item | None]]  # the items it is asked of; None: of the plan


@dataclass(frozen=True, slots=True)
class Guard:
    """What must never be held against a plan, whatever a check finds."""

    id: str
    title: str
    source: str
    keeps: str  # from what, in words for the guide


def example(
    *pairs: tuple[str, str],
    born: str | None = None,
    plan_date: str | None = None,
    as_of: str | None = None,
    fails: bool = False,
    note: str = "",
    **parts: str | tuple[str, ...],
) -> Example:
    """An excerpt for a declaration, dates written as "2016-03-04".

    Parts are named, a tuple giving several of one name; where their order matters, ("need", "...")
    pairs go first.
    """
    flat = tuple(
        (name, text)
        for name, texts in parts.items()
        for text in ((texts,) if isinstance(texts, str) else texts)
    )
    return Example((*pairs, *flat), _day(born), _day(plan_date), _day(as_of), fails, note)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def words(item: Item, span: Span) -> Passage:
    """The words of a span as a passage that stands where its item stands."""
    return Passage(span.text, item.place)


def whole(item: Item) -> Passage:
    """All of an item's own words as a passage."""
    return Passage(item.text, item.place)
