"""steps-arrangements."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.steps.arrangements_told import set_in_columns, told
from checks.wordlists import wordlist
from extractors.plan import Kind, Passage


@check(
    "steps-arrangements",
    "Section E says who sets shorter-term targets, and when",
    section="E",
    severity=Severity.SHOULD,
    source="Code of Practice 9.69: arrangements for the setting of shorter term targets by the"
    " early years provider, school or college",
    suggestion="[Who] sets targets with [name] and the family [when: each term], and reviews them"
    " [when].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    examples=[
        example(
            outcome="By July 2028 she will read aloud.",
            E="The SENCO sets short-term targets with the family each term.",
        ),
        example(outcome="By July 2028 she will read aloud.", fails=True),
        example(
            outcome="By July 2028 she will read aloud.",
            E="«Short-term targets will be set.»",
            note="who sets them, and when, it does not say",
        ),
    ],
    not_flagged="The same said in Section F, in one sentence or two. It speaks once.",
    by=By.WORDS,
)
def steps_arrangements(case: Case) -> Iterator[Hit]:
    """The plan has to say how shorter-term targets are set: by whom, and how often."""
    best: tuple[list[str], Passage] | None = None
    for statement, sentence in told(case):
        found = wordlist("steps").find(sentence)
        if "sets" not in found and "looks" not in found:
            continue
        missing = [
            name for name, part in (("by whom", "who"), ("when", "rhythm")) if part not in found
        ]
        if best is None or len(missing) < len(best[0]):
            best = missing, Passage(sentence, statement.words.place)
    if set_in_columns(case):
        return
    if best is None:
        yield Hit(
            reason="No word was found on who sets shorter-term targets towards the outcomes, or"
            " when."
        )
    elif best[0]:
        yield Hit(best[1], reason=f"It does not say {' or '.join(best[0])}.")
