"""steps-review."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, check, example
from checks.steps.arrangements_told import reviewed_in_columns, told
from checks.wordlists import wordlist
from extractors.plan import Kind


@check(
    "steps-review",
    "The plan says how often steps are looked at",
    section="E",
    severity=Severity.GOOD,
    source="What are outcomes?, Central Bedfordshire: yearly at the very minimum, ideally each"
    " term; guidance on outcomes: assess, plan, do, review",
    suggestion="[Who] looks at the steps with [name] and the family each [term].",
    reads=("E",),
    each=(Kind.OUTCOME,),
    applies=lambda case: any(told(case)),
    examples=[
        example(
            outcome="By July 2028 she will read aloud.",
            step="By December 2026 she will read 20 words.",
            E="The teacher reviews these targets with the family each term.",
        ),
        example(
            outcome="By July 2028 she will read aloud.",
            step="By December 2026 she will read 20 words.",
            E="The teacher sets targets with the family.",
            fails=True,
        ),
        example(
            outcome="By July 2028 she will read aloud.",
            E="Short-term targets are set by the SENCO and reviewed as needed.",
            fails=True,
        ),
    ],
    not_flagged="A plan without any word on how targets are set: another check speaks of that.",
    by=By.WORDS,
)
def steps_review(case: Case) -> Iterator[Hit]:
    """A step that nobody looks at again is no help on the way: say how often."""
    phrases = wordlist("steps")
    rhythm = any("rhythm" in phrases.find(sentence) for _, sentence in told(case))
    if not rhythm and not reviewed_in_columns(case):
        yield Hit(reason="No word was found on how often the steps or targets are looked at.")
