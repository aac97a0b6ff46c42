"""steps-provision."""

from __future__ import annotations

from collections.abc import Iterator

from checks.case import Case
from checks.check import By, Hit, Severity, Verdict, check, example
from checks.steps.read import outcome_of, provided_for
from checks.wordlists import wordlist
from extractors.plan import Item, Kind


@check(
    "steps-provision",
    "Each step shows what is provided for it, here or in Section F",
    section="E",
    severity=Severity.GOOD,
    source="Guidance on outcomes: steps help to establish what support and provision is needed",
    suggestion="Step: [what]; provision: [who, with what, how often], or [line of Section F].",
    reads=("E", "F"),
    each=(Kind.STEP,),
    examples=[
        example(
            ("outcome", "By July 2028 he will read a page aloud."),
            ("step", "By December 2026 he will read 20 words, taught by his teacher each day."),
        ),
        example(
            ("outcome", "By July 2028 he will read a page aloud."),
            ("step", "By December 2026 he will read 20 words."),
            ("provision", "A teaching assistant hears him read for 15 minutes each day."),
        ),
        example(
            ("outcome", "By July 2028 he will swim 25 metres."),
            ("step", "By December 2026 he will swim five metres."),
            ("provision", "Coloured overlays for all texts."),
            fails=True,
        ),
    ],
    not_flagged="A step whose outcome has provision in Section F, and one that names any help. It"
    " is asked once for all steps.",
    by=By.MEANING,
)
def steps_provision(case: Case) -> Iterator[Hit]:
    """Breaking an outcome into steps is how the provision that it needs is found."""
    bare = [step for step in case.plan.of(Kind.STEP) if not _provided(case, step)]
    if bare and case.plan.provision:
        named = ", ".join(f"«{step.text}»" for step in bare[:2])
        yield Hit(
            item=bare[0],
            verdict=Verdict.UNCLEAR,
            reason=f"{len(bare)} of {len(case.plan.of(Kind.STEP))} steps ({named}) name no help,"
            " and no provision was found for their outcome. Please check.",
        )


def _provided(case: Case, step: Item) -> bool:
    if "help" in wordlist("steps").find(step.full_text):
        return True
    owner = outcome_of(case, step)
    return owner is None or provided_for(case, owner)
