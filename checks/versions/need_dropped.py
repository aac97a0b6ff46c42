"""ver-need-dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checks.case import Case, Statement
from checks.check import By, Hit, Severity, Verdict, check, example, whole
from checks.dates.ends import in_words
from checks.thread.concepts import mentions, standard_lexicon, words
from checks.versions.earlier import last_issued
from checks.versions.pairs import names_of_child, pairs
from checks.wordlists import wordlist
from extractors.plan import Item, Kind, Plan

_FEWEST = 4  # telling words of a need: shorter ones are labels
_TOLD = 0.3  # of a need's words: then the plan still speaks of it
_SUBJECTS = 0.3  # of what it is about
_BEGINNING = 5  # letters: «shouts» and «shouting»


@check(
    "ver-need-dropped",
    "A need does not vanish without a word",
    section="B",
    severity=Severity.SHOULD,
    source="SEND Regulations 2014, regulation 12(1)(b); Code of Practice 9.166 to 9.168",
    suggestion="[The need as it is now], or: «[The need] was reviewed on [date]: [what changed]».",
    reads=("B",),
    each=(Kind.NEED,),
    knows=lambda case: bool((earlier := last_issued(case)) and earlier.needs),
    caseload=True,
    by=By.RECORDS,
    examples=[
        example(
            need="Amira cannot yet tell the sounds in a word apart.",
            earlier_need=(
                "Amira cannot yet tell the sounds in a word apart.",
                "Amira hides under the table when the dining hall is noisy.",
            ),
            fails=True,
        ),
        example(
            need=(
                "Amira cannot yet tell the sounds in a word apart.",
                "Noise in the hall at lunch makes Amira leave the room.",
            ),
            earlier_need=(
                "Amira cannot yet tell the sounds in a word apart.",
                "Amira hides under the table when the dining hall is noisy.",
            ),
            note="the same need in other words",
        ),
        example(
            need="Amira cannot yet tell the sounds in a word apart.",
            strength="The noise of the dining hall no longer troubles her.",
            earlier_need=(
                "Amira cannot yet tell the sounds in a word apart.",
                "Amira hides under the table when the dining hall is noisy.",
            ),
            note="the plan says what became of it",
        ),
    ],
    not_flagged="A need that was put in other words, joined with another, or moved to Sections C"
    " and D: any need that is still given and shares its subject"
    " counts. One of which Section A or B says that it is over.",
)
def ver_need_dropped(case: Case) -> Iterator[Hit]:
    """Provision must meet every need, so a need that is no longer written down is no longer met."""
    earlier = last_issued(case)
    if earlier is None:
        return
    dated = f" of {in_words(earlier.facts.date)}" if earlier.facts.date else ""
    for need in _dropped(case, earlier):
        yield Hit(
            verdict=Verdict.UNCLEAR,
            reason=f"The plan before{dated} gives a need of which nothing stands in Sections A to D"
            " of this one. Was it met, or lost?",
            before=whole(need),
        )


def _dropped(case: Case, earlier: Plan) -> Iterator[Item]:
    """Gives the needs of the earlier plan of which this one does not speak any more."""
    names = names_of_child(case.plan, earlier)
    kept = {pair.before.id for pair in pairs(case.plan.needs, earlier.needs, names)}
    told = [statement.words.text for statement in _noted(case)]
    stems, subjects = _stems(told, names), _subjects(told)
    for need in earlier.needs:
        own, about = _stems([need.text], names), _subjects([need.text])
        spoken_of = _share(about, subjects) >= _SUBJECTS or _share(own, stems) >= _TOLD
        if need.id not in kept and len(own) >= _FEWEST and about and not spoken_of:
            yield need


def _noted(case: Case) -> Iterator[Statement]:
    """Gives the needs of Sections B to D, and whatever is said there or in A of things now over."""
    for statement in case.statements("A", "B", "C", "D"):
        kind = statement.item.kind if statement.item else None
        need = statement.letter != "A" and kind not in (Kind.STRENGTH, Kind.CURRENT)
        if need or "ended" in wordlist("versions").find(statement.words.text):
            yield statement


def _stems(texts: Sequence[str], names: frozenset[str]) -> frozenset[str]:
    """The beginnings of the words that tell something: no names, and no words of every plan."""
    silent = standard_lexicon().template_words | names
    found = (word.stem for text in texts for word in words(text))
    return frozenset(
        s[:_BEGINNING] for s in found if s not in silent and len(s) > 1 and not s.isdigit()
    )


def _subjects(texts: Sequence[str]) -> frozenset[str]:
    lexicon = standard_lexicon()
    return frozenset(m.concept for text in texts for m in mentions(text, lexicon))


def _share(some: frozenset[str], of: frozenset[str]) -> float:
    return len(some & of) / len(some) if some else 0.0
