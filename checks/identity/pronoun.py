"""id-pronoun."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from checks.aspirations.voices import FAMILY, names_of
from checks.case import Case, Statement
from checks.check import Hit, Severity, Verdict, check, example
from extractors.plan import Passage

_PRONOUN = re.compile(  # not one of a pair: «uses he/she correctly»
    r"(?<![/\w])(?:(he|him|his|himself)|(she|her|hers|herself))(?![/\w])", re.IGNORECASE
)
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|(?<!\w)['‘][^'’]{3,}['’](?!\w)")
# Somebody else that a pronoun after it may mean.
_OTHERS = re.compile(
    r"\b(?:friends?|peers?|sibling|sister|brother|twin|cousin|child|children|pupils?|girl|boy|"
    r"classmates?|teachers?|tutors?|adults?|assistant|ta|therapist|psychologist|worker|mentor|"
    r"senco|nurse|doctor|consultant|paediatrician|coach|trainer|manager|boss|practitioner|officer|"
    r"instructor|someone|somebody|person|people|anyone|each other|mr|mrs|ms|miss|dr|baby|partner|"
    r"man|woman|staff|lady|dog|cat|horse|tutor)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?:;] )(?<!^)\b([A-ZÀ-Þ][a-zà-þ]+)\b")
_MALE = frozenset({"male", "boy", "m", "man"})
_FEMALE = frozenset({"female", "girl", "f", "woman"})
_FEW = 0.25  # of all uses: a set used more often than that is no slip
_ENOUGH = 4  # uses of the usual set, before another is called a slip


@dataclass(frozen=True, slots=True)
class _Use:
    """One pronoun that can only mean the child."""

    set: str
    text: str
    statement: Statement


@check(
    "id-pronoun",
    "One set of pronouns for the child",
    section="",
    severity=Severity.SHOULD,
    source="A guide to «Outcomes», 2018: its own example changes pronouns",
    suggestion="[The child's pronouns] throughout; and find out whether the words were copied.",
    examples=[
        example(
            sex="Male",
            need="He loses track of instructions. He copies his neighbours.",
            outcome="By July 2028 he will wait for his turn, so that «she» keeps friends.",
        ),
        example(
            sex="Female",
            need="Her mother says that he, her brother, helps her. She reads with him.",
            note="another person was named before",
        ),
        example(
            sex="Male",
            outcome="By the end of the course Marcus will have updated their CV.",
            note="they is neutral",
        ),
        example(
            sex="Female",
            need=("«He» cannot wait.", "He needs his bike in sight."),
            note="asked once, and not of each sentence: the child's wish counts",
        ),
        example(
            view="I like my bike.",
            need="He cannot wait. He needs his bike in sight. It calms him.",
        ),
    ],
    not_flagged="They; pronouns after another person was named; quotations. Nothing is ever"
    " inferred from a name.",
)
def id_pronoun(case: Case) -> Iterator[Hit]:
    """A pronoun that changes shows words copied from another child's plan."""
    statements = list(case.statements("B", "E", "F"))
    said = {"he" if m[1] else "she" for s in statements for m in _PRONOUN.finditer(s.words.text)}
    if said <= {_recorded(case) or next(iter(said), "")}:
        return  # one set throughout
    uses = [use for statement in statements for use in _uses(statement, case)]
    counts = Counter(use.set for use in uses)
    usual = _recorded(case) or _usual(counts)
    if usual is None:
        return
    wrong = [use for use in uses if use.set != usual]
    if len(wrong) > counts[usual]:  # not a slip: the cover and the plan do not agree
        yield Hit(
            Passage(wrong[0].text, wrong[0].statement.words.place),
            verdict=Verdict.UNCLEAR,
            reason=f"The cover {_why(case, usual, counts)}; the plan mostly says"
            f" «{wrong[0].set}». Please check with the family.",
        )
        return
    slip = counts[usual] >= _ENOUGH and len(wrong) <= _FEW * len(uses)
    verdict = Verdict.FAIL if slip or _recorded(case) else Verdict.UNCLEAR
    told: set[Statement] = set()
    for use in wrong:
        if use.statement not in told:
            told.add(use.statement)
            words = Passage(use.text, use.statement.words.place)
            reason = f"«{use.text}», where the plan {_why(case, usual, counts)}."
            yield Hit(words, use.statement.item, verdict, reason)


def _uses(statement: Statement, case: Case) -> Iterator[_Use]:
    """Gives the pronouns of a statement that come before any other person is named."""
    text = _QUOTED.sub(lambda m: " " * len(m[0]), statement.words.text)
    if FAMILY.search(text):
        return
    own = names_of(case)
    others = [m.start() for m in _OTHERS.finditer(text)]
    others += [m.start() for m in _NAME.finditer(text) if m[1] not in own and _person(m[1])]
    limit = min(others, default=len(text))
    for match in _PRONOUN.finditer(text):
        if match.start() < limit:
            yield _Use("he" if match[1] else "she", match[0], statement)


def _person(word: str) -> bool:
    return word not in ("Year", "Key", "Stage", "July", "By", "The", "Section", "End", "Reception")


def _recorded(case: Case) -> str | None:
    """The set that goes with the sex recorded on the cover."""
    sex = (case.plan.child.sex or "").strip().lower()
    return "he" if sex in _MALE else "she" if sex in _FEMALE else None


def _usual(counts: Counter[str]) -> str | None:
    """The set that is used most, if it is used often enough to tell."""
    most = counts.most_common(1)
    return most[0][0] if most and most[0][1] >= _ENOUGH else None


def _why(case: Case, usual: str, counts: Counter[str]) -> str:
    if _recorded(case):
        return f"records {case.plan.child.sex}"
    return f"says «{usual}» {counts[usual]} times"
