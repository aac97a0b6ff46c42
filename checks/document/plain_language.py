"""doc-plain-language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checks.aspirations.voices import names_of
from checks.case import Case, Statement
from checks.check import Hit, Severity, check, example
from checks.language.plain import grade, reading_age, sentences
from checks.language.terms import abbreviations, hard_words, may_be_hard, written_out
from extractors.plan import LETTERS, Kind, Passage

_MOST_TOLD = 5  # sentences of a plan
_LONG = 35  # words: a shorter sentence is not called hard for its length
_HARD_GRADE = 18.0  # of a long sentence
# Where a reader may stop for breath: what comes after says why, or what follows from it.
_BREATH = re.compile(
    r"[,;:]?\s+(?:so that|in order (?:to|that)|(?:and|which) (?:so|means?|meant)(?: that)?|"
    r"because|this (?:will|means))\s+|[;:]\s+",
    re.IGNORECASE,
)
_READ = ("A", "B", "E", "F")
_CLINICAL = ("F",)  # where technical words have to stay


@dataclass(frozen=True, slots=True)
class _Hard:
    """A sentence that a family may not follow, and why."""

    statement: Statement
    sentence: str
    short: tuple[str, ...]
    hard: tuple[str, ...]
    grade: float

    @property
    def clinical(self) -> bool:
        """Whether it stands where technical words have their place."""
        return self.statement.letter in _CLINICAL

    @property
    def terms(self) -> int:
        """How many words in it a family may not know."""
        return len(self.short) + len(self.hard)

    @property
    def reason(self) -> str:
        """Why, in words for the reader of the audit."""
        said = []
        if self.short:
            said.append(f"{_listed(self.short)} {_be(self.short)} not written out anywhere.")
        if self.hard:
            said.append(f"{_listed(self.hard)} {_be(self.hard)} not explained.")
        if self.grade >= _HARD_GRADE:
            said.append(
                f"The sentence is long, for a reading age of about {reading_age(self.grade)}."
            )
        return " ".join(said)


@check(
    "doc-plain-language",
    "A family can follow the words",
    section="",
    severity=Severity.SHOULD,
    source="Code of Practice 9.61; Outcomes: SEND Guidance, Waltham Forest",
    suggestion="[Plain word or short sentence], known as [technical term]. Write an abbreviation"
    " out where it is used first: [long form] ([short form]).",
    examples=[
        example(need="He finds it hard to guess what others think."),
        example(
            outcome="By the end of Year 6 Sam will join two words or signs to ask, refuse and"
            " comment with adults and children in his class, so that he can tell people around him"
            " what he needs before he becomes upset.",
            note="long, but it says by when, what and why, one after the other",
        ),
        example(need="«Her SLCN affects her in class.»"),
        example(
            ("need", "Her SLCN affects her in class."),
            ("provision", "The speech, language and communication needs (SLCN) team will visit."),
            note="it is written out elsewhere in the plan",
        ),
        example(need="«His interoception is poor.»"),
        example(need="His interoception is poor: he does not feel that he is hungry."),
        example(provision="A physiotherapist will prevent contractures with daily stretches."),
        example(need="ADHD makes PE and ICT her best lessons."),
    ],
    not_flagged="Abbreviations that everybody knows, that are written out once, or that name a"
    " test in brackets; technical words in Section F, and in outcomes, of which"
    " another check speaks; more than five sentences.",
)
def doc_plain_language(case: Case) -> Iterator[Hit]:
    """The plan is for the child and the parents before it is for anyone else."""
    explained: dict[str, bool] = {}
    found = [
        hard
        for letter in _READ
        for statement in case.statements(letter)
        for hard in _hard_in(statement, case, explained)
    ]
    found.sort(key=lambda one: (one.clinical, -one.terms, -one.grade))
    for one in _once(found)[:_MOST_TOLD]:
        yield Hit(
            words=Passage(one.sentence, one.statement.words.place),
            item=one.statement.item,
            reason=one.reason,
        )


def _hard_in(statement: Statement, case: Case, explained: dict[str, bool]) -> Iterator[_Hard]:
    """Gives the hard sentences of a statement."""
    clinical = statement.letter in _CLINICAL
    item = statement.item
    apart = item is not None and item.kind is Kind.OUTCOME  # e-jargon tells of its words
    text = statement.words.text
    long_words = not clinical and text.count(" ") >= _LONG - 1
    if not long_words and not may_be_hard(text, technical=not (clinical or apart)):
        return
    for sentence in sentences(text):
        named = {span.text: None for span in abbreviations(sentence, strange=not clinical)}
        known = (term for term in named if not _explained(term, case, explained))
        short = () if apart else tuple(known)
        hard = () if clinical or apart else tuple(span.text for span in hard_words(sentence))
        at = 0.0 if clinical else _grade_of_parts(sentence)
        if short or hard or at >= _HARD_GRADE:
            yield _Hard(statement, sentence, short, hard, at)


def _grade_of_parts(sentence: str) -> float:
    """The grade of the hardest long part of a sentence: an outcome says by when, what, and why."""
    parts = [part for part in _BREATH.split(sentence) if part.count(" ") >= _LONG - 1]
    return max(map(grade, parts), default=0.0)


def _explained(short: str, case: Case, explained: dict[str, bool]) -> bool:
    """Whether the plan writes an abbreviation out, or it is what the child is called."""
    if short not in explained:
        texts = (s.words.text for s in case.statements(*LETTERS))
        explained[short] = short in names_of(case) or written_out(short, texts)
    return explained[short]


def _once(found: list[_Hard]) -> list[_Hard]:
    """Those that say something new: no sentence twice, and no term twice."""
    kept: list[_Hard] = []
    told: set[str] = set()
    for one in found:
        terms = {term.lower() for term in (*one.short, *one.hard)}
        again = any(one.sentence in k.sentence or k.sentence in one.sentence for k in kept)
        if not again and (terms - told or one.grade >= _HARD_GRADE):
            kept.append(one)
            told |= terms
    return kept


def _listed(words: tuple[str, ...]) -> str:
    return " and ".join(f"«{word}»" for word in words)


def _be(words: tuple[str, ...]) -> str:
    return "is" if len(words) == 1 else "are"
